//! Adverbials cut off a question: *Apakah harga akan turun? Dengan panen yang melimpah seperti sekarang.*

use super::boundary;
use super::piece::{Nucleus, Piece};
use super::words::Part;
use crate::check::{Finding, casing};
use crate::document::Context;
use crate::language::Sentence;
use crate::text::Edit;

/// Shorter ones are answers: *Apakah bisa diperbaiki? Dengan sabar.*
const LEAST: usize = 5;
/// So many words of question are a whole one.
const LEAST_ASKED: usize = 4;

/// Whether `right`, the last sentence of its paragraph, is an adverbial that belongs to the question `left`, which asks
/// for yes or no and so cannot be answered by it.
pub fn is_cut(context: &Context, left: &Sentence, right: &Sentence) -> bool {
    let (Some(stop), Some(end)) = (left.words.end.checked_sub(1), right.words.end.checked_sub(1)) else { return false };
    let asks = context.form_text(left.words.start) == "apakah" && context.written(stop) == "?";
    let first = right.words.start;
    // *Menurut para ahli itu memang demikian*
    let is_view = || matches!(context.form_text(first), "menurut" | "bagi" | "berdasarkan");
    if !asks
        || is_view()
        || context.written(end) != "."
        || left.words.len() < LEAST_ASKED
        || boundary::is_link(context, first)
    {
        return false;
    }
    let piece = Piece::read(context, first..end);
    let marks = |part: &Part| matches!(part, Part::Comma | Part::Pause | Part::Open | Part::Close | Part::Subordinator);
    piece.part(0) == Part::Preposition
        && piece.length >= LEAST
        && piece.nucleus == Nucleus::None
        && !piece.unread
        && !piece.parts.iter().any(marks)
        // *… itu memang demikian*, not *… seperti sekarang*
        && !piece.parts[..piece.parts.len() - 1].contains(&Part::Adverb)
}

/// The finding at the question mark; the fix takes the mark to the end.
pub(super) fn finding(context: &Context, right: &Sentence) -> Option<Finding> {
    let (first, end) = (right.words.start, right.words.end - 1);
    let (mark, word, next) = (context.word(first.checked_sub(1)?)?, context.word(first)?, context.word(first + 1)?);
    let span = mark.span.to(word.span);
    let small = casing::decapitalise(context.written(first));
    let joint = format!("{} {small}", context.written(first.checked_sub(2)?));
    let edits = vec![Edit::replace(span, format!(" {small}")), Edit::replace(context.word(end)?.span, "?")];
    let opening = word.span.to(next.span);
    Some(Finding::at(span).or(edits).with("potongan", context.text(opening)).with("sambungan", joint))
}
