//! The text of a baseline: JSON with one finding a line, so that a change to one is a change to one line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::{Baseline, Entry};
use crate::diagnostic::NoFingerprint;
use crate::text::{Lines, Span};

/// The version of the form; one of another version is not read.
const VERSION: u32 = 1;

/// A text that is no baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it stops being one, in bytes.
    pub span: Span,
    /// What is wrong, in the words of the reader of JSON.
    pub reason: String,
}

#[derive(Deserialize)]
struct File {
    version: u32,
    findings: BTreeMap<String, Vec<Line>>,
}

#[derive(Deserialize, Serialize)]
struct Line {
    rule: String,
    text: String,
    fingerprint: String,
    since: String,
}

impl Baseline {
    /// Reads the text of a baseline.
    ///
    /// # Errors
    /// Where and why it is none: no JSON, another version, something that is no fingerprint or no day.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        let file: File = serde_json::from_str(text).map_err(|error| {
            let lines = Lines::new(text);
            let start = lines.start(error.line().saturating_sub(1)).unwrap_or_default();
            let at = (start as usize + error.column().saturating_sub(1)).min(text.len());
            let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
            Unreadable { span: Span::of(at..at), reason: error.to_string() }
        })?;
        let all = |reason: String| Unreadable { span: Span::of(0..0), reason };
        if file.version != VERSION {
            return Err(all(format!("version {}", file.version)));
        }
        let mut baseline = Self::default();
        for (path, lines) in file.findings {
            for line in lines {
                baseline.add(&path, line.entry().map_err(|wrong| all(format!("{path}: {wrong}")))?);
            }
        }
        Ok(baseline)
    }

    /// The baseline as it is written; a file without entries is left out.
    pub fn to_text(&self) -> String {
        let mut out = format!("{{\n\"version\": {VERSION},\n\"findings\": {{");
        let files = self.files.iter().filter(|(_, entries)| !entries.is_empty());
        for (index, (path, entries)) in files.enumerate() {
            let lines: Vec<String> = entries.iter().map(|entry| json(&Line::of(entry))).collect();
            let comma = if index == 0 { "" } else { "," };
            let _infallible = write!(out, "{comma}\n{}: [\n{}\n]", json(path), lines.join(",\n"));
        }
        out + "\n}\n}\n"
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts are JSON")
}

impl Line {
    fn of(entry: &Entry) -> Self {
        let Entry { rule, text, fingerprint, since } = entry.clone();
        Self { rule, text, fingerprint: fingerprint.to_string(), since }
    }

    fn entry(self) -> Result<Entry, String> {
        let Self { rule, text, fingerprint, since } = self;
        let fingerprint = fingerprint.parse().map_err(|NoFingerprint| format!("fingerprint {fingerprint:?}"))?;
        if is_day(&since) { Ok(Entry { rule, text, fingerprint, since }) } else { Err(format!("since {since:?}")) }
    }
}

/// Whether `text` is written like `2026-11-29`.
fn is_day(text: &str) -> bool {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Fingerprint;

    fn entry(rule: &str, text: &str, since: &str) -> Entry {
        Entry {
            rule: rule.to_owned(),
            text: text.to_owned(),
            fingerprint: Fingerprint::of(rule, text),
            since: since.to_owned(),
        }
    }

    #[test]
    fn a_baseline_is_read_as_it_was_written_one_finding_a_line() {
        let mut baseline = Baseline::default();
        baseline.add("b.md", entry("di-terpisah", "di \"tulis\"", "2026-11-29"));
        baseline.add("a/é.md", entry("di-terpisah", "di mulai", "2026-03-01"));
        baseline.add("a/é.md", entry("antar-terpisah", "antar kota", "2026-11-29"));
        baseline.add("a/é.md", entry("antar-terpisah", "antar kota", "2026-12-01"));
        let text = baseline.to_text();
        assert_eq!(Baseline::parse(&text), Ok(baseline.clone()));
        assert_eq!((baseline.len(), text.lines().count()), (3, 4 + 4 + 3 + 1), "{text}");
        assert!(
            text.find("a/é.md") < text.find("antar kota") && text.find("antar kota") < text.find("di mulai"),
            "{text}"
        );
        let empty = Baseline::default().to_text();
        assert_eq!(Baseline::parse(&empty), Ok(Baseline::default()));
    }

    #[test]
    fn what_is_no_baseline_is_told_with_its_place() {
        let good = {
            let mut baseline = Baseline::default();
            baseline.add("a.md", entry("di-terpisah", "di mulai", "2026-03-01"));
            baseline.to_text()
        };
        let conflict = good.replace("\"a.md\"", "<<<<<<< HEAD\n\"a.md\"");
        let told = Baseline::parse(&conflict).expect_err("a conflict of git");
        assert!(conflict[..told.span.start as usize].ends_with("{\n"), "{told:?}");
        for (from, to) in
            [("\"version\": 1", "\"version\": 2"), ("2026-03-01", "1 Maret"), ("fingerprint\":\"", "fingerprint\":\"x")]
        {
            assert!(Baseline::parse(&good.replace(from, to)).is_err(), "{from} as {to}");
        }
        assert!(Baseline::parse("").is_err());
    }
}
