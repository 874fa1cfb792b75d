//! What a word does in its sentence, as far as fragments need to know: a closed list, then affixes and classes.

use super::closed::{closed, closed_part};
use super::subject::{self, PREPOSITIONS};
use super::{alone, piece, symbol};
use crate::document::Context;
use crate::language::morphology::Passive;
use crate::language::{Class, Form, Memo, Shape, Word, WordKind};

/// The part a word plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Part {
    /// *yang*.
    Relative,
    /// A preposition: *di*, *untuk*.
    Preposition,
    /// Opens an apposition or an example: *yaitu*, *khususnya*.
    Apposition,
    /// A subordinating conjunction: *karena*, *sehingga*.
    Subordinator,
    /// *dan*, *atau*, *serta*.
    And,
    /// *tetapi*, *sedangkan*: joins clauses of equal rank.
    But,
    /// *akan*, *telah*, *dapat*, *juga*.
    Auxiliary,
    /// *tidak*, *belum*, *bukan*.
    Negation,
    /// *adalah*, *ialah*, *merupakan*.
    Copula,
    /// A verb that may rightly stand before its subject: *ada*, *terdapat*, *diketahui*.
    Existential,
    /// A verb with *me-*.
    Me,
    /// A verb with *ber-*.
    Ber,
    /// A passive verb with *di-*.
    Di,
    /// A verb with *ter-* or *ke-an*.
    Ter,
    /// A verb without such a prefix: *pergi*.
    Verb,
    /// An adjective.
    Adjective,
    /// *sangat*, *lebih*, *cukup*.
    Degree,
    /// A noun, and every word of which nothing is known.
    Noun,
    /// A capital letter inside the sentence, or a listed name.
    Name,
    /// *ia*, *mereka*, *kita*.
    Pronoun,
    /// *ini*, *itu*, *tersebut*.
    Demonstrative,
    /// *para*, *banyak*, *sebuah*.
    Quantifier,
    /// Digits and numerals.
    Number,
    /// Other adverbs, and words that link sentences: *namun*, *kemudian*.
    Adverb,
    /// *apa*, *siapa*, *bagaimana*.
    Question,
    /// A comma.
    Comma,
    /// A colon, a semicolon or a dash.
    Pause,
    /// An opening parenthesis or quotation mark.
    Open,
    /// A closing parenthesis or quotation mark.
    Close,
    /// Anything else.
    Other,
}

/// All parts in the order of their declaration, as many as fit into so many bits.
const PARTS: [Part; 1 << PART_BITS] = [
    Part::Relative,
    Part::Preposition,
    Part::Apposition,
    Part::Subordinator,
    Part::And,
    Part::But,
    Part::Auxiliary,
    Part::Negation,
    Part::Copula,
    Part::Existential,
    Part::Me,
    Part::Ber,
    Part::Di,
    Part::Ter,
    Part::Verb,
    Part::Adjective,
    Part::Degree,
    Part::Noun,
    Part::Name,
    Part::Pronoun,
    Part::Demonstrative,
    Part::Quantifier,
    Part::Number,
    Part::Adverb,
    Part::Question,
    Part::Comma,
    Part::Pause,
    Part::Open,
    Part::Close,
    Part::Other,
    Part::Other,
    Part::Other,
];

impl Part {
    /// How many parts there are.
    pub const COUNT: usize = Self::Other as usize + 1;

    /// Whether it is a verb of any kind.
    #[inline]
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Me | Self::Ber | Self::Di | Self::Ter | Self::Verb | Self::Existential)
    }

    /// Whether it is a verb that shows by its prefix.
    #[inline]
    pub const fn is_prefixed(self) -> bool {
        matches!(self, Self::Me | Self::Ber | Self::Di | Self::Ter)
    }

    /// Whether it may be a subject, or the first word of one.
    #[inline]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Quantifier | Self::Number)
    }
}

/// How many bits a part takes.
const PART_BITS: u32 = 5;

/// What a form does in sentences, in one number: its part inside a sentence and as the first word, in small letters and
/// with a capital, five bits each; above them the marks of the form.
#[inline]
fn roles(form: &Form) -> u32 {
    form.memo(Memo::Roles, || {
        let parts = parts_of(form).into_iter().rev().fold(0, |roles, part| roles << PART_BITS | part as u32);
        parts | marks_of(&form.text)
    })
}

fn is_pronoun(number: usize) -> bool {
    closed_part(number) == Part::Pronoun
}

/// The part that `word` plays; `opens` tells whether it opens its sentence, where a capital says nothing.
#[inline]
pub fn part(context: &Context, word: Word, opens: bool) -> Part {
    role(context, word, opens).0
}

