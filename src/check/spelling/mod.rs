//! Words that are none, when a word that is far more likely stands one slip away: *untyk*, *menggunakn*.

mod candidate;
pub(super) mod casual;
mod edit;
mod surroundings;
mod unknown;

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::lexicon::Entry;
use crate::language::{Class, FormId, Shape, Told, Word};
use crate::text::Edit;
use candidate::{Candidate, Reach};
use surroundings::Surroundings;
use unknown::Unknown;

/// `[check.spelling]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Shorter words are never reported: too many words stand one slip away.
    pub least_letters: usize,
    /// For words of so many letters or fewer, the least frequency of the word that was meant, in doublings; the last one
    /// holds for all longer words.
    pub least_band: Vec<Floor>,
    /// The same where the slip is an odd one.
    pub least_band_odd: Vec<Floor>,
    /// Dearer slips are odd ones.
    pub odd_cost: u32,
    /// The least frequency, where the word has a capital that its sentence does not explain.
    pub least_band_capital: u8,
    /// The least letters there.
    pub least_letters_capital: usize,
    /// A word that stands so often in a document is a term of its author.
    pub term: usize,
    /// The highest cost of the slip, in hundredths of an ordinary one, that leaves no doubt.
    pub most_cost: u32,
    /// The highest cost of a slip in a borrowed word that leaves few doubts: many differ in one letter.
    pub borrowed_cost: u32,
    /// The highest cost of a slip that is a habit: a letter doubled or not. It makes up for one
    /// doubt, and is also found where the writer makes it again and again.
    pub easy_cost: u32,
    /// The least frequency, where edited text has the unknown word too, once.
    pub least_band_scarce: u8,
    /// By how many doublings the word that was meant has to be more frequent for every doubt: an odd slip, or a list of
    /// the web that has the unknown word.
    pub doubt: u8,
    /// At most so many suggestions.
    pub most_fixes: usize,
    /// At most so many different words of a document are looked at.
    pub most_words: usize,
    /// Documents of which more than one word in so many is unknown are not Indonesian prose.
    pub unknown_share: usize,
    /// Shorter documents are too short to tell.
    pub unknown_words: usize,
    /// Words of casual speech that are one slip away from others.
    pub casual: Vec<String>,
    /// Words that neighbouring languages have and Indonesian has not: two of them tell a sentence of theirs.
    pub neighbours: Vec<String>,
    /// In a sentence of so few words, a heading or a label, a capital may be that of a name.
    pub label: usize,
    /// By how many doublings a word that stands elsewhere in the document is the likelier one at least, and at most, when it
    /// stands there often; the shortest words are near to too many for that.
    pub here: (u8, u8),
}

/// The least frequency for words up to a length.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Up to so many letters.
    pub letters: usize,
    /// The band.
    pub band: u8,
}

/// The check.
pub struct Spelling {
    settings: Settings,
    casual: FxHashSet<String>,
    neighbours: FxHashSet<String>,
    /// What was found for forms of all documents so far: looking for it is most of the work.
    built: Searched,
    /// The same among listed words only.
    listed: Searched,
}

/// What was found for forms.
type Searched = Mutex<FxHashMap<Box<str>, Arc<[Candidate]>>>;

