//! The alarms that were read one by one: every file is well formed, and rules that are stable by it are right often enough.

use std::path::Path;

use saksama::rule::{Status, catalog};

/// The least share of right alarms, in hundredths, of a stable rule.
const LEAST: usize = 90;
/// Fewer alarms than this in all the texts say nothing of the share.
const ENOUGH: usize = 20;

#[test]
fn every_alarm_is_judged_and_stable_rules_are_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("precision");
    let rules = catalog::built_in();
    for entry in std::fs::read_dir(folder).expect("precision/ is there") {
        let path = entry.expect("readable").path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("UTF-8");
        let rule = rules.iter().find(|rule| rule.name == name).unwrap_or_else(|| panic!("no rule {name}"));
        let text = std::fs::read_to_string(&path).expect("readable");
        let (mut read, mut right) = (0, 0);
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [found, _, source, verdict, reason, context @ ..] = columns.as_slice() else { panic!("{line}") };
            assert!(!found.is_empty() && !reason.is_empty(), "{line}");
            assert!(["right", "wrong"].contains(verdict), "{line}");
            let words = context.iter().map(|context| context.split_whitespace().count()).sum::<usize>();
            assert!(words <= 8 && (*source != "dokumentasi" || words == 0), "{line}");
            read += 1;
            right += usize::from(*verdict == "right");
        }
        let is_proven = read < ENOUGH || right * 100 >= read * LEAST;
        assert!(read > 0 && (rule.status != Status::Stable || is_proven), "{name}: {right} of {read}");
    }
}
