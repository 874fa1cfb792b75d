//! A shallow reading of one piece between two full stops: has it a predicate, and a subject before it?

use std::ops::Range;

use super::closed;
use super::words::{self, Part};
use crate::document::Context;
use crate::language::{Class, Shape, Word};

/// How far a piece is a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Nucleus {
    /// No predicate outside relative and subordinate clauses.
    #[default]
    None,
    /// A predicate, but no noun before it that could be its subject.
    Predicate,
    /// A subject and a predicate.
    Clause,
}

/// What is known of a piece.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// The parts of its words, the closing mark left out.
    pub parts: Vec<Part>,
    /// The document's indices of its words, the closing mark left out.
    pub words: Range<usize>,
    /// Its predicate and subject.
    pub nucleus: Nucleus,
    /// The place of the predicate among `parts`.
    pub predicate: Option<usize>,
    /// Whether a clause with a subject of its own follows a comma.
    pub clause_after_comma: bool,
    /// Words that are no punctuation.
    pub length: usize,
    /// The place of the first comma among `parts`.
    pub comma: Option<usize>,
    /// Predicates of relative and subordinate clauses.
    pub dependent: usize,
    /// Main predicates after the first.
    pub further: usize,
    /// Whether a word was read over that may be the predicate all the same: *di kota harga beras naik*.
    pub unread: bool,
    /// Whether its predicate is joined to what is before it: *di rumah dan mengambil …*
    pub linked: bool,
    /// Whether a predicate follows the first that is not joined to it: *bermain di luar membuat anak sehat*.
    pub second: bool,
    /// Whether it ends inside a relative or subordinate clause that has no predicate yet.
    pub dangling: bool,
    /// *Meskipun sulit namun …*, *Jika lupa maka …*: a conjunction too many, and a main clause all the same.
    pub doubled: bool,
    /// *Untuk membuka berkas klik Buka*: a command that no comma parts from its adverbial.
    pub commands: bool,
}

/// Imperatives that are nothing else.
pub(super) const COMMANDS: [&str; 9] =
    ["klik", "tekan", "ketik", "gunakan", "pilih", "seret", "jalankan", "masukkan", "hubungi"];

/// *Di bagian Rute, matikan …*: a verb in *-kan* without a prefix, and no noun.
fn is_bare_verb(context: &Context, word: Word) -> bool {
    let form = context.form(word);
    let prefixed = ["me", "di", "ber", "ter"].iter().any(|prefix| form.text.starts_with(prefix));
    word.shape == Shape::Lower
        && form.text.ends_with("kan")
        && form.text.len() > 6
        && !prefixed
        && !form.classes().has(Class::Noun)
        && closed::closed(&form.text).is_none()
}

impl Piece {
    /// Reads the words `words`, which do not hold the closing mark.
    pub fn read(context: &Context, words: Range<usize>) -> Self {
        let mut piece = Self::read_parts(context, words);
        piece.scan();
        piece
    }

    /// The parts of the words `words` beside their neighbours, without predicates and subjects.
    pub(super) fn read_parts(context: &Context, words: Range<usize>) -> Self {
        let all = &context.words()[words.clone()];
        let first = all.iter().position(|word| word.is_word()).unwrap_or(0);
        let mut piece = Self { parts: Vec::with_capacity(all.len()), words, ..Self::default() };
        // A word turns when the part of the word behind it is known.
        let mut last = 0;
        for (at, &word) in all.iter().enumerate() {
            let (part, marks) = words::role(context, word, at <= first);
            piece.parts.push(part);
            if last & words::TURNS != 0 {
                piece.turn(context, at - 1, last);
            }
            last = marks;
        }
        if last & words::TURNS != 0 {
            piece.turn(context, all.len() - 1, last);
        }
        piece
    }

    /// Reads the word at `at`, whose form has these marks, beside its neighbours.
    fn turn(&mut self, context: &Context, at: usize, marks: u32) {
        let (place, words) = (self.words.start + at, self.words.len());
        let form = context.form_text(place);
        self.doubled |= at > 2 && at + 2 < words && matches!(form, "namun" | "maka");
        self.commands |= at > 2 && marks & words::COMMANDS != 0 && self.is_command(at);
        self.commands |= self.before(at) == Part::Comma && is_bare_verb(context, context.words()[place]);
        if let Some(part) = self.in_place(at, form) {
            self.parts[at] = part;
        }
        if at + 1 < words && words::is_torn_passive(context, place) {
            self.parts[at + 1] = Part::Di;
        }
    }

