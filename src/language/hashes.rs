//! The hashes of a form with other letters at one place, as lists of words are asked with them.

use std::ops::Range;

use super::bucket::{BASE, with_letter};

/// A form of which other ones are made.
pub(crate) struct Hashes {
    /// The hash of the first letters, for every number of them.
    firsts: Vec<u64>,
    /// The multiplier to the power of every number of letters.
    powers: Vec<u64>,
}

impl Hashes {
    /// Those of a form of these letters.
    pub fn of(letters: &[u8]) -> Self {
        let (mut firsts, mut powers) = (vec![0], vec![1_u64]);
        for (at, letter) in letters.iter().enumerate() {
            firsts.push(with_letter(firsts[at], *letter));
            powers.push(powers[at].wrapping_mul(BASE));
        }
        Self { firsts, powers }
    }

    /// The hash of the first letters.
    pub fn first(&self, letters: usize) -> u64 {
        self.firsts[letters]
    }

    /// The hash of the last letters.
    pub fn last(&self, letters: usize) -> u64 {
        let last = self.firsts.len() - 1;
        self.firsts[last].wrapping_sub(self.firsts[last - letters].wrapping_mul(self.powers[letters]))
    }

    /// The hash of the form that has `others` for the letters at `place`.
    #[inline]
    pub fn with(&self, place: Range<usize>, others: &[u8]) -> u64 {
        let last = self.firsts.len() - 1;
        let power = self.powers[last - place.end];
        let behind = self.last(last - place.end);
        let before = others.iter().fold(self.firsts[place.start], |hash, letter| with_letter(hash, *letter));
        before.wrapping_mul(power).wrapping_add(behind)
    }
}

#[cfg(test)]
mod tests {
    use super::Hashes;
    use crate::language::bucket::hash;

    #[test]
    fn a_form_with_other_letters_has_the_hash_of_those() {
        let hashes = Hashes::of(b"rumah");
        assert_eq!(hashes.with(1..2, b"a"), hash(b"ramah"));
        assert_eq!(hashes.with(0..0, b"be"), hash(b"berumah"));
        assert_eq!(hashes.with(3..5, b""), hash(b"rum"));
        assert_eq!((hashes.first(3), hashes.last(2)), (hash(b"rum"), hash(b"ah")));
    }
}
