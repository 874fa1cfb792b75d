//! Where the places of a phrase stand: in how many blocks, where densest, and whether it is part of a longer form.

use rustc_hash::{FxHashMap, FxHashSet};

use super::gram::Gram;
use super::real;
use super::stream::Token;
use crate::document::Context;
use crate::language::FormId;

/// The number of blocks the phrase stands in.
pub fn blocks(context: &Context, tokens: &[Token], gram: &Gram) -> usize {
    let block = |&at: &u32| context.sentence(tokens[at as usize].word as usize).block;
    gram.places.iter().map(block).collect::<FxHashSet<_>>().len()
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

/// How the block begins that holds the phrase most often, and how often that is.
pub fn densest(context: &Context, tokens: &[Token], gram: &Gram) -> (String, usize) {
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
    let start = text.split_whitespace().take(FEW_WORDS).collect::<Vec<_>>().join(" ");
    (start, best.map_or(0, |(_, count)| *count))
}
