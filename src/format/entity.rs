//! The text between tags: character references decoded, runs of white space one space.

use html5gum::{Token, Tokenizer};

use super::draft::{Draft, Piece};

/// Writes `slice`, which stands at byte `base` of the source, into the draft.
pub(super) fn copy(draft: &mut Draft<'_>, slice: &str, base: usize) {
    scan(slice, base, |piece| draft.write(piece));
}

/// The text `slice`, which stands at byte `base` of the source, in pieces.
pub(super) fn pieces(slice: &str, base: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    scan(slice, base, |piece| pieces.push(piece));
    pieces
}

fn scan(slice: &str, base: usize, mut write: impl FnMut(Piece)) {
    let bytes = slice.as_bytes();
    let piece = |text: Option<&str>, from: usize, to: usize| Piece {
        text: text.map(Box::from),
        source: base + from..base + to,
    };
    let (mut copied, mut at) = (0, 0);
    while let Some(&byte) = bytes.get(at) {
        let found = match byte {
            b'&' => reference(&slice[at..]).map(|(decoded, length)| (Some(decoded), length)),
            b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' => white_space(&bytes[at..]).map(|length| (None, length)),
            _ => None,
        };
        let Some((decoded, length)) = found else {
            at += 1;
            continue;
        };
        if copied < at {
            write(piece(None, copied, at));
        }
        write(piece(Some(decoded.as_deref().unwrap_or(" ")), at, at + length));
        at += length;
        copied = at;
    }
    if copied < at {
        write(piece(None, copied, at));
    }
}

/// The length of a run of white space that is more than the one character it stands for.
fn white_space(bytes: &[u8]) -> Option<usize> {
    let length = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')).count();
    (length > 1).then_some(length)
}

/// The longest name of a character reference, and more digits than a character needs.
const LONGEST: usize = 40;

/// The references that make up nearly all of those in real pages.
const COMMON: [(&str, &str); 14] = [
    ("&nbsp;", "\u{A0}"),
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&hellip;", "…"),
    ("&#8217;", "’"),
];

/// What the character reference at the start of `slice` stands for, and its length; `None` when it is none.
fn reference(slice: &str) -> Option<(String, usize)> {
    if let Some((written, decoded)) = COMMON.iter().find(|(written, _)| slice.starts_with(written)) {
        return Some(((*decoded).to_owned(), written.len()));
    }
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let mut length = 1 + slice.as_bytes()[1..].iter().take(LONGEST).take_while(|byte| is_inside(byte)).count();
    length += usize::from(slice.as_bytes().get(length) == Some(&b';'));
    let written = slice.get(..length).filter(|written| written.len() > 2)?;
    let mut decoded = String::new();
    for token in Tokenizer::new(written).flatten() {
        if let Token::String(text) = token {
            decoded.push_str(&String::from_utf8_lossy(&text));
        }
    }
    (decoded != written && !decoded.is_empty()).then_some((decoded, length))
}
