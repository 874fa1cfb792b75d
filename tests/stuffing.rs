//! Articles stuffed with keywords and honest ones about a single term: the former are found, the latter are left alone.
//!
//! In `stuffing/*.txt` an article begins with `=== name`; `~` names a phrase that must be found. `shortened.txt` has what
//! the fixes make of places in the stuffed articles, `before → after`.

use std::collections::BTreeMap;
use std::fs;

use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, catalog};
use saksama::text::{Source, apply};

const RULE: &str = "kata-kunci-berulang";

/// Rules that speak of what a text says again and again.
const RULES: [&str; 9] = [
    RULE,
    "kata-kunci-tempelan",
    "kata-kunci-pembuka",
    "pembuka-kalimat-berulang",
    "kapital-kata-kunci",
    "judul-berulang",
    "judul-mirip",
    "kalimat-berulang",
    "paragraf-duplikat",
];

struct Article {
    source: Source,
    format: Format,
    expected: Vec<String>,
}

fn articles(name: &str) -> Vec<Article> {
    let table = fs::read_to_string(format!("tests/stuffing/{name}.txt")).expect("the table stands beside the tests");
    let article = |part: &str| {
        let (name, text) = part.split_once('\n').expect("a name and a text");
        let (marks, text): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with("~ "));
        let expected = marks.iter().map(|mark| mark[2..].to_owned()).collect();
        Article { source: Source::new(name, text.join("\n") + "\n"), format: Format::of_name(name), expected }
    };
    table.split("=== ").skip(1).map(article).collect()
}

fn rules(names: &[&str]) -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| names.contains(&rule.name.as_str())).collect();
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"))
}

fn stuffed(linter: &mut Linter, article: &Article) -> Vec<Diagnostic> {
    let mut found = linter.lint(&article.source, article.format);
    found.retain(|diagnostic| diagnostic.rule == RULE);
    found
}

#[test]
fn stuffed_phrases_are_found_and_no_others() {
    let rules = rules(&[RULE]);
    let mut linter = Linter::new(&rules);
    let (mut expected, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for article in articles("stuffed") {
        let found = stuffed(&mut linter, &article);
        let says = |diagnostic: &Diagnostic, phrase: &str| diagnostic.message.to_lowercase().contains(phrase);
        for phrase in &article.expected {
            expected += 1;
            if !found.iter().any(|diagnostic| says(diagnostic, phrase)) {
                missed.push(format!("{}: {phrase}", article.source.name));
            }
        }
        let other = found.iter().filter(|diagnostic| !article.expected.iter().any(|phrase| says(diagnostic, phrase)));
        wrong.extend(other.map(|diagnostic| format!("{}: {}", article.source.name, diagnostic.message)));
    }
    println!("{} of {expected} phrases found", expected - missed.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(expected >= 10 && missed.len() * 10 <= expected, "missed:\n{}", missed.join("\n"));
}

#[test]
fn honest_articles_about_one_term_are_left_alone() {
    let rules = rules(&RULES);
    let mut linter = Linter::new(&rules);
    let articles = articles("honest");
    assert!(articles.len() >= 10);
    for article in articles {
        let found = linter.lint(&article.source, article.format);
        let says: Vec<_> = found.iter().map(|one| format!("{}: {}", one.rule, one.message)).collect();
        assert!(says.is_empty(), "{}:\n{}", article.source.name, says.join("\n"));
    }
}

#[test]
fn fixes_read_well() {
    let table = fs::read_to_string("tests/stuffing/shortened.txt").expect("the table stands beside the tests");
    let rules = rules(&[RULE]);
    let mut linter = Linter::new(&rules);
    let mut mended: BTreeMap<String, String> = BTreeMap::new();
    for article in articles("stuffed") {
        let found = stuffed(&mut linter, &article);
        let fixes = found.iter().filter_map(|diagnostic| diagnostic.fixes.first());
        let mut edits: Vec<_> = fixes.flat_map(|fix| fix.edits.clone()).collect();
        edits.sort_by_key(|edit| edit.span);
        mended.insert(article.source.name.clone(), apply(&article.source.text, &edits));
    }
    let mut name = "";
    let mut read = 0;
    for line in table.lines().filter(|line| !line.is_empty()) {
        if let Some(next) = line.strip_prefix("=== ") {
            name = next;
        } else {
            read += 1;
            assert!(mended[name].contains(line), "{name}: {line}\nin:\n{}", mended[name]);
        }
    }
    assert!(read >= 25);
}

#[test]
fn several_ways_to_shorten_are_offered_and_none_is_safe() {
    let rules = rules(&[RULE]);
    let mut linter = Linter::new(&rules);
    let article = articles("stuffed").into_iter().find(|article| article.source.name == "akhir-kalimat.txt");
    let found = stuffed(&mut linter, &article.expect("it is there"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fixes.len(), 2);
    assert!(found[0].fixes.iter().all(|fix| fix.safety == saksama::diagnostic::Safety::Unsafe));
    assert!(found[0].related.len() > 10);
}
