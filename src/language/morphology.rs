//! Taking words apart into root and affixes, and building them again.

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::lexicon::{self, Entry, Trust};
use super::strip::{self, Change, LONGEST, Stem};
use super::{Class, Classes};

pub use super::passive::{Passive, is_passive_stem};
pub use super::sound::generate;
pub use super::strip::stems;

/// One way to read a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The known word that is left without the affixes; itself derived where two steps were taken
    /// (*keberhasilan* is read as *berhasil* with *ke-* and *-an*).
    pub root: Box<str>,
    /// What stands around it.
    pub affixes: Affixes,
    /// Whether the root stands twice.
    pub reduplicated: bool,
    /// The word classes of the whole form.
    pub classes: Classes,
}

/// The readings of a form in lower case, the best first; none when no way ends in a known root.
pub fn analyse(form: &str) -> Vec<Reading> {
    let listed = lexicon::entry(form);
    let mut found: Vec<(i32, Reading)> = Vec::new();
    strip::each_stem(form, &mut |stem| {
        if let Some((score, classes)) = judge(&stem, listed) {
            let root = [stem.head, stem.rest].concat().into_boxed_str();
            found.push((score, Reading { root, affixes: stem.affixes, reduplicated: false, classes }));
        }
    });
    found.sort_by_key(|(score, _)| -score);
    let mut readings: Vec<Reading> = found.into_iter().map(|(_, reading)| reading).collect();
    if let Some(reading) = doubled(form) {
        readings.insert(0, reading);
    }
    readings
}

/// Whether a form is a word: listed with trust, built rightly from such a word, or joined by hyphens from words.
pub fn is_known(form: &str) -> bool {
    let listed = lexicon::entry(form).filter(|entry| entry.trust() > Trust::Low);
    let is_certain = listed.is_some_and(|entry| entry.trust() == Trust::Curated || entry.is_root());
    is_certain || is_built(form) || listed.is_some() && !is_misbuilt(form) || is_joined(form)
}

/// Whether a form shows a sound change against the rules, as edited text too has many: *mengkonsumsi*.
fn is_misbuilt(form: &str) -> bool {
    let mut is_misbuilt = false;
    strip::each_stem(form, &mut |stem| {
        let right = Stem { change: Change::Regular, ..stem };
        is_misbuilt = is_misbuilt || stem.change == Change::Wrong && judge(&right, None).is_some();
    });
    is_misbuilt
}

fn is_built(form: &str) -> bool {
    let mut is_built = false;
    strip::each_stem(form, &mut |stem| {
        is_built = is_built || !stem.affixes.is_none() && judge(&stem, None).is_some();
    });
    is_built
}

/// What may stand on either side of a hyphen without being a word.
const HYPHENATED: &[&str] =
    &["se", "ke", "di", "ber", "ter", "non", "pro", "anti", "pasca", "nya", "ku", "mu", "lah", "kan", "an", "lahnya"];

fn is_joined(form: &str) -> bool {
    form.contains('-')
        && (doubled(form).is_some()
            || form.split('-').all(|part| {
                HYPHENATED.contains(&part)
                    || lexicon::entry(part).is_some_and(|entry| entry.trust() > Trust::Low)
                    || is_built(part)
            }))
}

/// The entry of a root that a prefix has been taken off, looked up without allocating.
fn root_entry(stem: &Stem<'_>) -> Option<Entry> {
    if stem.head.is_empty() {
        return lexicon::entry(stem.rest);
    }
    let (head, rest) = (stem.head.as_bytes(), stem.rest.as_bytes());
    let mut buffer = [0; LONGEST + 2];
    buffer[..head.len()].copy_from_slice(head);
    buffer[head.len()..head.len() + rest.len()].copy_from_slice(rest);
    std::str::from_utf8(&buffer[..head.len() + rest.len()]).ok().and_then(lexicon::entry)
}

/// How good a way to take a word apart is, and the classes of the word; nothing when it is no way at all.
fn judge(stem: &Stem<'_>, listed: Option<Entry>) -> Option<(i32, Classes)> {
    if stem.affixes.is_none() {
        let entry = listed?;
        // A root stands for itself; a listed derivation is better understood from its parts.
        let score = if entry.is_root() { 40 + i32::from(entry.band()) } else { -20 };
        return Some((score, entry.classes()));
    }
    let is_right = match stem.change {
        Change::Regular => true,
        Change::Lexical => listed.is_some_and(|entry| entry.trust() > Trust::Low),
        Change::Wrong => false,
    };
    if !is_right {
        return None;
    }
    let entry = root_entry(stem)?;
    if entry.trust() == Trust::Low || !fits(stem, entry) {
        return None;
    }
    let classes = match listed {
        Some(listed) if !listed.classes().is_empty() => listed.classes(),
        _ => derived_classes(stem.affixes, entry.classes()),
    };
    Some((score(stem, entry), classes))
}

