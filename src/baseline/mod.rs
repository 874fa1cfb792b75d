//! Findings that are known and put up with for now, and the file that lists them; reads no files.
//!
//! A finding is known by its fingerprint in its file. So a baseline outlives edits elsewhere in an article, and a new finding of
//! the same kind in the same article is not taken for an old one.

mod file;
mod known;

use std::collections::BTreeMap;

pub use file::Unreadable;
pub use known::Known;

use crate::diagnostic::{Diagnostic, Fingerprint};
use crate::text::Source;

/// Known findings by file, in the order of their paths: relative to the folder of the baseline, with slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// The entries of every file, sorted.
    pub files: BTreeMap<String, Vec<Entry>>,
}

/// One known finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The rule that finds it.
    pub rule: String,
    /// What stands at its place, shortened: for people who read the file.
    pub text: String,
    /// What it is known by.
    pub fingerprint: Fingerprint,
    /// The day it was taken in, as `2026-11-29`.
    pub since: String,
}

impl Entry {
    /// The entry of `diagnostic`, which is in `source`, taken in on the day `today`.
    pub fn of(source: &Source, diagnostic: &Diagnostic, today: &str) -> Self {
        Self {
            rule: diagnostic.rule.clone(),
            text: shortened(diagnostic.span.of_text(&source.text)),
            fingerprint: diagnostic.fingerprint,
            since: today.to_owned(),
        }
    }
}

fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

impl Baseline {
    /// The number of known findings.
    pub fn len(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All entries with the path of their file.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.files.iter().flat_map(|(path, entries)| entries.iter().map(move |entry| (path.as_str(), entry)))
    }

    /// Adds an entry for the file at `path`, unless its finding is known there.
    pub fn add(&mut self, path: &str, entry: Entry) {
        let entries = self.files.entry(path.to_owned()).or_default();
        if entries.iter().all(|known| known.fingerprint != entry.fingerprint) {
            entries.insert(entries.partition_point(|known| *known < entry), entry);
        }
    }
}
