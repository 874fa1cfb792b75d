//! Rules themselves: the page of one in the terminal, the table of all.

use std::fmt::Write as _;

use super::paragraphs::wrapped;
use super::precision::precision;
use super::{Palette, visible};
use crate::diagnostic::Severity;
use crate::rule::{Example, Lang, Rule, Status};

/// The most characters on a line of an explanation.
const WIDTH: usize = 80;

/// The page of one rule: what it asks for, why, by which norm, and how it looks.
pub fn page(rule: &Rule, lang: Lang, palette: Palette) -> String {
    let Palette { bold, reset, cyan, .. } = palette;
    let summary = lang.pick(&rule.summary, &rule.en.summary);
    let explanation = lang.pick(&rule.explanation, &rule.en.explanation);
    let mut out = format!("{bold}{}{reset}\n\n{}\n\n", visible(&rule.name), wrapped(summary, WIDTH));
    let facts = [
        (lang.pick("kelompok", "group"), rule.group.name()),
        (lang.pick("tingkat", "severity"), severity(rule.severity, lang)),
        (lang.pick("status", "status"), status(rule.status, lang)),
        (lang.pick("kaidah", "norm"), &rule.source),
    ];
    let precision = precision(rule, lang);
    let facts = facts.into_iter().chain(precision.as_deref().map(|value| (lang.pick("presisi", "precision"), value)));
    for (name, value) in facts {
        let _infallible = writeln!(out, "  {cyan}{name:<9}{reset} {}", visible(value.trim()));
    }
    if !explanation.trim().is_empty() {
        let _infallible = write!(out, "\n{}\n", wrapped(explanation, WIDTH));
    }
    if !rule.examples.is_empty() {
        let _infallible = write!(out, "\n{bold}{}{reset}\n", lang.pick("Contoh", "Examples"));
    }
    rule.examples.iter().for_each(|example| push_example(&mut out, example, palette));
    out
}

fn push_example(out: &mut String, example: &Example, palette: Palette) {
    let Palette { red, green, reset, .. } = palette;
    out.push('\n');
    for (sign, color, text) in [("✗", red, &example.bad), ("✓", green, &example.good), ("✓", green, &example.fine)]
    {
        let Some(text) = text else { continue };
        for (index, line) in text.trim_end().lines().enumerate() {
            let sign = if index == 0 { sign } else { " " };
            let _infallible = writeln!(out, "  {color}{sign}{reset} {}", visible(line));
        }
    }
}

pub(super) const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("kesalahan (error)", "error"),
        Severity::Warning => lang.pick("peringatan (warning)", "warning"),
        Severity::Info => "info",
    }
}

pub(super) const fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Stable => lang.pick("stabil (stable)", "stable"),
        Status::Preview => lang.pick("pratinjau (preview): hanya dengan --preview", "preview: only with --preview"),
        Status::Optional => lang.pick(
            "pilihan (optional): hanya bila diminta dengan --select",
            "optional: only when asked for with --select",
        ),
    }
}

/// A table of `rules`, one a line: name, severity, status, group, summary.
pub fn rules_table(rules: &[Rule], lang: Lang, palette: Palette) -> String {
    let width = rules.iter().map(|rule| rule.name.chars().count()).max().unwrap_or(0);
    let Palette { bold, reset, .. } = palette;
    let mut out = String::new();
    for rule in rules {
        let _infallible = writeln!(
            out,
            "{bold}{:<width$}{reset}  {:<7}  {:<8}  {:<13}  {}",
            visible(&rule.name),
            rule.severity.name(),
            rule.status.name(),
            rule.group.name(),
            visible(lang.pick(&rule.summary, &rule.en.summary).trim()),
        );
    }
    out
}
