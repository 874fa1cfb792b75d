//! Byte offsets of a source as the lines and columns people count.

use crate::text::{Lines, Location, Span};

/// How many bytes lie between two counted places; bounds the work per location on very long lines.
const STEP: usize = 256;

/// Finds lines and columns in one text, at a cost that does not grow with the length of its lines.
///
/// Lines and columns count from 1, columns in characters; a byte order mark at the start of the text is no character.
pub struct Places<'s> {
    text: &'s str,
    lines: Lines,
    /// The number of characters that begin before each multiple of [`STEP`].
    characters: Vec<u32>,
}

impl<'s> Places<'s> {
    /// Counts lines and characters of `text`.
    pub fn new(text: &'s str) -> Self {
        let mut total = 0;
        let mut characters = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            total += starts(chunk);
            characters.push(total);
        }
        Self { text, lines: Lines::new(text), characters }
    }

    /// The text the places are in.
    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// Line and column of the byte `offset`; the end of the text for an offset beyond it.
    pub fn location(&self, offset: u32) -> Location {
        let offset = (offset as usize).min(self.text.len());
        let line = self.line_of(offset);
        let start = self.lines.start(line).map_or(0, |start| start as usize);
        let mark = u32::from(line == 0 && offset > 0 && self.text.starts_with('\u{FEFF}'));
        let column = self.before(offset) - self.before(start) - mark + 1;
        Location { line: u32::try_from(line + 1).unwrap_or(u32::MAX), column }
    }

    /// The line, from 0, that holds the byte `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.line_of(Span::of(offset..offset).start)
    }

    /// Line `line`, from 0, as a range of bytes without its line ending.
    pub fn line(&self, line: usize) -> std::ops::Range<usize> {
        let range = self.lines.span(line, self.text).range();
        let body = self.text[range.clone()].trim_end_matches(['\n', '\r']);
        range.start..range.start + body.len()
    }

    /// The number of characters that begin before the byte `offset`.
    fn before(&self, offset: usize) -> u32 {
        let step = offset / STEP;
        self.characters[step] + starts(&self.text.as_bytes()[step * STEP..offset])
    }
}

/// The number of characters that begin in `bytes`.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_and_byte_order_marks_are_counted_like_short_ones() {
        let text = format!("\u{FEFF}satu\n{}x", "é🕵️".repeat(3000));
        let places = Places::new(&text);
        let end = u32::try_from(text.len()).expect("short text");
        assert_eq!(places.location(3), Location { line: 1, column: 1 });
        assert_eq!(places.location(0), Location { line: 1, column: 1 });
        assert_eq!(places.location(end - 1), Location { line: 2, column: 9001 });
        assert_eq!(places.location(u32::MAX), Location { line: 2, column: 9002 });
        assert_eq!(&text[places.line(0)], "\u{FEFF}satu");
    }
}
