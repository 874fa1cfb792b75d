//! A shallow reading of one piece between two full stops: has it a predicate, and a subject before it?

use std::ops::Range;

use super::words::{self, Part};
use crate::document::Context;

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
}

/// What the reader waits for.
#[derive(Default)]
struct State {
    relative: bool,
    subordinate: bool,
    governed: bool,
    linked: bool,
    noun: bool,
    noun_since_comma: bool,
    depth: usize,
    last_was_main: bool,
}

impl Piece {
    /// Reads the words `words`, which do not hold the closing mark.
    pub fn read(context: &Context, words: Range<usize>) -> Self {
        let all = &context.words()[words.clone()];
        let first = all.iter().position(|word| word.is_word()).unwrap_or(0);
        let parts = all.iter().enumerate().map(|(at, &word)| words::part(context, word, at <= first)).collect();
        let mut piece = Self { parts, words, ..Self::default() };
        for at in 0..piece.parts.len() {
            let form = context.form_text(piece.words.start + at);
            if form == "baik" && at > 0 && piece.part(at - 1) != Part::Comma {
                piece.parts[at] = Part::Adjective;
            }
            if form == "mulai" && (piece.part(at + 1).is_prefixed() || piece.part(at + 1) == Part::Verb) {
                piece.parts[at] = Part::Auxiliary;
            }
        }
        piece.scan();
        piece
    }

