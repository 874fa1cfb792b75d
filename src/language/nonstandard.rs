//! Spellings that are not the standard's, by families: what to write instead, and why.

use std::sync::LazyLock;

use super::listed::Listed;
use super::root::has_part;
use super::substitute::{Substitute, substitute};
use super::{Form, Told};

include!(concat!(env!("OUT_DIR"), "/nonstandard.rs"));

static NUMBERS: LazyLock<Listed> =
    LazyLock::new(|| Listed::open(include_bytes!(concat!(env!("OUT_DIR"), "/nonstandard.words"))));

/// One line of `lexicon/nonstandard`.
#[derive(Debug)]
struct Pair {
    right: &'static [&'static str],
    rule: u8,
    family: u8,
    whole: bool,
}

/// What is nonstandard about a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonstandard {
    /// What to write instead, best first; with the affixes of the form.
    pub right: Vec<String>,
    pair: usize,
}

impl Nonstandard {
    /// The rule that the tables leave the word to.
    pub fn rule(&self) -> &'static str {
        RULES[usize::from(PAIRS[self.pair].rule)]
    }

    /// Why the right spelling is right, to follow a colon: in Indonesian and English.
    pub fn reason(&self) -> [&'static str; 2] {
        REASONS[usize::from(PAIRS[self.pair].family)]
    }
}

/// The nonstandard spelling that a form, in lower case, is or is built from.
pub(super) fn of(form: &Form) -> Option<Nonstandard> {
    static IS_ONE: Told = Told::new();
    // Few forms are: those are looked for twice.
    let is_one = IS_ONE.recall(form, || find(form).is_some().into()) == 1;
    if is_one { find(form) } else { None }
}

fn find(form: &Form) -> Option<Nonstandard> {
    if let Some(pair) = number(&form.text) {
        return Some(Nonstandard { right: owned(PAIRS[pair].right), pair });
    }
    let is_number = |hash: u64, parts: [&[u8]; 2]| NUMBERS.find(hash, parts).is_some();
    if !form.text.contains('-') && !has_part(form.text.as_bytes(), is_number) {
        return None;
    }
    let met = std::cell::Cell::new(0);
    let right = substitute(form, &|word| {
        let pair = number(word)?;
        met.set(pair);
        Some(Substitute { right: PAIRS[pair].right.to_vec(), whole: PAIRS[pair].whole })
    })?;
    Some(Nonstandard { right, pair: met.get() })
}

fn number(word: &str) -> Option<usize> {
    NUMBERS.get(word).and_then(|number| usize::try_from(number).ok())
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// Every pair of the tables, from wrong to right, with its rule.
pub fn pairs() -> Vec<(String, &'static [&'static str], &'static str)> {
    let pair = |(wrong, number): (String, u64)| {
        let pair = &PAIRS[usize::try_from(number).unwrap_or(0)];
        (wrong, pair.right, RULES[usize::from(pair.rule)])
    };
    NUMBERS.all().into_iter().map(pair).collect()
}

/// Whether the tables name this rule.
pub fn has_rule(name: &str) -> bool {
    RULES.contains(&name)
}
