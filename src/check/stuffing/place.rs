//! Where the places of a phrase stand: what leads a sentence, what is a name, what is part of a longer form.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gram::Gram;
use super::real;
use super::stream::Token;
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{FormId, Shape, WordKind};

/// The number of blocks the phrase stands in.
pub fn blocks(context: &Context, tokens: &[Token], gram: &Gram) -> usize {
    let block = |&at: &u32| context.sentence(tokens[at as usize].word as usize).block;
    gram.places.iter().map(block).collect::<FxHashSet<_>>().len()
}

/// The share of places in running text where every word of content has a capital that the sentence's start does not
/// ask for.
pub fn capitals(context: &Context, tokens: &[Token], gram: &Gram, is_content: impl Fn(FormId) -> bool) -> f64 {
    let (mut seen, mut capital) = (0_usize, 0_usize);
    for &at in &gram.places {
        let place = &tokens[at as usize..at as usize + gram.len];
        if context.block(place[0].word as usize).kind.is_heading() {
            continue;
        }
        let opens = context.opens_sentence(place[0].word as usize);
        let mut told = place.iter().skip(usize::from(opens)).filter(|token| is_content(token.form)).peekable();
        if told.peek().is_some() {
            seen += 1;
            capital += usize::from(told.all(|token| context.words()[token.word as usize].shape != Shape::Lower));
        }
    }
    if seen == 0 { 1.0 } else { real(capital) / real(seen) }
}

/// The largest share of places with one and the same word before, or after.
pub fn same_neighbour(tokens: &[Token], gram: &Gram) -> f64 {
    let most = |offset: isize| {
        let mut seen: FxHashMap<FormId, usize> = FxHashMap::default();
        for &at in &gram.places {
            let neighbour = (at as usize).checked_add_signed(offset).and_then(|at| tokens.get(at));
            if let Some(token) = neighbour.filter(|token| !token.is_gap()) {
                *seen.entry(token.form).or_default() += 1;
            }
        }
        seen.into_values().max().unwrap_or(0)
    };
    let after = isize::try_from(gram.len).unwrap_or(isize::MAX);
    real(most(-1).max(most(after))) / real(gram.places.len().max(1))
}

/// The share of places in running text where the phrase leads a sentence or clause, with at most `reach` words of
/// content before it: *Kerja sama …*, *Namun, kerja sama …*, *Pentingnya kerja sama …*.
///
/// A paragraph of one sentence has nothing that the phrase could be taken up from: there it leads nothing. So reference
/// works, whose every entry names its term, stay apart from articles.
///
/// A phrase that stands in headings only leads nothing.
pub fn lead(
    context: &Context,
    tokens: &[Token],
    gram: &Gram,
    reach: usize,
    is_content: impl Fn(FormId) -> bool,
) -> f64 {
    let (mut seen, mut leads) = (0_usize, 0_usize);
    for &at in &gram.places {
        let word = tokens[at as usize].word as usize;
        let sentence = context.sentence(word);
        let kind = context.document.prose.blocks[sentence.block].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote) {
            continue;
        }
        seen += 1;
        if context.document.block_sentences[sentence.block].len() < 2 {
            continue;
        }
        let before = &context.words()[sentence.words.start..word];
        let led = before.iter().rev().take_while(|word| word.is_word() && is_content(word.form)).count();
        let border = before.len().checked_sub(led + 1).map(|at| before[at]);
        let is_border = border.is_none_or(|word| {
            word.kind == WordKind::Punctuation && matches!(context.text(word.span), "," | ";" | ":" | "—" | "–" | "-")
        });
        leads += usize::from(led <= reach && is_border);
    }
    real(leads) / real(seen.max(1))
}

/// How the block begins that holds the phrase most often.
pub fn densest(context: &Context, tokens: &[Token], gram: &Gram) -> String {
    const FEW_WORDS: usize = 4;
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for &at in &gram.places {
        let block = context.sentence(tokens[at as usize].word as usize).block;
        match counts.last_mut() {
            Some((last, count)) if *last == block => *count += 1,
            _ => counts.push((block, 1)),
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    let text = best.map_or("", |&(block, _)| context.text(context.document.prose.blocks[block].span));
    text.split_whitespace().take(FEW_WORDS).collect::<Vec<_>>().join(" ")
}
