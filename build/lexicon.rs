//! Compiles lexicon/ into lists that the program reads in place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

#[path = "affixes.rs"]
mod affixes;
#[path = "../src/language/edge.rs"]
mod edge;
#[path = "meanings.rs"]
mod meanings;
#[path = "../src/language/packed.rs"]
#[allow(dead_code)]
mod packed;
#[path = "roots.rs"]
mod roots;
#[path = "../src/language/trigram.rs"]
mod trigram;

use crate::listed;
use meanings::{DERIVED, MEANINGS, Meaning, SILENT};

/// The letters of the classes in the derived files, in the order of `Class`.
const LETTERS: &str = "APDXCTINMKROSV";

/// Writes the lists `words`, `lists` and `english`, `trigrams.bin`, `edges.bin` and `list_names.rs` into `out`.
pub fn compile(out: &Path) {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=build/lexicon.rs");
    println!("cargo::rerun-if-changed=build/roots.rs");
    println!("cargo::rerun-if-changed=build/meanings.rs");
    println!("cargo::rerun-if-changed=src/language/packed.rs");
    println!("cargo::rerun-if-changed=src/language/trigram.rs");
    println!("cargo::rerun-if-changed=src/language/edge.rs");
    let mut words = derived_words(Path::new("lexicon/derived/words.tsv"));
    add_di_counts(&mut words, Path::new("lexicon/derived/di.tsv"));
    roots::judge(&mut words, Path::new("lexicon/roots.tsv"));
    roots::strike(&mut words, Path::new("lexicon/struck.txt"));
    let mut lists = read_lists();
    let regencies = regency_words(Path::new("lexicon/regencies.tsv"));
    let names = regencies.into_iter().filter(|word| !words.get(word).is_some_and(|value| is_common(*value)));
    lists.entry("regions".to_owned()).or_default().extend(names);
    for (name, members) in &lists {
        let meaning = MEANINGS.iter().find(|m| m.list == name);
        for word in members {
            learn(&mut words, word, name, meaning);
        }
    }
    listed::write(out, "words", &words);
    listed::write(out, "lists", &masks(&lists));
    listed::write(out, "english", &english(&words));
    write(&out.join("trigrams.bin"), &trigrams(&words));
    write(&out.join("edges.bin"), &edges(&words));
    let names: Vec<&String> = lists.keys().collect();
    assert!(names.len() <= 64, "at most 64 word lists fit into a mask");
    let mut code = String::new();
    let _ = writeln!(code, "static LIST_NAMES: &[&str] = &{names:?};");
    write(&out.join("list_names.rs"), code.as_bytes());
}

/// The lines of a file without comments and empty ones.
fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let bare = text.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    bare.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn derived_words(path: &Path) -> BTreeMap<String, u64> {
    let mut words = BTreeMap::new();
    for line in lines(path) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [form, classes, band, flags] = fields[..] else {
            panic!("{}: not four columns: {line}", path.display());
        };
        let band: u64 = band.parse().unwrap_or_else(|_| panic!("{}: no band: {line}", path.display()));
        let mut value = class_bits(classes) | band << packed::BAND;
        value |= main_class(classes) << packed::MAIN;
        for flag in flags.chars() {
            value |= match flag {
                'r' => packed::ROOT,
                'f' => packed::FOREIGN,
                'n' => packed::NAME,
                't' => packed::TRANSITIVE,
                _ => 0,
            };
        }
        if !flags.contains('?') {
            value |= 1 << packed::TRUST;
        }
        words.insert(form.to_owned(), value);
    }
    words
}

fn class_bits(letters: &str) -> u64 {
    letters.chars().filter_map(|letter| LETTERS.find(letter)).fold(0, |bits, place| bits | 1 << place)
}

fn main_class(letters: &str) -> u64 {
    letters.chars().next().and_then(|first| LETTERS.find(first)).map_or(packed::NO_CLASS, |place| place as u64)
}

fn add_di_counts(words: &mut BTreeMap<String, u64>, path: &Path) {
    for line in lines(path) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [form, passive, preposition] = fields[..] else {
            panic!("{}: not three columns: {line}", path.display());
        };
        let value = words.entry(form.to_owned()).or_insert(packed::NO_CLASS << packed::MAIN);
        *value |= count_band(passive) << packed::PASSIVE | count_band(preposition) << packed::PREPOSITION;
    }
}

/// A count as its number of binary digits, at most 15.
fn count_band(count: &str) -> u64 {
    let count: u64 = count.parse().unwrap_or(0);
    u64::from(64 - count.leading_zeros()).min(15)
}

/// Every list by name; a list of the same name in both folders is one list.
fn read_lists() -> BTreeMap<String, Vec<String>> {
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for folder in ["lexicon/lists", "lexicon/derived/lists"] {
        for file in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = file.path();
            let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let members = lines(&path);
            if let Some(bad) = members.iter().find(|word| word.contains(char::is_whitespace)) {
                panic!("{}: one word a line, not “{bad}”", path.display());
            }
            lists.entry(name.to_owned()).or_default().extend(members);
        }
    }
    lists
}

