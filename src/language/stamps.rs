//! What is known of some words, found by the stamps of their forms.

use rustc_hash::FxHashMap;

use super::vocabulary::{Form, stamp};

/// Values of words: whether a form has one is mostly told by a single bit.
#[derive(Clone, Debug)]
pub struct Stamped<V> {
    /// A bit for the stamp of every word, some sharing one; a power of two of them.
    bits: Box<[u64]>,
    values: FxHashMap<u64, V>,
}

impl<V> Stamped<V> {
    /// So many bits for every word keep most others out.
    const SPARSE: usize = 32;

    /// These values, each of the form with this stamp.
    pub fn new(values: FxHashMap<u64, V>) -> Self {
        let count = (values.len() * Self::SPARSE / 64).next_power_of_two();
        let mut stamped = Self { bits: vec![0; count].into(), values };
        for &stamp in stamped.values.keys() {
            let (place, bit) = place(stamp, count);
            stamped.bits[place] |= bit;
        }
        stamped
    }

    /// The value of the form.
    #[inline]
    pub fn get(&self, form: &Form) -> Option<&V> {
        let (place, bit) = place(form.stamp, self.bits.len());
        if self.bits[place] & bit == 0 { None } else { self.values.get(&form.stamp) }
    }

    /// Whether the form has a value.
    #[inline]
    pub fn has(&self, form: &Form) -> bool {
        self.get(form).is_some()
    }

    /// Whether no form has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
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
