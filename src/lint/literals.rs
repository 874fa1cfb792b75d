//! Finding the texts that rules over characters need, all at once.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The needed texts with the checks that need them.
#[derive(Default)]
pub(super) struct Literals {
    texts: Vec<String>,
    /// For every text, the checks that need it.
    checks: Vec<Vec<u16>>,
    heads: OnceLock<Heads>,
}

impl Literals {
    /// The texts, none of them empty, and the checks that need each.
    pub(super) fn new(needs: FxHashMap<String, Vec<u16>>) -> Self {
        let (texts, checks) = needs.into_iter().unzip();
        Self { texts, checks, heads: OnceLock::new() }
    }

    /// Calls `found` with the checks of every needed text in `text`, as often as it stands there.
    pub(super) fn search(&self, text: &str, mut found: impl FnMut(&[u16])) {
        let heads = self.heads.get_or_init(|| Heads::new(&self.texts));
        heads.search(&self.texts, text.as_bytes(), |literal| found(&self.checks[literal]));
    }
}

/// The texts under their first bytes: made in no time, and hardly any place of an article begins like one of them.
struct Heads {
    short: Table<2>,
    long: Table<3>,
}

impl Heads {
    fn new(texts: &[String]) -> Self {
        let (mut short, mut long) = (Table::default(), Table::default());
        for (literal, text) in texts.iter().enumerate() {
            match *text.as_bytes() {
                [first, second, third, ..] => long.add([first, second, third], literal),
                [first, second] => short.add([first, second], literal),
                // A zero byte stands for the end of the text.
                [first] => (0..=u8::MAX).for_each(|second| short.add([first, second], literal)),
                [] => {}
            }
        }
        Self { short, long }
    }

    fn search(&self, texts: &[String], text: &[u8], mut found: impl FnMut(usize)) {
        let mut look = |literals: &[usize], at: usize| {
            let here = literals.iter().filter(|&&literal| text[at..].starts_with(texts[literal].as_bytes()));
            here.for_each(|&literal| found(literal));
        };
        for (at, window) in text.windows(3).enumerate() {
            let (short, long) = ([window[0], window[1]], [window[0], window[1], window[2]]);
            if self.short.may_hold(short) {
                look(self.short.literals(short), at);
            }
            if self.long.may_hold(long) {
                look(self.long.literals(long), at);
            }
        }
        for at in text.len().saturating_sub(2)..text.len() {
            look(self.short.literals([text[at], text.get(at + 1).copied().unwrap_or(0)]), at);
        }
    }
}

/// Texts that begin with so many bytes.
struct Table<const HEAD: usize> {
    /// A bit for every place that some head is hashed to.
    seen: Box<[u64]>,
    by_head: FxHashMap<[u8; HEAD], Vec<usize>>,
}

impl<const HEAD: usize> Default for Table<HEAD> {
    fn default() -> Self {
        Self { seen: vec![0; 1 << 10].into(), by_head: FxHashMap::default() }
    }
}

impl<const HEAD: usize> Table<HEAD> {
    fn add(&mut self, head: [u8; HEAD], literal: usize) {
        let (place, bit) = Self::bit(head);
        self.seen[place] |= bit;
        self.by_head.entry(head).or_default().push(literal);
    }

    fn literals(&self, head: [u8; HEAD]) -> &[usize] {
        self.by_head.get(&head).map_or(&[], Vec::as_slice)
    }

    fn may_hold(&self, head: [u8; HEAD]) -> bool {
        let (place, bit) = Self::bit(head);
        self.seen[place] & bit != 0
    }

    fn bit(head: [u8; HEAD]) -> (usize, u64) {
        let number = head.iter().fold(0, |number, &byte| number << 8 | u32::from(byte));
        // Fibonacci hashing: every byte has a say in the upper half.
        let hash = number.wrapping_mul(0x9E37_79B1) >> 16;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_texts_are_all_found_wherever_they_stand() {
        let needs = [("..", 1), ("...", 2), ("x", 3), ("\u{A0}", 4), (".x", 5)];
        let needs = needs.into_iter().map(|(text, check)| (text.to_owned(), vec![check]));
        let literals = Literals::new(needs.collect());
        let found = |text: &str| {
            let mut hits: Vec<u16> = Vec::new();
            literals.search(text, |checks| hits.extend(checks));
            hits.sort_unstable();
            hits
        };
        assert_eq!(found("-...x-"), [1, 1, 2, 3, 5]);
        assert_eq!(found("...x"), [1, 1, 2, 3, 5]);
        assert_eq!(found("x"), [3]);
        assert_eq!(found("a\u{A0}"), [4]);
        assert!(found("").is_empty() && found("-.a").is_empty());
    }
}
