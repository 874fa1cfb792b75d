//! The pages in docs/rules/ say what the rules say.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[path = "../build/profiles.rs"]
mod profiles;

use saksama::report::{Palette, index_markdown, page, rule_markdown, rules_json};
use saksama::rule::{Lang, Rule, catalog, precision};

#[test]
fn pages_are_those_of_the_rules() {
    let rules: Vec<Rule> = catalog::names().filter_map(catalog::whole).collect();
    for (folder, lang) in [("id", Lang::Id), ("en", Lang::En)] {
        let mut expected: BTreeMap<String, String> = BTreeMap::new();
        for rule in &rules {
            let toml = catalog::toml_of(&rule.name).expect("the rule is built in");
            expected.insert(format!("{}.md", rule.name), rule_markdown(rule, toml, lang));
        }
        expected.insert("README.md".to_owned(), index_markdown(&rules, lang));
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules").join(folder);
        let mut found = BTreeMap::new();
        for entry in fs::read_dir(&folder).expect("the folder of the pages").flatten() {
            let text = fs::read_to_string(entry.path()).expect("a page");
            found.insert(entry.file_name().to_string_lossy().into_owned(), text.replace("\r\n", "\n"));
        }
        let differs = |name: &&String| expected.get(*name) != found.get(*name);
        let names: Vec<_> = expected.keys().chain(found.keys()).filter(differs).collect();
        assert!(names.is_empty(), "run `cargo run --example rule_pages`: {names:?}");
    }
}

#[test]
fn the_page_on_profiles_is_that_of_their_data() {
    for lang in [Lang::Id, Lang::En] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(profiles::file(lang));
        let found = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(found == profiles::page(lang), "run `cargo run --example rule_pages`: {}", path.display());
    }
}

#[test]
fn a_page_shows_norm_examples_and_options() {
    let rule = catalog::whole("di-terpisah").expect("the rule is built in");
    let toml = catalog::toml_of("di-terpisah").expect("the rule is built in");
    let page = rule_markdown(&rule, toml, Lang::En);
    for part in [
        "# di-terpisah\n\nThe prefix di-",
        "| severity | error |",
        "| norm | EYD V",
        "| precision | ",
        "```text\n✗ Rapat «di mulai» pukul sembilan.\n✓ Rapat dimulai pukul sembilan.\n```\n",
        "\nprefixes = [\"di\"]\n",
        "[rules.di-terpisah]\nseverity = \"error\"\n\n[rules.di-terpisah.check.detached-prefix]\n",
    ] {
        assert!(page.contains(part), "{part}\n---\n{page}");
    }
}

#[test]
fn page_terminal_and_list_show_the_same_precision() {
    let rule = catalog::whole("merubah").expect("the rule is built in");
    let found = precision::of("merubah").expect("it was measured");
    let toml = catalog::toml_of("merubah").expect("the rule is built in");
    for (lang, figure) in [
        (Lang::Id, format!("({} dari {} yang dibaca tepat;", found.right, found.judged)),
        (Lang::En, format!("({} of {} that were read are right;", found.right, found.judged)),
    ] {
        assert!(rule_markdown(&rule, toml, lang).contains(&figure), "{figure}");
        assert!(page(&rule, lang, Palette::PLAIN).contains(&figure), "{figure}");
    }
    let list: serde_json::Value = serde_json::from_str(&rules_json(&[rule])).expect("JSON");
    let line = &list["rules"][0];
    assert_eq!(line["precision"]["judged"], found.judged);
    assert_eq!(line["precision"]["right"], found.right);
    assert_eq!(line["precision"]["words"], precision::words());
    assert!(line["examples"].as_array().is_some_and(|examples| examples.len() > 5));
    assert!(line["options"]["check"].is_object() && line["message"]["en"].is_string());
}
