//! Finding the texts that rules over characters need, all at once.
//!
//! Nearly all of a text are small letters and spaces. A needed text that holds anything else is looked for where such a byte
//! stands; one of small letters where a word stands whose form holds its longest word, which is told once for every form.

use std::ops::Range;
use std::sync::OnceLock;

use fixedbitset::FixedBitSet;
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;

use crate::document::Context;
use crate::language::{FormId, Vocabulary};

/// The needed texts with the checks that need them.
#[derive(Default)]
pub(super) struct Literals {
    texts: Vec<Needed>,
    /// For every text, the checks that need it.
    needing: Vec<Needing>,
    index: OnceLock<Index>,
}

/// The checks that need a text.
#[derive(Default)]
pub(super) struct Needing {
    /// Those that need it or another one.
    pub(super) first: Vec<u16>,
    /// Those that need it or another one besides those.
    pub(super) also: Vec<u16>,
}

/// A needed text with what stands around it.
struct Needed {
    text: String,
    /// Whether a letter, a digit or what is beyond ASCII stands before it.
    is_behind_word: bool,
    /// Whether no letter, digit or underscore of ASCII stands after it.
    ends_word: bool,
}

impl Needed {
    /// What `literal` says: see [`crate::check::Triggers::literals`].
    fn new(literal: &str) -> Self {
        let (behind, text) = literal.strip_prefix(r"\w").map_or((false, literal), |text| (true, text));
        let (ends, text) = text.strip_suffix(r"\b").map_or((false, text), |text| (true, text));
        Self { text: text.to_owned(), is_behind_word: behind, ends_word: ends }
    }

    fn is_at(&self, text: &[u8], start: usize) -> bool {
        let behind = text.get(start..).and_then(|here| here.strip_prefix(self.text.as_bytes()));
        behind.is_some_and(|behind| {
            (!self.is_behind_word || text[..start].last().is_some_and(|&byte| is_wordy(byte) || !byte.is_ascii()))
                && (!self.ends_word || !behind.first().is_some_and(|&byte| is_wordy(byte)))
        })
    }
}

/// Whether a byte is a letter, a digit or an underscore of ASCII.
const fn is_wordy(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Which needed texts may be where words of the forms are that a linter has met.
#[derive(Default)]
pub(super) struct Touched {
    /// The forms that some may be at, and what has no form, which may hold any letters.
    forms: FixedBitSet,
    /// The traces of all forms, one form after the other, and where those of every form end.
    traces: Vec<Trace>,
    ends: Vec<u32>,
}

impl Touched {
    /// Which texts may be where a word of this form is.
    fn at(&self, form: FormId) -> &[Trace] {
        let (form, end) = (form.0 as usize, |form: usize| self.ends.get(form).map_or(0, |&end| end as usize));
        self.traces.get(form.checked_sub(1).map_or(0, end)..end(form)).unwrap_or_default()
    }
}

impl Literals {
    /// The texts, none of them empty, and the checks that need each.
    pub(super) fn new(needs: FxHashMap<String, Needing>) -> Self {
        let (texts, needing) = needs.into_iter().map(|(literal, needing)| (Needed::new(&literal), needing)).unzip();
        Self { texts, needing, index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.texts))
    }

    /// Takes in the forms that `vocabulary` has met since the last call.
    pub(super) fn extend(&self, touched: &mut Touched, vocabulary: &Vocabulary) {
        let new = touched.forms.len()..vocabulary.len();
        touched.forms.grow(new.end);
        for (index, id) in new.filter_map(|index| Some((index, FormId(u32::try_from(index).ok()?)))) {
            let traces = self.index().touching(&self.texts, vocabulary.form(id).text.as_bytes());
            touched.forms.set(index, !traces.is_empty());
            touched.traces.extend(traces);
            touched.ends.push(u32::try_from(touched.traces.len()).unwrap_or(u32::MAX));
        }
        touched.forms.insert(FormId::NONE.0 as usize);
    }

    /// Calls `found` with the checks of every needed text in a block that stands by itself, once or more.
    pub(super) fn search(&self, touched: &Touched, block: &Context, mut found: impl FnMut(&Needing)) {
        let (index, text) = (self.index(), block.document.prose.text.as_bytes());
        let mut found = |literal: usize| found(&self.needing[literal]);
        each_other(text, |at| {
            index
                .other
                .at(text, at)
                .filter(|trace| trace.is_at(&self.texts, text, at))
                .for_each(|it| found(it.literal as usize));
        });
        let is_anywhere = |(literal, finder): &&(usize, Finder)| {
            finder.find_iter(text).any(|at| self.texts[*literal].is_at(text, at))
        };
        index.letterless.iter().filter(is_anywhere).for_each(|(literal, _)| found(*literal));
        for word in block.words().iter().filter(|word| touched.forms.contains(word.form.0 as usize)) {
            let (start, written) = (word.span.start as usize, &text[word.span.range()]);
            if word.form != FormId::NONE && written.is_ascii() {
                let here = touched.at(word.form).iter().filter(|trace| trace.is_at(&self.texts, text, start));
                here.for_each(|trace| found(trace.literal as usize));
            } else if written.iter().any(u8::is_ascii_lowercase) {
                index.small.iter().filter(is_anywhere).for_each(|(literal, _)| found(*literal));
            }
        }
    }
}

