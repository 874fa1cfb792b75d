//! A phrase said far more often than its text needs: keyword stuffing.
//!
//! Articles about a term name it often, and rightly so; how often says little. What gives stuffing away is where the
//! phrase stands: at the head of sentence after sentence, where a writer would go on with *itu*, *hal ini* or nothing.

mod gram;
mod place;
mod stream;

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::language::lexicon::Entry;
use crate::language::{Class, FormId, WordKind};
use crate::text::Span;
use gram::Gram;
use stream::Token;

/// `[check.stuffing]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Documents with fewer words are not looked at.
    pub least_words: usize,
    /// The longest phrase, in words; longer ones are whole sentences of a template.
    pub longest: usize,
    /// The share of a document's words that one phrase covers in good text; what the message calls usual.
    pub usual: f64,
    /// The share of places with the same neighbour, on one side, from which a phrase is part of a longer set form.
    pub same_neighbour: f64,
    /// The share of places with capitals on every word from which a phrase is a name.
    pub name: f64,
    /// The fewest blocks a phrase must stand in.
    pub blocks: usize,
    /// How many words may stand between the start of a clause and a phrase that leads it.
    pub reach: usize,
    /// The most phrases reported in one document, and the most places shown of each.
    pub most: Most,
    /// What counts as too often; the first level that fits decides.
    pub level: Vec<Level>,
    /// Words that never stand at the edge of a phrase, but may stand inside.
    pub inside: Vec<String>,
    /// Words that no phrase holds: pronouns, auxiliaries, conjunctions.
    pub never: Vec<String>,
    /// Words also written apart, so that both ways count as one.
    #[serde(default)]
    pub joined: FxHashMap<String, (String, String)>,
}

/// The most that is reported of one document.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Most {
    /// Phrases.
    pub phrases: usize,
    /// Places of one phrase.
    pub places: usize,
}

/// One way to be too often: all four must be reached.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The words of the phrase.
    pub words: usize,
    /// How often it stands in the document.
    pub count: usize,
    /// The share of the document's words that it covers.
    pub share: f64,
    /// The share of its places in running text where it leads a sentence or clause.
    pub lead: f64,
    /// Whether the finding counts as the rule says; otherwise one level less.
    #[serde(default)]
    pub certain: bool,
}

/// How many places of one phrase are looked at closely.
const SAMPLE: usize = 500;

/// The check.
pub struct Stuffing {
    settings: Settings,
    inside: FxHashSet<Box<str>>,
    never: FxHashSet<Box<str>>,
}

/// A phrase that is too often in a document.
struct Phrase {
    gram: Gram,
    certain: bool,
    share: f64,
}

