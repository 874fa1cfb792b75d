//! Paragraphs and openings that stand in several files: what is compared. A file alone has none.
//!
//! The files are compared by `lint::across`, after all of them have been read.

use std::ops::Range;

use serde::Deserialize;

use super::{Check, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Word, WordKind};

/// `[check.across]`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is compared.
    pub unit: Unit,
    /// The fewest words of what is compared.
    pub words: usize,
    /// The share of common runs of three words (Jaccard) from which two are the same.
    pub alike: f64,
    /// The share from which the finding counts as the rule says; below it counts one level less.
    pub certain: f64,
    /// How many pieces two files must share for the finding to count as the rule says; one piece may be a note that
    /// pages repeat by plan.
    pub several: usize,
    /// What stands in more files is a fixed part of their pages and reported once.
    pub most_files: usize,
    /// The most places named in one finding.
    pub places: usize,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Paragraphs.
    Paragraph,
    /// The first sentence of the first paragraph.
    Opening,
}

/// A check that finds nothing in one document.
pub struct Silent;

impl Check for Silent {
    fn triggers(&self) -> Triggers {
        Triggers::default()
    }
}

impl Settings {
    /// What is compared of a document: sentences, as indices.
    pub fn pieces(&self, context: &Context) -> Vec<Range<usize>> {
        let blocks = &context.document.prose.blocks;
        let paragraphs = blocks.iter().zip(&context.document.block_sentences);
        let paragraphs =
            paragraphs.filter(|(block, _)| block.kind == BlockKind::Paragraph).map(|(_, sentences)| sentences.clone());
        match self.unit {
            Unit::Paragraph => paragraphs.filter(|piece| self.is_prose(context, piece.clone())).collect(),
            Unit::Opening => {
                // A title, a date or an author's line in plain text has no full stop.
                let is_text = |piece: &Range<usize>| piece.len() > 1 && ends(context, piece.start);
                let opening = paragraphs.into_iter().find(is_text).map(|piece| piece.start..piece.start + 1);
                opening.filter(|piece| self.is_prose(context, piece.clone())).into_iter().collect()
            }
        }
    }

    /// Whether the piece is long enough, not somebody's words, and all language: code and addresses in it may be what
    /// differs.
    fn is_prose(&self, context: &Context, piece: Range<usize>) -> bool {
        let Some(words) = words(context, piece) else { return false };
        let opens_quote = |word: &Word| matches!(context.text(word.span), "“" | "\"" | "‘" | "'" | "«");
        let (mut count, mut is_language) = (0, true);
        for word in words {
            count += usize::from(word.is_word());
            is_language &= !matches!(word.kind, WordKind::Opaque | WordKind::Url | WordKind::Email);
        }
        is_language && count >= self.words && words.first().is_some_and(|first| !opens_quote(first))
    }
}

/// The words of these sentences, punctuation included; `None` where there is no sentence.
pub fn words<'d>(context: &Context<'d>, sentences: Range<usize>) -> Option<&'d [Word]> {
    let sentences = context.document.sentences.get(sentences)?;
    let (first, last) = sentences.first().zip(sentences.last())?;
    context.words().get(first.words.start..last.words.end)
}

fn ends(context: &Context, sentence: usize) -> bool {
    let last = words(context, sentence..sentence + 1).and_then(<[Word]>::last);
    last.is_some_and(|word| matches!(context.text(word.span), "." | "!" | "?" | "…"))
}
