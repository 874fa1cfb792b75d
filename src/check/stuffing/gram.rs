//! The sequences of words that stand often in a document.
//!
//! Few words stand often enough to be part of one, and few of those stand side by side: words are counted first, in a small
//! table that mixes some of them up, and pairs only where enough frequent words follow each other. A longer sequence is
//! made of two frequent ones that overlap.

use rustc_hash::{FxBuildHasher, FxHashMap};

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

/// How often each token stands in its document, roughly: never too few times, if fewer than [`Counts::MOST`].
pub struct Counts {
    table: Vec<u8>,
}

impl Counts {
    /// Nothing is counted further than this.
    pub const MOST: u8 = u8::MAX;

    /// Counts the tokens.
    pub fn of(tokens: &[Token]) -> Self {
        const LEAST_SLOTS: usize = 1 << 10;
        const MOST_SLOTS: usize = 1 << 16;
        let mut table = vec![0_u8; tokens.len().next_power_of_two().clamp(LEAST_SLOTS, MOST_SLOTS)];
        let last = table.len() - 1;
        for token in tokens {
            if !token.is_gap() {
                let count = &mut table[token.form.0 as usize & last];
                *count = count.saturating_add(1);
            }
        }
        Self { table }
    }

    /// For every token how often it stands, if `least` times or more; else 0, and for gaps and forms of which every token is
    /// one that `never` counts.
    pub fn often(&self, tokens: &[Token], least: u8, never: impl Fn(Token) -> bool) -> Vec<u8> {
        let least = least.max(1);
        let slot = |token: Token| token.form.0 as usize & (self.table.len() - 1);
        let mut often = Vec::with_capacity(tokens.len());
        let mut is_open = vec![false; self.table.len()];
        for &token in tokens {
            let count = if token.is_gap() { 0 } else { self.table[slot(token)] };
            if count < least {
                often.push(0);
                continue;
            }
            often.push(count);
            let is_open = &mut is_open[slot(token)];
            *is_open = *is_open || !never(token);
        }
        for (count, &token) in often.iter_mut().zip(tokens) {
            if *count > 0 && !is_open[slot(token)] {
                *count = 0;
            }
        }
        often
    }
}

/// How often every word of a sequence of at least so many words must stand.
#[derive(Clone, Copy)]
pub struct Demand {
    /// The words of the sequence.
    pub words: usize,
    /// The places.
    pub least: u8,
}

/// The places of pairs that may be part of a sequence, by how `often` its tokens stand; any demand may be met, and the last
/// asks for the fewest places.
pub fn pairs(often: &[u8], demands: &[Demand]) -> Vec<u32> {
    let mut pairs = Vec::new();
    let Some(fewest) = demands.last().map(|demand| demand.least.max(1)) else { return pairs };
    let mut at = 0;
    while at < often.len() {
        let end = end_of_run(often, at, fewest);
        if end > at + 1 {
            for demand in demands {
                if demand.words <= end - at {
                    add_pairs(&often[..end], at, *demand, &mut pairs);
                }
            }
        }
        at = end + 1;
    }
    // Two demands may have found the same one.
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The first token from `at` on that stands fewer times than `least`.
#[inline]
fn end_of_run(often: &[u8], mut at: usize, least: u8) -> usize {
    while at < often.len() && often[at] >= least {
        at += 1;
    }
    at
}

/// Adds the pairs of what meets the demand from `at` on.
fn add_pairs(often: &[u8], mut at: usize, demand: Demand, pairs: &mut Vec<u32>) {
    while at < often.len() {
        let end = end_of_run(often, at, demand.least);
        if end - at >= demand.words {
            pairs.extend((at..end - 1).map(|at| u32::try_from(at).unwrap_or(u32::MAX)));
        }
        at = end + 1;
    }
}

/// All sequences of 2 to `longest` words made of these `pairs` that stand in at least `least` places.
pub fn frequent(tokens: &[Token], pairs: &[u32], least: usize, longest: usize) -> Vec<Gram> {
    let mut grams = Vec::new();
    let form = |at: usize| tokens.get(at).map_or(0, |token| token.form.0);
    let mut hot: Vec<(u64, u32)> =
        pairs.iter().map(|&at| (key(form(at as usize), form(at as usize + 1)), at)).collect();
    for len in 2..=longest {
        let level = group(&hot, len, least, &mut grams);
        let next = level.windows(2).filter(|two| two[0].0 + 1 == two[1].0);
        hot = next.map(|two| (key(two[0].1, two[1].1), two[0].0)).collect();
        if hot.len() < least {
            break;
        }
    }
    grams
}

/// Puts the sequences with at least `least` places into `grams`; returns their places with their number. Places are sorted.
fn group(hot: &[(u64, u32)], len: usize, least: usize, grams: &mut Vec<Gram>) -> Vec<(u32, u32)> {
    let mut numbers: FxHashMap<u64, u32> = FxHashMap::with_capacity_and_hasher(hot.len(), FxBuildHasher);
    let mut counts: Vec<usize> = Vec::new();
    let mut level = Vec::with_capacity(hot.len());
    for &(key, at) in hot {
        let number = *numbers.entry(key).or_insert_with(|| {
            counts.push(0);
            u32::try_from(counts.len() - 1).unwrap_or(u32::MAX)
        });
        counts[number as usize] += 1;
        level.push((at, number));
    }
    level.retain(|(_, number)| counts[*number as usize] >= least);
    let mut own: Vec<usize> = vec![usize::MAX; counts.len()];
    for &(at, number) in &level {
        let own = &mut own[number as usize];
        if *own == usize::MAX {
            *own = grams.len();
            grams.push(Gram { len, places: Vec::with_capacity(counts[number as usize]) });
        }
        let places = &mut grams[*own].places;
        // Those that overlap the one before are left out.
        if places.last().is_none_or(|last| *last as usize + len <= at as usize) {
            places.push(at);
        }
    }
    level
}

const fn key(left: u32, right: u32) -> u64 {
    (left as u64) << 32 | right as u64
}
