//! The Reviewdog Diagnostic Format, which reviewdog turns into comments with suggestions, and its line-by-line twin.
//!
//! The keys are those of `DiagnosticResult` and `Diagnostic` in reviewdog's proto/rdf/reviewdog.proto. Columns there count the
//! bytes of a line as UTF-8, from 1, and a range ends behind its last byte.

use serde::Serialize;

use super::elsewhere::told;
use super::json::to_json;
use super::{Places, Report, Summary, from_here};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::text::{Edit, Source, Span, apply};

/// One JSON object for the whole run.
pub struct Rdjson;

/// One JSON object per finding, each on a line of its own.
pub struct Rdjsonl;

/// A suggestion replaces whole lines in a comment: one over more lines than this is not readable there.
const MOST_LINES: u32 = 10;

impl Report for Rdjson {
    fn head(&self) -> String {
        "{\"source\": {\"name\": \"saksama\"}, \"diagnostics\": [\n".to_owned()
    }

    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        lines(source, diagnostics).join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, _summary: &Summary) -> String {
        "\n]}\n".to_owned()
    }
}

impl Report for Rdjsonl {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        lines(source, diagnostics).into_iter().map(|line| line + "\n").collect()
    }
}

fn lines(source: &Source, diagnostics: &[Diagnostic]) -> Vec<String> {
    if diagnostics.is_empty() {
        return Vec::new();
    }
    let places = Places::new(&source.text);
    let path = from_here(&source.name);
    diagnostics.iter().map(|diagnostic| to_json(&RdDiagnostic::of(&path, &places, diagnostic))).collect()
}

#[derive(Serialize)]
struct RdDiagnostic<'d> {
    message: String,
    location: RdLocation<'d>,
    severity: &'static str,
    source: Name,
    code: Code<'d>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RdRelated<'d>>,
}

#[derive(Serialize)]
struct RdLocation<'d> {
    path: &'d str,
    range: RdRange,
}

#[derive(Serialize)]
struct Name {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'d> {
    value: &'d str,
}

#[derive(Serialize)]
struct Suggestion {
    range: RdRange,
    text: String,
}

#[derive(Serialize)]
struct RdRelated<'d> {
    message: &'d str,
    location: RdLocation<'d>,
}

#[derive(Clone, Copy, Serialize)]
struct RdRange {
    start: RdPosition,
    end: RdPosition,
}

#[derive(Clone, Copy, Serialize)]
struct RdPosition {
    line: u32,
    column: u32,
}

impl<'d> RdDiagnostic<'d> {
    fn of(path: &'d str, places: &Places, diagnostic: &'d Diagnostic) -> Self {
        let here = diagnostic.related.iter().filter(|related| related.elsewhere.is_none());
        let related = here.map(|related| RdRelated {
            message: &related.message,
            location: RdLocation { path, range: RdRange::of(places, related.span) },
        });
        Self {
            message: told(diagnostic),
            location: RdLocation { path, range: RdRange::of(places, diagnostic.span) },
            severity: match diagnostic.severity {
                Severity::Error => "ERROR",
                Severity::Warning => "WARNING",
                Severity::Info => "INFO",
            },
            source: Name { name: "saksama" },
            code: Code { value: &diagnostic.rule },
            suggestions: diagnostic.fixes.iter().filter_map(|fix| Suggestion::of(places, fix)).collect(),
            related_locations: related.collect(),
        }
    }
}

impl Suggestion {
    /// The edits of `fix` as one; `None` where they lie too far apart.
    fn of(places: &Places, fix: &Fix) -> Option<Self> {
        let whole = fix.edits.iter().map(|edit| edit.span).reduce(Span::to)?;
        let range = RdRange::of(places, whole);
        if range.end.line - range.start.line >= MOST_LINES {
            return None;
        }
        let local = |span: Span| Span::new(span.start - whole.start, span.end - whole.start);
        let edits: Vec<Edit> =
            fix.edits.iter().map(|edit| Edit::replace(local(edit.span), edit.text.clone())).collect();
        Some(Self { range, text: apply(places.text().get(whole.range())?, &edits) })
    }
}

impl RdRange {
    fn of(places: &Places, span: Span) -> Self {
        Self { start: RdPosition::of(places, span.start), end: RdPosition::of(places, span.end) }
    }
}

impl RdPosition {
    fn of(places: &Places, offset: u32) -> Self {
        let line = places.line_of(offset as usize);
        let start = Span::of(0..places.line(line).start).end;
        Self { line: places.location(offset).line, column: offset.saturating_sub(start) + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::diagnostic::Safety;

    #[test]
    fn columns_count_bytes_and_fixes_are_suggestions() {
        let text = "# 🕵️ é\n\né 🕵️ di mulai\n";
        let finding = sample::finding(text, "di-terpisah", Severity::Error, "di mulai", "dimulai", Safety::Safe);
        let report =
            Rdjson.head() + &Rdjson.file(&Source::new("./a.md", text), &[finding]) + &Rdjson.tail(&Summary::default());
        let result: serde_json::Value = serde_json::from_str(&report).expect("valid JSON");
        // é has two bytes, the emoji seven.
        let range = serde_json::json!({"start": {"line": 3, "column": 12}, "end": {"line": 3, "column": 20}});
        let expected = serde_json::json!({"source": {"name": "saksama"}, "diagnostics": [{
            "message": "Tulis “dimulai”, bukan “di mulai”.", "severity": "ERROR", "source": {"name": "saksama"},
            "code": {"value": "di-terpisah"}, "location": {"path": "a.md", "range": range},
            "suggestions": [{"range": range, "text": "dimulai"}]}]});
        assert_eq!(result, expected);
    }

    #[test]
    fn edits_become_one_suggestion_where_they_stand_close() {
        let (source, mut diagnostics) = sample::article();
        let place = |needle| sample::place(&source.text, needle);
        let edits = vec![Edit::delete(place("di ")), Edit::replace(place("sembilan"), "9")];
        diagnostics[0].fixes[0].edits = edits;
        let line = Rdjsonl.file(&source, &diagnostics[..1]);
        let finding: serde_json::Value = serde_json::from_str(&line).expect("valid JSON");
        assert_eq!(finding["suggestions"][0]["text"], "mulai pukul 9");
        let far = format!("satu{}dua", "\n".repeat(10));
        let fix = |text: &str, edits| {
            Suggestion::of(&Places::new(text), &Fix { title: String::new(), safety: Safety::Safe, edits })
        };
        let both = vec![Edit::delete(sample::place(&far, "satu")), Edit::delete(sample::place(&far, "dua"))];
        assert!(fix(&far, both).is_none());
        assert!(fix(&far, vec![Edit::delete(sample::place(&far, "dua"))]).is_some());
    }
}
