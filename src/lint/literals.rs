//! Finding the texts that rules over characters need, all at once.
//!
//! Most texts hold three bytes in a row that few places of a document have. A text is looked for where these stand, so that all
//! but a few places are passed over by one look into a small table, however many texts there are.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The needed texts with the checks that need them.
#[derive(Default)]
pub(super) struct Literals {
    texts: Vec<String>,
    /// For every text, the checks that need it.
    checks: Vec<Vec<u16>>,
    index: OnceLock<Index>,
}

impl Literals {
    /// The texts, none of them empty, and the checks that need each.
    pub(super) fn new(needs: FxHashMap<String, Vec<u16>>) -> Self {
        let (texts, checks) = needs.into_iter().unzip();
        Self { texts, checks, index: OnceLock::new() }
    }

    /// Calls `found` with the checks of every needed text in `text`, once for every place that the text has there.
    pub(super) fn search(&self, text: &str, mut found: impl FnMut(&[u16])) {
        let index = self.index.get_or_init(|| Index::new(&self.texts));
        index.search(&self.texts, text.as_bytes(), |literal| found(&self.checks[literal]));
    }
}

/// Three bytes of a text, and how many stand before them.
#[derive(Clone, Copy)]
struct Trace {
    literal: usize,
    before: usize,
}

/// The texts under three of their bytes; those that have fewer, under the first two.
struct Index {
    /// A bit for the hash of every three bytes that a text is known by.
    seen: Box<[u64; Index::WORDS]>,
    by_three: FxHashMap<u32, Vec<Trace>>,
    /// A bit for every two bytes that a short text is known by.
    seen_short: Box<[u64; Index::WORDS]>,
    by_two: FxHashMap<u16, Vec<usize>>,
}

impl Index {
    const WORDS: usize = 1 << 10;

    fn new(texts: &[String]) -> Self {
        let empty = || Box::new([0; Self::WORDS]);
        let mut index =
            Self { seen: empty(), by_three: FxHashMap::default(), seen_short: empty(), by_two: FxHashMap::default() };
        for (literal, text) in texts.iter().enumerate() {
            match *text.as_bytes() {
                [] => {}
                // A zero byte stands for the end of the text.
                [first] => (0..=u8::MAX).for_each(|second| index.add_short([first, second], literal)),
                [first, second] => index.add_short([first, second], literal),
                ref long => index.add(long, literal),
            }
        }
        index
    }

    fn add(&mut self, text: &[u8], literal: usize) {
        let commonness = |three: &[u8; 3]| three.iter().map(|&byte| commonness(byte)).sum::<u32>();
        let threes = text.windows(3).filter_map(|three| <[u8; 3]>::try_from(three).ok()).enumerate();
        if let Some((before, three)) = threes.min_by_key(|(_, three)| commonness(three)) {
            let three = packed(three);
            set(&mut self.seen, hash(three));
            self.by_three.entry(three).or_default().push(Trace { literal, before });
        }
    }

    fn add_short(&mut self, two: [u8; 2], literal: usize) {
        let two = u16::from_le_bytes(two);
        set(&mut self.seen_short, two);
        self.by_two.entry(two).or_default().push(literal);
    }

    fn search(&self, texts: &[String], text: &[u8], mut found: impl FnMut(usize)) {
        let (start, rest) = text.split_at(text.len().min(2));
        // Zero bytes stand for what is behind the end.
        let behind = &[0; 2][..start.len()];
        let mut three = start.iter().chain(&[0; 2]).take(2).fold(0, |three, &next| shifted(three, next));
        rest.iter().chain(behind).enumerate().for_each(|(at, &next)| {
            three = shifted(three, next);
            if has(&self.seen, hash(three)) | has(&self.seen_short, pair(three)) {
                self.look(texts, text, at, three, &mut found);
            }
        });
    }

    /// Looks for the texts that stand at the place `at`, where these `three` bytes are.
    fn look(&self, texts: &[String], text: &[u8], at: usize, three: u32, found: &mut impl FnMut(usize)) {
        self.by_two.get(&pair(three)).into_iter().flatten().for_each(|&literal| found(literal));
        let traces = self.by_three.get(&three).into_iter().flatten();
        let is_here = |trace: &&Trace| {
            let start = at.checked_sub(trace.before);
            start.is_some_and(|start| text[start..].starts_with(texts[trace.literal].as_bytes()))
        };
        traces.filter(is_here).for_each(|trace| found(trace.literal));
    }
}

#[inline]
fn set(bits: &mut [u64; Index::WORDS], number: u16) {
    bits[usize::from(number >> 6)] |= 1 << (number & 63);
}

#[inline]
const fn has(bits: &[u64; Index::WORDS], number: u16) -> bool {
    bits[(number >> 6) as usize] & 1 << (number & 63) != 0
}

/// Three bytes as one number, the first one lowest.
const fn packed(three: [u8; 3]) -> u32 {
    u32::from_le_bytes([three[0], three[1], three[2], 0])
}

/// The last two of three bytes, and the one behind them.
#[inline]
fn shifted(three: u32, next: u8) -> u32 {
    three >> 8 | u32::from(next) << 16
}

/// The first two of three bytes.
#[inline]
const fn pair(three: u32) -> u16 {
    (three & 0xFFFF) as u16
}

/// The high half of a product with the multiplier of FxHash.
#[inline]
const fn hash(three: u32) -> u16 {
    (three.wrapping_mul(0x9E37_79B9) >> 16) as u16
}

/// How common a byte is in Indonesian prose, in doublings or so.
const fn commonness(byte: u8) -> u32 {
    match byte {
        b' ' | b'a' => 8,
        b'n' | b'e' | b'i' => 7,
        b'r' | b't' | b'u' | b'k' | b'd' | b's' | b'm' => 6,
        b'g' | b'l' | b'p' | b'b' | b'h' => 5,
        b'y' | b'o' | b'j' | b'c' | b'w' | b',' | b'.' => 4,
        // Dashes and quotation marks.
        0xE2 | 0x80 => 3,
        b'f' | b'v' | b'z' | b'A'..=b'Z' | b'0'..=b'9' => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_texts_of_any_length_are_all_found() {
        let texts = ["..", "...", "x", "ada", "ada ", "h: ", "—", "\u{200d}"];
        let numbered = texts.iter().zip(0..).map(|(text, number)| ((*text).to_owned(), vec![number]));
        let literals = Literals::new(numbered.collect());
        let found = |text: &str| {
            let mut hits = Vec::new();
            literals.search(text, |checks| hits.push(checks[0]));
            hits.sort_unstable();
            hits
        };
        assert_eq!(found("...x"), [0, 0, 1, 2]);
        assert_eq!(found("Kepada ada—"), [3, 3, 4, 6]);
        assert_eq!(found("buah: a\u{200d}ada"), [3, 5, 7]);
        assert_eq!(found("x"), [2]);
        assert!(found("").is_empty() && found("a. d a").is_empty());
    }
}
