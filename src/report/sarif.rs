//! SARIF 2.1.0, the exchange format of code scanning services.
//!
//! Columns are code points, as `columnKind` says; byte offsets are those of the file as UTF-8. What SARIF calls a
//! driver rule is listed for every rule that may speak.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Value, json};

use super::elsewhere::elsewhere;
use super::json::to_json;
use super::paragraphs::flowing;
use super::{Places, Report, Summary};
use crate::diagnostic::{Diagnostic, Fix, Severity};
use crate::rule::{Lang, Rule};
use crate::text::{Source, Span};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report for code scanning services.
pub struct Sarif {
    /// The rules that may speak, with their explanations.
    pub rules: Vec<Rule>,
    /// The language of the rules' texts; the other one is added as a property.
    pub lang: Lang,
}

impl Report for Sarif {
    fn head(&self) -> String {
        format!(
            "{{\"$schema\": \"{SCHEMA}\", \"version\": \"2.1.0\", \"runs\": [{{\"tool\": {}, \
             \"columnKind\": \"unicodeCodePoints\", \"results\": [\n",
            to_json(&self.tool())
        )
    }

    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let artifact = Artifact { uri: uri(&source.name) };
        let lines = diagnostics.iter().map(|diagnostic| to_json(&self.result(&artifact, &places, diagnostic)));
        lines.collect::<Vec<_>>().join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, summary: &Summary) -> String {
        let notes: Vec<Value> = summary
            .skipped
            .iter()
            .map(|skipped| {
                json!({
                    "level": if skipped.is_failure { "error" } else { "note" },
                    "message": {"text": skipped.message},
                    "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&skipped.path)}}}],
                    "descriptor": {"id": skipped.reason},
                })
            })
            .collect();
        let is_success = summary.skipped.iter().all(|skipped| !skipped.is_failure);
        let invocation = json!({"executionSuccessful": is_success, "toolExecutionNotifications": notes});
        format!("\n], \"invocations\": [{invocation}]}}]}}\n")
    }
}

impl Sarif {
    fn tool(&self) -> Value {
        json!({"driver": {
            "name": "saksama",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": self.rules.iter().map(|rule| self.rule(rule)).collect::<Vec<_>>(),
        }})
    }

    fn rule(&self, rule: &Rule) -> Value {
        let pick = |id, en| -> &str { self.lang.pick::<&str>(id, en) };
        let explanation = flowing(pick(&rule.explanation, &rule.en.explanation));
        let summary = pick(rule.summary.trim(), rule.en.summary.trim());
        let full = if explanation.is_empty() { summary } else { &explanation };
        json!({
            "id": rule.name,
            "shortDescription": {"text": summary},
            "fullDescription": {"text": full},
            "help": {"text": format!("{full}\n\n{}", rule.source)},
            "defaultConfiguration": {"level": level(rule.severity)},
            "properties": {
                "tags": [rule.group.name(), rule.status.name()],
                "summary": {"id": rule.summary.trim(), "en": rule.en.summary.trim()},
            },
        })
    }

    fn result<'d>(&self, artifact: &'d Artifact, places: &Places, diagnostic: &'d Diagnostic) -> SarifResult<'d> {
        let mut others = elsewhere(diagnostic).into_iter();
        let related = diagnostic.related.iter().enumerate().map(|(id, related)| {
            let other = related.elsewhere.as_ref().and_then(|_| others.next());
            let physical_location = match other {
                Some(other) => Physical {
                    artifact_location: Cow::Owned(Artifact { uri: uri(&other.source.name) }),
                    region: Region::at(other.range, related.span),
                },
                None => Physical::of(artifact, places, related.span),
            };
            let message = (!related.message.is_empty()).then_some(Text { text: &related.message });
            Location { id: Some(id), message, physical_location }
        });
        SarifResult {
            rule_id: &diagnostic.rule,
            rule_index: self.rules.iter().position(|rule| rule.name == diagnostic.rule),
            level: level(diagnostic.severity),
            message: Text { text: &diagnostic.message },
            locations: [Location {
                id: None,
                message: None,
                physical_location: Physical::of(artifact, places, diagnostic.span),
            }],
            related_locations: related.collect(),
            fixes: diagnostic.fixes.iter().map(|fix| SarifFix::of(artifact, places, fix)).collect(),
            partial_fingerprints: PartialFingerprints { first: diagnostic.fingerprint.to_string() },
        }
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// `path` as a URI reference: relative as it is, absolute with the scheme `file`.
fn uri(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'d> {
    rule_id: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text<'d>,
    locations: [Location<'d>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'d>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<SarifFix<'d>>,
    partial_fingerprints: PartialFingerprints,
}

/// What tells results apart from one run to the next; the number is that of the way they are made.
#[derive(Serialize)]
struct PartialFingerprints {
    #[serde(rename = "saksama/v1")]
    first: String,
}

#[derive(Serialize)]
struct Text<'d> {
    text: &'d str,
}

#[derive(Clone, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'d>>,
    physical_location: Physical<'d>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'d> {
    artifact_location: Cow<'d, Artifact>,
    region: Region,
}

impl<'d> Physical<'d> {
    fn of(artifact: &'d Artifact, places: &Places, span: Span) -> Self {
        Self { artifact_location: Cow::Borrowed(artifact), region: Region::of(places, span) }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: u32,
    byte_length: u32,
}

impl Region {
    fn of(places: &Places, span: Span) -> Self {
        Self::at([places.location(span.start), places.location(span.end)], span)
    }

    const fn at([start, end]: [crate::text::Location; 2], span: Span) -> Self {
        Self {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_offset: span.start,
            byte_length: span.len(),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifFix<'d> {
    description: Text<'d>,
    artifact_changes: [Change<'d>; 1],
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    safety: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'d> {
    artifact_location: &'d Artifact,
    replacements: Vec<Replacement<'d>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'d> {
    deleted_region: Region,
    inserted_content: Text<'d>,
}

impl<'d> SarifFix<'d> {
    fn of(artifact: &'d Artifact, places: &Places, fix: &'d Fix) -> Self {
        let replacements = fix.edits.iter().map(|edit| Replacement {
            deleted_region: Region::of(places, edit.span),
            inserted_content: Text { text: &edit.text },
        });
        Self {
            description: Text { text: &fix.title },
            artifact_changes: [Change { artifact_location: artifact, replacements: replacements.collect() }],
            properties: Properties { safety: fix.safety.name() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_run_holds_results_with_places_and_fixes() {
        let (source, diagnostics) = sample::article();
        let report = Sarif { rules: Vec::new(), lang: Lang::Id };
        let text = report.head() + &report.file(&source, &diagnostics) + &report.tail(&Summary::default());
        let log: Value = serde_json::from_str(&text).expect("valid JSON");
        let run = &log["runs"][0];
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
        let result = &run["results"][0];
        let place = json!({"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 15,
                           "byteOffset": 25, "byteLength": 8});
        assert_eq!(result["locations"][0]["physicalLocation"]["region"], place);
        let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
        assert_eq!(change["insertedContent"]["text"], "dimulai");
        assert_eq!(result["partialFingerprints"]["saksama/v1"], diagnostics[0].fingerprint.to_string());
        assert_eq!(run["results"][1]["relatedLocations"][0]["message"]["text"], "juga di sini");
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("draf/naskah satu.md"), "draf/naskah%20satu.md");
        assert_eq!(uri("/a/é.md"), "file:///a/%C3%A9.md");
    }
}
