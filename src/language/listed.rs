//! Words with a number each, embedded in the program and read in place: a table of hashes.
//!
//! The build script lays the words of a bucket side by side, so that looking one up reads a few bytes in a row, and most
//! words that are not listed are told by the marks of the bucket alone.

use super::bucket;

/// A list of words as the build script writes it: how many buckets and numbers there are; where each bucket begins, with
/// its marks, and the last one ends; the numbers; then for every word its mark, its length, which number it has, and its
/// letters.
pub(super) struct Listed {
    starts: &'static [[u8; 8]],
    numbers: &'static [[u8; 8]],
    words: &'static [u8],
}

impl Listed {
    /// The list in these bytes.
    pub(super) fn open(bytes: &'static [u8]) -> Self {
        let written = "the build script has just written this list";
        let (counts, rest) = bytes.split_at_checked(8).expect(written);
        let count = |at: usize| counts.as_chunks().0.get(at).map_or(0, |count| u32::from_le_bytes(*count) as usize);
        let (starts, rest) = rest.split_at_checked((count(0) + 1) * 8).expect(written);
        let (numbers, words) = rest.split_at_checked(count(1) * 8).expect(written);
        Self { starts: starts.as_chunks().0, numbers: numbers.as_chunks().0, words }
    }

    /// The number of a word; nothing for what is not on the list.
    pub(super) fn get(&self, word: &str) -> Option<u64> {
        self.find(bucket::hash(word.as_bytes()), [&[], word.as_bytes()])
    }

    /// The number of the word that these two parts make, which has this hash.
    #[inline]
    pub(super) fn find(&self, hash: u64, [head, rest]: [&[u8]; 2]) -> Option<u64> {
        let (bucket, mark) = bucket::place(hash, self.starts.len() - 1);
        let known = u64::from_le_bytes(self.starts[bucket]);
        // Nearly always the marks tell, so that a word that is not listed is told from few bytes, which stay at hand.
        if known & bucket::bit(mark) == 0 {
            return None;
        }
        let next = u64::from_le_bytes(self.starts[bucket + 1]);
        let (start, end) = ((known & bucket::START) as usize, (next & bucket::START) as usize);
        let mut entries = Entries { rest: &self.words[start..end] };
        let (_, _, number) =
            entries.find(|(other, text, _)| *other == mark && text.strip_prefix(head) == Some(rest))?;
        self.number(number)
    }

    fn number(&self, place: u16) -> Option<u64> {
        self.numbers.get(usize::from(place)).copied().map(u64::from_le_bytes)
    }

    /// All words with their numbers, in alphabetical order.
    pub(super) fn all(&self) -> Vec<(String, u64)> {
        let entries = Entries { rest: self.words };
        let text = |word: &[u8]| String::from_utf8_lossy(word).into_owned();
        let mut all: Vec<_> = entries.filter_map(|(_, word, place)| Some((text(word), self.number(place)?))).collect();
        all.sort();
        all
    }

    /// What it takes up, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.starts.as_flattened().len() + self.numbers.as_flattened().len() + self.words.len()
    }
}

/// Words that stand side by side: the mark of each, its letters, and which number it has.
struct Entries {
    rest: &'static [u8],
}

impl Iterator for Entries {
    type Item = (u8, &'static [u8], u16);

    fn next(&mut self) -> Option<Self::Item> {
        let (&[mark, length, low, high], rest) = self.rest.split_first_chunk()?;
        let (word, rest) = rest.split_at_checked(usize::from(length))?;
        self.rest = rest;
        Some((mark, word, u16::from_le_bytes([low, high])))
    }
}
