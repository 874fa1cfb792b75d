//! How long a keystroke takes until its diagnostics are there: a thousand random edits, each compared with a full look.
//!
//! `cargo bench --bench typing` prints the median and the 99th percentile in milliseconds, for a text of 100 KB and for the seeds.

#[path = "../tests/typing/mod.rs"]
mod typing;

use std::time::{Duration, Instant};

use saksama::format::Format;
use saksama::lint::{Linter, Memo, RuleSet};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::Source;

use typing::{Typist, seeds};

fn main() {
    // `cargo test --benches` only wants to see that it runs.
    let is_test = !std::env::args().any(|argument| argument == "--bench");
    let changes = if is_test { 3 } else { 1000 };
    let seeds = seeds();
    let mut long = String::new();
    while long.len() < 100_000 {
        long.push_str(&seeds[long.len() % seeds.len()]);
        long.push_str("\n\n");
    }
    for format in [Format::Plain, Format::Markdown, Format::Html] {
        report(&format!("100 KB, {format:?}"), types(&long, format, changes));
    }
    for (number, seed) in seeds.iter().enumerate() {
        report(&format!("seed {number}, {} bytes", seed.len()), types(seed, Format::Plain, changes / 5));
    }
}

/// How long every look after a change took, and how long every full one.
fn types(text: &str, format: Format, changes: usize) -> [Vec<Duration>; 2] {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).expect("the built-in rules are tested");
    let (mut often, mut whole) = (Linter::new(&rules), Linter::new(&rules));
    let (mut memo, mut typist) = (Memo::default(), Typist::new(7));
    let mut source = Source::new("x", text);
    often.lint_again(&source, format, &mut memo);
    whole.lint(&source, format);
    let mut times = [Vec::new(), Vec::new()];
    for change in 0..changes {
        let (range, with) = typist.change(&source.text);
        let start = Instant::now();
        source.text.replace_range(range.clone(), &with);
        let again = often.lint_again(&source, format, &mut memo);
        times[0].push(start.elapsed());
        let start = Instant::now();
        let full = whole.lint(&source, format);
        times[1].push(start.elapsed());
        assert_eq!(again, full, "{format:?}, change {change}: {range:?} becomes {with:?}");
    }
    times
}

fn report(name: &str, [mut again, mut full]: [Vec<Duration>; 2]) {
    again.sort_unstable();
    full.sort_unstable();
    let at = |times: &[Duration], share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    println!(
        "{name:<24} after an edit: median {:6.2} ms, 99 % {:6.2} ms; whole: median {:6.2} ms, 99 % {:6.2} ms",
        at(&again, 50),
        at(&again, 99),
        at(&full, 50),
        at(&full, 99),
    );
}
