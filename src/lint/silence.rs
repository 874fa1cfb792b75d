//! What comments in the text silence, and the comments that silence nothing.

mod comment;
mod complaint;
mod reach;
mod waste;

pub use comment::silencing_edit;

use crate::check::Kind;
use crate::check::suppression::LooksFor;
use crate::diagnostic::{Diagnostic, number};
use crate::format::Directive;
use crate::rule::{Group, Lang, Rule, catalog};
use crate::text::{Lines, Source, Span};

use reach::Entry;

/// Names that stand for all rules.
const ALL: [&str; 2] = ["semua", "all"];

/// What the silencing of one text has to know about rules.
#[derive(Clone, Copy)]
pub struct Spoken<'r> {
    /// The rules that were run.
    pub rules: &'r [Rule],
    /// Names of rules that exist beside these and the built-in ones: the user's own that are off.
    pub known: &'r [String],
    /// The language of messages.
    pub lang: Lang,
}

/// The `diagnostics` that no directive silences, and what is to be said of directives that silence nothing or name no
/// rule; sorted by place.
///
/// A directive may name rules, groups of rules, or `semua`; without a name it means all rules. Where several directives
/// silence one finding, all of them have been of use. A finding belongs to a `saksama-disable` by where it begins, and to
/// a line by any byte it has there. What is said of directives themselves can be silenced too, unused ones by name only.
pub fn silence(
    source: &Source,
    directives: &[Directive],
    spoken: Spoken<'_>,
    diagnostics: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    silence_among(source, directives, spoken, diagnostics, &[])
}

/// The same for a text that is compared with others: `shared` are the places where they may turn out to be alike. What
/// silences one of them without naming a rule may be of use.
pub(super) fn silence_among(
    source: &Source,
    directives: &[Directive],
    spoken: Spoken<'_>,
    diagnostics: Vec<Diagnostic>,
    shared: &[Span],
) -> Vec<Diagnostic> {
    if directives.is_empty() {
        return diagnostics;
    }
    let lines = Lines::new(&source.text);
    let mut entries = reach::entries(source, &lines, directives);
    let mut kept = diagnostics;
    kept.retain(|diagnostic| !is_silenced(&mut entries, diagnostic, spoken));
    for entry in entries.iter_mut().filter(|entry| entry.name().is_none()) {
        entry.used |= shared.iter().any(|&place| entry.reaches(place, |_| true));
    }
    if let Some(rule) = spoken.rule_that(LooksFor::Unknown) {
        let mut unknown = complaint::unknown(source, &entries, spoken, rule);
        number(&mut unknown);
        unknown.retain(|diagnostic| !is_silenced(&mut entries, diagnostic, spoken));
        kept.append(&mut unknown);
    }
    if let Some(rule) = spoken.rule_that(LooksFor::Unused) {
        let mut unused = complaint::unused(source, &lines, &entries, spoken, rule);
        number(&mut unused);
        entries.retain(|entry| entry.name().is_some_and(|name| spoken.is_about(name, rule)));
        unused.retain(|diagnostic| !is_silenced(&mut entries, diagnostic, spoken));
        kept.append(&mut unused);
    }
    kept.sort_by_key(|diagnostic| diagnostic.span);
    kept
}

/// Whether an entry silences `diagnostic`; every one that does is marked as used.
fn is_silenced(entries: &mut [Entry<'_>], diagnostic: &Diagnostic, spoken: Spoken<'_>) -> bool {
    let mut silenced = false;
    let rule = spoken.rules.iter().find(|rule| rule.name == diagnostic.rule);
    let is_meant = |name: &str| name == diagnostic.rule || rule.is_some_and(|rule| spoken.is_about(name, rule));
    for entry in entries.iter_mut().filter(|entry| entry.reaches(diagnostic.span, is_meant)) {
        entry.used = true;
        silenced = true;
    }
    silenced
}

/// For every one of `places`, whether a directive silences `rule` there.
pub(super) fn silenced(
    source: &Source,
    directives: &[Directive],
    spoken: Spoken<'_>,
    rule: &Rule,
    places: &[Span],
) -> Vec<bool> {
    let lines = Lines::new(&source.text);
    let entries = reach::entries(source, &lines, directives);
    let is_silent = |place| entries.iter().any(|entry| entry.reaches(place, |name| spoken.is_about(name, rule)));
    places.iter().map(|&place| is_silent(place)).collect()
}

impl<'r> Spoken<'r> {
    fn rule_that(self, looks_for: LooksFor) -> Option<&'r Rule> {
        self.rules.iter().find(|rule| matches!(&rule.check, Kind::Suppression(check) if check.looks_for == looks_for))
    }

    /// Whether `name`, as written in a directive, means this rule, among others perhaps.
    fn is_about(self, name: &str, rule: &Rule) -> bool {
        name == rule.name || name == rule.group.name() || ALL.contains(&name)
    }

    /// Whether a rule that `name` means was run; what several texts share is only known after them.
    fn is_active(self, name: &str) -> bool {
        let is_run = |rule: &Rule| !matches!(rule.check, Kind::Across(_));
        self.rules.iter().any(|rule| is_run(rule) && self.is_about(name, rule))
    }

    /// All names that a directive may name; what was run first.
    fn names(self) -> Vec<&'r str> {
        let mut names: Vec<&str> = self.rules.iter().map(|rule| rule.name.as_str()).collect();
        names.extend(catalog::names().map(|name| -> &str { name }));
        names.extend(self.known.iter().map(String::as_str));
        names.extend(Group::ALL.iter().map(|group| -> &str { group.name() }));
        names.extend(ALL.iter().map(|name| -> &str { name }));
        names
    }
}
