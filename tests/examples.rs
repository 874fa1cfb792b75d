//! Every example of every rule file: found where it says, mended as it says, silent where it says.

use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Example, ExampleFormat, Lang, Rule, Status, catalog};
use saksama::text::{Source, Span, apply};

fn set(rules: Vec<Rule>) -> RuleSet {
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}: {}", error.rule, error.message))
}

fn stable_and(name: &str) -> RuleSet {
    set(catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable || rule.name == name).collect())
}

fn format_of(example: &Example) -> Format {
    match example.format {
        ExampleFormat::Plain => Format::Plain,
        ExampleFormat::Markdown => Format::Markdown,
        ExampleFormat::Html => Format::Html,
    }
}

/// The text without its marks, and the places that were marked.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '«' => start = text.len(),
            '»' => spans.push(Span::of(start..text.len())),
            c => text.push(c),
        }
    }
    (text, spans)
}

fn fixed(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = diagnostics
        .iter()
        .filter_map(|diagnostic| diagnostic.fixes.first())
        .flat_map(|fix| fix.edits.clone())
        .collect();
    edits.sort_by_key(|edit| edit.span);
    apply(text, &edits)
}

/// What is wrong with one example, if anything.
fn complaints(name: &str, own: &RuleSet, all: &RuleSet, example: &Example) -> Vec<String> {
    let format = format_of(example);
    let lint = |rules: &RuleSet, text: &str| Linter::new(rules).lint(&Source::new(name, text), format);
    let mut wrong = Vec::new();
    let mut silent = |what: &str, text: &str| {
        for diagnostic in lint(all, text) {
            let found = diagnostic.span.of_text(text);
            wrong.push(format!("{name}: {what} «{text}» is found by {} at «{found}»", diagnostic.rule));
        }
    };
    if let Some(fine) = &example.fine {
        silent("fine", fine);
    }
    if let Some(good) = &example.good {
        silent("good", good);
    }
    let Some(bad) = &example.bad else {
        return wrong;
    };
    let (text, spans) = unmarked(bad);
    let found = lint(own, &text);
    let places: Vec<_> = found.iter().map(|diagnostic| diagnostic.span).collect();
    if places != spans {
        let texts: Vec<_> = places.iter().map(|span| span.of_text(&text)).collect();
        wrong.push(format!("{name}: bad «{bad}» is found at {texts:?}"));
    }
    if let Some(good) = &example.good {
        let fixed = fixed(&text, &found);
        if fixed != *good {
            wrong.push(format!("{name}: bad «{bad}» becomes «{fixed}», not «{good}»"));
        }
    }
    wrong
}

#[test]
fn every_example_holds() {
    let only = std::env::var("RULE").ok();
    let mut wrong = Vec::new();
    for name in catalog::names().filter(|name| only.as_deref().is_none_or(|only| name.starts_with(only))) {
        let rule = catalog::whole(name).unwrap_or_else(|| panic!("{name} is no rule"));
        let own = set(vec![rule.clone()]);
        let all = stable_and(name);
        for example in &rule.examples {
            wrong.extend(complaints(name, &own, &all, example));
        }
    }
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_stable_rule_has_three_examples_of_each_kind() {
    let mut short = Vec::new();
    for name in catalog::names() {
        let rule = catalog::whole(name).unwrap_or_else(|| panic!("{name} is no rule"));
        let bad = rule.examples.iter().filter(|example| example.bad.is_some()).count();
        let fine = rule.examples.iter().filter(|example| example.fine.is_some()).count();
        if rule.status == Status::Stable && (bad < 3 || fine < 3) {
            short.push(format!("{name}: {bad} bad, {fine} fine"));
        }
    }
    assert!(short.is_empty(), "too few examples:\n{}", short.join("\n"));
}
