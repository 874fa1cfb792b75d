//! What more rules cost: the seeds and ten times the seeds, with the catalogue as it is and with every rule ten times under
//! other names.
//!
//! `cargo bench --bench catalogue` shows both side by side. The rules are made ready before the clock runs; reading,
//! matching, and putting all findings into words are measured.
//!
//! Rules that look for the very same are asked once, so that copies alone say little of a catalogue that really is ten times
//! as large. That is what the benches with *others* are for: there the copies look for as many words, word patterns and
//! expressions, but for other ones, which no text has.

use std::sync::Arc;

use divan::Bencher;
use divan::counter::BytesCount;
use saksama::check::Kind;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Rule, Status, catalog};
use saksama::text::Source;

fn main() {
    divan::main();
}

/// The seeds, `times` over.
fn seeds(times: usize) -> Source {
    let mut paths: Vec<_> = std::fs::read_dir("seeds")
        .expect("the seeds stand beside Cargo.toml")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let text: String = paths.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8") + "\n\n").collect();
    Source::new("seeds", text.repeat(times))
}

/// The rules under other names that look for other words; none where there can be only one of a kind in a text.
fn other(mut rule: Rule, time: usize) -> Option<Rule> {
    rule.name = format!("{}-{time}", rule.name);
    let away = |texts: &mut Vec<String>| texts.iter_mut().for_each(|text| *text = format!("q{time}{text}"));
    match &mut rule.check {
        Kind::Phrase(settings) => {
            let settings = Arc::make_mut(settings);
            let words = std::mem::take(&mut settings.words).into_iter();
            settings.words = words.map(|(wrong, right)| (format!("q{time}{wrong}"), right)).collect();
            settings.table = None;
        }
        Kind::Pattern(settings) => {
            let elements = Arc::make_mut(settings).iter_mut().flat_map(|pattern| &mut pattern.words);
            elements.for_each(|element| {
                away(if element.form.is_empty() { &mut element.starts } else { &mut element.form })
            });
        }
        Kind::Regex(settings) => Arc::make_mut(settings).iter_mut().for_each(|one| away(&mut one.needs)),
        _ => return None,
    }
    Some(rule)
}

/// The stable rules and, `times` less one over, others of their kinds.
fn with_others(times: usize) -> RuleSet {
    let others = (2..=times).flat_map(|time| stable().filter_map(move |rule| other(rule, time)));
    RuleSet::new(stable().chain(others).collect(), &[], Lang::Id).expect("the built-in rules are tested")
}

fn stable() -> impl Iterator<Item = Rule> {
    catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable)
}

/// The stable rules, `times` over: the first time under their own names, then as *NAME-2*, *NAME-3*.
fn copied(times: usize) -> RuleSet {
    let again = |time: usize| {
        stable().map(move |mut rule| {
            let other = |name: &str| if time == 1 { name.to_owned() } else { format!("{name}-{time}") };
            rule.name = other(&rule.name);
            rule.replaces.iter_mut().for_each(|name| *name = other(name));
            rule
        })
    };
    RuleSet::new((1..=times).flat_map(again).collect(), &[], Lang::Id).expect("the built-in rules are tested")
}

/// Linting the seeds, as over a folder: words met before are known.
#[divan::bench(args = [1, 10], sample_count = 30)]
fn seeds_rules_copied(bencher: Bencher, times: usize) {
    lint(bencher, &seeds(1), &copied(times));
}

/// The same with other rules.
#[divan::bench(args = [1, 10], sample_count = 30)]
fn seeds_and_others(bencher: Bencher, times: usize) {
    lint(bencher, &seeds(1), &with_others(times));
}

/// Linting ten times the seeds as one text.
#[divan::bench(args = [1, 10], sample_count = 10)]
fn long_text_rules_copied(bencher: Bencher, times: usize) {
    lint(bencher, &seeds(10), &copied(times));
}

/// The same with other rules.
#[divan::bench(args = [1, 10], sample_count = 10)]
fn long_text_and_others(bencher: Bencher, times: usize) {
    lint(bencher, &seeds(10), &with_others(times));
}

/// The second look of a linter: words have been met, but no block has been met so often that it is remembered.
fn lint(bencher: Bencher, source: &Source, rules: &RuleSet) {
    let met = || {
        let mut linter = Linter::new(rules);
        linter.lint(source, Format::Plain);
        linter
    };
    let bencher = bencher.counter(BytesCount::new(source.text.len())).with_inputs(met);
    bencher.bench_local_values(|mut linter| linter.lint(source, Format::Plain).len());
}
