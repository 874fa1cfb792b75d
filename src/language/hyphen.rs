//! Affixes joined by a hyphen to what keeps its own spelling: *di-upload*, *ber-KTP*, *SIM-nya*, *tahun 1990-an*.

use std::sync::LazyLock;

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::fit::derived_classes;
use super::lexicon::{self, Entry, Trust};
use super::morphology::Reading;
use super::reduplication::Reduplication;
use super::sound::is_vowel;
use super::{Class, Classes};

const PREFIXES: &[(&str, Prefix)] = &[
    ("di", Prefix::Di),
    ("me", Prefix::Me),
    ("mem", Prefix::Me),
    ("men", Prefix::Me),
    ("meng", Prefix::Me),
    ("menge", Prefix::Me),
    ("pe", Prefix::PlainPe),
    ("pem", Prefix::Pe),
    ("pen", Prefix::Pe),
    ("peng", Prefix::Pe),
    ("penge", Prefix::Pe),
    ("ber", Prefix::Ber),
    ("ter", Prefix::Ter),
    ("per", Prefix::Per),
    ("ke", Prefix::Ke),
    ("se", Prefix::Se),
    ("memper", Prefix::Memper),
    ("diper", Prefix::Diper),
    ("ku", Prefix::Ku),
    ("kau", Prefix::Kau),
];

const fn end(suffix: Suffix, clitic: Clitic, particle: Particle) -> Affixes {
    Affixes { prefix: Prefix::None, suffix, clitic, particle }
}

const ENDINGS: &[(&str, Affixes)] = &[
    ("kan", end(Suffix::Kan, Clitic::None, Particle::None)),
    ("i", end(Suffix::I, Clitic::None, Particle::None)),
    ("an", end(Suffix::An, Clitic::None, Particle::None)),
    ("kannya", end(Suffix::Kan, Clitic::Nya, Particle::None)),
    ("annya", end(Suffix::An, Clitic::Nya, Particle::None)),
    ("kanlah", end(Suffix::Kan, Clitic::None, Particle::Lah)),
    ("nya", end(Suffix::None, Clitic::Nya, Particle::None)),
    ("nyalah", end(Suffix::None, Clitic::Nya, Particle::Lah)),
    ("ku", end(Suffix::None, Clitic::Ku, Particle::None)),
    ("mu", end(Suffix::None, Clitic::Mu, Particle::None)),
    ("lah", end(Suffix::None, Clitic::None, Particle::Lah)),
    ("kah", end(Suffix::None, Clitic::None, Particle::Kah)),
    ("pun", end(Suffix::None, Clitic::None, Particle::Pun)),
];

static ABBREVIATIONS: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("abbreviations"));

/// The reading of a form in lower case whose affixes stand behind hyphens because its base is foreign, an abbreviation, a
/// name or a number; nothing for other forms.
pub(super) fn read(form: &str) -> Option<Reading> {
    let (prefix, rest) = match form.split_once('-') {
        Some((open, rest)) => match PREFIXES.iter().find(|(text, _)| *text == open) {
            Some((_, prefix)) => (*prefix, rest),
            None => (Prefix::None, form),
        },
        None => return None,
    };
    let (base, ending) = match rest.rsplit_once('-') {
        Some((base, close)) => (base, ENDINGS.iter().find(|(text, _)| *text == close)?.1),
        None => (rest, Affixes::NONE),
    };
    let affixes = Affixes { prefix, ..ending };
    if affixes.is_none() || base.contains('-') || !keeps_its_spelling(base) {
        return None;
    }
    let is_number = base.bytes().all(|byte| byte.is_ascii_digit());
    let class = Classes::only(if is_number { Class::Num } else { Class::Noun });
    let listed = lexicon::entry(base).map_or(Classes::NONE, Entry::classes);
    let classes = derived_classes(affixes, if listed.is_empty() { class } else { listed });
    Some(Reading { root: base.into(), affixes, reduplication: Reduplication::None, classes })
}

/// Whether a base is of the kinds that EYD V sets off by a hyphen: numbers, abbreviations, names, foreign words.
fn keeps_its_spelling(base: &str) -> bool {
    let is_number = !base.is_empty() && base.bytes().all(|byte| byte.is_ascii_digit());
    is_number || is_abbreviation(base) || lexicon::is_foreign(base) || lexicon::entry(base).is_some_and(is_of_others)
}

fn is_of_others(entry: Entry) -> bool {
    entry.is_name() || entry.is_foreign() && entry.trust() < Trust::Curated
}

/// A listed abbreviation, or two to five consonants.
fn is_abbreviation(base: &str) -> bool {
    let unspoken = (2..=5).contains(&base.len()) && base.bytes().all(|b| b.is_ascii_lowercase() && !is_vowel(b));
    unspoken || ABBREVIATIONS.is_some_and(|number| lexicon::lists(base).has(number))
}
