//! Words that should be written otherwise: a table from wrong to right.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use fixedbitset::FixedBitSet;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::beside::{Beside, trace};
use super::settings::one_or_many;
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::lexicon;
use crate::language::nonstandard::{self, Nonstandard};
use crate::language::substitute::{Substitute, substitute};
use crate::language::{Class, Form, Shape, stamp};
use crate::text::Edit;

/// `[check.phrase]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// From what is found, lower case, to what should be written: one text, several (best first), or none.
    #[serde(default)]
    pub words: BTreeMap<String, Right>,
    /// What should be written for words of the table where they open their sentence, if that is something else.
    #[serde(default)]
    pub opening: BTreeMap<String, Right>,
    /// The words that `lexicon/nonstandard` leaves to the rule of this name, with affixes and clitics.
    pub table: Option<String>,
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
    /// Whether the words are found only between Indonesian ones: elsewhere they belong to a phrase of another language.
    #[serde(default)]
    pub among_indonesian: bool,
    /// Whether the words are English plurals, which end their phrase, so that an Indonesian noun may follow.
    #[serde(default)]
    pub plural: bool,
    /// Words that are names where they have a capital, at the start of a sentence too: *Batubara*.
    #[serde(default, deserialize_with = "one_or_many")]
    pub names: Vec<String>,
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
    /// A name, or an acronym where the word is all capitals: no finding.
    Skip,
}

/// The check; its table is made when a text first holds a word that it begins with.
pub struct Phrase {
    settings: Arc<Settings>,
    table: OnceLock<Table>,
}

/// The words that are looked for, ready to be found.
struct Table {
    /// Under its first word every line's place in `lines`.
    entries: FxHashMap<Box<str>, u32>,
    /// The lines that begin with the same word, the longest first.
    lines: Vec<Vec<Entry>>,
    /// The second to fourth letter of every word that is also looked for with affixes: what a form must hold somewhere,
    /// since prefixes swallow at most the first letter.
    traces: FixedBitSet,
    whole: FxHashSet<Box<str>>,
    names: FxHashSet<Box<str>>,
}

/// One line of the table, under its first word.
struct Entry {
    /// The stamp of the second word, by which most places are told; `None` where there is one word.
    second: Option<u64>,
    rest: Vec<Box<str>>,
    right: Vec<String>,
    opening: Vec<String>,
}

impl Entry {
    /// What to write where the entry's first word is the word `at`.
    fn right(&self, context: &Context, at: usize) -> &[String] {
        if self.opening.is_empty() || !context.opens_sentence(at) { &self.right } else { &self.opening }
    }
}

impl Table {
    fn new(settings: &Settings) -> Self {
        let mut entries: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut lines: Vec<Vec<Entry>> = Vec::new();
        for (wrong, right) in &settings.words {
            let mut words = wrong.split_whitespace();
            let Some(first) = words.next() else { continue };
            let opening = settings.opening.get(wrong).map_or_else(Vec::new, |right| right.0.clone());
            let rest: Vec<Box<str>> = words.map(Into::into).collect();
            let second = rest.first().map(|word| stamp(word));
            let entry = Entry { second, rest, right: right.0.clone(), opening };
            let next = u32::try_from(lines.len()).unwrap_or(u32::MAX);
            let place = *entries.entry(first.into()).or_insert(next);
            if place == next {
                lines.push(Vec::new());
            }
            lines[place as usize].push(entry);
        }
        for alternatives in &mut lines {
            alternatives.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        let is_alone = |place: u32| lines[place as usize].iter().any(|entry| entry.rest.is_empty());
        let alone = entries.iter().filter(|&(_, &place)| is_alone(place)).map(|(word, _)| word.as_bytes());
        let mut traces = FixedBitSet::with_capacity(TRACES);
        traces.extend(alone.filter_map(|word| word.get(1..4)).map(packed));
        Self {
            traces,
            entries,
            lines,
            whole: settings.whole.iter().map(|word| word.as_str().into()).collect(),
            names: settings.names.iter().map(|word| word.as_str().into()).collect(),
        }
    }
}

impl Phrase {
    /// The check with these settings.
    ///
    /// # Errors
    /// The table that does not exist.
    pub fn new(settings: &Arc<Settings>) -> Result<Self, String> {
        if let Some(unknown) = settings.table.as_ref().filter(|name| !nonstandard::has_rule(name)) {
            return Err(format!("no words in lexicon/nonstandard are left to `{unknown}`"));
        }
        Ok(Self { settings: Arc::clone(settings), table: OnceLock::new() })
    }

