//! Tables laid over a rule's own.

use std::ops::Range;

use serde::Deserialize as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::mistake::of_toml;
use super::reader::{Reader, Value, entries};
use crate::rule::Rule;
use crate::text::Span;

/// The keys of a rule file that a configuration may set.
const KEYS: [&str; 12] = [
    "check",
    "en",
    "explanation",
    "fix",
    "group",
    "message",
    "quotation",
    "replaces",
    "severity",
    "source",
    "status",
    "summary",
];

/// Lays `over` on `table`, table by table; all else is replaced.
pub(super) fn lay(table: &mut toml::Table, over: &toml::Table) {
    for (key, value) in over {
        match (table.get_mut(key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay(below, above),
            _ => {
                table.insert(key.clone(), value.clone());
            }
        }
    }
}

/// The rule `name` of the TOML `text` with `over` laid on it.
pub(super) fn rule(name: &str, text: &str, over: &toml::Table) -> Result<Rule, toml::de::Error> {
    let mut table: toml::Table = text.parse()?;
    lay(&mut table, over);
    let mut rule: Rule = toml::Value::Table(table).try_into()?;
    name.clone_into(&mut rule.name);
    Ok(rule)
}

/// Notes all that is wrong with `over` as a table laid on the rule of the TOML `text`.
pub(super) fn check(reader: &mut Reader, text: &str, over: &Value<'_>, key: Span) {
    let Ok(base) = DeTable::parse(text) else { return };
    let base = Spanned::new(key.range(), DeValue::Table(base.into_inner()));
    let mut over = over.clone();
    drop_unknown_keys(reader, &base, &mut over);
    for _ in 0..32 {
        let whole = merged(placed(base.clone(), &key.range()), &over);
        let span = whole.span();
        let DeValue::Table(table) = whole.into_inner() else { return };
        let Err(error) = Rule::deserialize(Deserializer::from(Spanned::new(span, table))) else { return };
        let mistake = of_toml(reader.lang, &error);
        let at = mistake.span;
        reader.mistakes.push(mistake);
        if !remove(&mut over, at) {
            return;
        }
    }
}

/// Notes and removes keys that no rule has, and kinds of check that this rule has not.
fn drop_unknown_keys(reader: &mut Reader, base: &Value<'_>, over: &mut Value<'_>) {
    let kinds: Vec<&str> = match base.get_ref().get("check").map(Spanned::get_ref) {
        Some(DeValue::Table(kinds)) => kinds.keys().map(|kind| kind.get_ref().as_ref()).collect(),
        _ => Vec::new(),
    };
    let DeValue::Table(table) = over.get_mut() else { return };
    keep_known(reader, table, &KEYS);
    if let Some(DeValue::Table(checks)) = table.get_mut("check").map(Spanned::get_mut) {
        keep_known(reader, checks, &kinds);
    }
}

fn keep_known(reader: &mut Reader, table: &mut DeTable<'_>, known: &[&str]) {
    for (key, _) in entries(table) {
        if !known.contains(&key.get_ref().as_ref()) {
            reader.unknown_key(key, known);
        }
    }
    *table = std::mem::take(table).into_iter().filter(|(key, _)| known.contains(&key.get_ref().as_ref())).collect();
}

/// `base` with `over` laid on it; what comes from `over` keeps its place.
fn merged<'t>(base: Value<'t>, over: &Value<'t>) -> Value<'t> {
    let span = over.span();
    match (base.into_inner(), over.get_ref()) {
        (DeValue::Table(mut below), DeValue::Table(above)) => {
            for (key, value) in above.iter() {
                let (key, value) = match below.remove_entry(key) {
                    Some((_, old)) => (key.clone(), merged(old, value)),
                    None => (key.clone(), value.clone()),
                };
                below.insert(key, value);
            }
            Spanned::new(span, DeValue::Table(below))
        }
        (_, above) => Spanned::new(span, above.clone()),
    }
}

/// `value` as if all of it stood at `place`.
fn placed<'t>(value: Value<'t>, place: &Range<usize>) -> Value<'t> {
    let at = |inner| Spanned::new(place.clone(), inner);
    at(match value.into_inner() {
        DeValue::Table(table) => {
            let moved = table.into_iter().map(|(key, value)| (at_key(key, place), placed(value, place)));
            DeValue::Table(moved.collect())
        }
        DeValue::Array(mut values) => {
            for value in values.iter_mut() {
                *value = placed(value.clone(), place);
            }
            DeValue::Array(values)
        }
        other => other,
    })
}

fn at_key<'t>(key: super::reader::Key<'t>, place: &Range<usize>) -> super::reader::Key<'t> {
    Spanned::new(place.clone(), key.into_inner())
}

/// Removes the innermost entry that holds the place `at`; says whether there was one.
fn remove(value: &mut Value<'_>, at: Span) -> bool {
    let DeValue::Table(table) = value.get_mut() else { return false };
    let holds = |range: Range<usize>| Span::of(range).contains(at);
    if table.iter_mut().any(|(key, value)| !holds(key.span()) && remove(value, at)) {
        return true;
    }
    let before = table.len();
    let is_kept = |(key, value): &(_, Value<'_>)| !holds(super::reader::Key::span(key)) && !holds(value.span());
    *table = std::mem::take(table).into_iter().filter(is_kept).collect();
    table.len() < before
}