/// The part that `word` plays, and the marks of its form.
#[inline]
pub(super) fn role(context: &Context, word: Word, opens: bool) -> (Part, u32) {
    if !word.is_word() {
        return (of_kind(context, word), 0);
    }
    let roles = roles(context.form(word));
    let place = match word.shape {
        Shape::Lower => 0,
        Shape::Capital => 2,
        Shape::Upper | Shape::Mixed => return (Part::Name, roles),
    };
    (PARTS[(roles >> ((place + u32::from(opens)) * PART_BITS)) as usize % PARTS.len()], roles)
}

/// The part of what is no word of letters.
fn of_kind(context: &Context, word: Word) -> Part {
    match word.kind {
        WordKind::Punctuation => mark(context.text(word.span)),
        WordKind::Number => Part::Number,
        WordKind::Opaque | WordKind::Url | WordKind::Email | WordKind::Mention => Part::Name,
        _ => Part::Other,
    }
}

/// The symbol of a word in small letters inside a sentence.
pub(super) fn symbol(form: &Form) -> u16 {
    (numbers(form) >> 16) as u16
}

/// The number of a word among the closed words.
pub(super) fn closed_number(context: &Context, word: Word) -> Option<usize> {
    let number = if word.is_word() { numbers(context.form(word)) & 0xFFFF } else { 0 };
    (number as usize).checked_sub(1)
}

/// The symbol of a form inside a sentence, and in the lower half one more than its number among the closed words.
fn numbers(form: &Form) -> u32 {
    form.memo(Memo::Numbers, || {
        let part = PARTS[roles(form) as usize % PARTS.len()];
        let closed = closed(&form.text).map_or(0, |number| number as u32 + 1);
        u32::from(symbol::of_form(form, part)) << 16 | closed
    })
}

/// Mark of a form: it may play another part beside its neighbours, or change the reading of its piece; see [`super::piece`].
pub(super) const TURNS: u32 = 1 << 20;
/// It is a frequent word of English.
pub(super) const ENGLISH: u32 = 1 << 21;
/// It is a closed word.
pub(super) const CLOSED: u32 = 1 << 22;
/// It may link a sentence to the one before it.
pub(super) const LINKS: u32 = 1 << 23;
/// It is a preposition that swallows subjects.
pub(super) const GOVERNS: u32 = 1 << 24;
/// It is asked of people.
pub(super) const ASKED: u32 = 1 << 25;
/// It may have been torn from the word that follows.
pub(super) const TORN: u32 = 1 << 26;
/// It opens no piece, at least beside some others.
pub(super) const BARRED: u32 = 1 << 27;
/// It is an imperative that is nothing else.
pub(super) const COMMANDS: u32 = 1 << 28;
/// Its clause may open a paragraph, with no main clause before it.
pub(super) const ALONE: u32 = 1 << 29;

/// The marks of a form.
fn marks_of(form: &str) -> u32 {
    let is_closed = closed(form).is_some();
    let marks = [
        (turns(form), TURNS),
        (matches!(form, "the" | "of" | "is" | "are" | "with" | "and" | "or" | "to"), ENGLISH),
        (is_closed, CLOSED),
        (matches!(form, "akan" | "tetapi" | "namun" | "tapi" | "dan"), LINKS),
        (is_closed && PREPOSITIONS.contains(&form), GOVERNS),
        (form.starts_with(['d', 'h']) && subject::ASKED.contains(&form), ASKED),
        (matches!(form, "di" | "antar"), TORN),
        (form.starts_with("bukan") || matches!(form, "secara" | "ada" | "terdapat" | "diketahui" | "ternyata"), BARRED),
        (piece::COMMANDS.contains(&form), COMMANDS),
        (is_closed && alone::may_open(form), ALONE),
    ];
    marks.into_iter().filter(|&(holds, _)| holds).fold(0, |marks, (_, mark)| marks | mark)
}

/// Whether the form of a word of letters has this mark.
#[inline]
pub(super) fn has_mark(context: &Context, word: Word, mark: u32) -> bool {
    word.is_word() && roles(context.form(word)) & mark != 0
}

fn turns(form: &str) -> bool {
    matches!(form, "di" | "namun" | "maka" | "banyak" | "saat" | "baik" | "menuju" | "mulai" | "tetap")
        || piece::COMMANDS.contains(&form)
        || form.starts_with("ter")
        || form.ends_with("kan")
}

/// Whether the word `at` is the prefix *di-*, torn from the passive that follows: *di hadapi*.
#[inline]
pub fn is_torn_passive(context: &Context, at: usize) -> bool {
    context.word(at).is_some_and(|word| has_mark(context, word, TORN)) && is_passive_torn_from(context, at)
}

fn is_passive_torn_from(context: &Context, at: usize) -> bool {
    let Some(next) = context.word(at + 1) else { return false };
    context.form_text(at) == "di"
        && next.kind == WordKind::Word
        && next.shape == Shape::Lower
        && context.is_spaced(at)
        && context.form(next).passive() >= Passive::Likely
}

