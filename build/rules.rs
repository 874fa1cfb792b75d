//! Turns `rules/*.toml` into what the program embeds.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The parts of a rule that linting never reads.
const COLD: [&str; 2] = ["explanation", "example"];

/// Writes `rule_files.rs` (every file, whole) and `rules.json` (every rule without its cold parts) into `out`.
pub fn compile(out: &Path) {
    println!("cargo::rerun-if-changed=rules");
    let mut paths: Vec<_> = fs::read_dir("rules")
        .expect("the folder rules stands beside Cargo.toml")
        .map(|entry| entry.expect("the folder rules can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort_by_key(|path| path.file_stem().map(ToOwned::to_owned));
    let mut files = String::from("&[\n");
    let mut compact = Vec::new();
    for path in &paths {
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a rule's name is ASCII");
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let whole = fs::canonicalize(path).expect("the file was just read");
        writeln!(files, "({name:?}, include_str!({whole:?})),").expect("writing to a string");
        compact.push(without_cold_parts(name, table));
    }
    files.push_str("]\n");
    fs::write(out.join("rule_files.rs"), files).expect("OUT_DIR can be written");
    let json = serde_json::to_vec(&compact).expect("TOML values are JSON values");
    fs::write(out.join("rules.json"), json).expect("OUT_DIR can be written");
}

fn without_cold_parts(name: &str, mut rule: toml::Table) -> toml::Table {
    for key in COLD {
        rule.remove(key);
        if let Some(toml::Value::Table(english)) = rule.get_mut("en") {
            english.remove(key);
        }
    }
    rule.insert("name".to_owned(), name.into());
    rule
}
