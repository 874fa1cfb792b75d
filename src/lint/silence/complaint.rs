//! What is said of directives that silence nothing or name no rule, and how to mend them.

use crate::diagnostic::{Diagnostic, Fingerprint, Fix, Safety};
use crate::rule::{Group, Rule, fill};
use crate::text::{Edit, Lines, Source, Span, nearest};

use super::{Spoken, reach::Entry, waste};

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
        let place = entry.named.map_or(entry.directive.span, |named| named.span);
        let (title, gone) = if same.all(is_idle) {
            let title = spoken.lang.pick("Hapus peredam ini", "Delete this suppression");
            (title, waste::directive(source, lines, entry.directive))
        } else {
            (spoken.lang.pick("Hapus nama aturan ini", "Delete this rule's name"), waste::name(source, entry))
        };
        let fix = |gone| Fix { title: title.to_owned(), safety: rule.fix, edits: vec![Edit::delete(gone)] };
        out.push(diagnostic(source, spoken, rule, place, gone.map(fix).into_iter().collect()));
    }
    out
}

/// Whether `name` means nothing but rules about directives: to silence these is never of no use.
fn is_about_suppressions(spoken: Spoken<'_>, name: &str) -> bool {
    let mut meant = spoken.rules.iter().filter(|rule| spoken.is_about(name, rule));
    meant.all(|rule| rule.group == Group::Saksama)
}

fn diagnostic(source: &Source, spoken: Spoken<'_>, rule: &Rule, span: Span, fixes: Vec<Fix>) -> Diagnostic {
    let written = span.of_text(&source.text);
    let quote = shortened(written);
    let template = spoken.lang.pick(&rule.message, &rule.en.message);
    let message = fill(template, |name| (name == "temuan").then(|| quote.clone()));
    let fingerprint = Fingerprint::of(&rule.name, written);
    Diagnostic {
        rule: rule.name.clone(),
        severity: rule.severity,
        span,
        message,
        related: Vec::new(),
        fixes,
        fingerprint,
    }
}

fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim_end();
    if line.len() == text.len() && text.chars().count() <= LONGEST_QUOTE {
        return text.to_owned();
    }
    line.chars().take(LONGEST_QUOTE).chain(['…']).collect()
}
