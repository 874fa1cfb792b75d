//! A phrase said far more often than its text needs: keyword stuffing.
//!
//! Articles about a term name it often, and rightly so; how often says little. What gives stuffing away is where the
//! phrase stands: at the head or the end of sentence after sentence, and again where the sentence before has just named
//! it, so that a writer would go on with *itu*, *hal ini* or nothing.

mod gram;
mod measure;
mod place;
mod settings;
mod shorten;
mod stream;

use std::cmp::Reverse;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::lexicon::Entry;
use crate::language::{Class, Stamped, Word, WordKind};
use crate::text::Span;
use gram::{Counts, Demand, Gram};
use measure::{Lead, Measures, measure};
pub use settings::{Level, Most, Settings};
use shorten::Shortener;
use stream::Token;

/// How many places of one phrase are looked at closely.
const SAMPLE: usize = 500;

/// Nobody should count below this.
const LEAST_USUAL: usize = 3;

/// The check.
pub struct Stuffing {
    settings: Settings,
    inside: Stamped<()>,
    never: Stamped<()>,
    shortener: Shortener,
}

/// A phrase that is too often in a document.
struct Phrase {
    gram: Gram,
    level: usize,
    usual: f64,
}

/// Which levels are looked at.
#[derive(Clone, Copy)]
enum Levels {
    /// Those that need no other phrase to reach a level: where no phrase reaches one of these, none is reported.
    Leading,
    /// All of them.
    All,
}

impl Levels {
    const fn have(self, level: &Level) -> bool {
        matches!(self, Self::All) || !level.follows
    }
}

/// A document read for phrases.
struct Reading<'c> {
    context: &'c Context<'c>,
    tokens: Vec<Token>,
    /// Words and numbers.
    total: f64,
}

