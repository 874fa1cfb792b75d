//! From a document and rules to diagnostics.

mod accepted;
mod empty;
mod foreign;
mod links;
mod literals;
mod memo;
mod once;
mod overlap;
mod quotation;
mod recurring;
mod ruleset;
mod touched;
mod voice;

pub mod across;
pub mod silence;

pub use memo::Memo;
pub use ruleset::{RuleError, RuleSet};

use std::ops::Deref;
use std::sync::Arc;

use across::Trace;
use memo::number;
use quotation::Quotations;
use recurring::Recurring;
use ruleset::{Anchored, Anchors};

use crate::check::{Finding, doubled};
use crate::diagnostic::Diagnostic;
use crate::document::{Context, Document};
use crate::format::Format;
use crate::language::{Shape, Vocabulary};
use crate::text::{Source, Span};

/// Lints documents, one after the other, with one set of rules; remembers the words it has met. One per thread.
pub struct Linter<'r> {
    rules: Rules<'r>,
    /// Tells linters apart, and what one of them knew before a flood from what it knows after.
    number: u64,
    vocabulary: Vocabulary,
    anchors: Anchors,
    recurring: Recurring,
}

/// Rules that outlive their linter, or that it shares with others.
enum Rules<'r> {
    Borrowed(&'r RuleSet),
    Shared(Arc<RuleSet>),
}

impl Deref for Rules<'_> {
    type Target = RuleSet;

    fn deref(&self) -> &RuleSet {
        match self {
            Self::Borrowed(rules) => rules,
            Self::Shared(rules) => rules,
        }
    }
}

/// A finding with the number of its rule.
struct Found {
    rule: u16,
    check: u16,
    finding: Finding,
}

impl Found {
    fn shifted(&self, by: u32) -> Self {
        Self { finding: self.finding.clone().shifted(by), ..*self }
    }
}

/// What is found in a block, in bytes of the block.
struct InBlock(Vec<Found>);

impl<'r> Linter<'r> {
    /// A linter with these rules.
    pub fn new(rules: &'r RuleSet) -> Self {
        Self::with(Rules::Borrowed(rules))
    }

