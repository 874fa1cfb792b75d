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
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.range();
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
}
