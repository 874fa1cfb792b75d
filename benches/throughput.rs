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

/// The whole program on one short article, from start to exit.
#[divan::bench]
fn program_on_one_seed() -> bool {
    let seed = "seeds/004_8f46ef267f4287a5.txt";
    run(env!("CARGO_BIN_EXE_saksama"), &["check", "--no-config", "--format", "concise", seed])
}

/// The whole program on a 10 MiB text, on one core.
#[divan::bench(sample_count = 5)]
fn program_on_10_mib(bencher: Bencher) {
    let file = file_of(&repeated(&seeds(), 10 << 20));
    let path = file.path().to_str().expect("temporary paths are UTF-8");
    bencher
        .counter(BytesCount::new(file.as_file().metadata().map_or(0, |data| data.len())))
        .bench_local(|| run(env!("CARGO_BIN_EXE_saksama"), &["check", "--no-config", "--statistics", path]));
}

/// `wc -w` on the same text, for comparison.
#[divan::bench(sample_count = 5)]
fn wc_on_10_mib(bencher: Bencher) {
    let file = file_of(&repeated(&seeds(), 10 << 20));
    let path = file.path().to_str().expect("temporary paths are UTF-8");
    bencher
        .counter(BytesCount::new(file.as_file().metadata().map_or(0, |data| data.len())))
        .bench_local(|| run("wc", &["-w", path]));
}

fn file_of(source: &Source) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".txt").tempfile().expect("a temporary file");
    std::fs::write(file.path(), &source.text).expect("room for 10 MiB");
    file
}

/// Runs a program to its end without showing what it says; whether it could be run.
fn run(program: &str, arguments: &[&str]) -> bool {
    let silent = std::process::Stdio::null;
    std::process::Command::new(program).args(arguments).stdout(silent()).stderr(silent()).status().is_ok()
}

/// Counting words by white space, for comparison.
#[divan::bench(sample_count = 5)]
fn only_split_10_mib(bencher: Bencher) {
    let source = repeated(&seeds(), 10 << 20);
    bencher.counter(BytesCount::new(source.text.len())).bench_local(|| source.text.split_whitespace().count());
}

/// A folder of articles, a tenth of them with a paragraph copied from another: what comparing files costs is the
/// difference to [`folder_alone`].
#[divan::bench(sample_count = 10)]
fn folder_compared(bencher: Bencher) {
    let folder = articles();
    let path = folder.path().to_str().expect("temporary paths are UTF-8");
    bencher.bench_local(|| run(env!("CARGO_BIN_EXE_saksama"), &["check", "--no-config", "--statistics", path]));
}

/// The same folder without comparing files.
#[divan::bench(sample_count = 10)]
fn folder_alone(bencher: Bencher) {
    let folder = articles();
    let path = folder.path().to_str().expect("temporary paths are UTF-8");
    let ignore = ["--ignore", "paragraf-lintas-berkas,pembuka-lintas-berkas"];
    let arguments = ["check", "--no-config", "--statistics", ignore[0], ignore[1], path];
    bencher.bench_local(|| run(env!("CARGO_BIN_EXE_saksama"), &arguments));
}

/// 1,000 articles of ten paragraphs, of the sentences of the seeds in ever another order.
fn articles() -> tempfile::TempDir {
    let text = seeds();
    let sentences: Vec<&str> = text.split_inclusive(". ").filter(|sentence| sentence.len() > 40).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut state, mut copied) = (1_u64, String::new());
    for article in 0..1000 {
        let mut body = String::new();
        for paragraph in 0..10 {
            let start = body.len();
            for _ in 0..4 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = usize::try_from(state >> 40).expect("24 bits") % sentences.len();
                body.push_str(sentences[at].replace('\n', " ").as_str());
            }
            if paragraph == 5 && article % 10 == 0 {
                let own = body.split_off(start);
                body.push_str(&std::mem::replace(&mut copied, own));
            }
            body.push_str("\n\n");
        }
        std::fs::write(folder.path().join(format!("{article:04}.txt")), body).expect("room for an article");
    }
    folder
}
