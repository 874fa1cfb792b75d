//! Lints the same texts with two builds and prints what was gained and lost, rule by rule, with the words around it.
//!
//! `cargo run --release --example corpus_diff -- OLD NEW PATH...`: two binaries, then files and folders as for `check`.
//! Options after `--` go to both: `corpus_diff OLD NEW PATH... -- --preview`.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, exit};

use serde_json::Value;

/// How many bytes of the text are shown on either side.
const AROUND: usize = 40;
/// How many places of one rule are shown on each side.
const SHOWN: usize = 25;

/// What makes two findings the same: path, rule, the text found and how often it was found before in the file.
type Key = (String, String, String, usize);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, rest @ ..] = &arguments[..] else {
        eprintln!("corpus_diff OLD NEW PATH... [-- OPTION...]");
        exit(2);
    };
    let (old, new) = (findings(old, rest), findings(new, rest));
    let mut rules: BTreeMap<&str, [Vec<&str>; 2]> = BTreeMap::new();
    for (here, there, side) in [(&new, &old, 0), (&old, &new, 1)] {
        for (key, context) in here.iter().filter(|(key, _)| !there.contains_key(*key)) {
            rules.entry(&key.1).or_default()[side].push(context);
        }
    }
    println!("{} findings before, {} after", old.len(), new.len());
    for (rule, [gained, lost]) in &rules {
        println!("\n{rule}: +{} -{}", gained.len(), lost.len());
        for (sign, places) in [('+', gained), ('-', lost)] {
            places.iter().take(SHOWN).for_each(|place| println!("  {sign} {place}"));
        }
    }
}

fn findings(binary: &str, arguments: &[String]) -> BTreeMap<Key, String> {
    let arguments = arguments.iter().filter(|argument| *argument != "--");
    let output = Command::new(binary).args(["check", "--no-config", "--format", "jsonl"]).args(arguments).output();
    let output = output.unwrap_or_else(|error| {
        eprintln!("{binary}: {error}");
        exit(2);
    });
    let (mut found, mut counts, mut texts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(value) = serde_json::from_str::<Value>(line) else { continue };
        let (Some(path), Some(rule)) = (value["path"].as_str(), value["rule"].as_str()) else { continue };
        let text: &String =
            texts.entry(path.to_owned()).or_insert_with(|| fs::read_to_string(path).unwrap_or_default());
        let at = |key: &str| value[key].as_u64().map_or(0, |at| at as usize).min(text.len());
        let (start, end) = (at("start"), at("end"));
        let part = text.get(start..end).unwrap_or_default().to_owned();
        let count: &mut usize = counts.entry((path.to_owned(), rule.to_owned(), part.clone())).or_default();
        let key = (path.to_owned(), rule.to_owned(), part, *count);
        *count += 1;
        found.insert(key, context(path, text, start, end));
    }
    found
}

/// The place on one line, with what stands around it.
fn context(path: &str, text: &str, start: usize, end: usize) -> String {
    let from = (0..=start.saturating_sub(AROUND)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let to = (end + AROUND..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let [before, part, after] = [from..start, start..end, end..to].map(|range| text.get(range).unwrap_or_default());
    let line = format!("{before}«{part}»{after}").split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{path}: {line}")
}
