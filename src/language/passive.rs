//! Whether *di* before a word is the prefix of a passive verb rather than the preposition.

use super::Class;
use super::affix::{Prefix, Suffix};
use super::lexicon::{self, Entry, Trust};
use super::morphology::analyse;
use super::strip;

/// How certain it is that *di* and a word written apart from it are one passive verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passive {
    /// A noun, a locative, a name, a word of a closed class, or nothing known.
    No,
    /// Both are usual; the neighbours must tell: *kunci, pukul, jalan*.
    Ambiguous,
    /// The noun exists, but after *di* it is seldom meant: *buat, bangun, mulai*.
    Likely,
    /// The word has no reading that a preposition could introduce: *perlukan, sebut*.
    Certain,
}

/// First parts of the compounds that become verbs as a whole: *salahgunakan, tindaklanjuti*.
const COMPOUND_HEADS: &[&str] = &[
    "alih", "ambil", "anak", "arus", "beri", "bumi", "campur", "daya", "dua", "ganti", "garis", "hancur", "ikut",
    "jual", "jungkir", "kambing", "kerja", "latar", "lipat", "luar", "nomor", "porak", "salah", "satu", "sebar",
    "serah", "tanda", "tanggung", "tindak", "titik", "tumbuh", "tumpang", "uji", "umum", "warta", "per",
];

/// Judges the word, in lower case, that stands after *di*.
///
/// ```
/// use saksama::language::morphology::{Passive, is_passive_stem};
///
/// assert_eq!(is_passive_stem("perlukan"), Passive::Certain);
/// assert_eq!(is_passive_stem("pukul"), Passive::Ambiguous);
/// assert_eq!(is_passive_stem("rumah"), Passive::No);
/// ```
pub fn is_passive_stem(word: &str) -> Passive {
    // What only the web list holds is no better known than what no list holds.
    let listed = lexicon::entry(word);
    let trusted = listed.filter(|entry| entry.trust() > Trust::Low);
    trusted
        .and_then(by_listing)
        .or_else(|| by_suffix(word, trusted))
        .or_else(|| listed.map(by_counts).filter(|passive| *passive > Passive::No))
        .or_else(|| without_clitic(word))
        .unwrap_or(Passive::No)
}

/// The judgement of the word without particle or clitic, *-nya* making a noun reading likelier: *isinya*.
fn without_clitic(word: &str) -> Option<Passive> {
    if let Some(base) = ["lah", "kah"].iter().find_map(|end| word.strip_suffix(end)) {
        return lexicon::entry(base).map(|_| is_passive_stem(base));
    }
    let base = word.strip_suffix("nya")?;
    match is_passive_stem(base) {
        Passive::Likely => Some(Passive::Ambiguous),
        passive => Some(passive),
    }
}

/// What the lists alone decide; where people and the corpus disagree, the more careful one.
fn by_listing(entry: Entry) -> Option<Passive> {
    if entry.is_never_passive() {
        Some(Passive::No)
    } else if entry.is_noun_and_verb() {
        Some(Passive::Ambiguous)
    } else if entry.is_mostly_verb() {
        Some(Passive::Likely)
    } else if entry.is_pure_verb() {
        Some(Passive::Certain)
    } else if entry.is_place() || entry.is_function_word() || entry.is_name() {
        Some(Passive::No)
    } else {
        None
    }
}

/// A stem in *-kan* or *-i* that is a verb and nothing else, and stems with *per-*.
fn by_suffix(word: &str, listed: Option<Entry>) -> Option<Passive> {
    if !word.ends_with("kan") && !word.ends_with('i') {
        return None;
    }
    if let Some(entry) = listed {
        if entry.is_root() && entry.passive_seen() < 2 || entry.preposition_seen() > entry.passive_seen() {
            return None;
        }
        let classes = entry.classes();
        if classes.has(Class::Noun) && !classes.has(Class::Verb) {
            return None;
        }
    }
    let is_verb = analyse(word).iter().any(|reading| {
        matches!(reading.affixes.prefix, Prefix::None | Prefix::Per)
            && matches!(reading.affixes.suffix, Suffix::Kan | Suffix::I)
    });
    (is_verb || is_compound(word)).then_some(Passive::Certain)
}

/// Whether the word is a compound with a verbal suffix, its parts both known.
fn is_compound(word: &str) -> bool {
    let mut is_compound = false;
    strip::each_stem(word, &mut |stem| {
        let affixes = stem.affixes;
        if affixes.prefix == Prefix::None && matches!(affixes.suffix, Suffix::Kan | Suffix::I) {
            is_compound = is_compound || COMPOUND_HEADS.iter().any(|head| is_known_tail(stem.rest, head));
        }
    });
    is_compound
}

fn is_known_tail(base: &str, head: &str) -> bool {
    base.strip_prefix(head)
        .is_some_and(|tail| tail.len() > 2 && lexicon::entry(tail).is_some_and(|entry| entry.trust() > Trust::Low))
}

/// What the counts of the corpus say of a word that the lists leave open.
fn by_counts(entry: Entry) -> Passive {
    let (passive, preposition) = (entry.passive_seen(), entry.preposition_seen());
    if preposition >= 2 && passive < preposition + 2 {
        return if passive > 0 && entry.is_transitive() { Passive::Ambiguous } else { Passive::No };
    }
    let is_verb = entry.classes().is_only(Class::Verb) && preposition == 0 && passive > 0;
    if is_verb || passive >= 3 && passive >= preposition + 3 {
        return Passive::Likely;
    }
    if passive > 0 || entry.is_transitive() { Passive::Ambiguous } else { Passive::No }
}
