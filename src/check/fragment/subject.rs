//! Sentences whose subject stands behind a preposition: *Dalam penelitian ini membahas …*

use super::piece::Piece;
use super::words::{self, Part};
use crate::check::{Finding, casing};
use crate::document::Context;
use crate::language::{Class, Sentence};
use crate::text::Edit;

/// Prepositions that swallow subjects.
pub(super) const PREPOSITIONS: [&str; 11] =
    ["dalam", "bagi", "untuk", "kepada", "dengan", "dari", "di", "pada", "melalui", "berdasarkan", "menurut"];
/// Nouns that show something: *Dari hasil survei menunjukkan …*
const SOURCES: [&str; 14] = [
    "hasil",
    "data",
    "survei",
    "penelitian",
    "studi",
    "riset",
    "kajian",
    "laporan",
    "pengamatan",
    "analisis",
    "grafik",
    "tabel",
    "gambar",
    "uraian",
];
/// What sources do.
const SHOWS: [&str; 8] = [
    "menunjukkan",
    "membuktikan",
    "menyebutkan",
    "mengatakan",
    "menyatakan",
    "mengungkapkan",
    "menjelaskan",
    "memperlihatkan",
];
/// What people do whose words are reported: *Menurut Budi mengatakan bahwa …*
const SAYS: [&str; 16] = [
    "mengatakan",
    "menyatakan",
    "menjelaskan",
    "mengungkapkan",
    "menyebutkan",
    "menyebut",
    "menuturkan",
    "menambahkan",
    "menegaskan",
    "memaparkan",
    "menerangkan",
    "menyampaikan",
    "mengakui",
    "mengaku",
    "menilai",
    "berpendapat",
];
/// What is asked of people: *Bagi para siswa diharapkan …*
pub(super) const ASKED: [&str; 13] = [
    "diharap",
    "dihimbau",
    "diharuskan",
    "diperkenankan",
    "dilarang",
    "diharapkan",
    "dipersilakan",
    "diwajibkan",
    "dimohon",
    "diminta",
    "diimbau",
    "disarankan",
    "harap",
];
/// What the presence of something does: *Dengan adanya pasar membuat …*
const CAUSES: [&str; 7] =
    ["membuat", "menyebabkan", "mengakibatkan", "menjadikan", "memudahkan", "memungkinkan", "mendorong"];
/// What a text or a deed is called: no other noun follows but what describes it.
const ABSTRACT: [&str; 25] = [
    "adanya",
    "penelitian",
    "artikel",
    "makalah",
    "tulisan",
    "skripsi",
    "bab",
    "buku",
    "novel",
    "film",
    "cerita",
    "laporan",
    "studi",
    "kajian",
    "penulisan",
    "pembahasan",
    "kegiatan",
    "program",
    "acara",
    "kebijakan",
    "peraturan",
    "undang-undang",
    "hasil",
    "karya",
    "kasus",
];
/// Nouns that *ini* makes a time or a manner, which no predicate can miss as its subject.
const TIMES: [&str; 17] = [
    "hari", "tahun", "bulan", "minggu", "pekan", "malam", "pagi", "siang", "sore", "kali", "waktu", "masa", "musim",
    "tahap", "cara", "saat", "mode",
];
/// The predicate stands at most so many words after the preposition: further away something else may be the subject.
const FURTHEST: usize = 9;

/// The finding at the preposition and what it governs, up to the predicate.
pub(super) fn finding(context: &Context, sentence: &Sentence) -> Option<Finding> {
    let start = sentence.words.start;
    if sentence.words.len() < 4 || !words::has_mark(context, context.words()[start], words::GOVERNS) {
        return None;
    }
    let preposition = context.form_text(start);
    // *Di dalam buku ini menceritakan …*
    let inner = start + usize::from(preposition == "di" && context.form_text(start + 1) == "dalam");
    let preposition = context.form_text(inner);
    let last = sentence.words.end.min(inner + FURTHEST + 3);
    // *Menurut Budi mengatakan bahwa …*
    let may_say = || preposition == "menurut" && (inner + 3..=last).any(|at| context.form_text(at) == "bahwa");
    if !may_have_predicate(context, inner, last) && !may_say() {
        return None;
    }
    let mut piece = Piece::read_parts(context, inner..last);
    if context.form_text(inner + 1) == "adanya" {
        piece.parts[1] = Part::Noun;
    }
    let end = predicate(context, preposition, &piece)?;
    let first = context.word(start)?;
    let bare = inner + if context.form_text(inner + 1) == "adanya" { 2 } else { 1 };
    let (subject, verb) = (context.word(bare)?, context.word(inner + end)?);
    let place = first.span.to(verb.span);
    let edit = Edit::replace(first.span.to(subject.span), casing::capitalise(context.text(subject.span)));
    let kept = context.text(subject.span.to(verb.span));
    let finding = Finding { span: place, fixes: vec![vec![edit]], ..Finding::default() };
    let governing = context.text(first.span.to(context.word(bare - 1)?.span)).to_owned();
    Some(finding.with("depan", governing).with("subjek", casing::capitalise(kept)))
}

/// Whether a predicate such as [`predicate`] looks for may stand among the words after the preposition `first`, by what they
/// are alone.
fn may_have_predicate(context: &Context, first: usize, end: usize) -> bool {
    for &word in &context.words()[first + 2..end.min(first + FURTHEST)] {
        let (part, marks) = words::role(context, word, false);
        match part {
            _ if marks & words::ASKED != 0 => return true,
            Part::Me | Part::Copula | Part::Degree => return true,
            Part::Comma | Part::Pause | Part::Other => return false,
            _ => {}
        }
    }
    false
}

