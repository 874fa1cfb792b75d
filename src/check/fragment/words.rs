//! What a word does in its sentence, as far as fragments need to know: a closed list, then affixes and classes.

use super::closed::{closed, closed_part};
use super::piece::COMMANDS;
use super::symbol;
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

/// All parts in the order of their declaration.
const PARTS: [Part; 30] = [
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
];

impl Part {
    /// How many parts there are.
    pub const COUNT: usize = Self::Other as usize + 1;

    /// Whether it is a verb of any kind.
    pub const fn is_verb(self) -> bool {
        matches!(self, Self::Me | Self::Ber | Self::Di | Self::Ter | Self::Verb | Self::Existential)
    }

    /// Whether it is a verb that shows by its prefix.
    pub const fn is_prefixed(self) -> bool {
        matches!(self, Self::Me | Self::Ber | Self::Di | Self::Ter)
    }

    /// Whether it may be a subject, or the first word of one.
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Pronoun | Self::Quantifier | Self::Number)
    }
}

fn is_pronoun(number: usize) -> bool {
    closed_part(number) == Part::Pronoun
}

/// The part that `word` plays; `opens` tells whether it opens its sentence, where a capital says nothing.
pub fn part(context: &Context, word: Word, opens: bool) -> Part {
    match word.kind {
        WordKind::Word => {}
        WordKind::Number => return Part::Number,
        WordKind::Punctuation => return mark(context.text(word.span)),
        WordKind::Opaque | WordKind::Url | WordKind::Email | WordKind::Mention => return Part::Name,
        _ => return Part::Other,
    }
    let form = context.form(word);
    let memo = match (word.shape, opens) {
        (Shape::Lower, false) => return PARTS[(inside(form) & 0xFF) as usize],
        (Shape::Lower, true) => Memo::Opening,
        (Shape::Capital, false) => Memo::Capital,
        (Shape::Capital, true) => Memo::OpeningCapital,
        _ => return part_of(form, word.shape, opens),
    };
    PARTS[form.memo(memo, || part_of(form, word.shape, opens) as u32) as usize]
}

/// The part of a word in small letters inside a sentence, and above its lowest byte its symbol.
pub(super) fn inside(form: &Form) -> u32 {
    form.memo(Memo::Inside, || {
        let part = part_of(form, Shape::Lower, false);
        u32::from(symbol::of_form(form, part)) << 8 | part as u32
    })
}

/// Marks of a form: it may play another part beside its neighbours, or change the reading of its piece; see [`super::piece`].
pub(super) const TURNS: u32 = 1;
/// It is a frequent word of English.
pub(super) const ENGLISH: u32 = 2;

/// Whether a form has one of these marks: told once for every form, where nearly none has any.
pub(super) fn has_mark(form: &Form, mark: u32) -> bool {
    let marks = || {
        let text = &*form.text;
        let is_english = matches!(text, "the" | "of" | "is" | "are" | "with" | "and" | "or" | "to");
        (u32::from(turns(text)) * TURNS) | (u32::from(is_english) * ENGLISH)
    };
    form.memo(Memo::Beside, marks) & mark != 0
}

fn turns(form: &str) -> bool {
    matches!(form, "di" | "namun" | "maka" | "banyak" | "saat" | "baik" | "mulai" | "tetap")
        || COMMANDS.contains(&form)
        || form.starts_with("ter")
        || form.ends_with("kan")
}

/// Whether the word `at` is the prefix *di-*, torn from the passive that follows: *di hadapi*.
pub fn is_torn_passive(context: &Context, at: usize) -> bool {
    let Some(next) = context.word(at + 1) else { return false };
    context.form_text(at) == "di"
        && next.kind == WordKind::Word
        && next.shape == Shape::Lower
        && context.is_spaced(at)
        && context.form(next).passive() >= Passive::Likely
}

/// Whether the word `at` is the bound form *antar-*, torn from the noun that follows: *antar negara*.
pub fn is_torn_between(context: &Context, at: usize) -> bool {
    let Some(next) = context.word(at + 1) else { return false };
    let is_noun = || context.form(next).classes().has(Class::Noun);
    context.form_text(at) == "antar" && next.shape == Shape::Lower && context.is_spaced(at) && is_noun()
}

/// The part of a word of letters with this form.
fn part_of(form: &Form, shape: Shape, opens: bool) -> Part {
    if matches!(shape, Shape::Upper | Shape::Mixed) && form.text.len() > 1 {
        return Part::Name;
    }
    let bare = form.text.strip_suffix("pun").filter(|bare| closed(bare).is_some_and(is_pronoun));
    if let Some(number) = closed(bare.unwrap_or(&form.text)) {
        let lower = opens || shape == Shape::Lower || &*form.text == "anda";
        return if lower { closed_part(number) } else { Part::Name };
    }
    if opens
        && form.text.ends_with("kan")
        && form.text.len() > 6
        && !(form.classes().has(Class::Noun) && form.entry().is_some())
        && !form.text.starts_with("ber")
        && !form.text.starts_with("me")
        && (!form.text.starts_with("di") || is_bare_imperative(&form.text))
    {
        // *Pertimbangkan …*: an imperative.
        return Part::Verb;
    }
    if shape == Shape::Capital && (!opens || form.entry().is_none_or(|entry| entry.is_name())) {
        // A verb may still open a sentence without being listed: only its affixes tell.
        let verbal = opens && !form.text.starts_with("ter") && !form.classes().is_only(Class::Propn);
        return if verbal { open(&form.text, form.classes()) } else { Part::Name };
    }
    if form.text.starts_with("ter") && (form.entry().is_none() || form.text.ends_with("isme")) {
        return Part::Noun;
    }
    open(&form.text, form.classes())
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
    let nasal = form.starts_with("meng") || form.starts_with("mem") || form.starts_with("men");
    let coined = form.len() > 8 && (form.ends_with("kan") || nasal) && classes.is_empty();
    if form.starts_with("me") && long && (verb || coined) {
        return Part::Me;
    }
    if form.starts_with("di") && long && (verb || coined) {
        return Part::Di;
    }
    let ber = form.starts_with("ber") && form.len() > 4 || form.starts_with("bekerja") || form.starts_with("belajar");
    if ber && verb && !noun {
        return Part::Ber;
    }
    if (form.starts_with("ter") || form.starts_with("ke") && form.ends_with("an")) && long && verb && !noun {
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
        assert!(PARTS.iter().enumerate().all(|(number, &part)| part as usize == number));
    }
}