/// Whether the word `at` is the bound form *antar-*, torn from the noun that follows: *antar negara*.
#[inline]
pub fn is_torn_between(context: &Context, at: usize) -> bool {
    context.word(at).is_some_and(|word| has_mark(context, word, TORN)) && is_noun_torn_from(context, at)
}

fn is_noun_torn_from(context: &Context, at: usize) -> bool {
    let Some(next) = context.word(at + 1) else { return false };
    let is_noun = || context.form(next).classes().has(Class::Noun);
    context.form_text(at) == "antar" && next.shape == Shape::Lower && context.is_spaced(at) && is_noun()
}

/// The parts of a word of letters with this form: inside a sentence, as the first word, and both with a capital.
fn parts_of(form: &Form) -> [Part; 4] {
    let bare = form.text.strip_suffix("pun").filter(|bare| closed(bare).is_some_and(is_pronoun));
    if let Some(number) = closed(bare.unwrap_or(&form.text)) {
        let part = closed_part(number);
        return [part, part, if &*form.text == "anda" { part } else { Part::Name }, part];
    }
    let is_ter = form.text.starts_with("ter");
    let is_noun = is_ter && (form.entry().is_none() || form.text.ends_with("isme"));
    let small = if is_noun { Part::Noun } else { open(&form.text, form.classes()) };
    if is_imperative(form) {
        return [small, Part::Verb, Part::Name, Part::Verb];
    }
    // A verb may still open a sentence without being listed: only its affixes tell.
    let is_listed = form.entry().is_some_and(|entry| !entry.is_name());
    let is_read = is_listed || !is_ter && !form.classes().is_only(Class::Propn);
    let capital = if is_read { small } else { Part::Name };
    [small, small, Part::Name, capital]
}

/// *Pertimbangkan …*: whether the form, as the first word, is an imperative.
fn is_imperative(form: &Form) -> bool {
    let text = &*form.text;
    text.ends_with("kan")
        && text.len() > 6
        && !(form.classes().has(Class::Noun) && form.entry().is_some())
        && !text.starts_with("ber")
        && !text.starts_with("me")
        && (!text.starts_with("di") || is_bare_imperative(text))
}

/// *Dinginkan*, *diamkan*, *didihkan*: the root itself begins with *di-*.
fn is_bare_imperative(form: &str) -> bool {
    ["dingin", "diam", "didih", "diri", "didik", "dikte", "diskusi", "disiplin", "digital", "diet", "diskon"]
        .iter()
        .any(|root| {
            form.strip_prefix(root).is_some_and(|rest| matches!(rest, "kan" | "kanlah" | "sasikan" | "isasikan"))
        })
}

fn mark(text: &str) -> Part {
    match text {
        "," => Part::Comma,
        ":" | ";" | "–" | "—" | "-" | "/" => Part::Pause,
        "(" | "[" | "“" | "‘" | "«" => Part::Open,
        ")" | "]" | "”" | "’" | "»" => Part::Close,
        _ => Part::Other,
    }
}

/// The part of a word of an open class, by its classes and its affixes.
fn open(form: &str, classes: crate::language::Classes) -> Part {
    let verb = classes.has(Class::Verb);
    let noun = classes.has(Class::Noun) || classes.has(Class::Propn);
    let long = form.len() > 5;
    if form.ends_with("lah") && verb {
        return Part::Verb;
    }
    // *mengkoordinasikan*: no word of the lexicon, and a verb all the same.
    let nasal = || form.starts_with("meng") || form.starts_with("mem") || form.starts_with("men");
    let coined = classes.is_empty() && form.len() > 8 && (form.ends_with("kan") || nasal());
    if form.starts_with("me") && long && (verb || coined) {
        return Part::Me;
    }
    if form.starts_with("di") && long && (verb || coined) {
        return Part::Di;
    }
    let ber =
        || form.starts_with("ber") && form.len() > 4 || form.starts_with("bekerja") || form.starts_with("belajar");
    if verb && !noun && ber() {
        return Part::Ber;
    }
    if verb && !noun && long && (form.starts_with("ter") || form.starts_with("ke") && form.ends_with("an")) {
        return Part::Ter;
    }
    if classes.has(Class::Num) {
        return Part::Number;
    }
    if classes.has(Class::Adj) && !noun {
        return Part::Adjective;
    }
    if verb && !noun {
        return Part::Verb;
    }
    if classes.has(Class::Adv) && !noun {
        return Part::Adverb;
    }
    Part::Noun
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_listed_in_the_order_of_their_numbers() {
        assert!((0..Part::COUNT).all(|number| PARTS[number] as usize == number));
    }
}
