//! The runs of three words in a piece of text, and how much two pieces share of them.

use std::cmp::Ordering;
use std::ops::Range;
use std::rc::Rc;

use crate::document::Context;
use crate::language::WordKind;

/// How many keys a piece has: two pieces that share 60 % of their runs share a key in 94 of 100 cases (MinHash).
const KEYS: usize = 3;

/// A spreading multiplier for every key.
const SPREAD: [u64; KEYS] = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9];

/// The runs of three words of a document, as hashes, read once for all rules about what it repeats.
pub struct Runs {
    /// For every word and number the run that it ends, whatever their capitals, without punctuation; the first two end none.
    hashes: Vec<u64>,
    /// For every sentence, how many hashes stand before it; at last, how many there are.
    starts: Vec<u32>,
    /// A bit for every hash: whether it recurs.
    recurring: Vec<u64>,
}

impl Runs {
    /// The runs of the document, found out once.
    pub fn of(context: &Context) -> Rc<Self> {
        context.document.notes.note(|| Self::read(context))
    }

    fn read(context: &Context) -> Self {
        let mut hashes = Vec::with_capacity(context.words().len());
        let mut starts = Vec::with_capacity(context.document.sentences.len() + 1);
        let (mut first, mut second) = (0, 0);
        for sentence in &context.document.sentences {
            starts.push(narrow(hashes.len()));
            for word in &context.words()[sentence.words.clone()] {
                let third = match word.kind {
                    WordKind::Word => context.form(*word).stamp,
                    WordKind::Number => number(context.text(word.span)),
                    _ => continue,
                };
                hashes.push(hash(first, second, third));
                (first, second) = (second, third);
            }
        }
        starts.push(narrow(hashes.len()));
        let recurring = recurring(&hashes);
        Self { hashes, starts, recurring }
    }

    /// Where the runs within these sentences stand.
    fn within(&self, sentences: Range<usize>) -> Range<usize> {
        let (start, end) = (self.starts[sentences.start] as usize, self.starts[sentences.end] as usize);
        (start + 2).min(end)..end
    }

    /// The greatest share of their runs that these sentences can have in common with others.
    pub fn most_alike(&self, sentences: Range<usize>) -> f64 {
        let runs = self.within(sentences);
        super::ratio(self.recurring(runs.clone()), runs.len())
    }

    fn recurring(&self, runs: Range<usize>) -> usize {
        let Range { start, end } = runs;
        if start >= end {
            return 0;
        }
        let (first, last) = (start / 64, (end - 1) / 64);
        let (from, to) = (u64::MAX << (start % 64), u64::MAX >> (63 - (end - 1) % 64));
        if first == last {
            return (self.recurring[first] & from & to).count_ones() as usize;
        }
        let mut count = (self.recurring[first] & from).count_ones() + (self.recurring[last] & to).count_ones();
        for bits in &self.recurring[first + 1..last] {
            count += bits.count_ones();
        }
        count as usize
    }

    /// Whether the sentence may hold so many words in a row that stand in the document twice.
    pub fn may_repeat_in(&self, sentence: usize, words: usize) -> bool {
        self.recurring(self.within(sentence..sentence + 1)) + 2 >= words
    }
}

/// A bit for every hash, set where it stands there twice or oftener.
fn recurring(hashes: &[u64]) -> Vec<u64> {
    let mut recurs = vec![0; hashes.len().div_ceil(64)];
    let mut set = |number: usize| recurs[number / 64] |= 1 << (number % 64);
    // A hash table: under its first bits the number of the first one, from 1, or the next free place.
    let places = (hashes.len() * 2).next_power_of_two();
    let mut firsts: Vec<u32> = std::iter::repeat_n(0, places).collect();
    for (number, &hash) in hashes.iter().enumerate() {
        let mut place = (hash >> 40) as usize & (places - 1);
        loop {
            let Some(first) = (firsts[place] as usize).checked_sub(1) else {
                firsts[place] = narrow(number + 1);
                break;
            };
            if hashes[first] == hash {
                set(first);
                set(number);
                break;
            }
            place = (place + 1) & (places - 1);
        }
    }
    recurs
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The runs of three words of a piece of text, as hashes.
#[derive(Clone, Debug, Default)]
pub struct Shingles {
    hashes: Vec<u64>,
    is_sorted: bool,
}

impl Shingles {
    /// Takes in the runs of these sentences.
    pub fn read(&mut self, runs: &Runs, sentences: Range<usize>) {
        self.hashes.clear();
        self.is_sorted = false;
        self.hashes.extend_from_slice(&runs.hashes[runs.within(sentences)]);
    }

    /// For every spreading, the least hash with its number: what like pieces have in common.
    pub fn keys(&self) -> [u64; KEYS] {
        let spread_over = |hash: u64, spread: u64| {
            let mixed = (hash ^ hash >> 29).wrapping_mul(spread);
            mixed ^ mixed >> 32
        };
        let mut least = [u64::MAX; KEYS];
        for &hash in &self.hashes {
            for (least, spread) in least.iter_mut().zip(SPREAD) {
                *least = spread_over(hash, spread).min(*least);
            }
        }
        least
    }

    /// The share of the runs of both that both have: 1 for the same words, 0 for nothing in common.
    pub fn likeness(&mut self, other: &mut Self) -> f64 {
        if self.hashes == other.hashes && !self.hashes.is_empty() {
            return 1.0;
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_recurs_is_counted_in_any_range() {
        for period in [40, 63, 64, 65, 130, 150] {
            let hashes: Vec<u64> = (0..200).map(|number| (number % period) << 40).collect();
            let runs = Runs { hashes: hashes.clone(), starts: Vec::new(), recurring: recurring(&hashes) };
            for (start, end) in [(0, 200), (0, 0), (5, 5), (0, 64), (3, 64), (60, 70), (64, 128), (1, 199), (199, 200)]
            {
                let recurs = |hash: &&u64| hashes.iter().filter(|other| other == hash).count() > 1;
                let expected = hashes[start..end].iter().filter(recurs).count();
                assert_eq!(runs.recurring(start..end), expected, "{period} {start}..{end}");
            }
        }
    }
}
