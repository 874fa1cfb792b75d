//! Subordinate clauses that open a paragraph as if they were sentences: *Dimana korban tidak curiga.*

use super::boundary;
use super::piece::{Nucleus, Piece};
use super::silence;
use super::words::{self, Part};
use crate::check::Finding;
use crate::document::Context;
use crate::language::{Sentence, Shape};
use crate::text::Span;

/// Conjunctions that can only follow their main clause.
const FOLLOWING: [&str; 2] = ["dimana", "sehingga"];
/// Conjunctions whose clause may stand first, where a main clause follows it.
const LEADING: [&str; 6] = ["meskipun", "meski", "walaupun", "walau", "kendati", "karena"];
/// Shorter ones are answers and captions.
const LEAST: usize = 6;

/// Whether a form is one of these conjunctions.
pub(super) fn may_open(form: &str) -> bool {
    FOLLOWING.contains(&form) || LEADING.contains(&form)
}

/// Whether `sentence`, the first of its paragraph, is a subordinate clause without a main clause.
pub fn is_alone(context: &Context, sentence: &Sentence) -> bool {
    let (start, end) = (sentence.words.start, sentence.words.end);
    let is_led = words::has_mark(context, context.words()[start], words::ALONE);
    if !is_led || end < start + LEAST || context.written(end - 1) != "." {
        return false;
    }
    let following = FOLLOWING.contains(&context.form_text(start));
    // In small letters it is the rest of a sentence that lost its beginning.
    let is_opening = context.word(start).is_some_and(|word| word.shape != Shape::Lower);
    if !is_opening || boundary::is_link(context, start) || silence::has_main_clause(context, sentence) {
        return false;
    }
    let piece = Piece::read(context, start..end - 1);
    let whole = piece.clause_after_comma || piece.doubled || piece.unread || piece.second || piece.further > 0;
    let pauses = piece.parts.iter().any(|part| matches!(part, Part::Comma | Part::Pause | Part::Open | Part::Adverb));
    !whole && piece.nucleus == Nucleus::None && piece.dependent > 0 && (following || !pauses && piece.dependent == 1)
}

/// The finding at the conjunction of such a sentence.
pub(super) fn finding(context: &Context, first: usize) -> Option<Finding> {
    let (word, next) = (context.word(first)?, context.word(first + 1)?);
    let opening = Span::new(word.span.start, next.span.end);
    Some(Finding::at(word.span).with("potongan", context.text(opening)))
}
