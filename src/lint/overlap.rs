//! One defect, one message: which of overlapping findings speaks.

use std::cmp::Reverse;

use super::{Found, RuleSet};
use crate::rule::Group;
use crate::text::Span;

/// Removes findings that another one says already: those of a rule that an overlapping finding's rule stands in for,
/// and, of one rule, those that overlap a longer one.
pub(super) fn settle(rules: &RuleSet, found: &mut Vec<Found>) {
    found.sort_by_key(|found| (found.finding.span.start, Reverse(found.finding.span.end), found.rule));
    let said: Vec<(u16, Span)> = found.iter().map(|found| (found.rule, found.finding.span)).collect();
    let longest = said.iter().map(|(_, span)| span.len()).max().unwrap_or(0);
    let mut index = 0;
    found.retain(|_| {
        let keeps = !is_said(rules, &said, index, longest);
        index += 1;
        keeps
    });
}

fn is_said(rules: &RuleSet, said: &[(u16, Span)], index: usize, longest: u32) -> bool {
    let (rule, span) = said[index];
    let from = said.partition_point(|(_, other)| other.start + longest < span.start);
    let near = said[from..].iter().enumerate().take_while(|(_, (_, other))| other.start < span.end.max(span.start + 1));
    let is_replaceable = rules.is_replaceable[rule as usize];
    near.map(|(at, &(other, place))| (from + at, other, place)).any(|(at, other, place)| {
        (place.overlaps(span) || place == span)
            && (other == rule && at < index || is_replaceable && stands_in(rules, other, rule))
    })
}

/// Whether `rule` is silent where the rule `other` finds something.
fn stands_in(rules: &RuleSet, other: u16, rule: u16) -> bool {
    let yields = || {
        let reads_words = matches!(rules.rules[other as usize].group, Group::Ejaan | Group::Kata);
        rules.rules[rule as usize].yields && reads_words && other != rule
    };
    rules.replaced[other as usize].contains(&rule) || yields()
}
