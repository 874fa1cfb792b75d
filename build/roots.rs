//! Lays the word classes that people judged over those that the derived files guess.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{affixes, class_bits, lines, main_class, packed};

/// What a judgement of how frequent a root is raises its band to, at least.
const FREQUENCIES: [(&str, u64); 4] = [("sering", 5), ("biasa", 3), ("jarang", 0), ("-", 0)];

/// The classes that affixes look at.
const OPEN: [char; 6] = ['N', 'A', 'D', 'M', 't', 'i'];

/// The roots of `roots.tsv`: their classes replace the derived ones, and their trust is the highest.
pub fn judge(words: &mut BTreeMap<String, u64>, path: &Path) {
    let derived: BTreeSet<String> =
        words.iter().filter(|(_, value)| **value & packed::ROOT != 0).map(|(form, _)| form.clone()).collect();
    let is_root = |form: &str| derived.contains(form) || !affixes::is_built(form, &|root| derived.contains(root));
    for line in lines(path) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [form, classes, frequency, "agrees" | "corrects" | "adds"] = fields[..] else {
            panic!("{}: not form, classes, frequency, mark: {line}", path.display());
        };
        let value = words.entry(form.to_owned()).or_insert(0);
        let band = (*value >> packed::BAND & 15).max(least_band(frequency, &line));
        let kept = 15 << packed::PASSIVE | 15 << packed::PREPOSITION | packed::ROOT;
        *value = *value & kept | band << packed::BAND | packed::CURATED << packed::TRUST | bits(classes, &line);
        if *value & packed::JUDGED != 0 && is_root(form) {
            *value |= packed::ROOT;
        }
    }
}

/// Forms that no source may vouch for.
pub fn strike(words: &mut BTreeMap<String, u64>, path: &Path) {
    for form in lines(path) {
        if let Some(value) = words.get_mut(&form) {
            *value &= !(3 << packed::TRUST);
        }
    }
}

fn least_band(frequency: &str, line: &str) -> u64 {
    let found = FREQUENCIES.iter().find(|(name, _)| *name == frequency);
    found.unwrap_or_else(|| panic!("no frequency: {line}")).1
}

/// Classes, most frequent class and kind of verb.
fn bits(letters: &str, line: &str) -> u64 {
    // A noun that verbs are made of (*layar*: *berlayar*) is no verb itself.
    let is_verb_itself = letters.starts_with(['t', 'i']);
    let class = |letter| match letter {
        't' | 'i' => is_verb_itself.then_some('V'),
        other => Some(other),
    };
    let classes: String = letters.chars().filter_map(class).collect();
    let (bits, main) = (class_bits(&classes), main_class(&classes));
    assert!(bits != 0 && main != packed::NO_CLASS, "no class: {line}");
    let transitive = if letters.contains('t') { packed::TRANSITIVE } else { 0 };
    let intransitive = if letters.contains('i') { packed::INTRANSITIVE } else { 0 };
    let pure = if letters == "t" { packed::PURE_VERB } else { 0 };
    // A word of the closed classes alone takes no affixes by its class.
    let judged = if letters.contains(OPEN) { packed::JUDGED } else { 0 };
    bits | main << packed::MAIN | transitive | intransitive | pure | judged
}
