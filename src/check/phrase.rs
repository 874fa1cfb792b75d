//! Words that should be written otherwise: a table from wrong to right.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::settings::one_or_many;
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix, Suffix};
use crate::language::lexicon::Trust;
use crate::language::{Form, morphology};
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
    /// Words of the table that are found only as they stand and with clitics, whatever `inflect` says: with affixes they
    /// look like parts of others (*ruh* in *keruh*).
    #[serde(default, deserialize_with = "one_or_many")]
    pub whole: Vec<String>,
    /// Marks that make the words none when they touch them: *utk.* is an abbreviation, *yg_id* is code.
    #[serde(default, deserialize_with = "one_or_many")]
    pub unless_glued: Vec<String>,
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
    /// The second to fourth byte of every word that is also looked for with affixes: what a form must hold somewhere,
    /// since prefixes swallow at most the first letter.
    traces: FxHashSet<[u8; 3]>,
    whole: FxHashSet<Box<str>>,
    unless_glued: Vec<String>,
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
        Self {
            traces: entries.keys().filter_map(|word| trace(word)).collect(),
            entries,
            inflect: settings.inflect,
            whole: settings.whole.iter().map(|word| word.as_str().into()).collect(),
            unless_glued: settings.unless_glued.clone(),
            capital: settings.capital,
        }
    }

    /// The replacements of a form whose root, not itself, stands in the table.
    fn inflected(&self, form: &Form) -> Option<Vec<String>> {
        if !self.inflect || !form.text.as_bytes().windows(3).any(|three| self.traces.contains(three)) {
            return None;
        }
        if let Some((left, right)) = form.text.split_once('-') {
            return self.doubled(left, right);
        }
        let mut stems = morphology::stems(&form.text).into_iter();
        stems.find_map(|(affixes, stem)| {
            let right = self.single(&stem)?;
            let whole = affixes.derives() && (self.whole.contains(stem.as_str()) || !is_only_reading(form, &stem));
            let fits = affixes != Affixes::default() && !whole && !is_root(form);
            fits.then(|| right.iter().map(|right| inflect(right, affixes)).collect::<Option<_>>())?
        })
    }

    /// What a single word of the table should be.
    fn single(&self, word: &str) -> Option<&[String]> {
        let entry = self.entries.get(word)?.iter().find(|entry| entry.rest.is_empty())?;
        (!entry.right.is_empty()).then_some(&entry.right)
    }

    /// *praktek-praktek*, *praktek-prakteknya*: a word of the table that stands twice.
    fn doubled(&self, left: &str, right: &str) -> Option<Vec<String>> {
        let first = self.single(left)?.first()?;
        let mut tails = morphology::stems(right).into_iter();
        let (affixes, _) = tails.find(|(affixes, stem)| affixes.prefix == Prefix::None && stem == left)?;
        match first.split_once(' ') {
            // Of a compound only the first word stands twice: *kerja-kerja sama*, *rumah-rumah sakit*.
            Some((head, tail)) => Some(vec![format!("{head}-{head} {}", morphology::generate(tail, affixes))]),
            None => Some(vec![format!("{first}-{}", morphology::generate(first, affixes))]),
        }
    }

    /// Whether a mark of `unless-glued` touches the words.
    fn is_glued(&self, context: &Context, first: usize, last: usize) -> bool {
        let is_mark = |at: usize| self.unless_glued.iter().any(|mark| mark == context.written(at));
        !self.unless_glued.is_empty()
            && (first.checked_sub(1).is_some_and(|before| !context.is_spaced(before) && is_mark(before))
                || !context.is_spaced(last) && is_mark(last + 1))
    }

    fn report(&self, context: &Context, first: usize, last: usize, right: &[String], out: &mut Vec<Finding>) {
        if self.is_glued(context, first, last) {
            return;
        }
        let words = context.words();
        let may_be_name = casing::may_be_name(context, first);
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

/// The second to fourth byte of a word.
fn trace(word: &str) -> Option<[u8; 3]> {
    word.as_bytes().get(1..4)?.try_into().ok()
}

/// Whether the lexicon knows no other root of the form than `stem`: *berubah* is *ubah*, not *rubah*.
fn is_only_reading(form: &Form, stem: &str) -> bool {
    form.readings().iter().all(|reading| *reading.root == *stem || *reading.root == *form.text)
}

/// Whether the form is itself a root that may be relied on.
fn is_root(form: &Form) -> bool {
    form.entry().is_some_and(|entry| entry.is_root() && entry.trust() > Trust::Low)
}

/// `right` with the affixes of the wrong word: of a phrase the first word takes what stands before the root and the last
/// what stands after it (*bekerja sama*, *kerja samanya*). A compound with both prefix and suffix is one word, and right
/// as it is: *mempertanggungjawabkan*.
fn inflect(right: &str, affixes: Affixes) -> Option<String> {
    let Some((first, rest)) = right.rsplit_once(' ') else { return Some(morphology::generate(right, affixes)) };
    if affixes.prefix != Prefix::None && affixes.suffix != Suffix::None {
        return None;
    }
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