/// The place of the predicate that has no subject of its own.
fn predicate(context: &Context, preposition: &str, piece: &Piece) -> Option<usize> {
    let form = |at: usize| context.form_text(piece.words.start + at);
    if matches!(piece.part(1), Part::Adjective | Part::Adverb | Part::Subordinator | Part::Degree) {
        // *Dengan cepat …* tells how.
        return None;
    }
    let heads = piece.parts[1..].iter().take_while(|part| **part != Part::Demonstrative);
    // *Pada malam hari binatang ini …*: the noun before *ini* may be the subject, unless the first one is a text or a deed.
    let is_one = || heads.clone().count() == 1 && !TIMES.contains(&form(1)) || ABSTRACT.contains(&form(1));
    if preposition == "menurut"
        && let Some(at) = says(context, piece)
    {
        return Some(at);
    }
    let is_asked = |at: usize| words::has_mark(context, context.words()[piece.words.start + at], words::ASKED);
    let is_gerund = form(1).starts_with("me")
        && context.word(piece.words.start + 1).is_some_and(|word| context.form(word).may_be(Class::Verb));
    for at in 2..piece.parts.len().min(FURTHEST) {
        match piece.part(at) {
            _ if is_asked(at) => return asks_people(preposition, piece, at).then_some(at),
            Part::Comma | Part::Pause | Part::Pronoun | Part::Existential | Part::Other | Part::Question => {
                return None;
            }
            Part::Me if form(1) == "adanya" && CAUSES.contains(&form(at)) && is_phrase(piece, at) => return Some(at),
            Part::Copula if preposition == "di" => return None,
            Part::Copula | Part::Me if after_demonstrative(piece, at) && is_one() => return Some(at),
            Part::Me if SHOWS.contains(&form(at)) && is_source(preposition, form(1)) && is_phrase(piece, at) => {
                return Some(at);
            }
            Part::Degree if preposition == "dalam" && is_gerund && is_sangat(piece, at) => return Some(at + 1),
            Part::Relative if !matches!(preposition, "bagi" | "kepada") => return None,
            part if part.is_verb() && piece.part(1) != part && !matches!(preposition, "bagi" | "kepada") => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// *Menurut Budi Santoso mengatakan bahwa*, *Menurut Budi, ketua RT, mengatakan bahwa*: the one who says it is the one after
/// *menurut*, as nobody else stands before the verb.
fn says(context: &Context, piece: &Piece) -> Option<usize> {
    let form = |at: usize| context.form_text(piece.words.start + at);
    let at = (2..piece.parts.len()).find(|&at| form(at + 1) == "bahwa" && SAYS.contains(&form(at)))?;
    let between = &piece.parts[1..at];
    let belongs = |part: &Part| part.is_nominal() || matches!(part, Part::Adjective | Part::Demonstrative);
    // A second pronoun would be the one who says it.
    let is_one = between.iter().skip(1).all(|part| *part != Part::Pronoun);
    let commas = between.iter().filter(|part| **part == Part::Comma).count();
    let is_inserted = commas >= 2 && between.last() == Some(&Part::Comma);
    let is_inside = |part: &Part| is_inserted && matches!(part, Part::Comma | Part::Preposition);
    let is_person = is_one && between.iter().all(|part| belongs(part) || is_inside(part));
    (is_person && (commas == 0 || is_inserted)).then_some(at)
}

/// *… ini membahas*, *… tersebut dapat meningkatkan*: nothing that could be a subject stands between.
fn after_demonstrative(piece: &Piece, at: usize) -> bool {
    let mut before = at - 1;
    while before > 1 && matches!(piece.part(before), Part::Auxiliary | Part::Negation) {
        before -= 1;
    }
    piece.part(before) == Part::Demonstrative && before > 1 && is_phrase(piece, before)
}

/// Whether nothing but a noun phrase stands between the preposition and `end`.
fn is_phrase(piece: &Piece, end: usize) -> bool {
    let belongs = |part: &Part| part.is_nominal() && *part != Part::Pronoun || *part == Part::Adjective;
    end > 1 && piece.parts[1..end].iter().all(|part| belongs(part) || *part == Part::Demonstrative)
}

fn is_source(preposition: &str, noun: &str) -> bool {
    matches!(preposition, "dari" | "berdasarkan" | "menurut" | "dalam" | "pada") && SOURCES.contains(&noun)
}

/// *Bagi para siswa diharapkan hadir*: people are asked, and what they are asked follows at once.
fn asks_people(preposition: &str, piece: &Piece, at: usize) -> bool {
    let people = matches!(preposition, "bagi" | "kepada")
        && matches!(piece.part(1), Part::Quantifier | Part::Relative | Part::Noun);
    let next = piece.part(at + 1);
    people && (next.is_verb() || next == Part::Preposition) && !piece.parts[..at].contains(&Part::Comma)
}

/// *Dalam mengatasi hal itu sangat penting,*: the praise ends the clause.
fn is_sangat(piece: &Piece, at: usize) -> bool {
    let ends = matches!(piece.part(at + 2), Part::Comma) || at + 2 == piece.parts.len();
    let phrase = piece.parts[2..at].iter().all(|part| part.is_nominal() || *part == Part::Demonstrative);
    phrase && ends && at > 2 && piece.part(at + 1) == Part::Adjective
}
