//! Words of one kind that follow each other within one sentence more often than a reader follows.

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::affix::{Clitic, Prefix, Suffix};
use crate::language::lexicon::{self, Entry};
use crate::language::{Class, Form, Shape};

/// `[check.chain]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What makes the chain.
    pub of: Link,
    /// The forms, lower case, where [`Link::Form`] makes it.
    #[serde(default)]
    pub forms: Vec<String>,
    /// How many links are too many.
    pub times: usize,
    /// Within so many words, punctuation included.
    pub within: usize,
    /// How many commas may stand among them: more are an enumeration.
    #[serde(default = "any_number")]
    pub commas: usize,
    /// Forms, lower case, that are no links.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Words, lower case, after which a word is no link.
    #[serde(default)]
    pub unless_before: Vec<String>,
}

fn any_number() -> usize {
    usize::MAX
}

/// What makes a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// Words of a list.
    Form,
    /// Words with the clitic *-nya*.
    Nya,
    /// Verbs with *di-*.
    Passive,
    /// Nouns made of verbs: *pelaksanaan*, *peningkatan*.
    VerbalNoun,
}

/// The check.
pub struct Chain {
    settings: Settings,
    unless: FxHashSet<String>,
    unless_before: FxHashSet<String>,
}

impl Chain {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let set = |words: &[String]| words.iter().cloned().collect();
        Self { settings: settings.clone(), unless: set(&settings.unless), unless_before: set(&settings.unless_before) }
    }

    fn is_link(&self, context: &Context, at: usize) -> bool {
        let form = context.form(context.words()[at]);
        let is_named = match self.settings.of {
            Link::Form => self.settings.forms.iter().any(|one| **one == *form.text),
            _ => self.wants(form),
        };
        // *yang yang* is one, typed twice.
        let is_again = || at > 0 && context.words()[at - 1].form == context.words()[at].form;
        is_named
            && !is_again()
            && context.words()[at].shape == Shape::Lower
            && !at.checked_sub(1).is_some_and(|before| self.unless_before.contains(context.form_text(before)))
    }

    /// The links of `sentence` that stand too near to each other, the first such group.
    fn chain(&self, context: &Context, sentence: Range<usize>) -> Option<Vec<usize>> {
        let links: Vec<usize> = sentence.filter(|&at| self.is_link(context, at)).collect();
        // A full stop without a space behind it, or an abbreviation, ends the sentence as well.
        let is_stop =
            |at: usize| at > 0 && context.words()[at].shape == Shape::Capital && context.written(at - 1) == ".";
        let is_near = |first: usize, last: usize| last - first < self.settings.within && !(first..last).any(is_stop);
        let first = links.windows(self.settings.times).position(|group| is_near(group[0], group[group.len() - 1]))?;
        let chain: Vec<usize> = links[first..].iter().copied().take_while(|&at| is_near(links[first], at)).collect();
        let commas = (chain[0]..chain[chain.len() - 1]).filter(|&at| context.written(at) == ",").count();
        (commas <= self.settings.commas).then_some(chain)
    }
}

impl Check for Chain {
    fn triggers(&self) -> Triggers {
        let asks_forms = self.settings.of != Link::Form;
        Triggers { forms: self.settings.forms.clone(), asks_forms, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        let ends = match self.settings.of {
            Link::Form => return false,
            Link::Nya => form.text.ends_with("nya"),
            Link::Passive => form.text.starts_with("di"),
            Link::VerbalNoun => form.text.starts_with("pe") && form.text.ends_with("an"),
        };
        ends && !self.unless.contains(&*form.text) && self.settings.of.fits(form)
    }

    fn at_word(&self, context: &Context, word: usize, _note: u32, out: &mut Vec<Finding>) {
        let sentence = context.sentence(word).words.clone();
        if !self.is_link(context, word) || (sentence.start..word).any(|at| self.is_link(context, at)) {
            return;
        }
        if let Some(links) = self.chain(context, sentence) {
            let place = |at: &usize| context.words()[*at].span;
            let mut finding = Finding::at(place(&links[0])).with("jumlah", links.len());
            finding.related = links[1..].iter().map(place).collect();
            out.push(finding);
        }
    }
}

impl Link {
    /// Whether a form that looks like a link is one.
    fn fits(self, form: &Form) -> bool {
        let Some(reading) = form.readings().first() else { return false };
        let affixes = reading.affixes;
        match self {
            Self::Form => true,
            Self::Nya => affixes.clitic == Clitic::Nya,
            Self::Passive => {
                let is_place = || lexicon::entry(&reading.root).is_some_and(Entry::is_never_passive);
                let is_passive = matches!(affixes.prefix, Prefix::Di | Prefix::Diper);
                is_passive && affixes.clitic == Clitic::None && reading.classes.has(Class::Verb) && !is_place()
            }
            // *pengawasan* may also be read otherwise.
            Self::VerbalNoun => form.readings().iter().map(|reading| reading.affixes).any(|affixes| {
                (affixes.prefix, affixes.suffix, affixes.clitic) == (Prefix::Pe, Suffix::An, Clitic::None)
            }),
        }
    }
}
