//! A phrase with the capitals of a headline inside running text, and one stuck to the end of a sentence.
//!
//! Capitals make a name, and names are many. The document itself says which phrase is none: the one that it also writes
//! in small letters.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::casing::decapitalise;
use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{FormId, Shape, Word, WordKind};
use crate::text::{Edit, Span};

/// `[check.keyword]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is looked for.
    pub place: Place,
    /// How often a phrase of two words must stand in small letters elsewhere; also twice as often as with capitals.
    pub small_two: usize,
    /// How often a longer phrase must stand in small letters elsewhere; also as often as with capitals.
    pub small_more: usize,
    /// The longest phrase, in words.
    pub longest: usize,
    /// Words, lower case, that keep their capital wherever they stand: a run that holds one is not looked at.
    pub keep: Vec<String>,
    /// For [`Place::Anywhere`]: the fewest words of a phrase.
    #[serde(default = "two")]
    pub shortest: usize,
    /// For [`Place::Anywhere`]: words, lower case, after which capitals make a name or a label: *dialog*, *program*.
    #[serde(default)]
    pub names: Vec<String>,
    /// How often the phrase must stand in the document, with capitals or without.
    #[serde(default)]
    pub least: usize,
    /// For [`Place::End`]: the words that tie the phrase to its sentence without giving it a task there.
    #[serde(default)]
    pub ties: Vec<String>,
}

fn two() -> usize {
    2
}

/// Where the phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Anywhere in running text.
    Anywhere,
    /// At the end of a sentence, after a word that ties it there; or a sentence of its own.
    End,
}

/// The check.
pub struct Keyword {
    settings: Settings,
}

/// Words of running text with capitals, as indices, `end` after the last.
struct Run {
    start: usize,
    end: usize,
}

/// How often the words of a run stand in the running text of the document.
#[derive(Clone, Copy, Default)]
struct Count {
    small: usize,
    all: usize,
}

impl Keyword {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// Whether the document itself writes the run in small letters often enough.
    fn is_common(&self, run: &Run, count: Count) -> bool {
        let capital = count.all - count.small;
        let is_usual = match run.end - run.start {
            2 => count.small >= self.settings.small_two.max(2 * capital),
            _ => count.small >= self.settings.small_more.max(capital),
        };
        is_usual && count.all >= self.settings.least
    }

    /// Whether every word of the run is an Indonesian word that no name or title asks a capital of.
    fn is_plain(&self, context: &Context, run: &Run) -> bool {
        let is_plain = |word: &Word| {
            let form = context.form(*word);
            form.is_known()
                && form.entry().is_none_or(|entry| !entry.is_name() && !entry.is_foreign())
                && !self.settings.keep.iter().any(|keep| **keep == *form.text)
        };
        context.words()[run.start..run.end].iter().all(is_plain)
    }

    /// Whether the run is the name or the label of something: so say the word before it, the markup around
    /// it, or that its sentence has no other word.
    fn is_label(&self, context: &Context, run: &Run) -> bool {
        let before = run.start.checked_sub(1).filter(|_| !context.opens_sentence(run.start));
        let named = before.is_some_and(|at| self.settings.names.iter().any(|name| name == context.form_text(at)));
        let (span, block) = (span(context, run), context.block(run.start).span);
        let around = Span::new(span.start.saturating_sub(1).max(block.start), (span.end + 1).min(block.end));
        let sentence = context.sentence(run.start).words.clone();
        let is_word = |at: usize| context.words()[at].is_word() && !(run.start..run.end).contains(&at);
        named || !sentence.into_iter().any(is_word) || context.document.prose.offsets.to_verbatim(around).is_none()
    }

    fn finding(&self, context: &Context, run: &Run) -> Option<Finding> {
        match self.settings.place {
            Place::Anywhere if run.end - run.start < self.settings.shortest || self.is_label(context, run) => None,
            // Two words may by chance be a name and a common phrase.
            Place::Anywhere if run.end - run.start == 2 => Some(small(context, run).at_most(Certainty::Doubtful)),
            Place::Anywhere => Some(small(context, run)),
            Place::End => self.stuck(context, run),
        }
    }

    /// *… di dunia karena Kerja Sama Internasional.*
    fn stuck(&self, context: &Context, run: &Run) -> Option<Finding> {
        let sentence = context.sentence(run.start);
        let tail = &context.words()[run.end..sentence.words.end];
        if tail.iter().any(|word| word.kind != WordKind::Punctuation || !is_end(context, *word)) {
            return None;
        }
        let span = span(context, run);
        if run.start == sentence.words.start {
            let block = context.document.block_sentences.get(sentence.block)?;
            return (block.len() > 1).then(|| Finding::at(span).or(vec![Edit::delete(sentence.span)]));
        }
        let tie = context.words()[run.start - 1];
        let is_tie = self.settings.ties.iter().any(|word| **word == *context.form(tie).text);
        if !is_tie || run.start < sentence.words.start + 2 {
            return None;
        }
        let before = context.words()[run.start - 2].span.end;
        Some(Finding::at(tie.span.to(span)).or(vec![Edit::delete(Span::new(before, span.end))]))
    }
}

impl Check for Keyword {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let mut runs = runs(context, self.settings.longest);
        if runs.is_empty() {
            return;
        }
        // In small letters a run stands at most as often as each of its words but the first.
        let small = Small::of(context);
        runs.retain(|run| context.words()[run.start + 1..run.end].iter().all(|word| small.have(word.form)));
        if runs.is_empty() {
            return;
        }
        let counts = counts(context, &runs);
        let mut next = 0;
        for (run, &count) in runs.iter().zip(&counts) {
            // Runs with and without the word that opens the sentence: the longer one comes first.
            let is_keyword = run.start >= next && self.is_common(run, count) && self.is_plain(context, run);
            if let Some(finding) = is_keyword.then(|| self.finding(context, run)).flatten() {
                out.push(finding);
                next = run.end;
            }
        }
    }
}

