//! The kinds of check: what may be looked for in a document.
//!
//! A check sees clean prose and returns findings; it knows no rule, no message and no other check. Checks that hang on
//! words name the forms they start from, checks that hang on characters the literals they need, so that the cost of a
//! text does not grow with their number.

mod finding;

pub mod suppression;

use serde::Deserialize;

pub use finding::{Certainty, Finding};

use crate::document::Context;
use crate::language::Form;

/// The settings of one check, by its kind: the table `[check.KIND]` of a rule file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Comments that silence rules.
    Suppression(suppression::Settings),
}

/// Where a check wants to be called.
#[derive(Clone, Debug, Default)]
pub struct Triggers {
    /// At every word with one of these forms, lower case.
    pub forms: Vec<String>,
    /// At every word whose form [`Check::wants`]; asked once per form.
    pub asks_forms: bool,
    /// In every block that holds one of these texts, byte for byte.
    pub literals: Vec<String>,
    /// Once per document.
    pub document: bool,
}

/// Something that can be looked for.
pub trait Check: Send + Sync {
    /// Where the check wants to be called; asked once.
    fn triggers(&self) -> Triggers;

    /// Whether the check wants to be called at words of this form.
    fn wants(&self, _form: &Form) -> bool {
        false
    }

    /// Looks at the word with this index.
    fn at_word(&self, _context: &Context, _word: usize, _out: &mut Vec<Finding>) {}

    /// Looks at the block with this index.
    fn in_block(&self, _context: &Context, _block: usize, _out: &mut Vec<Finding>) {}

    /// Looks at the whole document.
    fn in_document(&self, _context: &Context, _out: &mut Vec<Finding>) {}
}
