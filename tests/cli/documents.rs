//! What the documents promise: flags, rules, kinds of check and settings that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

use crate::folder::Folder;

/// The documents that speak of the program to its users.
const DOCUMENTS: [&str; 15] = [
    "README.md",
    "README.id.md",
    "docs/ci/baseline.id.md",
    "docs/ci/baseline.md",
    "docs/ci/reports.id.md",
    "docs/ci/reports.md",
    "docs/json.md",
    "docs/configuration.md",
    "docs/konfigurasi.md",
    "docs/adding-a-rule.md",
    "docs/review.md",
    "docs/review.id.md",
    "docs/ci/report.md",
    "docs/ci/report.id.md",
    "CONTRIBUTING.md",
];

/// Flags of other programs that the documents name.
const FOREIGN_FLAGS: [&str; 12] = [
    "--site",
    "--bench",
    "--example",
    "--nocapture",
    "--release",
    "--path",
    "--test",
    "--show",
    "--all-targets",
    "--check",
    "--doc",
    "--no-deps",
];

/// The word files and the dictionary that examples name.
const WORD_FILES: [(&str, &str); 4] = [
    ("kamus/istilah.txt", "gawai\n"),
    ("words/terms.txt", "gawai\n"),
    ("kamus/id_ID.aff", "SET UTF-8\n"),
    ("kamus/id_ID.dic", "1\ngawai\n"),
];

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What the only group of `pattern` matches in `text`.
fn all<'t>(pattern: &str, text: &'t str) -> BTreeSet<&'t str> {
    let pattern = Regex::new(pattern).expect("written here");
    pattern.captures_iter(text).filter_map(|found| Some(found.get(1)?.as_str())).collect()
}

#[test]
fn every_flag_in_the_documents_is_there() {
    let folder = Folder::with(&[]);
    let commands =
        ["check", "review", "report", "explain", "rules", "init", "baseline", "config show", "config check", "man"];
    let help = commands.map(|command| folder.run(&format!("{command} --help")).stdout).concat();
    let known = all(r"(--[a-z][a-z-]+)", &help);
    for document in DOCUMENTS {
        let text = text(document);
        for flag in all(r"(?:^|[\s`(])(--[a-z][a-z-]+)", &text) {
            assert!(known.contains(flag) || FOREIGN_FLAGS.contains(&flag), "{document}: {flag}");
        }
    }
}

#[test]
fn every_flag_is_explained_in_indonesian_too() {
    let folder = Folder::with(&[]);
    let flags = |lang| folder.run(&format!("check --help --lang {lang}")).stdout;
    assert_eq!(all(r"\s(--[a-z][a-z-]+)", &flags("id")), all(r"\s(--[a-z][a-z-]+)", &flags("en")));
}

#[test]
fn every_kind_of_check_is_described() {
    let described = text("docs/adding-a-rule.md");
    let rules = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("the rules are there");
    for rule in rules {
        let rule = fs::read_to_string(rule.expect("readable").path()).expect("a text");
        for kind in all(r"(?m)^\[+check\.([a-z-]+)", &rule) {
            assert!(described.contains(&format!("`{kind}`")), "docs/adding-a-rule.md lacks `{kind}`");
        }
    }
}

#[test]
fn the_settings_that_init_proposes_are_right() {
    let commented = Regex::new(r#"^# ("?[a-z-]+"? = |\[)"#).expect("written here");
    for lang in ["id", "en"] {
        let folder = Folder::with(&[("a.md", "Rapat dimulai pukul sembilan.\n"), ("dasar.toml", "")]);
        WORD_FILES.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        folder.run(&format!("init --lang {lang}"));
        let proposed = folder.text("saksama.toml");
        let proposed: Vec<&str> = proposed
            .lines()
            .filter(|line| {
                !["# extends", "# rule-folders", "# dictionaries", "# hunspell"].iter().any(|key| line.starts_with(key))
            })
            .map(|line| if commented.is_match(line) { &line[2..] } else { line })
            .collect();
        assert!(proposed.iter().any(|line| line.starts_with("files = ")), "nothing was uncommented");
        folder.write("saksama.toml", proposed.join("\n").as_bytes());
        let report = folder.run("check");
        assert_eq!((report.code, report.stderr.as_str()), (0, ""), "{lang}");
    }
}

#[test]
fn the_worked_examples_of_the_configuration_are_right() {
    for document in ["docs/configuration.md", "docs/konfigurasi.md"] {
        let text = text(document);
        let from = text.find("    lang = ").expect("the example");
        let example: String = text[from..]
            .lines()
            .take_while(|line| line.is_empty() || line.starts_with("    "))
            .filter(|line| {
                !["extends", "rule-folders", "dictionaries", "hunspell", "baseline"]
                    .iter()
                    .any(|key| line.contains(&format!("{key} =")))
            })
            .fold(String::new(), |all, line| all + line.trim_start() + "\n");
        let folder = Folder::with(&[("a.md", "Rapat dimulai pukul sembilan.\n"), ("saksama.toml", &example)]);
        WORD_FILES.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        let report = folder.run("check");
        assert_eq!((report.code, report.stderr.as_str()), (0, ""), "{document}: {example}");
    }
}