/// Calls `visit` with the place of every byte that is neither a small letter nor a space.
fn each_other(text: &[u8], mut visit: impl FnMut(usize)) {
    // So many bytes are looked at all at once.
    const CHUNK: usize = 8;
    for (start, chunk) in (0..).step_by(CHUNK).zip(text.chunks(CHUNK)) {
        let is_plain =
            chunk.first_chunk::<CHUNK>().is_some_and(|chunk| chunk.iter().fold(true, |all, &it| all & is_small(it)));
        if !is_plain {
            (start..).zip(chunk).filter(|(_, byte)| !is_small(**byte)).for_each(|(at, _)| visit(at));
        }
    }
}

/// Whether most bytes of prose are such ones: small letters and spaces.
#[inline]
const fn is_small(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b' ')
}

/// Where a text is looked for: its number, and where it begins, counted from the place.
#[derive(Clone, Copy)]
struct Trace {
    literal: u32,
    from: i32,
    /// The text's start, and which bits of eight bytes it has: that tells of most places that the text is not there.
    start: u64,
    mask: u64,
}

impl Trace {
    fn new(literal: usize, text: &[u8], from: isize) -> Self {
        let absent = u64::BITS - 8 * u32::try_from(text.len()).map_or(8, |length| length.clamp(1, 8));
        let number = |number: isize| i32::try_from(number).unwrap_or_default();
        let literal = u32::try_from(literal).unwrap_or_default();
        Self { literal, from: number(from), start: eight(text), mask: u64::MAX >> absent }
    }

    /// The same seen from another place, which is so far before.
    fn seen_from(self, before: usize) -> Self {
        Self { from: self.from + i32::try_from(before).unwrap_or_default(), ..self }
    }

    #[inline]
    fn is_at(&self, texts: &[Needed], text: &[u8], place: usize) -> bool {
        let start = place.checked_add_signed(self.from as isize).filter(|&start| start <= text.len());
        start.is_some_and(|start| {
            eight(&text[start..]) & self.mask == self.start && texts[self.literal as usize].is_at(text, start)
        })
    }
}

/// The first eight bytes; zeros stand for what is behind the end.
#[inline]
fn eight(bytes: &[u8]) -> u64 {
    let first = bytes.first_chunk().copied();
    u64::from_le_bytes(first.unwrap_or_else(|| std::array::from_fn(|at| bytes.get(at).copied().unwrap_or(0))))
}

