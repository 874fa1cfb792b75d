//! The tables of nonstandard words: what they stand for is standard, and no standard word is built from them.

use saksama::language::lexicon::{self, Trust};
use saksama::language::nonstandard::pairs;
use saksama::language::{Vocabulary, morphology};

fn report(kind: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{} {kind}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_right_spelling_is_known() {
    let is_known = |right: &str| right.split(' ').all(morphology::is_known);
    let pairs = pairs();
    assert!(pairs.len() >= 2_000, "only {} pairs", pairs.len());
    let unknown = pairs.iter().flat_map(|pair| pair.1.iter().map(move |right| (&pair.0, right)));
    let unknown =
        unknown.filter(|(_, right)| !is_known(&right.to_lowercase())).map(|(wrong, right)| format!("{wrong}: {right}"));
    report("unknown words", &unknown.collect::<Vec<_>>());
}

#[test]
fn no_right_spelling_is_wrong() {
    let mut vocabulary = Vocabulary::default();
    let mut wrong = Vec::new();
    for (left, rights, rule) in pairs() {
        for right in rights.iter().flat_map(|right| right.split(' ')) {
            let id = vocabulary.intern_form(right);
            if vocabulary.form(id).nonstandard().is_some() {
                wrong.push(format!("{rule}: {left} becomes {right}"));
            }
        }
    }
    report("right spellings that are wrong themselves", &wrong);
}

/// Affixed words that look as if they held a nonstandard one.
#[test]
fn words_written_into_the_lists_are_left_alone() {
    let lefts: std::collections::HashSet<String> = pairs().into_iter().map(|pair| pair.0).collect();
    let mut vocabulary = Vocabulary::default();
    let mut found = Vec::new();
    for file in std::fs::read_dir("lexicon/lists").expect("the lists stand in lexicon/lists") {
        let text = std::fs::read_to_string(file.expect("a readable folder").path()).expect("UTF-8");
        for form in text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
            let id = vocabulary.intern_form(form);
            let nonstandard = vocabulary.form(id).nonstandard().filter(|_| !lefts.contains(form));
            // Verb lists name the forms that people write, *goncang* and what is built from it included.
            let is_sure = lexicon::entry(form).is_some_and(|entry| entry.trust() == Trust::Curated && entry.is_root());
            found.extend(nonstandard.filter(|_| is_sure).map(|found| format!("{form}: {:?}", found.right)));
        }
    }
    report("standard words that are found", &found);
}
