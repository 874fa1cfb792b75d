//! Every full stop of a document that may have cut a sentence, read and weighed once for all rules.

use super::boundary::{Boundary, Opening};
use super::evidence::Cheap;
use super::network::{self, REACH};
use super::symbol::{self, STOP};
use super::{alone, evidence, habit};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::Sentence;

/// A full stop between two pieces that might be one sentence.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What stands on both sides.
    pub boundary: Boundary,
    /// The log odds, in nats, that it does not belong there; what its document does elsewhere has a say.
    pub odds: f32,
    /// What the network alone says, in nats, where it was asked.
    pub network: Option<f32>,
}

/// The weighed stops of one document, in order.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The stops.
    pub stops: Vec<Stop>,
    /// Sentences that open a block by a subordinate clause and have no main clause: the places of their first words.
    pub alone: Vec<usize>,
}

impl Reading {
    /// Reads the running text of a document.
    pub fn of(context: &Context) -> Self {
        let document = context.document;
        let mut reading = Self::default();
        let mut total = 0;
        for (block, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            let sentences = &document.sentences[sentences.clone()];
            if block.kind.is_running_text() {
                reading.alone.extend(
                    sentences.first().filter(|first| alone::is_alone(context, first)).map(|first| first.words.start),
                );
            }
            if block.kind.is_running_text() || block.kind == BlockKind::Item && sentences.len() > 2 {
                total += sentences.len().saturating_sub(1);
                let first = reading.stops.len();
                reading.read_block(context, sentences);
                if !block.kind.is_running_text() {
                    reading.stops[first..].iter_mut().for_each(|stop| stop.odds -= evidence::ITEM_COST);
                }
            }
        }
        let habit = habit::log_odds(reading.stops.iter().map(|stop| stop.odds), total);
        reading.stops.iter_mut().for_each(|stop| stop.odds += habit);
        reading
    }

    fn read_block(&mut self, context: &Context, sentences: &[Sentence]) {
        let first = self.stops.len();
        for at in 1..sentences.len() {
            let Some(mut boundary) = Boundary::read(context, &sentences[at - 1], &sentences[at]) else {
                continue;
            };
            if let Some(before) = self.stops[first..].last().filter(|stop| stop.meets(&boundary)) {
                boundary.left.nucleus = boundary.left.nucleus.max(before.boundary.nucleus());
            }
            let (odds, network) = weigh(context, sentences, at, &boundary);
            self.stops.push(Stop { boundary, odds, network });
        }
        for at in first + 1..self.stops.len() {
            let [before, after] = [&self.stops[at - 1], &self.stops[at]];
            // *… Tanpa bantuan warga. Desa itu …*: the phrase belongs to what follows it.
            if before.boundary.leans_forward() && before.meets(&after.boundary) && after.opens_main_clause() {
                self.stops[at - 1].odds = evidence::NONE;
            }
        }
    }
}

impl Stop {
    /// Whether the right piece is the left one of `next`, after a stop that is likelier spurious than not.
    fn meets(&self, next: &Boundary) -> bool {
        self.odds > evidence::STRONG && self.boundary.right.words.start == next.left.words.start
    }

    fn opens_main_clause(&self) -> bool {
        self.boundary.opening == Opening::Forward && self.odds > evidence::STRONG
    }
}

/// The evidence of the stop before the sentence `at` of a block, and what the network says of it.
fn weigh(context: &Context, sentences: &[Sentence], at: usize, boundary: &Boundary) -> (f32, Option<f32>) {
    let Some(cheap) = Cheap::of(boundary) else {
        return (evidence::NONE, None);
    };
    if let Some(settled) = cheap.settled(boundary) {
        return (settled, None);
    }
    let (mut left, mut right) = (Vec::with_capacity(2 * REACH), Vec::with_capacity(2 * REACH));
    if at > 1 && boundary.left.parts.len() < REACH {
        append(context, &sentences[at - 2], &mut left);
        left.push(STOP);
    }
    append(context, &sentences[at - 1], &mut left);
    append(context, &sentences[at], &mut right);
    if let Some(next) = sentences.get(at + 1).filter(|_| right.len() < REACH) {
        right.push(STOP);
        append(context, next, &mut right);
    }
    right.truncate(REACH);
    let network = network::score(&left, &right);
    (cheap.with(boundary, network), Some(network))
}

fn append(context: &Context, sentence: &Sentence, symbols: &mut Vec<u16>) {
    let words = &context.words()[sentence.words.clone()];
    let end = words.iter().rposition(|&word| !symbol::is_mark(context, word)).map_or(0, |last| last + 1);
    symbols.extend(words[..end].iter().enumerate().map(|(at, &word)| symbol::symbol(context, word, at == 0)));
}