    /// What the word `form` at `at` is beside its neighbours, where that differs from what it is alone.
    fn in_place(&self, at: usize, form: &str) -> Option<Part> {
        let (before, part, next) = (self.before(at), self.part(at), self.part(at + 1));
        match form {
            // *Di sekitar telaga banyak warung*: the quantifier is the predicate.
            "banyak" if before == Part::Noun && next.is_nominal() => Some(Part::Existential),
            // *mereka menuju Bandung*: whoever is named by a pronoun does something.
            "menuju" if before == Part::Pronoun => Some(Part::Me),
            "saat" if matches!(before, Part::Quantifier | Part::Number) => Some(Part::Noun),
            "baik" if at > 0 && before != Part::Comma => Some(Part::Adjective),
            "mulai" if next.is_prefixed() || next == Part::Verb => Some(Part::Auxiliary),
            // *tanah tetap gembur*
            "tetap" if matches!(next, Part::Adjective) || next.is_verb() => Some(Part::Auxiliary),
            // *Di tangannya tergenggam seekor ayam*: no noun, though the lexicon does not know it.
            _ if at > 1 && part == Part::Noun && next == Part::Quantifier => {
                (form.starts_with("ter") && form.len() > 7).then_some(Part::Ter)
            }
            _ => None,
        }
    }

    /// Whether the verb at `at` may be an imperative.
    fn is_command(&self, at: usize) -> bool {
        let modal = matches!(self.before(at), Part::Auxiliary | Part::Negation | Part::Pronoun);
        self.parts[at] == Part::Verb && !modal && !matches!(self.before(at), Part::Relative | Part::Preposition)
    }

    /// The part at `at`; [`Part::Other`] beyond the last.
    #[inline]
    pub fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or(Part::Other)
    }

    /// The last part.
    #[inline]
    pub fn last(&self) -> Part {
        self.parts.last().copied().unwrap_or(Part::Other)
    }

    /// Whether it is a noun phrase without any predicate of its own, such as a subject.
    pub fn is_bare(&self) -> bool {
        let after_comma = self.parts.windows(2).any(|pair| pair[0] == Part::Comma && pair[1].is_nominal());
        // *Selain itu gereja …*
        let linked = self.part(1) == Part::Demonstrative && self.part(2).is_nominal();
        let described = self.part(0) == Part::Adjective && self.part(1).is_nominal();
        let subject = self.part(0).is_nominal() || described || linked || after_comma;
        self.nucleus == Nucleus::None && !self.unread && subject
    }

    /// Whether it ends in a clause of which only the subject is there: *…, sementara lembaga*.
    pub fn ends_in_subject(&self) -> bool {
        let nouns = self.parts.iter().rev().take_while(|part| **part == Part::Noun).count();
        let before = self.parts.len() - nouns;
        (1..4).contains(&nouns) && self.parts[..before].ends_with(&[Part::Comma, Part::Subordinator])
    }

    /// Whether a verb without an agent stands before its subject: *di dinding terpasang lukisan*.
    pub fn is_inverted(&self) -> bool {
        let end = self.parts.iter().position(|part| matches!(part, Part::Relative | Part::Comma));
        let clause = &self.parts[..end.unwrap_or(self.parts.len())];
        clause.windows(2).skip(1).any(|pair| match pair[0] {
            Part::Ter | Part::Di => pair[1].is_nominal(),
            // *di pangkuannya tidur seorang bayi*
            Part::Verb | Part::Ber => pair[1] == Part::Quantifier,
            _ => false,
        })
    }

    /// Whether something exists in it, outside relative clauses: *di tangannya ada surat*.
    pub fn has_existential(&self) -> bool {
        let end = self.parts.iter().position(|part| matches!(part, Part::Relative | Part::Subordinator));
        self.parts[..end.unwrap_or(self.parts.len())].iter().skip(1).any(|part| *part == Part::Existential)
    }
}
