//! The records: one file of judged alarms for every rule, and how many alarms there were.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

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
    let judged: BTreeMap<[&str; 3], [&str; 2]> = old.lines().filter_map(verdict).collect();
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

fn verdict(line: &str) -> Option<([&str; 3], [&str; 2])> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [found, _, text, verdict, reason, context] = columns.as_slice() else { return None };
    let is_judged = !line.starts_with('#') && *verdict != "?";
    is_judged.then_some(([*text, *found, *context], [*verdict, *reason]))
}

/// Writes how many alarms every rule gave.
pub fn write_counts(path: &Path, found: &BTreeMap<String, Vec<Alarm>>) {
    let mut out = "# Alarms in all texts, by rule, those with the same words around counted once; a rule that is not here gave none.\n# rule\talarms\n".to_owned();
    for (rule, alarms) in found {
        let _infallible = writeln!(out, "{rule}\t{}", alarms.len());
    }
    std::fs::write(path, out).expect("precision/ can be written");
}
