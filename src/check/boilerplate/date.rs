//! Lines with the date of a page and something beside it: an author, a section, a counter.

use super::line::{is_clock, is_number, is_slashed_date};
use super::settings::Place;
use super::wording::End;

/// The most words of such a line.
const WORDS: usize = 12;
/// The most of them that are neither date nor hour.
const OTHERS: usize = 5;

/// What dates are made of.
pub(super) struct Words<'s> {
    /// Names of months.
    pub months: &'s [String],
    /// Days of the week and what stands before an hour.
    pub days: &'s [String],
    /// What stands behind an hour.
    pub clocks: &'s [String],
}

/// The place of a line of `words`: with date and hour, or with a date and a word that `is_about_page`.
pub(super) fn place(dates: &Words, words: &[&str], end: End, is_about_page: impl Fn(&str) -> bool) -> Option<Place> {
    if end != End::Open || words.len() > WORDS {
        return None;
    }
    let has = |list: &[String], word: &str| list.iter().any(|listed| listed == word);
    let is_month = |at: usize| {
        has(dates.months, words[at])
            && [at.checked_sub(1), Some(at + 1)]
                .into_iter()
                .flatten()
                .any(|at| words.get(at).is_some_and(|word| is_number(word)))
    };
    let is_dated = (0..words.len()).any(|at| is_month(at) || is_slashed_date(words[at]));
    let is_timed = words.iter().any(|word| has(dates.clocks, word) || is_clock(word));
    let is_date =
        |word: &&&str| is_number(word) || [dates.months, dates.days, dates.clocks].iter().any(|list| has(list, word));
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
