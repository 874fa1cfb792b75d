//! Sentences and paragraphs that stand twice in a document, word for word or nearly so.

mod difference;
pub mod passage;
mod shingle;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Shape, Word, WordKind};
use crate::text::Span;
use difference::{are_equal, say_the_same};
use shingle::{Runs, Shingles};

/// `[check.repetition]`.
#[derive(Clone, Debug, Deserialize)]
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
    /// The most places of one sentence; more are the template of a reference work.
    pub most: usize,
    /// The most findings in one document.
    pub findings: usize,
    /// Sentences in two paragraphs that are so much alike are left to the rule about paragraphs.
    #[serde(default)]
    pub unless_paragraphs: Option<Alike>,
}

/// When two paragraphs are the same.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike {
    /// The fewest words of each.
    pub words: usize,
    /// The share of common runs of three words.
    pub alike: f64,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Sentences of paragraphs and list items.
    Sentence,
    /// Paragraphs.
    Paragraph,
}

/// The check.
pub struct Repetition {
    settings: Settings,
}

/// A sentence or paragraph: its sentences, as indices.
type Piece = std::ops::Range<usize>;

/// Pieces that are alike, with the least likeness to the first.
#[derive(Clone, Debug)]
struct Group {
    pieces: Vec<usize>,
    likeness: f64,
}

impl Repetition {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// Everything that may be like others, in order.
    fn pieces(&self, context: &Context, runs: &Runs) -> Vec<Piece> {
        let document = context.document;
        let mut pieces = Vec::new();
        let may_recur = |piece: &Piece| self.may_recur(runs, piece);
        for (block, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            match (self.settings.unit, block.kind) {
                (Unit::Paragraph, BlockKind::Paragraph) if may_recur(sentences) => pieces.push(sentences.clone()),
                // A paragraph of one sentence is an entry, a label or a set phrase.
                (Unit::Sentence, BlockKind::Paragraph | BlockKind::Item) if sentences.len() > 1 => {
                    pieces.extend(sentences.clone().map(|at| at..at + 1).filter(may_recur));
                }
                _ => {}
            }
        }
        pieces
    }

    /// Whether a piece may be like others, by the runs it shares with them.
    fn may_recur(&self, runs: &Runs, piece: &Piece) -> bool {
        let most_alike = runs.most_alike(piece.clone());
        most_alike > 0.0 && most_alike >= self.settings.alike
    }

    /// Whether the piece is long enough, and all language: code and addresses in it may be what differs. What begins with
    /// a small letter is the rest of a sentence, of speech for the most part: *kata dia di Jakarta, Senin.*
    fn is_prose(&self, context: &Context, piece: Piece) -> bool {
        let opens_quote = |word: &Word| matches!(context.text(word.span), "“" | "\"" | "‘" | "'" | "«");
        let sentences = &context.document.sentences[piece];
        let first = sentences.first().and_then(|first| context.word(first.words.start));
        let is_rest = |first: &Word| first.is_word() && first.shape == Shape::Lower;
        if !first.is_some_and(|first| !opens_quote(&first) && !is_rest(&first)) {
            return false;
        }
        let (mut count, mut is_language) = (0, true);
        for word in sentences.iter().flat_map(|sentence| &context.words()[sentence.words.clone()]) {
            count += usize::from(word.is_word());
            is_language &= !matches!(word.kind, WordKind::Opaque | WordKind::Url | WordKind::Email);
        }
        is_language && count >= self.settings.words
    }

