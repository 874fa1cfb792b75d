//! Every example of every rule file: found where it says, mended as it says, silent where it says.

use std::sync::Arc;

use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::across::{Traced, compare, speak};
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

/// What stands between two files of one example: a line with this and a name.
const BORDER: &str = "\n=== ";

/// What is found in the files of `text` and between them, by its place in `text`.
fn across(rules: &RuleSet, text: &str, format: Format) -> Vec<Diagnostic> {
    let mut starts = vec![0];
    for (at, border) in text.match_indices(BORDER) {
        let line = text[at + border.len()..].find('\n').expect("a file follows the border");
        starts.push(at + border.len() + line + 1);
    }
    let ends = text.match_indices(BORDER).map(|(at, _)| at).chain([text.len()]);
    let files: Vec<_> = starts.iter().zip(ends).map(|(&start, end)| Source::new("berkas", &text[start..end])).collect();
    let mut linter = Linter::new(rules);
    let read: Vec<_> = files.iter().map(|source| linter.lint_traced(source, format)).collect();
    let traced: Vec<_> = read.iter().map(|(_, trace)| Traced { rules, trace }).collect();
    let other = |file: usize| Some(Arc::new(files[file].clone()));
    let shared = compare(&traced).into_iter().filter_map(|found| {
        let file = found.file;
        Some((file, speak(rules, &found, &files[file], other)?))
    });
    let own = read.iter().enumerate().flat_map(|(file, (found, _))| found.iter().map(move |one| (file, one.clone())));
    let moved = |(file, mut one): (usize, Diagnostic)| {
        let start = u32::try_from(starts[file]).expect("short");
        one.span = Span::new(one.span.start + start, one.span.end + start);
        one
    };
    own.chain(shared).map(moved).collect()
}

/// What is wrong with one example, if anything.
fn complaints(name: &str, own: &RuleSet, all: &RuleSet, example: &Example) -> Vec<String> {
    let format = format_of(example);
    let lint = |rules: &RuleSet, text: &str| {
        let found = Linter::new(rules).lint(&Source::new(name, text), format);
        if text.contains(BORDER) { across(rules, text, format) } else { found }
    };
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
