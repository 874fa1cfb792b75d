//! A comma between subject and predicate: *Siswa yang lulus, akan diterima*.

use super::reach::{commas, has_only_lists, is_broken, is_comma, sentence};
use crate::check::Finding;
use crate::check::fragment::closed::{closed, closed_part};
use crate::check::fragment::piece::{Nucleus, Piece};
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Class, Form, Shape};
use crate::text::{Edit, Span};

/// Whether a word of this form may open a predicate, and hardly anything else.
pub(super) fn may_be_predicate(form: &Form) -> bool {
    if let Some(number) = closed(&form.text) {
        return matches!(closed_part(number), Part::Auxiliary | Part::Copula);
    }
    let prefixed = ["me", "ber", "di"].iter().any(|prefix| form.text.starts_with(prefix));
    let cites = ["dikutip", "dilansir", "dihimpun", "mengutip", "melansir"].contains(&&*form.text);
    !cites && prefixed && form.classes().is_only(Class::Verb) && !form.text.ends_with("lah")
}

/// The comma before the predicate at `word`, where a noun phrase with a relative clause or with *ini, itu* opens the sentence
/// and no other comma stands in it. `times` are nouns of time: *tahun yang lalu, …* is no subject.
pub(super) fn at(context: &Context, word: usize, times: &[String]) -> Option<Finding> {
    let comma = word.checked_sub(1).filter(|&at| is_comma(context, at) && context.is_spaced(at))?;
    if context.words()[word].shape != Shape::Lower {
        return None;
    }
    let sentence = sentence(context, word);
    let before = sentence.start..comma;
    let after = word..sentence.end;
    let is_verb = closed(context.form_text(word)).is_none();
    // What a list holds may be the object of the line before it, and the verb say what comes of it.
    if is_verb && context.block(word).kind == BlockKind::Item {
        return None;
    }
    let other = commas(context, after.clone()).next().is_some() && (is_verb || !has_only_lists(context, after.clone()));
    if before.len() < 2
        || after.len() < 2
        || other
        || commas(context, before.clone()).next().is_some()
        || is_broken(context, before.clone())
        || is_broken(context, after)
        || before.clone().any(|at| context.word(at).is_some_and(|word| !word.is_word()))
    {
        return None;
    }
    let left = Piece::read(context, before.clone());
    let relative = left.parts.iter().position(|part| matches!(part, Part::Relative | Part::Question));
    let head = before.start..relative.map_or(comma, |at| before.start + at);
    let is_time = head.clone().any(|at| times.iter().any(|time| time == context.form_text(at)));
    let opens = matches!(left.part(0), Part::Noun | Part::Quantifier) || context.form_text(before.start) == "hal";
    if is_time || !opens || !is_subject(&left, relative) {
        return None;
    }
    let words = context.words();
    let gap = Span::new(words[comma].span.start, words[word].span.start);
    Some(Finding::at(gap.to(words[word].span)).or(vec![Edit::replace(gap, " ")]))
}

/// Whether the piece is a noun phrase closed by *ini*, *itu*, *tersebut*, or with a relative clause that has its verb.
fn is_subject(left: &Piece, relative: Option<usize>) -> bool {
    if left.nucleus > Nucleus::None || left.unread || left.dangling {
        return false;
    }
    let head = &left.parts[..relative.unwrap_or(left.parts.len())];
    let is_phrase = |part: &Part| {
        matches!(
            part,
            Part::Noun | Part::Name | Part::Quantifier | Part::Adjective | Part::Demonstrative | Part::Preposition
        )
    };
    let closed = left.last() == Part::Demonstrative && left.parts.len() < 6 && !head.contains(&Part::Preposition);
    head.iter().skip(1).all(is_phrase) && (relative.is_some() && left.dependent > 0 || relative.is_none() && closed)
}
