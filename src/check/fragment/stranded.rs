//! Conjunctions and links that a full stop made a sentence of their own: *Padahal. Merawat motor itu mudah.*

use std::ops::Range;

use super::join;
use crate::check::Finding;
use crate::document::Context;
use crate::language::{Sentence, Shape};

/// The most words that a link between sentences has.
const LONGEST: usize = 4;

/// The finding at the stop behind `sentence`, where it is nothing but one of these: `links` take a comma before what they link
/// (*Namun, …*), `openers` take none (*Meskipun …*).
///
/// Its values are `potongan`, the word or words, and `sambungan`, how they read when joined to the sentence behind them.
pub(super) fn finding(context: &Context, sentence: &Sentence, links: &[String], openers: &[String]) -> Option<Finding> {
    let Range { start, end } = sentence.words;
    let (stop, next) = (end.checked_sub(1)?, end);
    let is_short = stop > start && stop - start <= LONGEST;
    if !is_short || context.written(stop) != "." || context.words()[start].shape != Shape::Capital {
        return None;
    }
    let goes_on = context.word(next).is_some_and(|word| word.is_word() && word.shape == Shape::Capital);
    if !goes_on || !context.is_spaced(stop) || context.sentence(next).block != sentence.block {
        return None;
    }
    let is_one_of = |list: &[String]| {
        let mut written = (start..stop).map(|at| context.form_text(at));
        list.iter().any(|one| one.split(' ').eq(written.clone())) && written.all(|form| !form.is_empty())
    };
    let joint = match (is_one_of(links), is_one_of(openers)) {
        (true, _) => ", ",
        (_, true) => " ",
        _ => return None,
    };
    let alone = context.text(context.words()[start].span.to(context.words()[stop - 1].span));
    let right = format!("{joint}{}", join::inside(context, next));
    let reads = format!("{alone}{right}");
    let span = context.words()[stop].span.to(context.words()[next].span);
    Some(Finding::replace(span, right).with("potongan", alone).with("sambungan", reads))
}
