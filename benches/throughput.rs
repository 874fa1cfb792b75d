//! Bytes per second over the seeds, repeated to 10 MiB, with all stable rules; one seed; and only reading.

use divan::Bencher;
use divan::counter::BytesCount;
use saksama::document::Document;
use saksama::format::Format;
use saksama::language::Vocabulary;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::Source;

fn main() {
    divan::main();
}

fn seeds() -> String {
    let mut paths: Vec<_> = std::fs::read_dir("seeds")
        .expect("the seeds stand beside Cargo.toml")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8") + "\n\n").collect()
}

fn repeated(text: &str, length: usize) -> Source {
    Source::new("seeds", text.repeat(length.div_ceil(text.len())))
}

fn stable() -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    RuleSet::new(rules, &[], Lang::Id).expect("the built-in rules are tested")
}

/// Linting a 10 MiB text.
#[divan::bench(sample_count = 5)]
fn lint_10_mib(bencher: Bencher) {
    let source = repeated(&seeds(), 10 << 20);
    let rules = stable();
    bencher
        .counter(BytesCount::new(source.text.len()))
        .bench_local(|| Linter::new(&rules).lint(&source, Format::Plain).len());
}

/// Linting the same article again and again with a warm vocabulary, as over a folder.
#[divan::bench]
fn lint_one_article(bencher: Bencher) {
    let source = Source::new("seed", seeds().split("\n\n").take(40).collect::<Vec<_>>().join("\n\n"));
    let rules = stable();
    let mut linter = Linter::new(&rules);
    bencher.counter(BytesCount::new(source.text.len())).bench_local(|| linter.lint(&source, Format::Plain).len());
}

/// Reading a 10 MiB text into blocks, sentences and words.
#[divan::bench(sample_count = 5)]
fn read_10_mib(bencher: Bencher) {
    let source = repeated(&seeds(), 10 << 20);
    bencher
        .counter(BytesCount::new(source.text.len()))
        .bench_local(|| Document::new(&source, Format::Plain, &mut Vocabulary::default()).words.len());
}

/// Making all rules ready.
#[divan::bench]
fn start() -> usize {
    stable().rules().len()
}

/// Counting words by white space, for comparison.
#[divan::bench(sample_count = 5)]
fn only_split_10_mib(bencher: Bencher) {
    let source = repeated(&seeds(), 10 << 20);
    bencher.counter(BytesCount::new(source.text.len())).bench_local(|| source.text.split_whitespace().count());
}
