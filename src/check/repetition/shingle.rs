//! The runs of three words in a piece of text, and how much two pieces share of them.

use std::cmp::Ordering;
use std::ops::Range;

use crate::document::Context;
use crate::language::WordKind;

/// How many keys a piece has: two pieces that share 60 % of their runs share a key in 94 of 100 cases (MinHash).
const KEYS: usize = 3;

/// A spreading multiplier for every key.
const SPREAD: [u64; KEYS] = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9];

/// The runs of three words of a piece of text, as hashes.
#[derive(Clone, Debug, Default)]
pub struct Shingles {
    hashes: Vec<u64>,
    is_sorted: bool,
}

impl Shingles {
    /// Takes in the words and numbers of these sentences, whatever their capitals, without punctuation.
    pub fn read(&mut self, context: &Context, sentences: Range<usize>) {
        self.hashes.clear();
        self.is_sorted = false;
        let (mut first, mut second) = (0, 0);
        for sentence in &context.document.sentences[sentences] {
            for word in &context.words()[sentence.words.clone()] {
                let third = match word.kind {
                    WordKind::Word => context.form(*word).stamp,
                    WordKind::Number => number(context.text(word.span)),
                    _ => continue,
                };
                if first != 0 {
                    self.hashes.push(hash(first, second, third));
                }
                (first, second) = (second, third);
            }
        }
    }

    /// For every spreading, the least hash with its number: what like pieces have in common.
    pub fn keys(&self) -> [u64; KEYS] {
        let spread_over = |hash: u64, spread: u64| {
            let mixed = (hash ^ hash >> 29).wrapping_mul(spread);
            mixed ^ mixed >> 32
        };
        SPREAD.map(|spread| {
            let least = self.hashes.iter().map(|&hash| spread_over(hash, spread)).min();
            least.unwrap_or(u64::MAX)
        })
    }

    /// The share of the runs of both that both have: 1 for the same words, 0 for nothing in common.
    pub fn likeness(&mut self, other: &mut Self) -> f64 {
        self.sort();
        other.sort();
        let (mut left, mut right, mut both) = (0, 0, 0_u32);
        while let (Some(a), Some(b)) = (self.hashes.get(left), other.hashes.get(right)) {
            match a.cmp(b) {
                Ordering::Less => left += 1,
                Ordering::Greater => right += 1,
                Ordering::Equal => {
                    both += 1;
                    left += 1;
                    right += 1;
                }
            }
        }
        let all = u32::try_from(self.hashes.len() + other.hashes.len()).unwrap_or(u32::MAX) - both;
        if all == 0 { 0.0 } else { f64::from(both) / f64::from(all) }
    }

    fn sort(&mut self) {
        if !self.is_sorted {
            self.hashes.sort_unstable();
            self.hashes.dedup();
            self.is_sorted = true;
        }
    }
}

const fn hash(first: u64, second: u64, third: u64) -> u64 {
    const SPREAD: u64 = 0x517C_C1B7_2722_0A95;
    let mut hash = first.wrapping_mul(SPREAD).rotate_left(23) ^ second;
    hash = hash.wrapping_mul(SPREAD).rotate_left(23) ^ third;
    hash.wrapping_mul(SPREAD)
}

/// A number as something that is no form.
fn number(text: &str) -> u64 {
    const ABOVE_FORMS: u64 = 1 << 40;
    text.bytes().fold(ABOVE_FORMS, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()) | ABOVE_FORMS)
}
