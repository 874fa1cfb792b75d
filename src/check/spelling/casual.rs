//! Words as they are spoken: laughter, lengthened sounds, the affixes and vowels of casual speech. They are no slips of the
//! hand but another register, which is the business of other rules.

use crate::language::lexicon::{self, Trust};
use crate::language::morphology;

/// Whether a form is written as it is spoken: *hahaha*, *bangeeet*, *nulis*, *bagiin*, *tetep*.
pub(in crate::check) fn is_casual(form: &str) -> bool {
    is_laughter(form) || is_lengthened(form) || has_spoken_affix(form) || has_spoken_vowel(form)
}

/// Two letters in turn: *hehe*, *wkwkwk*, *hihihi*.
fn is_laughter(form: &str) -> bool {
    const LEAST: usize = 4;
    form.len() >= LEAST && form.bytes().zip(form.bytes().skip(2)).all(|(letter, next)| letter == next)
}

/// A letter three times or oftener, where once makes a word and twice none: *bangeeet*, *lamaaa*, but not *perusahaaan*.
fn is_lengthened(form: &str) -> bool {
    let letters = || form.chars().zip(form.chars().skip(1)).zip(form.chars().skip(2));
    if letters().all(|((first, second), third)| first != second || second != third) {
        return false;
    }
    let (mut once, mut twice) = (String::new(), String::new());
    let (mut run, mut last) = (0, None);
    for letter in form.chars() {
        run = if last == Some(letter) { run + 1 } else { 1 };
        last = Some(letter);
        once.extend((run == 1).then_some(letter));
        twice.extend((run <= 2).then_some(letter));
    }
    !morphology::is_known(&twice) && morphology::is_known(&once)
}

/// *meN-* without *me-*, or *-in* for *-kan* and *-i*: *megang*, *ngomongin*, *dibeliin*, *main-mainin*.
fn has_spoken_affix(form: &str) -> bool {
    let last = form.rsplit('-').next().unwrap_or(form);
    is_bare_nasal(last) || last.strip_suffix("in").is_some_and(|stem| stem.len() >= SHORTEST && is_verb_stem(stem))
}

/// A shorter stem is left over by chance.
const SHORTEST: usize = 4;

fn is_verb_stem(stem: &str) -> bool {
    let is_word = |form: &str| {
        form.len() >= SHORTEST
            && lexicon::entry(form)
                .is_some_and(|entry| entry.trust() > Trust::Low && !entry.is_name() && entry.band() > 1)
    };
    is_word(stem) || stem.strip_prefix("di").is_some_and(is_word) || is_bare_nasal(stem)
}

fn is_bare_nasal(form: &str) -> bool {
    form.len() >= SHORTEST && form.starts_with(['m', 'n']) && morphology::is_known(&["me", form].concat())
}

/// *e* for *a* in a closed last syllable: *tetep*, *cepet*, *sebenernya*.
fn has_spoken_vowel(form: &str) -> bool {
    let base = form.strip_suffix("nya").unwrap_or(form);
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let Some(at) = base.rfind(is_vowel).filter(|at| base[*at..].starts_with('e') && at + 1 < base.len()) else {
        return false;
    };
    let standard = [&base[..at], "a", &base[at + 1..]].concat();
    let is_common =
        |form: &str| lexicon::entry(form).is_some_and(|entry| entry.trust() > Trust::Low && entry.band() > COMMON);
    is_common(&standard) || base.len() < form.len() && is_common(&(standard + "nya"))
}

/// The words of which speech changes the vowel are common ones.
const COMMON: u8 = 3;

#[cfg(test)]
mod tests {
    use super::is_casual;

    #[test]
    fn speech_is_told_from_slips() {
        for spoken in [
            "hahaha",
            "wkwkwk",
            "hehehe",
            "bangeeet",
            "lamaaa",
            "megang",
            "nimbang",
            "nulis",
            "bagiin",
            "dibeliin",
            "main-mainin",
            "tetep",
            "cepet",
            "dalem",
            "sebenernya",
        ] {
            assert!(is_casual(spoken), "{spoken}");
        }
        for slip in ["perusahaaan", "untyk", "menggunakn", "bermanfaaat", "dnegan", "sepert", "mneulis", "pegnguna"] {
            assert!(!is_casual(slip), "{slip}");
        }
    }
}
