//! A comma missing after a subordinate clause that opens its sentence: *Jika Anda setuju maka Anda dapat mulai*.

use std::ops::Range;

use super::reach::{commas, is_broken, sentence};
use crate::check::Finding;
use crate::check::fragment::piece::Piece;
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::text::{Edit, Span};

/// The word that opens the main clause after the subordinate clause that the conjunction at `word` opens, where only a
/// comma could tell them apart.
pub(super) fn at(context: &Context, word: usize) -> Option<Finding> {
    let sentence = sentence(context, word);
    let is_noun = matches!(context.form_text(word + 1), "itu" | "ini" | "tersebut" | "demikian" | "begitu" | "perlu");
    if !context.opens_sentence(word) || is_noun || is_broken(context, word..sentence.end) {
        return None;
    }
    let clauses = word..sentence.end;
    let main = after_maka(context, clauses.clone()).or_else(|| after_pronoun(context, clauses))?;
    let words = context.words();
    let gap = Span::new(words[main - 1].span.end, words[main].span.start);
    Some(Finding::at(words[main - 1].span.to(words[main].span)).or(vec![Edit::replace(gap, ", ")]))
}

/// *maka* that opens the main clause, with no comma before it.
fn after_maka(context: &Context, words: Range<usize>) -> Option<usize> {
    let main = words.clone().find(|&at| context.form_text(at) == "maka")?;
    let before = words.start..main;
    let is_whole = before.len() > 2 && main + 2 < words.end && commas(context, before.clone()).next().is_none();
    let links = matches!(context.form_text(main - 1), "dan" | "atau" | "yang" | "bahwa");
    (is_whole && !links).then_some(main)
}

/// A pronoun with its verb after a clause that ends in *ini*, *itu* or *tersebut*: *Jika Anda membuka berkas ini Anda akan …*
fn after_pronoun(context: &Context, words: Range<usize>) -> Option<usize> {
    if commas(context, words.clone()).next().is_some() {
        return None;
    }
    let whole = Piece::read(context, words.clone());
    let opens_clause = |at: usize| {
        let next = whole.part(at + 1);
        whole.part(at) == Part::Pronoun
            && whole.part(at - 1) == Part::Demonstrative
            && (next.is_prefixed() || matches!(next, Part::Auxiliary | Part::Negation))
    };
    let main = (3..whole.parts.len().saturating_sub(1)).find(|&at| opens_clause(at))?;
    let clause = Piece::read(context, words.start..words.start + main);
    (clause.dependent == 1 && !clause.dangling).then_some(words.start + main)
}
