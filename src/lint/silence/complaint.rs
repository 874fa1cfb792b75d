//! What is said of directives that silence nothing or name no rule, and how to mend them.

use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::rule::{Group, Rule, fill};
use crate::text::{Edit, Lines, Source, Span, nearest};

use super::{Spoken, reach::Entry};

/// The most characters of a comment that a message repeats.
const LONGEST_QUOTE: usize = 60;

/// The findings of `rule` for names that no rule and no group bears.
pub(super) fn unknown(source: &Source, entries: &[Entry<'_>], spoken: Spoken<'_>, rule: &Rule) -> Vec<Diagnostic> {
    let names = spoken.names();
    let mut out = Vec::new();
    for named in entries.iter().filter_map(|entry| entry.named) {
        if names.contains(&named.name.as_str()) {
            continue;
        }
        let meant = nearest(&named.name, names.iter().copied());
        let fixes = meant.map(|meant| Fix {
            title: spoken.lang.pick(format!("Tulis “{meant}”").as_str(), &format!("Write “{meant}”")).to_owned(),
            safety: Safety::Unsafe,
            edits: vec![Edit::replace(named.span, meant)],
        });
        out.push(diagnostic(source, spoken, rule, named.span, fixes.into_iter().collect()));
    }
    out
}

/// The findings of `rule` for names, or whole directives, that silence nothing though their rules were run.
pub(super) fn unused(
    source: &Source,
    lines: &Lines,
    entries: &[Entry<'_>],
    spoken: Spoken<'_>,
    rule: &Rule,
) -> Vec<Diagnostic> {
    let is_idle = |entry: &Entry<'_>| {
        let counts = |name| spoken.is_active(name) && !is_about_suppressions(spoken, name);
        !entry.used && entry.name().is_none_or(counts)
    };
    let mut out = Vec::new();
    for entry in entries.iter().filter(|entry| is_idle(entry)) {
        let mut same = entries.iter().filter(|other| std::ptr::eq(other.directive, entry.directive));
        let whole = same.all(is_idle);
        let place = entry.named.map_or(entry.directive.span, |named| named.span);
        let id = if whole { "Hapus komentar ini" } else { "Hapus nama aturan ini" };
        let en = if whole { "Delete this comment" } else { "Delete this rule's name" };
        let gone = if whole { comment_with_space(source, lines, entry.directive.span) } else { name_with_comma(entry) };
        let title = spoken.lang.pick(id, en).to_owned();
        let fix = Fix { title, safety: rule.fix, edits: vec![Edit::delete(gone)] };
        out.push(diagnostic(source, spoken, rule, place, vec![fix]));
    }
    out
}

/// Whether `name` means nothing but rules about directives: to silence these is never of no use.
fn is_about_suppressions(spoken: Spoken<'_>, name: &str) -> bool {
    let mut meant = spoken.rules.iter().filter(|rule| spoken.is_about(name, rule));
    meant.all(|rule| rule.group == Group::Saksama)
}

fn diagnostic(source: &Source, spoken: Spoken<'_>, rule: &Rule, span: Span, fixes: Vec<Fix>) -> Diagnostic {
    let quote = shortened(span.of_text(&source.text));
    let template = spoken.lang.pick(&rule.message, &rule.en.message);
    let message = fill(template, |name| (name == "temuan").then(|| quote.clone()));
    Diagnostic { rule: rule.name.clone(), severity: rule.severity, span, message, related: Vec::new(), fixes }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end();
    if line.len() == text.len() && text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    line.chars().take(LONGEST_QUOTE).chain(['…']).collect()
}

/// The name of `entry` with the comma to its neighbour: the next name's, or the last one's own.
fn name_with_comma(entry: &Entry<'_>) -> Span {
    let Some(named) = entry.named else { return entry.directive.span };
    let names = &entry.directive.rules;
    let at = names.iter().position(|other| std::ptr::eq(other, named)).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|before| names.get(before));
    match (names.get(at + 1), before) {
        (Some(next), _) => Span::new(named.span.start, next.span.start),
        (None, Some(before)) => Span::new(before.span.end, named.span.end),
        (None, None) => named.span,
    }
}

/// The comment with its whole line when it stands there alone, else with the white space it leaves over.
fn comment_with_space(source: &Source, lines: &Lines, comment: Span) -> Span {
    let text = &source.text;
    let first = lines.span(lines.line_of(comment.start), text);
    let last = lines.span(lines.line_of(comment.end.saturating_sub(1).max(comment.start)), text);
    let before = Span::new(first.start, comment.start).of_text(text).trim_start_matches('\u{feff}');
    let after = Span::new(comment.end.min(last.end), last.end).of_text(text);
    let range = comment.range();
    if after.trim().is_empty() && before.trim().is_empty() {
        return Span::of(range.start - before.len()..last.end as usize);
    }
    if after.trim().is_empty() {
        return Span::of(range.start - (before.len() - before.trim_end().len())..range.end);
    }
    let is_apart = before.is_empty() || before.ends_with(char::is_whitespace);
    let space = if is_apart { after.len() - after.trim_start().len() } else { 0 };
    Span::of(range.start..range.end + space)
}
