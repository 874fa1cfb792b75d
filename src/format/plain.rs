//! Plain text: paragraphs, headings and list items by the shape of their lines.

use std::borrow::Cow;
use std::ops::Range;

use super::{Block, BlockKind, Directive, Offsets, Prose, directive, shape, wrap};
use crate::text::Span;

/// A line that is not blank, without the white space around it, in bytes of the text.
pub(super) type Line = Range<usize>;

/// Reads plain text: the prose is the source.
pub(super) fn read(text: &str) -> Prose<'_> {
    let mut reader = Reader { text, blocks: Vec::new(), directives: Vec::new(), width: wrap::width(text) };
    let mut group: Vec<Line> = Vec::new();
    for line in lines(text) {
        if line.is_empty() {
            reader.group(&group);
            group.clear();
        } else if !reader.is_directive(&line) {
            group.push(line);
        }
    }
    reader.group(&group);
    Prose {
        text: Cow::Borrowed(text),
        blocks: reader.blocks,
        marks: Vec::new(),
        offsets: Offsets::identity(text.len()),
        directives: reader.directives,
    }
}

/// All lines of a text without the white space around them; a blank line is empty.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> {
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain(std::iter::once(text.len()));
    let mut start = 0;
    ends.filter_map(move |end| {
        let is_pair =
            text.as_bytes().get(end) == Some(&b'\n') && end == start && end > 0 && text.as_bytes()[end - 1] == b'\r';
        let line = text.get(start..end).unwrap_or_default();
        let from = start;
        start = end + 1;
        (!is_pair).then(|| trimmed(line, from))
    })
}

/// The range of `line`, which begins at byte `at`, without white space and a byte order mark around it.
fn trimmed(line: &str, at: usize) -> Line {
    let is_outside = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    let start = at + line.len() - line.trim_start_matches(is_outside).len();
    start..(at + line.trim_end_matches(is_outside).len()).max(start)
}

struct Reader<'s> {
    text: &'s str,
    blocks: Vec<Block>,
    directives: Vec<Directive>,
    /// The width at which the whole text is wrapped, if it is.
    width: Option<usize>,
}

impl Reader<'_> {
    /// Reads a line that silences rules.
    fn is_directive(&mut self, line: &Line) -> bool {
        let content = &self.text[line.clone()];
        let directive =
            content.starts_with("saksama-").then(|| directive::parse(content, line.start, Span::of(line.clone())));
        let found = directive.flatten();
        let is_found = found.is_some();
        self.directives.extend(found);
        is_found
    }

    /// Reads lines between two blank ones.
    fn group(&mut self, lines: &[Line]) {
        let pieces = wrap::unwrapped(self.text, lines, self.width);
        for (at, piece) in pieces.iter().enumerate() {
            let place = Place {
                is_alone: pieces.len() == 1,
                is_first_of_text: self.blocks.is_empty(),
                is_all: self.blocks.is_empty() && self.text[piece.end..].trim_start().is_empty(),
                before: at.checked_sub(1).and_then(|at| pieces.get(at)).map_or(LONG, Range::len),
                after: pieces.get(at + 1).map_or(0, Range::len),
            };
            let block = block(self.text, piece, &place);
            self.blocks.push(block);
        }
    }
}

/// What stands around a piece of text in its group.
struct Place {
    is_alone: bool,
    is_first_of_text: bool,
    /// Whether the text holds nothing else.
    is_all: bool,
    /// The length in bytes of the piece before it; long at the start of a group.
    before: usize,
    /// The length in bytes of the piece behind it; 0 at the end of a group.
    after: usize,
}

/// From this length on, in bytes, a line is running text.
const LONG: usize = 100;

fn block(text: &str, piece: &Line, place: &Place) -> Block {
    let line = &text[piece.clone()];
    let marker = shape::marker_length(line);
    let content = Span::of(piece.start + marker..piece.end);
    if let Some(level) = heading_level(line, marker, place) {
        return Block { kind: BlockKind::Heading(level), span: content };
    }
    let kind = if marker > 0 { BlockKind::Item } else { BlockKind::Paragraph };
    Block { kind, span: content }
}

/// The level of a line that is a heading.
fn heading_level(line: &str, marker: usize, place: &Place) -> Option<u8> {
    let level = if place.is_first_of_text { 1 } else { 2 };
    if line.len() > 2 * LONG {
        return None;
    }
    let content = &line[marker..];
    let hashes = shape::hashes(line);
    if (1..=6).contains(&hashes) && shape::is_headline(line) && line[hashes..].starts_with(' ') {
        return u8::try_from(hashes).ok();
    }
    if shape::is_bold(content) {
        return Some(level);
    }
    let is_title = shape::is_title_case(content);
    let is_lower = content.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    if !shape::is_headline(content) || is_lower || (place.is_all && !is_title) {
        return None;
    }
    let is_heading = if marker > 0 {
        place.is_alone && is_title
    } else if shape::begins_with_keycap(line) || place.is_alone || place.is_first_of_text {
        true
    } else {
        let is_over_text = place.before >= LONG && place.after >= LONG;
        is_over_text || (is_title && line.split_whitespace().count() >= 4)
    };
    is_heading.then_some(level)
}
