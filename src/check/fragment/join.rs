//! Joining what a full stop cut in two.

use super::boundary::{Boundary, Opening};
use super::piece::Nucleus;
use super::words::Part;
use crate::check::{Finding, casing};
use crate::document::Context;
use crate::language::{Class, Shape};
use crate::text::{Edit, Span};

/// The finding at the stop of `boundary`, from the stop to the end of the word after it.
///
/// Its values are `potongan`, the first words of the piece, and `sambungan`, how the joint reads.
pub(super) fn finding(context: &Context, boundary: &Boundary) -> Finding {
    let (stop, first) = (boundary.left.words.end, boundary.right.words.start);
    let (Some(mark), Some(word)) = (context.word(stop), context.word(first)) else {
        return Finding::default();
    };
    let span = mark.span.to(word.span);
    let small = small(context, boundary, first);
    let [plain, comma] = [format!(" {small}"), format!(", {small}")];
    let linked = has_own_predicate(context, boundary).then(|| format!(" {} {small}", conjunction(boundary)));
    let [best, other] = if linked.is_some() || wants_comma(boundary) { [comma, plain] } else { [plain, comma] };
    let (best, second) = linked.map_or((best.clone(), None), |linked| (linked, Some(best)));
    let joint = format!("{}{best}", context.written(stop - 1));
    let opening = Span::new(word.span.start, context.word(first + 1).map_or(word.span.end, |next| next.span.end));
    let finding = Finding::replace(span, best);
    let others = second.into_iter().chain([other]);
    others
        .fold(finding, |finding, text| finding.or(vec![Edit::replace(span, text)]))
        .with("potongan", context.text(opening))
        .with("sambungan", joint)
}

/// The first word of the right piece as it is written inside a sentence.
fn small(context: &Context, boundary: &Boundary, first: usize) -> String {
    // What else opens a piece is no name.
    if boundary.opening == Opening::Forward || context.form_text(first) == "anda" {
        return inside(context, first);
    }
    casing::decapitalise(context.written(first))
}

/// The word `first`, which opens a sentence, as it is written inside one: a name keeps its capital.
pub(super) fn inside(context: &Context, first: usize) -> String {
    let written = context.written(first);
    if context.form_text(first) == "anda" || is_name(context, first) {
        return written.to_owned();
    }
    casing::decapitalise(written)
}

/// Whether the word `first`, which opens a sentence, would keep its capital inside one.
fn is_name(context: &Context, first: usize) -> bool {
    let Some(word) = context.word(first) else {
        return true;
    };
    let form = context.form(word);
    let closed = super::closed::closed(&form.text).is_some();
    let listed = form.entry().is_some_and(|entry| !entry.is_name()) || form.is_known();
    let named = form.classes().is_only(Class::Propn) || !listed;
    let runs_on = context.word(first + 1).is_some_and(|next| next.is_word() && next.shape != Shape::Lower);
    !closed && (named || runs_on)
}

/// *Alat itu membaca berkas. Menerima dua pilihan …*: the subject before the stop has a predicate already, and none that a
/// second verb completes.
fn has_own_predicate(context: &Context, boundary: &Boundary) -> bool {
    let left = &boundary.left;
    // *Alat ini sangat powerful*: whatever the word after *sangat* may be.
    let is_described = || left.parts.windows(2).any(|pair| pair == [Part::Demonstrative, Part::Degree]);
    let is_completed = || left.words.clone().any(|at| TAKES_VERB.contains(&context.form_text(at)));
    matches!(boundary.opening, Opening::Me | Opening::Ber | Opening::Di | Opening::Ter)
        && (left.nucleus == Nucleus::Clause || is_described())
        && left.last() != Part::Auxiliary
        && !is_completed()
}

/// Verbs that another verb may complete, after their object or directly: *membuat anak menangis*, *datang membawa oleh-oleh*.
const TAKES_VERB: [&str; 34] = [
    "berangkat",
    "berdiri",
    "berhenti",
    "berjalan",
    "bersedia",
    "berupaya",
    "berusaha",
    "datang",
    "dibantu",
    "dibuat",
    "diminta",
    "disuruh",
    "duduk",
    "hidup",
    "kembali",
    "lari",
    "memaksa",
    "membantu",
    "memberi",
    "membiarkan",
    "membuat",
    "memerintahkan",
    "meminta",
    "memungkinkan",
    "mencoba",
    "mendorong",
    "mengajak",
    "mengizinkan",
    "menolong",
    "menyuruh",
    "mewajibkan",
    "pergi",
    "pindah",
    "pulang",
];

/// *serta* where *dan* is there already.
fn conjunction(boundary: &Boundary) -> &'static str {
    if boundary.left.parts.contains(&Part::And) { "serta" } else { "dan" }
}

/// Whether a comma belongs where the stop stood.
fn wants_comma(boundary: &Boundary) -> bool {
    let (left, right) = (&boundary.left, &boundary.right);
    match boundary.opening {
        Opening::Forward | Opening::Apposition | Opening::But => true,
        // *A, B. Dan C*: the last member of a list.
        Opening::And => left.comma.is_some_and(|at| at + 6 > left.parts.len()) && right.nucleus == Nucleus::None,
        // *PBB, melalui lembaganya. Bekerja …*: the end of what was put in.
        opening if opening.is_verbal() => {
            let commas = left.parts.iter().filter(|&&part| part == Part::Comma).count();
            let inserted = left.comma.map(|at| left.part(at + 1));
            // *Pabrik rokok, British American Tobacco. Merupakan …*: a name put in, unless it is one of a series.
            let named = inserted == Some(Part::Name) && !left.parts.contains(&Part::And);
            let added = matches!(inserted, Some(Part::Preposition | Part::Relative | Part::Apposition | Part::And));
            commas == 1 && left.nucleus == Nucleus::None && (named || added) && left.part(0) != Part::Preposition
        }
        _ => false,
    }
}