    /// The part at `at`; [`Part::Other`] beyond the last.
    pub fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or(Part::Other)
    }

    /// The last part.
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
        clause.windows(2).skip(1).any(|pair| matches!(pair[0], Part::Ter | Part::Di) && pair[1].is_nominal())
    }

    /// Whether something exists in it, outside relative clauses: *di tangannya ada surat*.
    pub fn has_existential(&self) -> bool {
        let end = self.parts.iter().position(|part| matches!(part, Part::Relative | Part::Subordinator));
        self.parts[..end.unwrap_or(self.parts.len())].iter().skip(1).any(|part| *part == Part::Existential)
    }

    fn scan(&mut self) {
        let mut state = State::default();
        for at in 0..self.parts.len() {
            let part = self.parts[at];
            if !matches!(part, Part::Comma | Part::Pause | Part::Open | Part::Close | Part::Other) {
                self.length += 1;
            }
            match part {
                Part::Open => state.depth += 1,
                Part::Close => state.depth = state.depth.saturating_sub(1),
                _ if state.depth > 0 => {}
                _ => self.step(&mut state, at, part),
            }
        }
        self.dangling = state.relative || state.subordinate || state.linked;
    }

    fn step(&mut self, state: &mut State, at: usize, part: Part) {
        match part {
            Part::Relative => state.relative = true,
            Part::Preposition | Part::Apposition => state.governed = true,
            // *saat ini*: an adverb.
            Part::Subordinator => state.subordinate = self.part(at + 1) != Part::Demonstrative,
            Part::And | Part::But => {
                state.linked = true;
                if part == Part::But {
                    state.noun = false;
                }
            }
            Part::Comma => {
                self.comma.get_or_insert(at);
                state.governed = false;
                state.subordinate = false;
                state.linked = false;
                state.noun_since_comma = false;
            }
            Part::Pause => state.governed = false,
            // *mengatur bagaimana negara bertindak*: a clause of its own.
            Part::Question if at > 0 => {
                // *di mana saja*: no clause.
                state.subordinate = !matches!(self.part(at + 1), Part::Adverb | Part::Demonstrative);
            }
            // *pada 100% hanya saluran merah …*
            Part::Adverb if at > 1 && !state.relative && !state.subordinate => {
                let (before, next) = (self.before(at), self.part(at + 1));
                self.unread |= state.governed && !before.is_verb() && before != Part::Comma && next.is_nominal();
            }
            Part::Copula if matches!(self.before(at), Part::Auxiliary | Part::Negation) => state.governed = true,
            Part::Copula => self.predicate_at(state, at),
            part if part.is_verb() => self.verb(state, at),
            Part::Auxiliary | Part::Negation | Part::Degree => self.auxiliary(state, at),
            Part::Adjective => self.adjective(state, at),
            part if part.is_nominal() => {
                if matches!(self.before(at), Part::Demonstrative | Part::Pronoun)
                    && at > 1
                    && !state.relative
                    && !state.subordinate
                {
                    // *di desa itu harga …* begins its subject; *buku itu milik …* has its predicate.
                    self.unread = true;
                    state.governed = false;
                }
                if part == Part::Pronoun && self.is_predicative(at + 1) {
                    state.governed = false;
                }
                if !state.governed && !state.relative && !state.subordinate {
                    state.noun = true;
                    state.noun_since_comma = true;
                }
                state.linked = false;
            }
            _ => {}
        }
    }

    /// Whether the word at `at` is a predicate to a pronoun before it.
    fn is_predicative(&self, at: usize) -> bool {
        let part = self.part(at);
        part.is_verb() || matches!(part, Part::Auxiliary | Part::Negation | Part::Degree)
    }

    fn before(&self, at: usize) -> Part {
        at.checked_sub(1).map_or(Part::Other, |before| self.parts[before])
    }

    /// A verb: of the group before it, of the clause that waits for one, or a predicate.
    fn verb(&mut self, state: &mut State, at: usize) {
        let before = self.before(at);
        if before == Part::Preposition {
            // *yang di hadapi*: the prefix written apart.
            state.relative = false;
            state.last_was_main = false;
            return;
        }
        let attribute = matches!(self.parts[at], Part::Ber | Part::Ter | Part::Verb) && before == Part::Noun;
        if attribute && state.governed && !state.noun && !state.relative {
            // *dalam konflik bersenjata*: it describes the noun before it.
            self.unread |= self.parts[at] == Part::Verb || at > 1 && self.parts[at - 2].is_nominal();
            return;
        }
        if before.is_verb() || matches!(before, Part::Auxiliary | Part::Negation | Part::Copula | Part::Degree) {
            // *yang dirujuk dikembalikan*: the second passive is the main verb.
            self.unread |= before.is_prefixed() && self.parts[at] == Part::Di && !state.last_was_main;
            state.governed = self.parts[at] == Part::Me;
            return;
        }
        self.predicate_at(state, at);
    }

    /// An auxiliary counts where a verb, an adjective or another of its kind follows.
    fn auxiliary(&mut self, state: &mut State, at: usize) {
        let before = self.before(at);
        let grouped = before.is_verb() && (state.last_was_main || state.governed && !state.noun);
        if matches!(before, Part::Auxiliary | Part::Negation | Part::Preposition | Part::Degree) || grouped {
            return;
        }
        let next = self.part(at + 1);
        if next.is_verb()
            || matches!(next, Part::Auxiliary | Part::Negation | Part::Adjective | Part::Degree | Part::Copula)
        {
            self.predicate_at(state, at);
        } else if !state.relative && !state.subordinate {
            // *cukup untuk semua* is a predicate, *lebih dari sepuluh* a number.
            let degree = self.parts[at] == Part::Degree;
            self.unread |= !degree || next == Part::Preposition && before == Part::Noun;
        }
    }

    /// An adjective counts after *ini*, *itu* or a pronoun.
    fn adjective(&mut self, state: &mut State, at: usize) {
        let before = self.before(at);
        if matches!(before, Part::Demonstrative | Part::Pronoun) || state.relative && before == Part::Relative {
            self.predicate_at(state, at);
        }
    }

    fn predicate_at(&mut self, state: &mut State, at: usize) {
        let linked = std::mem::take(&mut state.linked);
        if linked && self.before(at) != Part::Comma && (self.predicate.is_some() || self.dependent > 0) {
            if state.last_was_main {
                self.further += 1;
            }
        } else if state.relative {
            state.relative = false;
            self.dependent += 1;
            state.last_was_main = false;
        } else if state.subordinate {
            state.subordinate = false;
            self.dependent += 1;
            state.last_was_main = false;
        } else {
            self.main(state, at);
        }
        state.governed = true;
        state.noun_since_comma = false;
    }

    fn main(&mut self, state: &mut State, at: usize) {
        state.last_was_main = true;
        if state.noun_since_comma && self.comma.is_some() {
            self.clause_after_comma = true;
        }
        if self.predicate.is_some() {
            self.further += 1;
            self.second |= self.comma.is_none() && !matches!(self.before(at), Part::And | Part::But);
            return;
        }
        self.predicate = Some(at);
        // *dalam beberapa kasus nilai ini berubah*
        self.unread |= state.governed && self.before(at) == Part::Demonstrative;
        self.linked = matches!(self.before(at), Part::And | Part::But);
        self.nucleus = if state.noun { Nucleus::Clause } else { Nucleus::Predicate };
    }
}