fn score(stem: &Stem<'_>, entry: Entry) -> i32 {
    let affixes = stem.affixes;
    let steps = [
        affixes.prefix != Prefix::None,
        affixes.suffix != Suffix::None,
        affixes.clitic != Clitic::None,
        affixes.particle != Particle::None,
    ];
    let steps = steps.into_iter().filter(|step| *step).count() as i32;
    let root = if entry.is_root() { 12 } else { 0 };
    let kind = match (affixes.prefix, affixes.suffix) {
        (Prefix::Me | Prefix::Di, _) if entry.is_pure_verb() => 8,
        (Prefix::Me | Prefix::Di, _) if entry.is_transitive() => 4,
        (Prefix::Per, Suffix::An) => 1,
        _ => 0,
    };
    root + kind + i32::from(entry.band() / 2) - 2 * steps
}

/// Whether a root of this kind takes these affixes.
fn fits(stem: &Stem<'_>, root: Entry) -> bool {
    let affixes = stem.affixes;
    let length = stem.head.len() + stem.rest.len();
    if !affixes.derives() {
        return takes_clitic(affixes, root, length);
    }
    if length < 3 || root.is_function_word() && !takes_affix_though_function(root) {
        return false;
    }
    if root.is_name() || root.is_foreign() || !root.is_root() && !is_open(stem, root) {
        return false;
    }
    let classes = root.classes();
    let any = classes.is_empty() || root.is_function_word() && root.is_root();
    let (noun, verb, adjective) = (
        any || classes.has(Class::Noun),
        any || classes.has(Class::Verb),
        any || classes.has(Class::Adj) || classes.has(Class::Adv),
    );
    match (affixes.prefix, affixes.suffix) {
        (Prefix::None, Suffix::An) => length > 3 && (noun || verb || adjective),
        (Prefix::None, Suffix::Kan) => length > 3 && (noun || verb || adjective),
        (Prefix::None, Suffix::I) => length > 3 && (noun || verb || adjective),
        (Prefix::Me | Prefix::Di | Prefix::Memper | Prefix::Diper, Suffix::Kan | Suffix::I) => {
            noun || verb || adjective || classes.has(Class::Num)
        }
        (Prefix::Me, Suffix::None) => noun || verb || adjective,
        (Prefix::Di, Suffix::None) => root.is_transitive() || verb,
        (Prefix::Memper | Prefix::Diper, Suffix::None) => noun || adjective || root.is_transitive(),
        (Prefix::Terper, suffix) => suffix != Suffix::An,
        (Prefix::Ku | Prefix::Kau, Suffix::None) => length > 3 && (root.is_transitive() || root.is_pure_verb()),
        (Prefix::Ku | Prefix::Kau, suffix) => suffix != Suffix::An && length > 3 && verb,
        (Prefix::Ber, Suffix::I) => false,
        (Prefix::Ber, _) => noun || verb || adjective || classes.has(Class::Num),
        (Prefix::Ter, Suffix::An) => false,
        (Prefix::Ter, Suffix::None) => verb || adjective || noun && length > 4,
        (Prefix::Ter, _) => verb || noun || adjective,
        (Prefix::Ke, Suffix::An) => noun || verb || adjective,
        (Prefix::Ke, Suffix::None) => classes.has(Class::Num),
        (Prefix::Ke, _) => false,
        (Prefix::Se, Suffix::None) => noun || adjective || classes.has(Class::Num),
        (Prefix::Se, Suffix::An) => false,
        (Prefix::Se, _) => false,
        (Prefix::Pe, Suffix::None) => noun || verb || adjective,
        (Prefix::Pe | Prefix::Per, Suffix::An) => noun || verb || adjective,
        (Prefix::Per, Suffix::None) => classes.has(Class::Num) || adjective && length > 3,
        (Prefix::Per, _) => noun || verb || adjective,
        (Prefix::Pe, _) => false,
        (Prefix::Me | Prefix::Di | Prefix::Memper | Prefix::Diper, Suffix::An) => false,
        (Prefix::None, Suffix::None) => true,
    }
}

/// Many words of the closed classes are also nouns, verbs or adjectives and take affixes: *ketiga, membuat*.
fn takes_affix_though_function(root: Entry) -> bool {
    const OPEN: [Class; 5] = [Class::Noun, Class::Verb, Class::Adj, Class::Adv, Class::Num];
    root.is_root() || OPEN.into_iter().any(|class| root.classes().has(class))
}

