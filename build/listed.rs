//! Writes a list of words as the program reads it in place: see `src/language/listed.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[path = "../src/language/bucket.rs"]
mod bucket;

pub use bucket::hash;

/// So many words share a bucket, on the average.
const WORDS: usize = 4;

/// Writes `NAME.words` into `out`.
pub fn write(out: &Path, name: &str, words: &BTreeMap<String, u64>) {
    println!("cargo::rerun-if-changed=src/language/bucket.rs");
    let numbers: Vec<u64> = words.values().copied().collect::<BTreeSet<u64>>().into_iter().collect();
    let mut buckets = vec![(0, Vec::new()); words.len() / WORDS + 1];
    for (word, number) in words {
        let (bucket, mark) = bucket::place(bucket::hash(word.as_bytes()), buckets.len());
        let length = u8::try_from(word.len()).unwrap_or_else(|_| panic!("{name}: too long: {word}"));
        let place = numbers.binary_search(number).expect("all numbers are there");
        let place = u16::try_from(place).unwrap_or_else(|_| panic!("{name}: too many different numbers"));
        let (marks, entries) = &mut buckets[bucket];
        *marks |= bucket::bit(mark);
        entries.extend([mark, length].into_iter().chain(place.to_le_bytes()).chain(word.bytes()));
    }
    let size = |count: usize| u32::try_from(count).expect("a list of some megabytes").to_le_bytes();
    let mut bytes = [buckets.len(), numbers.len()].map(size).concat();
    let (marks, entries): (Vec<u64>, Vec<Vec<u8>>) = buckets.into_iter().unzip();
    let mut start = 0;
    for (marks, entries) in marks.iter().zip(&entries) {
        bytes.extend((marks | start).to_le_bytes());
        start += entries.len() as u64;
    }
    assert!(start <= bucket::START, "{name}: too many words");
    bytes.extend(start.to_le_bytes());
    bytes.extend(numbers.into_iter().flat_map(u64::to_le_bytes));
    bytes.extend(entries.concat());
    let path = out.join(format!("{name}.words"));
    fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
