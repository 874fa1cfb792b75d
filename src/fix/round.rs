//! One round of fixing: as many fixes as go together.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::text::{Edit, Span, apply as apply_edits};

/// What one round made of a text.
pub struct Round {
    /// The text after the round.
    pub text: String,
    /// The rule of every applied fix, in order of place.
    pub rules: Vec<String>,
    /// What was changed, sorted by place.
    pub edits: Vec<Edit>,
}

/// Applies the chosen fixes of `diagnostics` that do not touch each other; `None` when nothing would change.
pub fn apply(text: &str, diagnostics: &[Diagnostic], least: Safety) -> Option<Round> {
    let mut wanted: Vec<(&Diagnostic, &Fix)> = diagnostics
        .iter()
        .filter_map(|diagnostic| Some((diagnostic, diagnostic.chosen_fix(least)?)))
        .filter(|(_, fix)| changes(text, fix))
        .collect();
    wanted.sort_by_key(|(_, fix)| fix.edits.first().map(|edit| edit.span));
    let mut taken = Taken::default();
    let mut rules = Vec::new();
    for (diagnostic, fix) in wanted {
        if fix.edits.iter().all(|edit| taken.is_free(edit)) {
            taken.edits.extend(fix.edits.iter().map(|edit| (edit.span, edit)));
            rules.push(diagnostic.rule.clone());
        }
    }
    if rules.is_empty() {
        return None;
    }
    let edits: Vec<Edit> = taken.edits.into_values().cloned().collect();
    Some(Round { text: apply_edits(text, &edits), rules, edits })
}

/// Whether `fix` lies inside `text` and would leave it other than it is.
fn changes(text: &str, fix: &Fix) -> bool {
    let fits = fix.edits.iter().all(|edit| text.get(edit.span.range()).is_some());
    fits && fix.edits.iter().any(|edit| edit.span.of_text(text) != edit.text)
}

/// The edits of a round so far, by where they begin; disjoint.
#[derive(Default)]
struct Taken<'d> {
    edits: BTreeMap<Span, &'d Edit>,
}

impl Taken<'_> {
    /// Whether `edit` shares no byte with the edits so far and does not insert right where one begins or ends.
    fn is_free(&self, edit: &Edit) -> bool {
        let before = self.edits.range(..=edit.span).next_back();
        let after = self.edits.range(edit.span..).next();
        let clear = |first: &Edit, second: &Edit| {
            let is_insertion = first.span.is_empty() || second.span.is_empty();
            first.span.end < second.span.start || (first.span.end == second.span.start && !is_insertion)
        };
        before.is_none_or(|(_, other)| clear(other, edit)) && after.is_none_or(|(_, other)| clear(edit, other))
    }
}
