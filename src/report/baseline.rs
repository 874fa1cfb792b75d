//! What a baseline knows, by rule and by file, and since when.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::json::to_json;
use super::visible;
use crate::baseline::{Baseline, Entry};
use crate::rule::Lang;

/// What a baseline cannot tell itself.
pub struct BaselineAge<'a> {
    /// The name of its file.
    pub file: &'a str,
    /// The day it is.
    pub today: &'a str,
    /// The number of days from one day to another.
    pub days_since: &'a dyn Fn(&str, &str) -> Option<i32>,
}

/// Some of the entries of a baseline.
struct Share<'b> {
    name: &'b str,
    count: usize,
    oldest: &'b str,
}

/// The shares of the rules or files that `name` names, the largest first.
fn shares<'b>(baseline: &'b Baseline, name: impl Fn(&'b str, &'b Entry) -> &'b str) -> Vec<Share<'b>> {
    let mut shares: BTreeMap<&str, Share> = BTreeMap::new();
    for (path, entry) in baseline.entries() {
        let name = name(path, entry);
        let share = shares.entry(name).or_insert(Share { name, count: 0, oldest: &entry.since });
        share.count += 1;
        share.oldest = share.oldest.min(&entry.since);
    }
    let mut shares: Vec<_> = shares.into_values().collect();
    shares.sort_by(|a, b| b.count.cmp(&a.count).then(a.name.cmp(b.name)));
    shares
}

/// The baseline as tables for people.
pub fn baseline_table(baseline: &Baseline, age: &BaselineAge, lang: Lang) -> String {
    let (count, files) = (baseline.len(), baseline.files.len());
    let mut out = match lang {
        Lang::Id => format!("{}: {count} temuan di {files} berkas", age.file),
        Lang::En => format!("{}: {count} findings in {files} files", age.file),
    };
    if let Some(oldest) = baseline.entries().map(|(_, entry)| entry.since.as_str()).min() {
        let days = (age.days_since)(oldest, age.today).unwrap_or_default();
        let _infallible = match lang {
            Lang::Id => write!(out, ", yang tertua {oldest} ({days} hari)"),
            Lang::En => write!(out, ", the oldest of {oldest} ({days} days)"),
        };
    }
    out.push('\n');
    let width = count.to_string().len().max(6);
    for (heading, shares) in [
        (lang.pick("aturan", "rule"), shares(baseline, |_, entry| &entry.rule)),
        (lang.pick("berkas", "file"), shares(baseline, |path, _| path)),
    ] {
        if shares.is_empty() {
            continue;
        }
        let (findings, oldest) = (lang.pick("temuan", "found"), lang.pick("tertua", "oldest"));
        let _infallible = writeln!(out, "\n{findings:>width$}  {oldest:<10}  {heading}");
        for share in shares {
            let _infallible = writeln!(out, "{:>width$}  {}  {}", share.count, share.oldest, visible(share.name));
        }
    }
    out
}

#[derive(Serialize)]
struct BaselineJson<'b> {
    version: u32,
    baseline: &'b str,
    findings: usize,
    oldest: Option<&'b str>,
    days: Option<i32>,
    rules: Vec<ShareJson<'b>>,
    files: Vec<ShareJson<'b>>,
}

#[derive(Serialize)]
struct ShareJson<'b> {
    name: &'b str,
    findings: usize,
    oldest: &'b str,
}

impl<'b> From<Share<'b>> for ShareJson<'b> {
    fn from(share: Share<'b>) -> Self {
        Self { name: share.name, findings: share.count, oldest: share.oldest }
    }
}

/// The same as one JSON object.
pub fn baseline_json(baseline: &Baseline, age: &BaselineAge) -> String {
    let oldest = baseline.entries().map(|(_, entry)| entry.since.as_str()).min();
    to_json(&BaselineJson {
        version: 1,
        baseline: age.file,
        findings: baseline.len(),
        oldest,
        days: oldest.and_then(|oldest| (age.days_since)(oldest, age.today)),
        rules: shares(baseline, |_, entry| &entry.rule).into_iter().map(ShareJson::from).collect(),
        files: shares(baseline, |path, _| path).into_iter().map(ShareJson::from).collect(),
    }) + "\n"
}
