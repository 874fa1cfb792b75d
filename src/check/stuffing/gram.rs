//! The sequences of words that stand often in a document.
//!
//! Few words stand often enough to be part of one, and few of those stand side by side: words are counted first, in a small
//! table that mixes some of them up, and pairs only where enough frequent words follow each other. A longer sequence is
//! made of two frequent ones that overlap.

use rustc_hash::FxHashMap;

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

/// How often each token stands in its document, roughly: never too few times.
pub struct Counts {
    table: Vec<u32>,
}

impl Counts {
    /// Counts the tokens.
    pub fn of(tokens: &[Token]) -> Self {
        const LEAST: usize = 1 << 10;
        const MOST: usize = 1 << 16;
        let mut counts = Self { table: vec![0; (tokens.len() * 2).next_power_of_two().clamp(LEAST, MOST)] };
        for token in tokens.iter().filter(|token| !token.is_gap()) {
            *counts.of_mut(*token) += 1;
        }
        counts
    }

    #[inline]
    fn slot(&self, token: Token) -> usize {
        token.form.0 as usize & (self.table.len() - 1)
    }

    #[inline]
    fn of_mut(&mut self, token: Token) -> &mut u32 {
        let slot = self.slot(token);
        &mut self.table[slot]
    }

    /// For every token, how often it stands, if `least` times or more; else, and for gaps and forms of which every token is
    /// `never` counted, 0.
    pub fn often(&self, tokens: &[Token], least: u32, never: impl Fn(Token) -> bool) -> Vec<u32> {
        let count = |token: Token| if token.is_gap() { 0 } else { self.table[self.slot(token)] };
        let mut often: Vec<u32> = tokens.iter().map(|token| Some(count(*token)).filter(|&it| it >= least).unwrap_or(0)).collect();
        let mut is_open = vec![false; self.table.len()];
        for (token, _) in tokens.iter().zip(&often).filter(|(_, often)| **often > 0) {
            let slot = self.slot(*token);
            is_open[slot] = is_open[slot] || !never(*token);
        }
        for (token, often) in tokens.iter().zip(&mut often).filter(|(_, often)| **often > 0) {
            *often = if is_open[self.slot(*token)] { *often } else { 0 };
        }
        often
    }
}

/// The places of pairs that may be part of a sequence of some length, by how `often` its tokens stand; `least` says for each
/// length from 2 on how often all of them must, and falls with the length.
pub fn pairs(often: &[u32], least: &[u32]) -> Vec<u32> {
    let mut pairs = Vec::new();
    let Some(fewest) = least.iter().copied().min() else { return pairs };
    let mut start = 0;
    for run in often.split(|&count| count < fewest.max(1)) {
        if run.len() > 1 {
            let mut last = u32::MAX;
            for (length, &least) in (2..).zip(least) {
                // The same demand on a shorter sequence takes in all that this one would.
                if least == last {
                    continue;
                }
                last = least;
                let mut from = start;
                for piece in run.split(|&count| count < least) {
                    if piece.len() >= length {
                        pairs.extend((from..from + piece.len() - 1).map(|at| u32::try_from(at).unwrap_or(u32::MAX)));
                    }
                    from += piece.len() + 1;
                }
            }
        }
        start += run.len() + 1;
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
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
    let mut numbers: FxHashMap<u64, u32> = FxHashMap::default();
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
