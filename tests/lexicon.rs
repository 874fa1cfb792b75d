//! What the lexicon knows of word classes, and that its lists are whole.

use std::collections::BTreeMap;

use saksama::language::lexicon::{self, Trust};
use saksama::language::morphology;

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn report(kind: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{} {kind}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn classes_of_roots() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("language/classes.tsv")) {
        let [form, has, lacks, verb] = row[..] else { panic!("not four columns: {row:?}") };
        let Some(entry) = lexicon::entry(form).filter(|entry| entry.trust() == Trust::Curated) else {
            wrong.push(format!("{form} was judged by nobody"));
            continue;
        };
        let names: Vec<&str> = entry.classes().iter().map(|class| class.name()).collect();
        let is_right =
            has.split(' ').all(|name| names.contains(&name)) && !lacks.split(' ').any(|name| names.contains(&name));
        let kind = match (entry.is_transitive(), entry.is_intransitive()) {
            (true, true) => "ti",
            (true, false) => "t",
            (false, true) => "i",
            (false, false) => "-",
        };
        if !is_right || kind != verb {
            wrong.push(format!("{form}: {names:?} {kind}"));
        }
    }
    report("wrong classes", &wrong);
}

#[test]
fn no_words() {
    let known = rows(include_str!("language/unknown.txt")).map(|row| row[0].to_owned());
    report("words that are none", &known.filter(|form| morphology::is_known(form)).collect::<Vec<_>>());
}

#[test]
fn most_frequent_roots_are_judged() {
    let table = include_str!("../lexicon/roots.tsv");
    let mut verbs = 0;
    let mut last = "";
    for row in rows(table) {
        let [form, classes, _, _] = row[..] else { panic!("not four columns: {row:?}") };
        assert!(last < form, "{last} stands before {form}");
        verbs += usize::from(classes.contains(['t', 'i']));
        last = form;
    }
    assert!(rows(table).count() >= 6_000 && verbs >= 2_000);
}

#[test]
fn provinces_and_regencies_are_whole() {
    let mut provinces: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for row in rows(include_str!("../lexicon/regencies.tsv")) {
        let [province, kind, name] = row[..] else { panic!("not three columns: {row:?}") };
        let kinds = provinces.entry(province).or_default();
        kinds[usize::from(kind == "Kota")].push(name);
    }
    let count = |kind: usize| provinces.values().map(|kinds| kinds[kind].len()).sum::<usize>();
    assert_eq!((provinces.len(), count(0), count(1)), (38, 416, 98));
    assert_eq!(provinces["Jawa Tengah"][0].len(), 29);
    assert_eq!(provinces["Papua Pegunungan"][0].len(), 8);
    let regions = lexicon::list_number("regions").expect("there is such a list");
    for name in ["lhokseumawe", "tolitoli", "tambrauw", "kotamobagu", "gunungkidul"] {
        assert!(lexicon::lists(name).has(regions), "{name}");
    }
}

#[test]
fn lists_are_as_long_as_promised() {
    let long = |text: &str| rows(text).count();
    assert!(long(include_str!("../lexicon/lists/abbreviations.txt")) >= 300);
    let peoples =
        long(include_str!("../lexicon/lists/languages.txt")) + long(include_str!("../lexicon/lists/ethnic-groups.txt"));
    assert!(peoples >= 150);
    assert_eq!(long(include_str!("../lexicon/lists/pasaran.txt")), 5);
}