impl Stuffing {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let set = |words: &[String]| words.iter().map(String::as_str).collect();
        Self {
            inside: set(&settings.inside),
            never: set(&settings.never),
            shortener: Shortener::new(&settings.short, &settings.never),
            settings: settings.clone(),
        }
    }

    /// Whether the word may begin or end a phrase.
    fn is_content(&self, context: &Context, word: Word) -> bool {
        let form = context.form(word);
        form.text.chars().nth(1).is_some() && !self.inside.has(form) && !self.never.has(form)
    }

    /// Whether the words may be a keyword: a noun phrase with content at both ends, and nothing between that only
    /// sentences have. What begins with a verb is an instruction or an explanation: *pilih tab Format*.
    fn is_phrase(&self, reading: &Reading, gram: &Gram) -> bool {
        let context = reading.context;
        let Some(words) = gram.places.first().and_then(|&at| reading.tokens.get(at as usize..at as usize + gram.len))
        else {
            return false;
        };
        let word = |token: &Token| context.words()[token.word as usize];
        let [first, inner @ .., last] = words else { return false };
        let is_verb = |token: &Token| {
            let form = context.form(word(token));
            form.may_be(Class::Verb) && !form.may_be(Class::Noun) || form.entry().is_some_and(Entry::is_pure_verb)
        };
        // What an article is about may be something to do; orders to the reader have no prefix.
        let is_title = gram.len >= self.settings.with_verb
            && ["me", "be"].iter().any(|prefix| context.form(word(first)).text.starts_with(prefix));
        self.is_content(context, word(first))
            && self.is_content(context, word(last))
            && (is_title || !is_verb(first))
            && !is_verb(last)
            && inner.iter().all(|token| !self.never.has(context.form(word(token))))
    }

    /// How often a phrase of so many words would usually stand in a document of so many.
    fn usual(&self, words: usize, total: f64) -> f64 {
        (self.settings.usual * total.sqrt() / real(words)).max(1.0)
    }

    /// The fewest places that any of these levels asks of a phrase of so many words in a document of this length.
    fn least_count(&self, levels: Levels, words: usize, total: f64) -> usize {
        let levels = self.settings.level.iter().filter(|level| level.words <= words && levels.have(level));
        let count = |level: &Level| level.count.max(whole(level.times * self.usual(words, total)));
        levels.map(count).min().unwrap_or(usize::MAX)
    }

    /// The phrases that stand often enough for one of these levels, each somewhere with nothing in it that no phrase holds.
    fn candidates(&self, reading: &Reading, counts: &Counts, levels: Levels) -> Vec<Gram> {
        let mut demands: Vec<Demand> = Vec::new();
        for words in 2..=self.settings.longest {
            let least = self.least_count(levels, words, reading.total);
            // What is often enough for a shorter phrase is for a longer one.
            if demands.last().is_none_or(|shorter| least < shorter.least) {
                demands.push(Demand { words, least });
            }
        }
        let never = |token: Token| self.never.has(reading.context.form(reading.context.words()[token.word as usize]));
        let pairs = counts.pairs(&reading.tokens, &demands, never);
        let mut grams = gram::frequent(&reading.tokens, &pairs, &demands, self.settings.longest);
        grams.retain(|gram| self.is_phrase(reading, gram));
        grams
    }

    /// Marks the tokens of what is longer than any phrase and often all the same: the sentences of a template.
    fn take_templates(&self, reading: &Reading, counts: &Counts, taken: &mut [bool]) {
        let words = self.settings.longest + 1;
        let least = self.least_count(Levels::All, self.settings.longest, reading.total);
        let demands = [Demand { words, least }];
        let pairs = counts.pairs(&reading.tokens, &demands, |_| false);
        let grams = gram::frequent(&reading.tokens, &pairs, &demands, words);
        grams.iter().for_each(|gram| gram.take(taken));
    }

    /// The number of the first level that is reached.
    fn level(&self, measures: &Measures) -> Option<usize> {
        self.settings.level.iter().position(|level| level.is_reached(measures))
    }

    /// What is too often, the clearest first; no place belongs to two phrases.
    fn phrases(&self, reading: &Reading) -> Vec<Phrase> {
        let counts = Counts::of(&reading.tokens);
        if self.candidates(reading, &counts, Levels::Leading).is_empty() {
            return Vec::new();
        }
        let grams = self.candidates(reading, &counts, Levels::All);
        let mut phrases: Vec<Phrase> = grams.into_iter().filter_map(|gram| self.judge(reading, gram)).collect();
        if phrases.is_empty() {
            return phrases;
        }
        let mut taken = vec![false; reading.tokens.len()];
        self.take_templates(reading, &counts, &mut taken);
        phrases.sort_by_cached_key(|phrase| {
            let gram = &phrase.gram;
            (phrase.level, Reverse(gram.len * gram.places.len()), Reverse(gram.len), gram.places[0])
        });
        let mut chosen: Vec<Phrase> = Vec::new();
        for mut phrase in phrases {
            phrase.gram.keep_free(&taken);
            let Some(phrase) = self.judge(reading, phrase.gram) else { continue };
            let may_speak = !self.settings.level[phrase.level].follows || !chosen.is_empty();
            if may_speak && chosen.len() < self.settings.most.phrases {
                phrase.gram.take(&mut taken);
                chosen.push(phrase);
            }
        }
        chosen
    }

    fn judge(&self, reading: &Reading, gram: Gram) -> Option<Phrase> {
        let settings = &self.settings;
        let usual = self.usual(gram.len, reading.total);
        let count = gram.places.len();
        let times = real(count) / usual;
        // Cheap first: where even a phrase that stood everywhere in the worst place would not be too often, nothing matters.
        let worst = Measures {
            words: gram.len,
            count,
            times,
            lead: 1.0,
            first: 1.0,
            end: 1.0,
            near: 1.0,
            capital: 1.0,
            heading: count,
            ..Measures::default()
        };
        self.level(&worst)?;
        // A share is as good from some hundreds of places as from all: long documents stay cheap.
        let sample = gram.sample(SAMPLE);
        if place::blocks(reading.context, &reading.tokens, &sample) < settings.blocks
            || place::same_neighbour(&reading.tokens, &sample) >= settings.same_neighbour
        {
            return None;
        }
        let lead = Lead { reach: settings.reach, is_content: |word| self.is_content(reading.context, word) };
        let measures = measure(reading.context, &reading.tokens, &gram, usual, &lead);
        let is_other = measures.capital >= settings.name || measures.label >= settings.label;
        let level = self.level(&measures).filter(|_| !is_other)?;
        Some(Phrase { level, usual, gram })
    }

    fn finding(&self, reading: &Reading, phrase: &Phrase) -> Option<Finding> {
        let gram = &phrase.gram;
        let places: Vec<_> =
            gram.places.iter().filter_map(|&at| words(&reading.tokens, at as usize, gram.len)).collect();
        let spans: Vec<Span> = places.iter().filter_map(|words| span(reading.context, words)).collect();
        let fixes = self.shortener.shorten(reading.context, &places);
        // Shown where the text could go on with less.
        let worst = fixes.first().map_or(0, |fix| fix.first);
        let mut finding = Finding::at(*spans.get(worst)?);
        finding.fixes = fixes.into_iter().map(|fix| fix.edits).collect();
        let others = spans.iter().enumerate().filter(|(at, _)| *at != worst).map(|(_, span)| *span);
        finding.related = others.take(self.settings.most.places).collect();
        let count = gram.places.len();
        let share = real(gram.len * count) * 100.0 / reading.total;
        let (dense, times) = place::densest(reading.context, &reading.tokens, gram);
        Some(
            finding
                .with("frasa", commonest(reading.context, &spans))
                .with("jumlah", count)
                .with("bagian", decimal(share, ','))
                .with("share", decimal(share, '.'))
                .with("wajar", whole(phrase.usual).max(LEAST_USUAL))
                .with("padat", dense)
                .with("rapat", times),
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
        let reading = Reading { context, tokens, total: real(total) };
        for phrase in self.phrases(&reading) {
            out.extend(self.finding(&reading, &phrase));
        }
    }
}

/// The words of the `len` tokens from `at`.
fn words(tokens: &[Token], at: usize, len: usize) -> Option<std::ops::Range<usize>> {
    Some(tokens.get(at)?.word as usize..tokens.get(at + len - 1)?.word as usize + 1)
}

fn span(context: &Context, words: &std::ops::Range<usize>) -> Option<Span> {
    let first = context.word(words.start)?;
    let last = context.word(words.end.checked_sub(1)?)?;
    Some(first.span.to(last.span))
}

/// The way of writing that most of the places have, in small letters; of several the one that comes first.
fn commonest(context: &Context, places: &[Span]) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for &place in places {
        let text = context.text(place).to_lowercase();
        match counts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or_else(String::new, |(text, _)| text)
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
