//! All rules for tools: what they ask for, by which norm, how it looks, how often they are right, what may be set.

use serde::Serialize;

use super::json::to_json;
use super::paragraphs::flowing;
use crate::rule::{Example, ExampleFormat, Quotation, Rule, catalog, precision};

#[derive(Serialize)]
struct Line<'r> {
    name: &'r str,
    group: &'static str,
    severity: &'static str,
    status: &'static str,
    fix: &'static str,
    quotation: &'static str,
    source: &'r str,
    replaces: &'r [String],
    summary: Texts<&'r str>,
    message: Texts<&'r str>,
    explanation: Texts<String>,
    precision: Option<Figures>,
    examples: Vec<ShownExample<'r>>,
    options: toml::Table,
}

#[derive(Serialize)]
struct Texts<T> {
    id: T,
    en: T,
}

/// See [`precision::Precision`].
#[derive(Serialize)]
struct Figures {
    words: usize,
    alarms: usize,
    judged: usize,
    right: usize,
}

#[derive(Serialize)]
struct ShownExample<'r> {
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    bad: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    good: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fine: Option<&'r str>,
}

/// All `rules` as one JSON object, with their texts in both languages.
pub fn rules_json(rules: &[Rule]) -> String {
    let lines: Vec<String> = rules.iter().map(|rule| to_json(&line(rule))).collect();
    format!("{{\"version\": 1, \"rules\": [\n{}\n]}}\n", lines.join(",\n"))
}

fn line(rule: &Rule) -> Line<'_> {
    let quotation = match rule.quotation {
        Quotation::Count => "count",
        Quotation::Lower => "lower",
        Quotation::Skip => "skip",
    };
    Line {
        name: &rule.name,
        group: rule.group.name(),
        severity: rule.severity.name(),
        status: rule.status.name(),
        fix: rule.fix.name(),
        quotation,
        source: &rule.source,
        replaces: &rule.replaces,
        summary: Texts { id: rule.summary.trim(), en: rule.en.summary.trim() },
        message: Texts { id: rule.message.trim(), en: rule.en.message.trim() },
        explanation: Texts { id: flowing(&rule.explanation), en: flowing(&rule.en.explanation) },
        precision: precision::of(&rule.name).map(figures),
        examples: rule.examples.iter().map(shown).collect(),
        options: options(&rule.name),
    }
}

fn figures(found: precision::Precision) -> Figures {
    let precision::Precision { alarms, judged, right } = found;
    Figures { words: precision::words(), alarms, judged, right }
}

fn shown(example: &Example) -> ShownExample<'_> {
    let format = match example.format {
        ExampleFormat::Plain => "plain",
        ExampleFormat::Markdown => "markdown",
        ExampleFormat::Html => "html",
    };
    let Example { bad, good, fine, .. } = example;
    ShownExample { format, bad: bad.as_deref(), good: good.as_deref(), fine: fine.as_deref() }
}

/// What a configuration may set under `check`, with the values that hold without one.
fn options(name: &str) -> toml::Table {
    let table: toml::Table = catalog::toml_of(name).and_then(|text| text.parse().ok()).unwrap_or_default();
    table.into_iter().filter(|(key, _)| key == "check").collect()
}
