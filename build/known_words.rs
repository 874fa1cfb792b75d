//! Prints how many words of plain texts are known, the most frequent ones that are not, and how many typos count as words.
//!
//! `cargo run --release --example known_words -- [--most N] PATH...` (files, or folders of `.txt` files; best clean text).
//!
//! Words of small letters count, and those that open a sentence when the texts have them in small letters too. So names are
//! left out, and words of other languages and single letters are as well; abbreviations of the list are known. The second
//! line leaves out what a stable rule of its own reports (nonstandard spellings, wrong affixes), the third also what has three
//! letters in a row that no word of Indonesian has (*cheesecake*). Every known word of five letters or more, each once, gets the same typos every time: each of them that is another known word is one
//! that no speller could find.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use saksama::document::Document;
use saksama::format::Format;
use saksama::language::{Shape, Vocabulary, lexicon, morphology};
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::Source;

#[path = "typos.rs"]
#[allow(dead_code)]
mod typos;

/// Typos for every word.
const TYPOS: usize = 8;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut most, mut paths) = (60, Vec::new());
    while let Some(argument) = arguments.next() {
        if argument == "--most" {
            most = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(most);
        } else {
            gather(Path::new(&argument), &mut paths);
        }
    }
    let (counts, reported) = count(&paths);
    print_known(&counts, &reported, most);
    print_typos(&counts, most);
    print_sizes();
}

fn gather(path: &Path, out: &mut Vec<PathBuf>) {
    if let Ok(entries) = std::fs::read_dir(path) {
        entries.flatten().for_each(|entry| gather(&entry.path(), out));
    } else if path.extension().is_some_and(|extension| extension == "txt") {
        out.push(path.to_owned());
    }
}

/// How often every form stands in the texts, names and foreign words left out, and the forms that stable rules report.
fn count(paths: &[PathBuf]) -> (BTreeMap<String, usize>, BTreeSet<String>) {
    let (mut lower, mut opening, mut reported) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}", error.message));
    for path in paths {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let (source, mut vocabulary) = (Source::new("", text), Vocabulary::default());
        let document = Document::new(&source, Format::Plain, &mut vocabulary);
        let found = Linter::new(&rules).lint(&source, Format::Plain);
        reported.extend(found.iter().map(|diagnostic| diagnostic.span.of_text(&source.text).to_lowercase()));
        let openings: BTreeSet<usize> = document.sentences.iter().map(|sentence| sentence.words.start).collect();
        for (place, word) in document.words.iter().enumerate().filter(|(_, word)| word.is_word()) {
            let form = &*vocabulary.form(word.form).text;
            if form.len() < 2
                || lexicon::is_foreign(form)
                || !form.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            {
                continue;
            }
            match word.shape {
                Shape::Lower => *lower.entry(form.to_owned()).or_insert(0) += 1,
                Shape::Capital if openings.contains(&place) => *opening.entry(form.to_owned()).or_insert(0) += 1,
                _ => {}
            }
        }
    }
    for (form, count) in &mut lower {
        *count += opening.get(form).copied().unwrap_or(0);
    }
    (lower, reported)
}

/// Whether a form is a word or a listed abbreviation.
fn is_known(form: &str) -> bool {
    let abbreviations = lexicon::list_number("abbreviations");
    morphology::is_known(form) || abbreviations.is_some_and(|list| lexicon::lists(form).has(list))
}

/// Whether a form has letters in a row that no word of Indonesian has: foreign, or typed badly.
fn is_strange(form: &str) -> bool {
    let signs: Vec<Option<u8>> = std::iter::once(None).chain(form.bytes().map(Some)).chain([None]).collect();
    signs.windows(3).any(|three| !lexicon::has_signs([three[0], three[1], three[2]]))
}

fn print_known(counts: &BTreeMap<String, usize>, reported: &BTreeSet<String>, most: usize) {
    let (known, mut unknown): (Vec<_>, Vec<_>) = counts.iter().partition(|(form, _)| is_known(form));
    let others: Vec<_> = unknown.iter().copied().filter(|(form, _)| !reported.contains(*form)).collect();
    let native: Vec<_> = others.iter().copied().filter(|(form, _)| !is_strange(form)).collect();
    let sum = |part: &[(&String, &usize)]| part.iter().map(|(_, count)| **count).sum::<usize>();
    for (name, known, unknown) in [
        ("words", sum(&known), [sum(&unknown), sum(&others), sum(&native)]),
        ("forms", known.len(), [unknown.len(), others.len(), native.len()]),
    ] {
        for (unknown, what) in
            unknown.into_iter().zip(["all", "all but what other rules report", "those, but of foreign spelling"])
        {
            println!("known {name} of {what}: {:.2} % ({known} of {})", share(known, known + unknown), known + unknown);
        }
    }
    unknown.sort_by_key(|(form, count)| (reported.contains(*form), std::cmp::Reverse(**count), *form));
    let mark = |form: &str| if reported.contains(form) { "!" } else { "" };
    let list: Vec<String> =
        unknown.iter().take(most).map(|(form, count)| format!("{form}{} {count}", mark(form))).collect();
    println!("unknown: {}", list.join(", "));
}

fn print_typos(counts: &BTreeMap<String, usize>, most: usize) {
    let mut made: [(usize, usize); 4] = [(0, 0); 4];
    let mut taken = Vec::new();
    let is_word = |form: &&String| form.len() >= 5 && !form.contains('-') && morphology::is_known(form);
    for form in counts.keys().filter(is_word) {
        for round in 0..TYPOS {
            let (operation, wrong) = typos::typo(form, &mut typos::number(&[form, &round.to_string()]));
            made[operation].0 += 1;
            if morphology::is_known(&wrong) {
                made[operation].1 += 1;
                taken.push(format!("{wrong} ({form})"));
            }
        }
    }
    for (name, (all, known)) in typos::OPERATIONS.iter().zip(made) {
        println!("typos {name:9} {all:7}, taken for words {:.2} %", share(known, all));
    }
    let (all, known) = made.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    println!("typos in all    {all:7}, taken for words {:.2} %", share(known, all));
    let step = taken.len() / most.max(1) + 1;
    println!("some of them: {}", taken.iter().step_by(step).cloned().collect::<Vec<_>>().join(", "));
}

fn print_sizes() {
    println!("lexicon: {} bytes; weights: {} bytes", lexicon::bytes(), saksama::language::tagger::bytes());
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole.max(1) as f64
}
