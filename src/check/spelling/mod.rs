//! Words that are none, when a word that is far more likely stands one slip away: *untyk*, *menggunakn*.

mod candidate;
mod edit;
mod unknown;

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
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
    /// A word that stands so often in a document is a term of its author.
    pub term: usize,
    /// The highest cost of the slip, in hundredths of an ordinary one.
    pub most_cost: u32,
    /// At most so many suggestions.
    pub most_fixes: usize,
    /// At most so many different words of a document are looked at.
    pub most_words: usize,
    /// Documents of which more than one word in so many is unknown are not Indonesian prose.
    pub unknown_share: usize,
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
    fn meant(&self, unknown: &Unknown<'_>) -> Vec<Candidate> {
        let mut candidates = candidate::candidates(unknown.form);
        if !candidates.first().is_some_and(|best| self.is_likely(unknown, best)) {
            return Vec::new();
        }
        candidates.truncate(self.settings.most_fixes);
        candidates
    }

    fn is_likely(&self, unknown: &Unknown<'_>, best: &Candidate) -> bool {
        let letters = unknown.form.len();
        let floors = &self.settings.least_band;
        let floor = floors.iter().find(|floor| letters <= floor.letters).or(floors.last());
        best.cost <= self.settings.most_cost && floor.is_none_or(|floor| best.band >= floor.band)
    }
}

impl Check for Spelling {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        for unknown in unknown::unknown_words(context, &self.settings) {
            let meant = self.meant(&unknown);
            let Some(best) = meant.first() else { continue };
            for &at in &unknown.places {
                let may_be_name = casing::may_be_name(context, at);
                if may_be_name && best.band < self.settings.least_band_capital {
                    continue;
                }
                let span = context.words()[at].span;
                let mut finding = Finding::at(span);
                for candidate in &meant {
                    finding = finding.or(vec![Edit::replace(span, casing::like(context, at, at, &candidate.form))]);
                }
                if may_be_name {
                    finding = finding.at_most(Certainty::Doubtful);
                }
                out.push(finding);
            }
        }
    }
}
