//! Compiles lexicon/nonstandard/ into a list of the wrong spellings and a table of what they stand for.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::listed;

const FOLDER: &str = "lexicon/nonstandard";

/// One family, as its file has it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Family {
    /// Why the right spelling is right, to follow a colon: in Indonesian and English.
    reason: [String; 2],
    /// Words that are found only as they stand and with clitics.
    #[serde(default)]
    whole: Vec<String>,
    /// By the rule that finds them: from wrong to right.
    words: BTreeMap<String, BTreeMap<String, Right>>,
}

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Right {
    One(String),
    Many(Vec<String>),
}

/// Writes the list `nonstandard` (from wrong spelling to number) and `nonstandard.rs` (the tables) into `out`.
pub fn compile(out: &Path) {
    let mut paths: Vec<PathBuf> = fs::read_dir(FOLDER)
        .expect("the folder stands beside Cargo.toml")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    let mut pairs: BTreeMap<String, String> = BTreeMap::new();
    let (mut reasons, mut rules) = (String::new(), Vec::new());
    for (number, path) in paths.iter().enumerate() {
        let place = path.display();
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{place}: {error}"));
        let family: Family = toml::from_str(&text).unwrap_or_else(|error| panic!("{place}: {error}"));
        let _ = writeln!(reasons, "    {:?},", family.reason);
        let mut unused = family.whole.clone();
        for (rule, words) in family.words {
            let rule = number_of(&mut rules, rule);
            for (wrong, right) in words {
                let right = match right {
                    Right::One(right) => vec![right],
                    Right::Many(rights) => rights,
                };
                assert!(!right.contains(&wrong), "{place}: {wrong} stands for itself");
                unused.retain(|word| *word != wrong);
                let whole = family.whole.contains(&wrong);
                let pair = format!("Pair {{ right: &{right:?}, rule: {rule}, family: {number}, whole: {whole} }}");
                assert!(pairs.insert(wrong.clone(), pair).is_none(), "{place}: {wrong} stands twice");
            }
        }
        assert!(unused.is_empty(), "{place}: no word of the family: {unused:?}");
    }
    write(out, &pairs, &reasons, &rules);
}

fn number_of(rules: &mut Vec<String>, rule: String) -> usize {
    rules.iter().position(|known| *known == rule).unwrap_or_else(|| {
        rules.push(rule);
        rules.len() - 1
    })
}

fn write(out: &Path, pairs: &BTreeMap<String, String>, reasons: &str, rules: &[String]) {
    let numbers = (0..).zip(pairs.keys()).map(|(number, wrong)| (wrong.clone(), number));
    listed::write(out, "nonstandard", &numbers.collect());
    let mut code = String::from("static PAIRS: &[Pair] = &[\n");
    for pair in pairs.values() {
        let _ = writeln!(code, "    {pair},");
    }
    let _ = writeln!(code, "];\nstatic REASONS: &[[&str; 2]] = &[\n{reasons}];\nstatic RULES: &[&str] = &{rules:?};");
    fs::write(out.join("nonstandard.rs"), code).expect("OUT_DIR can be written");
}
