//! Numbers, versions and sums of money inside prose.

use unicode_segmentation::UnicodeSegmentation;

use super::address::address;
use super::word::{WordKind, is_letter, tail_of_word};

/// A number that begins `rest`, with the letters right behind it, or a keycap emoji.
pub(super) fn number(rest: &str) -> (WordKind, usize) {
    let bytes = rest.as_bytes();
    if rest[1..].starts_with("\u{FE0F}\u{20E3}") || rest[1..].starts_with('\u{20E3}') {
        return (WordKind::Emoji, rest.graphemes(true).next().map_or(1, str::len));
    }
    let mut at = digits(bytes, 0);
    // *1990-an*, *5kg*: letters right after the figures, or after a hyphen.
    let hyphen = usize::from(rest[at..].strip_prefix('-').is_some_and(|after| after.starts_with(is_letter)));
    let tail = tail_of_word(&rest[at + hyphen..]);
    at += hyphen + tail;
    match rest[at..].chars().next() {
        Some('@') if tail > 0 => address(rest, at).unwrap_or((WordKind::Number, at)),
        _ => (WordKind::Number, at),
    }
}

/// The end of a number that begins at `at`: digits, with one of `.,:/-–` between two of them.
pub(super) fn digits(bytes: &[u8], mut at: usize) -> usize {
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        let joint = match bytes.get(at) {
            Some(b'.' | b',' | b':' | b'/' | b'-') => 1,
            Some(0xE2) if bytes.get(at + 1..at + 3) == Some(&[0x80, 0x93]) => 3,
            _ => return at,
        };
        if !bytes.get(at + joint).is_some_and(u8::is_ascii_digit) {
            return at;
        }
        at += joint;
    }
}

/// Whether `rest` begins with *v* and figures up to `at`, where a point and more figures follow.
pub(super) fn is_version(rest: &str, at: usize) -> bool {
    let bytes = rest.as_bytes();
    at > 1
        && matches!(bytes[0], b'v' | b'V')
        && bytes[1..at].iter().all(u8::is_ascii_digit)
        && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// *Rp10.000*, *US$5*: a currency with its number, as one word.
pub(super) fn money(rest: &str, at: usize) -> Option<(WordKind, usize)> {
    let bytes = rest.as_bytes();
    if rest.starts_with("Rp") && bytes.get(2).is_some_and(u8::is_ascii_digit) {
        return Some((WordKind::Number, digits(bytes, 2)));
    }
    let is_dollar = bytes.get(at) == Some(&b'$') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
    is_dollar.then(|| (WordKind::Number, digits(bytes, at + 1)))
}
