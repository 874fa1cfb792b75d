//! Splitting a block's words into sentences.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon;
use super::vocabulary::Vocabulary;
use super::word::{Shape, Word, WordKind};
use crate::text::Span;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes of the prose, from its first word to its last.
    pub span: Span,
    /// Its words, as indices into the document's words.
    pub words: Range<usize>,
    /// The block it stands in, as an index into the prose's blocks.
    pub block: usize,
}

/// Splits `words[from..]`, the words of block `block`, and appends the sentences.
pub fn split(prose: &str, vocabulary: &Vocabulary, words: &[Word], from: usize, block: usize, out: &mut Vec<Sentence>) {
    let reader = Reader { prose, vocabulary, words, from };
    let mut start = from;
    let mut at = from;
    while at < words.len() {
        at = match reader.end_at(at, start) {
            Some(end) => {
                out.push(sentence(words, start..end, block));
                start = end;
                end
            }
            None => at + 1,
        };
    }
    if start < words.len() {
        out.push(sentence(words, start..words.len(), block));
    }
}

/// Whether the mark that begins with this byte may end a sentence: a comma, the commonest, does not.
#[inline]
const fn may_stop(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | 0x80..)
}

fn sentence(words: &[Word], range: Range<usize>, block: usize) -> Sentence {
    Sentence { span: words[range.start].span.to(words[range.end - 1].span), words: range, block }
}

struct Reader<'a> {
    prose: &'a str,
    vocabulary: &'a Vocabulary,
    words: &'a [Word],
    from: usize,
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.span.of_text(self.prose))
    }

    /// The index after the sentence's last word, when the word at `at` ends the sentence that began at `start`.
    fn end_at(&self, at: usize, start: usize) -> Option<usize> {
        let (word, bytes) = (self.words[at], self.prose.as_bytes());
        let stop = match word.kind {
            WordKind::Punctuation if may_stop(bytes[word.span.start as usize]) => self.text(at),
            // *S.H.* and its like carry the sentence's own full stop.
            WordKind::Word if bytes[word.span.end as usize - 1] == b'.' => ".",
            _ => return None,
        };
        let is_stop = matches!(stop, "!" | "?" | "…" | "‼" | "⁉") || stop.starts_with('.');
        if !is_stop {
            return None;
        }
        let mut end = at + 1;
        while end < self.words.len() && self.is_glued(end) && self.goes_with_stop(end) {
            end += 1;
        }
        let Some(next) = self.words.get(end) else {
            return Some(end);
        };
        let spaced = !self.is_glued(end);
        let ends = match stop {
            "." => self.stop_ends(at, start, end, spaced, *next),
            _ => spaced && !self.begins_small(end),
        };
        ends.then_some(end)
    }

    /// Whether the word at `at` follows the one before it without white space.
    fn is_glued(&self, at: usize) -> bool {
        at > self.from && self.words[at - 1].span.end == self.words[at].span.start
    }

    fn goes_with_stop(&self, at: usize) -> bool {
        matches!(self.text(at), "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "!" | "?" | "…")
            || self.text(at).starts_with('.')
    }

    fn begins_small(&self, at: usize) -> bool {
        self.text(at).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
    }

    /// Whether the full stop at `at` ends a sentence whose next word is `next`, the word at `end`.
    fn stop_ends(&self, at: usize, start: usize, end: usize, spaced: bool, next: Word) -> bool {
        let own = self.words[at].is_word();
        let before = if own { at } else { at.wrapping_sub(1) };
        let Some(&last) = self.words.get(before).filter(|_| at > start || own) else {
            return false;
        };
        let small = self.begins_small(end);
        if !spaced {
            return self.is_missing_space(last, next, end);
        }
        if own {
            // *Budi, S.H.* may end a sentence; *W.S. Rendra* and *a.n. Budi* go on.
            let is_degree = at > start && self.text(at - 1) == ",";
            return is_degree && !small && self.is_opening(end);
        }
        match last.kind {
            WordKind::Number => !small && before > start,
            WordKind::Word if self.is_initial(last) => !small && self.is_label(before, start) && self.is_opening(end),
            WordKind::Word if self.is_abbreviation(last) => {
                !small && self.may_close(last) && next.shape != Shape::Lower
            }
            WordKind::Word if small => self.is_glued(at) && last.shape == Shape::Lower && last.span.len() > 2,
            _ => true,
        }
    }

    /// *akhir.Awal*: the white space after the stop was forgotten.
    fn is_missing_space(&self, last: Word, next: Word, end: usize) -> bool {
        last.is_word()
            && next.is_word()
            && last.shape == Shape::Lower
            && next.shape == Shape::Capital
            && last.span.len() > 2
            && self.text(end).len() > 1
            && !self.is_abbreviation(last)
    }

    /// A capital letter of its own: *A. Hasan*.
    fn is_initial(&self, word: Word) -> bool {
        let text = word.span.of_text(self.prose);
        text.chars().count() == 1 && word.shape != Shape::Lower
    }

    /// Whether a single capital is no initial but says which one or how much: *vitamin C*, *1920 M*, *5 °C*.
    fn is_label(&self, at: usize, start: usize) -> bool {
        static LABELLED: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("labelled-nouns"));
        let Some(before) = at.checked_sub(1).filter(|before| *before >= start).map(|before| self.words[before]) else {
            return false;
        };
        matches!(before.kind, WordKind::Number | WordKind::Symbol)
            || LABELLED.is_some_and(|list| {
                let form = self.vocabulary.form(before.form);
                let base = form.text.strip_suffix("nya").unwrap_or(&form.text);
                lexicon::lists(base).has(list)
            })
    }

    fn is_abbreviation(&self, word: Word) -> bool {
        static ABBREVIATIONS: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("abbreviations"));
        ABBREVIATIONS.is_some_and(|list| self.vocabulary.form(word.form).lists().has(list))
    }

    /// Whether an abbreviation may be the last word of a sentence; titles and *No.* never are.
    fn may_close(&self, word: Word) -> bool {
        matches!(
            &*self.vocabulary.form(word.form).text,
            "dll" | "dsb" | "dst" | "dkk" | "wib" | "wita" | "wit" | "tbk" | "inc" | "ltd" | "jr" | "sr" | "red"
        )
    }

    /// After *S.H.* a capital opens a sentence only where a name or a list of degrees cannot go on.
    fn is_opening(&self, at: usize) -> bool {
        let word = self.words[at];
        let form = self.vocabulary.form(word.form);
        word.is_word() && word.shape == Shape::Capital && form.entry().is_some_and(|entry| !entry.is_name())
    }
}