fn takes_clitic(affixes: Affixes, root: Entry, length: usize) -> bool {
    if length < 3 {
        return false;
    }
    match (affixes.clitic, affixes.particle) {
        (_, Particle::Pun | Particle::Tah) => false,
        (Clitic::None, _) => true,
        (Clitic::Nya, _) => !root.is_name(),
        _ => length > 3 && !root.is_name() && !root.is_function_word(),
    }
}

/// Whether a listed word that is no root may yet take this affix: *berhasil* does in *keberhasilan*.
fn is_open(stem: &Stem<'_>, root: Entry) -> bool {
    let rest = stem.rest;
    let is_built = ["me", "di", "ku", "kau"].iter().any(|open| rest.starts_with(open)) && rest.len() > 6;
    let is_stem = rest.ends_with("kan") && !root.classes().has(Class::Noun);
    let is_closed = is_stem || ["nya", "lah", "kah", "pun"].iter().any(|end| rest.ends_with(end)) && rest.len() > 6;
    stem.head.is_empty() && !is_built && !is_closed && rest.len() > 3
}

/// The classes of a word that the lists do not hold, from its affixes and the classes of its root.
fn derived_classes(affixes: Affixes, root: Classes) -> Classes {
    match (affixes.prefix, affixes.suffix) {
        (Prefix::None, Suffix::None) => root,
        (Prefix::Me | Prefix::Di | Prefix::Memper | Prefix::Diper | Prefix::Terper | Prefix::Ku | Prefix::Kau, _)
        | (Prefix::Ber, _)
        | (Prefix::None, Suffix::Kan | Suffix::I)
        | (Prefix::Per, Suffix::Kan | Suffix::I) => Class::Verb.into(),
        (Prefix::Ter, Suffix::None) if root.has(Class::Adj) && !root.has(Class::Verb) => Class::Adj.into(),
        (Prefix::Ter, _) => Class::Verb.into(),
        (Prefix::None, Suffix::An) | (Prefix::Pe, _) | (Prefix::Ke, Suffix::An) => Class::Noun.into(),
        (Prefix::Per, _) if root.has(Class::Num) => Class::Num.into(),
        (Prefix::Per, Suffix::None) => Class::Verb.into(),
        (Prefix::Per, _) => Class::Noun.into(),
        (Prefix::Ke | Prefix::Se, _) if root.has(Class::Num) => Class::Num.into(),
        (Prefix::Ke, _) => Class::Noun.into(),
        (Prefix::Se, _) if root.has(Class::Adj) => Classes::only(Class::Adj) | Class::Adv.into(),
        (Prefix::Se, _) => Classes::only(Class::Noun) | Class::Adj.into() | Class::Adv.into(),
    }
}

/// The reading of a reduplicated form (*anak-anaknya, berlari-larian, tolong-menolong*).
fn doubled(form: &str) -> Option<Reading> {
    let (left, right) = form.split_once('-')?;
    if left.len() < 2 || right.len() < 2 || right.contains('-') {
        return None;
    }
    let mut best: Option<(i32, Reading)> = None;
    strip::each_stem(right, &mut |stem| {
        let root = [stem.head, stem.rest].concat();
        let Some((prefix, score)) = meets(left, &root, &stem) else { return };
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            let affixes = Affixes { prefix, ..stem.affixes };
            let entry = lexicon::entry(&root);
            let root_classes = entry.map_or(Classes::NONE, Entry::classes);
            let classes = lexicon::entry(form).map_or(Classes::NONE, Entry::classes);
            let classes = if classes.is_empty() { derived_classes(affixes, root_classes) } else { classes };
            best = Some((score, Reading { root: root.into(), affixes, reduplicated: true, classes }));
        }
    });
    best.map(|(_, reading)| reading)
}

/// Whether the left half of a doubled form has the root of the right half; its prefix, and how good that is.
fn meets(left: &str, root: &str, right: &Stem<'_>) -> Option<(Prefix, i32)> {
    let entry = lexicon::entry(root).filter(|entry| entry.trust() > Trust::Low && !entry.is_name());
    let inherent = || lexicon::list_number("reduplicated-inherent").is_some_and(|n| lexicon::lists(root).has(n));
    if entry.is_none() && !inherent() {
        return None;
    }
    let band = entry.map_or(0, |entry| i32::from(entry.band()));
    if left == root {
        return Some((right.affixes.prefix, 20 + band));
    }
    let mut found = None;
    strip::each_stem(left, &mut |stem| {
        let is_same =
            stem.head.len() + stem.rest.len() == root.len() && root.ends_with(stem.rest) && root.starts_with(stem.head);
        if is_same && stem.change == Change::Regular && stem.affixes.derives() && right.affixes.prefix == Prefix::None {
            found = Some((stem.affixes.prefix, band));
        }
    });
    found
}
