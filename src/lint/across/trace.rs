//! What one text leaves for the comparison with others.

use std::ops::Range;

use super::sketch;
use crate::check::{Kind, across};
use crate::document::Context;
use crate::lint::{RuleSet, silence};
use crate::text::Span;

/// What one text leaves for the comparison with others: hashes and places, no words.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The length of the text in bytes: one of another length is not the text that left this.
    pub length: usize,
    /// What every rule that compares texts compares.
    pub parts: Vec<Part>,
}

/// What one rule compares.
#[derive(Clone, Debug)]
pub struct Part {
    /// The rule, as an index of the rule set.
    pub rule: usize,
    /// The paragraphs or sentences, in order.
    pub pieces: Vec<Piece>,
    /// The hashes of all pieces, one piece's after the other's.
    pub hashes: Vec<u32>,
}

/// A paragraph or sentence to compare.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Its first sentence, in bytes of the source.
    pub span: Span,
    /// Whether a comment in the text silences the rule here.
    pub is_silent: bool,
    /// Which of the part's hashes are its own.
    pub hashes: Range<usize>,
}

impl Trace {
    /// Where a comment silences a rule about what texts share.
    pub(in crate::lint) fn silent(&self) -> Vec<Span> {
        let pieces = self.parts.iter().flat_map(|part| &part.pieces);
        pieces.filter(|piece| piece.is_silent).map(|piece| piece.span).collect()
    }
}

impl Part {
    pub(super) fn hashes(&self, piece: &Piece) -> &[u32] {
        self.hashes.get(piece.hashes.clone()).unwrap_or_default()
    }
}

/// The trace of one document.
pub fn trace(rules: &RuleSet, context: &Context) -> Trace {
    let source = context.document.source;
    let mut trace = Trace { length: source.text.len(), parts: Vec::new() };
    for (rule, one) in rules.rules.iter().enumerate() {
        let Kind::Across(settings) = &one.check else { continue };
        let pieces = settings.pieces(context);
        let mut part = Part { rule, pieces: Vec::with_capacity(pieces.len()), hashes: Vec::new() };
        for sentences in pieces {
            let first = context.document.sentences[sentences.start].span;
            let place = context.document.prose.offsets.to_source(first);
            let Some((span, words)) = place.zip(across::words(context, sentences)) else { continue };
            let start = part.hashes.len();
            part.hashes.reserve(words.len());
            sketch::read(context, words, &mut part.hashes);
            part.pieces.push(Piece { span, is_silent: false, hashes: start..part.hashes.len() });
        }
        silence_pieces(rules, context, &mut part);
        // The traces of all texts are kept to the end.
        part.pieces.shrink_to_fit();
        part.hashes.shrink_to_fit();
        trace.parts.push(part);
    }
    trace
}

fn silence_pieces(rules: &RuleSet, context: &Context, part: &mut Part) {
    let directives = &context.document.prose.directives;
    if directives.is_empty() {
        return;
    }
    let places: Vec<Span> = part.pieces.iter().map(|piece| piece.span).collect();
    let rule = &rules.rules[part.rule];
    let silent = silence::silenced(context.document.source, directives, rules.spoken(), rule, &places);
    part.pieces.iter_mut().zip(silent).for_each(|(piece, silent)| piece.is_silent = silent);
}
