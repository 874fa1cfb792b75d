//! What may stand beside a word, told at a glance.

use crate::language::stamp;

/// The forms that may stand right before and right after a word that a check is hung on, as one bit of 64 for each: most words
/// are told by it not to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    before: u64,
    after: u64,
}

impl Beside {
    /// Anything, and nothing at all.
    pub const ANY: Self = Self { before: u64::MAX, after: u64::MAX };
    /// What no word stands beside.
    pub const NEVER: Self = Self { before: 0, after: 0 };

    /// Between words of which these are the forms' bits; [`u64::MAX`] where any form may stand, or none at all.
    pub const fn new(before: u64, after: u64) -> Self {
        Self { before, after }
    }

    /// What may stand beside either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self { before: self.before | other.before, after: self.after | other.after }
    }

    /// Whether words may stand there whose forms have these bits; 0 where there is no word.
    #[inline]
    pub const fn may_be(self, before: u64, after: u64) -> bool {
        (self.before & before != 0 || self.before == u64::MAX) && (self.after & after != 0 || self.after == u64::MAX)
    }
}

/// A bit for each of the forms.
pub(super) fn trace<'f>(forms: impl IntoIterator<Item = &'f str>) -> u64 {
    forms.into_iter().fold(0, |trace, form| trace | bit(stamp(form)))
}

/// One bit of 64 for the stamp of a form.
#[inline]
pub(crate) const fn bit(stamp: u64) -> u64 {
    1 << (stamp >> 58)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_by_what_stands_beside_them() {
        let of = |form: &str| bit(stamp(form));
        let behind_di = Beside::new(trace(["di", "ke"]), u64::MAX);
        assert!(behind_di.may_be(of("di"), of("rumah")) && behind_di.may_be(of("ke"), 0));
        assert!(!behind_di.may_be(0, of("di")) && !behind_di.may_be(of("rumah"), of("di")));
        let before_oleh = Beside::new(u64::MAX, trace(["oleh"]));
        assert!(behind_di.or(before_oleh).may_be(of("di"), of("oleh")));
        assert!(Beside::ANY.may_be(0, 0) && !Beside::NEVER.may_be(of("di"), of("oleh")));
    }
}
