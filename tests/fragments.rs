//! Sentence fragments, held to tables: whole sentences stay silent, cut ones are found where they were cut.

use saksama::check::fragment::model;
use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, catalog};
use saksama::text::Source;

const RULES: [&str; 3] = ["fragmen-frasa", "fragmen-anak-kalimat", "kalimat-tanpa-subjek"];

fn found(text: &str) -> Vec<Diagnostic> {
    let rules = catalog::built_in().into_iter().filter(|rule| RULES.contains(&rule.name.as_str())).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}: {}", error.rule, error.message));
    Linter::new(&rules).lint(&Source::new("table", text), Format::Plain)
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[test]
fn whole_sentences_are_left_alone() {
    let alarms = |line: &&str| !found(line).is_empty();
    let wrong: Vec<_> = lines(include_str!("fragments/whole.txt")).filter(alarms).collect();
    assert!(wrong.is_empty(), "{} called cut off:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn cut_sentences_are_found_where_they_were_cut() {
    let missed = |line: &&str| {
        let (left, right) =
            line.trim_start_matches('?').trim_start().split_once('|').expect("every line of the table has a bar");
        let stop = left.len() as u32 - 1;
        !line.starts_with('?') && found(&format!("{left}{right}")).iter().all(|found| found.span.start != stop)
    };
    let wrong: Vec<_> = lines(include_str!("fragments/cut.txt")).filter(missed).collect();
    assert!(wrong.is_empty(), "{} not found:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_weights_belong_to_the_features() {
    assert!(model::is_current(), "train the model anew: build/train_fragments.rs tells how");
}

#[test]
fn a_subordinate_clause_alone_in_its_paragraph_is_found() {
    let lone = ["Dimana para korban tidak menyadari bahaya itu.", "Meskipun upah mereka selama sebulan belum dibayar."];
    let whole =
        ["Meskipun upahnya belum dibayar, mereka tetap bekerja.", "Karena hujan turun kami tinggal di rumah saja."];
    assert!(lone.iter().all(|text| !found(text).is_empty()));
    assert!(whole.iter().all(|text| found(text).is_empty()));
}

#[test]
fn the_message_says_what_to_write() {
    let found = found("Desa kami memiliki mata air. Yang tidak pernah kering pada musim kemarau.");
    assert!(found[0].message.contains("“air yang …”"), "{}", found[0].message);
}
