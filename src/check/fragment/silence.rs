//! Sentences beside which no full stop is weighed: questions, speech, other languages, markup.

use super::words::{self, Part};
use crate::document::Context;
use crate::language::{Class, Sentence, Shape, Word, WordKind};

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
    tail.iter().rev().take(3).any(|word| !word.is_word() && matches!(context.text(word.span), "?" | "!" | ":"))
}

/// Which of the sentences of a block are not weighed on either side of a stop.
#[derive(Default)]
pub(super) struct Silence {
    /// Whether marks of quotation stand anywhere in the block, and whether brackets or markup do; once it has been asked.
    signs: Option<[bool; 2]>,
    /// The first word of the sentence asked for last, and whether it is one: most are asked for twice in a row.
    last: Option<(usize, bool)>,
}

impl Silence {
    /// Whether the sentence is speech, English, or cannot be read to its end.
    pub(super) fn holds(&mut self, context: &Context, sentence: &Sentence) -> bool {
        let start = sentence.words.start;
        if let Some((_, holds)) = self.last.filter(|(last, _)| *last == start) {
            return holds;
        }
        let [has_quotes, has_brackets] = *self.signs.get_or_insert_with(|| signs(context));
        let holds = has_quotes && is_speech(context, sentence)
            || has_brackets && is_open(context, sentence)
            || is_english(context, sentence);
        self.last = Some((start, holds));
        holds
    }
}

/// Whether marks of quotation stand anywhere in a block that stands by itself, and whether brackets or markup do.
fn signs(context: &Context) -> [bool; 2] {
    // Few signs begin by the same byte as the curly marks.
    const CURLY: u8 = "“".as_bytes()[0];
    let has = |one, other| memchr::memchr2(one, other, context.document.prose.text.as_bytes()).is_some();
    [has(b'"', CURLY), has(b'<', b'(')]
}

/// Whether the sentence is English, and not only a name in it: nothing of it can be read.
fn is_english(context: &Context, sentence: &Sentence) -> bool {
    let words = &context.words()[sentence.words.clone()];
    let is_marked = |mark: u32| move |word: &&Word| words::has_mark(context, **word, mark);
    words.iter().any(|word| is_marked(words::ENGLISH)(&word)) && {
        let count = |mark| words.iter().filter(is_marked(mark)).count();
        count(words::ENGLISH) >= count(words::CLOSED)
    }
}

/// Whether a parenthesis is left open: the stop then belongs to an abbreviation inside it. Or there is markup.
fn is_open(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    let count = |sign: u8| text.bytes().filter(|&byte| byte == sign).count();
    count(b'(') > count(b')') || text.contains('<')
}

/// Whether a quotation begins or ends in the middle of the sentence, which may then answer or go on with another.
fn is_speech(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    let quotes = text.bytes().filter(|&byte| byte == b'"').count();
    quotes % 2 == 1 || text.matches('“').count() != text.matches('”').count()
}

/// Passives that open an adverbial: *Dibandingkan dengan bensin, listrik lebih murah*.
const MEASURES: [&str; 9] =
    ["dibandingkan", "dibanding", "dilihat", "ditinjau", "ditilik", "dipandang", "diukur", "dihitung", "ditambah"];

/// Whether the sentence opens like a piece and is none, by signs that no weighing overrules.
pub(super) fn is_whole(context: &Context, sentence: &Sentence) -> bool {
    let words = sentence.words.clone();
    let form = |offset: usize| if offset < words.len() { context.form_text(words.start + offset) } else { "" };
    match form(0) {
        // *Tak hanya itu.*
        "tak" | "tidak" => matches!(form(1), "hanya" | "cuma" | "sekadar"),
        // *Yang lain menunggu.*
        "yang" => matches!(form(1), "lain" | "lainnya" | "pertama" | "kedua" | "ketiga" | "terakhir" | "satu"),
        "di" | "pada" | "dalam" | "untuk" | "dengan" => is_clause_behind(context, sentence),
        first if MEASURES.contains(&first) => words.clone().any(|at| context.written(at) == ","),
        // *Memindahkan bilah alat tanpa tetikus tidak mungkin dilakukan.*
        first if first.starts_with("me") => words.clone().skip(2).any(|at| match context.form_text(at) {
            "adalah" | "merupakan" | "ialah" | "bukanlah" | "berarti" => true,
            "tidak" | "tak" => context.form_text(at + 1) == "mungkin",
            _ => false,
        }),
        first if LEADING.contains(&first) => has_main_clause(context, sentence),
        _ => false,
    }
}

/// Conjunctions whose clause may stand before its main clause.
const LEADING: [&str; 14] = [
    "jika", "bila", "apabila", "kalau", "agar", "supaya", "karena", "ketika", "saat", "setelah", "sebelum", "meskipun",
    "walaupun", "selama",
];

/// Whether the main clause follows the one of the conjunction that opens the sentence, without the comma between them: *Agar
/// ini bekerja Anda memerlukan …*, *Jika ada lebih dari satu `data_x` mungkin …*.
pub(super) fn has_main_clause(context: &Context, sentence: &Sentence) -> bool {
    let words = sentence.words.clone();
    let part = |at: usize| context.word(at).map_or(Part::Other, |word| words::part(context, word, false));
    let is_predicative =
        |part: Part| part.is_verb() || matches!(part, Part::Auxiliary | Part::Negation | Part::Existential);
    let is_subject = |at: usize| {
        let word = context.words()[at];
        let is_code =
            || word.kind == WordKind::Opaque || context.text(word.span).contains('_') || context.written(at - 1) == "_";
        let is_person = || matches!(context.form_text(at), "anda" | "kita" | "kami" | "kamu" | "saya" | "mereka");
        (is_predicative(part(at + 1)) || context.form_text(at + 1) == "mungkin") && (is_person() || is_code())
    };
    let opens_clause = |at: usize| {
        matches!(part(at), Part::Relative | Part::Subordinator | Part::Preposition | Part::And | Part::Comma)
    };
    (words.start + 3..words.end.saturating_sub(2)).any(|at| {
        is_subject(at) && !opens_clause(at - 1) && (words.start + 1..at).any(|before| is_predicative(part(before)))
    })
}

/// Whether a clause goes with the adverbial that opens the sentence: *Di Windows, juga dapat …*, *Pada LibreOffice Pengidentifikasi …*,
/// or an address stands in it, so that it cannot be read.
fn is_clause_behind(context: &Context, sentence: &Sentence) -> bool {
    let words = sentence.words.clone();
    let near = words.start + 1..words.end.min(words.start + 4);
    let starts_clause = |at: usize| {
        context.words()[at].kind == WordKind::Punctuation
            && context.written(at) == ","
            && matches!(context.form_text(at + 1), "juga" | "dapat" | "bisa" | "akan" | "harus")
    };
    let is_subject = |at: usize| {
        let word = context.words()[at];
        let is_noun = || context.form(word).may_be(Class::Noun);
        word.shape == Shape::Capital && context.words()[at - 1].shape == Shape::Mixed && is_noun()
    };
    // *Di rumah ia belajar*
    let is_person = |at: usize| {
        let verb = context.word(at + 1).map_or(Part::Other, |word| words::part(context, word, false));
        (verb.is_prefixed() || verb == Part::Auxiliary)
            && matches!(context.form_text(at), "ia" | "dia" | "mereka" | "kami" | "kita" | "saya" | "beliau" | "anda")
    };
    near.clone().any(starts_clause)
        || near.clone().skip(1).any(is_person)
        || near.skip(1).any(is_subject)
        || words.clone().any(|at| context.words()[at].kind == WordKind::Url)
}
