//! Words as the sequence model sees them: a frequent form is a symbol of its own, every other word the kind of its part.

use rustc_hash::FxHashMap;

use super::words::{self, Part};
use crate::document::Context;
use crate::language::{Class, Form, Shape, Word, WordKind};

/// Kinds of words that play the same part.
const KINDS: u16 = 16;
/// The symbol of a word that the model was not told of, and the first of those for frequent forms.
pub const FIRST_FORM: u16 = Part::COUNT as u16 * KINDS + MARKS;
/// Symbols that are no words: [`BEGIN`] and [`STOP`].
const MARKS: u16 = 2;
/// The edge of a block.
pub const BEGIN: u16 = Part::COUNT as u16 * KINDS;
/// A full stop between two sentences of the context.
pub const STOP: u16 = BEGIN + 1;

/// Frequent forms, one a line; written by `build/train_fragments.py` from the sentences it learns from.
static FREQUENT: &str = include_str!("frequent.txt");

static NUMBERS: std::sync::LazyLock<FxHashMap<&'static str, u16>> =
    std::sync::LazyLock::new(|| FREQUENT.lines().zip(FIRST_FORM..).collect());

/// How many symbols there are.
pub fn count() -> usize {
    usize::from(FIRST_FORM) + FREQUENT.lines().count()
}

/// The symbol of `word`; `opens` tells whether it opens its sentence, where a capital says nothing.
pub fn symbol(context: &Context, word: Word, opens: bool) -> u16 {
    let form = context.form(word);
    if word.shape == Shape::Lower && !opens && word.kind == WordKind::Word {
        return words::symbol(form);
    }
    let part = words::part(context, word, opens);
    if part == Part::Name || word.kind != WordKind::Word { part as u16 * KINDS } else { of_form(form, part) }
}

/// The symbol of the passive that *di* and `word`, torn apart, make: *di hadapi*.
pub fn torn_passive(context: &Context, word: Word) -> u16 {
    let text = &*context.form(word).text;
    let kind = if text.ends_with("kan") { 1 } else { u16::from(text.ends_with('i')) * 2 };
    let known = NUMBERS.get(&*format!("di{text}")).copied();
    known.unwrap_or(Part::Di as u16 * KINDS + kind)
}

/// Whether `word` is a mark that says nothing at the end of a sentence.
pub fn is_mark(context: &Context, word: Word) -> bool {
    !word.is_word() && words::part(context, word, false) == Part::Other
}

/// The symbol of a form that plays `part`.
pub fn of_form(form: &Form, part: Part) -> u16 {
    NUMBERS.get(&*form.text).copied().unwrap_or_else(|| kind(form, part))
}

/// The symbol of a form that is not frequent.
pub fn kind(form: &Form, part: Part) -> u16 {
    let text = &*form.text;
    let bare = ["nya", "ku", "mu"].into_iter().find_map(|clitic| text.strip_suffix(clitic));
    let possessed = u16::from(bare.is_some_and(|bare| bare.len() > 3)) * 8;
    let bare = bare.unwrap_or(text);
    let kind = match part {
        Part::Noun => noun(form, bare),
        _ if part.is_prefixed() => match bare {
            _ if bare.ends_with("kan") => 1,
            _ if bare.ends_with('i') => 2,
            _ => 0,
        },
        _ => 0,
    };
    part as u16 * KINDS + possessed + kind
}

fn noun(form: &Form, bare: &str) -> u16 {
    let classes = form.classes();
    match bare {
        _ if classes.has(Class::Verb) => 1,
        _ if classes.has(Class::Adj) => 2,
        _ if bare.starts_with("pe") && bare.ends_with("an") && bare.len() > 7 => 3,
        _ if bare.starts_with("ke") && bare.ends_with("an") && bare.len() > 6 => 4,
        _ if bare.ends_with("an") && bare.len() > 5 => 5,
        _ if bare.contains('-') => 6,
        _ if classes.is_empty() => 7,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_has_a_number() {
        assert!(count() < usize::from(u16::MAX) && !FREQUENT.is_empty());
    }
}
