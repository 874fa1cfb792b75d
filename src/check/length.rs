//! Sentences and paragraphs that are longer than a reader follows.

mod clauses;

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use clauses::Clauses;

use super::settings::{BlockName, allows};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::{Shape, Word, WordKind};
use crate::text::Span;

/// `[check.length]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is measured.
    pub unit: Unit,
    /// The most words it may have: a name counts as one, what stands in brackets or between quotation marks as none.
    pub words: usize,
    /// The kinds of block that are looked at; all, when empty.
    #[serde(default)]
    pub blocks: Vec<BlockName>,
    /// Words, lower case, before which a long sentence may be cut; those of an earlier list first.
    #[serde(default)]
    pub cuts: Vec<Vec<String>>,
    /// Where to cut, in Indonesian and English: `{tempat}` and `{place}` of the message; `{kata}` in them is the word.
    #[serde(default)]
    pub advice: [String; 2],
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A sentence; one with a semicolon or a colon, by its parts.
    Sentence,
    /// A paragraph.
    Paragraph,
}

/// The check.
pub struct Length {
    settings: Settings,
    cuts: Vec<FxHashSet<String>>,
}

/// Members of an enumeration have at most so many words, and together count as one where there are at least three.
const MEMBER: usize = 3;

impl Length {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            cuts: settings.cuts.iter().map(|cuts| cuts.iter().cloned().collect()).collect(),
        }
    }

    fn sentence(&self, context: &Context, words: Range<usize>, out: &mut Vec<Finding>) {
        if words.len() <= self.settings.words {
            return;
        }
        for part in parts(context, words) {
            let count = weight(context, part.clone());
            if count > self.settings.words {
                let start = part.start;
                let cut = self.cut(context, part);
                let finding = self.finding(context.words()[cut.unwrap_or(start)].span, count);
                out.push(match cut {
                    Some(at) => self.advised(finding, context.written(at)),
                    None => finding.with("tempat", "").with("place", ""),
                });
            }
        }
    }

    /// The word before which the part is best cut, the one nearest to its middle; none where no clause begins.
    fn cut(&self, context: &Context, part: Range<usize>) -> Option<usize> {
        let (middle, margin) = (part.start + part.len() / 2, part.len() / 4);
        let inner = part.start + margin..part.end - margin;
        let tags = context.tags(context.sentence(part.start));
        let clauses = Clauses { context, tags: &tags, part };
        let best = |cuts: &FxHashSet<String>| {
            let may_cut = |at: &usize| cuts.contains(context.form_text(*at)) && clauses.begins_at(*at);
            inner.clone().filter(may_cut).min_by_key(|at| at.abs_diff(middle))
        };
        self.cuts.iter().find_map(best)
    }

    fn paragraph(&self, context: &Context, words: Range<usize>, out: &mut Vec<Finding>) {
        let count = context.words()[words.clone()].iter().filter(|word| is_counted(word)).count();
        if count > self.settings.words {
            let first = context.words()[words.start].span;
            let last = words.take_while(|&at| context.words()[at].is_word()).take(MEMBER).last();
            out.push(self.finding(last.map_or(first, |last| first.to(context.words()[last].span)), count));
        }
    }

    /// The finding with where to cut.
    fn advised(&self, finding: Finding, cut: &str) -> Finding {
        let [tempat, place] = self.settings.advice.clone().map(|advice| advice.replace("{kata}", cut));
        finding.with("tempat", tempat).with("place", place)
    }

    fn finding(&self, span: Span, count: usize) -> Finding {
        Finding::at(span).with("jumlah", count).with("batas", self.settings.words)
    }
}

impl Check for Length {
    fn triggers(&self) -> Triggers {
        Triggers { blocks: true, ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let document = context.document;
        let sentences = &document.sentences[document.block_sentences[block].clone()];
        let Some((first, last)) = sentences.first().zip(sentences.last()) else { return };
        let words = first.words.start..last.words.end;
        let kind = document.prose.blocks[block].kind;
        if words.len() <= self.settings.words || !allows(&self.settings.blocks, |name| name.is(kind)) {
            return;
        }
        match self.settings.unit {
            Unit::Sentence => sentences.iter().for_each(|one| self.sentence(context, one.words.clone(), out)),
            Unit::Paragraph => self.paragraph(context, words, out),
        }
    }
}

fn is_counted(word: &Word) -> bool {
    !matches!(word.kind, WordKind::Punctuation | WordKind::Symbol | WordKind::Emoji)
}

/// The parts of a sentence between colons, semicolons and dashes, where a reader rests.
fn parts(context: &Context, words: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = words.start;
    for at in words.clone() {
        if matches!(context.written(at), ";" | ":" | "—" | "–" | "-") {
            parts.push(start..at);
            start = at + 1;
        } else if at > start && is_after_stop(context, at) {
            parts.push(start..at);
            start = at;
        }
    }
    parts.push(start..words.end);
    parts
}

/// Whether a sentence begins at the word, after an abbreviation or without a space: *Falcot Corp. Yang terakhir …*, *nilai.Ketika*.
fn is_after_stop(context: &Context, at: usize) -> bool {
    let (before, word) = (context.written(at - 1), context.words()[at]);
    let is_function_word = || context.form(word).entry().is_some_and(|entry| entry.is_function_word());
    word.shape == Shape::Capital && (before == "." || before.ends_with('.') && is_function_word())
}

/// How many words a reader has to hold: without insertions, and with names and enumerations as one word each.
fn weight(context: &Context, part: Range<usize>) -> usize {
    let mut segments = vec![0];
    let (mut depth, mut is_quoted, mut in_name) = (0_usize, false, false);
    for at in part.clone() {
        match context.written(at) {
            "(" | "[" | "“" => depth += 1,
            ")" | "]" | "”" => depth = depth.saturating_sub(1),
            "\"" => is_quoted = !is_quoted,
            _ if depth > 0 || is_quoted => continue,
            "," => segments.push(0),
            _ if is_counted(&context.words()[at]) => {
                let was_name = std::mem::replace(&mut in_name, at > part.start && is_name(context.words()[at]));
                if let Some(segment) = segments.last_mut().filter(|_| !(was_name && in_name)) {
                    *segment += 1;
                }
                continue;
            }
            _ => {}
        }
        in_name = false;
    }
    without_enumerations(&segments)
}

fn is_name(word: Word) -> bool {
    word.kind == WordKind::Number || word.shape != Shape::Lower
}

/// The sum of the segments between commas, of which three or more short ones in a row count as one word.
fn without_enumerations(segments: &[usize]) -> usize {
    let is_short = |count: &usize| *count <= MEMBER;
    let runs = segments.chunk_by(|one, other| is_short(one) && is_short(other));
    runs.map(|run| if run.len() >= MEMBER { 1 } else { run.iter().sum() }).sum()
}
