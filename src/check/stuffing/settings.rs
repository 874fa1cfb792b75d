//! What the check for stuffing is told: from when a phrase is too often.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::measure::Measures;
use super::shorten::Words;

/// `[check.stuffing]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Documents with fewer words are not looked at.
    pub least_words: usize,
    /// The longest phrase, in words; longer ones are whole sentences of a template.
    pub longest: usize,
    /// How often the subject of a good text is named in full: so many times the square root of the text's words, divided
    /// by the words of the phrase. The message calls it usual, and `times` is counted by it.
    pub usual: f64,
    /// The number of words from which a phrase may begin with a verb: a title (*belajar bahasa Inggris cepat*).
    pub with_verb: usize,
    /// The share of places with the same neighbour, on one side, from which a phrase is part of a longer set form.
    pub same_neighbour: f64,
    /// The share of places with capitals on every word from which a phrase is a name.
    pub name: f64,
    /// The share of places with a colon behind from which a phrase is a label.
    pub label: f64,
    /// The fewest blocks a phrase must stand in.
    pub blocks: usize,
    /// How many words may stand between the start of a clause and a phrase that leads it.
    pub reach: usize,
    /// The most phrases reported in one document, and the most places shown of each.
    pub most: Most,
    /// What counts as too often; the first level that fits decides.
    pub level: Vec<Level>,
    /// Words that never stand at the edge of a phrase, but may stand inside.
    pub inside: Vec<String>,
    /// Words that no phrase holds: pronouns, auxiliaries, conjunctions.
    pub never: Vec<String>,
    /// Words also written apart, so that both ways count as one.
    #[serde(default)]
    pub joined: FxHashMap<String, (String, String)>,
    /// What the short forms of a phrase are made with.
    pub short: Words,
}

/// The most that is reported of one document.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Most {
    /// Phrases.
    pub phrases: usize,
    /// Places of one phrase.
    pub places: usize,
}

/// One way to be too often: all that it names must be reached. Shares are of the places in running text; see
/// `Measures`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Level {
    /// The words of the phrase.
    pub words: usize,
    /// How often it stands in the document.
    pub count: usize,
    /// How many times more often than usual.
    pub times: f64,
    /// The share of places where it leads a sentence or clause.
    pub lead: f64,
    /// The share of places where it is the first of a sentence or clause.
    pub first: f64,
    /// The share of places where it is the last of its sentence.
    pub end: f64,
    /// The share of places where the same sentence or the two before it have it already.
    pub near: f64,
    /// The share of places where all its words have capitals that nothing asks for.
    pub capital: f64,
    /// How often it stands in headings.
    pub heading: usize,
    /// Whether it counts only beside a phrase that reaches a level without this: who stuffs one phrase stuffs others.
    pub follows: bool,
}

impl Level {
    /// Whether a phrase with these measures reaches it.
    pub(super) fn is_reached(&self, by: &Measures) -> bool {
        by.words >= self.words
            && by.count >= self.count
            && by.times >= self.times
            && by.lead >= self.lead
            && by.first >= self.first
            && by.end >= self.end
            && by.near >= self.near
            && (self.capital == 0.0 || by.capital >= self.capital && !by.has_name)
            && by.heading >= self.heading
    }
}
