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

/// How often every word of a sequence of at least so many words must stand.
#[derive(Clone, Copy)]
pub struct Demand {
    /// The words of the sequence.
    pub words: usize,
    /// The places.
    pub least: usize,
}

/// Tokens that stand often, in rows of such; behind every row comes one that never stands.
#[derive(Default)]
struct Rows {
    /// How often each of them stands.
    counts: Vec<u8>,
    /// Where it is, as a token index.
    places: Vec<u32>,
}

impl Counts {
    /// Nothing is counted further than this.
    const MOST: u8 = u8::MAX;

    /// Counts the tokens.
    pub fn of(tokens: &[Token]) -> Self {
        const LEAST_SLOTS: usize = 1 << 11;
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

    /// The places of pairs that may be part of a sequence that meets one of the demands, of which the last asks for the
    /// fewest places; sorted. No sequence holds a form of which every token, where it may be part of one, is one that
    /// `never` is.
    pub fn pairs(&self, tokens: &[Token], demands: &[Demand], never: impl Fn(Token) -> bool) -> Vec<u32> {
        let mut rows = self.rows(tokens, demands);
        let mut pairs = Vec::new();
        if rows.places.is_empty() {
            return pairs;
        }
        self.close(tokens, &mut rows, never);
        demands.iter().for_each(|demand| rows.add_pairs(*demand, &mut pairs));
        // Two demands may have found the same one.
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// The rows that meet a demand; the last token is a gap.
    fn rows(&self, tokens: &[Token], demands: &[Demand]) -> Rows {
        let mut rows = Rows::default();
        let Some(fewest) = demands.last().map(Demand::least) else { return rows };
        let mut row = Vec::new();
        for (at, &token) in tokens.iter().enumerate() {
            let count = self.count(token);
            if count >= fewest {
                row.push(count);
                continue;
            }
            // Few rows have a pair; a long one meets the last demand at once.
            if row.len() > 1 && demands.iter().rev().any(|demand| demand.is_met(&row)) {
                rows.add(at - row.len(), &row);
            }
            row.clear();
        }
        rows
    }

    /// How often the token stands; a gap never does.
    #[inline]
    fn count(&self, token: Token) -> u8 {
        if token.is_gap() { 0 } else { self.table[self.slot(token)] }
    }

    #[inline]
    fn slot(&self, token: Token) -> usize {
        token.form.0 as usize & (self.table.len() - 1)
    }

    /// Parts the rows at forms of which every token in them is one that `never` is.
    fn close(&self, tokens: &[Token], rows: &mut Rows, never: impl Fn(Token) -> bool) {
        // A bit for every slot.
        let mut open = vec![0_u64; self.table.len() / 64];
        let place = |at: u32| {
            let slot = self.slot(tokens[at as usize]);
            (slot / 64, 1 << (slot % 64))
        };
        for &at in &rows.places {
            let (place, bit) = place(at);
            if open[place] & bit == 0 && !never(tokens[at as usize]) {
                open[place] |= bit;
            }
        }
        for (count, &at) in rows.counts.iter_mut().zip(&rows.places) {
            let (place, bit) = place(at);
            if open[place] & bit == 0 {
                *count = 0;
            }
        }
    }
}

impl Demand {
    /// As far as tokens are counted.
    fn least(&self) -> u8 {
        u8::try_from(self.least).unwrap_or(Counts::MOST).max(1)
    }

    /// Whether so many of these counts in a row are not below the least.
    fn is_met(&self, counts: &[u8]) -> bool {
        let least = self.least();
        let mut row = 0;
        counts.len() >= self.words
            && counts.iter().any(|&count| {
                row = if count < least { 0 } else { row + 1 };
                row >= self.words
            })
    }
}

impl Rows {
    /// Adds the row of tokens from `start` on with these counts.
    fn add(&mut self, start: usize, counts: &[u8]) {
        self.counts.extend_from_slice(counts);
        self.counts.push(0);
        self.places.extend((start..=start + counts.len()).map(|at| u32::try_from(at).unwrap_or(u32::MAX)));
    }

    /// Adds the pairs of what meets the demand.
    fn add_pairs(&self, demand: Demand, pairs: &mut Vec<u32>) {
        let mut start = 0;
        while start < self.counts.len() {
            let end = end_of_row(&self.counts, start, demand.least());
            if end - start >= demand.words {
                pairs.extend_from_slice(&self.places[start..end - 1]);
            }
            start = end + 1;
        }
    }
}

/// The first count from `at` on that is below `least`.
#[inline]
fn end_of_row(counts: &[u8], mut at: usize, least: u8) -> usize {
    while at < counts.len() && counts[at] >= least {
        at += 1;
    }
    at
}

/// All sequences of up to `longest` words made of these `pairs` that stand in as many places as the demands ask of them.
pub fn frequent(tokens: &[Token], pairs: &[u32], demands: &[Demand], longest: usize) -> Vec<Gram> {
    let mut grams = Vec::new();
    let Some(fewest) = demands.last().map(|demand| demand.least) else { return grams };
    let form = |at: usize| tokens.get(at).map_or(0, |token| token.form.0);
    let mut hot: Vec<(u64, u32)> =
        pairs.iter().map(|&at| (key(form(at as usize), form(at as usize + 1)), at)).collect();
    for len in 2..=longest {
        let asked = demands.iter().rev().find(|demand| demand.words <= len);
        let least = Least { to_go_on: fewest, to_count: asked.map_or(usize::MAX, |demand| demand.least) };
        let level = group(&hot, len, least, &mut grams);
        let next = level.windows(2).filter(|two| two[0].0 + 1 == two[1].0);
        hot = next.map(|two| (key(two[0].1, two[1].1), two[0].0)).collect();
        if hot.len() < fewest {
            break;
        }
    }
    grams
}

/// In how many places a sequence must stand.
#[derive(Clone, Copy)]
struct Least {
    /// To be part of a longer one.
    to_go_on: usize,
    /// To count by itself.
    to_count: usize,
}

/// Puts the sequences that count into `grams`; returns the places of those that may go on, with their number. Places are
/// sorted.
fn group(hot: &[(u64, u32)], len: usize, least: Least, grams: &mut Vec<Gram>) -> Vec<(u32, u32)> {
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
    level.retain(|(_, number)| counts[*number as usize] >= least.to_go_on);
    let mut own: Vec<usize> = vec![usize::MAX; counts.len()];
    for &(at, number) in level.iter().filter(|(_, number)| counts[*number as usize] >= least.to_count) {
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
