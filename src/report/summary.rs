//! What a run came to: counts, and what could not be checked.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Safety, Severity};

/// Counts over all files of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The number of files that were read and linted.
    pub files: usize,
    /// The number of files with at least one finding.
    pub with_findings: usize,
    /// Findings by severity.
    pub errors: usize,
    /// See `errors`.
    pub warnings: usize,
    /// See `errors`.
    pub infos: usize,
    /// The findings that a safe fix would mend.
    pub fixable: usize,
    /// The findings that only a fix to be looked at would mend.
    pub fixable_unsafe: usize,
    /// Findings and fixable findings by rule.
    pub rules: BTreeMap<String, RuleCount>,
    /// What was mended, by rule, when the run was asked to mend.
    pub fixed: Option<BTreeMap<String, usize>>,
    /// How many findings a baseline knows and keeps quiet; `None` where there is no baseline.
    pub known: Option<usize>,
    /// What was not checked, in order of path.
    pub skipped: Vec<Skipped>,
}

/// The findings of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleCount {
    /// All findings.
    pub findings: usize,
    /// Those that a safe fix would mend.
    pub fixable: usize,
}

/// A file that was not checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The path as it was given or found.
    pub path: String,
    /// Why, as a word for programs: `unreadable`, `invalid-utf8`, ...
    pub reason: &'static str,
    /// Why, in a sentence.
    pub message: String,
    /// Whether the run failed by it; a binary file among articles is only worth a note.
    pub is_failure: bool,
}

impl Summary {
    /// Adds one linted file.
    pub fn add(&mut self, diagnostics: &[Diagnostic]) {
        self.files += 1;
        self.with_findings += usize::from(!diagnostics.is_empty());
        self.count(diagnostics);
    }

    /// Adds findings in files that were added before.
    pub fn count(&mut self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
            let is_safe = diagnostic.chosen_fix(Safety::Safe).is_some();
            self.fixable += usize::from(is_safe);
            self.fixable_unsafe += usize::from(!is_safe && diagnostic.chosen_fix(Safety::Unsafe).is_some());
            let rule = self.rules.entry(diagnostic.rule.clone()).or_default();
            rule.findings += 1;
            rule.fixable += usize::from(is_safe);
        }
    }

    /// Adds the counts of another part of the run.
    pub fn merge(&mut self, other: Summary) {
        self.files += other.files;
        self.with_findings += other.with_findings;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.fixable += other.fixable;
        self.fixable_unsafe += other.fixable_unsafe;
        for (rule, count) in other.rules {
            let sum = self.rules.entry(rule).or_default();
            sum.findings += count.findings;
            sum.fixable += count.fixable;
        }
        if let Some(known) = other.known {
            *self.known.get_or_insert_default() += known;
        }
        if let Some(fixed) = other.fixed {
            self.add_fixed(&fixed);
        }
        self.skipped.extend(other.skipped);
    }

    /// Adds what was mended in one file, by rule.
    pub fn add_fixed(&mut self, fixed: &BTreeMap<String, usize>) {
        let sum = self.fixed.get_or_insert_default();
        for (rule, count) in fixed {
            *sum.entry(rule.clone()).or_default() += count;
        }
    }

    /// All findings.
    pub const fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// The number of findings that were mended.
    pub fn fixed_count(&self) -> usize {
        self.fixed.as_ref().map_or(0, |fixed| fixed.values().sum())
    }

    /// The rules by number of findings, most first, then by name.
    pub fn ranking(&self) -> Vec<(&str, RuleCount)> {
        let mut ranking: Vec<_> = self.rules.iter().map(|(rule, count)| (rule.as_str(), *count)).collect();
        ranking.sort_by(|a, b| b.1.findings.cmp(&a.1.findings).then(a.0.cmp(b.0)));
        ranking
    }
}