/// The words that names of provinces, regencies and cities are made of.
fn regency_words(path: &Path) -> BTreeSet<String> {
    let lower = lines(path).join(" ").to_lowercase();
    lower.split(['\t', ' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a word is known as more than a name.
fn is_common(value: u64) -> bool {
    value >> packed::TRUST & 3 > 0 && value & packed::NAME == 0
}

/// Lays what a list says over what the derived words say.
fn learn(words: &mut BTreeMap<String, u64>, word: &str, list: &str, meaning: Option<&Meaning>) {
    let known = words.get(word).copied();
    let silent = SILENT.contains(&list) && !word.contains('-');
    if silent && known.is_none() {
        return;
    }
    let mut value = known.unwrap_or(packed::NO_CLASS << packed::MAIN);
    // The corpus has slips such as *didamping*; who judged the root by hand knew better.
    if DERIVED.contains(&list) && value & packed::JUDGED != 0 && value & packed::TRANSITIVE == 0 {
        return;
    }
    let is_name = meaning.is_some_and(|m| m.flags & packed::NAME != 0);
    if is_name && is_common(value) {
        return;
    }
    if !silent && !DERIVED.contains(&list) {
        value = value & !(3 << packed::TRUST) | packed::CURATED << packed::TRUST;
        value &= !packed::FOREIGN;
    }
    if let Some(meaning) = meaning {
        if list == "verb-stems" {
            value &= !packed::ROOT;
        }
        // Whether a judged root takes *di-* without a suffix was judged as well: *didamping* is a slip.
        let is_settled = value & packed::JUDGED != 0 && value & packed::TRANSITIVE == 0;
        value |= if is_settled { meaning.flags & !packed::TRANSITIVE } else { meaning.flags };
        if !is_name && list != "places-common" && !silent && meaning.flags & packed::NEVER_PASSIVE == 0 {
            value &= !packed::NAME;
        }
        if !meaning.classes.is_empty() {
            let main = main_class(meaning.classes);
            if value >> packed::MAIN & 15 == packed::NO_CLASS || meaning.flags & packed::FUNCTION != 0 {
                value = value & !(15 << packed::MAIN) | main << packed::MAIN;
            }
            value |= class_bits(meaning.classes);
        }
    }
    words.insert(word.to_owned(), value);
}

fn masks(lists: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, u64> {
    let mut masks = BTreeMap::new();
    for (number, members) in lists.values().enumerate() {
        for word in members {
            *masks.entry(word.clone()).or_insert(0) |= 1 << number;
        }
    }
    masks
}

/// The English words that neither derived words nor lists have with trust, as a list of their own: none of them
/// may count as a known word.
fn english(words: &BTreeMap<String, u64>) -> BTreeMap<String, u64> {
    let is_trusted = |word: &String| words.get(word).is_some_and(|value| value >> packed::TRUST & 3 > 0);
    let english = lines(Path::new("lexicon/derived/english.txt")).into_iter().filter(|word| !is_trusted(word));
    english.map(|word| (word, 0)).collect()
}

/// One bit for every three signs that stand in a trusted word, with the endings that the lists seldom hold, in the row of
/// each two of them.
fn trigrams(words: &BTreeMap<String, u64>) -> Vec<u8> {
    const ENDINGS: [&str; 8] = ["", "nya", "ku", "mu", "lah", "kah", "pun", "kan"];
    let mut rows = vec![0; trigram::BYTES];
    let is_own = |value: u64| value >> packed::TRUST & 3 > 0 && value & packed::FOREIGN == 0;
    for (word, _) in words.iter().filter(|(_, value)| is_own(**value)) {
        for ending in ENDINGS {
            let whole = [word, ending].concat();
            let signs: Vec<_> = [None].into_iter().chain(whole.bytes().map(Some)).chain([None]).collect();
            for three in signs.windows(3) {
                note(&mut rows, [three[0], three[1], three[2]]);
            }
        }
    }
    rows
}

/// One bit for all letters that a word which may have been meant begins or ends with.
fn edges(words: &BTreeMap<String, u64>) -> Vec<u8> {
    let mut bits = vec![0; edge::BYTES];
    let is_meant = |value: u64| value >> packed::TRUST & 3 > 0 && value & (packed::FOREIGN | packed::NAME) == 0;
    for (word, _) in words.iter().filter(|(_, value)| is_meant(**value)) {
        for count in edge::LEAST..=word.len() {
            let (first, last) = (&word.as_bytes()[..count], &word.as_bytes()[word.len() - count..]);
            for (letters, edge) in [(first, edge::Edge::Beginning), (last, edge::Edge::End)] {
                let (byte, bit) = edge::place(listed::hash(letters), edge);
                bits[byte] |= bit;
            }
        }
    }
    bits
}

fn note(rows: &mut [u8], [first, second, third]: [Option<u8>; 3]) {
    for (open, sign, others) in [(0, first, [second, third]), (1, second, [first, third]), (2, third, [first, second])]
    {
        if let (Some(row), Some(digit)) = (trigram::row(open, others), trigram::digit(sign)) {
            rows[row + digit / 8] |= 1 << (digit % 8);
        }
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
