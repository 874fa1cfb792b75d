//! Sentences beside which no full stop is weighed: questions, speech, other languages, markup.

use super::closed;
use crate::document::Context;
use crate::language::Sentence;

/// Whether the sentence asks: *Apakah …*, *Siapa …*, *Bisakah …*.
pub(super) fn is_asking(context: &Context, sentence: &Sentence) -> bool {
    let asks = |at: usize| {
        let form = context.form_text(at);
        matches!(form, "apa" | "siapa" | "mengapa" | "kenapa" | "bagaimana" | "kapan" | "mana" | "berapa")
            || form.ends_with("kah") && form.len() > 5
    };
    sentence.words.clone().any(asks)
}

pub(super) fn ends_in_question(context: &Context, sentence: &Sentence) -> bool {
    sentence.words.end.checked_sub(1).is_some_and(|last| context.written(last) == "?")
}

/// A question, an exclamation, or what introduces a list or an example set apart.
pub(super) fn is_call(context: &Context, sentence: &Sentence) -> bool {
    let tail = &context.words()[sentence.words.clone()];
    tail.iter().rev().take(3).any(|word| matches!(context.text(word.span), "?" | "!" | ":"))
}

/// Whether the sentence is English, and not only a name in it: nothing of it can be read.
pub(super) fn is_english(context: &Context, sentence: &Sentence) -> bool {
    let is_english =
        |at: &usize| matches!(context.form_text(*at), "the" | "of" | "is" | "are" | "with" | "and" | "or" | "to");
    let english = sentence.words.clone().filter(is_english).count();
    english > 0 && {
        let closed = |at: &usize| closed::closed(context.form_text(*at)).is_some();
        english >= sentence.words.clone().filter(closed).count()
    }
}

/// Whether a parenthesis is left open: the stop then belongs to an abbreviation inside it. Or there is markup.
pub(super) fn is_open(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    text.contains('<') || text.matches('(').count() > text.matches(')').count()
}

/// Whether a quotation begins or ends in the middle of the sentence, which may then answer or go on with another.
pub(super) fn is_speech(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    text.matches('"').count() % 2 == 1 || text.matches('“').count() != text.matches('”').count()
}
