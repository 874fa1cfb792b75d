//! The words that may have been meant, best first.

use crate::language::Class;
use crate::language::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use crate::language::lexicon::{self, Entry, Trust};
use crate::language::morphology::{self, Reading};

use super::edit::{self, Place};

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

/// Which words may have been meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Those that the lexicon lists.
    Listed,
    /// Also those that are built from them.
    Built,
}

/// The words one slip away from `form`, each once, in no order.
pub(super) fn candidates(form: &str, reach: Reach) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let place = if reach == Reach::Listed { Place::BetweenListed } else { Place::Any };
    edit::each(form, place, &mut |letters, hash, slip| {
        let may_be_word = match reach {
            Reach::Listed => lexicon::entry_of(hash, [&[], letters]).is_some(),
            Reach::Built => morphology::may_be_word(letters),
        };
        // Nearly nothing is a word.
        if !may_be_word {
            return;
        }
        let Ok(other) = std::str::from_utf8(letters) else { return };
        let cost = || slip.cost(form.as_bytes());
        if let Some(known) = found.iter_mut().find(|known| known.form == other) {
            known.cost = known.cost.min(cost());
        } else if let Some(band) = frequency(other, reach) {
            found.push(Candidate { form: other.to_owned(), cost: cost(), band });
        }
    });
    found
}

/// The candidates, best first. `bonus` tells how much more frequent than elsewhere a word is here, in doublings; it does not
/// count for slips dearer than `odd`: an article on what is synchronous has *asinkron* as well.
pub(super) fn ranked(candidates: &[Candidate], odd: u32, bonus: &dyn Fn(&str) -> u8) -> Vec<Candidate> {
    let more = |known: &Candidate| if known.cost > odd { 0 } else { bonus(&known.form) };
    let weighed = candidates.iter().map(|known| Candidate { band: known.band + more(known), ..known.clone() });
    let mut ranked: Vec<Candidate> = weighed.collect();
    ranked.sort_by(|a, b| (-a.score(), &a.form).cmp(&(-b.score(), &b.form)));
    ranked
}

/// How frequent a word is, in doublings; nothing for what is no word of Indonesian, or a name.
fn frequency(form: &str, reach: Reach) -> Option<u8> {
    let listed = lexicon::entry(form).filter(|entry| entry.trust() > Trust::Low);
    let is_within = listed.is_some() || reach == Reach::Built;
    if !is_within || listed.is_some_and(|entry| entry.is_name() || entry.is_foreign()) || !morphology::is_word(form) {
        return None;
    }
    let own = listed.map(listed_frequency);
    own.max(morphology::analyse(form).iter().filter_map(built_frequency).max())
}

/// The frequency of a listed word; one that people wrote into a list is in use, though a corpus may lack it.
fn listed_frequency(entry: Entry) -> u8 {
    const IN_USE: u8 = 2;
    if entry.trust() == Trust::Curated { entry.band().max(IN_USE) } else { entry.band() }
}

/// How frequent a word is that the lists do not hold, by what it is built from: much less than its root, and a little less
/// than the same word without its clitic.
fn built_frequency(reading: &Reading) -> Option<u8> {
    const LESS_THAN_ROOT: u8 = 5;
    const LESS_THAN_BASE: u8 = 1;
    // Clitics of persons and particles are rare in edited text: *masukkah* for *masukka* is not what was meant.
    const LESS_WHERE_RARE: u8 = 5;
    const LESS_WITH_PARTICLE: u8 = 3;
    let trusted = |form: &str| lexicon::entry(form).filter(|entry| entry.trust() > Trust::Low && !entry.is_name());
    let bare = Affixes { clitic: Clitic::None, particle: Particle::None, ..reading.affixes };
    if !reading.is_reduplicated()
        && bare != reading.affixes
        && let Some(base) = trusted(&morphology::generate(&reading.root, bare))
        && !is_particle(&reading.root)
    {
        let is_usual = matches!(reading.affixes.clitic, Clitic::None | Clitic::Nya);
        let less = match reading.affixes.particle {
            Particle::None if is_usual => LESS_THAN_BASE,
            // *bukalah* asks for something; *sertalah* nobody writes.
            Particle::Lah if is_usual && base.classes().has(Class::Verb) => LESS_THAN_BASE,
            Particle::Lah if is_usual => LESS_WITH_PARTICLE,
            _ => LESS_WHERE_RARE,
        };
        return listed_frequency(base).checked_sub(less);
    }
    let is_living = matches!(
        reading.affixes.prefix,
        Prefix::None
            | Prefix::Me
            | Prefix::Di
            | Prefix::Ber
            | Prefix::Ter
            | Prefix::Pe
            | Prefix::PlainPe
            | Prefix::Memper
            | Prefix::Diper
    ) && reading.affixes.suffix != Suffix::I
        && matches!(reading.affixes.particle, Particle::None | Particle::Lah);
    let root = trusted(&reading.root).filter(|_| is_living)?;
    // *penduaan*: what is done to a number has names of its own.
    if reading.affixes.prefix == Prefix::Pe && root.main_class() == Some(Class::Num) {
        return None;
    }
    // *terdari*, *yangkan*: affixes make nothing of words that join others.
    if root.is_function_word()
        && matches!(root.main_class(), Some(Class::Adp | Class::Cconj | Class::Sconj | Class::Det | Class::Part))
    {
        return None;
    }
    let less = if reading.is_reduplicated() { LESS_THAN_BASE } else { LESS_THAN_ROOT };
    root.band().checked_sub(less)
}

/// Whether a word takes no particle, being one itself: *pun*.
fn is_particle(root: &str) -> bool {
    let has = |list: &str| lexicon::list_number(list).is_some_and(|number| lexicon::lists(root).has(number));
    has("particles") && !has("negations")
}
