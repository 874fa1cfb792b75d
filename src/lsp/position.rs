//! Places as the protocol counts them: lines from 0, and units of the negotiated encoding in the line.

use std::cell::Cell;

use gen_lsp_types::{Position, PositionEncodingKind, Range};

use crate::text::{Lines, Span};

/// In what a client counts the places in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of 16 bits: what every client knows.
    #[default]
    Utf16,
    /// Characters (Unicode scalar values).
    Utf32,
}

impl Encoding {
    /// The best that a client offers; UTF-16 where it offers nothing.
    pub fn of_offers<'o>(offers: impl Iterator<Item = &'o str> + Clone) -> Self {
        let has = |name: &str| offers.clone().any(|offer| offer == name);
        if has("utf-8") {
            Self::Utf8
        } else if !has("utf-16") && has("utf-32") {
            Self::Utf32
        } else {
            Self::Utf16
        }
    }

    /// The protocol's name.
    pub const fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf32 => text.chars().count(),
        }
    }

    /// The bytes of `line` before its unit `character`: at the end when there are fewer units, before a character that
    /// the unit lies inside of.
    fn bytes(self, line: &str, character: usize) -> usize {
        let mut units = 0;
        for (at, c) in line.char_indices() {
            units += match self {
                Self::Utf8 => c.len_utf8(),
                Self::Utf16 => c.len_utf16(),
                Self::Utf32 => 1,
            };
            if units > character {
                return at;
            }
        }
        line.len()
    }
}

/// Turns bytes of a text into places and back. Fast where places come in order, however long the lines.
pub struct Places<'t> {
    text: &'t str,
    lines: &'t Lines,
    encoding: Encoding,
    /// A byte that was asked for, with its line and the units before it.
    last: Cell<(u32, usize, usize)>,
}

impl<'t> Places<'t> {
    /// The places of `text`, which `lines` were made of.
    pub const fn new(text: &'t str, lines: &'t Lines, encoding: Encoding) -> Self {
        Self { text, lines, encoding, last: Cell::new((0, 0, 0)) }
    }

    /// The place of the byte `offset`.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.lines.line_of(offset);
        let start = self.lines.start(line).unwrap_or(0);
        let (last, last_line, units) = self.last.get();
        let (from, before) = if last_line == line && last <= offset { (last, units) } else { (start, 0) };
        let character = before + self.encoding.units(Span::new(from, offset).of_text(self.text));
        self.last.set((offset, line, character));
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: narrow(line), character: narrow(character) }
    }

    /// The place of `span`.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The byte at `position`; at the end of the line or of the text where the client means one beyond.
    pub fn offset(&self, position: Position) -> u32 {
        let line = self.lines.span(position.line as usize, self.text);
        let content = line.of_text(self.text).trim_end_matches(['\r', '\n']);
        let bytes = self.encoding.bytes(content, position.character as usize);
        line.start + Span::of(0..bytes).end
    }

    /// The bytes of `range`; where it ends before it begins, it is read the other way round.
    pub fn span(&self, range: Range) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span::new(start.min(end), start.max(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a🕵️‍♀️b\r\ne\u{301}x\rz";

    #[test]
    fn every_byte_comes_back_in_every_encoding() {
        let lines = Lines::new(TEXT);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let places = Places::new(TEXT, &lines, encoding);
            for (at, c) in TEXT.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
                let at = Span::of(at..at).start;
                assert_eq!(places.offset(places.position(at)), at, "{c} {encoding:?}");
            }
        }
    }

    #[test]
    fn units_after_emoji_and_combining_marks_are_counted() {
        let lines = Lines::new(TEXT);
        let b = Span::of(0..TEXT.find('b').expect("there")).end;
        let x = Span::of(0..TEXT.find('x').expect("there")).end;
        for (encoding, of_b, of_x) in [(Encoding::Utf8, 17, 3), (Encoding::Utf16, 7, 2), (Encoding::Utf32, 6, 2)] {
            let places = Places::new(TEXT, &lines, encoding);
            assert_eq!(places.position(b), Position { line: 0, character: of_b });
            assert_eq!(places.position(x), Position { line: 1, character: of_x });
        }
    }

    #[test]
    fn places_beyond_the_text_are_brought_back() {
        let lines = Lines::new(TEXT);
        let places = Places::new(TEXT, &lines, Encoding::Utf16);
        let offset = |line, character| places.offset(Position { line, character }) as usize;
        assert_eq!(offset(0, 999), TEXT.find('\r').expect("there"));
        assert_eq!(offset(99, 0), TEXT.len());
        assert_eq!(offset(0, 2), 1, "inside a surrogate pair");
        let back = Range { start: Position { line: 9, character: 0 }, end: Position { line: 0, character: 1 } };
        assert_eq!(places.span(back), Span::of(1..TEXT.len()));
    }

    #[test]
    fn the_best_offer_wins() {
        assert_eq!(Encoding::of_offers(["utf-16", "utf-8"].into_iter()), Encoding::Utf8);
        assert_eq!(Encoding::of_offers(["utf-32"].into_iter()), Encoding::Utf32);
        assert_eq!(Encoding::of_offers(["utf-32", "utf-16"].into_iter()), Encoding::Utf16);
        assert_eq!(Encoding::of_offers([].into_iter()), Encoding::Utf16);
    }
}