    /// Puts every piece to the earliest one that it is like.
    fn groups(&self, context: &Context, runs: &Runs, pieces: &[Piece]) -> Vec<Group> {
        let mut by_key: FxHashMap<u64, usize> = FxHashMap::default();
        let mut groups: FxHashMap<usize, Group> = FxHashMap::default();
        let mut shingles = Shingles::default();
        let mut others = Shingles::default();
        for (index, piece) in pieces.iter().enumerate() {
            shingles.read(runs, piece.clone());
            let keys = shingles.keys();
            let mut candidates: Vec<usize> = keys.iter().filter_map(|key| by_key.get(key).copied()).collect();
            candidates.sort_unstable();
            candidates.dedup();
            let alike = candidates.into_iter().find_map(|earlier| {
                others.read(runs, pieces[earlier].clone());
                let likeness = shingles.likeness(&mut others);
                let is_alike = likeness >= self.settings.alike
                    && (are_equal(context, pieces[earlier].clone(), piece.clone())
                        || self.say_the_same(context, &pieces[earlier], piece, likeness));
                is_alike.then_some((earlier, likeness))
            });
            if let Some((earlier, likeness)) = alike {
                let group = groups.entry(earlier).or_insert_with(|| Group { pieces: vec![earlier], likeness });
                group.pieces.push(index);
                group.likeness = group.likeness.min(likeness);
            } else {
                for key in keys {
                    by_key.entry(key).or_insert(index);
                }
            }
        }
        let mut groups: Vec<_> = groups.into_values().collect();
        groups.sort_unstable_by_key(|group| group.pieces[0]);
        groups
    }

    fn say_the_same(&self, context: &Context, earlier: &Piece, later: &Piece, likeness: f64) -> bool {
        say_the_same(context, earlier.clone(), later.clone(), likeness >= self.settings.certain)
    }

    /// Whether the blocks around two sentences are alike as a whole, so that another rule speaks of them.
    fn are_blocks_alike(&self, context: &Context, a: &Piece, b: &Piece) -> bool {
        let Some(limit) = self.settings.unless_paragraphs else {
            return false;
        };
        let block = |piece: &Piece| context.document.sentences[piece.start].block;
        let (a, b) = (block(a), block(b));
        let sentences = &context.document.block_sentences;
        let is_long = |block: usize| words_in(context, sentences[block].clone()) >= limit.words;
        if a == b || !is_long(a) || !is_long(b) {
            return false;
        }
        let runs = Runs::of(context);
        let (mut left, mut right) = (Shingles::default(), Shingles::default());
        left.read(&runs, sentences[a].clone());
        right.read(&runs, sentences[b].clone());
        left.likeness(&mut right) >= limit.alike
    }

    fn finding(&self, context: &Context, pieces: &[Piece], group: &Group) -> Option<Finding> {
        let (first, again) = (&pieces[group.pieces[0]], &pieces[group.pieces[1]]);
        if self.settings.unit == Unit::Sentence && self.are_blocks_alike(context, first, again) {
            return None;
        }
        // A paragraph is shown by its first sentence, so that no finding covers a whole text.
        let span = |piece: &Piece| context.document.sentences[piece.start].span;
        let mut finding = Finding::at(span(again)).with("awal", beginning(context, span(first)));
        finding.related =
            group.pieces.iter().filter(|&&at| at != group.pieces[1]).map(|&at| span(&pieces[at])).collect();
        if group.likeness < self.settings.certain {
            finding = finding.at_most(Certainty::Doubtful);
        }
        Some(finding)
    }
}

impl Check for Repetition {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let runs = Runs::of(context);
        let mut pieces = self.pieces(context, &runs);
        // It takes two to repeat something.
        if pieces.len() < 2 {
            return;
        }
        pieces.retain(|piece| self.is_prose(context, piece.clone()));
        let groups = self.groups(context, &runs, &pieces);
        let repeated = groups.iter().filter(|group| group.pieces.len() <= self.settings.most);
        out.extend(repeated.filter_map(|group| self.finding(context, &pieces, group)).take(self.settings.findings));
    }
}

/// The number of words of letters in these sentences.
fn words_in(context: &Context, sentences: Piece) -> usize {
    let words =
        context.document.sentences[sentences].iter().flat_map(|sentence| &context.words()[sentence.words.clone()]);
    words.filter(|word| word.is_word()).count()
}

/// The first words at `span`.
fn beginning(context: &Context, span: Span) -> String {
    const FEW_WORDS: usize = 6;
    context.text(span).split_whitespace().take(FEW_WORDS).collect::<Vec<_>>().join(" ")
}

/// `part` of `whole`, as a share.
fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole.max(1))
}
