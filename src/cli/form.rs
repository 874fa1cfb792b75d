//! The reports that a plan asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::arguments::Format;
use super::configuration::Profile;
use super::plan::{Form, Plan};
use super::site::Pages;
use crate::report::{
    Checkstyle, Concise, Counts, CountsJson, Github, Gitlab, Json, Jsonl, Junit, Markdown, Palette, Rdjson, Rdjsonl,
    Report, Sarif, Terminal,
};
use crate::rule::{Lang, Rule, catalog};

/// The reports that `plan` asks for, about files that `profiles` govern: the one for its output first.
pub fn reports(plan: &Plan, lang: Lang, palette: Palette, profiles: &[Arc<Profile>]) -> Vec<Box<dyn Report>> {
    if let Some(place) = &plan.pages {
        return vec![Box::new(Pages::new(place.clone(), with_pages(profiles), lang))];
    }
    let first = Drawing { lang, palette, has_summary: !plan.is_quiet, profiles };
    let also = Drawing { palette: Palette::PLAIN, ..first };
    let mut reports = vec![match plan.form {
        Form::Counts => Box::new(Counts { lang, has_summary: first.has_summary }),
        Form::CountsJson => Box::new(CountsJson) as Box<dyn Report>,
        Form::Findings(format) => first.report(format),
    }];
    reports.extend(plan.reports.iter().map(|one| also.report(one.format)));
    reports
}

/// What reports about findings have in common.
#[derive(Clone, Copy)]
struct Drawing<'p> {
    lang: Lang,
    palette: Palette,
    has_summary: bool,
    profiles: &'p [Arc<Profile>],
}

impl Drawing<'_> {
    fn report(self, format: Format) -> Box<dyn Report> {
        let Self { lang, palette, has_summary, profiles } = self;
        match format {
            Format::Text => Box::new(Terminal { lang, palette, has_summary }),
            Format::Concise => Box::new(Concise),
            Format::Json => Box::new(Json),
            Format::Jsonl => Box::new(Jsonl),
            Format::Github => Box::new(Github),
            Format::Sarif => Box::new(Sarif { rules: with_pages(profiles), lang }),
            Format::Gitlab => Box::new(Gitlab),
            Format::Junit => Box::new(Junit),
            Format::Checkstyle => Box::new(Checkstyle),
            Format::Rdjson => Box::new(Rdjson),
            Format::Rdjsonl => Box::new(Rdjsonl),
            Format::Markdown => Box::new(Markdown { lang }),
        }
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