impl Stuffing {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let set = |words: &[String]| words.iter().map(|word| word.as_str().into()).collect();
        Self { inside: set(&settings.inside), never: set(&settings.never), settings: settings.clone() }
    }

    /// Whether the word may begin or end a phrase.
    fn is_content(&self, context: &Context, form: FormId) -> bool {
        let text = &context.vocabulary.form(form).text;
        text.chars().nth(1).is_some() && !self.inside.contains(text) && !self.never.contains(text)
    }

    /// Whether the words may be a keyword: a noun phrase with content at both ends, and nothing between that only
    /// sentences have. What begins with a verb is an instruction or an explanation: *pilih tab Format*.
    fn is_phrase(&self, context: &Context, tokens: &[Token], gram: &Gram) -> bool {
        let Some(words) = gram.places.first().and_then(|&at| tokens.get(at as usize..at as usize + gram.len)) else {
            return false;
        };
        let [first, inner @ .., last] = words else { return false };
        let is_verb = |token: &Token| {
            let form = context.vocabulary.form(token.form);
            form.may_be(Class::Verb) && !form.may_be(Class::Noun) || form.entry().is_some_and(Entry::is_pure_verb)
        };
        self.is_content(context, first.form)
            && self.is_content(context, last.form)
            && !is_verb(first)
            && !is_verb(last)
            && inner.iter().all(|token| !self.never.contains(&context.vocabulary.form(token.form).text))
    }

    /// The fewest places that any level asks for in a document of this length.
    fn least_count(&self, total: f64) -> usize {
        let count = |level: &Level| {
            let longest = level.words.max(self.settings.longest);
            level.count.max(whole(level.share * total / real(longest)))
        };
        self.settings.level.iter().map(count).min().unwrap_or(usize::MAX)
    }

    /// The number of the first level that a phrase of so many words, places and leading places reaches; that of none
    /// is beyond the last.
    fn level(&self, words: usize, count: usize, total: f64, lead: f64) -> usize {
        let share = real(words * count) / total;
        let fits =
            |level: &Level| words >= level.words && count >= level.count && share >= level.share && lead >= level.lead;
        self.settings.level.iter().position(fits).unwrap_or(self.settings.level.len())
    }

    /// What is too often, the widest first; no place belongs to two phrases.
    fn phrases(&self, context: &Context, tokens: &[Token], total: f64) -> Vec<Phrase> {
        let least = self.least_count(total);
        let grams = gram::frequent(tokens, least, self.settings.longest + 1);
        let (long, mut grams): (Vec<_>, Vec<_>) = grams.into_iter().partition(|gram| gram.len > self.settings.longest);
        let mut taken = vec![false; if grams.is_empty() { 0 } else { tokens.len() }];
        for gram in &long {
            gram.take(&mut taken);
        }
        grams.retain(|gram| self.is_phrase(context, tokens, gram));
        // Even one that always leads its sentence must reach a level; the lower the level, the more telling.
        let level = |gram: &Gram| self.level(gram.len, gram.places.len(), total, 1.0);
        grams.sort_by_cached_key(|gram| {
            (level(gram), Reverse(gram.len * gram.places.len()), Reverse(gram.len), gram.places[0])
        });
        let mut phrases = Vec::new();
        for mut gram in grams {
            gram.keep_free(&taken);
            if let Some(phrase) = self.judge(context, tokens, gram, total) {
                phrase.gram.take(&mut taken);
                phrases.push(phrase);
                if phrases.len() == self.settings.most.phrases {
                    break;
                }
            }
        }
        phrases
    }

    fn judge(&self, context: &Context, tokens: &[Token], gram: Gram, total: f64) -> Option<Phrase> {
        let count = gram.places.len();
        // Cheap first: where even a phrase that always leads would not be too often, nothing else matters.
        self.settings.level.get(self.level(gram.len, count, total, 1.0))?;
        let settings = &self.settings;
        // A share is as good from some hundreds of places as from all: long documents stay cheap.
        let sample = gram.sample(SAMPLE);
        if place::blocks(context, tokens, &sample) < settings.blocks
            || place::capitals(context, tokens, &sample, |form| self.is_content(context, form)) >= settings.name
            || place::same_neighbour(tokens, &sample) >= settings.same_neighbour
        {
            return None;
        }
        let lead = place::lead(context, tokens, &sample, settings.reach, |form| self.is_content(context, form));
        let certain = self.settings.level.get(self.level(gram.len, count, total, lead))?.certain;
        Some(Phrase { share: real(gram.len * count) / total, certain, gram })
    }

    fn finding(&self, context: &Context, tokens: &[Token], phrase: &Phrase, total: f64) -> Option<Finding> {
        let gram = &phrase.gram;
        let mut places = gram.places.iter().filter_map(|&at| span(context, tokens, at as usize, gram.len));
        let mut finding = Finding::at(places.next()?);
        finding.related = places.take(self.settings.most.places).collect();
        if !phrase.certain {
            finding = finding.at_most(Certainty::Doubtful);
        }
        let count = gram.places.len();
        let usual = whole(self.settings.usual * total / real(gram.len)).max(3);
        Some(
            finding
                .with("frasa", context.text(finding_span(tokens, context, gram)?).to_lowercase())
                .with("jumlah", count)
                .with("bagian", decimal(phrase.share * 100.0, ','))
                .with("share", decimal(phrase.share * 100.0, '.'))
                .with("per_seribu", decimal(real(count) * 1000.0 / total, ','))
                .with("wajar", usual)
                .with("padat", place::densest(context, tokens, &gram.sample(SAMPLE))),
        )
    }
}

impl Check for Stuffing {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        if context.words().len() < self.settings.least_words {
            return;
        }
        let is_counted = |kind| matches!(kind, WordKind::Word | WordKind::Number);
        let total = context.words().iter().filter(|word| is_counted(word.kind)).count();
        if total < self.settings.least_words {
            return;
        }
        let tokens = stream::tokens(context, &self.settings.joined);
        for phrase in self.phrases(context, &tokens, real(total)) {
            out.extend(self.finding(context, &tokens, &phrase, real(total)));
        }
    }
}

/// The place in the prose of the `len` tokens from `at`.
fn span(context: &Context, tokens: &[Token], at: usize, len: usize) -> Option<Span> {
    let first = context.word(tokens.get(at)?.word as usize)?;
    let last = context.word(tokens.get(at + len - 1)?.word as usize)?;
    Some(first.span.to(last.span))
}

fn finding_span(tokens: &[Token], context: &Context, gram: &Gram) -> Option<Span> {
    span(context, tokens, *gram.places.first()? as usize, gram.len)
}

/// A count as a number to reckon with; counts are far below where this is inexact.
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
const fn real(count: usize) -> f64 {
    count as f64
}

/// The whole part of a number that is not negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "shares of a count of words")]
const fn whole(number: f64) -> usize {
    number as usize
}

/// A number with one decimal after `comma`.
fn decimal(number: f64, comma: char) -> String {
    format!("{number:.1}").replace('.', &comma.to_string())
}
