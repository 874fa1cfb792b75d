//! Sentence fragments: what a stray full stop cut off, and sentences whose subject a preposition swallowed.
//!
//! Every full stop inside running text whose neighbours could be one sentence is read from both sides: what opens the
//! right piece, and whether either piece has a predicate and a subject outside its relative and subordinate clauses. Two
//! models trained on sentences cut this way weigh what was read, and how the document treats its other full stops.

mod alone;
pub mod boundary;
pub mod closed;
mod conjunction;
pub mod evidence;
pub mod features;
mod grammar;
mod habit;
mod join;
pub mod model;
pub mod network;
pub mod piece;
mod question;
pub mod reading;
pub mod room;
mod scan;
mod silence;
mod stranded;
mod subject;
pub mod symbol;
mod weights;
pub mod words;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Sentence;
use boundary::{Boundary, Opening};
use reading::{Reading, Stop};
use words::Part;

/// Which fragments to look for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is reported.
    pub find: Find,
    /// The least log odds, in hundredths, that count; see [`reading::Stop::odds`].
    #[serde(default)]
    pub least: i32,
    /// What the message says of a piece that opens thus, in Indonesian and English: its `{kurang}` and `{lacks}`.
    #[serde(default)]
    pub reasons: BTreeMap<Opening, [String; 2]>,
    /// What to do with two pieces, in Indonesian and English: `{anjuran}` and `{advice}` of the message; `{sambungan}` in
    /// them is how the joint reads.
    #[serde(default)]
    pub join: [String; 2],
    /// What to do with a clause that opens a paragraph and has nothing to be joined to.
    #[serde(default)]
    pub alone: [String; 2],
    /// Words, lower case, that link a sentence to the one before it, and take a comma.
    #[serde(default)]
    pub links: Vec<String>,
    /// Words, lower case, that open a clause, and take no comma.
    #[serde(default)]
    pub openers: Vec<String>,
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
    /// A conjunction or a link between sentences that stands alone.
    Stranded,
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

    /// Whether a cut of this kind is this rule's to report.
    fn wants(&self, boundary: &Boundary) -> bool {
        let of_clause = match boundary.opening {
            Opening::Subordinator => true,
            Opening::Forward => boundary.left.part(0) == Part::Subordinator,
            _ => false,
        };
        of_clause == (self.settings.find == Find::Clause)
    }

    fn cut(&self, context: &Context, boundary: &Boundary) -> Finding {
        self.joined(join::finding(context, boundary), boundary.opening)
    }

    /// A finding whose message says how the joint reads.
    fn joined(&self, finding: Finding, opening: Opening) -> Finding {
        let joint = finding.values.iter().find(|(name, _)| *name == "sambungan").map_or("", |(_, joint)| joint);
        let advice = self.settings.join.clone().map(|text| text.replace("{sambungan}", joint));
        self.explained(finding, opening, &advice)
    }

    fn explained(&self, finding: Finding, opening: Opening, [anjuran, advice]: &[String; 2]) -> Finding {
        let [indonesian, english] = self.settings.reasons.get(&opening).cloned().unwrap_or_default();
        finding.with("kurang", indonesian).with("lacks", english).with("anjuran", anjuran).with("advice", advice)
    }

    /// An adverbial cut off the question before it.
    fn asked(&self, context: &Context) -> Option<Finding> {
        let finding = question::finding(context, context.document.sentences.last()?)?;
        Some(self.joined(finding, Opening::Preposition))
    }

    /// A subordinate clause that opens a paragraph.
    fn lone(&self, context: &Context, first: usize) -> Option<Finding> {
        Some(self.explained(alone::finding(context, first)?, Opening::Subordinator, &self.settings.alone))
    }

    fn in_sentence(&self, context: &Context, sentence: &Sentence) -> Option<Finding> {
        let Settings { find, links, openers, .. } = &self.settings;
        match find {
            Find::Stranded => stranded::finding(context, sentence, links, openers),
            _ => subject::finding(context, sentence),
        }
    }

    fn finding(&self, context: &Context, stop: &Stop, odds: f32) -> Option<Finding> {
        let is_cut = odds * 100.0 >= self.settings.least as f32;
        match self.settings.find {
            Find::Conjunction => conjunction::finding(context, &stop.boundary).filter(|_| !is_cut),
            _ => (is_cut && self.wants(&stop.boundary)).then(|| self.cut(context, &stop.boundary)),
        }
    }
}

impl Check for Fragments {
    fn triggers(&self) -> Triggers {
        let is_of_block = matches!(self.settings.find, Find::Subject | Find::Stranded);
        Triggers { blocks: is_of_block, document: !is_of_block, ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let document = context.document;
        if document.prose.blocks[block].kind.is_running_text() {
            let sentences = &document.sentences[document.block_sentences[block].clone()];
            out.extend(sentences.iter().filter_map(|sentence| self.in_sentence(context, sentence)));
        }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let reading = context.document.notes.note(|| Reading::of(context));
        for block in &reading.blocks {
            let part = Context { document: &block.part, ..*context };
            let stops = &block.stops.stops;
            let findings = stops.iter().filter_map(|stop| self.finding(&part, stop, stop.odds + reading.habit));
            out.extend(findings.map(|finding| finding.shifted(block.start)));
            if self.settings.find == Find::Phrase && block.stops.is_asked {
                out.extend(self.asked(&part).map(|finding| finding.shifted(block.start)));
            }
            if self.settings.find == Find::Clause && block.stops.is_alone {
                out.extend(self.lone(&part, 0).map(|finding| finding.shifted(block.start)));
            }
        }
    }
}
