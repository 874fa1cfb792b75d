//! From a document and rules to diagnostics.

mod ruleset;

pub mod silence;

pub use ruleset::{RuleError, RuleSet};

use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::text::Source;

/// Lints documents, one after the other, with one set of rules; remembers the words it has met. One per thread.
pub struct Linter<'r> {
    rules: &'r RuleSet,
}

impl<'r> Linter<'r> {
    /// A linter with these rules.
    pub fn new(rules: &'r RuleSet) -> Self {
        Self { rules }
    }

    /// What the rules say about `source`, sorted by place.
    pub fn lint(&mut self, source: &Source, format: Format) -> Vec<Diagnostic> {
        let _ = (self.rules, source, format);
        Vec::new()
    }
}
