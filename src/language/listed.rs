//! Words with a number each, embedded in the program: an automaton that is read in place, behind a sieve.

use fst::Map;

use super::sieve;

/// A list of words as the build script writes it.
pub(super) struct Listed {
    map: Map<&'static [u8]>,
    sieve: &'static [u8],
}

impl Listed {
    /// The list of this automaton and its sieve.
    pub(super) fn open(automaton: &'static [u8], sieve: &'static [u8]) -> Self {
        Self { map: Map::new(automaton).expect("the build script has just written this automaton"), sieve }
    }

    /// The number of a word; nothing for what is not on the list.
    pub(super) fn get(&self, word: &str) -> Option<u64> {
        if self.may_have(word) { self.map.get(word) } else { None }
    }

    /// Whether the sieve lets a word through, as it does all that are listed and few others.
    fn may_have(&self, word: &str) -> bool {
        let (blocks, _) = self.sieve.as_chunks::<8>();
        let (block, bits) = sieve::place(word.as_bytes(), blocks.len());
        blocks.get(block).is_some_and(|block| u64::from_le_bytes(*block) & bits == bits)
    }

    /// All words with their numbers.
    pub(super) fn all(&self) -> Vec<(String, u64)> {
        self.map.stream().into_str_vec().unwrap_or_default()
    }

    /// What it takes up, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.map.as_fst().size() + self.sieve.len()
    }
}
