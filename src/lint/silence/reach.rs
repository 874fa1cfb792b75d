//! How far each name in each directive reaches.

use crate::format::{Directive, DirectiveKind};
use crate::text::{Lines, Source, Span};

use crate::format::directive::NamedRule;

/// One name in one directive, or a directive without a name.
pub(super) struct Entry<'d> {
    pub(super) directive: &'d Directive,
    /// The name; `None` for all rules.
    pub(super) named: Option<&'d NamedRule>,
    /// Whether it silenced something, or, of an enabling one, whether it ended something.
    pub(super) used: bool,
    reach: Reach,
}

enum Reach {
    /// Findings that begin here, but for rules that were enabled again at an offset.
    Range { span: Span, except: Vec<(String, u32)> },
    /// Findings that touch these lines.
    Lines(Span),
    /// None.
    Nothing,
}

impl Entry<'_> {
    /// The name as written; `None` for all rules.
    pub(super) fn name(&self) -> Option<&str> {
        self.named.map(|named| named.name.as_str())
    }

    /// Whether a finding at `place` is silenced, when `is_meant` tells whether a name means its rule.
    pub(super) fn reaches(&self, place: Span, is_meant: impl Fn(&str) -> bool) -> bool {
        let is_there = match &self.reach {
            Reach::Nothing => false,
            Reach::Lines(span) => span.overlaps(place) || (span.start..span.end).contains(&place.start),
            Reach::Range { span, except } => {
                let is_enabled = |(name, from): &(String, u32)| *from <= place.start && is_meant(name);
                (span.start..span.end).contains(&place.start) && !except.iter().any(is_enabled)
            }
        };
        is_there && self.name().is_none_or(is_meant)
    }

    fn is_open(&self, at: u32) -> bool {
        matches!(&self.reach, Reach::Range { span, .. } if span.end == u32::MAX && span.start < at)
            && self.directive.kind == DirectiveKind::Disable
    }
}

/// The entries of all `directives`, in their order.
pub(super) fn entries<'d>(source: &Source, lines: &Lines, directives: &'d [Directive]) -> Vec<Entry<'d>> {
    let mut entries = Vec::new();
    for directive in directives {
        let all = directive.rules.is_empty().then_some(None);
        for named in all.into_iter().chain(directive.rules.iter().map(Some)) {
            let used = directive.kind == DirectiveKind::Enable && enable(&mut entries, directive.span.start, named);
            let reach = reach(source, lines, directives, directive);
            entries.push(Entry { directive, named, used, reach });
        }
    }
    entries
}

fn reach(source: &Source, lines: &Lines, directives: &[Directive], directive: &Directive) -> Reach {
    let range = |start| Reach::Range { span: Span::new(start, u32::MAX), except: Vec::new() };
    let last = lines.line_of(directive.span.end.saturating_sub(1).max(directive.span.start));
    match directive.kind {
        DirectiveKind::Enable => Reach::Nothing,
        DirectiveKind::DisableFile => range(0),
        DirectiveKind::Disable => range(directive.span.start),
        DirectiveKind::DisableLine => {
            let first = lines.span(lines.line_of(directive.span.start), &source.text);
            Reach::Lines(first.to(lines.span(last, &source.text)))
        }
        DirectiveKind::DisableNextLine => {
            let mut after = (last + 1..lines.count()).map(|line| lines.span(line, &source.text));
            after.find(|line| holds_prose(source, directives, *line)).map_or(Reach::Nothing, Reach::Lines)
        }
    }
}

/// Whether `line` holds more than white space and directives.
fn holds_prose(source: &Source, directives: &[Directive], line: Span) -> bool {
    let mut at = line.start;
    let is_blank = |start: u32, end: u32| start >= end || Span::new(start, end).of_text(&source.text).trim().is_empty();
    for directive in directives.iter().filter(|directive| directive.span.overlaps(line)) {
        if !is_blank(at, directive.span.start) {
            return true;
        }
        at = at.max(directive.span.end);
    }
    !is_blank(at, line.end)
}

/// Ends what `named` means of all that is disabled at `at`; says whether there was something to end.
fn enable(entries: &mut [Entry<'_>], at: u32, named: Option<&NamedRule>) -> bool {
    let mut ended = false;
    for entry in entries.iter_mut().filter(|entry| entry.is_open(at)) {
        let is_whole = named.is_none_or(|named| entry.name() == Some(&named.name));
        let is_part = entry.named.is_none();
        let Reach::Range { span, except } = &mut entry.reach else { continue };
        match named {
            _ if is_whole => span.end = at,
            Some(named) if is_part => except.push((named.name.clone(), at)),
            _ => continue,
        }
        ended = true;
    }
    ended
}
