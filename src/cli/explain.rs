//! The commands that show rules: `explain` and `rules`.

use std::path::Path;

use super::arguments::ListFormat;
use super::check::unwritten;
use super::configuration::{Choice, CommandLine, Configurations, Problem, known_profile};
use super::outcome::{Outcome, Stop};
use super::output::{Output, say};
use crate::config::{self, Catalog, Wishes};
use crate::report::{Palette, page, rules_json, rules_table, visible};
use crate::rule::{Lang, Rule, catalog};
use crate::text::nearest;

/// Shows the page of the rule `name`: one that comes with the program, or one that is on in this folder.
///
/// # Errors
/// When the configuration of this folder is wrong or standard output cannot be written.
pub fn explain(name: &str, lang: Lang, palette: Palette) -> Result<Outcome, Stop> {
    if let Some(rule) = catalog::whole(name) {
        return Ok(print(&page(&rule, lang, palette), lang)?);
    }
    let configurations = Configurations::new(Choice::Nearest, CommandLine::default());
    let profile = configurations.profile(Path::new("saksama.md"))?;
    if let Some(rule) = profile.rules.rules().iter().find(|rule| rule.name == name) {
        return Ok(print(&page(rule, lang, palette), lang)?);
    }
    say(&unknown(name, profile.rules.rules(), lang));
    Ok(Outcome::Impossible)
}

/// Lists all rules, or those that are on in a profile, as severe as there.
///
/// # Errors
/// When there is no such profile or standard output cannot be written.
pub fn rules(format: ListFormat, profile: Option<&str>, lang: Lang, palette: Palette) -> Result<Outcome, Stop> {
    let rules = match profile {
        Some(profile) => rules_of(profile, lang)?,
        None => catalog::names().filter_map(catalog::whole).collect(),
    };
    let list = match format {
        ListFormat::Text => rules_table(&rules, lang, palette),
        ListFormat::Json => rules_json(&rules),
    };
    Ok(print(&list, lang)?)
}

/// The rules that are on in `profile`, with their explanations.
fn rules_of(profile: &str, lang: Lang) -> Result<Vec<Rule>, Problem> {
    known_profile(profile, lang)?;
    let wishes = Wishes { profile: Some(profile.to_owned()), ..Wishes::default() };
    let resolved = config::resolve(&Catalog::built_in(), &[], &wishes).rules.into_iter();
    let whole = |rule: Rule| Some(Rule { severity: rule.severity, ..catalog::whole(&rule.name)? });
    Ok(resolved.filter_map(whole).collect())
}

fn unknown(name: &str, own: &[Rule], lang: Lang) -> String {
    let mut names: Vec<&str> = catalog::names().collect();
    names.extend(own.iter().map(|rule| rule.name.as_str()));
    let near = nearest(name, names);
    let name = visible(name);
    match (lang, near) {
        (Lang::Id, Some(near)) => format!("saksama: tidak ada aturan “{name}”; mungkin maksud Anda {near}?"),
        (Lang::Id, None) => format!("saksama: tidak ada aturan “{name}”; semua aturan: saksama rules"),
        (Lang::En, Some(near)) => format!("saksama: there is no rule “{name}”; did you mean {near}?"),
        (Lang::En, None) => format!("saksama: there is no rule “{name}”; all rules: saksama rules"),
    }
}

fn print(text: &str, lang: Lang) -> anyhow::Result<Outcome> {
    let mut output = Output::stdout();
    output.write(text.as_bytes()).and_then(|()| output.flush()).map_err(|error| unwritten(&error, lang))?;
    Ok(Outcome::Clean)
}
