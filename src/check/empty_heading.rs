//! Headings without words: what is looked for. They are no prose; `lint::empty` reads them off the source.

use serde::Deserialize;

use super::{Check, Triggers};

/// `[check.empty-heading]`: nothing to set.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {}

/// A check that finds nothing in the prose.
pub struct Silent;

impl Check for Silent {
    fn triggers(&self) -> Triggers {
        Triggers::default()
    }
}
