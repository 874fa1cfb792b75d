//! Telling known findings from new ones.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Baseline, Entry};
use crate::diagnostic::Fingerprint;

/// A baseline made ready for a run; shared by all threads.
pub struct Known {
    baseline: Baseline,
    files: FxHashMap<String, FxHashSet<Fingerprint>>,
    /// The findings of files that are gone.
    lost: OnceLock<FxHashSet<Fingerprint>>,
    is_there: Box<dyn Fn(&str) -> bool + Send + Sync>,
}

impl Known {
    /// What `baseline` knows; `is_there` tells whether there still is a file at a path of it.
    pub fn new(baseline: Baseline, is_there: impl Fn(&str) -> bool + Send + Sync + 'static) -> Self {
        let fingerprints = |entries: &Vec<Entry>| entries.iter().map(|entry| entry.fingerprint).collect();
        let files = baseline.files.iter().map(|(path, entries)| (path.clone(), fingerprints(entries))).collect();
        Self { baseline, files, lost: OnceLock::new(), is_there: Box::new(is_there) }
    }

    /// The baseline.
    pub const fn baseline(&self) -> &Baseline {
        &self.baseline
    }

    /// Whether there still is a file at `path`.
    pub fn is_there(&self, path: &str) -> bool {
        (self.is_there)(path)
    }

    /// Whether the finding is known in the file at `path`. A file that the baseline does not know may be one that it knows by
    /// another name: there, what is known of files that are gone is known as well.
    pub fn knows(&self, path: &str, fingerprint: Fingerprint) -> bool {
        match self.files.get(path) {
            Some(known) => known.contains(&fingerprint),
            None => self.lost().contains(&fingerprint),
        }
    }

    fn lost(&self) -> &FxHashSet<Fingerprint> {
        self.lost.get_or_init(|| {
            let lost = self.files.iter().filter(|(path, _)| !self.is_there(path));
            lost.flat_map(|(_, known)| known.iter().copied()).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_known_in_its_file_and_in_one_that_took_its_place() {
        let one = Fingerprint::of("di-terpisah", "Rapat di mulai.");
        let other = one.occurrence(2);
        let entry = |fingerprint| Entry {
            rule: "di-terpisah".to_owned(),
            text: "di mulai".to_owned(),
            fingerprint,
            since: "2026-03-01".to_owned(),
        };
        let mut baseline = Baseline::default();
        baseline.add("ada.md", entry(one));
        baseline.add("hilang.md", entry(other));
        let known = Known::new(baseline, |path| path == "ada.md");
        for (path, fingerprint, is_known) in [
            ("ada.md", one, true),
            ("ada.md", other, false),
            ("hilang.md", other, true),
            ("baru.md", other, true),
            ("baru.md", one, false),
        ] {
            assert_eq!(known.knows(path, fingerprint), is_known, "{path} {fingerprint}");
        }
    }
}
