//! What is read of both sides of a full stop, as numbers for the linear model.

use super::boundary::{Boundary, Opening};
use super::closed;
use super::piece::{Nucleus, Piece};
use super::words::Part;

impl Boundary {
    /// The features of the boundary, as numbers below [`feature_count`].
    pub fn features(&self) -> Vec<usize> {
        self.all().found
    }

    fn all(&self) -> Features {
        let mut out = Features { next: 0, found: Vec::with_capacity(24) };
        let opening = (self.opening as usize, Opening::COUNT);
        let closed = closed::closed_count() + 1;
        let number = |word: Option<usize>| (word.map_or(0, |number| number + 1), closed);
        let (left, right) = (&self.left, &self.right);
        let verbal = right.predicate.map_or(Part::Other, |at| right.part(at)) as usize;
        let state = |piece: &Piece| (piece.nucleus as usize * 2 + usize::from(piece.clause_after_comma), 6);
        out.add(&[opening]);
        out.add(&[number(self.first)]);
        out.add(&[number(self.first), state(right)]);
        out.add(&[opening, state(right), (bucket(right.further, &[1, 2]), 3)]);
        out.add(&[opening, (right.part(1) as usize, Part::COUNT)]);
        out.add(&[opening, (right.part(2) as usize, Part::COUNT)]);
        out.add(&[opening, (bucket(right.length, &[3, 5, 8, 12, 18, 26]), 7), state(right)]);
        out.add(&[opening, (bucket(left.length, &[3, 5, 8, 12, 18, 26]), 7)]);
        out.add(&[opening, (left.last() as usize, Part::COUNT)]);
        out.add(&[number(self.last)]);
        out.add(&[opening, state(left), (usize::from(is_adverbial(left)), 2)]);
        out.add(&[number(self.left_first), state(left)]);
        out.add(&[opening, (verbal, Part::COUNT)]);
        out.add(&[opening, (right.comma.map_or(0, |at| 1 + bucket(at, &[2, 3, 6, 10, 16])), 7), state(right)]);
        out.add(&[opening, (left.comma.map_or(0, |at| 1 + bucket(left.parts.len() - at, &[2, 4, 8, 14])), 6)]);
        out.add(&[opening, (right.dependent.min(3), 4), (usize::from(right.nucleus > Nucleus::None), 2)]);
        out.add(&[opening, (left.dependent.min(3), 4), (usize::from(left.nucleus > Nucleus::None), 2)]);
        out.add(&[opening, (usize::from(left.dangling), 2), (usize::from(right.dangling), 2)]);
        out.add(&[state(left), state(right), (usize::from(self.opening == Opening::Forward), 2)]);
        out
    }
}

/// How many features there are.
pub fn feature_count() -> usize {
    empty().next
}

/// A number that changes when the features do: trained weights belong to the features of one digest only.
pub fn feature_digest() -> u64 {
    let features = empty();
    let words = (0..closed::closed_count()).map(closed::closed_word).flat_map(str::bytes).map(u64::from);
    let counts = [Opening::COUNT, Part::COUNT, features.next];
    let numbers = features.found.iter().chain(&counts).map(|&number| number as u64);
    // FNV-1a.
    words.chain(numbers).fold(0xcbf2_9ce4_8422_2325, |digest, next| (digest ^ next).wrapping_mul(0x0100_0000_01b3))
}

/// The features of a boundary of which nothing is known.
fn empty() -> Features {
    let (left, right) = (Piece::default(), Piece::default());
    let opening = Opening::Relative;
    Boundary { opening, left, right, first: None, last: None, left_first: None }.all()
}

struct Features {
    next: usize,
    found: Vec<usize>,
}

impl Features {
    /// Adds the feature that has these values, each with the number of values it may have.
    fn add(&mut self, values: &[(usize, usize)]) {
        let mut at = 0;
        let mut width = 1;
        for &(value, count) in values {
            at = at * count + value.min(count - 1);
            width *= count;
        }
        self.found.push(self.next + at);
        self.next += width;
    }
}

fn bucket(value: usize, borders: &[usize]) -> usize {
    borders.partition_point(|&border| border <= value)
}

fn is_adverbial(piece: &Piece) -> bool {
    matches!(piece.part(0), Part::Preposition | Part::Subordinator | Part::Apposition)
}
