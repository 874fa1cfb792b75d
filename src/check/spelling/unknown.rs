//! The words of a document that no list has and no affixes explain.

use rustc_hash::FxHashMap;

use super::Settings;
use crate::document::Context;
use crate::language::{FormId, Shape, lexicon, morphology};

/// An unknown form with its places, as indices of words.
pub(super) struct Unknown<'d> {
    pub form: &'d str,
    pub places: Vec<usize>,
}

/// The unknown words that may be misspelt, in the order they are met; none where the document is not Indonesian.
pub(super) fn unknown_words<'d>(context: &Context<'d>, settings: &Settings) -> Vec<Unknown<'d>> {
    let mut numbers: FxHashMap<FormId, usize> = FxHashMap::default();
    let mut found: Vec<Unknown<'d>> = Vec::new();
    let (mut words, mut unknown) = (0, 0);
    for (at, word) in context.words().iter().enumerate().filter(|(_, word)| word.is_word()) {
        words += 1;
        let form = context.form(*word);
        if form.text.len() < settings.least_letters || form.is_known() {
            continue;
        }
        unknown += 1;
        if !matches!(word.shape, Shape::Lower | Shape::Capital) {
            continue;
        }
        let number = *numbers.entry(word.form).or_insert_with(|| {
            found.push(Unknown { form: &form.text, places: Vec::new() });
            found.len() - 1
        });
        found[number].places.push(at);
    }
    if unknown * settings.unknown_share > words {
        return Vec::new();
    }
    found.retain(|unknown| unknown.places.len() < settings.term && may_be_misspelt(unknown.form));
    found.truncate(settings.most_words);
    found
}

/// Whether an unknown form is of plain letters, and neither foreign nor a name nor built from one.
fn may_be_misspelt(form: &str) -> bool {
    let is_plain = form.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    is_plain && !is_of_others(form) && !morphology::stems(form).iter().any(|(affixes, stem)| !affixes.is_none() && stem.len() >= LEAST_STEM && is_of_others(stem))
}

/// A shorter stem is left over from taking affixes off by chance: *but* in *membut*.
const LEAST_STEM: usize = 5;

/// Whether a form is a word of another language, or a name that is met now and then.
fn is_of_others(form: &str) -> bool {
    lexicon::is_foreign(form) || lexicon::entry(form).is_some_and(|entry| entry.is_name() && entry.band() > 0)
}
