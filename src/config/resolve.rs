//! Which rules are on, and how, when all layers and the command line have spoken.

use super::catalog::{ALL, Catalog, REJECTED, means};
use super::genre;
use super::layer::{Rejected, RuleSetting, Settings, Switch};
use super::mistake::Mistake;
use super::overlay;
use crate::diagnostic::Severity;
use crate::rule::{Group, Lang, Quotation, Rule, Status};
use crate::text::Span;

/// What the command line asks for; names are of rules, groups, or `semua`.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Only these: a rule, or all of them, whatever its status; of a group those that are on. All that are on when empty.
    pub select: Vec<String>,
    /// None of these.
    pub ignore: Vec<String>,
    /// Also rules that have not proved themselves.
    pub preview: bool,
    /// The profile that the layers lie on, instead of the one they name.
    pub profile: Option<String>,
}

/// What holds for a file.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// The rules to run.
    pub rules: Vec<Rule>,
    /// Words, lower case, in which no rule finds anything.
    pub accept: Vec<String>,
    /// Rules whose tables do not fit together over several layers, with what is wrong.
    pub unfit: Vec<(String, String)>,
}

/// Lays a profile, `layers`, the lowest first, and the command line over the rules of `catalog`.
///
/// The profile is that of the command line or of the uppermost layer that names one; it lies below all layers.
/// A layer speaks of all rules first, then of groups, then of rules, so that the order of its lines does not matter.
pub fn resolve(catalog: &Catalog, layers: &[&Settings], wishes: &Wishes) -> Resolved {
    let said = || layers.iter().rev();
    let profile = wishes.profile.as_deref().or_else(|| said().find_map(|layer| layer.profile.as_deref()));
    let genre = profile.and_then(|name| genre::settings(name, catalog));
    let layers: Vec<&Settings> = genre.iter().chain(layers.iter().copied()).collect();
    let layers = layers.as_slice();
    let quotation = layers.iter().rev().find_map(|layer| layer.quotation);
    let preview = wishes.preview || layers.iter().rev().find_map(|layer| layer.preview).unwrap_or(false);
    let (accept, reject) = words(layers);
    let mut out = Resolved { accept, ..Resolved::default() };
    for rule in catalog.rules() {
        let fate = Fate { quotation, ..Fate::of(&rule.name, rule.group, layers) };
        let by_status = match rule.status {
            Status::Stable => true,
            Status::Preview => preview || catalog.is_own(&rule.name),
            Status::Optional => false,
        };
        if fate.is_on(&rule.name, rule.group, wishes, by_status) {
            out.add(catalog, &rule.name, Some(rule), fate);
        }
    }
    let mut fate = Fate::of(REJECTED, Group::Kata, layers);
    if !reject.is_empty() && fate.is_on(REJECTED, Group::Kata, wishes, true) {
        overlay::lay(&mut fate.table, &phrases(&reject));
        out.add(catalog, REJECTED, None, fate);
    }
    out
}

/// The mistakes of a list of names, as the command line gives it: joined with commas.
pub fn unknown_names(catalog: &Catalog, names: &[String], lang: Lang) -> Vec<Mistake> {
    let known = catalog.names();
    let mut at = 0;
    let mut mistakes = Vec::new();
    for name in names {
        let span = Span::of(at..at + name.len());
        at += name.len() + 1;
        if !known.contains(&name.as_str()) {
            let message = match lang {
                Lang::Id => format!("tidak ada aturan `{name}`"),
                Lang::En => format!("there is no rule `{name}`"),
            };
            mistakes.push(Mistake::new(span, message).meaning(lang, name, known.iter().copied()));
        }
    }
    mistakes
}

impl Resolved {
    fn add(&mut self, catalog: &Catalog, name: &str, ready: Option<&Rule>, fate: Fate) {
        let made = match ready {
            Some(rule) if fate.table.is_empty() => Ok(rule.clone()),
            _ => overlay::rule(name, catalog.text_of(name).unwrap_or_default(), &fate.table),
        };
        let made = made.map_err(|error| error.message().to_owned());
        // What comes with the program has been tried.
        let is_tried = fate.table.is_empty() && !catalog.is_own(name);
        match made.and_then(|rule| if is_tried { Ok(rule) } else { rule.check.verify().map(|()| rule) }) {
            Ok(mut rule) => {
                rule.severity = fate.severity.unwrap_or(rule.severity);
                let own = rule.quotation == Quotation::Count || fate.table.contains_key("quotation");
                rule.quotation = fate.quotation.filter(|_| !own).unwrap_or(rule.quotation);
                self.rules.push(rule);
            }
            Err(error) => self.unfit.push((name.to_owned(), error)),
        }
    }
}

/// What the layers say of one rule.
#[derive(Default)]
struct Fate {
    /// Whether it is on; by its status when nothing is said.
    on: Option<bool>,
    severity: Option<Severity>,
    /// What is said of quotations for all rules.
    quotation: Option<Quotation>,
    table: toml::Table,
}

impl Fate {
    fn of(name: &str, group: Group, layers: &[&Settings]) -> Self {
        let mut fate = Self::default();
        for layer in layers {
            let mut said: Vec<&RuleSetting> =
                layer.rules.iter().filter(|setting| means(&setting.name, name, group)).collect();
            said.sort_by_key(|setting| (setting.name == name, setting.name == group.name()));
            for setting in said {
                fate.hear(&setting.switch, setting.name == name);
            }
        }
        fate
    }

    fn hear(&mut self, switch: &Switch, by_name: bool) {
        match switch {
            Switch::Off => self.on = Some(false),
            Switch::On => self.on = Some(true),
            Switch::Severity(severity) => {
                self.severity = Some(*severity);
                self.on = by_name.then_some(true);
            }
            Switch::Table(table) => {
                self.on = Some(true);
                if table.contains_key("severity") {
                    self.severity = None;
                }
                overlay::lay(&mut self.table, table);
            }
        }
    }

    fn is_on(&self, name: &str, group: Group, wishes: &Wishes, by_status: bool) -> bool {
        let is_in = |names: &[String]| names.iter().any(|meant| means(meant, name, group));
        if is_in(&wishes.ignore) {
            return false;
        }
        let is_named = wishes.select.iter().any(|meant| meant == name || ALL.contains(&meant.as_str()));
        is_named || ((wishes.select.is_empty() || is_in(&wishes.select)) && self.on.unwrap_or(by_status))
    }
}

/// The words accepted and rejected; what a later layer says of a word holds.
fn words(layers: &[&Settings]) -> (Vec<String>, Vec<Rejected>) {
    let mut accept: Vec<String> = Vec::new();
    let mut reject: Vec<Rejected> = Vec::new();
    for layer in layers {
        reject.retain(|word| !layer.accept.contains(&word.wrong));
        for word in &layer.reject {
            accept.retain(|accepted| *accepted != word.wrong);
            reject.retain(|rejected| rejected.wrong != word.wrong);
            reject.push(word.clone());
        }
        accept.extend(layer.accept.iter().cloned());
    }
    accept.sort();
    accept.dedup();
    (accept, reject)
}

/// The check for rejected words.
fn phrases(reject: &[Rejected]) -> toml::Table {
    let list = |words: &[String]| toml::Value::Array(words.iter().cloned().map(toml::Value::String).collect());
    let words: toml::Table = reject.iter().map(|word| (word.wrong.clone(), list(&word.right))).collect();
    let table = |key: &str, inner| toml::Table::from_iter([(key.to_owned(), toml::Value::Table(inner))]);
    table("check", table("phrase", table("words", words)))
}
