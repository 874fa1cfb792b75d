//! Bytes of a text as JavaScript counts: in units of UTF-16.

use crate::text::Span;

/// So many bytes are counted at once.
const STRIDE: usize = 256;

/// The units of UTF-16 before every byte of a text.
pub struct Units<'t> {
    text: &'t [u8],
    /// The units before every [`STRIDE`]th byte.
    before: Vec<usize>,
}

impl<'t> Units<'t> {
    /// Counts the units of `text`.
    pub fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let mut count = 0;
        let after_each = text.chunks(STRIDE).map(|chunk| {
            count += units(chunk);
            count
        });
        Self { text, before: std::iter::once(0).chain(after_each).collect() }
    }

    /// The units before the byte `offset`, which is on a character boundary; all when it is beyond the text.
    pub fn at(&self, offset: u32) -> usize {
        let offset = (offset as usize).min(self.text.len());
        let stride = offset / STRIDE;
        self.before[stride] + units(&self.text[stride * STRIDE..offset])
    }

    /// Where `span` begins and ends, in units.
    pub fn of(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// The units whose characters begin in `bytes`: two where four bytes make one character.
fn units(bytes: &[u8]) -> usize {
    bytes.iter().map(|&byte| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_those_of_utf_16() {
        let text = format!("a{}e\u{301}👩‍🔬“b” {}", "🙂é".repeat(100), "c".repeat(300));
        let units = Units::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let expected = text[..at].encode_utf16().count();
            assert_eq!(units.at(u32::try_from(at).expect("short")), expected, "byte {at}");
        }
        assert_eq!(Units::new("").at(5), 0);
        assert_eq!(Units::new(&"a".repeat(STRIDE)).at(u32::MAX), STRIDE);
    }
}
