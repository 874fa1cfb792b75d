//! Text from files made harmless for a terminal: what would steer it, or hide, is shown instead of sent.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` with everything shown that a terminal would obey or not draw: control characters, marks that turn the
/// reading direction, invisible spaces. Line breaks and tabs count as control characters here.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_printed(text) || !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    text.chars().for_each(|character| push(&mut out, character));
    Cow::Owned(out)
}

/// Like [`visible`] for one line of a text: tabs and the line ending stay, and what does no harm stays where `hidden`
/// says so.
pub fn visible_line(line: &str, hidden: Hidden) -> Cow<'_, str> {
    let body = line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')).unwrap_or(line);
    let is_shown = |character: char| match hidden {
        Hidden::Shown => character != '\t' && is_hidden(character),
        Hidden::Kept => character != '\t' && is_steering(character),
    };
    if is_printed(body) || !body.chars().any(is_shown) {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len() + 16);
    for character in body.chars() {
        if is_shown(character) { push(&mut out, character) } else { out.push(character) }
    }
    out.push_str(&line[body.len()..]);
    Cow::Owned(out)
}

/// What becomes of characters that are invisible and harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// They are shown, for people.
    Shown,
    /// They are kept, for programs.
    Kept,
}

/// Appends `character`, or the sign that stands for it.
fn push(out: &mut String, character: char) {
    match character {
        '\0'..='\u{1F}' => out.push(char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{FFFD}')),
        '\u{7F}' => out.push('\u{2421}'),
        _ if is_hidden(character) => {
            let _infallible = write!(out, "<U+{:04X}>", u32::from(character));
        }
        _ => out.push(character),
    }
}

/// Whether there is nothing but printed signs of ASCII, as in most texts.
fn is_printed(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a terminal would obey `character`.
const fn is_steering(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether a terminal would obey `character` or draw nothing. Joiners and variation selectors, which build emoji, are
/// left as they are.
const fn is_hidden(character: char) -> bool {
    is_steering(character)
        || matches!(character, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_language_is_left_alone() {
        for (raw, shown) in [
            ("\u{1B}[31mmerah", "␛[31mmerah"),
            ("a\u{9B}b\u{202E}c\u{2066}", "a<U+009B>b<U+202E>c<U+2066>"),
            ("baris\nbaru\t", "baris␊baru␉"),
            ("é — 👩‍🦰 ️", "é — 👩‍🦰 ️"),
        ] {
            assert_eq!(visible(raw), shown);
        }
        assert_eq!(visible_line("a\tb\u{7}\u{200B}\r\n", Hidden::Shown), "a\tb␇<U+200B>\r\n");
        assert_eq!(visible_line("a\tb\u{7}\u{200B}\r\n", Hidden::Kept), "a\tb␇\u{200B}\r\n");
    }
}
