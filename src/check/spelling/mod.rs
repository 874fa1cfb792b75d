//! Words that are none, when a word that is far more likely stands one slip away: *untyk*, *menggunakn*.

mod candidate;
mod edit;
mod unknown;

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::Shape;
use crate::language::lexicon::Entry;
use crate::text::Edit;
use candidate::Candidate;
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
    /// The least frequency, where the word has a capital that its sentence does not explain.
    pub least_band_capital: u8,
    /// The least letters there.
    pub least_letters_capital: usize,
    /// A word that stands so often in a document is a term of its author.
    pub term: usize,
    /// The highest cost of the slip, in hundredths of an ordinary one, that leaves no doubt.
    pub most_cost: u32,
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
}

impl Spelling {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// The words that were probably meant; none when the unknown word may stand.
    fn meant(&self, unknown: &Unknown<'_>, bonus: &dyn Fn(&str) -> u8) -> Vec<Candidate> {
        let is_short = unknown.form.len() <= self.settings.least_letters;
        let bonus = |form: &str| if is_short { 0 } else { bonus(form) };
        let mut candidates = candidate::candidates(unknown.form, &bonus);
        if !candidates.first().is_some_and(|best| self.is_likely(unknown, best)) {
            return Vec::new();
        }
        candidates.truncate(self.settings.most_fixes);
        candidates
    }

    /// By how many doublings a word is the likelier one that stands so often in the document.
    fn bonus(&self, count: u32) -> u8 {
        let (least, most) = self.settings.here;
        u8::try_from(count.ilog2()).map_or(most, |doublings| most.min(least + doublings))
    }

    /// Whether the word is misspelt although it may be a name.
    fn is_sure(&self, unknown: &Unknown<'_>, best: &Candidate) -> bool {
        best.band >= self.settings.least_band_capital
            && unknown.form.len() >= self.settings.least_letters_capital
            && !unknown.is_supported
    }

    fn is_likely(&self, unknown: &Unknown<'_>, best: &Candidate) -> bool {
        let letters = unknown.form.len();
        let floors = &self.settings.least_band;
        let floor = floors.iter().find(|floor| letters <= floor.letters).or(floors.last());
        let is_easy = best.cost <= self.settings.easy_cost;
        let is_odd = best.cost > self.settings.most_cost;
        let doubts = u8::from(is_odd) + u8::from(unknown.is_supported);
        let least = floor.map_or(0, |floor| floor.band) + doubts * self.settings.doubt;
        let least = if is_easy { least.saturating_sub(self.settings.doubt) } else { least };
        let least = if unknown.is_scarce { least.max(self.settings.least_band_scarce) } else { least };
        best.band >= least && (is_easy || !unknown.is_term)
    }
}

impl Check for Spelling {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let unknown = unknown::unknown_words(context, &self.settings);
        if unknown.is_empty() {
            return;
        }
        let counts = unknown::counts(context);
        let bonus = |form: &str| {
            let count = context.vocabulary.number(form).and_then(|number| counts.get(&number));
            count.map_or(0, |&count| self.bonus(count))
        };
        for unknown in unknown {
            let meant = self.meant(&unknown, &bonus);
            let Some(best) = meant.first() else { continue };
            for &at in &unknown.places {
                let may_be_name = may_be_name(context, at);
                if may_be_name && !self.is_sure(&unknown, best) {
                    continue;
                }
                let finding = finding(context, at, &meant);
                out.push(if may_be_name { finding.at_most(Certainty::Doubtful) } else { finding });
            }
        }
    }
}

fn finding(context: &Context, at: usize, meant: &[Candidate]) -> Finding {
    let span = context.words()[at].span;
    let edit = |candidate: &Candidate| vec![Edit::replace(span, casing::like(context, at, at, &candidate.form))];
    Finding { span, fixes: meant.iter().map(edit).collect(), ..Finding::default() }
}

/// Whether the word has a capital that the start of its sentence does not explain, or a name's capital there.
fn may_be_name(context: &Context, at: usize) -> bool {
    let word = context.words()[at];
    let is_listed_name = || context.form(word).entry().is_some_and(Entry::is_name);
    word.shape != Shape::Lower && (!context.opens_sentence(at) || is_listed_name())
}