    fn table(&self) -> &Table {
        self.table.get_or_init(|| Table::new(&self.settings))
    }

    /// What the tables of nonstandard words have for a form, if they leave it to this rule.
    fn listed<'f>(&self, form: &'f Form) -> Option<&'f Nonstandard> {
        let table = self.settings.table.as_ref()?;
        form.nonstandard().filter(|found| found.rule() == table)
    }

    /// The replacements of a form whose root, not itself, stands in the table.
    fn inflected(&self, form: &Form) -> Option<Vec<String>> {
        if !self.settings.inflect {
            return None;
        }
        let table = self.table();
        if !form.text.as_bytes().windows(3).any(|three| table.traces.contains(packed(three))) {
            return None;
        }
        substitute(form, &|word| {
            let place = *table.entries.get(word)?;
            let entry = table.lines[place as usize].iter().find(|entry| entry.rest.is_empty())?;
            let right: Vec<&str> = entry.right.iter().map(String::as_str).collect();
            (!right.is_empty()).then(|| Substitute { right, whole: table.whole.contains(word) })
        })
    }

    /// Whether a mark of `unless-glued` touches the words.
    fn is_glued(&self, context: &Context, first: usize, last: usize) -> bool {
        let is_mark = |at: usize| self.settings.unless_glued.iter().any(|mark| mark == context.written(at));
        !self.settings.unless_glued.is_empty()
            && (first.checked_sub(1).is_some_and(|before| !context.is_spaced(before) && is_mark(before))
                || !context.is_spaced(last) && is_mark(last + 1))
    }

    /// Whether a capital shows the words to be part of a name: *Apotik Sehat*, *Jalan Mushola No. 5*; *Duren Sawit* at the
    /// start of a sentence too.
    fn is_part_of_name(&self, context: &Context, first: usize, last: usize) -> bool {
        if self.settings.capital == Capital::Count {
            return false;
        }
        let word = context.words()[first];
        let is_surname = word.shape == Shape::Capital && self.table().names.contains(context.form_text(first));
        let opens_name =
            word.shape == Shape::Capital && !context.block(first).kind.is_heading() && is_title(context, last + 1);
        is_surname || opens_name || casing::may_be_name(context, first) && casing::stands_in_name(context, first)
    }

    fn report(&self, context: &Context, first: usize, last: usize, right: &[String]) -> Option<Finding> {
        if self.is_glued(context, first, last) {
            return None;
        }
        let words = context.words();
        let may_be_name = casing::may_be_name(context, first);
        if self.is_part_of_name(context, first, last)
            || is_file_name(context, last)
            || is_function(context, first, last)
        {
            return None;
        }
        // In italics the word is meant as one of another language.
        let is_own = || {
            let span = words[first].span.to(words[last].span);
            self.is_among_indonesian(context, first, last) && !context.document.prose.is_in_italics(span)
        };
        if self.settings.among_indonesian && !is_own() {
            return None;
        }
        let is_acronym = words[first].shape == Shape::Upper;
        if (may_be_name || is_acronym) && self.settings.capital == Capital::Skip {
            return None;
        }
        let span = words[first].span.to(words[last].span);
        let mut finding = Finding::at(span);
        for text in right {
            let text = casing::like(context, first, last, text);
            finding = finding.or(vec![Edit::replace(span, text)]);
        }
        if may_be_name && self.settings.capital == Capital::Doubt {
            finding = finding.at_most(Certainty::Doubtful);
        }
        Some(finding)
    }

    /// Whether the words stand in a sentence of Indonesian: a word of it before them, and behind them the end of the clause or a
    /// word that is no noun, for an English phrase has its noun last (*private network*).
    fn is_among_indonesian(&self, context: &Context, first: usize, last: usize) -> bool {
        let sentence = &context.sentence(first).words;
        let word = |at: usize| Some(context.form(context.words()[at])).filter(|_| context.words()[at].is_word());
        let is_indonesian = |form: &Form| form.is_known() && !lexicon::is_foreign(&form.text);
        let before = first.checked_sub(1).filter(|before| sentence.contains(before)).and_then(word);
        let ends =
            last + 1 >= sentence.end || matches!(context.written(last + 1), "." | "," | ";" | ":" | "?" | "!" | ")");
        let goes_on = || {
            word(last + 1)
                .is_some_and(|form| is_indonesian(form) && (self.settings.plural || !form.may_be(Class::Noun)))
        };
        sentence.len() > 4 && before.is_some_and(is_indonesian) && (ends || goes_on())
    }
}

