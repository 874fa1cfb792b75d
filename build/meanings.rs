//! What standing in a word list says of a word.

use super::packed;

/// What standing in a list says of a word.
pub struct Meaning {
    /// The name of the list.
    pub list: &'static str,
    /// Letters of its classes.
    pub classes: &'static str,
    /// Flags of `packed`.
    pub flags: u64,
}

const fn meaning(list: &'static str, classes: &'static str, flags: u64) -> Meaning {
    Meaning { list, classes, flags }
}

/// Lists without a line here say nothing but their own name.
pub const MEANINGS: &[Meaning] = &[
    meaning("prepositions", "P", packed::FUNCTION),
    meaning("conjunctions-coordinating", "C", packed::FUNCTION),
    meaning("conjunctions-subordinating", "S", packed::FUNCTION),
    meaning("pronouns", "R", packed::FUNCTION),
    meaning("auxiliaries", "X", 0),
    meaning("negations", "K", packed::FUNCTION),
    meaning("numerals", "M", packed::FUNCTION),
    meaning("units", "N", 0),
    meaning("determiners", "T", packed::FUNCTION),
    meaning("interjections", "I", packed::FUNCTION),
    meaning("particles", "K", packed::FUNCTION),
    meaning("days", "O", packed::NEVER_PASSIVE),
    meaning("months", "O", packed::NEVER_PASSIVE),
    meaning("classifiers", "N", 0),
    meaning("places-common", "", packed::PLACE),
    meaning("regions", "O", packed::NAME),
    meaning("names-first", "O", packed::NAME),
    meaning("languages", "O", packed::NAME),
    meaning("ethnic-groups", "O", packed::NAME),
    meaning("religions", "O", packed::NAME),
    meaning("months-javanese", "O", packed::NAME),
    meaning("pasaran", "O", packed::NAME),
    meaning("saying-verbs", "V", 0),
    meaning("reduplicated-inherent", "", 0),
    meaning("reduplicated-partial", "", 0),
    meaning("adjectives", "A", packed::ROOT),
    meaning("adverbs", "D", 0),
    meaning("nouns", "N", packed::ROOT),
    meaning("labelled-nouns", "", 0),
    meaning("verbs-intransitive", "V", packed::ROOT),
    meaning("verb-roots", "V", packed::ROOT | packed::TRANSITIVE | packed::PURE_VERB),
    meaning("verb-roots-seen", "V", packed::ROOT | packed::TRANSITIVE | packed::PURE_VERB),
    meaning("verb-stems", "V", packed::TRANSITIVE | packed::PURE_VERB),
    meaning("verb-roots-mostly", "VN", packed::ROOT | packed::TRANSITIVE | packed::MOSTLY_VERB),
    meaning("verb-roots-noun", "VN", packed::ROOT | packed::TRANSITIVE | packed::NOUN_AND_VERB),
    meaning("compound-bases", "VN", packed::ROOT | packed::TRANSITIVE | packed::BOUND),
    meaning("nouns-modern", "N", packed::ROOT),
    meaning("standard-forms", "N", packed::ROOT),
    meaning("standard-forms-adjectives", "A", packed::ROOT),
    meaning("never-passive", "", packed::NEVER_PASSIVE),
    meaning("foreign-function-words", "", packed::FOREIGN),
];

/// Lists of words that are names of something else than words: they teach the lexicon no word.
pub const SILENT: &[&str] = &["abbreviations", "bound-forms", "foreign-function-words", "reduplicated-inherent"];

/// Lists that a script made of words the lexicon already has: they raise no trust.
pub const DERIVED: &[&str] = &["verb-roots-seen"];
