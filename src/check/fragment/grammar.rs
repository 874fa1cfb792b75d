//! What grammar sees of a boundary, and where it asks for more evidence than the model's threshold.

use super::boundary::{Boundary, Opening};
use super::closed;
use super::piece::Nucleus;
use super::words::Part;

/// Prepositions whose phrase seldom ends a sentence, and opens many.
const LEANING: [&str; 7] = ["tanpa", "selain", "menurut", "berdasarkan", "sejak", "selama", "akibat"];

impl Boundary {
    /// Whether a short name stands at `at`, up to a comma or the end: *di Desa Sukamaju, Kabupaten Garut*.
    fn names_place(&self, at: usize) -> bool {
        let rest = self.right.parts.get(at..).unwrap_or_default();
        let name = &rest[..rest.iter().position(|&part| part == Part::Comma).unwrap_or(rest.len())];
        let named = name.last().is_some_and(|&last| last == Part::Name);
        named && name.len() < 5 && name.iter().all(|part| matches!(part, Part::Noun | Part::Name))
    }

    /// What the score must be higher, in hundredths; below zero where both pieces need each other.
    ///
    /// Whole sentences of some shapes are commoner on the web than in the news that the model has learnt from.
    pub fn doubt(&self) -> i32 {
        let (left, right) = (&self.left, &self.right);
        let complete = left.nucleus == Nucleus::Clause;
        if left.dangling && self.opening != Opening::Forward {
            return -250;
        }
        match self.opening {
            Opening::And if right.nucleus > Nucleus::None && complete && right.part(1).is_nominal() => 250,
            // *Pada tahap ini …* points back at a sentence that is over.
            Opening::Preposition if right.part(2) == Part::Demonstrative => 300,
            Opening::Preposition if right.nucleus == Nucleus::Clause || right.parts.contains(&Part::Copula) => 200,
            Opening::Preposition if right.predicate.is_some_and(|at| right.part(at) == Part::Degree) => 200,
            Opening::Preposition if right.nucleus == Nucleus::None && right.comma.is_none() && complete => -50,
            Opening::Forward if left.comma.is_none() && left.length > 3 && LEANING.contains(&self.left_word()) => -300,
            Opening::Forward if right.nucleus == Nucleus::Clause && left.comma.is_none() && left.length > 3 => -150,
            opening if opening.is_verbal() && complete => 300,
            opening if opening.is_verbal() && right.further < 2 && left.length > 3 => -300,
            _ => 0,
        }
    }

    /// Whether the right piece has a predicate after the relative clause that opens it.
    pub(super) fn has_own_predicate(&self) -> bool {
        self.right.nucleus > Nucleus::None && !self.right.linked && self.right.dependent > 0
    }

    /// Whether the right piece is an adverbial and nothing else, or goes on with the subject that is the left piece.
    pub(super) fn is_only_adverbial(&self) -> bool {
        let right = &self.right;
        let whole = match right.nucleus {
            _ if self.is_before_but() => true,
            Nucleus::None => true,
            Nucleus::Predicate => right.linked || self.left.is_bare() || self.left.ends_in_subject(),
            Nucleus::Clause => false,
        };
        if self.is_inverted() {
            return false;
        }
        let mut commas = (0..right.parts.len()).filter(|&at| right.parts[at] == Part::Comma);
        let clause = right.clause_after_comma && !self.is_before_but();
        whole && !right.unread && !clause && commas.all(|at| self.goes_on(at + 1))
    }

    /// *Di dinding terpasang lukisan*: the right piece has its subject behind the verb, and the left piece needs none.
    pub(super) fn is_inverted(&self) -> bool {
        // *Basah tubuhnya.*
        let inverted = self.left.part(0) == Part::Adjective;
        self.right.is_inverted() && (self.left.nucleus > Nucleus::None || inverted)
    }

    /// *Yang paling laku adalah cangkir*, *Yang lolos hanya satu*: the relative clause is the subject.
    pub(super) fn equates(&self) -> bool {
        let parts = &self.right.parts;
        let end = parts.iter().position(|&part| part == Part::Comma).unwrap_or(parts.len());
        let parts = &parts[..end];
        let modal = |part: Part| matches!(part, Part::Auxiliary | Part::Negation | Part::Relative);
        parts.windows(2).skip(1).any(|pair| pair[1] == Part::Copula && !modal(pair[0]))
            || parts.windows(2).skip(2).any(|pair| matches!(pair, [Part::Adverb, Part::Number | Part::Quantifier]))
    }

    /// Whether the first predicate of the right piece stands after *tetapi* or *dan* and a comma, so that the phrase before
    /// has none.
    pub(super) fn is_before_but(&self) -> bool {
        let Some(comma) = self.right.comma else {
            return false;
        };
        let joins = matches!(
            (self.right.part(comma + 1), self.right.part(comma + 2)),
            (Part::But | Part::And, _) | (Part::Auxiliary, Part::But)
        );
        joins && self.right.predicate.is_none_or(|at| at > comma)
    }

