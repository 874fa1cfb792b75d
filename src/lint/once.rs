//! Rules that speak once per document: one habit, one diagnostic, with every place and one fix for all.

use super::RuleSet;
use crate::diagnostic::{Diagnostic, Fingerprint, Related};

/// Gathers the diagnostics of every rule that speaks once into its first. `diagnostics` are sorted by place.
pub(super) fn gather(rules: &RuleSet, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let once: Vec<&str> = rules.rules.iter().filter(|rule| rule.once).map(|rule| rule.name.as_str()).collect();
    let mut out: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    let mut first_of: Vec<usize> = Vec::new();
    for mut next in diagnostics {
        if !once.contains(&next.rule.as_str()) {
            out.push(next);
            continue;
        }
        // The habit stays the same when its first place is mended.
        next.fingerprint = Fingerprint::of(&next.rule, "");
        match first_of.iter().find(|&&at| out[at].rule == next.rule) {
            Some(&at) => join(&mut out[at], next, rules.lang.pick("juga di sini", "also here")),
            None => {
                first_of.push(out.len());
                out.push(next);
            }
        }
    }
    out
}

/// Adds the place and the first fix of `next` to `first`.
fn join(first: &mut Diagnostic, next: Diagnostic, message: &str) {
    first.severity = first.severity.max(next.severity);
    first.related.push(Related::here(next.span, message));
    first.related.extend(next.related);
    first.fixes.truncate(1);
    match (first.fixes.first_mut(), next.fixes.into_iter().next()) {
        (Some(fix), Some(more)) => {
            fix.safety = fix.safety.min(more.safety);
            fix.edits.extend(more.edits);
        }
        (None, Some(more)) => first.fixes.push(more),
        _ => {}
    }
}
