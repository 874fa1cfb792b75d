//! The five annotated articles in `seeds/`: what is found, what is missed, and what should have stayed silent.

use std::collections::BTreeMap;
use std::fs;

use saksama::diagnostic::{Diagnostic, Severity};
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::{Source, Span};
use serde::Deserialize;

/// A defect as a professional editor marked it.
#[derive(Deserialize)]
struct Gold {
    file: String,
    start_byte: u32,
    end_byte: u32,
    text: String,
    category: String,
    severity: String,
}

/// A place that looks like a defect and is right.
#[derive(Deserialize)]
struct Trap {
    file: String,
    start_byte: u32,
    end_byte: u32,
    text: String,
    looks_like: String,
}

/// From the start of a rule's name to the categories of the annotation that it may answer.
const CATEGORIES: &[(&str, &[&str])] = &[
    ("di-terpisah", &["di-terpisah"]),
    ("di-serangkai", &["di-terpisah"]),
    ("di-balik", &["di-terpisah"]),
    ("ke-serangkai", &["di-terpisah"]),
    ("ke-luar", &["di-terpisah"]),
    ("ke-terpisah", &["ke-terpisah", "di-terpisah"]),
    ("awalan-terpisah", &["ke-terpisah", "di-terpisah"]),
    ("bentuk-terikat", &["bentuk-terikat", "konsistensi"]),
    ("pun-", &["partikel pun"]),
    ("dari-pada", &["dari pada"]),
    ("peluluhan", &["peluluhan", "kata-tidak-baku", "konsistensi"]),
    ("menge-", &["peluluhan", "kata-tidak-baku"]),
    ("ber-ter-r", &["peluluhan", "kata-tidak-baku"]),
    ("kata-tidak-baku", &["kata-tidak-baku", "peluluhan"]),
    ("gabungan", &["kata-tidak-baku", "gabungan kata", "konsistensi"]),
    ("akhiran-ir", &["kata-tidak-baku"]),
    ("merubah", &["kata-tidak-baku"]),
    ("nama-baku", &["kata-tidak-baku"]),
    ("fragmen", &["fragmen"]),
    ("kalimat-tanpa-subjek", &["kalimat-tanpa-subjek"]),
    ("kata-kunci", &["kata-kunci-berulang"]),
    ("kapital", &["huruf-kapital"]),
    ("penanda", &["penanda-sisa"]),
    ("markdown-sisa", &["penanda-sisa"]),
    ("html-sisa", &["penanda-sisa"]),
    ("boilerplate", &["boilerplate"]),
    ("emoji", &["emoji"]),
    ("koma", &["tanda-baca"]),
    ("tanda-baca", &["tanda-baca"]),
    ("spasi", &["tanda-baca"]),
    ("titik", &["tanda-baca"]),
    ("judul-berulang", &["duplikasi"]),
    ("judul-mirip", &["duplikasi"]),
    ("kalimat-berulang", &["duplikasi"]),
    ("paragraf-duplikat", &["duplikasi"]),
    ("pleonasme", &["pleonasme"]),
    ("ragam", &["ragam-informal"]),
    ("konsistensi-sapaan", &["konsistensi", "ragam-informal"]),
    ("konsistensi-ejaan", &["konsistensi", "kata-tidak-baku"]),
    ("konsistensi", &["konsistensi"]),
    ("elipsis", &["tanda-baca"]),
    ("namun-", &["tanda-baca"]),
    ("satuan-", &["tanda-baca"]),
    ("desimal-", &["tanda-baca"]),
];

/// What has to be found at error and warning level: category, at least, of.
const FLOORS: &[(&str, usize, usize)] = &[
    ("di-terpisah", 13, 13),
    ("penanda-sisa", 5, 5),
    ("peluluhan", 5, 5),
    ("fragmen", 11, 11),
    ("boilerplate", 12, 12),
    ("kata-tidak-baku", 23, 23),
    ("pleonasme", 8, 9),
    ("ragam-informal", 9, 9),
    ("konsistensi", 6, 8),
    ("huruf-kapital", 10, 11),
    ("tanda-baca", 11, 16),
    ("bentuk-terikat", 15, 15),
    ("kata-kunci-berulang", 6, 7),
    ("duplikasi", 6, 9),
];

fn categories_of(rule: &str) -> &'static [&'static str] {
    CATEGORIES.iter().find(|(start, _)| rule.starts_with(start)).map_or(&[], |(_, categories)| categories)
}

fn read<T: for<'de> Deserialize<'de>>(name: &str) -> Vec<T> {
    let text = fs::read_to_string(format!("seeds/{name}")).expect("the seeds stand beside Cargo.toml");
    serde_json::from_str(&text).expect("the annotation is JSON")
}