    /// A linter with these rules, which it keeps.
    pub fn shared(rules: Arc<RuleSet>) -> Linter<'static> {
        Linter::with(Rules::Shared(rules))
    }

    fn with(rules: Rules<'r>) -> Self {
        Self {
            rules,
            number: number(),
            vocabulary: Vocabulary::default(),
            anchors: Anchors::default(),
            recurring: Recurring::default(),
        }
    }

    /// What the rules say about `source`, sorted by place.
    pub fn lint(&mut self, source: &Source, format: Format) -> Vec<Diagnostic> {
        let document = self.read(source, format);
        self.judge(&Context { document: &document, vocabulary: &self.vocabulary }, &[])
    }

    /// The same, with what `source` leaves for the comparison with other texts.
    pub fn lint_traced(&mut self, source: &Source, format: Format) -> (Vec<Diagnostic>, Trace) {
        let document = self.read(source, format);
        let context = Context { document: &document, vocabulary: &self.vocabulary };
        let trace = across::trace(&self.rules, &context);
        (self.judge(&context, &trace.silent()), trace)
    }

    /// What the rules say about `source`, looking only at those of its blocks that `memo` does not know.
    pub fn lint_again(&mut self, source: &Source, format: Format, memo: &mut Memo) -> Vec<Diagnostic> {
        let document = self.read_again(source, format, memo);
        self.judge(&Context { document: &document, vocabulary: &self.vocabulary }, &[])
    }

    /// Those of the `diagnostics` of `source` that have to do with what was `touched`, which are places in bytes of the
    /// source; an empty one is where something was taken away.
    ///
    /// What is said of a text as a whole always has. What is said of a place has when it, or a sentence that it or its
    /// fix reaches into, was touched.
    pub fn touched(
        &mut self,
        source: &Source,
        format: Format,
        touched: &[Span],
        diagnostics: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        if diagnostics.is_empty() {
            return diagnostics;
        }
        let document = self.read(source, format);
        touched::keep(&self.rules, &document, touched, diagnostics)
    }

    fn read<'s>(&mut self, source: &'s Source, format: Format) -> Document<'s> {
        self.forget_a_flood();
        let (recurring, vocabulary) = (&mut self.recurring, &mut self.vocabulary);
        let document = Document::of_parts(source, format, |part| recurring.recall(part, |part| part.read(vocabulary)));
        self.anchors.extend(&self.rules, &self.vocabulary);
        document
    }

    /// Like [`Linter::read`], but for the blocks that `memo` knows.
    fn read_again<'s>(&mut self, source: &'s Source, format: Format, memo: &mut Memo) -> Document<'s> {
        self.forget_a_flood();
        memo.turn_to(self.number);
        let vocabulary = &mut self.vocabulary;
        let document = Document::of_parts(source, format, |part| memo.recall(part, |part| part.read(vocabulary)));
        self.anchors.extend(&self.rules, &self.vocabulary);
        document
    }

    /// `shared` are the places where a comment silences a rule about what texts share.
    fn judge(&self, context: &Context, shared: &[Span]) -> Vec<Diagnostic> {
        let document = context.document;
        let mut found = Vec::new();
        for (block, part) in document.prose.blocks.iter().zip(&document.parts) {
            let look = || self.look_at_block(&Context { document: part, ..*context });
            let here = part.notes.note(look);
            found.extend(here.0.iter().map(|found| found.shifted(block.span.start)));
        }
        for &check in &self.rules.choosy_checks {
            let is_own = |found: &Found| found.check == check;
            if found.iter().any(is_own) && !self.rules.checks[check as usize].counts_in(context) {
                found.retain(|found| !is_own(found));
            }
        }
        self.look_at_document(context, &mut found);
        overlap::settle(&self.rules, &mut found);
        let quotations = Quotations::of(document);
        let spoken = found.into_iter().filter_map(|found| voice::speak(&self.rules, context, &quotations, found));
        let Document { source, format, prose, .. } = document;
        let beside_prose =
            links::tracking(&self.rules, source).into_iter().chain(empty::headings(&self.rules, source, *format));
        let mut diagnostics: Vec<_> = spoken.chain(beside_prose).collect();
        diagnostics.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
        // Before some are silenced: to silence one of several that are alike leaves the others what they are.
        crate::diagnostic::number(&mut diagnostics);
        let spoken = self.rules.spoken();
        once::gather(&self.rules, silence::silence_among(source, &prose.directives, spoken, diagnostics, shared))
    }

    /// Starts over with an empty vocabulary when texts full of made-up words have swollen it.
    fn forget_a_flood(&mut self) {
        const MOST: usize = 300_000;
        if self.vocabulary.len() > MOST {
            self.vocabulary = Vocabulary::default();
            self.anchors = Anchors::default();
            self.recurring = Recurring::default();
            self.number = number();
        }
    }

    /// What is found in a block that stands by itself.
    fn look_at_block(&self, context: &Context) -> InBlock {
        let mut found = Vec::new();
        self.look_at_words(context, &mut found);
        self.look_at_characters(context, &mut found);
        InBlock(found)
    }

    fn look_at_words(&self, context: &Context, found: &mut Vec<Found>) {
        let (words, text) = (context.words(), context.document.prose.text.as_bytes());
        let mut findings = Vec::new();
        let mut bits = [0, 0, self.anchors.bit(words.first())];
        for (index, word) in words.iter().enumerate() {
            bits = [bits[1], bits[2], self.anchors.bit(words.get(index + 1))];
            for &Anchored { check, note, beside } in self.anchors.at(word.form) {
                if beside.may_be(bits[0], bits[2]) {
                    self.rules.checks[check as usize].at_word(context, index, note, &mut findings);
                    if !findings.is_empty() {
                        self.hand_over(check, &mut findings, found);
                    }
                }
            }
            let mixed = if word.shape == Shape::Mixed { &self.rules.mixed_checks[..] } else { &[] };
            for &check in mixed {
                self.rules.checks[check as usize].at_word(context, index, 0, &mut findings);
                self.hand_over(check, &mut findings, found);
            }
            if !self.rules.twice_checks.is_empty() && doubled::may_begin(text, words, index) {
                for &check in &self.rules.twice_checks {
                    self.rules.checks[check as usize].at_word(context, index, 0, &mut findings);
                    self.hand_over(check, &mut findings, found);
                }
            }
        }
    }

    fn look_at_characters(&self, context: &Context, found: &mut Vec<Found>) {
        let (mut wanted, mut also) = (self.rules.block_checks.clone(), Vec::new());
        self.rules.literals.search(&self.anchors.touched, context, |needing| {
            needing.first.iter().for_each(|&check| wanted.insert(check.into()));
            also.extend_from_slice(&needing.also);
        });
        let mut findings = Vec::new();
        for check in wanted.ones() {
            let number = u16::try_from(check).unwrap_or(u16::MAX);
            if self.rules.content_checks.contains(check) || also.contains(&number) {
                self.rules.checks[check].in_block(context, 0, &mut findings);
                self.hand_over(number, &mut findings, found);
            }
        }
    }

    fn look_at_document(&self, context: &Context, found: &mut Vec<Found>) {
        let mut findings = Vec::new();
        for &check in &self.rules.document_checks {
            self.rules.checks[check as usize].in_document(context, &mut findings);
            self.hand_over(check, &mut findings, found);
        }
    }

    /// Gives what a check found to every rule that puts it into words; most find nothing.
    #[inline]
    fn hand_over(&self, check: u16, findings: &mut Vec<Finding>, found: &mut Vec<Found>) {
        if findings.is_empty() {
            return;
        }
        for finding in findings.drain(..) {
            if let [others @ .., rule] = self.rules.speakers(check) {
                found.extend(others.iter().map(|&rule| Found { rule, check, finding: finding.clone() }));
                found.push(Found { rule: *rule, check, finding });
            }
        }
    }
}
