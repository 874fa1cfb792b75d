//! What a line of plain text is by its shape: a heading, a list item, running text.

/// Words that stay lower case in a title.
const SMALL_WORDS: [&str; 30] = [
    "dan", "di", "ke", "dari", "dalam", "yang", "untuk", "pada", "dengan", "atau", "oleh", "serta", "bagi", "terhadap",
    "sebagai", "antara", "tentang", "demi", "agar", "per", "the", "of", "and", "in", "for", "to", "a", "an", "vs", "&",
];

/// The most words and bytes a heading has.
const LONGEST_HEADING: (usize, usize) = (14, 110);

/// The length in bytes of the list marker at the start of `line` with the blanks behind it; 0 when there is none.
pub(super) fn marker_length(line: &str) -> usize {
    let length = sign_length(line).or_else(|| number_length(line)).unwrap_or(0);
    let rest = &line[length..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\u{A0}']).len();
    if length == 0 || blanks == 0 || blanks == rest.len() { 0 } else { length + blanks }
}

/// A bullet, with the variation selector of an emoji.
fn sign_length(line: &str) -> Option<usize> {
    let sign = line.chars().next()?;
    let is_bullet = matches!(
        sign,
        '-' | '*'
            | '+'
            | '•'
            | '‣'
            | '⁃'
            | '◦'
            | '▪'
            | '▫'
            | '■'
            | '□'
            | '●'
            | '○'
            | '·'
            | '–'
            | '—'
            | '➢'
            | '➤'
            | '►'
            | '▶'
            | '▸'
            | '✓'
            | '✔'
            | '✅'
            | '☑'
            | '❌'
            | '✗'
            | '✘'
            | '➡'
            | '→'
            | '👉'
            | '🔹'
            | '🔸'
            | '🔷'
            | '🔶'
            | '\u{F0B7}'
    );
    let selector = line[sign.len_utf8()..].strip_prefix('\u{FE0F}').map_or(0, |_| '\u{FE0F}'.len_utf8());
    is_bullet.then_some(sign.len_utf8() + selector)
}

/// `1.`, `12)`, `(3)`, `a.`, `b)`, `(c)`, `iv.`
fn number_length(line: &str) -> Option<usize> {
    let open = usize::from(line.starts_with('('));
    let rest = &line[open..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_roman = rest[..letters].bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let length = match (digits, letters) {
        (1..=3, 0) => digits,
        (0, 1) if !rest.starts_with(|c: char| c.is_ascii_uppercase()) || rest[1..].starts_with(')') => 1,
        (0, 2..=4) if is_roman => letters,
        _ => return None,
    };
    let closing = rest.as_bytes().get(length)?;
    let fits = if open == 1 { *closing == b')' } else { matches!(closing, b'.' | b')') };
    fits.then_some(open + length + 1)
}

/// Whether a line begins with an emoji that shows a number: `1️⃣`.
pub(super) fn begins_with_keycap(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(|c: char| c.is_ascii_digit() || c == '#') else {
        return line.starts_with('\u{1F51F}');
    };
    rest.trim_start_matches('\u{FE0F}').starts_with('\u{20E3}')
}

/// How many `#` signs a line begins with.
pub(super) fn hashes(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b'#').count()
}

/// Whether a line is short and ends without a stop, as headings do; a question mark may end it.
pub(super) fn is_headline(line: &str) -> bool {
    if line.len() > LONGEST_HEADING.1 + LONGEST_HEADING.1 / 2 || line.chars().count() > LONGEST_HEADING.1 {
        return false;
    }
    let last = line.chars().rev().find(|c| c.is_alphanumeric() || matches!(c, '.' | '!' | '?' | '…' | ',' | ';' | ':'));
    last.is_some_and(|last| last.is_alphanumeric() || last == '?')
        && line.split_whitespace().count() <= LONGEST_HEADING.0
        && line.chars().any(char::is_alphabetic)
        && !holds_sentence_end(line)
}

/// Whether a stop, a blank and a capital stand inside a line, after a word of some length.
fn holds_sentence_end(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let is_end = word.len() > 4
            && word.ends_with(['.', '!'])
            && word[..word.len() - 1].bytes().all(|b| b.is_ascii_lowercase());
        if is_end && words.peek().is_some_and(|next| next.starts_with(char::is_uppercase)) {
            return true;
        }
    }
    false
}

/// Whether all words of a line but the small ones begin with a capital, a digit or a sign.
pub(super) fn is_title_case(line: &str) -> bool {
    let mut capitals = 0;
    for word in line.split_whitespace() {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = word.chars().next() else { continue };
        if first.is_uppercase() {
            capitals += 1;
        } else if first.is_lowercase() && !SMALL_WORDS.contains(&word) {
            return false;
        }
    }
    capitals > 0
}

/// Whether a line is wrapped in the asterisks of a bold heading.
pub(super) fn is_bold(line: &str) -> bool {
    line.strip_prefix("**")
        .and_then(|line| line.strip_suffix("**"))
        .is_some_and(|inner| !inner.is_empty() && !inner.contains("**") && is_headline(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_lists_are_told_from_text() {
        let cases = [
            ("1. Satu", 3),
            ("12) Dua", 4),
            ("(3) Tiga", 4),
            ("a. Empat", 3),
            ("b) Lima", 3),
            ("iv. Enam", 4),
            ("- Tujuh", 2),
            ("• Delapan", 4),
            ("✅ Sembilan", 4),
            ("✔️ Sepuluh", 7),
            ("–\tSebelas", 4),
            ("1.000 orang", 0),
            ("2024. Tahun", 0),
            ("A. Hasan", 0),
            ("di. x", 0),
            ("-", 0),
            ("1.", 0),
            ("-5 derajat", 0),
            ("", 0),
        ];
        for (line, length) in cases {
            assert_eq!(marker_length(line), length, "{line:?}");
        }
    }

    #[test]
    fn headings_are_short_and_have_no_stop() {
        let cases = [
            ("Kesimpulan", true),
            ("Apa Itu Kerja Sama?", true),
            ("Mencegah Konflik 💀", true),
            ("Inflasi (2023)", true),
            ("Ini kalimat.", false),
            ("Berikut ini:", false),
            ("Halo semua! 💪", false),
            ("…", false),
            ("123", false),
            ("Rapat dimulai. Semua hadir", false),
            ("Dr. Soetomo dan Zamannya", true),
        ];
        for (line, expected) in cases {
            assert_eq!(is_headline(line), expected, "{line:?}");
        }
        assert!(is_title_case("Peran Negara dalam Krisis") && !is_title_case("Sumber foto: Google"));
        assert!(is_bold("**Judul Tebal**") && !is_bold("**Kalimat.**"));
        assert!(begins_with_keycap("1️⃣ Satu") && begins_with_keycap("2⃣ Dua") && !begins_with_keycap("1 Satu"));
    }
}
