//! A place in a text, in bytes.

use std::ops::Range;

/// A half-open range of bytes that begins and ends on character boundaries.
///
/// Offsets are 32 bits wide: a text of 4 GiB or more is not a [`crate::text::Source`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`, both in bytes.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span of a range of byte offsets. Offsets beyond 4 GiB are cut off there.
    pub fn of(range: Range<usize>) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self::new(narrow(range.start), narrow(range.end))
    }

    /// The same range as byte offsets for slicing.
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same span in a text that begins `by` bytes earlier.
    #[must_use]
    pub const fn shifted(self, by: u32) -> Self {
        Self::new(self.start + by, self.end + by)
    }

    /// The number of bytes covered.
    #[inline]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether nothing is covered: the place between two characters.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `inner` lies in `self`.
    pub const fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share a byte; an empty span inside the other counts.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The part of `text` that is covered; empty when the span lies outside.
    #[inline]
    pub fn of_text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}
