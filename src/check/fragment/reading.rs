//! Every full stop of a document that may have cut a sentence, read and weighed once for all rules.

use std::rc::Rc;

use super::boundary::{Boundary, Opening, Reader};
use super::evidence::Cheap;
use super::network::{self, REACH};
use super::piece::{Nucleus, Piece};
use super::symbol::{self, STOP};
use super::{alone, evidence, habit, question, words};
use crate::document::{Context, Document, is_kept};
use crate::format::BlockKind;
use crate::language::Sentence;

/// A full stop between two pieces that might be one sentence.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What stands on both sides.
    pub boundary: Boundary,
    /// The log odds, in nats, that it does not belong there, before its document has a say.
    pub odds: f32,
    /// What the network alone says, in nats, where it was asked.
    pub network: Option<f32>,
}

/// The weighed stops of one document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The blocks in which there is something, in order.
    pub blocks: Vec<ReadBlock>,
    /// What the document does with its stops elsewhere, in nats to be added to the odds of each.
    pub habit: f32,
}

/// What is known of one block.
#[derive(Clone, Debug)]
pub struct ReadBlock {
    /// The block by itself.
    pub part: Rc<Document<'static>>,
    /// Where it begins in the prose, in bytes.
    pub start: u32,
    /// What was read in it; places in the block by itself.
    pub stops: Rc<Stops>,
}

/// The weighed stops of one block.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// The stops that matter, in order.
    pub stops: Vec<Stop>,
    /// Whether its first sentence opens it by a subordinate clause and has no main clause.
    pub is_alone: bool,
    /// Whether its last sentence is an adverbial cut off the question before it.
    pub is_asked: bool,
}

/// A block that stands by itself, read.
#[derive(Clone, Default)]
struct Read {
    /// What there is in it; of most, nothing.
    stops: Option<Rc<Stops>>,
    /// How many stops between sentences there are, likely or not.
    all: usize,
}

impl Reading {
    /// Reads the running text of a document.
    pub fn of(context: &Context) -> Self {
        let document = context.document;
        let (mut blocks, mut total) = (Vec::new(), 0);
        for (block, part) in document.prose.blocks.iter().zip(&document.parts) {
            if block.kind.is_running_text() || block.kind == BlockKind::Item {
                let read = || Read::of(&Context { document: part, ..*context }, block.kind);
                let Read { stops, all } = if is_kept(part) { (*part.notes.note(read)).clone() } else { read() };
                total += all;
                blocks.extend(stops.map(|stops| ReadBlock { part: part.clone(), start: block.span.start, stops }));
            }
        }
        let odds = blocks.iter().flat_map(|block| block.stops.stops.iter().map(|stop| stop.odds));
        let odds = odds.filter(|odds| *odds > evidence::NONE);
        Self { habit: habit::log_odds(odds, total), blocks }
    }
}

impl Read {
    /// Reads a block of this kind.
    fn of(context: &Context, kind: BlockKind) -> Self {
        let sentences = &context.document.sentences;
        let is_running = kind.is_running_text();
        let is_alone = is_running && sentences.first().is_some_and(|first| alone::is_alone(context, first));
        let is_asked =
            is_running && matches!(sentences.as_slice(), [.., left, right] if question::is_cut(context, left, right));
        if !is_running && sentences.len() <= 2 {
            return Self::default();
        }
        let mut stops = Stops::read(context, sentences);
        if !is_running {
            stops.iter_mut().for_each(|stop| stop.odds -= evidence::ITEM_COST);
        }
        let is_any = is_alone || is_asked || !stops.is_empty();
        let stops = is_any.then(|| Rc::new(Stops { stops, is_alone, is_asked }));
        Self { stops, all: sentences.len().saturating_sub(1) }
    }
}

