//! The values of a configuration with what set them.

use std::fmt::Write as _;

use serde::Serialize;

use super::json::to_json;
use super::visible;
use crate::rule::Lang;

/// `rows` of key, value and source as a table for people.
pub fn origins_table(rows: &[(&str, &str, Option<&str>)], lang: Lang) -> String {
    let width = |of: fn(&(&str, &str, Option<&str>)) -> usize| rows.iter().map(of).max().unwrap_or_default().min(40);
    let key_width = width(|(key, ..)| key.chars().count());
    let value_width = width(|(_, value, _)| value.chars().count());
    let mut out = String::new();
    for (key, value, source) in rows {
        let source = source.unwrap_or_else(|| lang.pick("bawaan", "default"));
        let _infallible =
            writeln!(out, "{:<key_width$}  {:<value_width$}  {}", visible(key), visible(value), visible(source));
    }
    out
}

#[derive(Serialize)]
struct Origins<'r> {
    version: u32,
    values: Vec<OriginJson<'r>>,
}

#[derive(Serialize)]
struct OriginJson<'r> {
    key: &'r str,
    value: &'r str,
    source: Option<&'r str>,
}

/// The same as one JSON object.
pub fn origins_json(rows: &[(&str, &str, Option<&str>)]) -> String {
    let values = rows.iter().map(|&(key, value, source)| OriginJson { key, value, source }).collect();
    to_json(&Origins { version: 1, values }) + "\n"
}
