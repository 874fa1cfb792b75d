//! Writes a list of words as an automaton and the sieve before it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[path = "../src/language/sieve.rs"]
mod sieve;

/// Bits of the sieve for every word: with them, about one in fifty other texts comes through.
const BITS_PER_WORD: usize = 12;

/// Writes `NAME.fst` and `NAME.sieve` into `out`.
pub fn write(out: &Path, name: &str, words: &BTreeMap<String, u64>) {
    let map = fst::Map::from_iter(words.iter().map(|(word, number)| (word, *number)))
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut blocks = vec![0_u64; (words.len() * BITS_PER_WORD).div_ceil(64)];
    for word in words.keys() {
        let (block, bits) = sieve::place(word.as_bytes(), blocks.len());
        blocks[block] |= bits;
    }
    let sieve: Vec<u8> = blocks.into_iter().flat_map(u64::to_le_bytes).collect();
    for (ending, bytes) in [("fst", map.as_fst().as_bytes()), ("sieve", &sieve)] {
        let path = out.join(format!("{name}.{ending}"));
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