impl Stops {
    fn read(context: &Context, sentences: &[Sentence]) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        let mut reader = Reader::of(context);
        for at in 1..sentences.len() {
            let [left, right] = [&sentences[at - 1], &sentences[at]];
            let Some(mut boundary) = reader.read(left, right) else { continue };
            if let Some(before) = stops.last().filter(|stop| stop.meets(&boundary)) {
                boundary.left.nucleus = boundary.left.nucleus.max(before.boundary.nucleus());
            }
            let cheap = Cheap::of(&boundary);
            if cheap.is_none() && !boundary.matters_whole() || reader.is_silent(left, right) {
                reader.keep(boundary.right);
                continue;
            }
            let weighed = cheap.map(|cheap| weigh(context, sentences, at, &boundary, cheap));
            let (mut odds, network) = weighed.unwrap_or((evidence::NONE, None));
            if odds > evidence::NONE && is_torn(context, sentences, at, &boundary) {
                odds = evidence::NONE;
            }
            if odds > evidence::NONE || boundary.matters_whole() {
                reader.keep(boundary.right.clone());
                stops.push(Stop { boundary, odds, network });
            } else {
                reader.keep(boundary.right);
            }
        }
        for at in 1..stops.len() {
            let [before, after] = [&stops[at - 1], &stops[at]];
            // *… Menurut ketua panitia. Warga menunggu …*: a source is named before what it says.
            if before.boundary.names_source() && before.touches(&after.boundary) && after.has_main_clause() {
                stops[at].odds = before.odds.max(after.odds);
                stops[at - 1].odds = evidence::NONE;
                continue;
            }
            // *… Tanpa bantuan warga. Desa itu …*: the phrase belongs to what follows it.
            if before.boundary.leans_forward() && before.meets(&after.boundary) && after.opens_main_clause() {
                stops[at - 1].odds = evidence::NONE;
            }
        }
        stops
    }
}

impl Stop {
    /// Whether the right piece is the left one of `next`, after a stop that is likelier spurious than not.
    fn meets(&self, next: &Boundary) -> bool {
        self.odds > evidence::STRONG && self.touches(next)
    }

    /// Whether the right piece is the left one of `next`.
    fn touches(&self, next: &Boundary) -> bool {
        self.boundary.right.words.start == next.left.words.start
    }

    fn has_main_clause(&self) -> bool {
        self.boundary.opening == Opening::Forward && self.boundary.right.nucleus == Nucleus::Clause
    }

    fn opens_main_clause(&self) -> bool {
        self.boundary.opening == Opening::Forward && self.odds > evidence::STRONG
    }
}

/// *Candi itu, melalui stasiun lama (SL). Stasiun baru (SB). Terletak di kaki gunung*: neither the subject before the stop nor the
/// sentence before that has a predicate, as in torn text, so that nothing tells what belongs together.
fn is_torn(context: &Context, sentences: &[Sentence], at: usize, boundary: &Boundary) -> bool {
    let Some(before) = at.checked_sub(2).and_then(|before| sentences.get(before)) else { return false };
    if !boundary.opening.is_verbal() || boundary.left.nucleus > Nucleus::None {
        return false;
    }
    let end = before.words.end.saturating_sub(1).max(before.words.start);
    let piece = Piece::read(context, before.words.start..end);
    piece.nucleus == Nucleus::None && !piece.unread && piece.part(0).is_nominal()
}

/// The evidence of the stop before the sentence `at` of a block, of which some is known, and what the network says of it.
fn weigh(
    context: &Context,
    sentences: &[Sentence],
    at: usize,
    boundary: &Boundary,
    cheap: Cheap,
) -> (f32, Option<f32>) {
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
    let all = &context.words()[sentence.words.clone()];
    let end = all.iter().rposition(|&word| !symbol::is_mark(context, word)).map_or(0, |last| last + 1);
    let is_inside = |at: usize| at + 1 < end;
    let mut at = 0;
    while at < end {
        let place = sentence.words.start + at;
        if is_inside(at) && words::is_torn_passive(context, place) {
            symbols.push(symbol::torn_passive(context, all[at + 1]));
            at += 2;
        } else if is_inside(at) && words::is_torn_between(context, place) {
            at += 1;
        } else {
            symbols.push(symbol::symbol(context, all[at], at == 0));
            at += 1;
        }
    }
}
