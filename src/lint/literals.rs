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
    small: OnceLock<Option<AhoCorasick>>,
    large: OnceLock<Option<AhoCorasick>>,
}

/// From this many bytes on, a text repays an automaton that takes longer to build and less to run.
const LARGE: usize = 1 << 18;

impl Literals {
    /// The texts and the rules that need each.
    pub(super) fn new(needs: FxHashMap<String, Vec<u16>>) -> Self {
        let (texts, rules) = needs.into_iter().unzip();
        Self { texts, rules, ..Self::default() }
    }

    /// Calls `found` with the rules and the place, in bytes, of every needed text in `text`; sorted by where they end.
    pub(super) fn search(&self, text: &str, mut found: impl FnMut(&[u16], usize)) {
        let (slot, kind) = if text.len() < LARGE {
            (&self.small, AhoCorasickKind::ContiguousNFA)
        } else {
            (&self.large, AhoCorasickKind::DFA)
        };
        let Some(automaton) = slot.get_or_init(|| self.build(kind)) else {
            return;
        };
        for hit in automaton.find_overlapping_iter(text) {
            found(&self.rules[hit.pattern().as_usize()], hit.start());
        }
    }

    fn build(&self, kind: AhoCorasickKind) -> Option<AhoCorasick> {
        AhoCorasick::builder().match_kind(MatchKind::Standard).kind(Some(kind)).build(&self.texts).ok()
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
            literals.search(&text, |rules, at| hits.push((rules[0], at - padding)));
            hits.sort_unstable();
            assert_eq!(hits, [(1, 0), (1, 1), (2, 0), (3, 3)]);
        }
    }
}
