//! From a document and rules to diagnostics.

mod accepted;
mod empty;
mod foreign;
mod links;
mod literals;
mod once;
mod overlap;
mod quotation;
mod ruleset;
mod voice;

pub mod across;
pub mod silence;

pub use ruleset::{RuleError, RuleSet};

use std::ops::Deref;
use std::sync::Arc;

use across::{Stamps, Trace};
use quotation::Quotations;
use ruleset::Anchors;

use crate::check::Finding;
use crate::diagnostic::Diagnostic;
use crate::document::{Context, Document};
use crate::format::Format;
use crate::language::{Shape, Vocabulary};
use crate::text::Source;

/// Lints documents, one after the other, with one set of rules; remembers the words it has met. One per thread.
pub struct Linter<'r> {
    rules: Rules<'r>,
    vocabulary: Vocabulary,
    anchors: Anchors,
    stamps: Stamps,
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

/// What is known of the blocks of a text.
#[derive(Default)]
pub struct Memo {}

/// A finding with the number of its rule.
struct Found {
    rule: u16,
    finding: Finding,
}

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
        Self { rules, vocabulary: Vocabulary::default(), anchors: Anchors::default(), stamps: Stamps::default() }
    }

    /// What the rules say about `source`, sorted by place.
    pub fn lint(&mut self, source: &Source, format: Format) -> Vec<Diagnostic> {
        let document = self.read(source, format);
        self.judge(&Context { document: &document, vocabulary: &self.vocabulary })
    }

    /// The same, with what `source` leaves for the comparison with other texts.
    pub fn lint_traced(&mut self, source: &Source, format: Format) -> (Vec<Diagnostic>, Trace) {
        let document = self.read(source, format);
        self.stamps.extend(&self.vocabulary);
        let context = Context { document: &document, vocabulary: &self.vocabulary };
        (self.judge(&context), across::trace(&self.rules, &context, &self.stamps))
    }

    /// What the rules say about `source`, a text that was linted before and has changed a little.
    pub fn lint_again(&mut self, source: &Source, format: Format, _memo: &mut Memo) -> Vec<Diagnostic> {
        self.lint(source, format)
    }

    fn read<'s>(&mut self, source: &'s Source, format: Format) -> Document<'s> {
        self.forget_a_flood();
        let document = Document::new(source, format, &mut self.vocabulary);
        self.anchors.extend(&self.rules, &self.vocabulary);
        document
    }

    fn judge(&self, context: &Context) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        self.look_at_words(context, &mut found);
        self.look_at_characters(context, &mut found);
        self.look_at_document(context, &mut found);
        overlap::settle(&self.rules, &mut found);
        let quotations = Quotations::of(context.document);
        let spoken = found.into_iter().filter_map(|found| voice::speak(&self.rules, context, &quotations, found));
        let Document { source, format, .. } = context.document;
        let beside_prose =
            links::tracking(&self.rules, source).into_iter().chain(empty::headings(&self.rules, source, *format));
        let mut diagnostics: Vec<_> = spoken.chain(beside_prose).collect();
        diagnostics.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
        let Document { source, prose, .. } = context.document;
        once::gather(&self.rules, silence::silence(source, &prose.directives, self.rules.spoken(), diagnostics))
    }

    /// Starts over with an empty vocabulary when texts full of made-up words have swollen it.
    fn forget_a_flood(&mut self) {
        const MOST: usize = 300_000;
        if self.vocabulary.len() > MOST {
            self.vocabulary = Vocabulary::default();
            self.anchors = Anchors::default();
            self.stamps = Stamps::default();
        }
    }

    fn look_at_words(&self, context: &Context, found: &mut Vec<Found>) {
        let mut findings = Vec::new();
        for (index, word) in context.words().iter().enumerate() {
            let mixed = if word.shape == Shape::Mixed { &self.rules.mixed_rules[..] } else { &[] };
            for &rule in self.anchors.at(word.form).iter().chain(mixed) {
                self.rules.checks[rule as usize].at_word(context, index, &mut findings);
                if !findings.is_empty() {
                    found.extend(findings.drain(..).map(|finding| Found { rule, finding }));
                }
            }
        }
    }

    fn look_at_characters(&self, context: &Context, found: &mut Vec<Found>) {
        let prose = &context.document.prose;
        let mut wanted: Vec<(u32, u16)> = Vec::new();
        let mut block = 0;
        self.rules.literals.search(&prose.text, |rules, at| {
            // Overlapping hits come sorted by their end: the start may lie a little back.
            block = block_at(prose, block, at);
            if prose.blocks.get(block).is_some_and(|block| block.span.start as usize <= at) {
                let block = u32::try_from(block).unwrap_or(u32::MAX);
                wanted.extend(rules.iter().map(|&rule| (block, rule)));
            }
        });
        wanted.sort_unstable();
        wanted.dedup();
        let mut findings = Vec::new();
        for (block, rule) in wanted {
            self.rules.checks[rule as usize].in_block(context, block as usize, &mut findings);
            found.extend(findings.drain(..).map(|finding| Found { rule, finding }));
        }
    }

    fn look_at_document(&self, context: &Context, found: &mut Vec<Found>) {
        let mut findings = Vec::new();
        for &rule in &self.rules.document_rules {
            self.rules.checks[rule as usize].in_document(context, &mut findings);
            found.extend(findings.drain(..).map(|finding| Found { rule, finding }));
        }
    }
}

/// The index of the block that holds the byte `at`, or of the next one; `hint` is near.
fn block_at(prose: &crate::format::Prose, hint: usize, at: usize) -> usize {
    let mut block = hint;
    while block > 0 && prose.blocks.get(block).is_none_or(|block| block.span.start as usize > at) {
        block -= 1;
    }
    while prose.blocks.get(block).is_some_and(|block| block.span.end as usize <= at) {
        block += 1;
    }
    block
}
