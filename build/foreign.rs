//! Compiles lexicon/foreign.toml into two sorted tables.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FILE: &str = "lexicon/foreign.toml";

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Foreign {
    places: Vec<String>,
    verbs: BTreeMap<String, String>,
    terms: BTreeMap<String, String>,
}

/// Writes `foreign.rs` into `out`.
pub fn compile(out: &Path) {
    println!("cargo::rerun-if-changed={FILE}");
    let text = fs::read_to_string(FILE).expect("the file stands in lexicon/");
    let foreign: Foreign = toml::from_str(&text).unwrap_or_else(|error| panic!("{FILE}: {error}"));
    let stray = foreign.places.iter().find(|word| !foreign.verbs.contains_key(*word));
    assert!(stray.is_none(), "{FILE}: no verb: {stray:?}");
    let mut code = String::from("static VERBS: &[(&str, Verb)] = &[\n");
    for (word, stem) in &foreign.verbs {
        let is_place = foreign.places.contains(word);
        let _ = writeln!(code, "    ({word:?}, Verb {{ stem: {stem:?}, is_place: {is_place} }}),");
    }
    code.push_str("];\nstatic TERMS: &[(&str, &str)] = &[\n");
    for (word, own) in &foreign.terms {
        let _ = writeln!(code, "    ({word:?}, {own:?}),");
    }
    code.push_str("];\n");
    fs::write(out.join("foreign.rs"), code).expect("OUT_DIR can be written");
}
