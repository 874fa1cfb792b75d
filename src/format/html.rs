//! HTML, whole pages and fragments: tags to blocks and marks, through html5gum's tokenizer.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as Place, Tokenizer};

use super::draft::Draft;
use super::element::{Element, is_void};
use super::tag::Tag;
use super::{BlockKind, Prose, directive, entity};
use crate::text::Span;

/// Reads a page or a fragment.
pub(super) fn read(text: &str) -> Prose<'_> {
    let mut draft = Draft::new(text);
    let body = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut reader = Reader::default();
    reader.read(&mut draft, &text[body..], body, Level::Block);
    draft.finish()
}

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
struct Fragment<'h> {
    html: &'h str,
    /// The byte of the source at which `html` begins.
    base: usize,
    level: Level,
}

impl<'h> Fragment<'h> {
    /// The place in the source of a range of this HTML.
    const fn place(self, range: &Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }

    /// The text of an attribute's value and its place in the source.
    fn value(self, range: Range<usize>) -> Option<(&'h str, usize)> {
        Some((self.html.get(range.clone())?, self.base + range.start))
    }
}

/// How text between tags is read where it is not plain HTML: the draft, the text, its place in the source.
type Inline = fn(&mut Draft<'_>, &str, usize);

/// An element that is being left out.
#[derive(Clone, Debug)]
struct Skip {
    name: Vec<u8>,
    element: Element,
    /// Where it begins, in bytes of the source.
    start: usize,
    level: Level,
    /// Where its end tag is expected, once that has been searched for.
    until: Option<usize>,
    /// How many elements of the same name are open, itself included.
    depth: usize,
}

/// Open containers beyond this depth are not recorded.
const DEEPEST: usize = 256;

/// What is open in the HTML read so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    skip: Option<Skip>,
    /// Names of open containers and frames, with the kind that text in a container has.
    open: Vec<(Vec<u8>, Option<BlockKind>)>,
    tag: Tag,
    /// The kind of a [`Element::Block`] that is open.
    block: Option<BlockKind>,
    /// The kind of text around the HTML.
    pub around: Option<BlockKind>,
    inline: Option<Inline>,
    /// Names of elements that no end tag follows any more.
    missing: Vec<Vec<u8>>,
}

impl Reader {
    /// A reader of HTML in Markdown, in which text may hold Markdown again.
    pub fn of_markdown(inline: Inline) -> Self {
        Self { inline: Some(inline), ..Self::default() }
    }

    /// Whether what follows is inside an element that is left out.
    pub fn is_skipping(&self) -> bool {
        self.skip.is_some()
    }

    /// Forgets an inline element that was left open when its block ended.
    pub fn end_inline(&mut self) {
        self.skip.take_if(|skip| skip.level == Level::Inline);
    }

    /// After a block of HTML that ends at byte `end` of `text`: what it left open stays open up to its end tag, and
    /// is forgotten when there is none.
    pub fn end_fragment(&mut self, text: &str, end: usize) {
        let Some(skip) = &mut self.skip else { return };
        let closing = [b"</", skip.name.as_slice()].concat();
        let is_missing = self.missing.contains(&skip.name);
        let rest = text.as_bytes().get(end..).unwrap_or_default();
        skip.until = if is_missing { None } else { memchr::memmem::find(rest, &closing).map(|found| end + found) };
        if skip.until.is_none() {
            self.missing.extend((!is_missing).then(|| skip.name.clone()));
            self.skip = None;
        }
    }

    /// Forgets an element whose end tag was expected before byte `at` and turned out to be none.
    pub fn reach(&mut self, at: usize) {
        self.skip.take_if(|skip| skip.until.is_some_and(|until| until < at));
    }

