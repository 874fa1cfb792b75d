//! The words of one line, and what a line may look like.

use crate::text::Span;

/// What a line looks like, word by word.
pub(super) struct Template {
    pieces: Vec<Piece>,
}

enum Piece {
    /// This word.
    Word(String),
    /// A number.
    Number,
    /// Any words, or none.
    Any,
}

impl Template {
    /// The template of `text`: words, `#` for a number, `*` for any words.
    pub(super) fn new(text: &str) -> Self {
        let piece = |word: &str| match word {
            "*" => Piece::Any,
            "#" => Piece::Number,
            word => Piece::Word(word.to_owned()),
        };
        Self { pieces: text.split_whitespace().map(piece).collect() }
    }

    /// The first word without its colon, or `#`; `None` where any words may come first.
    pub(super) fn first(&self) -> Option<&str> {
        match self.pieces.first() {
            Some(Piece::Word(word)) => Some(word.trim_end_matches(':')),
            Some(Piece::Number) => Some("#"),
            Some(Piece::Any) | None => None,
        }
    }

    /// The last word without its colon; `None` where any words, or a number, may come last.
    pub(super) fn last(&self) -> Option<&str> {
        match self.pieces.last() {
            Some(Piece::Word(word)) => Some(word.trim_end_matches(':')),
            _ => None,
        }
    }

    /// Whether `words` are a line of this shape.
    pub(super) fn fits(&self, words: &[&str]) -> bool {
        // Most templates that begin with any words are told from a line by its last one.
        let ends_otherwise = match (self.pieces.last(), words.last()) {
            (Some(Piece::Word(word)), Some(written)) => !is_word(word, written),
            _ => false,
        };
        !ends_otherwise && fit(&self.pieces, words)
    }
}

fn fit(pieces: &[Piece], words: &[&str]) -> bool {
    let Some((piece, pieces)) = pieces.split_first() else {
        return words.is_empty();
    };
    match piece {
        Piece::Any => (0..=words.len()).any(|taken| fit(pieces, &words[taken..])),
        Piece::Word(word) => words.first().is_some_and(|written| is_word(word, written)) && fit(pieces, &words[1..]),
        Piece::Number => words.first().is_some_and(|word| is_number(word)) && fit(pieces, &words[1..]),
    }
}

/// Whether `written` is the word of a template, which need not name a colon.
fn is_word(word: &str, written: &str) -> bool {
    written == word || written.strip_suffix(':') == Some(word)
}

/// `text` in small letters, without signs around each of its words; a colon stays, since it tells *sumber: …* from
/// *sumber daya*.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let bare = if is_bare(word) { word } else { word.trim_matches(is_sign) };
        if bare == ":" && out.ends_with(' ') {
            out.insert(out.len() - 1, ':');
        }
        let bare = bare.trim_start_matches([':', '(']);
        if !bare.is_empty() {
            let start = out.len();
            out.push_str(bare);
            if bare.is_ascii() {
                out[start..].make_ascii_lowercase();
            } else {
                out.truncate(start);
                out.extend(bare.chars().flat_map(char::to_lowercase));
            }
            out.push(' ');
        }
    }
    out
}

/// Whether letters or digits are at both ends of `word`, as of most.
fn is_bare(word: &str) -> bool {
    let ends = (word.as_bytes().first(), word.as_bytes().last());
    matches!(ends, (Some(first), Some(last)) if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
}

/// Whether lines are compared without `c` around their words.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !matches!(c, ':' | '©' | '#' | '@' | '(')
}

/// Whether `word` begins with a digit and holds no letter: *12*, *1.234*, *13:25*.
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains(char::is_alphabetic)
}

/// Whether `word` counts something: *0*, *1.234*, *1,2k*, *15rb*.
pub(super) fn is_count(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &word[digits.len()..];
    matches!(unit, "" | "k" | "m" | "rb" | "jt")
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

/// Whether `words` are hash tags: *#berita*, *#energi surya*.
pub(super) fn is_hashtags(words: &[&str]) -> bool {
    /// A tag may have so many words.
    const WORDS: usize = 3;
    let is_tag = |word: &&str| word.strip_prefix('#').is_some_and(|name| name.starts_with(char::is_alphabetic));
    let tags = words.iter().filter(|word| is_tag(word)).count();
    words.first().is_some_and(is_tag) && (tags == words.len() || tags == 1 && words.len() <= WORDS)
}

/// Whether `word` is a date in numbers: *23/07/2024*, *2024-07-23*.
pub(super) fn is_slashed_date(word: &str) -> bool {
    let mut parts = word.split(['/', '-']);
    let all_digits = parts.by_ref().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    all_digits && word.len() >= 8 && word.matches(['/', '-']).count() == 2
}

/// Whether `word` is a time of day with a colon: *13:25*, *13:25:07*.
pub(super) fn is_clock(word: &str) -> bool {
    word.contains(':') && word.split(':').all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The whole line, or lines, of `span` in `text` with the line break behind it, and the blank line behind that where a
/// blank line, or nothing, stands before the lines that are deleted with it, which begin at `first`.
pub(super) fn whole(text: &str, span: Span, first: u32) -> Span {
    let start_of_line = |at: u32| text[..at as usize].rfind('\n').map_or(0, |at| at + 1);
    let end_of_line = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let mut end = end_of_line(span.end as usize);
    let before = text[..start_of_line(first)].lines().next_back();
    let next = &text[end..end_of_line(end)];
    if before.is_none_or(|line| line.trim().is_empty()) && next.ends_with('\n') && next.trim().is_empty() {
        end += next.len();
    }
    Span::of(start_of_line(span.start)..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_fit_whole_lines() {
        let fits = |template: &str, line: &str| {
            Template::new(template).fits(&folded(line).split_whitespace().collect::<Vec<_>>())
        };
        assert!(fits("posted on *", "Posted on:"));
        assert!(fits("# komentar", "12 Komentar"));
        assert!(fits("baca juga: *", ">> BACA JUGA: Lima Cara Hemat"));
        assert!(!fits("sumber: google", "Sumber Google"));
        assert!(!fits("baca juga", "Baca juga buku ini"));
        assert!(fits("# menit yang lalu", "5 menit yang lalu"));
    }

    #[test]
    fn a_line_is_deleted_with_its_break_and_one_blank_line() {
        let text = "Satu.\n\nBagikan\n\nDua.\n";
        assert_eq!(whole(text, Span::new(7, 14), 7), Span::new(7, 16));
        let text = "Satu.\nBagikan";
        assert_eq!(whole(text, Span::new(6, 13), 6), Span::new(6, 13));
    }
}
