//! Parameters in addresses that follow readers: what is looked for. Addresses are no prose; `lint::links` reads them.

use serde::Deserialize;

use super::{Check, Triggers};

/// `[check.tracking]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Names of parameters that say nothing of the page, lower case; a `*` at the end stands for any letters.
    pub parameters: Vec<String>,
    /// Parameters with a value, as `name=value`, that no campaign of the writer's own has: of these, and of those that
    /// `own` does not name, the fix is safe.
    pub foreign: Vec<String>,
    /// Parameters that a writer may have set on purpose.
    pub own: Vec<String>,
}

/// A check that finds nothing in the prose.
pub struct Silent;

impl Check for Silent {
    fn triggers(&self) -> Triggers {
        Triggers::default()
    }
}
