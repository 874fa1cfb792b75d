//! Which diagnostics have to do with what was touched in a text.

use super::RuleSet;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::text::Span;

/// See [`super::Linter::touched`].
pub(super) fn keep(
    rules: &RuleSet,
    document: &Document,
    touched: &[Span],
    mut diagnostics: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let offsets = &document.prose.offsets;
    let sentences = document.sentences.iter().filter_map(|sentence| offsets.to_source(sentence.span));
    let is_touched = |place: Span| touched.iter().any(|touched| place.overlaps(*touched));
    let touched_sentences: Vec<Span> = sentences.filter(|sentence| is_touched(*sentence)).collect();
    let reaches = |place: Span| {
        // An insertion belongs to what it stands beside.
        let meets = |sentence: &Span| sentence.overlaps(place) || (place.is_empty() && sentence.end == place.start);
        is_touched(place) || touched_sentences.iter().any(meets)
    };
    diagnostics.retain(|diagnostic| is_about_whole_texts(rules, diagnostic) || places(diagnostic).any(reaches));
    diagnostics
}

fn is_about_whole_texts(rules: &RuleSet, diagnostic: &Diagnostic) -> bool {
    let rule = rules.rules.iter().find(|rule| rule.name == diagnostic.rule);
    rule.is_some_and(|rule| rule.check.is_about_whole_texts())
}

/// The places in the text that `diagnostic` speaks of, and those that its first fix changes.
fn places(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> {
    let related = diagnostic.related.iter().filter(|related| related.elsewhere.is_none()).map(|related| related.span);
    let edits = diagnostic.fixes.first().into_iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
    std::iter::once(diagnostic.span).chain(related).chain(edits)
}
