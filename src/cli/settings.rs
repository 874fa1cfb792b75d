//! The command `config`: what holds for a file and why, whether configurations are right, and their schema.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use anyhow::Context as _;
use ignore::WalkBuilder;

use super::arguments::{ConfigChecking, ConfigShowing, ListFormat};
use super::configuration::{Choice, CommandLine, Configurations, NAMES, Origin};
use super::files::{find, find_here};
use super::outcome::{Outcome, Stop};
use super::output::{Output, is_stderr_colored, say};
use super::read::read_file;
use super::schema;
use crate::report::{origins_json, origins_table, visible};
use crate::rule::Lang;

/// Prints the JSON Schema of `saksama.toml`.
///
/// # Errors
/// When it cannot be written.
pub fn print_schema() -> anyhow::Result<Outcome> {
    print(&schema::schema())
}

/// Shows what holds for the file that `typed` names, and which layer said so.
///
/// # Errors
/// When its configuration is wrong.
pub fn show(typed: &ConfigShowing, configurations: &Configurations, lang: Lang) -> Result<Outcome, Stop> {
    let origins = configurations.origins(&typed.article)?;
    let rows: Vec<(&str, &str, Option<&str>)> =
        origins.iter().map(|Origin { key, value, source }| (key.as_str(), value.as_str(), source.as_deref())).collect();
    let text = match typed.format {
        ListFormat::Text => origins_table(&rows, lang),
        ListFormat::Json => origins_json(&rows),
    };
    Ok(print(&text)?)
}

/// Looks at every configuration in the folders that `typed` names, and tells what is wrong; with `--unused` also which accepted
/// words no article has.
///
/// # Errors
/// When a folder cannot be read.
pub fn check(typed: &ConfigChecking, color: super::arguments::When, lang: Lang) -> Result<Outcome, Stop> {
    let here = PathBuf::from(".");
    let folders = if typed.folders.is_empty() { std::slice::from_ref(&here) } else { &typed.folders[..] };
    let mut files: BTreeSet<PathBuf> = folders.iter().flat_map(|folder| written_below(folder)).collect();
    // The one above governs as well.
    files.extend(
        Configurations::new(Choice::Nearest, CommandLine::default()).profile(Path::new("saksama.md"))?.file.clone(),
    );
    let mut wrong = 0;
    for file in &files {
        let configurations = Configurations::new(Choice::File(file.clone()), CommandLine::default());
        if let Err(problem) = configurations.asked_for() {
            wrong += 1;
            say(&problem.render(is_stderr_colored(color)));
        }
    }
    say(&match lang {
        Lang::Id => format!("{} konfigurasi diperiksa, {wrong} keliru", files.len()),
        Lang::En => format!("{} configurations checked, {wrong} wrong", files.len()),
    });
    if wrong > 0 {
        return Ok(Outcome::Impossible);
    }
    if !typed.unused {
        return Ok(Outcome::Clean);
    }
    let unused = unused(&typed.folders)?;
    for (source, words) in &unused {
        let (source, words) = (visible(source).into_owned(), words.iter().cloned().collect::<Vec<_>>().join(", "));
        let words = visible(&words).into_owned();
        print(&match lang {
            Lang::Id => format!("{source}: kata yang diterima, tetapi tidak ada di artikel mana pun: {words}\n"),
            Lang::En => format!("{source}: accepted words that no article has: {words}\n"),
        })?;
    }
    Ok(if unused.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// The configuration files in `folder` and below it.
fn written_below(folder: &Path) -> Vec<PathBuf> {
    let walker = WalkBuilder::new(folder).hidden(false).require_git(false).build();
    let is_named = |path: &Path| path.file_name().is_some_and(|name| NAMES.iter().any(|known| name == *known));
    let paths = walker.filter_map(Result::ok).map(ignore::DirEntry::into_path);
    paths.filter(|path| is_named(path)).filter_map(|path| fs::canonicalize(path).ok()).collect()
}

/// The words of one source, and what is left of them when those met are taken away.
struct Words {
    finder: Option<AhoCorasick>,
    /// For every pattern, its word.
    patterns: Vec<String>,
    left: BTreeSet<String>,
}

impl Words {
    fn new(words: Vec<String>) -> Self {
        let mut patterns = Vec::new();
        let mut texts = Vec::new();
        for word in &words {
            texts.push(word.clone());
            patterns.push(word.clone());
            // k, p, s and t melt into meN- and peN-: "menyapu".
            let melts = word.starts_with(['k', 'p', 's', 't']) && word.chars().count() > 3;
            if melts {
                texts.push(word[1..].to_owned());
                patterns.push(word.clone());
            }
        }
        Self { finder: AhoCorasick::new(&texts).ok(), patterns, left: words.into_iter().collect() }
    }

    fn meet(&mut self, text: &str) {
        if self.left.is_empty() {
            return;
        }
        if let Some(finder) = &self.finder {
            for found in finder.find_overlapping_iter(text) {
                self.left.remove(&self.patterns[found.pattern().as_usize()]);
            }
        }
    }
}

/// By source, the accepted words that stand in no article, not even within another word.
fn unused(folders: &[PathBuf]) -> Result<BTreeMap<String, BTreeSet<String>>, Stop> {
    let configurations = Configurations::new(Choice::Nearest, CommandLine::default());
    let found = if folders.is_empty() { find_here(&configurations)? } else { find(folders, &configurations)? };
    let mut sources: BTreeMap<String, Words> = BTreeMap::new();
    for file in &found.files {
        let Ok(decoded) = read_file(file) else { continue };
        let text = decoded.text.to_lowercase();
        for (source, words) in configurations.accepted(file)? {
            sources.entry(source).or_insert_with(|| Words::new(words)).meet(&text);
        }
    }
    Ok(sources.into_iter().map(|(source, words)| (source, words.left)).filter(|(_, left)| !left.is_empty()).collect())
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut output = Output::stdout();
    output.write(text.as_bytes()).and_then(|()| output.flush()).context("stdout")?;
    Ok(Outcome::Clean)
}