    /// Reads `html`, which stands at byte `base` of the draft's source.
    pub fn read(&mut self, draft: &mut Draft<'_>, html: &str, base: usize, level: Level) {
        let fragment = Fragment { html, base, level };
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, place: Place<usize>| -> Option<Infallible> {
            self.event(draft, fragment, &event, place.start..place.end);
            None
        });
        emitter.naively_switch_states(level == Level::Block);
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    }

    fn event(&mut self, draft: &mut Draft<'_>, fragment: Fragment<'_>, event: &CallbackEvent<'_>, at: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Tag::new(name, at.start),
            CallbackEvent::AttributeName { name } => self.tag.attribute(name),
            CallbackEvent::AttributeValue { value } => self.tag.value(value, at),
            CallbackEvent::CloseStartTag { self_closing } => {
                let mut tag = std::mem::take(&mut self.tag);
                tag.range.end = at.end;
                tag.is_closed = *self_closing || is_void(&tag.name);
                self.start(draft, fragment, &tag);
            }
            CallbackEvent::EndTag { name } => self.end(draft, fragment, name, &at),
            CallbackEvent::String { .. } if self.skip.is_none() => self.text(draft, fragment, at),
            CallbackEvent::Comment { .. } => comment(draft, fragment, at),
            CallbackEvent::String { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self, draft: &mut Draft<'_>, fragment: Fragment<'_>, tag: &Tag) {
        if let Some(skip) = &mut self.skip {
            skip.depth += usize::from(skip.name == tag.name && !tag.is_closed);
            return;
        }
        draft.vanish();
        let known = Element::of_name(&tag.name);
        let element = if tag.is_unread { known.unread() } else { known };
        if fragment.level == Level::Block && is_block_level(element) {
            draft.end();
            draft.close_all_marks();
            self.block = None;
        }
        match element {
            Element::Block(kind) => self.block = Some(kind),
            Element::Container(kind) => self.open_container(&tag.name, Some(kind)),
            Element::Frame => self.open_container(&tag.name, None),
            Element::Marked(kind) if !tag.is_closed => draft.open_mark(kind),
            Element::Break => line_break(draft, fragment.place(&tag.range)),
            Element::Image => image(draft, fragment, tag),
            Element::Meta => meta(draft, fragment, tag),
            Element::Opaque | Element::Skipped | Element::SkippedBlock => self.skip(draft, fragment, tag, element),
            Element::Marked(_) | Element::Flow | Element::Inline => {}
        }
    }

    fn skip(&mut self, draft: &mut Draft<'_>, fragment: Fragment<'_>, tag: &Tag, element: Element) {
        let place = fragment.place(&tag.range);
        let has_raw_text = matches!(tag.name.as_slice(), b"script" | b"style" | b"textarea" | b"xmp" | b"noframes");
        if !tag.is_closed || has_raw_text {
            let (name, start, level) = (tag.name.clone(), place.start, fragment.level);
            self.skip = Some(Skip { name, element, start, level, until: None, depth: 1 });
        } else if element == Element::Opaque {
            self.ensure_block(draft);
            draft.opaque(place);
        } else {
            draft.vanish();
        }
    }

    fn end(&mut self, draft: &mut Draft<'_>, fragment: Fragment<'_>, name: &[u8], at: &Range<usize>) {
        if let Some(skip) = &mut self.skip {
            if skip.name != name {
                return;
            }
            skip.depth -= 1;
            if skip.depth == 0 {
                self.end_skip(draft, fragment.place(at).end);
            }
            return;
        }
        draft.vanish();
        let element = Element::of_name(name);
        if fragment.level == Level::Block && is_block_level(element) {
            draft.end();
            draft.close_all_marks();
            self.block = None;
        }
        match element {
            Element::Container(_) | Element::Frame => {
                if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
                    self.open.truncate(at);
                }
            }
            Element::Marked(kind) => draft.close_mark(kind),
            _ => {}
        }
    }

    fn end_skip(&mut self, draft: &mut Draft<'_>, end: usize) {
        let Some(skip) = self.skip.take() else { return };
        if skip.element == Element::Opaque {
            self.ensure_block(draft);
            draft.opaque(skip.start..end);
        } else {
            draft.vanish();
        }
    }

    /// Opens a container or a frame; an item ends the item before it, a cell the cell before it.
    fn open_container(&mut self, name: &[u8], kind: Option<BlockKind>) {
        if kind.is_some_and(|kind| kind != BlockKind::Quote) {
            let frame = self.open.iter().rposition(|(_, kind)| kind.is_none()).map_or(0, |at| at + 1);
            if let Some(at) = self.open[frame..].iter().position(|&(_, open)| open == kind) {
                self.open.truncate(frame + at);
            }
        }
        if self.open.len() < DEEPEST {
            self.open.push((name.to_vec(), kind));
        }
    }

    fn ensure_block(&self, draft: &mut Draft<'_>) {
        if !draft.is_open() {
            let around = self.open.iter().rev().find_map(|&(_, kind)| kind);
            draft.begin(self.block.or(around).or(self.around).unwrap_or(BlockKind::Paragraph));
        }
    }

    fn text(&self, draft: &mut Draft<'_>, fragment: Fragment<'_>, at: Range<usize>) {
        let Some(text) = fragment.html.get(at.clone()) else { return };
        if !draft.is_open() && text.trim_ascii().is_empty() {
            return;
        }
        self.ensure_block(draft);
        match self.inline {
            Some(inline) if text.contains(['*', '_', '[', '`']) => inline(draft, text, fragment.base + at.start),
            _ => entity::copy(draft, text, fragment.base + at.start),
        }
    }
}

/// Writes a line break; the second of two ends the block.
fn line_break(draft: &mut Draft<'_>, place: Range<usize>) {
    if draft.ends_in_break() {
        return draft.end();
    }
    draft.stand_in("\n", place);
    draft.vanish();
}

fn meta(draft: &mut Draft<'_>, fragment: Fragment<'_>, tag: &Tag) {
    let content = tag.content.clone().filter(|_| tag.is_description);
    if let Some((text, at)) = content.and_then(|content| fragment.value(content)) {
        draft.begin(BlockKind::Summary);
        entity::copy(draft, text, at);
        draft.end();
    }
}

/// Whether the tags of an element end the block around them.
const fn is_block_level(element: Element) -> bool {
    matches!(
        element,
        Element::Block(_) | Element::Flow | Element::Container(_) | Element::Frame | Element::SkippedBlock
    )
}

/// Writes an image as one opaque word, which stands for the tag up to its text, and keeps the text for a caption.
fn image(draft: &mut Draft<'_>, fragment: Fragment<'_>, tag: &Tag) {
    let mut place = fragment.place(&tag.range);
    let is_alone = !draft.is_open();
    if let Some((text, at)) = tag.alt.clone().and_then(|alt| fragment.value(alt)) {
        draft.caption(entity::pieces(text, at));
        place.end = at;
    }
    if is_alone { draft.end() } else { draft.opaque(place) }
}

/// Reads a comment for a directive.
fn comment(draft: &mut Draft<'_>, fragment: Fragment<'_>, at: Range<usize>) {
    draft.vanish();
    let place = fragment.place(&at);
    let Some(content) = draft.source().get(place.clone()).and_then(|raw| raw.strip_prefix("<!--")) else { return };
    let content = content.strip_suffix("-->").unwrap_or(content);
    if let Some(directive) = directive::parse(content, place.start + "<!--".len(), Span::of(place)) {
        draft.direct(directive);
    }
}
