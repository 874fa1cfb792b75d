//! The way from a value with its escapes resolved back to how it is written in the source.

use std::ops::Range;

use super::draft::Piece;

/// `value`, written at `place` of `source` with quotation marks, escapes or folded lines, in pieces.
///
/// `None` when the two cannot be brought together.
pub(super) fn pieces(value: &str, source: &str, place: Range<usize>) -> Option<Vec<Piece>> {
    let written = source.get(place.clone())?;
    let start = place.start + start_of_value(written, value);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = start;
    let mut rest = value.trim();
    while let Some(wanted) = rest.chars().next() {
        if wanted.is_whitespace() {
            let run = rest.len() - rest.trim_start().len();
            let found = white_space(source.get(at..place.end)?);
            if found == 0 {
                return None;
            }
            let is_copy = source.get(at..at + found) == rest.get(..run);
            push(&mut pieces, if is_copy { None } else { Some(" ") }, at..at + found);
            at += found;
            rest = &rest[run..];
            continue;
        }
        let next = source.get(at..place.end)?.chars().next()?;
        if next == wanted {
            push(&mut pieces, None, at..at + next.len_utf8());
            rest = &rest[wanted.len_utf8()..];
            at += next.len_utf8();
            if next == '\'' && written.starts_with('\'') {
                at += usize::from(source[at..place.end].starts_with('\''));
            }
        } else if next == '\\' {
            at += 1;
            if source.get(at..place.end)?.chars().next()? != wanted {
                return None;
            }
        } else {
            return None;
        }
    }
    Some(pieces)
}

fn push(pieces: &mut Vec<Piece>, text: Option<&str>, source: Range<usize>) {
    match (text, pieces.last_mut()) {
        (None, Some(Piece { text: None, source: last })) if last.end == source.start => last.end = source.end,
        _ => pieces.push(Piece { text: text.map(Box::from), source }),
    }
}

/// Where the value begins in what is written: after quotation marks, or after the header of a block scalar.
fn start_of_value(written: &str, value: &str) -> usize {
    let is_block = written.starts_with(['|', '>']) && !value.starts_with(['|', '>']);
    let header = if is_block { written.find('\n').unwrap_or(0) } else { 0 };
    let quotes = ["\"\"\"", "'''", "\"", "'"];
    let quote = quotes.iter().find(|quote| written.starts_with(**quote) && !value.starts_with(**quote));
    let from = header + quote.map_or(0, |quote| quote.len());
    from + white_space(&written[from..])
}

/// The length of the white space at the start of `text`, a line continued by a backslash included.
fn white_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Byte offsets of a text for its character offsets, asked for in rising order.
pub(super) struct ByteOffsets<'t> {
    text: &'t str,
    characters: usize,
    bytes: usize,
}

impl<'t> ByteOffsets<'t> {
    /// Those of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, characters: 0, bytes: 0 }
    }

    /// The byte at which character `at` begins; the end of the text beyond it.
    pub fn of(&mut self, at: usize) -> usize {
        if at < self.characters {
            (self.characters, self.bytes) = (0, 0);
        }
        let ahead = self.text[self.bytes..].chars().take(at - self.characters);
        self.bytes += ahead.map(char::len_utf8).sum::<usize>();
        self.characters = at;
        self.bytes
    }
}
