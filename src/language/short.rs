//! Short texts as numbers: nearly all words are looked up by their letters, all at once.

use std::hash::{BuildHasher as _, Hash};

use rustc_hash::FxBuildHasher;

/// A text of at most fifteen bytes: they, the first one lowest, and in the last byte how many they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Short(u128);

/// One byte of each of sixteen.
#[inline]
const fn each(byte: u8) -> u128 {
    u128::from_ne_bytes([byte; 16])
}

/// The highest bit of each byte that is ASCII and from `first` up to `last`, both ASCII.
#[inline]
const fn between(bytes: u128, first: u8, last: u8) -> u128 {
    let low = bytes & each(0x7F);
    // No sum leaves its byte.
    let (from, beyond) = (low + each(0x80 - first), low + each(0x7F - last));
    from & !beyond & !bytes & each(0x80)
}

/// The first sixteen bytes of `text`, the first one lowest; zeros stand for those behind its end.
#[inline]
fn first_bytes(text: &[u8]) -> u128 {
    let bytes = text.first_chunk::<16>().copied().unwrap_or_else(|| {
        let mut bytes = [0; 16];
        bytes[..text.len()].copy_from_slice(text);
        bytes
    });
    u128::from_le_bytes(bytes)
}

impl Short {
    /// The most bytes that a short text has.
    pub(super) const MOST: usize = 15;

    /// The first `length` bytes of `text`, if they are so few.
    #[inline]
    pub(super) fn of(text: &[u8], length: usize) -> Option<Self> {
        Self::first(first_bytes(text), length)
    }

    /// The ASCII letters that `text` begins with, if they are so few.
    #[inline]
    pub(super) fn letters(text: &[u8]) -> Option<Self> {
        let bytes = first_bytes(text);
        let others = !between(bytes | each(0x20), b'a', b'z') & each(0x80);
        Self::first(bytes, others.trailing_zeros() as usize / 8)
    }

    /// For each length, the bits of so many bytes.
    const OWN: [u128; Self::MOST + 1] = {
        let mut own = [0; Self::MOST + 1];
        let mut length = 1;
        while length <= Self::MOST {
            own[length] = own[length - 1] << 8 | 0xFF;
            length += 1;
        }
        own
    };

    /// The first `length` of these bytes, if they are so few.
    #[inline]
    fn first(bytes: u128, length: usize) -> Option<Self> {
        Self::OWN.get(length).map(|own| Self(bytes & own | (length as u128) << 120))
    }

    /// How many bytes it has.
    #[inline]
    pub(super) const fn len(self) -> usize {
        (self.0 >> 120) as usize
    }

    /// The bit that makes the capital in each byte small.
    #[inline]
    const fn capital_bits(self) -> u128 {
        between(self.0, b'A', b'Z') >> 2
    }

    /// How many of its letters are ASCII capitals.
    #[inline]
    pub(super) const fn capitals(self) -> usize {
        self.capital_bits().count_ones() as usize
    }

    /// The same with small letters; nothing for a text that is not ASCII.
    #[inline]
    pub(super) fn small(self) -> Option<Self> {
        (self.0 & each(0x80) == 0).then(|| Self(self.0 | self.capital_bits()))
    }
}

/// The last short texts that were looked up, each in the one place it can have, with what they stand for.
#[derive(Debug)]
pub(super) struct Recent<T>(Box<[([u64; 2], T)]>);

impl<T: Copy + Default> Recent<T> {
    /// The number of places: few enough to stay at hand, and enough for the words that make up most of a text.
    const PLACES: usize = 1 << 14;

    /// What `text` stands for: what `find` finds, unless it is remembered.
    #[inline]
    pub(super) fn recall(&mut self, text: Short, find: impl FnOnce() -> Option<T>) -> Option<T> {
        // Halves need less room than the whole, which would begin at a multiple of sixteen bytes.
        let halves = [text.0 as u64, (text.0 >> 64) as u64];
        let place = &mut self.0[FxBuildHasher.hash_one(text) as usize % Self::PLACES];
        if place.0 != halves {
            *place = (halves, find()?);
        }
        Some(place.1)
    }
}

impl<T: Copy + Default> Default for Recent<T> {
    /// In every place the empty text, which stands for the default.
    fn default() -> Self {
        Self(vec![Default::default(); Self::PLACES].into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(text: &str) -> Short {
        Short::of(text.as_bytes(), text.len()).expect("it is short")
    }

    #[test]
    fn every_byte_is_a_letter_or_not_and_capitals_are_made_small() {
        for byte in 0..=u8::MAX {
            let mut bytes = *b"abcdefghijklmno-";
            bytes[7] = byte;
            let letters = Short::letters(&bytes).map(Short::len);
            assert_eq!(letters, Some(if byte.is_ascii_alphabetic() { 15 } else { 7 }), "{byte}");
            let written = Short::of(&bytes, 15).expect("it is short");
            assert_eq!(written.capitals(), usize::from(byte.is_ascii_uppercase()), "{byte}");
            let small = byte.is_ascii().then(|| {
                bytes.make_ascii_lowercase();
                Short::of(&bytes, 15).expect("it is short")
            });
            assert_eq!(written.small(), small, "{byte}");
        }
        assert_eq!(Short::letters(b"abcdefghijklmnop"), None);
        assert_eq!(Short::letters(b"Di-sini ada kota"), Some(short("Di")));
    }

    #[test]
    fn texts_that_share_a_place_are_told_apart() {
        let mut recent = Recent::default();
        assert_eq!(recent.recall(Short::default(), || None), Some(0));
        for round in 0..2 {
            for number in 0..10_000_u32 {
                let text = short(&number.to_string());
                assert_eq!(recent.recall(text, || Some(number)), Some(number), "{round}");
            }
        }
        assert_eq!(recent.recall(short("tiada"), || None), None);
    }
}
