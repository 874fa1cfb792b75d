//! A piece of HTML and where it stands: what its tags write by themselves.

use std::ops::Range;

use super::draft::Draft;
use super::tag::Tag;
use super::{BlockKind, directive, entity};
use crate::text::Span;

/// Whether the tags of a text make blocks of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// They do.
    Block,
    /// They stand inside a block that something else bounds: a paragraph of Markdown.
    Inline,
}

/// A piece of HTML and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Fragment<'h> {
    pub html: &'h str,
    /// The byte of the source at which `html` begins.
    pub base: usize,
    pub level: Level,
}

impl<'h> Fragment<'h> {
    /// The place in the source of a range of this HTML.
    pub const fn place(self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    /// The text of an attribute's value and its place in the source.
    fn value(self, range: Range<usize>) -> Option<(&'h str, usize)> {
        Some((self.html.get(range.clone())?, self.base + range.start))
    }

    /// Writes a line break; the second of two ends the block.
    pub fn line_break(self, draft: &mut Draft<'_>, tag: &Tag) {
        if draft.ends_in_break() {
            return draft.end();
        }
        draft.stand_in("\n", self.place(&tag.range));
        draft.vanish();
    }

    /// Writes the description of the page.
    pub fn meta(self, draft: &mut Draft<'_>, tag: &Tag) {
        let content = tag.content.clone().filter(|_| tag.is_description);
        if let Some((text, at)) = content.and_then(|content| self.value(content)) {
            draft.begin(BlockKind::Summary);
            entity::copy(draft, text, at);
            draft.end();
        }
    }

    /// Writes an image as one opaque word, which stands for the tag up to its text, and keeps the text for a caption.
    pub fn image(self, draft: &mut Draft<'_>, tag: &Tag) {
        let mut place = self.place(&tag.range);
        let is_alone = !draft.is_open();
        if let Some((text, at)) = tag.alt.clone().and_then(|alt| self.value(alt)) {
            draft.caption(entity::pieces(text, at));
            place.end = at;
        }
        if is_alone { draft.end() } else { draft.opaque(place) }
    }

    /// Reads a comment for a directive.
    pub fn comment(self, draft: &mut Draft<'_>, at: &Range<usize>) {
        draft.vanish();
        let place = self.place(at);
        let Some(content) = draft.source().get(place.clone()).and_then(|raw| raw.strip_prefix("<!--")) else { return };
        let content = content.strip_suffix("-->").unwrap_or(content);
        if let Some(directive) = directive::parse(content, place.start + "<!--".len(), Span::of(place)) {
            draft.direct(directive);
        }
    }
}
