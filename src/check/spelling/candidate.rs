//! The words that may have been meant, best first.

use crate::language::lexicon::{self, Trust};
use crate::language::morphology;

use super::edit;

/// A word that is one slip away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub form: String,
    /// How unlikely the slip is, in hundredths of an ordinary one.
    pub cost: u32,
    /// How frequent the word is, in doublings.
    pub band: u8,
}

/// What a doubling of the frequency weighs against the cost of the slip.
const DOUBLING: i32 = 18;

impl Candidate {
    /// How likely it is that this word was meant; only the order counts.
    fn score(&self) -> i32 {
        i32::from(self.band) * DOUBLING - self.cost.cast_signed()
    }
}

/// The words one slip away from `form`, best first; each once.
pub(super) fn candidates(form: &str) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    edit::each(form, &mut |other, cost| {
        if let Some(known) = found.iter_mut().find(|known| known.form == other) {
            known.cost = known.cost.min(cost);
        } else if let Some(band) = frequency(other) {
            found.push(Candidate { form: other.to_owned(), cost, band });
        }
    });
    found.sort_by(|a, b| (-a.score(), &a.form).cmp(&(-b.score(), &b.form)));
    found
}

/// How frequent a word is, in doublings; one that is only built from a listed word less than that. Nothing for what is no
/// word of Indonesian, or a name.
fn frequency(form: &str) -> Option<u8> {
    if !morphology::is_known(form) {
        return None;
    }
    let listed = lexicon::entry(form).filter(|entry| entry.trust() > Trust::Low);
    if listed.is_some_and(|entry| entry.is_name() || entry.is_foreign()) {
        return None;
    }
    let own = listed.map(|entry| entry.band());
    let built = morphology::analyse(form).into_iter().filter(|reading| !reading.affixes.is_none() || reading.reduplicated);
    let roots = built.filter_map(|reading| lexicon::entry(&reading.root));
    let built = roots.map(|root| root.band().saturating_sub(LESS)).max();
    own.max(built)
}

/// By how many doublings a word is less frequent than the one it is built from, when the lists do not hold it.
const LESS: u8 = 3;
