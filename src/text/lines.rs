//! Where lines begin: byte offsets to lines and columns and back.

use super::Span;

/// The starts of all lines of a text, in bytes. Lines end with `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, Debug)]
pub struct Lines {
    starts: Vec<u32>,
}

/// A place as people count: line and column from 1, the column in characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
}

impl Lines {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX)));
        Self { starts: starts.collect() }
    }

    /// The number of lines; at least 1.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line, from 0, that holds the byte `offset`.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// The byte at which line `line`, from 0, begins; `None` beyond the last line.
    pub fn start(&self, line: usize) -> Option<u32> {
        self.starts.get(line).copied()
    }

    /// The span of line `line`, from 0, with its line ending; empty beyond the last line.
    pub fn span(&self, line: usize, text: &str) -> Span {
        let end = Span::of(text.len()..text.len()).end;
        let start = self.start(line).unwrap_or(end);
        Span::new(start, self.start(line + 1).unwrap_or(end))
    }

    /// Line and column of the byte `offset` in `text`, the text these lines were made of.
    pub fn location(&self, text: &str, offset: u32) -> Location {
        let line = self.line_of(offset);
        let before = Span::new(self.starts[line], offset).of_text(text);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Location { line: count(line + 1), column: count(before.chars().count() + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_ending_counts_once_and_columns_are_characters() {
        let text = "satu\r\ndua\rtiga\n🕵️x";
        let lines = Lines::new(text);
        assert_eq!(lines.count(), 4);
        let x = u32::try_from(text.len() - 1).expect("short text");
        assert_eq!(lines.location(text, x), Location { line: 4, column: 3 });
        assert_eq!(lines.location(text, 6), Location { line: 2, column: 1 });
        assert_eq!(lines.span(1, text).of_text(text), "dua\r");
    }
}
