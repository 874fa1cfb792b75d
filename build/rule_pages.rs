//! Writes the pages of all built-in rules, their indexes and the page on profiles, in both languages, and removes pages of rules that are gone.
//!
//! `cargo run --example rule_pages` writes them into docs/rules/ and docs/.

use std::fs;
use std::io;
use std::path::Path;

#[path = "profiles.rs"]
mod profiles;

use saksama::report::{index_markdown, rule_markdown};
use saksama::rule::{Lang, Rule, catalog};

fn main() -> io::Result<()> {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    for (folder, lang) in [("id", Lang::Id), ("en", Lang::En)] {
        let folder = docs.join(folder);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let rules: Vec<Rule> = catalog::names().filter_map(catalog::whole).collect();
        for rule in &rules {
            let toml = catalog::toml_of(&rule.name).unwrap_or_default();
            fs::write(folder.join(format!("{}.md", rule.name)), rule_markdown(rule, toml, lang))?;
        }
        fs::write(folder.join("README.md"), index_markdown(&rules, lang))?;
        fs::write(folder.join("../..").join(profiles::file(lang)), profiles::page(lang))?;
    }
    Ok(())
}