/// The run in small letters, but for the capital of its sentence.
fn small(context: &Context, run: &Run) -> Finding {
    let opens = context.opens_sentence(run.start);
    let capital = |at: &usize| context.words()[*at].shape == Shape::Capital && !(opens && *at == run.start);
    let edits = (run.start..run.end).filter(capital).map(|at| {
        let span = context.words()[at].span;
        Edit::replace(span, decapitalise_all(context.text(span)))
    });
    Finding::at(span(context, run)).or(edits.collect())
}

/// *Negara-Negara* as *negara-negara*.
fn decapitalise_all(text: &str) -> String {
    text.split('-').map(decapitalise).collect::<Vec<_>>().join("-")
}

fn span(context: &Context, run: &Run) -> Span {
    context.words()[run.start].span.to(context.words()[run.end - 1].span)
}

fn is_end(context: &Context, word: Word) -> bool {
    matches!(context.text(word.span), "." | "!" | "?" | "…" | "..." | ")")
}

/// The runs of two to `longest` capitalised words in running text; one that opens its sentence also without its first.
fn runs(context: &Context, longest: usize) -> Vec<Run> {
    let mut runs = Vec::new();
    for (block, sentences) in context.document.prose.blocks.iter().zip(&context.document.block_sentences) {
        // A paragraph of one sentence may be a heading, a label or a caption.
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote) || sentences.len() < 2 {
            continue;
        }
        for sentence in &context.document.sentences[sentences.clone()] {
            let words = &context.words()[sentence.words.clone()];
            let mut start = 0;
            while start < words.len() {
                let mut end = start;
                while end < words.len() && is_capital(words[end]) {
                    end += 1;
                }
                let length = end - start;
                if (2..=longest).contains(&length) && is_free(context, words, start, end) {
                    let first = sentence.words.start + start;
                    runs.push(Run { start: first, end: sentence.words.start + end });
                    if length > 2 && context.opens_sentence(first) {
                        runs.push(Run { start: first + 1, end: sentence.words.start + end });
                    }
                }
                start = end + 1;
            }
        }
    }
    runs
}

fn is_capital(word: Word) -> bool {
    word.is_word() && word.shape == Shape::Capital
}

/// Whether nothing around makes a name or a title of the words: numbers, abbreviations, quotation marks, an address.
fn is_free(context: &Context, words: &[Word], start: usize, end: usize) -> bool {
    let is_plain = |word: Option<&Word>| {
        word.is_none_or(|word| match word.kind {
            WordKind::Word => word.shape == Shape::Lower || context.form(*word).entry().is_some(),
            WordKind::Punctuation => matches!(context.text(word.span), "." | "," | ";" | "!" | "?" | "…" | "—" | "–"),
            _ => false,
        })
    };
    is_plain(start.checked_sub(1).and_then(|at| words.get(at))) && is_plain(words.get(end))
}

/// The forms of words in small letters, a bit for each, some sharing one.
struct Small([u64; 64]);

impl Small {
    fn of(context: &Context) -> Self {
        let mut small = Self([0; 64]);
        for word in context.words() {
            if word.shape == Shape::Lower {
                let (place, bit) = bit(word.form);
                small.0[place] |= bit;
            }
        }
        small
    }

    fn have(&self, form: FormId) -> bool {
        let (place, bit) = bit(form);
        self.0[place] & bit != 0
    }
}

const fn bit(form: FormId) -> (usize, u64) {
    (form.0 as usize / 64 % 64, 1 << (form.0 % 64))
}

/// For every run, how often its words stand in the running text.
fn counts(context: &Context, runs: &[Run]) -> Vec<Count> {
    let words = context.words();
    let mut distinct: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    let mut at_pair: FxHashMap<(u32, u32), Vec<(usize, usize)>> = FxHashMap::default();
    // A bit for every form that a run begins with, some sharing one: most words are passed over by it.
    let mut begins = [0_u64; 64];
    let mut phrase_of = Vec::with_capacity(runs.len());
    for run in runs {
        let forms: Vec<u32> = words[run.start..run.end].iter().map(|word| word.form.0).collect();
        let (pair, next) = ((forms[0], forms[1]), distinct.len());
        let phrase = *distinct.entry(forms).or_insert(next);
        if phrase == next {
            at_pair.entry(pair).or_default().push((phrase, run.start));
            let (place, bit) = bit(words[run.start].form);
            begins[place] |= bit;
        }
        phrase_of.push((phrase, run.end - run.start));
    }
    let mut length = vec![0; distinct.len()];
    for &(phrase, len) in &phrase_of {
        length[phrase] = len;
    }
    let mut found = vec![Count::default(); distinct.len()];
    for (at, two) in words.windows(2).enumerate() {
        let (place, bit) = bit(two[0].form);
        if begins[place] & bit == 0 {
            continue;
        }
        let Some(phrases) = at_pair.get(&(two[0].form.0, two[1].form.0)) else {
            continue;
        };
        for &(phrase, model) in phrases {
            let model = &words[model..model + length[phrase]];
            let Some(place) = words.get(at..at + model.len()) else { continue };
            if place.iter().zip(model).all(|(a, b)| a.form == b.form) && context.block(at).kind.is_running_text() {
                found[phrase].all += 1;
                // What opens its sentence may have one capital, and is small all the same.
                found[phrase].small += usize::from(place[1..].iter().all(|word| word.shape == Shape::Lower));
            }
        }
    }
    phrase_of.iter().map(|&(phrase, _)| found[phrase]).collect()
}
