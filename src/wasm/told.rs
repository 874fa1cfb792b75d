//! Answers as JavaScript has them; places are in units of UTF-16, half-open. `docs/web.md` documents their shape.

use serde::Serialize;

use super::units::Units;
use crate::config::Mistake;
use crate::diagnostic::{Diagnostic, Fix, Related};
use crate::text::Edit;

/// The answer to a request that cannot be understood.
#[derive(Serialize)]
pub struct ToldFailure {
    /// What is wrong with it.
    pub error: String,
}

/// What is wrong with settings; where nothing is, they hold.
#[derive(Serialize)]
pub struct ToldMistakes<'m> {
    /// The mistakes, sorted by place.
    pub mistakes: Vec<ToldMistake<'m>>,
}

/// A mistake in a configuration.
#[derive(Serialize)]
pub struct ToldMistake<'m> {
    start: usize,
    end: usize,
    message: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'m str>,
}

/// What was found in a text.
#[derive(Serialize)]
pub struct ToldFindings<'d> {
    /// The findings, sorted by place.
    pub diagnostics: Vec<ToldFinding<'d>>,
}

/// A finding.
#[derive(Serialize)]
pub struct ToldFinding<'d> {
    rule: &'d str,
    severity: &'static str,
    message: &'d str,
    start: usize,
    end: usize,
    related: Vec<ToldPlace<'d>>,
    fixes: Vec<ToldFix<'d>>,
    fingerprint: String,
}

#[derive(Serialize)]
struct ToldPlace<'d> {
    message: &'d str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ToldFix<'d> {
    title: &'d str,
    safety: &'static str,
    edits: Vec<ToldEdit<'d>>,
}

#[derive(Serialize)]
struct ToldEdit<'d> {
    start: usize,
    end: usize,
    text: &'d str,
}

impl<'m> ToldMistake<'m> {
    /// The mistake, in the text that `units` are of.
    pub fn new(mistake: &'m Mistake, units: &Units) -> Self {
        let [start, end] = units.of(mistake.span);
        Self { start, end, message: &mistake.message, hint: mistake.hint.as_deref() }
    }
}

impl<'d> ToldFinding<'d> {
    /// The finding, in the text that `units` are of.
    pub fn new(diagnostic: &'d Diagnostic, units: &Units) -> Self {
        let Diagnostic { rule, severity, span, message, related, fixes, fingerprint } = diagnostic;
        let [start, end] = units.of(*span);
        let place = |Related { span, message, .. }: &'d Related| {
            let [start, end] = units.of(*span);
            ToldPlace { message, start, end }
        };
        Self {
            rule,
            severity: severity.name(),
            message,
            start,
            end,
            related: related.iter().map(place).collect(),
            fixes: fixes.iter().map(|fix| ToldFix::new(fix, units)).collect(),
            fingerprint: fingerprint.to_string(),
        }
    }
}

impl<'d> ToldFix<'d> {
    fn new(fix: &'d Fix, units: &Units) -> Self {
        let edit = |Edit { span, text }: &'d Edit| {
            let [start, end] = units.of(*span);
            ToldEdit { start, end, text }
        };
        Self { title: &fix.title, safety: fix.safety.name(), edits: fix.edits.iter().map(edit).collect() }
    }
}
