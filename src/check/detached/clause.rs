//! Whether the clause around *di* and a word that is both verb and noun has no predicate unless the two are a passive:
//! *Laporan itu di audit setiap tahun*.

use crate::document::Context;
use crate::language::affix::Prefix;
use crate::language::lexicon::Entry;
use crate::language::{Class, WordKind};

/// Words of time, direction, measure and manner that a predicate has behind it and a place seldom.
const ADVERBIALS: &[&str] = &[
    "agar", "bila", "dari", "dengan", "dulu", "guna", "hingga", "jika", "karena", "ke", "kembali", "ketika", "lagi",
    "langsung", "lalu", "oleh", "pada", "sampai", "saat", "sebelum", "secara", "sejak", "selama", "sendiri", "setelah",
    "setiap", "supaya", "tadi", "tanpa", "terus", "tiap", "ulang", "untuk",
];

/// Whether *di* at `at` and the word behind it are the only predicate that their clause can have. Says no where the word
/// is a usual place, where the subject is not definite, or where nothing shows that a verb stands there.
pub(super) fn needs_passive(context: &Context, at: usize) -> bool {
    let Some(root) = context.word(at + 1) else { return false };
    let is_place = |entry: Entry| entry.is_place() || entry.preposition_seen() > 1;
    if at == context.sentence(at).words.start || context.form(root).entry().is_none_or(is_place) {
        return false;
    }
    let clause = Clause::around(context, at);
    let is_relative = context.form_text(at - 1) == "yang";
    if is_relative {
        return clause.is_followed_by_adverbial(at + 1);
    }
    clause.has_definite_subject(at) && clause.is_without_predicate(at) && clause.is_followed_by_adverbial(at + 1)
}

/// Those among them that open a clause of their own.
const SUBORDINATORS: &[&str] =
    &["agar", "bila", "hingga", "jika", "karena", "ketika", "sampai", "saat", "sebelum", "sejak", "setelah", "supaya"];

struct Clause<'a, 'd> {
    context: &'a Context<'d>,
    tags: Vec<Option<Class>>,
    /// The first word of the sentence, to which `tags` belong.
    from: usize,
    start: usize,
    end: usize,
}

impl<'a, 'd> Clause<'a, 'd> {
    fn around(context: &'a Context<'d>, at: usize) -> Self {
        let sentence = context.sentence(at);
        let tags = context.tags(sentence).to_vec();
        let words = sentence.words.clone();
        let mut clause = Self { context, tags, from: words.start, start: words.start, end: words.end };
        clause.start = (words.start..at).rev().find(|word| clause.parts(*word)).map_or(words.start, |word| word + 1);
        clause.end = (at + 2..words.end).find(|word| clause.parts(*word)).unwrap_or(words.end);
        clause
    }

    fn tag(&self, at: usize) -> Option<Class> {
        self.tags.get(at - self.from).copied().flatten()
    }

    /// Whether the word at `at` stands between two clauses.
    fn parts(&self, at: usize) -> bool {
        let is_mark = self.context.word(at).is_some_and(|word| word.kind == WordKind::Punctuation);
        let form = self.context.form_text(at);
        let is_conjunction = matches!(self.tag(at), Some(Class::Sconj | Class::Cconj)) && form != "yang";
        is_mark || is_conjunction || SUBORDINATORS.contains(&form)
    }

    /// Whether the words before `at` end in a noun phrase that names something known: *itu*, *-nya*, a pronoun, a name.
    fn has_definite_subject(&self, at: usize) -> bool {
        let last = at - 1;
        if last < self.start {
            return false;
        }
        let form = self.context.form_text(last);
        matches!(form, "itu" | "ini" | "tersebut")
            || form.len() > 5 && form.ends_with("nya") && self.tag(last) == Some(Class::Noun)
            || matches!(self.tag(last), Some(Class::Pron | Class::Propn))
    }

    /// Whether no other word of the clause can be its predicate.
    fn is_without_predicate(&self, at: usize) -> bool {
        let is_verb = |tag| matches!(tag, Some(Class::Verb | Class::Aux));
        // An adjective before *itu* belongs to the subject.
        let is_predicate = |tag| is_verb(tag) || tag == Some(Class::Adj);
        !(self.start..at).any(|word| is_verb(self.tag(word)))
            && !(at + 2..self.end).any(|word| is_predicate(self.tag(word)))
    }

    fn is_followed_by_adverbial(&self, root: usize) -> bool {
        let next = self.context.form_text(root + 1);
        let is_within = root + 1 < self.context.sentence(root).words.end;
        let times = self.tag_within(root + 1) == Some(Class::Num) && self.context.form_text(root + 2) == "kali";
        // *di cap dan dikirim*
        let is_joined = matches!(next, "dan" | "lalu" | "kemudian") && self.is_passive(root + 2);
        is_within && (ADVERBIALS.contains(&next) || times || is_joined)
    }

    fn is_passive(&self, at: usize) -> bool {
        let form = self.context.word(at).map(|word| self.context.form(word));
        form.and_then(|form| form.readings().first()).is_some_and(|reading| reading.affixes.prefix == Prefix::Di)
    }

    fn tag_within(&self, at: usize) -> Option<Class> {
        (at < self.end).then(|| self.tag(at)).flatten()
    }
}