/// What the rules of these kinds find in every seed.
fn diagnostics(kinds: &[Status]) -> BTreeMap<String, (Source, Vec<Diagnostic>)> {
    let rules = catalog::built_in().into_iter().filter(|rule| kinds.contains(&rule.status)).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"));
    let mut linter = Linter::new(&rules);
    let mut all = BTreeMap::new();
    for entry in fs::read_dir("seeds").expect("the seeds stand beside Cargo.toml") {
        let path = entry.expect("a readable folder").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path.file_name().and_then(|name| name.to_str()).expect("ASCII names").to_owned();
            let source = Source::new(name.clone(), fs::read_to_string(&path).expect("UTF-8"));
            let found = linter.lint(&source, Format::Plain);
            all.insert(name, (source, found));
        }
    }
    all
}

fn touches(diagnostic: &Diagnostic, place: Span) -> bool {
    let related = diagnostic.related.iter().map(|related| related.span);
    std::iter::once(diagnostic.span).chain(related).any(|span| span.overlaps(place))
}

#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    /// Found, the rules in preview included.
    all: usize,
    missed: Vec<String>,
    traps: Vec<String>,
}

/// Whether a rule for this defect speaks at its place, as loud as a warning; of what the editor only remarked on, information
/// is enough.
fn is_found(gold: &Gold, diagnostics: &[Diagnostic]) -> bool {
    let place = Span::new(gold.start_byte, gold.end_byte);
    let is_loud = |diagnostic: &Diagnostic| diagnostic.severity > Severity::Info || gold.severity == "info";
    diagnostics.iter().any(|diagnostic| {
        categories_of(&diagnostic.rule).contains(&gold.category.as_str())
            && touches(diagnostic, place)
            && is_loud(diagnostic)
    })
}

fn tally() -> BTreeMap<String, Tally> {
    let diagnostics = self::diagnostics(&[Status::Stable]);
    let all = self::diagnostics(&[Status::Stable, Status::Preview]);
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for gold in read::<Gold>("gold.json") {
        let hit = is_found(&gold, &diagnostics[&gold.file].1);
        let tally = tallies.entry(gold.category.clone()).or_default();
        tally.gold += 1;
        tally.found += usize::from(hit);
        tally.all += usize::from(hit || is_found(&gold, &all[&gold.file].1));
        if !hit {
            tally.missed.push(format!("{} {} {} «{}»", &gold.file[..3], gold.start_byte, gold.severity, gold.text));
        }
    }
    for trap in read::<Trap>("traps.json") {
        let place = Span::new(trap.start_byte, trap.end_byte);
        for diagnostic in diagnostics[&trap.file].1.iter().filter(|found| found.severity > Severity::Info) {
            let categories = categories_of(&diagnostic.rule);
            let category = categories.iter().find(|category| {
                trap.looks_like.split(['/', ' ']).any(|part| part == **category) || trap.looks_like == **category
            });
            if let Some(category) = category.filter(|_| diagnostic.span.overlaps(place)) {
                let says = format!("{} {} «{}» by {}", &trap.file[..3], trap.start_byte, trap.text, diagnostic.rule);
                tallies.entry((*category).to_owned()).or_default().traps.push(says);
            }
        }
    }
    tallies
}

#[test]
fn defects_are_found_and_traps_are_not() {
    let tallies = tally();
    println!("{:22} {:>5} {:>5} {:>5} {:>6} {:>5}", "category", "gold", "found", "all", "missed", "traps");
    for (category, tally) in &tallies {
        let missed = tally.missed.len();
        println!(
            "{category:22} {:>5} {:>5} {:>5} {missed:>6} {:>5}",
            tally.gold,
            tally.found,
            tally.all,
            tally.traps.len()
        );
        for place in &tally.missed {
            println!("      missed {place}");
        }
        for place in &tally.traps {
            println!("      trap   {place}");
        }
    }
    for &(category, least, of) in FLOORS {
        let tally = &tallies[category];
        assert_eq!(tally.gold, of, "{category}");
        assert!(tally.found >= least, "{category}: {} of {of} found", tally.found);
    }
    let traps: usize = tallies.values().map(|tally| tally.traps.len()).sum();
    assert_eq!(traps, 0, "right places were reported");
}

#[test]
fn every_broken_emoji_is_found() {
    let broken: Vec<_> = read::<Gold>("gold.json")
        .into_iter()
        .filter(|gold| gold.category == "emoji" && gold.severity == "error")
        .collect();
    let diagnostics = diagnostics(&[Status::Stable]);
    assert!(!broken.is_empty());
    for gold in broken {
        let place = Span::new(gold.start_byte, gold.end_byte);
        let found = &diagnostics[&gold.file].1;
        assert!(
            found.iter().any(|d| d.rule == "emoji-rusak" && touches(d, place)),
            "{} {}",
            gold.file,
            gold.start_byte
        );
    }
}