impl Check for Phrase {
    fn triggers(&self) -> Triggers {
        let Settings { words, inflect, table, .. } = &*self.settings;
        let forms = words.keys().filter_map(|words| words.split_whitespace().next());
        Triggers {
            forms: forms.map(ToOwned::to_owned).collect(),
            asks_forms: *inflect || table.is_some(),
            ..Triggers::default()
        }
    }

    fn wants(&self, form: &Form) -> bool {
        self.listed(form).is_some() || self.inflected(form).is_some() && !self.table().entries.contains_key(&form.text)
    }

    /// One more than the place of the lines that begin with the form; zero where none does.
    fn note(&self, form: &Form) -> u32 {
        self.table().entries.get(&form.text).map_or(0, |place| place + 1)
    }

    fn beside(&self, form: &Form, note: u32) -> Beside {
        let Some(place) = note.checked_sub(1).filter(|_| self.listed(form).is_none()) else { return Beside::ANY };
        let next = |entry: &Entry| entry.rest.first().map_or(u64::MAX, |next| trace([&**next]));
        let after = self.table().lines[place as usize].iter().fold(0, |after, entry| after | next(entry));
        Beside::new(u64::MAX, after)
    }

    fn at_word(&self, context: &Context, word: usize, note: u32, out: &mut Vec<Finding>) {
        let form = context.form(context.words()[word]);
        if let Some(place) = note.checked_sub(1) {
            let entries = &self.table().lines[place as usize];
            let next = context.word(word + 1).map(|next| context.form(next).stamp);
            let fits = |entry: &&Entry| {
                (entry.second.is_none() || entry.second == next)
                    && entry.rest.iter().enumerate().all(|(at, text)| context.form_text(word + 1 + at) == &**text)
                    && word + entry.rest.len() < context.sentence(word).words.end
            };
            if let Some(entry) = entries.iter().find(fits) {
                return out.extend(self.report(context, word, word + entry.rest.len(), entry.right(context, word)));
            }
        } else if let Some(right) = self.inflected(form) {
            return out.extend(self.report(context, word, word, &right));
        }
        if let Some(listed) = self.listed(form) {
            let finding = self.report(context, word, word, &listed.right);
            let [indonesian, english] = listed.reason();
            out.extend(finding.map(|finding| finding.with("alasan", indonesian).with("reason", english)));
        }
    }
}

/// Whether the word `at` goes on with a name that a common noun begins: *Sawit*, *Raya*, *No.*
fn is_title(context: &Context, at: usize) -> bool {
    let next = context.word(at).filter(|next| next.shape == Shape::Capital && context.is_spaced(at - 1));
    let is_inside = context.sentence(at - 1).words.contains(&at);
    is_inside
        && next.is_some_and(|next| {
            let form = context.form(next);
            let is_number = matches!(&*form.text, "no" | "no.");
            is_number || form.is_known() && form.entry().is_none_or(|entry| !entry.is_name())
        })
}

/// Whether the words are the name of a function in a formula: *=SUBTITUSI(A1)*.
fn is_function(context: &Context, first: usize, last: usize) -> bool {
    let opens = first.checked_sub(1).is_some_and(|before| context.written(before) == "=");
    context.words()[first].shape == Shape::Upper && opens && context.written(last + 1) == "("
}

/// Whether the word `at` is the stem of a file or a site: *motto.odt*.
fn is_file_name(context: &Context, at: usize) -> bool {
    let is_stop = context.written(at + 1) == "." && !context.is_spaced(at) && !context.is_spaced(at + 1);
    is_stop && context.word(at + 2).is_some_and(|end| end.is_word() && end.shape == Shape::Lower)
}

/// How many numbers three letters have.
const TRACES: usize = 1 << 15;

/// Three letters as a number, which others may share.
fn packed(letters: &[u8]) -> usize {
    letters.iter().fold(0, |packed, letter| packed << 5 | usize::from(letter & 31))
}
