//! Words that a hunspell dictionary of the user's own knows: the only file that names the crate `spellbook`.

use spellbook::{ParseDictionaryError, ParseDictionaryErrorSource};

use super::morphology;

/// A dictionary in the format of hunspell: what its `.dic` lists, with the affixes of its `.aff`.
pub struct Hunspell {
    inner: spellbook::Dictionary,
}

/// One of the two files of a dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HunspellFile {
    /// The `.aff`: how words are built.
    Affixes,
    /// The `.dic`: the words.
    Words,
}

/// Why a dictionary cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenHunspell {
    /// The file with the mistake.
    pub file: HunspellFile,
    /// Its line, counted from 1, where that is known.
    pub line: Option<usize>,
    /// What is wrong, in English, as the parser says it.
    pub reason: String,
}

/// A shorter stem is left over from taking affixes off by chance.
const SHORT_STEM: usize = 4;

impl Hunspell {
    /// The dictionary of the texts of an `.aff` and a `.dic`.
    ///
    /// # Errors
    /// What is wrong with one of them.
    pub fn parse(affixes: &str, words: &str) -> Result<Self, BrokenHunspell> {
        let inner = spellbook::Dictionary::new(affixes, words).map_err(|error| broken(&error))?;
        Ok(Self { inner })
    }

    /// Whether it has the word, as written or in lower case, or what is left of it without Indonesian affixes.
    pub fn knows(&self, word: &str) -> bool {
        let form = word.to_lowercase();
        let is_root = |root: &str| root.len() >= SHORT_STEM && self.inner.check(root);
        self.inner.check(word)
            || self.inner.check(&form)
            || morphology::stems(&form).iter().any(|(_, root)| is_root(root))
    }
}

fn broken(error: &ParseDictionaryError) -> BrokenHunspell {
    let file = match error.source {
        ParseDictionaryErrorSource::Aff => HunspellFile::Affixes,
        ParseDictionaryErrorSource::Dic => HunspellFile::Words,
    };
    BrokenHunspell { file, line: error.line_number, reason: error.kind.to_string() }
}
