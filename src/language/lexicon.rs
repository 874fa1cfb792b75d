//! The words that are known, embedded in the program and read in place.

use std::sync::LazyLock;

pub(crate) use super::edge::Edge;
use super::listed::Listed;
use super::{Class, Classes};
use super::{bucket, edge, packed, trigram};

include!(concat!(env!("OUT_DIR"), "/list_names.rs"));

macro_rules! listed {
    ($name:literal) => {
        LazyLock::new(|| Listed::open(include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".words"))))
    };
}

static WORDS: LazyLock<Listed> = listed!("words");
static LISTS: LazyLock<Listed> = listed!("lists");

/// English words apart from all others, so that none of them counts as a word of Indonesian.
static ENGLISH: LazyLock<Listed> = listed!("english");

/// How far a listed word may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// Found only in a word list made from the web, which also holds misspellings: never a suggestion.
    Low,
    /// Found in edited text or in several lists.
    Corpus,
    /// Written into a list of this project by hand.
    Curated,
}

/// What is known of one listed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    packed: u64,
}

impl Entry {
    /// The word classes; empty when the lists do not tell.
    pub fn classes(self) -> Classes {
        Classes((self.packed & packed::CLASSES) as u16)
    }

    /// The class of most of its uses.
    pub fn main_class(self) -> Option<Class> {
        let number = self.field(packed::MAIN);
        if u64::from(number) == packed::NO_CLASS { None } else { Class::ALL.get(usize::from(number)).copied() }
    }

    /// The frequency on a scale of doublings: 0 unseen in the corpus, 1 once, 15 most frequent.
    pub fn band(self) -> u8 {
        self.field(packed::BAND)
    }

    /// How far the form may be relied on.
    pub fn trust(self) -> Trust {
        match self.packed >> packed::TRUST & 3 {
            0 => Trust::Low,
            packed::CURATED => Trust::Curated,
            _ => Trust::Corpus,
        }
    }

    /// Whether it is a name of a person, place or organisation and seldom anything else.
    pub fn is_name(self) -> bool {
        self.is(packed::NAME)
    }

    /// Whether it is a word of another language.
    pub fn is_foreign(self) -> bool {
        self.is(packed::FOREIGN)
    }

    /// Whether it is a root with a *di-* passive.
    pub fn is_transitive(self) -> bool {
        self.is(packed::TRANSITIVE)
    }

    /// Whether it is a verb root that stands without an object: alone, or with *ber-* or *ter-*.
    pub fn is_intransitive(self) -> bool {
        self.is(packed::INTRANSITIVE)
    }

    /// Whether it is a root whose classes were judged by hand, so that a class it lacks is not one it may have.
    pub fn is_judged(self) -> bool {
        self.is(packed::JUDGED)
    }

    /// Whether it is a root: not itself built with an affix.
    pub fn is_root(self) -> bool {
        self.is(packed::ROOT)
    }

    /// Whether it belongs to a closed class (preposition, pronoun, conjunction, numeral, ...).
    pub fn is_function_word(self) -> bool {
        self.is(packed::FUNCTION)
    }

    /// Whether it is a verb root that cannot be a noun (*ambil*, *sebut*).
    pub fn is_pure_verb(self) -> bool {
        self.is(packed::PURE_VERB)
    }

    /// Whether it is a verb root that may be a noun, but after *di* hardly ever is (*buat*, *bangun*).
    pub fn is_mostly_verb(self) -> bool {
        self.is(packed::MOSTLY_VERB)
    }

    /// Whether it is a verb root that after *di* is as often a noun (*gambar, kunci*).
    pub fn is_noun_and_verb(self) -> bool {
        self.is(packed::NOUN_AND_VERB)
    }

    /// Whether it is listed as a place or locative that *di* introduces.
    pub fn is_place(self) -> bool {
        self.is(packed::PLACE)
    }

    /// Whether it is listed as a word that never makes a *di-* passive (*pekan*, *kaki*).
    pub fn is_never_passive(self) -> bool {
        self.is(packed::NEVER_PASSIVE)
    }

    /// Whether it follows the preposition *di*, written apart: listed as a place, or seen so at least twice.
    pub fn follows_di(self) -> bool {
        self.is_place() || self.preposition_seen() >= 2
    }

    /// How often *di-* was seen joined to it as a passive verb: the binary digits of the count.
    pub fn passive_seen(self) -> u8 {
        self.field(packed::PASSIVE)
    }

    /// How often it was seen after the preposition *di*: the binary digits of the count.
    pub fn preposition_seen(self) -> u8 {
        self.field(packed::PREPOSITION)
    }

