//! Makes typos from the words of clean texts and prints how many the rule `salah-eja` finds, how many first suggestions
//! are right, and how often it speaks in the untouched texts.
//!
//! `cargo run --release --example spelling_figures -- PATH...` (files, or folders of `.txt`, `.md` and `.html` files);
//! `--show` also prints every alarm and every miss.

use std::path::{Path, PathBuf};

use saksama::diagnostic::Diagnostic;
use saksama::document::Document;
use saksama::format::Format;
use saksama::language::{FormId, Shape, Vocabulary, WordKind};
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Rule, Status, catalog};
use saksama::text::{Source, Span};

/// The rule that is measured.
const RULE: &str = "salah-eja";

#[path = "typos.rs"]
mod typos;

use typos::{OPERATIONS, number, typo};

/// One word in so many gets a typo, so that few sentences have two.
const EVERY: usize = 25;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let show = arguments.iter().any(|argument| argument == "--show");
    let mut paths = Vec::new();
    for argument in arguments.iter().filter(|argument| *argument != "--show") {
        gather(Path::new(argument), &mut paths);
    }
    paths.sort();
    // With the other rules: it keeps silent where one of them speaks.
    let is_wanted = |rule: &Rule| rule.name == RULE || rule.status == Status::Stable;
    let rules = catalog::built_in().into_iter().filter(is_wanted).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}", error.message));
    let mut figures = Figures::default();
    for path in &paths {
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        figures.add(&rules, path, &text, show);
    }
    figures.print();
}

fn gather(path: &Path, out: &mut Vec<PathBuf>) {
    if let Ok(entries) = std::fs::read_dir(path) {
        entries.flatten().for_each(|entry| gather(&entry.path(), out));
    } else if path.extension().is_some_and(|extension| ["txt", "md", "html"].iter().any(|known| extension == *known)) {
        out.push(path.to_owned());
    }
}

#[derive(Default)]
struct Figures {
    words: usize,
    alarms: usize,
    /// By operation: made, of these real words, found, first suggestion right.
    typos: [[usize; 4]; 4],
}

impl Figures {
    fn add(&mut self, rules: &RuleSet, path: &Path, text: &str, show: bool) {
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => Format::Markdown,
            Some("html") => Format::Html,
            _ => Format::Plain,
        };
        let source = Source::new("", text);
        let mut clean = Linter::new(rules).lint(&source, format);
        clean.retain(|diagnostic| diagnostic.rule == RULE);
        self.alarms += clean.len();
        if show {
            for diagnostic in &clean {
                let title = diagnostic.fixes.first().map_or("", |fix| &fix.title);
                println!("alarm\t{}\t{title}\t{}", diagnostic.span.of_text(text), path.display());
            }
        }
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&source, format, &mut vocabulary);
        self.words += document.words.iter().filter(|word| word.kind == WordKind::Word).count();
        // Once more over the words that are known, in small letters, and written as they are in the source.
        let places = document.words.iter().filter(|word| {
            word.kind == WordKind::Word
                && word.shape == Shape::Lower
                && word.form != FormId::NONE
                && (5..30).contains(&word.span.len())
                && vocabulary.form(word.form).text.bytes().all(|byte| byte.is_ascii_lowercase())
                && vocabulary.form(word.form).is_known()
        });
        let places = places.filter_map(|word| document.prose.offsets.to_verbatim(word.span)).collect::<Vec<_>>();
        let chosen: Vec<Span> = places.iter().skip(EVERY / 2).step_by(EVERY).copied().collect();
        self.mistype(rules, text, format, &chosen, show);
    }

    /// Types the words at `places` wrong and counts what is found.
    fn mistype(&mut self, rules: &RuleSet, text: &str, format: Format, places: &[Span], show: bool) {
        let mut changed = String::with_capacity(text.len() + places.len());
        let mut made: Vec<(usize, usize, &str, String)> = Vec::new();
        let mut done = 0;
        for &place in places {
            let word = place.of_text(text);
            let mut seed = number(&[word, &place.start.to_string()]);
            let (operation, wrong) = typo(word, &mut seed);
            changed.push_str(&text[done..place.start as usize]);
            made.push((changed.len(), operation, word, wrong.clone()));
            changed.push_str(&wrong);
            done = place.end as usize;
        }
        changed.push_str(&text[done..]);
        let found = Linter::new(rules).lint(&Source::new("", &changed), format);
        for (start, operation, word, wrong) in made {
            let counts = &mut self.typos[operation];
            counts[0] += 1;
            if saksama::language::morphology::is_known(&wrong) {
                counts[1] += 1;
                continue;
            }
            let at = found.iter().find(|diagnostic| diagnostic.rule == RULE && diagnostic.span.start as usize == start);
            let first = at.and_then(first_suggestion);
            counts[2] += usize::from(at.is_some());
            counts[3] += usize::from(first == Some(word));
            if show && first != Some(word) {
                let around = changed[..start].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
                let around = changed[around..].chars().take(70).collect::<String>().replace(['\n', '\t'], " ");
                let kind = if at.is_some() { "other" } else { "miss" };
                println!("{kind}\t{wrong}\t{word}\t{}\t{around}", first.unwrap_or("-"));
            }
        }
    }

    fn print(&self) {
        let mut total = [0; 4];
        println!("{:10} {:>7} {:>12} {:>8} {:>12}", "typos", "made", "other words", "found", "first right");
        for (name, counts) in OPERATIONS.iter().zip(self.typos) {
            line(name, counts);
            (0..4).for_each(|column| total[column] += counts[column]);
        }
        line("all", total);
        let share = self.alarms as f64 * 1000.0 / self.words.max(1) as f64;
        println!("alarms in the untouched text: {} in {} words, {share:.2} per 1,000", self.alarms, self.words);
    }
}

fn line(name: &str, [made, words, found, right]: [usize; 4]) {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (recall, first) = (share(found, made - words), share(right, found));
    println!("{name:10} {made:7} {words:12} {recall:8.3} {first:12.3}");
}

fn first_suggestion(diagnostic: &Diagnostic) -> Option<&str> {
    Some(&diagnostic.fixes.first()?.edits.first()?.text)
}
