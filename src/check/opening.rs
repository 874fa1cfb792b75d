//! Paragraphs, or the sentences of one paragraph, that begin with the same words, one after the other.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Class, FormId, Shape, Word};
use crate::text::Span;

/// `[check.opening]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What begins.
    pub unit: Unit,
    /// How many words must be the same.
    pub words: usize,
    /// How many must begin so, one after the other; headings between paragraphs do not count.
    pub times: usize,
    /// The fewest words of each: shorter ones are lines of a list, a poem or a dialogue.
    pub least_words: usize,
    /// The fewest sentences that every paragraph has on average: entries of a reference work have one.
    #[serde(default)]
    pub sentences: usize,
    /// Words, lower case, that open sentence after sentence by plan: *jika*, *anda*.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Words also written apart, so that both ways count as one.
    #[serde(default)]
    pub joined: FxHashMap<String, (String, String)>,
}

/// What begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Paragraphs of the document.
    Paragraph,
    /// Sentences of one paragraph.
    Sentence,
}

/// The check.
pub struct Opening {
    settings: Settings,
}

/// The first words of a paragraph or sentence.
struct Head {
    forms: Vec<FormId>,
    span: Span,
    sentences: usize,
}

impl Opening {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// How the sentences begin; `None` where they begin with a name, an order, or not with words, or are short.
    fn head(&self, context: &Context, sentences: Range<usize>) -> Option<Head> {
        let count = sentences.len();
        let sentences = &context.document.sentences[sentences];
        let words = sentences.first().zip(sentences.last()).map_or(0..0, |(a, b)| a.words.start..b.words.end);
        let words = &context.words()[words];
        if words.len() < self.settings.least_words || !words.first().is_some_and(|first| self.may_lead(context, *first))
        {
            return None;
        }
        let mut forms = Vec::with_capacity(self.settings.words + 1);
        let mut used = 0;
        for word in words.iter().take_while(|word| word.is_word()) {
            let form = context.form(*word);
            match self.settings.joined.get(&*form.text) {
                Some((left, right)) => {
                    // A half that no text has met cannot stand apart elsewhere.
                    forms.push(context.vocabulary.number(left).unwrap_or(word.form));
                    forms.push(context.vocabulary.number(right).unwrap_or(word.form));
                }
                None => forms.push(word.form),
            }
            used += 1;
            if forms.len() >= self.settings.words {
                break;
            }
        }
        if forms.len() < self.settings.words || words[1..used].iter().any(|word| word.shape != Shape::Lower) {
            return None;
        }
        forms.truncate(self.settings.words);
        Some(Head { forms, span: words[0].span.to(words[used - 1].span), sentences: count })
    }

    /// Whether a writer would vary this word: not an order or the predicate of an entry (*Masukkan …*, *Menentukan …*).
    fn may_lead(&self, context: &Context, first: Word) -> bool {
        let form = context.form(first);
        let is_verb = form.may_be(Class::Verb) && !form.may_be(Class::Noun)
            || form.entry().is_some_and(|entry| entry.is_pure_verb() || entry.is_mostly_verb());
        !is_verb && !self.settings.unless.iter().any(|word| **word == *form.text)
    }

    /// Takes in the next paragraph or sentence; `None` parts those before it from those behind.
    fn take(&self, context: &Context, near: &mut Near, sentences: Option<Range<usize>>, out: &mut Vec<Finding>) {
        let lead = sentences.as_ref().and_then(|sentences| near.joined.lead(context, sentences.start));
        if lead.is_none() || lead != near.lead {
            self.end(context, near, out);
        }
        near.lead = lead;
        near.units.extend(sentences.filter(|_| lead.is_some()));
    }

    /// Looks at those that begin with one word, if they are many enough.
    fn end(&self, context: &Context, near: &mut Near, out: &mut Vec<Finding>) {
        if near.units.len() >= self.settings.times {
            let mut run = Vec::new();
            for sentences in &near.units {
                let head = self.head(context, sentences.clone());
                self.go_on(&mut run, head, out);
            }
            self.close(&mut run, out);
        }
        near.units.clear();
    }

    /// Puts `head` to the run, which ends where it begins otherwise.
    fn go_on(&self, run: &mut Vec<Head>, head: Option<Head>, out: &mut Vec<Finding>) {
        if head.as_ref().zip(run.last()).is_none_or(|(head, last)| head.forms != last.forms) {
            self.close(run, out);
        }
        run.extend(head);
    }

    fn close(&self, run: &mut Vec<Head>, out: &mut Vec<Finding>) {
        let sentences: usize = run.iter().map(|head| head.sentences).sum();
        if run.len() >= self.settings.times && sentences >= self.settings.sentences * run.len() {
            let mut finding = Finding::at(run[0].span).with("jumlah", run.len());
            finding.related = run[1..].iter().map(|head| head.span).collect();
            out.push(finding);
        }
        run.clear();
    }
}

impl Check for Opening {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let document = context.document;
        let mut near = Near { lead: None, units: Vec::new(), joined: Joined::of(context, &self.settings.joined) };
        for (block, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            let is_paragraph = block.kind == BlockKind::Paragraph;
            match self.settings.unit {
                Unit::Paragraph if block.kind.is_heading() => {}
                Unit::Paragraph => {
                    let paragraph = Some(sentences.clone()).filter(|_| is_paragraph);
                    self.take(context, &mut near, paragraph, out);
                }
                Unit::Sentence if is_paragraph => {
                    sentences.clone().for_each(|at| self.take(context, &mut near, Some(at..at + 1), out));
                    self.take(context, &mut near, None, out);
                }
                Unit::Sentence => {}
            }
        }
        self.end(context, &mut near, out);
    }
}

/// Neighbours that begin with one word.
struct Near {
    lead: Option<FormId>,
    units: Vec<Range<usize>>,
    joined: Joined,
}

/// The forms that are two words, each with the first of them.
struct Joined(Vec<(FormId, FormId)>);

impl Joined {
    fn of(context: &Context, joined: &FxHashMap<String, (String, String)>) -> Self {
        let number = |word: &String| context.vocabulary.number(word);
        Self(joined.iter().filter_map(|(whole, (left, _))| number(whole).zip(number(left))).collect())
    }

    /// The form of the first word of a sentence, or of its first half.
    fn lead(&self, context: &Context, sentence: usize) -> Option<FormId> {
        let first = context.document.sentences.get(sentence)?.words.start;
        let form = context.word(first)?.form;
        Some(self.0.iter().find(|(whole, _)| *whole == form).map_or(form, |(_, left)| *left))
    }
}
