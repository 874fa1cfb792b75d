//! How often the rules are right in natural text, from alarms that were read one by one: `precision/RULE.tsv`.
//!
//! `cargo run --release --example precision` prints the share of every rule, and what its status asks for.
//!
//! `cargo run --release --example precision -- draw NAME=PATH...` lints the texts of `precision/texts.tsv` at their PATHs (a file,
//! or a folder of `.txt`, `.md` and `.html` files), counts words and alarms (`precision/alarms.tsv`), and draws up to fifty alarms
//! of every rule, always the same ones, into `precision/RULE.tsv`. Those that were judged before keep their verdicts, the others
//! are marked `?` and printed with the words around them, to be judged. Files drawn in another way are left as they are, and a
//! rule that is not stable has none until one is begun (an empty file will do).
//!
//! `cargo run --release --example precision -- every NAME=PATH` does the same with every alarm of the stable rules in one text,
//! `precision/every/NAME.tsv`, and prints how many errors are right and how many alarms are wrong in a thousand words.
//!
//! `precision/README.md` says where the texts come from.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use saksama::rule::{Status, catalog, precision};

#[path = "precision/alarm.rs"]
mod alarm;
#[path = "precision/record.rs"]
mod record;
#[path = "precision/texts.rs"]
mod texts;

use alarm::Alarm;
use texts::Text;

/// At most so many alarms of a rule are drawn.
const MOST: usize = 50;
/// At most so many of them find the same words, as long as there are others.
const ALIKE: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => report(),
        ["draw", sources @ ..] => draw(sources),
        ["every", source] => every(source),
        _ => eprintln!("precision | precision draw NAME=PATH... | precision every NAME=PATH"),
    }
}

/// The folder of the records.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("precision")
}

fn report() {
    println!(
        "{:28} {:8} {:8} {:>6} {:>5} {:>5} {:>6}",
        "rule", "severity", "status", "alarms", "read", "right", "share"
    );
    for rule in catalog::built_in() {
        let (severity, status) = (rule.severity.name(), rule.status.name());
        let Some(found) = precision::of(&rule.name) else {
            println!("{:28} {severity:8} {status:8}  no record", rule.name);
            continue;
        };
        let is_proven = found.is_proven(rule.severity);
        let note = match (rule.status == Status::Stable, is_proven) {
            (true, false) => "  not proven",
            (false, true) => "  proven",
            _ => "",
        };
        let share = found.share().map_or_else(|| "-".to_owned(), |share| format!("{share:.3}"));
        let precision::Precision { alarms, judged, right, .. } = found;
        println!("{:28} {severity:8} {status:8} {alarms:6} {judged:5} {right:5} {share:>6}{note}", rule.name);
    }
    println!("{} words", precision::words());
}

fn draw(sources: &[&str]) {
    let mut texts = texts::read(&folder().join("texts.tsv"));
    let mut found: BTreeMap<String, Vec<Alarm>> = BTreeMap::new();
    for source in sources {
        let (name, path) = source.split_once('=').expect("NAME=PATH");
        let text = texts.iter_mut().find(|text| text.name == name).expect("a text of precision/texts.tsv");
        text.words = alarm::gather(text, Path::new(path), &mut found);
    }
    found.values_mut().for_each(unite);
    texts::write(&folder().join("texts.tsv"), &texts);
    record::write_counts(&folder().join("alarms.tsv"), &found);
    for rule in catalog::built_in() {
        let path = folder().join(format!("{}.tsv", rule.name));
        if rule.status == Status::Stable || path.exists() {
            let alarms = found.remove(&rule.name).unwrap_or_default();
            record::write(&path, &rule.name, &drawn(alarms, &texts));
        }
    }
}

fn every(source: &str) {
    let texts = texts::read(&folder().join("texts.tsv"));
    let (name, path) = source.split_once('=').expect("NAME=PATH");
    let text = texts.iter().find(|text| text.name == name).expect("a text of precision/texts.tsv");
    let mut found = BTreeMap::new();
    let words = alarm::gather(text, Path::new(path), &mut found);
    let is_stable =
        |rule: &str| catalog::built_in().iter().any(|known| known.name == rule && known.status == Status::Stable);
    found.retain(|rule, _| is_stable(rule));
    found.values_mut().for_each(unite);
    let tally = record::write_every(&folder().join("every").join(format!("{name}.tsv")), words, &found);
    println!("{tally}");
}

/// Brings the alarms into the order of the draw; of those with the same words around, one stays.
fn unite(alarms: &mut Vec<Alarm>) {
    alarms.sort_by(|a, b| (a.order, a.key()).cmp(&(b.order, b.key())));
    alarms.dedup_by(|a, b| a.key() == b.key());
}

/// The alarms to be read, in turn from every text.
fn drawn(mut alarms: Vec<Alarm>, texts: &[Text]) -> Vec<Alarm> {
    let (mut out, mut spare): (Vec<Alarm>, Vec<Alarm>) = (Vec::new(), Vec::new());
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    let mut sources: Vec<_> = texts
        .iter()
        .map(|text| alarms.extract_if(.., |alarm| alarm.text == text.name).collect::<Vec<_>>().into_iter())
        .collect();
    while sources.iter().any(|source| source.len() > 0) {
        for alarm in sources.iter_mut().filter_map(Iterator::next) {
            let met = alike.entry(alarm.found.to_lowercase()).or_default();
            *met += 1;
            if *met <= ALIKE { out.push(alarm) } else { spare.push(alarm) }
        }
    }
    out.extend(spare);
    out.truncate(MOST);
    out
}
