//! What a check saw, not yet put into words.

use crate::text::{Edit, Span};

/// How sure a check is of one finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It may be a name or a matter of choice: counts one level less, and its fixes are not safe.
    Doubtful,
    /// As its rule says.
    #[default]
    Certain,
}

/// One defect, in bytes of the prose.
#[derive(Clone, Debug, Default)]
pub struct Finding {
    /// The place.
    pub span: Span,
    /// Further places of the same defect.
    pub related: Vec<Span>,
    /// Ways to mend it, best first; each a list of sorted, disjoint edits.
    pub fixes: Vec<Vec<Edit>>,
    /// How sure the check is.
    pub certainty: Certainty,
    /// What the message may name beside `{temuan}` and `{saran}`.
    pub values: Vec<(&'static str, String)>,
}

impl Finding {
    /// A finding at `span` without a fix.
    pub fn at(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// A finding at `span` that `text` should replace.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, fixes: vec![vec![Edit::replace(span, text)]], ..Self::default() }
    }

    /// The same finding in a prose that begins `by` bytes earlier.
    #[must_use]
    pub fn shifted(mut self, by: u32) -> Self {
        self.span = self.span.shifted(by);
        self.related.iter_mut().for_each(|place| *place = place.shifted(by));
        self.fixes.iter_mut().flatten().for_each(|edit| edit.span = edit.span.shifted(by));
        self
    }

    /// The same finding, with another way to mend it.
    #[must_use]
    pub fn or(mut self, edits: Vec<Edit>) -> Self {
        self.fixes.push(edits);
        self
    }

    /// The same finding, as sure as `certainty` at most.
    #[must_use]
    pub fn at_most(mut self, certainty: Certainty) -> Self {
        self.certainty = self.certainty.min(certainty);
        self
    }

    /// The same finding, with a value for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}
