//! The comments that silence rules, themselves looked at: the linter does it, after all other rules have spoken.

use serde::Deserialize;

use super::{Check, Triggers};

/// The settings `[check.suppression]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Settings {
    /// What is wrong with the comment.
    pub looks_for: LooksFor,
}

/// What may be wrong with a comment that silences rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LooksFor {
    /// It silences nothing.
    Unused,
    /// It names a rule that does not exist.
    Unknown,
}

/// A check that finds nothing in the prose: comments are no prose.
pub struct Silent;

impl Check for Silent {
    fn triggers(&self) -> Triggers {
        Triggers::default()
    }
}
