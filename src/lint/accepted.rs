//! The words that a user accepts: listed ones, and those of the user's own dictionaries.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::language::{Hunspell, morphology};

/// Words in which nothing is found.
#[derive(Default)]
pub(super) struct Accepted {
    words: FxHashSet<String>,
    /// Their words are merely no unknown ones: such dictionaries hold many nonstandard words.
    dictionaries: Vec<Arc<Hunspell>>,
}

impl Accepted {
    /// These words, whatever their capitals.
    pub(super) fn new(words: &[String]) -> Self {
        Self { words: words.iter().map(|word| form(word)).collect(), dictionaries: Vec::new() }
    }

    /// Takes in dictionaries.
    pub(super) fn know(&mut self, dictionaries: Vec<Arc<Hunspell>>) {
        self.dictionaries = dictionaries;
    }

    /// Whether exactly this text is listed.
    pub(super) fn lists(&self, text: &str) -> bool {
        !self.words.is_empty() && self.words.contains(&form(text))
    }

    /// Whether an unknown word is listed, or built from listed words with affixes or by saying it twice, or in a dictionary.
    pub(super) fn knows(&self, text: &str) -> bool {
        self.covers(&form(text)) || self.dictionaries.iter().any(|dictionary| dictionary.knows(text))
    }

    fn covers(&self, form: &str) -> bool {
        if self.words.is_empty() {
            return false;
        }
        let is_built = |form: &str| morphology::stems(form).iter().any(|(_, stem)| self.words.contains(stem));
        let is_part = |part: &str| AFFIXES.contains(&part) || is_built(part);
        is_built(form) || form.contains('-') && form.split('-').all(is_part)
    }
}

/// What a hyphen parts from a foreign word: *di-rebase*, *me-render*. The halves of a reduplication are words.
const AFFIXES: [&str; 16] =
    ["di", "ber", "ter", "me", "mem", "men", "meng", "pe", "pem", "pen", "peng", "se", "ke", "nya", "kan", "an"];

/// The text in small letters, with plain apostrophes.
fn form(text: &str) -> String {
    text.to_lowercase().replace(['’', 'ʼ', '‘'], "'")
}
