//! The alarms that were read one by one: every record is well formed, and a rule is stable when its record proves it.

use std::path::{Path, PathBuf};

use saksama::rule::{Rule, Status, catalog, precision};

/// At most so many words of a text stand around a finding.
const MOST_WORDS: usize = 8;
/// A text whose words may not stand here at all.
const UNQUOTED: &str = "dokumentasi";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("precision")
}

/// The lines of a file without comments, in columns.
fn lines(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').map(ToOwned::to_owned).collect()).collect()
}

fn records() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("precision/ is there").flatten();
    let names = entries.filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".tsv")?.to_owned()));
    names.filter(|name| !["alarms", "texts"].contains(&name.as_str())).collect()
}

#[test]
fn every_alarm_is_judged_with_a_reason() {
    let rules = catalog::built_in();
    for name in records() {
        assert!(rules.iter().any(|rule| rule.name == name), "no rule {name}");
        for line in lines(&format!("{name}.tsv")) {
            let [found, _, text, verdict, reason, context @ ..] = line.as_slice() else { panic!("{name}: {line:?}") };
            assert!(!found.is_empty() && !reason.is_empty(), "{name}: {line:?}");
            assert!(["right", "wrong"].contains(&verdict.as_str()), "{name}: {line:?}");
            let words = context.iter().map(|context| context.split_whitespace().count()).sum::<usize>();
            let is_hash =
                |context: &String| context.len() == 16 && context.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_hidden = context.iter().all(|context| context.is_empty() || is_hash(context));
            assert!(words <= MOST_WORDS && (text != UNQUOTED || is_hidden), "{name}: {line:?}");
        }
    }
}

#[test]
fn every_stable_rule_is_proven() {
    let is_stable = |rule: &Rule| rule.status == Status::Stable;
    let mut wrong = Vec::new();
    for rule in catalog::built_in().into_iter().filter(is_stable) {
        match precision::of(&rule.name) {
            None => wrong.push(format!("{}: no record; run `precision draw`", rule.name)),
            Some(found) if !found.is_proven(rule.severity) => wrong.push(format!("{}: {found:?}", rule.name)),
            Some(_) => {}
        }
    }
    assert!(wrong.is_empty(), "stable, not proven:\n{}", wrong.join("\n"));
}

#[test]
fn the_program_shows_what_is_recorded() {
    let words: usize = lines("texts.tsv").iter().map(|line| line[5].parse::<usize>().expect("a number")).sum();
    assert_eq!(precision::words(), words);
    assert!(words >= precision::WORDS_ENOUGH);
    for name in records() {
        let found = precision::of(&name).expect("a record");
        let lines = lines(&format!("{name}.tsv"));
        let right = lines.iter().filter(|line| line[3] == "right").count();
        assert_eq!((found.judged, found.right), (lines.len(), right), "{name}");
    }
}

/// All stable rules together in the Markdown documentation, every alarm judged.
#[test]
fn all_rules_together_are_seldom_wrong() {
    let every = lines("every/dokumentasi.tsv");
    let words = lines("texts.tsv").iter().find(|line| line[0] == UNQUOTED).map(|line| line[5].clone());
    let words: usize = words.expect("the text is listed").parse().expect("a number");
    let is_right = |line: &Vec<String>| line[3] == "right";
    let errors: Vec<_> = every.iter().filter(|line| line[1] == "error").collect();
    let right = errors.iter().filter(|line| is_right(line)).count();
    assert!(every.iter().all(|line| ["right", "wrong"].contains(&line[3].as_str())));
    assert!(!errors.is_empty() && right * 100 >= errors.len() * 97, "{right} of {} errors", errors.len());
    let wrong = every.iter().filter(|line| !is_right(line)).count();
    assert!(wrong * 1000 <= words, "{wrong} wrong alarms in {words} words");
}
