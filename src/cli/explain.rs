//! The commands that show rules: `explain` and `rules`.

use anyhow::Context as _;

use super::arguments::ListFormat;
use super::outcome::Outcome;
use super::output::{Output, say};
use super::suggest::nearest;
use crate::report::{Palette, page, rules_json, rules_table, visible};
use crate::rule::{Lang, Rule, catalog};

/// Shows the page of the rule `name`.
///
/// # Errors
/// When standard output cannot be written.
pub fn explain(name: &str, lang: Lang, palette: Palette) -> anyhow::Result<Outcome> {
    match catalog::whole(name) {
        Some(rule) => print(&page(&rule, lang, palette)),
        None => {
            say(&unknown(name, lang));
            Ok(Outcome::Impossible)
        }
    }
}

/// Lists all rules.
///
/// # Errors
/// When standard output cannot be written.
pub fn rules(format: ListFormat, lang: Lang, palette: Palette) -> anyhow::Result<Outcome> {
    print(&match format {
        ListFormat::Text => rules_table(&catalog::built_in(), lang, palette),
        ListFormat::Json => rules_json(&catalog::names().filter_map(catalog::whole).collect::<Vec<Rule>>()),
    })
}

fn unknown(name: &str, lang: Lang) -> String {
    let near = nearest(name, catalog::names());
    let name = visible(name);
    match (lang, near) {
        (Lang::Id, Some(near)) => format!("saksama: tidak ada aturan “{name}”; mungkin maksud Anda {near}?"),
        (Lang::Id, None) => format!("saksama: tidak ada aturan “{name}”; semua aturan: saksama rules"),
        (Lang::En, Some(near)) => format!("saksama: there is no rule “{name}”; did you mean {near}?"),
        (Lang::En, None) => format!("saksama: there is no rule “{name}”; all rules: saksama rules"),
    }
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut output = Output::stdout();
    output.write(text.as_bytes()).and_then(|()| output.flush()).context("standard output")?;
    Ok(Outcome::Clean)
}
