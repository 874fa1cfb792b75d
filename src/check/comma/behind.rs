//! A comma before a subordinate clause that follows its main clause: *Saya datang, karena diundang*.

use std::ops::Range;

use super::reach::{has_only_lists, is_broken, is_comma, is_main, sentence};
use crate::check::Finding;
use crate::check::fragment::piece::{Nucleus, Piece};
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::language::WordKind;
use crate::text::{Edit, Span};

/// The comma before the conjunction at `word`, where the words before it are the main clause and all that follows belongs
/// to the clause. Commas around an insertion stay: *Pak Budi, karena sakit, absen*.
pub(super) fn at(context: &Context, word: usize) -> Option<Finding> {
    let comma = word.checked_sub(1).filter(|&at| is_comma(context, at) && context.is_spaced(at))?;
    let sentence = sentence(context, word);
    if comma <= sentence.start || word + 1 >= sentence.end {
        return None;
    }
    let right = word..sentence.end;
    let is_clause = !points_back(context, word)
        && !is_broken(context, right.clone())
        && has_only_lists(context, right.clone())
        && !is_phrase(context, right.clone())
        && !says_when(context, comma, word)
        && !contrasts(context, sentence.start..comma, right);
    if !is_clause || !follows_main(context, sentence.start..comma, context.form_text(word)) {
        return None;
    }
    let words = context.words();
    let gap = Span::new(words[comma].span.start, words[word].span.start);
    Some(Finding::at(gap.to(words[word].span)).or(vec![Edit::replace(gap, " ")]))
}

/// *karena itu*, *jika tidak*: an adverb.
fn points_back(context: &Context, word: usize) -> bool {
    let next = context.form_text(word + 1);
    let otherwise = context.form_text(word) == "jika" && next == "tidak";
    otherwise || matches!(next, "itu" | "itulah" | "ini" | "inilah" | "begitu" | "demikian")
}

/// *di akhir baris, setelah nomor*: a preposition with its noun, not a clause.
fn is_phrase(context: &Context, right: Range<usize>) -> bool {
    let is_either = matches!(context.form_text(right.start), "setelah" | "sesudah" | "sebelum");
    is_either && {
        let inside = Piece::read(context, right.start + 1..right.end);
        inside.nucleus == Nucleus::None && !inside.unread && inside.part(0).is_nominal()
    }
}

/// *nanti, ketika ayah pulang*, *pada 2019, ketika pabrik tutup*: the clause says which time is meant.
fn says_when(context: &Context, comma: usize, word: usize) -> bool {
    const TIMES: [&str; 9] = ["nanti", "kini", "sekarang", "dulu", "dahulu", "kemarin", "besok", "kelak", "tadi"];
    let is_time = matches!(context.form_text(word), "ketika" | "setelah" | "sesudah" | "sebelum");
    let is_number = context.word(comma - 1).is_some_and(|before| before.kind == WordKind::Number);
    is_time && (is_number || TIMES.contains(&context.form_text(comma - 1)))
}

/// *Nama menjadi kunci, ketika nilai menjadi isi*: *ketika* in the sense of *sedangkan*, before a noun and with the predicate
/// of the clause before, or with its noun.
fn contrasts(context: &Context, left: Range<usize>, right: Range<usize>) -> bool {
    if context.form_text(right.start) != "ketika" {
        return false;
    }
    let inside = Piece::read(context, right.start + 1..right.end);
    if !inside.part(0).is_nominal() || inside.part(0) == Part::Pronoun {
        return false;
    }
    let repeats = |at: usize| left.clone().any(|other| context.form_text(other) == context.form_text(at));
    let is_link = |at: &usize| matches!(context.form_text(*at), "akan" | "adalah" | "merupakan" | "menjadi" | "berisi");
    inside.parts.contains(&Part::Copula) || repeats(right.start + 1) || right.clone().filter(is_link).any(repeats)
}

/// Whether `left` ends in a main clause: the whole of it, or a clause with its subject after a colon or an earlier comma.
fn follows_main(context: &Context, left: Range<usize>, conjunction: &str) -> bool {
    let parts = |&at: &usize| matches!(context.written(at), "," | ":" | ";");
    let start = left.clone().rev().find(parts).map_or(left.start, |at| at + 1);
    let after_comma = start > left.start && is_comma(context, start - 1);
    // *jika …, jika …, dan jika …*: members of a list.
    let again = left.clone().any(|at| context.form_text(at) == conjunction);
    let clause = Piece::read(context, start..left.end);
    let has_subject = clause.nucleus == Nucleus::Clause && clause.part(0).is_nominal();
    let is_whole = is_main(&clause) && clause.length > 1 && (!after_comma || has_subject);
    is_whole
        && !again
        && !is_broken(context, start..left.end)
        && !is_open(context, left.clone())
        && !says(context, left.end - 1, &clause)
        && !clause.parts.contains(&Part::Question)
}

/// Whether a bracket stands open at the end of `words`.
fn is_open(context: &Context, words: Range<usize>) -> bool {
    let count = |mark: &str| words.clone().filter(|&at| context.written(at) == mark).count();
    count("(") > count(")")
}

/// *Ia mengatakan, jika hujan ia tidak datang*: the clause belongs to what is said.
fn says(context: &Context, last: usize, clause: &Piece) -> bool {
    let verb = context.form_text(last);
    clause.last() == Part::Me && (verb.ends_with("kan") || matches!(verb, "menyebut" | "mengaku" | "menilai"))
}
