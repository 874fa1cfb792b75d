//! Finding the texts that rules over characters need, all at once.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;

/// The needed texts with the checks that need them.
#[derive(Default)]
pub(super) struct Literals {
    texts: Vec<String>,
    /// For every text, the checks that need it.
    checks: Vec<Vec<u16>>,
    heads: OnceLock<Heads>,
    compact: OnceLock<Option<AhoCorasick>>,
    fast: OnceLock<Option<AhoCorasick>>,
    read: AtomicUsize,
}

/// How many bytes must be read before it pays to build an automaton: a compact one, and one that takes much longer to build
/// and less to run.
const COMPACT: usize = 1 << 16;
const FAST: usize = 1 << 22;

impl Literals {
    /// The texts, none of them empty, and the checks that need each.
    pub(super) fn new(needs: FxHashMap<String, Vec<u16>>) -> Self {
        let (texts, checks) = needs.into_iter().unzip();
        Self { texts, checks, ..Self::default() }
    }

    /// Calls `found` with the checks and the place, in bytes, of every needed text in `text`, from left to right or nearly so.
    pub(super) fn search(&self, text: &str, mut found: impl FnMut(&[u16], usize)) {
        let mut found = |literal: usize, at: usize| found(&self.checks[literal], at);
        let read = self.read.fetch_add(text.len(), Ordering::Relaxed) + text.len();
        let automaton = match read {
            ..COMPACT => {
                let heads = self.heads.get_or_init(|| Heads::new(&self.texts));
                return heads.search(&self.texts, text.as_bytes(), &mut found);
            }
            COMPACT..FAST => self.compact.get_or_init(|| self.build(AhoCorasickKind::ContiguousNFA)),
            _ => self.fast.get_or_init(|| self.build(AhoCorasickKind::DFA)),
        };
        let hits = automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(text));
        hits.for_each(|hit| found(hit.pattern().as_usize(), hit.start()));
    }

    fn build(&self, kind: AhoCorasickKind) -> Option<AhoCorasick> {
        AhoCorasick::builder().match_kind(MatchKind::Standard).kind(Some(kind)).build(&self.texts).ok()
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
    fn overlapping_texts_are_all_found_however_much_was_read() {
        let needs = [("..".to_owned(), vec![1]), ("...".to_owned(), vec![2]), ("x".to_owned(), vec![3])];
        let literals = Literals::new(needs.into_iter().collect());
        for padding in [0, COMPACT, FAST] {
            let text = "-".repeat(padding) + "...x";
            let mut hits = Vec::new();
            literals.search(&text, |checks, at| hits.push((checks[0], at - padding)));
            hits.sort_unstable();
            assert_eq!(hits, [(1, 0), (1, 1), (2, 0), (3, 3)]);
        }
        assert!(literals.heads.get().is_some() && literals.compact.get().is_some() && literals.fast.get().is_some());
    }
}
