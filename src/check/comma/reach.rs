//! The sentence around a word, and its halves as pieces.

use std::ops::Range;

use crate::check::fragment::piece::{Nucleus, Piece};
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::language::WordKind;

/// The words of the sentence that holds `word`, without its closing marks.
pub(super) fn sentence(context: &Context, word: usize) -> Range<usize> {
    let words = context.sentence(word).words.clone();
    let last = words.clone().rev().find(|&at| !is_closing(context, at));
    words.start..last.map_or(words.start, |at| at + 1)
}

fn is_closing(context: &Context, at: usize) -> bool {
    let is_mark = context.word(at).is_some_and(|word| word.kind == WordKind::Punctuation);
    is_mark && matches!(context.written(at), "." | "!" | "?" | "…" | "...")
}

/// Whether `word` is a comma.
pub(super) fn is_comma(context: &Context, word: usize) -> bool {
    context.word(word).is_some_and(|word| word.kind == WordKind::Punctuation && context.text(word.span) == ",")
}

/// Whether a mark other than a comma stands among `words`: a colon, a dash, a bracket, a quotation mark.
pub(super) fn is_broken(context: &Context, mut words: Range<usize>) -> bool {
    words.any(|at| {
        let Some(word) = context.word(at) else { return true };
        match word.kind {
            WordKind::Punctuation => !matches!(context.written(at), "," | "(" | ")"),
            WordKind::Symbol | WordKind::Emoji => true,
            _ => false,
        }
    })
}

/// Whether the commas among `words` are none, or those of a list: *…, dan …*.
pub(super) fn has_only_lists(context: &Context, words: Range<usize>) -> bool {
    let Some(last) = words.rev().find(|&at| is_comma(context, at)) else { return true };
    matches!(context.form_text(last + 1), "dan" | "atau" | "serta")
}

/// The commas among `words`.
pub(super) fn commas(context: &Context, words: Range<usize>) -> impl Iterator<Item = usize> {
    words.filter(|&at| is_comma(context, at))
}

/// Whether the words are a main clause, or a predicate without its subject, that leans on nothing before it.
pub(super) fn is_main(piece: &Piece) -> bool {
    piece.nucleus > Nucleus::None
        && !piece.dangling
        && !matches!(piece.part(0), Part::Subordinator | Part::And | Part::But | Part::Apposition)
}
