//! Whether a place stands among words of another language, which Indonesian rules should leave alone.

use std::sync::LazyLock;

use crate::document::Context;
use crate::language::lexicon::{self, Trust};
use crate::language::{Form, Shape};
use crate::text::Span;

/// How foreign the surroundings of a place are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// Indonesian.
    Own,
    /// A foreign word stands beside it, or it is in italics: it may be a foreign term.
    Term,
    /// Its sentence is in another language.
    Sentence,
}

/// A sentence of fewer words is too short to tell its language.
const LEAST_WORDS: usize = 4;

/// What surrounds `span` of the prose.
pub(super) fn around(context: &Context, span: Span) -> Surroundings {
    let first = context.words().partition_point(|word| word.span.end <= span.start);
    let after = context.words().partition_point(|word| word.span.start < span.end);
    if first >= context.words().len() {
        return Surroundings::Own;
    }
    if is_foreign_sentence(context, first) {
        return Surroundings::Sentence;
    }
    let words = context.sentence(first).words.clone();
    let is_foreign_at = |at: usize| {
        let word = context.words()[at];
        words.contains(&at) && word.is_word() && word.shape == Shape::Lower && is_foreign(context.form(word))
    };
    let has_foreign_neighbour =
        first.checked_sub(1).is_some_and(is_foreign_at) || (after < context.words().len() && is_foreign_at(after));
    if has_foreign_neighbour || context.document.prose.is_in_italics(span) {
        Surroundings::Term
    } else {
        Surroundings::Own
    }
}

/// Whether the sentence of the word `at` has more function words of other languages than words of Indonesian.
fn is_foreign_sentence(context: &Context, at: usize) -> bool {
    let words = &context.words()[context.sentence(at).words.clone()];
    let (mut total, mut own, mut foreign) = (0, 0, 0);
    for word in words.iter().filter(|word| word.is_word()) {
        total += 1;
        // So many are its own that no number of foreign ones outweighs them.
        if own * 3 >= words.len() {
            return false;
        }
        let form = context.form(*word);
        if is_foreign(form) {
            foreign += 1;
        } else if form.entry().is_some_and(|entry| entry.trust() > Trust::Low && !entry.is_name()) {
            own += 1;
        }
    }
    total >= LEAST_WORDS && foreign > own && own * 3 < total
}

fn is_foreign(form: &Form) -> bool {
    static FUNCTION_WORDS: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("foreign-function-words"));
    let is_function_word = FUNCTION_WORDS.is_some_and(|list| form.lists().has(list));
    is_function_word || form.entry().is_none_or(|entry| entry.trust() == Trust::Low) && form.is_foreign()
}
