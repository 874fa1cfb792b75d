//! Letters of other scripts inside Latin words: *kеrja* with the Cyrillic *е*.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::text::Span;

/// `[check.lookalike]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// From a letter of another script to the Latin letter that looks the same.
    pub letters: BTreeMap<char, char>,
}

/// The check.
pub struct Lookalike {
    letters: BTreeMap<char, char>,
}

impl Lookalike {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { letters: settings.letters.clone() }
    }

    /// The word in Latin letters, when it holds Latin ones, look-alikes, and nothing else of another script.
    fn latin(&self, word: &str) -> Option<String> {
        let is_mixed = word.chars().any(|c| c.is_ascii_alphabetic())
            && word.chars().any(|c| self.letters.contains_key(&c))
            && word.chars().all(|c| c.is_ascii() || self.letters.contains_key(&c) || !c.is_alphabetic());
        is_mixed.then(|| word.chars().map(|c| self.letters.get(&c).copied().unwrap_or(c)).collect())
    }
}

impl Check for Lookalike {
    fn triggers(&self) -> Triggers {
        Triggers { literals: self.letters.keys().map(ToString::to_string).collect(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let sentences = context.document.block_sentences[block].clone();
        for sentence in &context.document.sentences[sentences] {
            for word in context.words()[sentence.words.clone()].iter().filter(|word| word.is_word()) {
                let written = context.text(word.span);
                // One piece of a compound at a time: *sinar-β* is a Greek letter, not a disguise.
                let mut at = word.span.start;
                for piece in written.split_inclusive('-') {
                    let bare = piece.trim_end_matches('-');
                    let length = |text: &str| u32::try_from(text.len()).unwrap_or(0);
                    if bare.chars().count() > 2
                        && let Some(latin) = self.latin(bare)
                    {
                        out.push(Finding::replace(Span::new(at, at + length(bare)), latin));
                    }
                    at += length(piece);
                }
            }
        }
    }
}
