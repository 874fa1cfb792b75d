//! Reading the parts of a piece one after the other, for predicates and their subjects.

use super::piece::{Nucleus, Piece};
use super::words::Part;

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
    /// Finds predicates and subjects among the parts.
    pub(super) fn scan(&mut self) {
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
            Part::Question => {
                // *di mana saja*: no clause.
                let goes_on = matches!(self.part(at + 1), Part::Adverb | Part::Demonstrative);
                state.subordinate = if at > 0 { !goes_on } else { state.subordinate };
            }
            // *pada 100% hanya saluran merah …*
            Part::Adverb => {
                let (before, next) = (self.before(at), self.part(at + 1));
                let is_main = at > 1 && !state.relative && !state.subordinate;
                self.unread |=
                    is_main && state.governed && !before.is_verb() && before != Part::Comma && next.is_nominal();
            }
            Part::Copula => match self.before(at) {
                Part::Auxiliary | Part::Negation => state.governed = true,
                _ => self.predicate_at(state, at),
            },
            Part::Me | Part::Ber | Part::Di | Part::Ter | Part::Verb | Part::Existential => self.verb(state, at),
            Part::Auxiliary | Part::Negation | Part::Degree => self.auxiliary(state, at),
            Part::Adjective => self.adjective(state, at),
            Part::Noun | Part::Name | Part::Pronoun | Part::Quantifier | Part::Number => self.nominal(state, at, part),
            Part::Demonstrative | Part::Open | Part::Close | Part::Other => {}
        }
    }

    /// A noun, or what stands before one: a subject where nothing governs it.
    fn nominal(&mut self, state: &mut State, at: usize, part: Part) {
        let is_main = !state.relative && !state.subordinate;
        if is_main && at > 1 && matches!(self.before(at), Part::Demonstrative | Part::Pronoun) {
            // *di desa itu harga …* begins its subject; *buku itu milik …* has its predicate.
            self.unread = true;
            state.governed = false;
        }
        if part == Part::Pronoun && self.is_predicative(at + 1) {
            state.governed = false;
        }
        if is_main && !state.governed {
            state.noun = true;
            state.noun_since_comma = true;
        }
        state.linked = false;
    }

    /// Whether the word at `at` is a predicate to a pronoun before it.
    fn is_predicative(&self, at: usize) -> bool {
        let part = self.part(at);
        part.is_verb() || matches!(part, Part::Auxiliary | Part::Negation | Part::Degree)
    }

    #[inline]
    pub(super) fn before(&self, at: usize) -> Part {
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
