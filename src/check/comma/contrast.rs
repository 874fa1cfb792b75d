//! A comma missing before a conjunction of contrast: *Ia guru sedangkan istrinya dokter*.

use super::reach::{is_broken, is_comma, sentence};
use crate::check::Finding;
use crate::check::fragment::piece::{Nucleus, Piece};
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::language::WordKind;
use crate::text::{Edit, Span};

/// Words after which the conjunction opens no clause.
const TIES: &[&str] = &["akan", "dan", "atau", "tetapi", "namun", "bahwa", "yang", "kata", "konjungsi"];

/// The place before the conjunction at `word`, where a clause goes before it. *Tetapi* also joins words (*lambat tetapi pasti*),
/// so a clause with a subject of its own must follow it.
pub(super) fn at(context: &Context, word: usize) -> Option<Finding> {
    let sentence = sentence(context, word);
    let before = word.checked_sub(1).filter(|&at| at > sentence.start && word + 1 < sentence.end)?;
    let is_mark = matches!(context.words()[before].kind, WordKind::Punctuation | WordKind::Symbol);
    let closes = matches!(context.written(before), ")" | "”" | "\"");
    if is_mark && !closes || TIES.contains(&context.form_text(before)) || context.block(word).kind.is_heading() {
        return None;
    }
    if context.form_text(word) == "tetapi" && !joins_clauses(context, sentence.start, word, sentence.end) {
        return None;
    }
    let words = context.words();
    let at = words[before].span.end;
    let gap = Span::new(at, words[word].span.start);
    Some(Finding::at(Span::new(at, words[word].span.end)).or(vec![Edit::replace(gap, ", ")]))
}

fn joins_clauses(context: &Context, start: usize, word: usize, end: usize) -> bool {
    let comma = |&at: &usize| is_comma(context, at);
    let from = (start..word).rev().find(comma).map_or(start, |at| at + 1);
    let to = (word..end).find(comma).unwrap_or(end);
    let (left, right) = (Piece::read(context, from..word), Piece::read(context, word + 1..to));
    let has_subject = right.nucleus == Nucleus::Clause && right.part(0).is_nominal() && !right.unread;
    let is_inside = matches!(left.part(0), Part::Relative | Part::Subordinator) || left.dangling;
    let is_clause = left.nucleus > Nucleus::None || left.part(0) == Part::Pronoun && left.length > 1;
    is_clause && has_subject && !is_inside && !is_broken(context, from..to)
}
