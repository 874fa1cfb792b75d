//! Looking again at changed blocks only finds what looking at the whole text finds.

mod typing;

use saksama::format::Format;
use saksama::lint::{Linter, Memo, RuleSet};
use saksama::rule::{Lang, catalog};
use saksama::text::Source;

use typing::{Typist, seeds};

/// Types `changes` changes into `text` and compares after each; returns how many findings there were in all.
fn types(text: &str, format: Format, number: u64, changes: usize) -> usize {
    let rules = RuleSet::new(catalog::built_in(), &[], Lang::Id).expect("the built-in rules are tested");
    let (mut often, mut whole) = (Linter::new(&rules), Linter::new(&rules));
    let (mut memo, mut typist) = (Memo::default(), Typist::new(number));
    let mut source = Source::new("x", text);
    let mut findings = 0;
    for change in 0..changes {
        let (range, with) = typist.change(&source.text);
        source.text.replace_range(range.clone(), &with);
        let again = often.lint_again(&source, format, &mut memo);
        let full = whole.lint(&source, format);
        assert_eq!(again, full, "{format:?}, typist {number}, change {change}: {range:?} becomes {with:?}");
        findings += full.len();
    }
    findings
}

#[test]
fn typing_into_the_seeds_finds_the_same_as_reading_them_anew() {
    let formats = [Format::Plain, Format::Markdown, Format::Html, Format::Mdx];
    for (number, (seed, format)) in seeds().iter().zip(formats.iter().cycle()).enumerate() {
        let found = types(seed, *format, number as u64, 40);
        assert!(found > 0, "nothing was found to compare");
    }
}

#[test]
fn a_block_that_comes_back_is_read_as_before() {
    let rules = RuleSet::new(catalog::built_in(), &[], Lang::Id).expect("the built-in rules are tested");
    let mut linter = Linter::new(&rules);
    let mut memo = Memo::default();
    let mut count = |text: &str| linter.lint_again(&Source::new("x", text), Format::Plain, &mut memo).len();
    let one = "Rapat di mulai pukul sembilan pagi.";
    let first = count(one);
    assert!(first > 0);
    // The same block twice, then another in its place, then itself again.
    assert_eq!(
        count(&format!("{one}\n\n{one}\n")),
        Linter::new(&rules).lint(&Source::new("x", format!("{one}\n\n{one}\n")), Format::Plain).len()
    );
    assert_eq!(count("Rapat dimulai pukul sembilan pagi."), 0);
    assert_eq!(count(one), first);
}

/// A sentence and nearly the same again, for every sentence of the seeds.
fn pairs() -> Vec<String> {
    let sentences = seeds().into_iter().flat_map(|seed| seed.split(['.', '\n']).map(str::to_owned).collect::<Vec<_>>());
    let long = sentences.filter(|sentence| sentence.split_whitespace().count() > 9);
    long.map(|sentence| {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let (begin, end) = words.split_at(words.len() / 2);
        format!("{sentence}. {} sekali {}.", begin.join(" "), end.join(" "))
    })
    .collect()
}

#[test]
fn what_was_read_before_changes_nothing() {
    let rules = RuleSet::new(catalog::built_in(), &[], Lang::Id).expect("the built-in rules are tested");
    let pairs = pairs();
    let read = |linter: &mut Linter, pair: &String| linter.lint(&Source::new("x", pair.as_str()), Format::Plain);
    let mut linter = Linter::new(&rules);
    let first: Vec<_> = pairs.iter().map(|pair| read(&mut linter, pair)).collect();
    let mut linter = Linter::new(&rules);
    let mut last: Vec<_> = pairs.iter().rev().map(|pair| read(&mut linter, pair)).collect();
    last.reverse();
    assert!(first.iter().flatten().any(|finding| finding.rule == "kalimat-berulang"), "no pair was found alike");
    for (pair, (first, last)) in pairs.iter().zip(first.iter().zip(&last)) {
        assert_eq!(first, last, "{pair:?}");
    }
}

#[test]
fn what_texts_have_in_common_is_found_in_each_of_them() {
    let rules = RuleSet::new(catalog::built_in(), &[], Lang::Id).expect("the built-in rules are tested");
    let mut warm = Linter::new(&rules);
    let seeds = seeds();
    let blocks: Vec<&str> = seeds.iter().flat_map(|seed| seed.split("\n\n")).collect();
    let formats = [Format::Plain, Format::Markdown, Format::Html];
    let mut findings = 0;
    for round in 0..24 {
        // Half of the blocks come back in every second text, in another order and among others.
        let step = [7, 11, 13][round % 3];
        let chosen = (0..12).map(|at| blocks[(at * step + round % 2 * 31) % blocks.len().min(97)]);
        let source = Source::new("x", chosen.collect::<Vec<_>>().join("\n\n"));
        let format = formats[round / 6 % 3];
        let found = warm.lint(&source, format);
        assert_eq!(found, Linter::new(&rules).lint(&source, format), "{format:?}, text {round}");
        findings += found.len();
    }
    assert!(findings > 100, "{findings} are too few to compare");
}
