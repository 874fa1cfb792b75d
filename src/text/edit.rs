//! One change to a text, and applying many.

use super::Span;

/// Replaces `span` by `text`: an empty text deletes, an empty span inserts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The bytes that go.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

impl Edit {
    /// An edit that writes `text` over `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// An edit that removes `span`.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// The text after all `edits`, which must be sorted by position and disjoint.
///
/// An edit that overlaps the one before it, or lies outside the text, is left out.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    apply_within(text, 0, edits)
}

/// The same for a part of a text that begins at its byte `start`; no edit begins before it.
pub fn apply_within(text: &str, start: u32, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = Span::new(edit.span.start - start, edit.span.end - start).range();
        let Some(kept) = text.get(done..range.start) else {
            continue;
        };
        if text.get(range.clone()).is_none() {
            continue;
        }
        out.push_str(kept);
        out.push_str(&edit.text);
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Where `span` is after all `edits`, which are sorted and disjoint. An edit across its border is taken in.
pub fn carried(span: Span, edits: &[Edit]) -> Span {
    let (mut start, mut end) = (i64::from(span.start), i64::from(span.end));
    for Edit { span: old, text } in edits {
        let grown = i64::try_from(text.len()).unwrap_or(i64::MAX) - i64::from(old.len());
        if old.end <= span.start {
            start += grown;
        } else if old.start < span.start {
            start -= i64::from(span.start - old.start);
        }
        if old.end <= span.end {
            end += grown;
        } else if old.start < span.end {
            end += i64::from(old.end - span.end) + grown;
        }
    }
    let narrow = |at: i64| u32::try_from(at).unwrap_or(0);
    Span::new(narrow(start), narrow(end.max(start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_edits_are_applied_and_overlapping_ones_left_out() {
        let edits = [
            Edit::replace(Span::new(0, 2), "X"),
            Edit::replace(Span::new(1, 3), "lost"),
            Edit::replace(Span::new(3, 3), "-"),
            Edit::delete(Span::new(4, 5)),
            Edit::replace(Span::new(90, 91), "outside"),
        ];
        assert_eq!(apply("abcdef", &edits), "Xc-df");
    }

    #[test]
    fn places_are_carried_along() {
        let edits = [Edit::replace(Span::new(2, 4), "abc"), Edit::delete(Span::new(8, 10))];
        for ((start, end), carried_to) in [
            ((0, 2), (0, 2)),
            ((4, 8), (5, 9)),
            ((5, 6), (6, 7)),
            ((3, 6), (2, 7)),
            ((0, 3), (0, 5)),
            ((9, 12), (9, 11)),
            ((10, 12), (9, 11)),
            ((6, 6), (7, 7)),
        ] {
            let carried = carried(Span::new(start, end), &edits);
            assert_eq!((carried.start, carried.end), carried_to, "{start}..{end}");
        }
    }
}
