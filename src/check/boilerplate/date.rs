//! Lines with the date of a page and something beside it: an author, a section, a counter.

use rustc_hash::FxHashMap;

use super::line::{is_clock, is_number, is_slashed_date};
use super::settings::{Place, Settings};
use super::wording::End;

/// The most words of such a line.
const WORDS: usize = 12;
/// The most of them that are neither date nor hour.
const OTHERS: usize = 5;

const MONTH: u8 = 1;
const DAY: u8 = 1 << 1;
const CLOCK: u8 = 1 << 2;

/// What dates are made of: names of months, days of the week and what stands before an hour, what stands behind one.
#[derive(Default)]
pub(super) struct Words(FxHashMap<String, u8>);

impl Words {
    pub(super) fn new(settings: &Settings) -> Self {
        let mut words = Self::default();
        for (kind, list) in [(MONTH, &settings.months), (DAY, &settings.date_words), (CLOCK, &settings.clock_words)] {
            list.iter().for_each(|word| *words.0.entry(word.clone()).or_default() |= kind);
        }
        words
    }

    /// All words, each with whether it makes a date or an hour of the number beside it.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(word, kinds)| (word.as_str(), kinds & (MONTH | CLOCK) != 0))
    }

    fn kinds(&self, word: &str) -> u8 {
        self.0.get(word).copied().unwrap_or(0)
    }

    /// Whether dates are made of this word.
    pub(super) fn have(&self, word: &str) -> bool {
        self.kinds(word) != 0
    }

    /// Whether the word names a month.
    pub(super) fn is_month(&self, word: &str) -> bool {
        self.kinds(word) & MONTH != 0
    }

    /// Whether the word stands behind an hour.
    pub(super) fn is_clock(&self, word: &str) -> bool {
        self.kinds(word) & CLOCK != 0
    }
}

/// The place of a line of `words`: with date and hour, or with a date and a word that `is_about_page`.
pub(super) fn place(dates: &Words, words: &[&str], end: End, is_about_page: impl Fn(&str) -> bool) -> Option<Place> {
    if end != End::Open || words.len() > WORDS {
        return None;
    }
    let is_month = |at: usize| {
        dates.is_month(words[at])
            && [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .any(|at| words.get(at).is_some_and(|word| is_number(word)))
    };
    let is_dated = (0..words.len()).any(|at| is_month(at) || is_slashed_date(words[at]));
    let is_timed = words.iter().any(|word| dates.is_clock(word) || is_clock(word));
    let is_date = |word: &&&str| is_number(word) || dates.have(word);
    let others = words.len() - words.iter().filter(is_date).count();
    let is_page = words.iter().any(|word| is_about_page(word));
    // *Waktu: Minggu, 12 Mei 2024 pukul 07.00 WIB* belongs to an invitation.
    let is_label = |word: &&&str| word.ends_with(':') && !is_about_page(word);
    let is_labelled = words[..words.len().saturating_sub(1)].iter().any(|word| is_label(&word));
    if others == 0 && is_timed && !is_dated {
        return Some(Place::Beside);
    }
    let is_place = is_dated && !is_labelled && others <= OTHERS && (is_timed || is_page);
    is_place.then_some(Place::Edges)
}
