//! What one answer did, so that it can be undone.

use std::fs;
use std::path::Path;

use super::article::Written;
use super::decisions::{Decision, Decisions};
use crate::cli::cause::Cause;
use crate::cli::trouble::Trouble;
use crate::cli::write::replace;

/// What an answer came to, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A fix was applied, or something else written instead.
    Mended,
    /// A finding, or all of a rule, was left.
    Skipped,
    /// A comment was written.
    Ignored,
    /// A word was accepted.
    Accepted,
}

/// What one answer did.
pub struct Step {
    /// The number of the file that it was about.
    pub file: usize,
    /// What it came to.
    pub deed: Deed,
    /// What was written.
    pub written: Option<Written>,
    /// What was decided.
    pub decided: Vec<Decision>,
}

impl Step {
    /// Undoes the step: files that were written are as they were before it.
    ///
    /// # Errors
    /// Why it still stands; one who has changed the file since keeps what they wrote.
    pub fn undo(&self, decisions: &mut Decisions) -> Result<(), Trouble> {
        match &self.written {
            Some(Written { path, before: Some(before), after }) => replace(path, after, before)?,
            Some(Written { path, before: None, after }) => remove(path, after)?,
            None => {}
        }
        for decision in &self.decided {
            decisions.take_back(decision).map_err(|error| Trouble::Unwritable(Cause::from(&error)))?;
        }
        Ok(())
    }
}

/// Removes a file that this review made, while it is what it was made.
fn remove(path: &Path, made: &[u8]) -> Result<(), Trouble> {
    let failed = |error: std::io::Error| Trouble::Unwritable(Cause::from(&error));
    if fs::read(path).map_err(failed)? != made {
        return Err(Trouble::Changed);
    }
    fs::remove_file(path).map_err(failed)
}
