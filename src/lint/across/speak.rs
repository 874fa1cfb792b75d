//! Putting what files share into words.

use std::sync::Arc;

use super::compare::Match;
use crate::check::Kind;
use crate::diagnostic::{Diagnostic, Fingerprint, Related};
use crate::lint::{RuleSet, voice};
use crate::rule::{Lang, fill};
use crate::text::{Source, Span};

/// The diagnostic of `found` in `source`; `other` knows the texts of the other files by their index. `None` where the
/// texts are no longer those that were compared.
pub fn speak(
    rules: &RuleSet,
    found: &Match,
    source: &Source,
    other: impl Fn(usize) -> Option<Arc<Source>>,
) -> Option<Diagnostic> {
    let rule = rules.rules.get(found.rule)?;
    let Kind::Across(settings) = &rule.check else { return None };
    let also = rules.lang.pick("juga di sini", "also here");
    let mut related = Vec::new();
    let mut name = None;
    for &(file, span) in &found.places {
        if file == found.file {
            related.push(Related::here(span, also));
        } else if let Some(other) = other(file) {
            name.get_or_insert_with(|| other.name.clone());
            related.push(Related::elsewhere(other, span, also));
        }
    }
    let is_certain = found.likeness >= settings.certain && found.count >= settings.several && !found.is_everywhere;
    let severity = if is_certain { rule.severity } else { voice::lower(rule.severity) };
    let name = name?;
    let start = beginning(source, found.span)?;
    let message = fill(rules.lang.pick(&rule.message, &rule.en.message), |value| match value {
        "berkas" => Some(names(rules.lang, &name, found.files)),
        "jumlah" => Some(found.count.to_string()),
        "awal" => Some(start.clone()),
        _ => None,
    });
    let fingerprint = Fingerprint::of(&rule.name, found.span.of_text(&source.text));
    let fixes = Vec::new();
    Some(Diagnostic { rule: rule.name.clone(), severity, span: found.span, message, related, fixes, fingerprint })
}

fn names(lang: Lang, name: &str, files: usize) -> String {
    match (lang, files - 1) {
        (_, 0) => name.to_owned(),
        (Lang::Id, more) => format!("{name} dan {more} berkas lain"),
        (Lang::En, more) => format!("{name} and {more} other files"),
    }
}

/// The first words at `span`; `None` where there are none.
fn beginning(source: &Source, span: Span) -> Option<String> {
    const FEW_WORDS: usize = 6;
    let words: Vec<&str> = span.of_text(&source.text).split_whitespace().take(FEW_WORDS).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
