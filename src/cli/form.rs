//! The report that a plan asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arguments::Format;
use super::configuration::Profile;
use super::plan::{Form, Plan};
use super::site::Pages;
use crate::report::{Concise, Counts, CountsJson, Github, Json, Jsonl, Palette, Report, Sarif, Terminal};
use crate::rule::{Lang, Rule, catalog};

/// The report that `plan` asks for, about files that `profiles` govern.
pub fn report(plan: &Plan, lang: Lang, palette: Palette, profiles: &[Arc<Profile>]) -> Box<dyn Report> {
    if let Some(place) = &plan.pages {
        return Box::new(Pages::new(place.clone(), with_pages(profiles), lang));
    }
    let has_summary = !plan.is_quiet;
    match plan.form {
        Form::Counts => Box::new(Counts { lang, has_summary }),
        Form::CountsJson => Box::new(CountsJson),
        Form::Findings(Format::Text) => Box::new(Terminal { lang, palette, has_summary }),
        Form::Findings(Format::Concise) => Box::new(Concise),
        Form::Findings(Format::Json) => Box::new(Json),
        Form::Findings(Format::Jsonl) => Box::new(Jsonl),
        Form::Findings(Format::Github) => Box::new(Github),
        Form::Findings(Format::Sarif) => Box::new(Sarif { rules: with_pages(profiles), lang }),
    }
}

/// All rules of `profiles`, sorted by name, with the explanations that linting does without.
fn with_pages(profiles: &[Arc<Profile>]) -> Vec<Rule> {
    let mut rules: BTreeMap<&str, &Rule> = BTreeMap::new();
    for rule in profiles.iter().flat_map(|profile| profile.rules.rules()) {
        rules.entry(&rule.name).or_insert(rule);
    }
    let with_page = |rule: &Rule| {
        let mut rule = rule.clone();
        if let Some(page) = catalog::whole(&rule.name).filter(|_| rule.explanation.is_empty()) {
            rule.explanation = page.explanation;
            rule.en.explanation = page.en.explanation;
        }
        rule
    };
    rules.into_values().map(with_page).collect()
}
