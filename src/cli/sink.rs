//! A report being written: the order of its parts, and where they go.

use std::io;

use super::output::Output;
use crate::report::{Report, Summary};

/// A report being written.
pub struct Sink<'r> {
    /// `None` for one that is nothing but its parts, such as a diff.
    report: Option<&'r dyn Report>,
    output: Output,
    has_parts: bool,
    held: Vec<String>,
}

impl<'r> Sink<'r> {
    /// Begins `report` on `output`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(report: Option<&'r dyn Report>, output: Output) -> io::Result<Self> {
        let mut sink = Self { report, output, has_parts: false, held: Vec::new() };
        if let Some(report) = report.filter(|report| !report.is_held()) {
            sink.output.write(report.head().as_bytes())?;
        }
        Ok(sink)
    }

    /// Adds the part of one file; an empty one is none.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn take(&mut self, part: String) -> io::Result<()> {
        if part.is_empty() {
            return Ok(());
        }
        if self.report.is_some_and(Report::is_held) {
            self.held.push(part);
            return Ok(());
        }
        if let Some(report) = self.report.filter(|_| self.has_parts) {
            self.output.write(report.separator().as_bytes())?;
        }
        self.has_parts = true;
        self.output.write(part.as_bytes())
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn end(&mut self, summary: &Summary) -> io::Result<()> {
        if let Some(report) = self.report {
            let text = if report.is_held() {
                report.whole(&std::mem::take(&mut self.held), summary)
            } else {
                report.tail(summary)
            };
            self.output.write(text.as_bytes())?;
        }
        self.output.flush()
    }

    /// Whether nobody reads it any more.
    pub const fn is_closed(&self) -> bool {
        self.output.is_closed()
    }
}
