//! The hashes of a form's letters, and of the form with other letters at one place, as lists of words are asked with them.

use std::ops::Range;

use super::bucket::{BASE, with_letter};

/// No listed word has so many letters.
pub(crate) const TOO_MANY: usize = 256;

/// [`BASE`] to the power of every number of letters.
static POWERS: [u64; TOO_MANY] = {
    let mut powers = [1_u64; TOO_MANY];
    let mut at = 1;
    while at < TOO_MANY {
        powers[at] = powers[at - 1].wrapping_mul(BASE);
        at += 1;
    }
    powers
};

/// The hashes of a form of fewer than `N` letters.
pub(crate) struct Hashes<const N: usize> {
    /// The hash of the first letters, for every number of them.
    firsts: [u64; N],
    letters: usize,
}

impl<const N: usize> Hashes<N> {
    /// Those of a form of these letters, fewer than `N`.
    #[inline]
    pub fn of(letters: &[u8]) -> Self {
        const { assert!(N <= TOO_MANY) };
        let mut hashes = Self { firsts: [0; N], letters: letters.len() };
        let mut hash = 0;
        for (at, letter) in letters.iter().enumerate() {
            hash = with_letter(hash, *letter);
            hashes.firsts[at + 1] = hash;
        }
        hashes
    }

    /// The hash of the first letters.
    pub fn first(&self, letters: usize) -> u64 {
        self.firsts[letters]
    }

    /// The hash of the last letters.
    pub fn last(&self, letters: usize) -> u64 {
        self.behind(0, self.letters - letters..self.letters)
    }

    /// The hash of the form that has `others` for the letters at `place`.
    #[inline]
    pub fn with(&self, place: Range<usize>, others: &[u8]) -> u64 {
        let before = others.iter().fold(self.firsts[place.start], |hash, letter| with_letter(hash, *letter));
        self.behind(before, place.end..self.letters)
    }

    /// The hash of letters that have the hash `before`, with those at `place` behind them.
    #[inline]
    pub fn behind(&self, before: u64, place: Range<usize>) -> u64 {
        let other = before.wrapping_sub(self.firsts[place.start]);
        other.wrapping_mul(POWERS[place.len()]).wrapping_add(self.firsts[place.end])
    }
}

#[cfg(test)]
mod tests {
    use super::Hashes;
    use crate::language::bucket::hash;

    #[test]
    fn a_form_with_other_letters_has_the_hash_of_those() {
        let hashes = Hashes::<6>::of(b"rumah");
        assert_eq!(hashes.with(1..2, b"a"), hash(b"ramah"));
        assert_eq!(hashes.with(0..0, b"be"), hash(b"berumah"));
        assert_eq!(hashes.with(3..5, b""), hash(b"rum"));
        assert_eq!((hashes.first(3), hashes.last(2)), (hash(b"rum"), hash(b"ah")));
        assert_eq!(hashes.behind(hash(b"l"), 1..3), hash(b"lum"));
    }
}