    /// Whether what follows a comma of the right piece, at `at`, adds to the adverbial: a series, or another adverbial.
    fn goes_on(&self, at: usize) -> bool {
        let rest = self.right.parts.get(at..).unwrap_or_default();
        let series = rest.windows(2).any(|pair| pair == [Part::Comma, Part::And]);
        match self.right.part(at) {
            Part::Preposition | Part::Apposition | Part::And | Part::But | Part::Subordinator => true,
            Part::Relative => {
                // *di kota, yang menang …* has a subject; *oleh Bank Dunia, yang …* has none.
                let describes = matches!(self.first_word(), "oleh" | "dari" | "dengan" | "kepada" | "terhadap");
                describes && at > 1 && self.right.part(at - 2) == Part::Name
            }
            Part::Verb => false,
            _ if !self.right.part(1).is_verb() && self.names_place(at) => true,
            part => series && (!part.is_verb() || part == self.right.part(1)),
        }
    }

    /// Whether the right piece may rather be the adverbial of the sentence after it: *Tanpa bantuan warga. Desa …*
    pub fn leans_forward(&self) -> bool {
        self.right.nucleus == Nucleus::None
            && matches!(
                self.first_word(),
                "tanpa" | "selain" | "menurut" | "berdasarkan" | "sejak" | "selama" | "akibat"
            )
    }

    /// Whether it matters that both pieces are there even where nothing was cut: a sentence opens by a conjunction, or is what
    /// a source says.
    pub(super) fn matters_whole(&self) -> bool {
        matches!(self.opening, Opening::And | Opening::But) || self.left_word() == "menurut"
    }

    /// Whether the right piece is nothing but *menurut* and whom it names.
    pub(super) fn names_source(&self) -> bool {
        self.right.nucleus == Nucleus::None && self.first_word() == "menurut"
    }

    /// The first word of the left piece, if it is a closed one.
    pub(super) fn left_word(&self) -> &'static str {
        self.left_first.map_or("", closed::closed_word)
    }

    /// The first word of the right piece, if it is a closed one.
    pub fn first_word(&self) -> &'static str {
        self.first.map_or("", closed::closed_word)
    }

    /// Whether a main clause follows a comma of the right piece.
    pub(super) fn has_main_clause(&self) -> bool {
        self.right.clause_after_comma || self.right.doubled || self.has_clause_after_comma()
    }

    /// Whether a noun with a verb of its own follows a comma of the right piece: *Melihat itu, polisi pergi*.
    pub(super) fn begins_clause(&self) -> bool {
        let parts = &self.right.parts;
        let after = |at: usize| {
            let rest = parts.get(at + 1..).unwrap_or_default();
            let verb = rest.iter().position(|part| part.is_verb() || matches!(part, Part::Auxiliary | Part::Negation));
            let part_of = |part: &Part| matches!(part, Part::Relative | Part::Comma | Part::And | Part::But);
            rest.first().is_some_and(|first| first.is_nominal())
                && verb.is_some_and(|verb| !rest[..verb].iter().any(part_of))
        };
        (0..parts.len()).any(|at| parts[at] == Part::Comma && after(at))
    }

    /// Whether a main clause follows a comma of the right piece.
    fn has_clause_after_comma(&self) -> bool {
        let right = &self.right;
        let commas = right.parts.iter().enumerate().filter(|(_, part)| **part == Part::Comma);
        commas.map(|(at, _)| at).any(|at| self.is_main_clause(&right.parts[at + 1..]))
    }

    /// Whether `rest`, which follows a comma, begins a clause and not the next member of a series.
    fn is_main_clause(&self, rest: &[Part]) -> bool {
        let Some(&first) = rest.first() else {
            return false;
        };
        let listed = rest.iter().take(4).any(|part| matches!(part, Part::And | Part::Comma));
        let predicate = rest.iter().skip(1).any(|part| {
            part.is_verb()
                || matches!(part, Part::Auxiliary | Part::Negation | Part::Copula | Part::Degree | Part::Adjective)
        });
        let subject = first.is_nominal() || matches!(first, Part::Adverb | Part::Demonstrative);
        let loose = self.opening == Opening::Subordinator && rest.len() > 2;
        let gerund = first.is_prefixed() && self.opening == Opening::Subordinator && {
            let clause = &rest[..rest.iter().position(|part| *part == Part::Comma).unwrap_or(rest.len())];
            clause.iter().skip(2).any(|part| matches!(part, Part::Auxiliary | Part::Negation | Part::Copula))
                && !clause.contains(&Part::Relative)
        };
        // *…, tidak mungkin untuk mengetahui …*
        let denied = matches!(first, Part::Negation) && matches!(rest.get(1), Some(Part::Adverb | Part::Existential));
        // *…, sangat penting untuk …*; *…, dianjurkan menggunakan …*
        let next = rest.get(1).copied().unwrap_or(Part::Other);
        let impersonal = self.opening == Opening::Subordinator
            && !listed
            && match first {
                Part::Degree => next == Part::Adjective,
                Part::Di | Part::Existential => next.is_verb(),
                _ => false,
            };
        first == Part::Verb || gerund || denied || impersonal || !listed && subject && (predicate || loose)
    }
}
