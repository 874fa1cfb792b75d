//! What was found in one article, as numbers.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Safety, Severity};

/// The numbers of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors, warnings and infos.
    pub severities: [usize; 3],
    /// The findings that a safe fix would mend.
    pub fixable: usize,
    /// Findings by rule.
    pub rules: BTreeMap<String, usize>,
}

impl Tally {
    /// The numbers of `diagnostics`.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut tally = Self::default();
        for diagnostic in diagnostics {
            tally.severities[place(diagnostic.severity)] += 1;
            tally.fixable += usize::from(diagnostic.chosen_fix(Safety::Safe).is_some());
            *tally.rules.entry(diagnostic.rule.clone()).or_default() += 1;
        }
        tally
    }

    /// All findings.
    pub fn findings(&self) -> usize {
        self.severities.iter().sum()
    }

    /// Adds the numbers of another article.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.severities.iter_mut().zip(other.severities) {
            *sum += more;
        }
        self.fixable += other.fixable;
        for (rule, count) in &other.rules {
            *self.rules.entry(rule.clone()).or_default() += count;
        }
    }
}

/// The severities in the order of a tally.
pub const ORDER: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// Where a severity stands in that order.
pub const fn place(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    }
}

/// What a severity is called in style sheets.
pub const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Info => "i",
    }
}
