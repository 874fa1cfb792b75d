//! A paragraph as the set of its runs of three words, and how much two sets share.
//!
//! Forms have other numbers on every thread, so words are hashed by their letters; the same words give the same hashes
//! in every run, whatever the order of files and threads.

use std::cmp::Ordering;

use crate::document::Context;
use crate::language::{Word, WordKind, stamp};

/// The most hashes kept of one piece: up to so many runs the comparison is exact, above them it is that of the smallest
/// hashes of both (bottom-k sketch; Broder 1997), off by 2 in 100 on average.
const MOST: usize = 512;

/// How many keys a piece has at most: two pieces that share half of their runs have one in common in 99 of 100 cases
/// (one permutation hashing; Li, Owen and Zhang 2012).
const KEYS_BITS: u32 = 3;

/// Appends the hashes of the runs of three words in `words`, whatever their capitals, without punctuation.
pub fn read(context: &Context, words: &[Word], out: &mut Vec<u32>) {
    let start = out.len();
    let (mut first, mut second) = (0, 0);
    for word in words {
        let third = match word.kind {
            WordKind::Word => context.form(*word).stamp,
            WordKind::Number => stamp(context.text(word.span)),
            _ => continue,
        };
        if first != 0 {
            out.push(mixed(first, second, third));
        }
        (first, second) = (second, third);
    }
    if out.len() - start > MOST {
        out[start..].sort_unstable();
        out.truncate(start + MOST);
    }
}

const fn mixed(first: u64, second: u64, third: u64) -> u32 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = first.wrapping_mul(SPREAD).rotate_left(23) ^ second;
    hash = hash.wrapping_mul(SPREAD).rotate_left(23) ^ third;
    hash = hash.wrapping_mul(SPREAD);
    ((hash ^ hash >> 29).wrapping_mul(SPREAD) >> 32) as u32
}

/// What like pieces have in common: the smallest hash of each class, by its last bits.
pub fn keys(hashes: &[u32]) -> impl Iterator<Item = u32> + use<> {
    let mut least = [u32::MAX; 1 << KEYS_BITS];
    for &hash in hashes {
        let class = &mut least[(hash & ((1 << KEYS_BITS) - 1)) as usize];
        *class = (*class).min(hash);
    }
    least.into_iter().filter(|&key| key != u32::MAX)
}

/// Hashes at a glance: how many there are, and one bit of a few for each of them.
#[derive(Clone, Copy, Debug)]
pub struct Glance {
    bits: [u64; 4],
    count: usize,
}

impl Glance {
    /// Of these hashes.
    pub fn of(hashes: &[u32]) -> Self {
        let mut bits = [0; 4];
        for &hash in hashes {
            bits[(hash >> 30) as usize] |= 1_u64 << (hash >> 24 & 63);
        }
        Self { bits, count: hashes.len() }
    }

    /// Whether the likeness of the two sets may be `least`: a bit that only one has stands for members that only it has.
    pub fn may_be_alike(&self, other: &Self, least: f64) -> bool {
        let all = self.count + other.count;
        // Twice as many as are at most in both sets, and then in either; of large sets only the smallest members are compared.
        let may_be = |differing: usize| share(all - differing, all + differing) >= least;
        let mut pairs = self.bits.iter().zip(&other.bits);
        let mut differing = 0;
        // Most are told by a part of the bits.
        all > MOST
            || pairs.all(|(own, other)| {
                differing += (own ^ other).count_ones() as usize;
                may_be(differing)
            })
    }
}

/// `hashes` as a set: sorted, each once.
pub fn set(hashes: &[u32]) -> Vec<u32> {
    let mut set = hashes.to_vec();
    set.sort_unstable();
    set.dedup();
    set
}

/// The share of all runs that both sets have (Jaccard): 1 for the same words, 0 for nothing in common. `None` where it is
/// below `least`, which is told as soon as too few runs are left to reach it.
pub fn likeness_from(least: f64, left: &[u32], right: &[u32]) -> Option<f64> {
    /// After so many runs it is looked again whether enough are left.
    const STEP: usize = 16;
    let (mut at, mut to, mut both, mut all) = (0, 0, 0, 0);
    while all < MOST {
        let (before, behind) = (left.len() - at, right.len() - to);
        let most = || share(both + before.min(behind).min(MOST - all), (all + before.max(behind)).min(MOST));
        if all % STEP == 0 && most() < least {
            return None;
        }
        match (left.get(at), right.get(to)) {
            (Some(a), Some(b)) => {
                let order = a.cmp(b);
                at += usize::from(order != Ordering::Greater);
                to += usize::from(order != Ordering::Less);
                both += usize::from(order == Ordering::Equal);
            }
            (Some(_), None) => at += 1,
            (None, Some(_)) => to += 1,
            (None, None) => break,
        }
        all += 1;
    }
    let likeness = share(both, all);
    (likeness >= least).then_some(likeness)
}

/// `part` of `whole`; nothing where there is no whole.
fn share(part: usize, whole: usize) -> f64 {
    let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { real(part) / real(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The likeness, and whether it is told as such from any share up to it and from none above.
    fn likeness(left: &[u32], right: &[u32]) -> f64 {
        let likeness = likeness_from(0.0, left, right).unwrap_or(-1.0);
        let told = (0..=20)
            .map(|step| f64::from(step) / 20.0)
            .all(|least| likeness_from(least, left, right) == (likeness >= least).then_some(likeness));
        if told { likeness } else { f64::NAN }
    }

    #[test]
    fn likeness_is_the_share_of_common_members() {
        assert!((likeness(&[1, 2, 3, 4], &[3, 4, 5, 6]) - 2.0 / 6.0).abs() < 1e-9);
        assert!((likeness(&[1, 2], &[1, 2]) - 1.0).abs() < 1e-9);
        let long: Vec<u32> = (0..300).collect();
        assert!((likeness(&long, &long[100..]) - 2.0 / 3.0).abs() < 1e-9);
        assert!((likeness(&long[..20], &long) - 20.0 / 300.0).abs() < 1e-9);
        assert!(likeness(&[], &[]).abs() < 1e-9 && likeness(&[1], &[2]).abs() < 1e-9);
    }

    #[test]
    fn what_is_alike_may_be_so() {
        let spread = |number: u32| mixed(u64::from(number) | 1, 7, u64::from(number));
        let hashes: Vec<u32> = (0..200).chain(0..7).map(spread).collect();
        for (left, right) in [(0..60, 20..80), (0..60, 0..60), (100..200, 110..207), (150..207, 0..40), (0..30, 60..90)]
        {
            let (left, right) = (&hashes[left], &hashes[right]);
            let likeness = likeness(&set(left), &set(right));
            assert!(Glance::of(left).may_be_alike(&Glance::of(right), likeness), "{likeness}");
        }
        assert!(!Glance::of(&hashes[..60]).may_be_alike(&Glance::of(&hashes[60..120]), 0.5));
    }

    #[test]
    fn large_sets_are_compared_by_their_smallest_members() {
        let spread = |number: u32| mixed(u64::from(number) | 1, 7, u64::from(number));
        let left = set(&(0..4000).map(spread).collect::<Vec<_>>());
        let right = set(&(2000..6000).map(spread).collect::<Vec<_>>());
        let likeness = likeness(&left[..MOST], &right[..MOST]);
        assert!((likeness - 1.0 / 3.0).abs() < 0.08, "{likeness}");
        let common = keys(&left[..MOST]).filter(|key| keys(&right[..MOST]).any(|other| other == *key)).count();
        assert!(common > 0);
    }
}
