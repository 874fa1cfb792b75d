//! What is known of some words, found by the stamps of their forms.

use rustc_hash::FxHashMap;

use super::vocabulary::{Form, stamp};

/// Values of words: whether a form has one is mostly told by a single bit.
#[derive(Clone, Debug)]
pub struct Stamped<V> {
    /// A bit for the stamp of every word, some sharing one; a power of two of them.
    bits: Box<[u64]>,
    /// The stamps with their values, each at the place its own bits name or the next free one; a power of two, a quarter full
    /// at most.
    values: Box<[Option<(u64, V)>]>,
}

impl<V> Stamped<V> {
    /// So many bits for every word keep most others out.
    const SPARSE: usize = 32;

    /// These values, each of the form with this stamp.
    pub fn new(values: FxHashMap<u64, V>) -> Self {
        let count = (values.len() * Self::SPARSE / 64).next_power_of_two();
        let places = (values.len() * 4).next_power_of_two();
        let free = std::iter::repeat_with(|| None).take(places);
        let mut stamped = Self { bits: vec![0; count].into(), values: free.collect() };
        for (stamp, value) in values {
            let (place, bit) = place(stamp, count);
            stamped.bits[place] |= bit;
            let at = stamped.place_of(stamp);
            stamped.values[at] = Some((stamp, value));
        }
        stamped
    }

    /// The value of the form.
    #[inline]
    pub fn get(&self, form: &Form) -> Option<&V> {
        let (place, bit) = place(form.stamp, self.bits.len());
        if self.bits[place] & bit == 0 {
            return None;
        }
        self.values[self.place_of(form.stamp)].as_ref().map(|(_, value)| value)
    }

    /// Where the stamp is, or would be.
    #[inline]
    fn place_of(&self, stamp: u64) -> usize {
        let (mut at, _) = place(stamp, self.values.len());
        while self.values[at].as_ref().is_some_and(|(own, _)| *own != stamp) {
            at = (at + 1) & (self.values.len() - 1);
        }
        at
    }

    /// Whether the form has a value.
    #[inline]
    pub fn has(&self, form: &Form) -> bool {
        self.get(form).is_some()
    }

    /// Whether no form has a value.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }
}

impl<'w> FromIterator<&'w str> for Stamped<()> {
    fn from_iter<I: IntoIterator<Item = &'w str>>(words: I) -> Self {
        Self::new(words.into_iter().map(|word| (stamp(word), ())).collect())
    }
}

/// The number and the bit, in `count` numbers, that a stamp has; its own lowest bit is always set.
#[inline]
fn place(stamp: u64, count: usize) -> (usize, u64) {
    let place = usize::try_from(stamp >> 7 & (count as u64 - 1)).unwrap_or(0);
    (place, 1 << (stamp >> 1 & 63))
}
