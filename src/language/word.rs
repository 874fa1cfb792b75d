//! Splitting prose into words: letters with their hyphens and apostrophes, numbers, addresses, emoji, punctuation.

use unicode_segmentation::UnicodeSegmentation;

use super::address::{address, run};
use super::number::{digits, is_version, money, number};
use super::short::Short;
use super::vocabulary::{FormId, Vocabulary};
use crate::format::OPAQUE;
use crate::text::Span;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// Letters, with hyphens, apostrophes and digits inside: *anak-anak*, *Qur'an*, *KTP-mu*, *COVID-19*, *S.H.*
    Word,
    /// Begins with a digit: *10.000*, *15.30*, *1990-an*; also money: *Rp10.000*.
    Number,
    /// A web address, a domain or a file name: *www.contoh.id*.
    Url,
    /// An e-mail address.
    Email,
    /// *@nama*.
    Mention,
    /// *#tagar*.
    Hashtag,
    /// One emoji with its modifiers and joiners.
    Emoji,
    /// One punctuation mark, or a run of full stops.
    Punctuation,
    /// Any other sign.
    Symbol,
    /// Something that is not to be read: code, an image, a template expression.
    Opaque,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// No capital letter, or no letter at all.
    Lower,
    /// The first letter is a capital, and no letter after it: *Jakarta*; also *Undang-Undang*.
    Capital,
    /// At least two letters, all capitals: *PBB*.
    Upper,
    /// Anything else: *iPhone*, *SIMnya*.
    Mixed,
}

/// One word of the prose; white space is no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes of the prose.
    pub span: Span,
    /// Its lower-case form; [`FormId::NONE`] for numbers, addresses, emoji and what is not to be read.
    pub form: FormId,
    /// What it is made of.
    pub kind: WordKind,
    /// How it is capitalised.
    pub shape: Shape,
}

impl Word {
    /// Whether the word is of letters.
    #[inline]
    pub fn is_word(self) -> bool {
        self.kind == WordKind::Word
    }
}

/// Finds the words of `block`, a span of `prose`, and appends them to `words`.
pub fn split(prose: &str, block: Span, vocabulary: &mut Vocabulary, words: &mut Vec<Word>) {
    let end = block.end as usize;
    let mut at = block.start as usize;
    loop {
        at += plain_words(prose, at, end, vocabulary, words);
        match next_word(prose, at, end, vocabulary) {
            Some(word) => {
                at = word.span.end as usize;
                words.push(word);
            }
            None => return,
        }
    }
}

/// Appends the words from `at` on that are a few ASCII letters between spaces and the commonest punctuation, with this
/// punctuation, and returns how many bytes they take: nearly all of a text, for which nothing else needs to be asked.
fn plain_words(prose: &str, at: usize, end: usize, vocabulary: &mut Vocabulary, words: &mut Vec<Word>) -> usize {
    let bytes = &prose.as_bytes()[at..end];
    let mut done = 0;
    loop {
        let mut start = done;
        while bytes.get(start) == Some(&b' ') {
            start += 1;
        }
        let Some(word) = Short::letters(&bytes[start..]) else { return done };
        let stop = start + word.len();
        let ends_at = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\n'));
        let behind = match bytes.get(stop) {
            Some(b',') => stop + 1,
            Some(b'.') if ends_at(stop + 1) => stop + 1,
            _ => stop,
        };
        let is_plain = stop > start && (behind > stop || ends_at(stop));
        let (true, Some(small)) = (is_plain, word.small()) else { return done };
        let shape = match word.capitals() {
            _ if small == word => Shape::Lower,
            1 if bytes[start].is_ascii_uppercase() => Shape::Capital,
            capitals if capitals == word.len() => Shape::Upper,
            _ => Shape::Mixed,
        };
        let span = Span::of(at + start..at + stop);
        let form = vocabulary.intern_small(small, || span.of_text(prose));
        words.push(Word { span, form, kind: WordKind::Word, shape });
        if behind > stop {
            let span = Span::of(at + stop..at + behind);
            let form = vocabulary.intern(span.of_text(prose));
            words.push(Word { span, form, kind: WordKind::Punctuation, shape: Shape::Lower });
        }
        done = behind;
    }
}

/// The first word of the prose from `at` up to `end`, whatever it is made of.
fn next_word(prose: &str, mut at: usize, end: usize, vocabulary: &mut Vocabulary) -> Option<Word> {
    while let Some(first) = prose.get(at..end).and_then(|rest| rest.chars().next()) {
        if first.is_whitespace() || is_invisible(first) {
            at += first.len_utf8();
            continue;
        }
        let rest = &prose[at..end];
        let (kind, length) = measure(rest, first);
        let text = &rest[..length];
        let (shape, form) = match kind {
            WordKind::Word => (shape_of(text), vocabulary.intern(text)),
            WordKind::Punctuation | WordKind::Symbol => (Shape::Lower, vocabulary.intern(text)),
            _ => (Shape::Lower, FormId::NONE),
        };
        return Some(Word { span: Span::of(at..at + length), form, kind, shape });
    }
    None
}

