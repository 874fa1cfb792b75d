//! All stable rules together: no two say the same of one place, safe fixes come to rest, and a mended text gains no error.

use std::fs;

use saksama::diagnostic::{Diagnostic, Safety, Severity};
use saksama::fix::{Fixed, fix};
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{ExampleFormat, Lang, Status, catalog};
use saksama::text::{Source, apply};

/// Combinations of examples that are tried.
const COMBINATIONS: u64 = 1_500;
/// Where a text stands in for several files, there is no one text to mend.
const BORDER: &str = "\n=== ";

fn stable() -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"))
}

fn format_of(format: ExampleFormat) -> Format {
    match format {
        ExampleFormat::Plain => Format::Plain,
        ExampleFormat::Markdown => Format::Markdown,
        ExampleFormat::Html => Format::Html,
    }
}

/// The texts of all examples, without their marks.
fn examples() -> Vec<(String, Format)> {
    let rules = catalog::names().filter_map(catalog::whole);
    let examples = rules.flat_map(|rule| rule.examples);
    let texts = examples.flat_map(|example| {
        let format = format_of(example.format);
        [example.bad, example.good, example.fine].into_iter().flatten().map(move |text| (text, format))
    });
    texts
        .map(|(text, format)| (text.replace(['«', '»'], ""), format))
        .filter(|(text, _)| !text.contains(BORDER))
        .collect()
}

fn seeds() -> Vec<(String, Format)> {
    let entries = fs::read_dir("seeds").expect("the seeds stand beside Cargo.toml").flatten().map(|entry| entry.path());
    let paths = entries.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.map(|path| (fs::read_to_string(path).expect("UTF-8"), Format::Plain)).collect()
}

/// Short plain examples side by side in one paragraph, chosen by a fixed sequence of numbers.
fn combinations() -> Vec<(String, Format)> {
    let plain: Vec<String> = examples()
        .into_iter()
        .filter(|(text, format)| {
            *format == Format::Plain && text.len() < 200 && !text.contains('\n') && !text.is_empty()
        })
        .map(|(text, _)| text)
        .collect();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % plain.len()
    };
    (0..COMBINATIONS)
        .map(|_| ([next(), next(), next()].map(|at| plain[at].as_str()).join(" "), Format::Plain))
        .collect()
}

/// What the text reads after the first fix of a finding.
fn mended(text: &str, found: &Diagnostic) -> Option<String> {
    found.fixes.first().map(|fix| apply(text, &fix.edits))
}

/// Whether two findings are one defect: the same place, or one mending.
fn is_same(text: &str, one: &Diagnostic, other: &Diagnostic) -> bool {
    let overlaps = one.span.start < other.span.end && other.span.start < one.span.end;
    let both = mended(text, one).is_some_and(|after| mended(text, other) == Some(after));
    // What has no fix speaks of something else: a sentence that begins like the one before.
    let are_alike = one.fixes.is_empty() == other.fixes.is_empty();
    one.rule != other.rule && (one.span == other.span && are_alike || overlaps && both)
}

#[test]
fn no_two_rules_say_the_same() {
    let rules = stable();
    let mut linter = Linter::new(&rules);
    let mut wrong = Vec::new();
    for (text, format) in examples().into_iter().chain(seeds()).chain(combinations()) {
        let found = linter.lint(&Source::new("text", text.as_str()), format);
        for (at, one) in found.iter().enumerate() {
            for other in found[at + 1..].iter().filter(|other| is_same(&text, one, other)) {
                wrong.push(format!("{} and {}: «{}»", one.rule, other.rule, one.span.of_text(&text)));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} places:\n{}", wrong.len(), wrong.join("\n"));
}

fn fixed(linter: &mut Linter<'_>, text: &str, format: Format) -> Fixed {
    fix(Source::new("text", text), Safety::Safe, |source| linter.lint(source, format))
}

#[test]
fn safe_fixes_of_all_rules_come_to_rest_in_two_rounds() {
    let rules = stable();
    let mut linter = Linter::new(&rules);
    let mut wrong = Vec::new();
    for (text, format) in examples().into_iter().chain(seeds()).chain(combinations()) {
        let result = fixed(&mut linter, &text, format);
        if !result.is_at_rest || result.rounds > 2 {
            wrong.push(format!("{} rounds: «{text}» becomes «{}»", result.rounds, result.source.text));
        }
    }
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_mended_text_gains_no_error() {
    let rules = stable();
    let mut linter = Linter::new(&rules);
    let mut wrong = Vec::new();
    for (text, format) in examples().into_iter().chain(seeds()).chain(combinations()) {
        let before = linter.lint(&Source::new("text", text.as_str()), format);
        let after = fixed(&mut linter, &text, format).remaining;
        let count = |list: &[Diagnostic], rule: &str| list.iter().filter(|found| found.rule == rule).count();
        let errors = after.iter().filter(|found| found.severity == Severity::Error);
        for found in errors.filter(|found| count(&after, &found.rule) > count(&before, &found.rule)) {
            wrong.push(format!("{}: «{text}»", found.rule));
        }
    }
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}
