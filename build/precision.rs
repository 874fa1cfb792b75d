//! How often the rules are right in natural text, from alarms that were read one by one: `precision/RULE.tsv`.
//!
//! `cargo run --release --example precision` prints the share for every file.
//!
//! `cargo run --release --example precision -- sample RULE COUNT NAME=PATH...` prints a sample to be read: the rule runs over the
//! texts at every PATH (a file, or a folder of `.txt`, `.md` and `.html` files), and of every different word or phrase found one
//! alarm is drawn, always the same ones, in turn from every source.
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Rule, Status, catalog};
use saksama::text::Source;

/// A source whose texts may not be quoted.
const UNQUOTED: &str = "dokumentasi";
/// At most so many words around a finding, itself included.
const CONTEXT: usize = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => report(),
        ["sample", rule, count, sources @ ..] => sample(rule, count.parse().expect("a number"), sources),
        _ => eprintln!("precision | precision sample RULE COUNT NAME=PATH..."),
    }
}

fn report() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("precision");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("precision/ is there").flatten().map(|e| e.path()).collect();
    files.sort();
    println!("{:30} {:>5} {:>6} {:>6}", "rule", "read", "right", "share");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("readable");
        let verdicts: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).filter_map(verdict).collect();
        let right = verdicts.iter().filter(|verdict| **verdict == "right").count();
        let share = right as f64 / verdicts.len().max(1) as f64;
        let rule = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        println!("{rule:30} {:5} {right:6} {share:6.3}", verdicts.len());
    }
}

fn verdict(line: &str) -> Option<&str> {
    line.split('\t').nth(3)
}

/// An alarm: by what it is ordered, its text in lower case, and its line of the file.
type Alarm = (u64, String, String);

fn sample(rule: &str, count: usize, sources: &[&str]) {
    let is_wanted = |other: &Rule| other.name == rule || other.status == Status::Stable;
    let rules = catalog::built_in().into_iter().filter(is_wanted).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}", error.message));
    let mut drawn: BTreeMap<&str, std::vec::IntoIter<Alarm>> = BTreeMap::new();
    for source in sources {
        let (name, path) = source.split_once('=').expect("NAME=PATH");
        let mut alarms = alarms(&rules, rule, name, Path::new(path));
        alarms.sort();
        drawn.insert(name, alarms.into_iter());
    }
    let mut seen = BTreeSet::new();
    while seen.len() < count {
        let before = seen.len();
        for alarms in drawn.values_mut() {
            if let Some((_, text, line)) =
                alarms.find(|(_, text, _)| !seen.contains(text)).filter(|_| seen.len() < count)
            {
                seen.insert(text);
                println!("{line}");
            }
        }
        if seen.len() == before {
            break;
        }
    }
}

fn alarms(rules: &RuleSet, rule: &str, name: &str, path: &Path) -> Vec<Alarm> {
    let mut paths = Vec::new();
    gather(path, &mut paths);
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => Format::Markdown,
            Some("html") => Format::Html,
            _ => Format::Plain,
        };
        let found = Linter::new(rules).lint(&Source::new("", text.as_str()), format);
        out.extend(found.iter().filter(|found| found.rule == rule).map(|found| alarm(&text, name, found)));
    }
    out
}

fn alarm(text: &str, name: &str, found: &Diagnostic) -> Alarm {
    let word = one_line(found.span.of_text(text));
    let fix = found.fixes.first().and_then(|fix| fix.edits.first()).map_or(String::new(), |edit| one_line(&edit.text));
    let around = if name == UNQUOTED { String::new() } else { context(text, found) };
    let order = word
        .to_lowercase()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (order, word.to_lowercase(), format!("{word}\t{fix}\t{name}\t?\t\t{around}"))
}

/// A few words around a finding, markup left out.
fn context(text: &str, found: &Diagnostic) -> String {
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    let before = one_line(text[..start].rsplit('>').next().unwrap_or_default());
    let after = one_line(text[end..].split('<').next().unwrap_or_default());
    let each = (CONTEXT - 1) / 2;
    let mut left: Vec<&str> = before.split(' ').rev().take(each).collect();
    left.reverse();
    let right: Vec<&str> = after.split(' ').take(each).collect();
    let glue = |at: usize, side: &str| {
        if text[at..].starts_with(char::is_whitespace) { format!(" {side}") } else { side.to_owned() }
    };
    let left =
        if text[..start].ends_with(char::is_whitespace) { format!("{} ", left.join(" ")) } else { left.join(" ") };
    format!("{left}{}{}", one_line(found.span.of_text(text)), glue(end, &right.join(" "))).trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(path: &Path, out: &mut Vec<PathBuf>) {
    if let Ok(entries) = std::fs::read_dir(path) {
        entries.flatten().for_each(|entry| gather(&entry.path(), out));
    } else if path.extension().is_some_and(|extension| ["txt", "md", "html"].iter().any(|known| extension == *known)) {
        out.push(path.to_owned());
    }
}
