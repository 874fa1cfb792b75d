//! Words that should be written otherwise: a table from wrong to right.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::settings::one_or_many;
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix};
use crate::language::{Form, Shape, morphology};
use crate::text::Edit;

/// `[check.phrase]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// From what is found, lower case, to what should be written: one text, several (best first), or none.
    pub words: BTreeMap<String, Right>,
    /// Whether words of the table are found with affixes and clitics as well: *praktek* in *mempraktekkan*.
    #[serde(default)]
    pub inflect: bool,
    /// What a capital inside a sentence means.
    #[serde(default)]
    pub capital: Capital,
}

/// What should be written instead.
#[derive(Clone, Debug, Deserialize)]
pub struct Right(#[serde(deserialize_with = "one_or_many")] pub Vec<String>);

/// What to make of a word that begins with a capital inside a sentence and outside a heading: it may be a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capital {
    /// A finding like any other.
    Count,
    /// A finding to look at.
    #[default]
    Doubt,
    /// A name: no finding.
    Skip,
}

/// The check.
pub struct Phrase {
    entries: FxHashMap<Box<str>, Vec<Entry>>,
    inflect: bool,
    capital: Capital,
}

/// One line of the table, under its first word.
struct Entry {
    rest: Vec<Box<str>>,
    right: Vec<String>,
}

impl Phrase {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut entries: FxHashMap<Box<str>, Vec<Entry>> = FxHashMap::default();
        for (wrong, right) in &settings.words {
            let mut words = wrong.split_whitespace();
            let Some(first) = words.next() else { continue };
            let entry = Entry { rest: words.map(Into::into).collect(), right: right.0.clone() };
            entries.entry(first.into()).or_default().push(entry);
        }
        for alternatives in entries.values_mut() {
            alternatives.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self { entries, inflect: settings.inflect, capital: settings.capital }
    }

    /// The replacements of a form whose root, not itself, stands in the table.
    fn inflected(&self, form: &Form) -> Option<Vec<String>> {
        if !self.inflect || form.text.len() < 4 {
            return None;
        }
        let mut stems = morphology::stems(&form.text).into_iter();
        let (affixes, entry) = stems.find_map(|(affixes, stem)| {
            let single = self.entries.get(stem.as_str())?.iter().find(|entry| entry.rest.is_empty())?;
            (affixes != Affixes::default() && is_only_reading(form, &stem)).then_some((affixes, single))
        })?;
        Some(entry.right.iter().filter_map(|right| inflect(right, affixes)).collect())
    }

    fn report(&self, context: &Context, first: usize, last: usize, right: &[String], out: &mut Vec<Finding>) {
        let words = context.words();
        let may_be_name = words[first].shape != Shape::Lower
            && !context.opens_sentence(first)
            && !context.block(first).kind.is_heading()
            && words[first].shape != Shape::Upper;
        if may_be_name && self.capital == Capital::Skip {
            return;
        }
        let span = words[first].span.to(words[last].span);
        let mut finding = Finding::at(span);
        for text in right {
            let text = casing::like(context, first, last, text);
            finding = finding.or(vec![Edit::replace(span, text)]);
        }
        if may_be_name && self.capital == Capital::Doubt {
            finding = finding.at_most(Certainty::Doubtful);
        }
        out.push(finding);
    }
}

impl Check for Phrase {
    fn triggers(&self) -> Triggers {
        let forms = self.entries.keys().map(ToString::to_string).collect();
        Triggers { forms, asks_forms: self.inflect, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        !self.entries.contains_key(&form.text) && self.inflected(form).is_some()
    }

    fn at_word(&self, context: &Context, word: usize, out: &mut Vec<Finding>) {
        let form = context.form(context.words()[word]);
        let Some(entries) = self.entries.get(&form.text) else {
            if let Some(right) = self.inflected(form) {
                self.report(context, word, word, &right, out);
            }
            return;
        };
        let end = context.sentence(word).words.end;
        let fits = |entry: &&Entry| {
            word + entry.rest.len() < end
                && entry.rest.iter().enumerate().all(|(at, text)| context.form_text(word + 1 + at) == &**text)
        };
        if let Some(entry) = entries.iter().find(fits) {
            self.report(context, word, word + entry.rest.len(), &entry.right, out);
        }
    }
}

/// Whether the lexicon knows no other root of the form than `stem`: *berubah* is *ubah*, not *rubah*.
fn is_only_reading(form: &Form, stem: &str) -> bool {
    form.readings().iter().all(|reading| *reading.root == *stem || *reading.root == *form.text)
}

/// `right` with the affixes of the wrong word: of a phrase the first word takes what stands before the root and the last
/// what stands after it (*bekerja sama*, *kerja samanya*).
fn inflect(right: &str, affixes: Affixes) -> Option<String> {
    let Some((first, rest)) = right.rsplit_once(' ') else { return Some(morphology::generate(right, affixes)) };
    let before = Affixes { prefix: affixes.prefix, ..Affixes::default() };
    let after = Affixes { prefix: Prefix::None, ..affixes };
    let (head, middle) = first.split_once(' ').map_or((first, None), |(head, middle)| (head, Some(middle)));
    let head = morphology::generate(head, before);
    let last = morphology::generate(rest, after);
    Some(match middle {
        Some(middle) => format!("{head} {middle} {last}"),
        None => format!("{head} {last}"),
    })
}
