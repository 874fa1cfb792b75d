//! The records: one file of judged alarms for every rule, and how many alarms there were.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use saksama::diagnostic::Severity;
use saksama::rule::catalog;

use super::alarm::Alarm;

/// How a file that this command wrote begins.
const HEAD: &str =
    "# Alarms drawn by `precision draw`, each read and judged: right, an editor would change it; wrong, it may stand.
# Texts and licences: precision/texts.tsv. Texts that are not quoted have a hash of the words around.
# found\tsuggestion\ttext\tverdict\treason\tcontext
";

/// Writes the alarms of `rule`, with the verdicts that are there already.
pub fn write(path: &Path, rule: &str, alarms: &[Alarm]) {
    let old = std::fs::read_to_string(path).unwrap_or_default();
    if !old.is_empty() && !old.starts_with(HEAD) {
        return;
    }
    if alarms.is_empty() {
        let _no_file = std::fs::remove_file(path);
        return;
    }
    let judged: BTreeMap<[&str; 4], [&str; 2]> = old.lines().filter_map(verdict).collect();
    let mut out = HEAD.to_owned();
    for (number, alarm) in alarms.iter().enumerate() {
        let [verdict, reason] = judged.get(&alarm.key()).copied().unwrap_or(["?", ""]);
        let Alarm { found, written, text, context, around, .. } = alarm;
        let _infallible = writeln!(out, "{found}\t{written}\t{text}\t{verdict}\t{reason}\t{context}");
        if verdict == "?" {
            println!("{rule} {number}\t{text}\t{around}");
        }
    }
    std::fs::write(path, out).expect("precision/ can be written");
}

fn verdict(line: &str) -> Option<([&str; 4], [&str; 2])> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [found, written, text, verdict, reason, context] = columns.as_slice() else { return None };
    let is_judged = !line.starts_with('#') && *verdict != "?";
    is_judged.then_some(([*text, *found, *written, *context], [*verdict, *reason]))
}

/// Writes how many alarms every rule gave.
pub fn write_counts(path: &Path, found: &BTreeMap<String, Vec<Alarm>>) {
    let mut out =
        "# Alarms in all texts, by rule, those with the same words around counted once.\n# rule\talarms\n".to_owned();
    for rule in catalog::names() {
        let _infallible = writeln!(out, "{rule}\t{}", found.get(rule).map_or(0, Vec::len));
    }
    std::fs::write(path, out).expect("precision/ can be written");
}

/// How a file with every alarm of a text begins.
const EVERY: &str = "# Every alarm of the stable rules in one text, each read and judged; written by `precision every`.
# rule\tseverity\thash of the words around\tverdict\treason
";

/// How many alarms of a text are right.
#[derive(Default)]
pub struct Tally {
    words: usize,
    errors: [usize; 2],
    all: [usize; 2],
    open: usize,
}

impl std::fmt::Display for Tally {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { words, errors: [errors, right], all: [all, all_right], open } = *self;
        let share = right as f64 * 100.0 / errors.max(1) as f64;
        let wrong = (all - all_right) as f64 * 1000.0 / words.max(1) as f64;
        write!(
            formatter,
            "{words} words, {all} alarms, {open} not judged; {right} of {errors} errors right ({share:.1} %); \
             {wrong:.2} wrong alarms in 1,000 words"
        )
    }
}

/// Writes every alarm of a text, with the verdicts that are there already.
pub fn write_every(path: &Path, words: usize, found: &BTreeMap<String, Vec<Alarm>>) -> Tally {
    let old = std::fs::read_to_string(path).unwrap_or_default();
    let columns = old.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
    let judged: BTreeMap<[&str; 2], [&str; 2]> = columns
        .filter_map(|line| match line.as_slice() {
            &[rule, _, hash, verdict, reason] if verdict != "?" => Some(([rule, hash], [verdict, reason])),
            _ => None,
        })
        .collect();
    let (mut out, mut tally) = (EVERY.to_owned(), Tally { words, ..Tally::default() });
    for (rule, alarm) in found.iter().flat_map(|(rule, alarms)| alarms.iter().map(move |alarm| (rule, alarm))) {
        let [verdict, reason] = judged.get(&[rule.as_str(), &alarm.context]).copied().unwrap_or(["?", ""]);
        let _infallible = writeln!(out, "{rule}\t{}\t{}\t{verdict}\t{reason}", alarm.severity.name(), alarm.context);
        let counts = [1, usize::from(verdict == "right")];
        tally.all = [tally.all[0] + counts[0], tally.all[1] + counts[1]];
        if alarm.severity == Severity::Error {
            tally.errors = [tally.errors[0] + counts[0], tally.errors[1] + counts[1]];
        }
        if verdict == "?" {
            tally.open += 1;
            println!("{rule} {}\t{}\t{}", alarm.severity.name(), alarm.context, alarm.around);
        }
    }
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("precision/ can be written");
    std::fs::write(path, out).expect("precision/ can be written");
    tally
}
