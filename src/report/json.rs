//! The JSON report and its line-by-line twin; their shape is documented in `docs/json.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::elsewhere::elsewhere;
use super::{Places, Report, Skipped, Summary};
use crate::diagnostic::{Diagnostic, Fix, Related};
use crate::text::{Edit, Location, Source, Span};

/// One JSON object for the whole run.
pub struct Json;

/// One JSON object per finding, each on a line of its own.
pub struct Jsonl;

impl Report for Json {
    fn head(&self) -> String {
        "{\"version\": 1, \"diagnostics\": [\n".to_owned()
    }

    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        lines(source, diagnostics).join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, summary: &Summary) -> String {
        format!("\n], \"summary\": {}}}\n", to_json(&JsonSummary::of(summary)))
    }
}

impl Report for Jsonl {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        lines(source, diagnostics).into_iter().map(|line| line + "\n").collect()
    }
}

fn lines(source: &Source, diagnostics: &[Diagnostic]) -> Vec<String> {
    if diagnostics.is_empty() {
        return Vec::new();
    }
    let places = Places::new(&source.text);
    diagnostics.iter().map(|diagnostic| to_json(&JsonDiagnostic::of(&source.name, &places, diagnostic))).collect()
}

/// `value` as JSON on one line.
pub fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("plain structs with string keys are JSON")
}

#[derive(Serialize)]
struct JsonDiagnostic<'d> {
    path: &'d str,
    rule: &'d str,
    severity: &'static str,
    message: &'d str,
    start: u32,
    end: u32,
    location: JsonRange,
    related: Vec<JsonRelated<'d>>,
    fixes: Vec<JsonFix<'d>>,
    fingerprint: String,
}

impl<'d> JsonDiagnostic<'d> {
    fn of(path: &'d str, places: &Places, diagnostic: &'d Diagnostic) -> Self {
        Self {
            path,
            rule: &diagnostic.rule,
            severity: diagnostic.severity.name(),
            message: &diagnostic.message,
            start: diagnostic.span.start,
            end: diagnostic.span.end,
            location: JsonRange::of(places, diagnostic.span),
            related: related(diagnostic),
            fixes: diagnostic.fixes.iter().map(JsonFix::from).collect(),
            fingerprint: diagnostic.fingerprint.to_string(),
        }
    }
}

#[derive(Serialize)]
struct JsonRange {
    start: JsonPlace,
    end: JsonPlace,
}

impl JsonRange {
    fn of(places: &Places, span: Span) -> Self {
        Self { start: places.location(span.start).into(), end: places.location(span.end).into() }
    }
}

#[derive(Serialize)]
struct JsonPlace {
    line: u32,
    column: u32,
}

impl From<Location> for JsonPlace {
    fn from(location: Location) -> Self {
        Self { line: location.line, column: location.column }
    }
}

#[derive(Serialize)]
struct JsonRelated<'d> {
    message: &'d str,
    /// Only where the place is in another file.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'d str>,
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<JsonRange>,
}

fn related(diagnostic: &Diagnostic) -> Vec<JsonRelated<'_>> {
    let mut elsewhere = elsewhere(diagnostic).into_iter();
    let related = |related: &'_ Related| {
        let other = related.elsewhere.as_ref().and_then(|_| elsewhere.next());
        (other.as_ref().map(|other| other.source), other.map(|other| other.range))
    };
    let places: Vec<_> = diagnostic.related.iter().map(related).collect();
    let together = diagnostic.related.iter().zip(places);
    together
        .map(|(Related { span, message, .. }, (source, range))| JsonRelated {
            message,
            path: source.map(|source| source.name.as_str()),
            start: span.start,
            end: span.end,
            location: range.map(|[start, end]| JsonRange { start: start.into(), end: end.into() }),
        })
        .collect()
}

#[derive(Serialize)]
struct JsonFix<'d> {
    title: &'d str,
    safety: &'static str,
    edits: Vec<JsonEdit<'d>>,
}

impl<'d> From<&'d Fix> for JsonFix<'d> {
    fn from(fix: &'d Fix) -> Self {
        let edits = fix.edits.iter().map(|Edit { span, text }| JsonEdit { start: span.start, end: span.end, text });
        Self { title: &fix.title, safety: fix.safety.name(), edits: edits.collect() }
    }
}

#[derive(Serialize)]
struct JsonEdit<'d> {
    start: u32,
    end: u32,
    text: &'d str,
}

/// The counts of a run; `fixed` only stands there when something was to be fixed.
#[derive(Serialize)]
pub struct JsonSummary<'s> {
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<&'s BTreeMap<String, usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<usize>,
    skipped: Vec<JsonSkipped<'s>>,
}

impl<'s> JsonSummary<'s> {
    /// The counts as JSON has them.
    pub fn of(summary: &'s Summary) -> Self {
        let &Summary { files, errors, warnings, infos, .. } = summary;
        let skipped = summary.skipped.iter().map(JsonSkipped::of).collect();
        Self { files, errors, warnings, infos, fixed: summary.fixed.as_ref(), known: summary.known, skipped }
    }
}

#[derive(Serialize)]
struct JsonSkipped<'s> {
    path: &'s str,
    reason: &'static str,
    message: &'s str,
}

impl<'s> JsonSkipped<'s> {
    fn of(skipped: &'s Skipped) -> Self {
        Self { path: &skipped.path, reason: skipped.reason, message: &skipped.message }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::diagnostic::Fingerprint;

    #[test]
    fn the_shape_is_the_documented_one() {
        let (source, diagnostics) = sample::article();
        let mut summary = Summary::default();
        summary.add(&diagnostics);
        let report = Json.head() + &Json.file(&source, &diagnostics[..1]) + &Json.tail(&summary);
        let value: serde_json::Value = serde_json::from_str(&report).expect("valid JSON");
        let expected = serde_json::json!({"version": 1, "diagnostics": [{
            "path": "draf.md", "rule": "di-terpisah", "severity": "error",
            "message": "Tulis “dimulai”, bukan “di mulai”.", "start": 25, "end": 33,
            "location": {"start": {"line": 3, "column": 7}, "end": {"line": 3, "column": 15}},
            "related": [],
            "fixes": [{"title": "Tulis “dimulai”", "safety": "safe",
                       "edits": [{"start": 25, "end": 33, "text": "dimulai"}]}],
            "fingerprint": Fingerprint::of("di-terpisah", "di mulai").to_string()}],
            "summary": {"files": 1, "errors": 1, "warnings": 1, "infos": 0, "skipped": []}});
        assert_eq!(value, expected);
    }

    #[test]
    fn every_line_is_an_object_of_its_own() {
        let (source, diagnostics) = sample::article();
        let report = Jsonl.file(&source, &diagnostics);
        assert_eq!(report.lines().count(), 2);
        for line in report.lines() {
            assert!(serde_json::from_str::<serde_json::Value>(line).expect("valid JSON").is_object());
        }
    }
}
