//! Finding the texts that rules over characters need, all at once.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;

/// The needed texts with the rules that need them.
#[derive(Default)]
pub(super) struct Literals {
    texts: Vec<String>,
    /// For every text, the rules that need it.
    rules: Vec<Vec<u16>>,
    small: OnceLock<Heads>,
    large: OnceLock<Option<AhoCorasick>>,
}

/// From this many bytes on, a text repays an automaton that takes longer to build and less to run.
const LARGE: usize = 1 << 18;

impl Literals {
    /// The texts, none of them empty, and the rules that need each.
    pub(super) fn new(needs: FxHashMap<String, Vec<u16>>) -> Self {
        let (texts, rules) = needs.into_iter().unzip();
        Self { texts, rules, ..Self::default() }
    }

    /// Calls `found` with the rules and the place, in bytes, of every needed text in `text`, from left to right or nearly so.
    ///
    /// `length`, in bytes, is that of all texts to be searched.
    pub(super) fn search(&self, text: &str, length: usize, mut found: impl FnMut(&[u16], usize)) {
        let mut found = |literal: usize, at: usize| found(&self.rules[literal], at);
        if length < LARGE {
            return self.small.get_or_init(|| Heads::new(&self.texts)).search(&self.texts, text.as_bytes(), &mut found);
        }
        let build = || {
            let builder = &mut AhoCorasick::builder();
            builder.match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::DFA)).build(&self.texts).ok()
        };
        let hits = self.large.get_or_init(build).iter().flat_map(|automaton| automaton.find_overlapping_iter(text));
        hits.for_each(|hit| found(hit.pattern().as_usize(), hit.start()));
    }
}

/// The texts under their first two bytes: made in no time, and quick enough for an article.
struct Heads {
    /// A bit for every pair of bytes that some text begins with.
    seen: Box<[u64]>,
    by_pair: FxHashMap<[u8; 2], Vec<usize>>,
}

impl Heads {
    fn new(texts: &[String]) -> Self {
        let mut heads = Self { seen: vec![0; 1 << 10].into(), by_pair: FxHashMap::default() };
        for (literal, text) in texts.iter().enumerate() {
            match *text.as_bytes() {
                [first, second, ..] => heads.add([first, second], literal),
                // A zero byte stands for the end of the text.
                [first] => (0..=u8::MAX).for_each(|second| heads.add([first, second], literal)),
                [] => {}
            }
        }
        heads
    }

    fn add(&mut self, pair: [u8; 2], literal: usize) {
        let (place, bit) = Self::bit(pair);
        self.seen[place] |= bit;
        self.by_pair.entry(pair).or_default().push(literal);
    }

    fn bit(pair: [u8; 2]) -> (usize, u64) {
        let number = u16::from_be_bytes(pair);
        (usize::from(number >> 6), 1 << (number & 63))
    }

    fn search(&self, texts: &[String], text: &[u8], found: &mut impl FnMut(usize, usize)) {
        for (at, &first) in text.iter().enumerate() {
            let pair = [first, text.get(at + 1).copied().unwrap_or(0)];
            let (place, bit) = Self::bit(pair);
            if self.seen[place] & bit != 0 {
                let literals = self.by_pair.get(&pair).into_iter().flatten();
                let here = literals.filter(|&&literal| text[at..].starts_with(texts[literal].as_bytes()));
                here.for_each(|&literal| found(literal, at));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_texts_are_all_found_in_small_and_large_texts() {
        let needs = [("..".to_owned(), vec![1]), ("...".to_owned(), vec![2]), ("x".to_owned(), vec![3])];
        let literals = Literals::new(needs.into_iter().collect());
        for padding in [0, LARGE] {
            let text = "-".repeat(padding) + "...x";
            let mut hits = Vec::new();
            literals.search(&text, text.len(), |rules, at| hits.push((rules[0], at - padding)));
            hits.sort_unstable();
            assert_eq!(hits, [(1, 0), (1, 1), (2, 0), (3, 3)]);
        }
    }
}
