//! The Code Quality report of GitLab, which tells in a merge request what it brings and what it mends.
//!
//! The keys are those of docs.gitlab.com/ci/testing/code_quality, "Code Quality report format". Fingerprints there have to be
//! unique in the whole report, so the path goes into them.

use serde::Serialize;

use super::elsewhere::told;
use super::json::to_json;
use super::{Places, Report, from_here};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Source;

/// The report for GitLab.
pub struct Gitlab;

impl Report for Gitlab {
    fn head(&self) -> String {
        "[\n".to_owned()
    }

    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let path = from_here(&source.name);
        let issues = diagnostics.iter().map(|diagnostic| to_json(&Issue::of(&path, &places, diagnostic)));
        issues.collect::<Vec<_>>().join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn tail(&self, _summary: &super::Summary) -> String {
        "\n]\n".to_owned()
    }
}

#[derive(Serialize)]
struct Issue<'d> {
    description: String,
    check_name: &'d str,
    fingerprint: String,
    severity: &'static str,
    location: Place<'d>,
}

#[derive(Serialize)]
struct Place<'d> {
    path: &'d str,
    lines: LineRange,
}

#[derive(Serialize)]
struct LineRange {
    begin: u32,
    end: u32,
}

impl<'d> Issue<'d> {
    fn of(path: &'d str, places: &Places, diagnostic: &'d Diagnostic) -> Self {
        let line = |offset| places.location(offset).line;
        Self {
            description: told(diagnostic),
            check_name: &diagnostic.rule,
            fingerprint: diagnostic.fingerprint.within(path).to_string(),
            severity: match diagnostic.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            },
            location: Place {
                path,
                lines: LineRange { begin: line(diagnostic.span.start), end: line(diagnostic.span.end) },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Summary, sample};
    use super::*;

    #[test]
    fn an_issue_has_the_keys_gitlab_reads_and_a_fingerprint_of_its_own() {
        let (mut source, diagnostics) = sample::article();
        source.name = "./draf.md".to_owned();
        let mut other = source.clone();
        other.name = "lain.md".to_owned();
        let parts = [Gitlab.file(&source, &diagnostics), Gitlab.file(&other, &diagnostics)];
        let text = Gitlab.head() + &parts.join(Gitlab.separator()) + &Gitlab.tail(&Summary::default());
        let issues: Vec<serde_json::Value> = serde_json::from_str(&text).expect("valid JSON");
        let first = serde_json::json!({
            "description": "Tulis “dimulai”, bukan “di mulai”.", "check_name": "di-terpisah", "severity": "major",
            "fingerprint": diagnostics[0].fingerprint.within("draf.md").to_string(),
            "location": {"path": "draf.md", "lines": {"begin": 3, "end": 3}}});
        assert_eq!(issues[0], first);
        assert_eq!(issues[1]["severity"], "minor");
        let mut fingerprints: Vec<_> = issues.iter().map(|issue| issue["fingerprint"].to_string()).collect();
        fingerprints.sort();
        fingerprints.dedup();
        assert_eq!(fingerprints.len(), 4);
    }
}
