//! Reduplicated words: *anak-anak*, *tolong-menolong*, *memukul-mukul*, *sayur-mayur*, *pepohonan*.

use std::sync::LazyLock;

use super::affix::{Affixes, Clitic, Prefix, Suffix};
use super::fit::derived_classes;
use super::lexicon::{self, Entry, Trust};
use super::morphology::Reading;
use super::sound::is_vowel;
use super::strip::{self, Change, Stem};
use super::{Class, Classes};

/// How a root is repeated within a word, by the kinds of *Tata Bahasa Baku Bahasa Indonesia*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reduplication {
    /// It is not.
    #[default]
    None,
    /// The root stands twice, with affixes or without: *buku-buku, berlari-lari, tolong-menolong, memukul-mukul*.
    Full,
    /// Only its first consonant does, with *e*: *lelaki, pepohonan*.
    Partial,
    /// It stands twice, once with other sounds: *sayur-mayur, bolak-balik*.
    SoundChanging,
}

impl Reduplication {
    /// The name that reports use, or nothing for [`Reduplication::None`].
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Full => Some("full"),
            Self::Partial => Some("partial"),
            Self::SoundChanging => Some("sound-changing"),
        }
    }
}

static REDUPLICATED: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("reduplicated-inherent"));
static PARTIAL: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("reduplicated-partial"));

/// The reading of a reduplicated form in lower case, or nothing when it is none.
pub(super) fn read(form: &str) -> Option<Reading> {
    let Some((left, right)) = form.split_once('-') else { return partial(form) };
    if left.len() < 2 || right.len() < 2 || right.contains('-') {
        return None;
    }
    full(form, left, right).or_else(|| sound_changing(form, left, right))
}

/// Whether a form has the shape of full reduplication with a known root.
pub(super) fn is_full(form: &str) -> bool {
    form.split_once('-').is_some_and(|(left, right)| {
        left.len() > 1 && right.len() > 1 && !right.contains('-') && full(form, left, right).is_some()
    })
}

fn full(form: &str, left: &str, right: &str) -> Option<Reading> {
    let mut best: Option<(i32, String, Affixes)> = None;
    strip::each_stem(right, &mut |stem| {
        let found = [meets(left, &stem), meets_melted(left, &stem)].into_iter().flatten().max_by_key(|found| found.2);
        let Some((root, prefix, score)) = found else { return };
        if best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, root, Affixes { prefix, ..stem.affixes }));
        }
    });
    let (_, root, affixes) = best?;
    Some(reading(form, root, affixes, Reduplication::Full))
}

fn reading(form: &str, root: String, affixes: Affixes, reduplication: Reduplication) -> Reading {
    let root_classes = lexicon::entry(&root).map_or(Classes::NONE, Entry::classes);
    let listed = lexicon::entry(form).map_or(Classes::NONE, Entry::classes);
    // *kehijau-hijauan, kekanak-kanakan*: somewhat so.
    let is_likeness = reduplication == Reduplication::Full && affixes.prefix == Prefix::Ke;
    let derived = if is_likeness { Class::Adj.into() } else { derived_classes(affixes, root_classes) };
    let classes = if listed.is_empty() { derived } else { listed };
    Reading { root: root.into(), affixes, reduplication, classes }
}

/// Whether the left half of a doubled form has the root of the right half; the root, its prefix, and how good that is.
fn meets(left: &str, right: &Stem<'_>) -> Option<(String, Prefix, i32)> {
    let root = [right.head, right.rest].concat();
    let entry = lexicon::entry(&root).filter(|entry| entry.trust() > Trust::Low && !entry.is_name());
    let inherent = || REDUPLICATED.is_some_and(|number| lexicon::lists(&root).has(number));
    if entry.is_none() && !inherent() {
        return None;
    }
    let band = entry.map_or(0, |entry| i32::from(entry.band()));
    if left == root {
        return Some((root, right.affixes.prefix, 20 + band));
    }
    let mut found = None;
    strip::each_stem(left, &mut |stem| {
        let is_same = is_root(&stem, &root);
        if is_same && stem.change == Change::Regular && stem.affixes.derives() && right.affixes.prefix == Prefix::None {
            found = Some(stem.affixes.prefix);
        }
    });
    found.map(|prefix| (root, prefix, band))
}

/// *memukul-mukul*: the right half repeats the nasal that the first letter of the root melted into.
fn meets_melted(left: &str, right: &Stem<'_>) -> Option<(String, Prefix, i32)> {
    if right.affixes.prefix != Prefix::None || left.strip_prefix("me") != Some(right.rest) {
        return None;
    }
    let mut found = None;
    strip::each_stem(left, &mut |stem| {
        let is_melted = !stem.head.is_empty() && stem.affixes == Affixes::new(Prefix::Me, Suffix::None);
        let root = [stem.head, stem.rest].concat();
        let entry = lexicon::entry(&root).filter(|entry| is_melted && entry.trust() > Trust::Low && !entry.is_name());
        if let Some(entry) = entry {
            found = Some((root, Prefix::Me, i32::from(entry.band())));
        }
    });
    found
}

fn is_root(stem: &Stem<'_>, root: &str) -> bool {
    stem.head.len() + stem.rest.len() == root.len() && root.starts_with(stem.head) && root.ends_with(stem.rest)
}

/// A listed word whose halves differ in their vowels (*bolak-balik*) or in their beginning (*sayur-mayur*); its root is
/// the half that is a word of its own.
fn sound_changing(form: &str, left: &str, right: &str) -> Option<Reading> {
    let is_inherent = REDUPLICATED.is_some_and(|number| lexicon::lists(form).has(number));
    let is_listed = lexicon::entry(form).is_some_and(|entry| entry.trust() > Trust::Low);
    if !is_inherent && !(is_listed && (same_consonants(left, right) || same_end(left, right))) {
        return None;
    }
    let band = |half: &str| lexicon::entry(half).filter(|entry| entry.trust() > Trust::Low).map(Entry::band);
    let root = if band(left) >= band(right) { left } else { right };
    let root = band(root).map_or(left, |_| root);
    Some(reading(form, root.to_owned(), Affixes::NONE, Reduplication::SoundChanging))
}

fn same_consonants(left: &str, right: &str) -> bool {
    let consonants = |half: &str| half.bytes().filter(|byte| !is_vowel(*byte)).collect::<Vec<_>>();
    consonants(left) == consonants(right)
}

/// Whether both halves are the same from their first vowel on.
fn same_end(left: &str, right: &str) -> bool {
    let end = |half: &str| half.bytes().position(is_vowel).map(|at| half.as_bytes()[at..].to_vec());
    end(left).is_some() && end(left) == end(right)
}

/// *pepohonan, lelaki*: words of the list of partial reduplications.
fn partial(form: &str) -> Option<Reading> {
    let number = (*PARTIAL)?;
    let whole = form.strip_suffix("nya").filter(|base| lexicon::lists(base).has(number)).unwrap_or(form);
    if !lexicon::lists(whole).has(number) {
        return None;
    }
    let rest = whole.get(2..)?;
    let is_known = |root: &str| lexicon::entry(root).is_some_and(|entry| entry.trust() > Trust::Low);
    let short = rest.strip_suffix("an").filter(|short| !is_known(rest) && is_known(short));
    let suffix = if short.is_some() { Suffix::An } else { Suffix::None };
    let mut affixes = Affixes::new(Prefix::None, suffix);
    if whole.len() < form.len() {
        affixes.clitic = Clitic::Nya;
    }
    Some(reading(form, short.unwrap_or(rest).to_owned(), affixes, Reduplication::Partial))
}