/// The kind and the length in bytes of the word at the start of `rest`, whose first character is `first`.
fn measure(rest: &str, first: char) -> (WordKind, usize) {
    if first.is_ascii_digit() {
        return number(rest);
    }
    if is_letter(first) {
        return letters(rest);
    }
    match first {
        OPAQUE => (WordKind::Opaque, first.len_utf8()),
        '@' | '#' => {
            let name = run(&rest[1..], |c| c.is_alphanumeric() || c == '_' || c == '.').trim_end_matches('.');
            let is_named = name.contains(|c: char| !c.is_numeric());
            let (name, kind) = (name.len(), if first == '@' { WordKind::Mention } else { WordKind::Hashtag });
            if is_named { (kind, name + 1) } else { (WordKind::Symbol, 1) }
        }
        '.' => (WordKind::Punctuation, run(rest, |c| c == '.').len()),
        _ if is_punctuation(first) => (WordKind::Punctuation, first.len_utf8()),
        _ if is_emoji(first) => (WordKind::Emoji, rest.graphemes(true).next().map_or(first.len_utf8(), str::len)),
        _ => (WordKind::Symbol, first.len_utf8()),
    }
}

fn letters(rest: &str) -> (WordKind, usize) {
    let at = tail_of_word(rest);
    if let Some(money) = money(rest, at) {
        return money;
    }
    let next = rest.as_bytes().get(at).copied();
    match next {
        // *v1.2.3*
        Some(b'.') if is_version(rest, at) => (WordKind::Word, digits(rest.as_bytes(), at)),
        Some(b'.' | b'@' | b'_' | b':') => address(rest, at)
            .or_else(|| abbreviation(rest, at).map(|length| (WordKind::Word, length)))
            .unwrap_or((WordKind::Word, at)),
        _ => (WordKind::Word, at),
    }
}

/// The length of letters and digits, with a hyphen, apostrophe or underscore between two of them.
pub(super) fn tail_of_word(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    loop {
        // Nearly every letter is ASCII: those are passed over byte by byte.
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        let Some(&byte) = bytes.get(at) else {
            return at;
        };
        if byte.is_ascii() {
            let joins = matches!(byte, b'-' | b'\'' | b'_') && at > 0 && rest[at + 1..].starts_with(is_letter_or_digit);
            if !joins {
                return at;
            }
            at += 1;
            continue;
        }
        let Some(c) = rest[at..].chars().next() else {
            return at;
        };
        let joins = matches!(c, '’' | 'ʼ' | '\u{2011}') && at > 0;
        let goes_on = if joins {
            rest[at + c.len_utf8()..].starts_with(is_letter_or_digit)
        } else {
            is_letter(c) || c.is_numeric() && c.is_alphanumeric() || is_mark(c) && at > 0
        };
        if !goes_on {
            return at;
        }
        at += c.len_utf8();
    }
}

/// The length of an abbreviation with full stops inside that begins `rest`, whose first piece ends at `at`:
/// *S.H.*, *M.Si.*, *a.n.*, *A.H.*
fn abbreviation(rest: &str, at: usize) -> Option<usize> {
    let mut pieces = 1;
    let mut end = at;
    if !is_piece(&rest[..at]) {
        return None;
    }
    while rest.as_bytes().get(end) == Some(&b'.') {
        let next = run(&rest[end + 1..], char::is_alphabetic);
        if next.is_empty() {
            break;
        }
        if !is_piece(next) {
            return None;
        }
        pieces += 1;
        end += 1 + next.len();
    }
    if pieces < 2 {
        return None;
    }
    Some(if rest.as_bytes().get(end) == Some(&b'.') && !rest[end..].starts_with("..") { end + 1 } else { end })
}

/// Whether `text` may be a piece of an abbreviation: one letter, or a capital with up to four small letters.
fn is_piece(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return false;
    };
    match chars.clone().count() {
        0 => first.is_alphabetic(),
        1..=4 => first.is_uppercase() && chars.all(char::is_lowercase),
        _ => false,
    }
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic()
}

fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether `c` belongs to the letter before it: a combining mark or something invisible.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}') || is_invisible(c)
}

/// Whether `c` takes no room: zero-width spaces and joiners, soft hyphens, byte order marks.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' | '%');
    }
    matches!(c, '‐'..='‧' | '«' | '»' | '¿' | '¡' | '‹' | '›' | '、' | '。' | '·')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{203C}' | '\u{2049}' | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

fn shape_of(text: &str) -> Shape {
    let (mut upper, mut lower, mut first_upper, mut inner_upper) = (0_u32, 0_u32, false, false);
    let mut at_start = true;
    for c in text.chars() {
        if c.is_uppercase() {
            upper += 1;
            first_upper |= upper + lower == 1;
            inner_upper |= !at_start;
        } else if c.is_alphabetic() {
            lower += 1;
        }
        at_start = matches!(c, '-' | '\u{2011}');
    }
    match (upper, lower) {
        (0, _) => Shape::Lower,
        (2.., 0) => Shape::Upper,
        _ if first_upper && !inner_upper => Shape::Capital,
        _ => Shape::Mixed,
    }
}