/// The texts by what they are looked for.
#[derive(Default)]
struct Index {
    /// Those that hold other bytes than small letters and spaces, under the rarest of these.
    other: Traces,
    /// Those of small letters and spaces, and the same under the longest word of each.
    small: Vec<(usize, Finder<'static>)>,
    words: Traces,
    /// Those of spaces.
    letterless: Vec<(usize, Finder<'static>)>,
}

impl Index {
    fn new(texts: &[Needed]) -> Self {
        let mut index = Self::default();
        for (literal, Needed { text, .. }) in texts.iter().enumerate() {
            let bytes = text.as_bytes();
            let others = (0..bytes.len()).filter(|&at| !is_small(bytes[at]));
            let word = longest_word(text);
            let finder = || Finder::new(text).into_owned();
            if let Some(at) = others.min_by_key(|&at| commonness(&bytes[at..])) {
                index.other.add(literal, bytes, at..bytes.len());
            } else if word.is_empty() {
                index.letterless.push((literal, finder()));
            } else {
                index.words.add(literal, bytes, word);
                index.small.push((literal, finder()));
            }
        }
        index
    }

    /// The texts of small letters that may be where a word of this form is, seen from its start.
    fn touching(&self, texts: &[Needed], form: &[u8]) -> Vec<Trace> {
        let mut touching = Vec::new();
        for at in 0..form.len() {
            for trace in self.words.at(form, at) {
                let Needed { text, .. } = &texts[trace.literal as usize];
                let word = longest_word(text);
                let (is_first, is_last) = (word.start == 0, word.end == text.len());
                let (before, here) = form.split_at(at);
                let behind = here.strip_prefix(text[word].as_bytes());
                // A space stands there in the text.
                if behind.is_some_and(|behind| is_last || behind.is_empty()) && (is_first || before.is_empty()) {
                    touching.push(trace.seen_from(at));
                }
            }
        }
        touching
    }
}

/// The first of the longest words in a text of words and spaces.
fn longest_word(text: &str) -> Range<usize> {
    let mut start = 0;
    let mut longest = 0..0;
    for word in text.split(' ') {
        if word.len() > longest.len() {
            longest = start..start + word.len();
        }
        start += word.len() + 1;
    }
    longest
}

/// Texts under up to three of their bytes.
#[derive(Default)]
struct Traces {
    /// The hashes of all the bytes that texts are known by.
    seen: FixedBitSet,
    by_bytes: FxHashMap<u32, Vec<Trace>>,
}

impl Traces {
    /// Adds a text that is known by what it has at `place`.
    fn add(&mut self, literal: usize, text: &[u8], place: Range<usize>) {
        let numbers = numbers(&text[place.clone()]);
        let number = numbers[place.len().min(numbers.len()) - 1];
        self.seen.grow(1 << u16::BITS);
        self.seen.insert(hash(number));
        self.by_bytes.entry(number).or_default().push(Trace::new(literal, text, -place.start.cast_signed()));
    }

    /// The texts that are known by what stands at `at`.
    #[inline]
    fn at(&self, text: &[u8], at: usize) -> impl Iterator<Item = &Trace> {
        let seen = numbers(&text[at..]).into_iter().filter(|number| self.seen.contains(hash(*number)));
        seen.filter_map(|number| self.by_bytes.get(&number)).flatten()
    }
}

/// The first one, two and three bytes with how many they are, as numbers; zeros stand for what is behind the end.
#[inline]
fn numbers(bytes: &[u8]) -> [u32; 3] {
    let bytes =
        bytes.first_chunk().copied().unwrap_or_else(|| [0, 1, 2, 3].map(|at| bytes.get(at).copied().unwrap_or(0)));
    let bytes = u32::from_le_bytes(bytes);
    [bytes & 0xFF | 1 << 24, bytes & 0xFFFF | 2 << 24, bytes & 0xFF_FFFF | 3 << 24]
}

/// The high half of a product with the multiplier of FxHash.
#[inline]
const fn hash(number: u32) -> usize {
    (number.wrapping_mul(0x9E37_79B9) >> 16) as usize
}

/// How common what stands at the start of `bytes` is in Indonesian prose, in doublings or so; the less the more common.
fn commonness(bytes: &[u8]) -> u32 {
    /// What stands for any byte.
    const ANY: u32 = 9;
    (0..3).map(|at| bytes.get(at).map_or(ANY, |&byte| commonness_of(byte))).sum()
}

/// How common a byte is in Indonesian prose, in doublings or so.
const fn commonness_of(byte: u8) -> u32 {
    match byte {
        b' ' | b'a' => 8,
        b'n' | b'e' | b'i' => 7,
        b'r' | b't' | b'u' | b'k' | b'd' | b's' | b'm' => 6,
        b'g' | b'l' | b'p' | b'b' | b'h' => 5,
        b'y' | b'o' | b'j' | b'c' | b'w' | b',' | b'.' => 4,
        // Dashes and quotation marks.
        0xE2 | 0x80 => 3,
        b'f' | b'v' | b'z' | b'A'..=b'Z' | b'0'..=b'9' => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::format::Format;
    use crate::text::Source;

    /// The numbers of the `texts` that are found in `text`.
    fn found(texts: &[&str], text: &str) -> Vec<u16> {
        let numbered = texts
            .iter()
            .zip(0..)
            .map(|(text, number)| ((*text).to_owned(), Needing { first: vec![number], also: Vec::new() }));
        let literals = Literals::new(numbered.collect());
        let (source, mut vocabulary) = (Source::new("", text), Vocabulary::default());
        let document = Document::new(&source, Format::Plain, &mut vocabulary);
        let (mut touched, mut found) = (Touched::default(), Vec::new());
        literals.extend(&mut touched, &vocabulary);
        for part in &document.parts {
            let context = Context { document: part, vocabulary: &vocabulary };
            literals.search(&touched, &context, |needing| found.push(needing.first[0]));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn overlapping_texts_of_any_length_are_all_found() {
        let texts = ["..", "...", "x", "ada", "ada ", "h: ", "—", "\u{200d}"];
        assert_eq!(found(&texts, "...x"), [0, 1, 2]);
        assert_eq!(found(&texts, "Kepada ada—"), [3, 4, 6]);
        assert_eq!(found(&texts, "buah: a\u{200d}ada"), [3, 5, 7]);
        assert_eq!(found(&texts, "x"), [2]);
        assert!(found(&texts, "").is_empty() && found(&texts, "a. d a").is_empty());
    }

    #[test]
    fn what_stands_around_a_text_tells() {
        let texts = [r" gan\b", r"\w” kata", r"\w.\b", "gan"];
        assert_eq!(found(&texts, "Mari gan."), [0, 2, 3]);
        assert_eq!(found(&texts, "Mari gan"), [0, 3]);
        assert_eq!(found(&texts, "“Mari,” kata ganti .5"), [3]);
        assert_eq!(found(&texts, "“Kafé” kata"), [1]);
        assert!(found(&texts, " 1.5").is_empty());
    }

    #[test]
    fn the_texts_are_found_that_stand_there_wherever_words_begin_and_end() {
        let text = "Rp10rb untuk 10km/jam, 5abcd dan 2x3 di contoh.id/halaman_baru; e-mail: saya@contoh.id #hariIni \
                    v1.2rc SIMnya na\u{ad}ma Qur'an ﷺ 10.000an M.Si.";
        let cut = |from: usize, to: usize| text.get(from..to);
        let pieces = (0..text.len()).flat_map(|from| (1..6).filter_map(move |length| cut(from, from + length)));
        for piece in pieces {
            assert_eq!(found(&[piece, "tiada"], text), [0], "{piece:?}");
        }
    }
}
