//! The rules as pages in Markdown: one for every rule and language, and an index by group.

use std::fmt::Write as _;

use super::page::{severity, status};
use super::paragraphs::flowing;
use super::precision::precision;
use crate::diagnostic::Safety;
use crate::rule::{Example, ExampleFormat, Group, Lang, Quotation, Rule};

/// The most values of a list that an option shows in full.
const FEW: usize = 12;

/// The page of one rule: norm, reasons, examples, and the options that a configuration may set. `toml` is the text of
/// the rule's file.
pub fn rule_markdown(rule: &Rule, toml: &str, lang: Lang) -> String {
    let mut out = format!("# {}\n\n{}\n\n", rule.name, flowing(lang.pick(&rule.summary, &rule.en.summary)));
    push_facts(&mut out, rule, lang);
    let _infallible = write!(out, "\n## {}\n\n", lang.pick("Mengapa", "Why"));
    let _infallible = writeln!(out, "{}", flowing(lang.pick(&rule.explanation, &rule.en.explanation)));
    let _infallible = write!(out, "\n## {}\n", lang.pick("Contoh", "Examples"));
    rule.examples.iter().for_each(|example| push_example(&mut out, example));
    let _infallible = write!(out, "\n## {}\n\n", lang.pick("Opsi", "Options"));
    let _infallible = write!(out, "```toml\n{}```\n", options(rule, toml));
    out
}

fn push_facts(out: &mut String, rule: &Rule, lang: Lang) {
    let fix = match rule.fix {
        Safety::Safe => {
            lang.pick("dapat diterima begitu saja, jika ada", "may be accepted blindly, where there is one")
        }
        Safety::Unsafe => lang.pick("perlu diperiksa dulu, jika ada", "to be looked at first, where there is one"),
    };
    let quotation = match rule.quotation {
        Quotation::Count => lang.pick("dihitung seperti yang lain", "counts like any other"),
        Quotation::Lower => lang.pick("satu tingkat lebih ringan", "one level less"),
        Quotation::Skip => lang.pick("dilewati", "passed over"),
    };
    let facts = [
        (lang.pick("kelompok", "group"), rule.group.name()),
        (lang.pick("tingkat", "severity"), severity(rule.severity, lang)),
        (lang.pick("status", "status"), status(rule.status, lang)),
        (lang.pick("perbaikan", "fix"), fix),
        (lang.pick("dalam kutipan", "in quotations"), quotation),
        (lang.pick("kaidah", "norm"), rule.source.trim()),
    ];
    let precision = precision(rule, lang);
    let facts = facts.into_iter().chain(precision.as_deref().map(|value| (lang.pick("presisi", "precision"), value)));
    out.push_str("| | |\n| --- | --- |\n");
    for (name, value) in facts {
        let _infallible = writeln!(out, "| {name} | {} |", value.replace('|', "\\|"));
    }
}

fn push_example(out: &mut String, example: &Example) {
    let language = match example.format {
        ExampleFormat::Plain => "text",
        ExampleFormat::Markdown => "markdown",
        ExampleFormat::Html => "html",
    };
    let texts = [("✗", &example.bad), ("✓", &example.good), ("✓", &example.fine)];
    let shown: Vec<_> = texts.into_iter().filter_map(|(sign, text)| Some((sign, text.as_deref()?))).collect();
    let ticks = shown.iter().map(|(_, text)| longest_run(text)).max().unwrap_or(0).max(2) + 1;
    let fence = "`".repeat(ticks);
    let _infallible = write!(out, "\n{fence}{language}\n");
    for (sign, text) in shown {
        for (index, line) in text.trim_end().lines().enumerate() {
            let line = format!("{} {line}", if index == 0 { sign } else { " " });
            let _infallible = writeln!(out, "{}", line.trim_end());
        }
    }
    let _infallible = writeln!(out, "{fence}");
}

/// The most backticks in a row.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// What a configuration may set, with the values that hold without one.
fn options(rule: &Rule, toml: &str) -> String {
    let mut out = format!("[rules.{}]\nseverity = \"{}\"\n", rule.name, rule.severity.name());
    let table: toml::Table = toml.parse().unwrap_or_default();
    if let Some(check) = table.get("check").and_then(toml::Value::as_table) {
        push_table(&mut out, &format!("rules.{}.check", rule.name), check);
    }
    out
}

fn push_table(out: &mut String, path: &str, table: &toml::Table) {
    let (tables, values): (Vec<_>, Vec<_>) = table.iter().partition(|(_, value)| value.is_table());
    if !values.is_empty() {
        let _infallible = write!(out, "\n[{path}]\n");
    }
    for (key, value) in values {
        match value.as_array() {
            Some(list) if list.len() > FEW || list.iter().any(toml::Value::is_table) => {
                let _infallible = writeln!(out, "# {key} = [{} ...]", list.len());
            }
            _ => {
                let _infallible = writeln!(out, "{key} = {value}");
            }
        }
    }
    for (key, value) in tables {
        let Some(inner) = value.as_table() else { continue };
        let is_word_table = inner.len() > FEW && inner.values().all(|value| value.is_str() || value.is_array());
        if is_word_table {
            let _infallible = write!(out, "\n[{path}.{key}]\n# {} = ...\n", inner.len());
        } else {
            push_table(out, &format!("{path}.{key}"), inner);
        }
    }
}

/// The index of `rules` by group, with links to their pages beside it.
pub fn index_markdown(rules: &[Rule], lang: Lang) -> String {
    let mut out = format!("# {}\n\n", lang.pick("Aturan", "Rules"));
    let _infallible = writeln!(
        out,
        "{}",
        match lang {
            Lang::Id => format!("{} aturan, menurut kelompok.", rules.len()),
            Lang::En => format!("{} rules, by group.", rules.len()),
        }
    );
    for group in Group::ALL {
        let of_group: Vec<&Rule> = rules.iter().filter(|rule| rule.group == group).collect();
        if of_group.is_empty() {
            continue;
        }
        let head = lang.pick("| aturan | tingkat | status | isi |", "| rule | severity | status | what it asks for |");
        let _infallible = write!(out, "\n## {}\n\n{head}\n| --- | --- | --- | --- |\n", group.name());
        for rule in of_group {
            let (name, summary) = (&rule.name, flowing(lang.pick(&rule.summary, &rule.en.summary)));
            let (severity, status) = (rule.severity.name(), rule.status.name());
            let _infallible =
                writeln!(out, "| [{name}]({name}.md) | {severity} | {status} | {} |", summary.replace('|', "\\|"));
        }
    }
    out
}