impl Spelling {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            casual: settings.casual.iter().cloned().collect(),
            neighbours: settings.neighbours.iter().cloned().collect(),
            built: Searched::default(),
            listed: Searched::default(),
        }
    }

    /// The words that were probably meant; none when the unknown word may stand.
    fn meant(&self, unknown: &Unknown<'_>, reach: Reach, bonus: &dyn Fn(&str) -> u8) -> Vec<Candidate> {
        let is_short = unknown.form.text.len() <= self.settings.least_letters;
        let bonus = |form: &str| if is_short { 0 } else { bonus(form) };
        let (searched, told) = match reach {
            Reach::Listed => (&self.listed, &LONELY_AMONG_LISTED),
            Reach::Built => (&self.built, &LONELY),
        };
        let found = || search(searched, &unknown.form.text, reach);
        if told.recall(unknown.form, || found().is_empty().into()) == 1 {
            return Vec::new();
        }
        let found = found();
        let mut candidates = candidate::ranked(&found, self.settings.odd_cost, &bonus);
        if !candidates.first().is_some_and(|best| self.is_likely(unknown, best, 0)) {
            return Vec::new();
        }
        candidates.truncate(self.settings.most_fixes);
        candidates
    }

    /// By how many doublings a word is the likelier one that stands so often in the document.
    fn bonus(&self, count: usize) -> u8 {
        let (least, most) = self.settings.here;
        let doublings = count.checked_ilog2().map(u8::try_from);
        doublings.map_or(0, |doublings| doublings.map_or(most, |doublings| most.min(least + doublings)))
    }

    /// Whether a word that may be a name is long enough to be looked at.
    fn is_long(&self, unknown: &Unknown<'_>) -> bool {
        unknown.form.text.len() >= self.settings.least_letters_capital && !unknown.is_supported
    }

    fn is_likely(&self, unknown: &Unknown<'_>, best: &Candidate, more_doubts: u8) -> bool {
        let Settings { odd_cost, most_cost, easy_cost, borrowed_cost, doubt, .. } = self.settings;
        let letters = unknown.form.text.len();
        let is_other_letter = best.form.len() == letters || !best.form.starts_with(&unknown.form.text[..1]);
        let may_be_another =
            is_other_letter && best.cost > borrowed_cost && unknown::looks_borrowed(&unknown.form.text);
        let doubts = [best.cost > most_cost, unknown.is_supported, may_be_another, may_be_another];
        let doubts = more_doubts + doubts.iter().map(|is_doubt| u8::from(*is_doubt)).sum::<u8>();
        let is_easy = best.cost <= easy_cost;
        let floors = if best.cost > odd_cost { &self.settings.least_band_odd } else { &self.settings.least_band };
        let least = floor(floors, letters) + doubts * doubt;
        let least = if is_easy { least.saturating_sub(doubt) } else { least };
        let is_scarce_slip = || best.form.len() > letters && best.band >= self.settings.least_band_scarce;
        best.band >= least && (is_easy || !unknown.is_term) && (!unknown.is_scarce || is_scarce_slip())
    }

    /// Whether an unknown word with a likely one beside it stands `at` a place where it may be meant as it is.
    fn is_meant_here(&self, context: &Context, at: usize, unknown: &Unknown<'_>, best: &Candidate) -> bool {
        match surroundings::around(context, at, &self.neighbours) {
            Surroundings::Own => false,
            Surroundings::Mixed(words) => !self.is_likely(unknown, best, words),
            Surroundings::Foreign => true,
        }
    }

    /// Whether the word has a capital that the start of its sentence does not explain, or a name's capital there, or that of
    /// a label.
    fn may_be_name(&self, context: &Context, at: usize) -> bool {
        let word = context.words()[at];
        let is_listed_name = || context.form(word).entry().is_some_and(Entry::is_name);
        let is_label = || context.sentence(at).words.len() <= self.settings.label;
        word.shape != Shape::Lower
            && (!context.opens_sentence(at) || is_listed_name() || is_label() || names_somebody(context, at))
    }

    fn look_at(&self, context: &Context, unknown: &Unknown<'_>, bonus: &dyn Fn(&str) -> u8, out: &mut Vec<Finding>) {
        let (names, others): (Vec<usize>, Vec<usize>) =
            unknown.places.iter().partition(|&&at| self.may_be_name(context, at));
        let names = if self.is_long(unknown) { names } else { Vec::new() };
        if names.is_empty() && others.is_empty() {
            return;
        }
        let reach = if others.is_empty() { Reach::Listed } else { Reach::Built };
        let meant = self.meant(unknown, reach, bonus);
        let Some(best) = meant.first() else { return };
        if surroundings::is_identifier(context, &unknown.places) {
            return;
        }
        let is_daily = best.band >= self.settings.least_band_capital;
        let names = names.into_iter().filter(|_| is_daily).map(|at| (at, Certainty::Doubtful));
        let places = others.into_iter().map(|at| (at, Certainty::Certain)).chain(names);
        let places = places.filter(|(at, _)| !surroundings::is_label(context, *at));
        for (at, certainty) in places.filter(|(at, _)| !self.is_meant_here(context, *at, unknown, best)) {
            out.push(finding(context, at, &meant).at_most(certainty));
        }
    }
}

/// One for forms from which no word is one slip away, which are most, and zero for others: told without a lock.
static LONELY: Told = Told::new();
/// The same where only listed words count.
static LONELY_AMONG_LISTED: Told = Told::new();

/// The words one slip away from a form, remembered.
fn search(searched: &Searched, form: &str, reach: Reach) -> Arc<[Candidate]> {
    const MOST: usize = 20_000;
    let remembered = || searched.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = remembered().get(form) {
        return known.clone();
    }
    let found: Arc<[Candidate]> = candidate::candidates(form, reach).into();
    let mut searched = remembered();
    if searched.len() >= MOST {
        searched.clear();
    }
    searched.insert(form.into(), found.clone());
    found
}

/// How often a form stands in the document: few are asked for.
fn count(context: &Context, form: FormId) -> usize {
    context.words().iter().filter(|word| word.form == form && word.is_word()).count()
}

/// Whether the word that opens a sentence is a subject as names are: *Mandasari adalah …*, *Winda membeli …*, *Candra II …*,
/// or told from others of its name: *Katala (Spanyol)*.
fn names_somebody(context: &Context, at: usize) -> bool {
    let is_capital = |word: Word| word.is_word() && word.shape != Shape::Lower;
    if context.written(at + 1) == "(" && context.word(at + 2).is_some_and(is_capital) {
        return true;
    }
    let Some(next) = context.word(at + 1).filter(|next| next.is_word()) else { return false };
    let form = context.form(next);
    let is_active = || form.text.starts_with("me") && form.may_be(Class::Verb);
    matches!(&*form.text, "adalah" | "ialah" | "merupakan" | "yaitu") || next.shape != Shape::Lower || is_active()
}

impl Check for Spelling {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let mut unknown = unknown::unknown_words(context, &self.settings);
        unknown.retain(|unknown| !self.casual.contains(&*unknown.form.text));
        if unknown.is_empty() {
            return;
        }
        let bonus = |form: &str| context.vocabulary.number(form).map_or(0, |number| self.bonus(count(context, number)));
        for unknown in &unknown {
            self.look_at(context, unknown, &bonus, out);
        }
    }
}

/// The least band for so many letters.
fn floor(floors: &[Floor], letters: usize) -> u8 {
    let floor = floors.iter().find(|floor| letters <= floor.letters).or(floors.last());
    floor.map_or(0, |floor| floor.band)
}

fn finding(context: &Context, at: usize, meant: &[Candidate]) -> Finding {
    let span = context.words()[at].span;
    let edit = |candidate: &Candidate| vec![Edit::replace(span, casing::like(context, at, at, &candidate.form))];
    Finding { span, fixes: meant.iter().map(edit).collect(), ..Finding::default() }
}
