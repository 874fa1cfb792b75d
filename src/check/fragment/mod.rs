//! Sentence fragments: what a stray full stop cut off, and sentences whose subject a preposition swallowed.
//!
//! Every full stop inside running text whose neighbours could be one sentence is read from both sides: what opens the
//! right piece, and whether either piece has a predicate and a subject outside its relative and subordinate clauses. A
//! linear model trained on sentences cut this way weighs what was read.

pub mod boundary;
mod conjunction;
mod grammar;
mod join;
pub mod model;
pub mod piece;
mod subject;
mod weights;
pub mod words;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Sentence;
use boundary::{Boundary, Opening};
use piece::Nucleus;
use words::Part;

/// Which fragments to look for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is reported.
    pub find: Find,
    /// The least score, in hundredths of log odds, that counts; see [`model::score`].
    #[serde(default)]
    pub least: i32,
    /// The least score where the right piece opens thus, if not `least`.
    #[serde(default)]
    pub least_at: BTreeMap<Opening, i32>,
    /// The least score where the right piece opens by this word, before all others.
    #[serde(default)]
    pub least_after: BTreeMap<String, i32>,
    /// What the message says of a piece that opens thus, in Indonesian and English: its `{kurang}` and `{lacks}`.
    #[serde(default)]
    pub reasons: BTreeMap<Opening, [String; 2]>,
}

/// The kinds of fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Find {
    /// A phrase, a relative clause or a predicate cut off, or a main clause cut off from its adverbial.
    Phrase,
    /// A subordinate clause cut off.
    Clause,
    /// A complete sentence that merely opens by a coordinating conjunction.
    Conjunction,
    /// A sentence whose subject is governed by a preposition.
    Subject,
}

/// The check with its settings.
pub struct Fragments {
    settings: Settings,
}

impl Fragments {
    /// A check for what `settings` ask for.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    fn least(&self, boundary: &Boundary) -> i32 {
        let word = self.settings.least_after.get(boundary.first_word());
        let least = word.or_else(|| self.settings.least_at.get(&boundary.opening)).copied();
        least.unwrap_or(self.settings.least) + boundary.doubt()
    }

    /// Whether boundaries of this kind are this rule's to report.
    fn wants(&self, boundary: &Boundary) -> bool {
        let of_clause = match boundary.opening {
            Opening::Subordinator => true,
            Opening::Forward => boundary.left.part(0) == Part::Subordinator,
            _ => false,
        };
        of_clause == (self.settings.find == Find::Clause)
    }

    fn is_cut(&self, boundary: &Boundary) -> bool {
        boundary.may_be_cut() && model::score(boundary) >= self.least(boundary)
    }

    /// Looks at the stop between two sentences; what comes before the left one is `before`, when it was cut off too, and
    /// after the right one comes `next`.
    ///
    /// Returns how far the left piece, with all that belongs to it, is a sentence, when the right one belongs to it.
    fn pair(
        &self,
        context: &Context,
        [left, right]: [&Sentence; 2],
        next: Option<&Sentence>,
        before: Option<Nucleus>,
        out: &mut Vec<Finding>,
    ) -> Option<Nucleus> {
        let mut boundary = Boundary::read(context, left, right)?;
        boundary.left.nucleus = boundary.left.nucleus.max(before.unwrap_or_default());
        let follows = || {
            next.and_then(|next| Boundary::read(context, right, next))
                .is_some_and(|next| next.opening == Opening::Forward && self.is_cut(&next))
        };
        let is_cut = self.is_cut(&boundary) && !(boundary.leans_forward() && follows());
        if self.settings.find == Find::Conjunction {
            if !is_cut {
                out.extend(conjunction::finding(context, &boundary));
            }
        } else if is_cut && self.wants(&boundary) {
            let finding = join::finding(context, &boundary);
            let [indonesian, english] = self.settings.reasons.get(&boundary.opening).cloned().unwrap_or_default();
            out.push(finding.with("kurang", indonesian).with("lacks", english));
        }
        is_cut.then(|| boundary.left.nucleus.max(boundary.right.nucleus))
    }
}

impl Check for Fragments {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let document = context.document;
        for (block, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            if !block.kind.is_running_text() {
                continue;
            }
            let sentences = &document.sentences[sentences.clone()];
            if self.settings.find == Find::Subject {
                out.extend(sentences.iter().filter_map(|sentence| subject::finding(context, sentence)));
                continue;
            }
            let may_have_clause = |pair: &[Sentence]| {
                let opening = boundary::opening(context, &pair[0], &pair[1]);
                matches!(opening, Some(Opening::Subordinator | Opening::Forward))
            };
            // Pieces are read for all boundaries of a block or for none, since they depend on those before.
            if self.settings.find == Find::Clause && !sentences.windows(2).any(may_have_clause) {
                continue;
            }
            let mut before = None;
            for (at, pair) in sentences.windows(2).enumerate() {
                before = self.pair(context, [&pair[0], &pair[1]], sentences.get(at + 2), before, out);
            }
        }
    }
}
