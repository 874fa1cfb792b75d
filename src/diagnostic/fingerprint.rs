//! What stays the same of a finding while the text around its sentence changes.

use std::fmt;
use std::hash::Hasher as _;
use std::str::FromStr;

use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;

use super::Diagnostic;

/// Tells a finding from all others of its document by the rule, the sentence, and which of several alike it is.
///
/// It is the same on every machine and in every version: files that people keep hold it. White space does not count, and
/// markup is no part of a sentence, so that a paragraph may be moved or wrapped anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// That of the first finding of `rule` in `sentence`.
    pub fn of(rule: &str, sentence: &str) -> Self {
        let mut bytes = Vec::with_capacity(rule.len() + sentence.len() + 3);
        [rule, ""].into_iter().for_each(|part| end(&mut bytes, part.as_bytes()));
        if is_spaced_once(sentence) {
            let start = bytes.len();
            end(&mut bytes, sentence.as_bytes());
            bytes[start..].iter_mut().for_each(|byte| *byte = if is_space(*byte) { 0 } else { *byte });
            return Self::of_bytes(&bytes);
        }
        for piece in sentence.as_bytes().split(|byte| is_space(*byte)) {
            if piece.is_ascii() {
                if !piece.is_empty() {
                    end(&mut bytes, piece);
                }
                continue;
            }
            // Other white space may stand in it.
            let words = std::str::from_utf8(piece).unwrap_or_default().split_whitespace();
            words.for_each(|word| end(&mut bytes, word.as_bytes()));
        }
        Self::of_bytes(&bytes)
    }

    /// That of the finding `occurrence`, from 1, among those that would have this one.
    #[must_use]
    pub fn occurrence(self, occurrence: u32) -> Self {
        if occurrence <= 1 { self } else { Self::of_parts([self.to_string().as_str(), &occurrence.to_string()]) }
    }

    /// That of the finding among those of all files, of which `path` is its own.
    #[must_use]
    pub fn within(self, path: &str) -> Self {
        Self::of_parts([self.to_string().as_str(), path])
    }

    fn of_parts<const COUNT: usize>(parts: [&str; COUNT]) -> Self {
        let mut bytes = Vec::new();
        parts.into_iter().for_each(|part| end(&mut bytes, part.as_bytes()));
        Self::of_bytes(&bytes)
    }

    fn of_bytes(bytes: &[u8]) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(bytes);
        Self(hasher.finish())
    }
}

/// Whether the byte is white space.
const fn is_space(byte: u8) -> bool {
    // Both sides at once, so that many bytes are told together.
    (byte == b' ') | matches!(byte, b'\t'..=b'\r')
}

/// Whether `text` is words of ASCII with one white space between each two.
fn is_spaced_once(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (Some((&first, rest)), Some(&last)) = (bytes.split_first(), bytes.last()) else { return false };
    let pairs = bytes.iter().zip(rest);
    let is_wider = pairs.fold(false, |is_wider, (&one, &next)| is_wider | (is_space(one) & is_space(next)));
    text.is_ascii() && !is_space(first) && !is_space(last) && !is_wider
}

/// Appends a part and its end.
fn end(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend_from_slice(part);
    bytes.push(0);
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

/// A text that is no fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFingerprint;

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    /// Reads the sixteen hexadecimal digits that a fingerprint is written as.
    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let is_written = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let number = u64::from_str_radix(text, 16).map_err(|_| NoFingerprint)?;
        is_written.then_some(Self(number)).ok_or(NoFingerprint)
    }
}

/// Tells findings apart that have the same fingerprint, by their order.
pub fn number(diagnostics: &mut [Diagnostic]) {
    let mut met: FxHashMap<Fingerprint, u32> = FxHashMap::default();
    for diagnostic in diagnostics {
        let occurrence = met.entry(diagnostic.fingerprint).or_default();
        *occurrence += 1;
        diagnostic.fingerprint = diagnostic.fingerprint.occurrence(*occurrence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_of_files_written_long_ago() {
        let first = Fingerprint::of("di-terpisah", "Rapat  di mulai\npukul sembilan.");
        assert_eq!(first.to_string(), "e68c742c546bd379");
        assert_eq!(first.occurrence(1), first);
        assert_eq!(first.occurrence(2).to_string(), "09c72e446725ae9c");
        assert_eq!(first.within("artikel/draf.md").to_string(), "0d7621570bd61a86");
        assert_eq!(first.to_string().parse(), Ok(first));
    }

    #[test]
    fn only_what_is_written_so_is_a_fingerprint() {
        for wrong in ["", "1", "00000000000000001", "000000000000000G", "+00000000000000f", "000000000000000A"] {
            assert_eq!(wrong.parse::<Fingerprint>(), Err(NoFingerprint), "{wrong}");
        }
    }
}
