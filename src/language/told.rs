//! What one thread has found out of a form, told to the others: every thread has a vocabulary of its own, and meets nearly
//! the same forms.

use std::sync::atomic::{AtomicU64, Ordering};

use super::Form;

/// A small number of forms, which depends on nothing but the form. A form whose place another one has taken is found out
/// about once more.
pub(crate) struct Told<Places = [AtomicU64; PLACES]> {
    /// A stamp without its lowest bits, which the place tells; then [`IS_TOLD`] and the number.
    places: Places,
}

/// Enough for the forms of a large site, and few enough for what is known of a form to tell it from all that share its place.
const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 16;

/// Set where there is a number: nothing else tells an empty place from zero for a form.
const IS_TOLD: u64 = 1 << u8::BITS;
/// The bits that the place of a stamp tells, the lowest of which is set in all of them.
const TOLD_BY_PLACE: u64 = (1 << PLACE_BITS) - 1;

impl Told {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self { places: [const { AtomicU64::new(0) }; PLACES] }
    }
}

impl Told<Vec<AtomicU64>> {
    /// Nothing yet, for what does not last as long as the program; too large for a stack.
    pub fn on_heap() -> Self {
        Self { places: (0..PLACES).map(|_| AtomicU64::new(0)).collect() }
    }
}

impl<Places: AsRef<[AtomicU64]>> Told<Places> {
    /// The number of the form: what `find` finds, unless some thread has found it.
    pub fn recall(&self, form: &Form, find: impl FnOnce() -> u8) -> u8 {
        let place = &self.places.as_ref()[(form.stamp >> 1) as usize % PLACES];
        let own = form.stamp & !TOLD_BY_PLACE | IS_TOLD;
        // One number says it all, so that no order is needed.
        let known = place.load(Ordering::Relaxed);
        if known & !u64::from(u8::MAX) == own {
            return known as u8;
        }
        let found = find();
        place.store(own | u64::from(found), Ordering::Relaxed);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{PLACES, Told};
    use crate::language::{Form, Vocabulary};

    static TOLD: Told = Told::new();

    #[test]
    fn a_form_is_found_out_about_once_and_never_taken_for_another() {
        let mut vocabulary = Vocabulary::default();
        let count = 2 * PLACES;
        let forms: Vec<_> = (0..count).map(|number| vocabulary.intern_form(&format!("kata{number}"))).collect();
        let of = |form: &Form| form.text.bytes().fold(0, u8::wrapping_add);
        for &form in &forms {
            let form = vocabulary.form(form);
            assert_eq!(TOLD.recall(form, || of(form)), of(form), "{form:?}");
            assert_eq!(TOLD.recall(form, || of(form) + 1), of(form), "{form:?}");
        }
        let mut again = 0;
        for &form in &forms {
            let form = vocabulary.form(form);
            let find = || {
                again += 1;
                of(form)
            };
            assert_eq!(TOLD.recall(form, find), of(form), "{form:?}");
        }
        assert!((1..count).contains(&again), "{again}");
    }
}
