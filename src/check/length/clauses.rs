//! Where in a long sentence another clause begins, which could be a sentence of its own.

use std::ops::Range;

use crate::document::{Context, Tags};
use crate::language::Class;

/// The clauses of a part of a sentence.
pub(super) struct Clauses<'a, 'd> {
    pub context: &'a Context<'d>,
    /// The classes of the words of the whole sentence.
    pub tags: &'a Tags,
    pub part: Range<usize>,
}

/// Conjunctions that need a comma before them to join clauses: without it they join words.
const JOINS_WORDS: [&str; 4] = ["dan", "serta", "tetapi", "sementara"];

/// Conjunctions of a clause that stands first and waits for its main clause.
const LEADING: [&str; 12] = [
    "jika", "bila", "apabila", "kalau", "ketika", "saat", "setelah", "sebelum", "meskipun", "walaupun", "karena",
    "agar",
];

/// So many words may the subject of a clause have.
const SUBJECT: usize = 8;

impl Clauses<'_, '_> {
    /// Whether the conjunction at `at` opens a clause with subject and predicate, and what stands before it is whole.
    pub(super) fn begins_at(&self, at: usize) -> bool {
        let word = self.context.form_text(at);
        let is_after_comma = self.context.written(at - 1) == ",";
        let is_chained =
            matches!(self.context.form_text(at - 1), "dan" | "atau" | "tetapi" | "namun" | "hanya" | "bukan");
        (is_after_comma || !JOINS_WORDS.contains(&word))
            && !is_chained
            && !self.completes_pair(at)
            && !self.waits_before(at)
            && self.has_clause(at + 1)
    }

    fn tag(&self, at: usize) -> Option<Class> {
        let start = self.context.sentence(at).words.start;
        self.tags.get(at - start).copied().flatten()
    }

    /// *tidak hanya … tetapi juga*
    fn completes_pair(&self, at: usize) -> bool {
        self.context.form_text(at + 1) == "juga"
            || matches!(self.context.form_text(at), "tetapi" | "melainkan")
                && (self.part.start..at)
                    .any(|before| matches!(self.context.form_text(before), "hanya" | "bukan" | "cuma"))
    }

    /// Whether the last clause before `at` is one that waits for its main clause.
    fn waits_before(&self, at: usize) -> bool {
        let near = (self.part.start..at).rev().skip(1);
        let comma = near.clone().find(|&before| self.context.written(before) == ",");
        let opening = comma.map_or(self.part.start, |comma| comma + 1);
        LEADING.contains(&self.context.form_text(opening)) || LEADING.contains(&self.context.form_text(opening + 1))
    }

    /// Whether the words from `at` begin with a subject and its predicate.
    fn has_clause(&self, at: usize) -> bool {
        let end = self.part.end.min(at + SUBJECT);
        let is_nominal = |tag| matches!(tag, Some(Class::Noun | Class::Propn | Class::Pron | Class::Det | Class::Num));
        if at >= end
            || !is_nominal(self.tag(at))
            || matches!(self.context.form_text(at), "itu" | "ini" | "demikian" | "yang")
        {
            return false;
        }
        let verb = (at + 1..end).find(|&word| {
            matches!(self.tag(word), Some(Class::Verb | Class::Aux))
                || matches!(self.context.form_text(word), "tidak" | "belum")
        });
        verb.is_some_and(|verb| {
            // *protektor untuk menghindari*, *praktik di mana mereka hanya*: the verb is not the noun's own.
            let is_other =
                |word: usize| matches!(self.context.form_text(word), "yang" | "untuk" | "mana" | "bahwa" | ",");
            !(at + 1..verb).any(is_other)
        })
    }
}
