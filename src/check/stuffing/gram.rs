//! The sequences of words that stand often in a document.
//!
//! Pairs are first counted in a small table that mixes some of them up; only the places of pairs that may be frequent
//! are looked at again, exactly. A longer sequence is made of two frequent ones that overlap, so the work after the
//! first pass is that of the frequent places alone.

use super::stream::Token;

/// Words that stand together in several places.
#[derive(Clone, Debug)]
pub struct Gram {
    /// How many words.
    pub len: usize,
    /// Where, as token indices, sorted and without overlap.
    pub places: Vec<u32>,
}

impl Gram {
    /// The same words with at most about `most` of their places, evenly chosen.
    pub fn sample(&self, most: usize) -> Self {
        let step = (self.places.len() / most).max(1);
        Self { len: self.len, places: self.places.iter().copied().step_by(step).collect() }
    }

    /// Marks the tokens of all places as taken.
    pub fn take(&self, taken: &mut [bool]) {
        for &at in &self.places {
            if let Some(tokens) = taken.get_mut(at as usize..at as usize + self.len) {
                tokens.fill(true);
            }
        }
    }

    /// Drops the places of which a token is taken.
    pub fn keep_free(&mut self, taken: &[bool]) {
        let len = self.len;
        self.places.retain(|&at| taken[at as usize..at as usize + len].iter().all(|taken| !taken));
    }
}

/// All sequences of 2 to `longest` words that stand in at least `least` places.
pub fn frequent(tokens: &[Token], least: usize, longest: usize) -> Vec<Gram> {
    let mut grams = Vec::new();
    let mut hot = pairs(tokens, least);
    for len in 2..=longest {
        let level = group(hot, len, least, &mut grams);
        let next = level.windows(2).filter(|two| two[0].0 + 1 == two[1].0);
        hot = next.map(|two| (key(two[0].1, two[1].1), two[0].0)).collect();
        if hot.len() < least {
            break;
        }
    }
    grams
}

/// The pairs of words that may stand in `least` places, each with its place.
fn pairs(tokens: &[Token], least: usize) -> Vec<(u64, u32)> {
    const LEAST_BITS: u32 = 10;
    const MOST_BITS: u32 = 18;
    // Four slots for every pair, so that few are mixed up.
    let bits = (tokens.len().next_power_of_two().trailing_zeros() + 2).clamp(LEAST_BITS, MOST_BITS);
    let slot = |two: &[Token]| (mix(key(two[0].form.0, two[1].form.0)) >> (u64::BITS - bits)) as usize;
    let is_pair = |two: &&[Token]| !two[0].is_gap() && !two[1].is_gap();
    let mut counts = vec![0_u32; 1 << bits];
    for two in tokens.windows(2).filter(is_pair) {
        counts[slot(two)] += 1;
    }
    let least = u32::try_from(least).unwrap_or(u32::MAX);
    let mut hot = Vec::new();
    for (at, two) in (0_u32..).zip(tokens.windows(2)) {
        if is_pair(&two) && counts[slot(two)] >= least {
            hot.push((key(two[0].form.0, two[1].form.0), at));
        }
    }
    hot
}

/// Puts the sequences with at least `least` places into `grams`; returns their places with their number, sorted.
fn group(mut hot: Vec<(u64, u32)>, len: usize, least: usize, grams: &mut Vec<Gram>) -> Vec<(u32, u32)> {
    hot.sort_unstable();
    let mut level = Vec::new();
    for (number, same) in (0_u32..).zip(hot.chunk_by(|a, b| a.0 == b.0)) {
        if same.len() >= least {
            level.extend(same.iter().map(|&(_, at)| (at, number)));
            grams.push(Gram { len, places: apart(same, len) });
        }
    }
    level.sort_unstable();
    level
}

/// The places of one sequence, without those that overlap the one before.
fn apart(same: &[(u64, u32)], len: usize) -> Vec<u32> {
    let mut free = 0;
    let mut places = Vec::with_capacity(same.len());
    for &(_, at) in same {
        if at as usize >= free {
            places.push(at);
            free = at as usize + len;
        }
    }
    places
}

const fn key(left: u32, right: u32) -> u64 {
    (left as u64) << 32 | right as u64
}

/// Spreads a key over the high bits (the multiplier of FxHash, twice).
const fn mix(key: u64) -> u64 {
    const SPREAD: u64 = 0x517C_C1B7_2722_0A95;
    let once = key.wrapping_mul(SPREAD);
    (once ^ once >> 32).wrapping_mul(SPREAD)
}
