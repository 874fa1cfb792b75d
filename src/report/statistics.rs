//! How often each rule spoke, instead of what it said.

use std::fmt::Write as _;

use serde::Serialize;

use super::json::{JsonSummary, to_json};
use super::{Report, Summary, describe, visible};
use crate::diagnostic::Diagnostic;
use crate::rule::Lang;
use crate::text::Source;

/// The report of counts for people.
pub struct Counts {
    /// The language of the words around the names.
    pub lang: Lang,
    /// Whether the totals are shown at the end.
    pub has_summary: bool,
}

/// The report of counts for programs.
pub struct CountsJson;

impl Report for Counts {
    fn file(&self, _source: &Source, _diagnostics: &[Diagnostic]) -> String {
        String::new()
    }

    fn tail(&self, summary: &Summary) -> String {
        let totals = if self.has_summary { describe::summary_line(summary, self.lang) + "\n" } else { String::new() };
        statistics(summary, self.lang) + &totals
    }
}

impl Report for CountsJson {
    fn file(&self, _source: &Source, _diagnostics: &[Diagnostic]) -> String {
        String::new()
    }

    fn tail(&self, summary: &Summary) -> String {
        statistics_json(summary)
    }
}

/// A table of rules with their findings, most first.
fn statistics(summary: &Summary, lang: Lang) -> String {
    let ranking = summary.ranking();
    let width = ranking.iter().map(|(_, count)| count.findings.to_string().len()).max().unwrap_or(0);
    let mut out = String::new();
    for (rule, count) in ranking {
        let _infallible = write!(out, "{:>width$}  {}", count.findings, visible(rule));
        if count.fixable > 0 {
            let _infallible = write!(out, " ({} {})", count.fixable, lang.pick("dapat diperbaiki", "fixable"));
        }
        out.push('\n');
    }
    out
}

/// The same as one JSON object.
fn statistics_json(summary: &Summary) -> String {
    #[derive(Serialize)]
    struct Statistics<'s> {
        version: u32,
        statistics: Vec<Line<'s>>,
        summary: JsonSummary<'s>,
    }
    #[derive(Serialize)]
    struct Line<'s> {
        rule: &'s str,
        count: usize,
        fixable: usize,
    }
    let line = |(rule, count): (_, super::RuleCount)| Line { rule, count: count.findings, fixable: count.fixable };
    let statistics = summary.ranking().into_iter().map(line).collect();
    to_json(&Statistics { version: 1, statistics, summary: JsonSummary::of(summary) }) + "\n"
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn rules_are_counted_most_first() {
        let mut summary = Summary::default();
        let (_, mut diagnostics) = sample::article();
        summary.add(&diagnostics);
        diagnostics.remove(0);
        summary.add(&diagnostics);
        assert_eq!(statistics(&summary, Lang::Id), "2  kata-kunci-berulang\n1  di-terpisah (1 dapat diperbaiki)\n");
        let json: serde_json::Value = serde_json::from_str(&statistics_json(&summary)).expect("valid JSON");
        assert_eq!(json["statistics"][1]["fixable"], 1);
        assert_eq!(json["summary"]["files"], 2);
    }
}
