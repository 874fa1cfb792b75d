//! Giving a replacement the capitals of what it replaces.

use crate::document::Context;
use crate::language::Shape;

/// `right` with the capitals of the words `first..=last`: all capitals, a capital at the start, or a capital at the
/// start of every word where a heading is written so.
pub fn like(context: &Context, first: usize, last: usize, right: &str) -> String {
    let Some(word) = context.word(first) else {
        return right.to_owned();
    };
    match word.shape {
        Shape::Upper if right.chars().count() > 1 && all_upper(context, first, last) => right.to_uppercase(),
        Shape::Upper | Shape::Capital if is_title_cased(context, first) => title(right),
        Shape::Upper | Shape::Capital => capitalise(right),
        Shape::Lower | Shape::Mixed => right.to_owned(),
    }
}

/// Whether the word `at` has a capital that neither a sentence's start nor a heading explains: it may be a name.
pub fn may_be_name(context: &Context, at: usize) -> bool {
    let shape = context.words()[at].shape;
    !matches!(shape, Shape::Lower | Shape::Upper) && !context.opens_sentence(at) && !context.block(at).kind.is_heading()
}

/// Whether the word `at`, which may be a name, stands beside another one (*Apotik Sehat*), or is listed as a name.
pub fn stands_in_name(context: &Context, at: usize) -> bool {
    let words = &context.words();
    // *Anda* has one everywhere.
    let has_capital = |other: usize| {
        matches!(words[other].shape, Shape::Capital | Shape::Upper) && context.form_text(other) != "anda"
    };
    let is_listed = context.form(words[at]).entry().is_some_and(|entry| entry.is_name());
    let sentence = &context.sentence(at).words;
    is_listed
        || sentence.contains(&(at + 1)) && has_capital(at + 1)
        || at > sentence.start && has_capital(at - 1) && !context.opens_sentence(at - 1)
}

/// What a title writes for the words `right` in the place of the word `at`; `None` outside titles, and outside of what is
/// written like one: *Miringkan Keatas* on a button.
pub fn in_title(context: &Context, at: usize, right: &str) -> Option<String> {
    let has_capital =
        |other: usize| context.word(other).is_some_and(|word| word.is_word() && word.shape == Shape::Capital);
    let sentence = &context.sentence(at).words;
    let is_between = at > sentence.start
        && has_capital(at)
        && has_capital(at - 1)
        && (at + 1 >= sentence.end || !context.words()[at + 1].is_word() || has_capital(at + 1));
    if !(is_between || has_capital(at) && is_title_cased(context, at)) {
        return None;
    }
    let titled = title(right);
    Some(if context.opens_sentence(at) { titled } else { small_first(&titled) })
}

/// `titled` with its first word in small letters where that is a function word.
fn small_first(titled: &str) -> String {
    let first = titled.split(' ').next().unwrap_or_default();
    if SMALL.contains(&first.to_lowercase().as_str()) { decapitalise(titled) } else { titled.to_owned() }
}

fn all_upper(context: &Context, first: usize, last: usize) -> bool {
    (first..=last).all(|at| context.word(at).is_some_and(|word| !word.is_word() || word.shape == Shape::Upper))
}

/// Whether the words of the heading around the word `at` begin with capitals; never outside headings.
fn is_title_cased(context: &Context, at: usize) -> bool {
    if !context.block(at).kind.is_heading() {
        return false;
    }
    let words = &context.words()[context.sentence(at).words.clone()];
    let long = |word: &&crate::language::Word| word.is_word() && word.span.len() > 4;
    let total = words.iter().filter(long).count();
    let capitals = words.iter().filter(long).filter(|word| word.shape == Shape::Capital).count();
    total > 1 && capitals * 3 >= total * 2
}

/// `text` with a capital at its start.
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `text` with a small letter at its start.
pub fn decapitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// `text` with a capital at the start of every word but prepositions and conjunctions after the first (EYD V, HF21).
fn title(text: &str) -> String {
    let cased = text
        .split(' ')
        .enumerate()
        .map(|(index, word)| if index > 0 && SMALL.contains(&word) { word.to_owned() } else { capitalise(word) });
    cased.collect::<Vec<_>>().join(" ")
}

/// Function words that stay small in a heading, as far as replacements hold them.
const SMALL: [&str; 12] =
    ["di", "ke", "dari", "pada", "dalam", "untuk", "oleh", "dengan", "dan", "atau", "yang", "per"];