    /// Whether it is a compound that is one word only between a prefix and a suffix (*tindaklanjut*).
    pub fn is_bound(self) -> bool {
        self.is(packed::BOUND)
    }

    fn is(self, flag: u64) -> bool {
        self.packed & flag != 0
    }

    fn field(self, shift: u32) -> u8 {
        (self.packed >> shift & 15) as u8
    }
}

/// The entry of a form, in lower case and exactly as listed; forms and roots stand side by side.
///
/// ```
/// use saksama::language::{Class, lexicon};
///
/// let entry = lexicon::entry("rumah").expect("a common word is listed");
/// assert!(entry.is_root() && entry.classes().has(Class::Noun));
/// assert!(lexicon::entry("rumahh").is_none());
/// ```
pub fn entry(form: &str) -> Option<Entry> {
    WORDS.get(form).map(|packed| Entry { packed })
}

/// The entry of the form that these two parts make, which has this hash.
#[inline]
pub(crate) fn entry_of(hash: u64, parts: [&[u8]; 2]) -> Option<Entry> {
    WORDS.find(hash, parts).map(|packed| Entry { packed })
}

/// Whether a form, in lower case, is a word of another language that Indonesian has not taken over.
pub fn is_foreign(form: &str) -> bool {
    let (hash, parts): (u64, [&[u8]; 2]) = (bucket::hash(form.as_bytes()), [&[], form.as_bytes()]);
    entry_of(hash, parts).is_some_and(Entry::is_foreign) || ENGLISH.find(hash, parts).is_some()
}

/// Which signs may stand at the place `open`, 0 to 2, beside two others, because they do in some word: one bit each.
fn row(open: usize, others: [Option<u8>; 2]) -> u32 {
    static ROWS: &[u8; trigram::BYTES] = include_bytes!(concat!(env!("OUT_DIR"), "/trigrams.bin"));
    let row = trigram::row(open, others).and_then(|at| ROWS.get(at..)?.first_chunk());
    row.map_or(0, |row| u32::from_le_bytes(*row))
}

/// Whether some word that may have been meant for another, as it is listed, begins with letters of this hash, so many, or
/// ends with them; of few letters it is not asked.
pub(crate) fn has_edge(letters: usize, hash: u64, edge: Edge) -> bool {
    static EDGES: &[u8; edge::BYTES] = include_bytes!(concat!(env!("OUT_DIR"), "/edges.bin"));
    let (byte, bit) = edge::place(hash, edge);
    letters < edge::LEAST || EDGES[byte] & bit != 0
}

/// Whether some word has these three signs in a row; `None` is the border of the word.
pub fn has_signs([first, second, third]: [Option<u8>; 3]) -> bool {
    trigram::digit(third).is_some_and(|digit| row(2, [first, second]) >> digit & 1 == 1)
}

/// The letters that may stand between two signs before and two behind, in alphabetical order: with them, every three signs
/// in a row stand in some word. `None` is the border of the word, and what is beyond it.
pub fn letters_between(before: [Option<u8>; 2], behind: [Option<u8>; 2]) -> impl Iterator<Item = u8> {
    let mut signs = row(1, [before[1], behind[0]]);
    if before[1].is_some() {
        signs &= row(2, before);
    }
    if behind[0].is_some() {
        signs &= row(0, behind);
    }
    letters(signs)
}

/// The letters of a row of signs, in alphabetical order.
fn letters(row: u32) -> impl Iterator<Item = u8> {
    let mut left = row >> 1 & ((1 << 26) - 1);
    std::iter::from_fn(move || {
        let next = left.trailing_zeros() as u8;
        left &= left.checked_sub(1)?;
        Some(b'a' + next)
    })
}

/// What the lexicon takes up in the program, in bytes.
pub fn bytes() -> usize {
    [&*WORDS, &*LISTS, &*ENGLISH].map(Listed::bytes).into_iter().sum::<usize>() + trigram::BYTES + edge::BYTES
}

/// The named word lists that a form stands in, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(pub u64);

impl Lists {
    /// Whether the list of this number is among them.
    pub fn has(self, list: u32) -> bool {
        list < u64::BITS && self.0 >> list & 1 == 1
    }
}

/// The lists that a form, in lower case, stands in; none for most forms.
pub fn lists(form: &str) -> Lists {
    Lists(LISTS.get(form).unwrap_or(0))
}

/// The number of the list `lexicon/lists/NAME.txt`, to ask [`Lists::has`] with.
pub fn list_number(name: &str) -> Option<u32> {
    LIST_NAMES.binary_search(&name).ok().map(|number| number as u32)
}

/// All listed forms.
#[cfg(test)]
pub(super) fn forms() -> Vec<String> {
    WORDS.all().into_iter().map(|(form, _)| form).collect()
}
