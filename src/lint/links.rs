//! Addresses with parameters that follow readers, wherever they stand in the source: in the text or behind a link.

use std::ops::Range;

use super::{RuleSet, voice};
use crate::check::{Kind, tracking};
use crate::diagnostic::{Diagnostic, Fingerprint, Fix, Safety};
use crate::rule::{Rule, fill};
use crate::text::{Edit, Source, Span};

/// What the rules about addresses say of `source`, sorted by place.
pub(super) fn tracking(rules: &RuleSet, source: &Source) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for rule in &rules.rules {
        let Kind::Tracking(settings) = &rule.check else { continue };
        for address in addresses(&source.text) {
            out.extend(finding(rules, rule, settings, source, address));
        }
    }
    out
}

/// The addresses of the text that have parameters and are no code.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '`' | '”' | '’' | '|');
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[at..], b"://") {
        let middle = at + found;
        let start = text[..middle].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |before| before + 1);
        let start = (start..=middle).find(|&at| text.is_char_boundary(at)).unwrap_or(middle);
        let end = text[middle..].find(is_end).map_or(text.len(), |end| middle + end);
        let address = text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
        if address.starts_with("http") && address.contains('?') && !is_code(text, start) {
            out.push(start..start + address.len());
        }
        at = end.max(middle + 3);
    }
    out
}

/// Whether the byte `at` lies in code as Markdown marks it: behind an odd backtick of its line, or in a fence.
fn is_code(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let is_inline = text[line..at].matches('`').count() % 2 == 1;
    let is_fence = |line: &&str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    is_inline || text[..line].lines().filter(is_fence).count() % 2 == 1
}

fn finding(
    rules: &RuleSet,
    rule: &Rule,
    settings: &tracking::Settings,
    source: &Source,
    address: Range<usize>,
) -> Option<Diagnostic> {
    let written = &source.text[address.clone()];
    let query = written.find('?')?;
    let end = written[query..].find('#').map_or(written.len(), |hash| query + hash);
    let parts: Vec<Range<usize>> = parameters(written, query + 1..end);
    let is_tracking = |part: &&Range<usize>| settings.has(&settings.parameters, &written[(*part).clone()]);
    let bad: Vec<&Range<usize>> = parts.iter().filter(is_tracking).collect();
    let (first, last) = (bad.first()?, bad.last()?);
    let is_foreign = |part: &Range<usize>| settings.is_foreign(&written[part.clone()]);
    let is_safe = bad.iter().any(|part| is_foreign(part));
    let kept: Vec<&str> = parts.iter().filter(|part| !is_tracking(part)).map(|part| &written[part.clone()]).collect();
    let joint = if written[query..end].contains("&amp;") { "&amp;" } else { "&" };
    let right = if kept.is_empty() { String::new() } else { format!("?{}", kept.join(joint)) };
    let place = |range: Range<usize>| Span::of(address.start + range.start..address.start + range.end);
    let names: Vec<&str> = bad.iter().map(|part| &written[(*part).clone()]).collect();
    let message = fill(rules.lang.pick(&rule.message, &rule.en.message), |name| match name {
        "temuan" => Some(names.join("&")),
        "saran" => Some(format!("{}{right}{}", &written[..query], &written[end..])),
        _ => None,
    });
    let title = rules.lang.pick("Hapus parameter pelacak", "Delete the tracking parameters").to_owned();
    let safety = if is_safe { rule.fix } else { Safety::Unsafe };
    Some(Diagnostic {
        rule: rule.name.clone(),
        severity: if is_safe { rule.severity } else { voice::lower(rule.severity) },
        span: place(first.start..last.end),
        message,
        related: Vec::new(),
        fixes: vec![Fix { title, safety, edits: vec![Edit::replace(place(query..end), right)] }],
        fingerprint: Fingerprint::of(&rule.name, written),
    })
}

/// The parameters in `query` of `address`.
fn parameters(address: &str, query: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = query.start;
    while at < query.end {
        let rest = &address[at..query.end];
        let length = rest.find('&').unwrap_or(rest.len());
        out.push(at..at + length);
        let joint = &rest[length..];
        at += length + if joint.starts_with("&amp;") { "&amp;".len() } else { 1 };
    }
    out
}

impl tracking::Settings {
    fn has(&self, list: &[String], parameter: &str) -> bool {
        let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
        list.iter().any(|listed| match listed.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => *listed == name,
        })
    }

    /// Whether the writer cannot have set the parameter on purpose.
    fn is_foreign(&self, parameter: &str) -> bool {
        !self.has(&self.own, parameter) || self.foreign.iter().any(|foreign| foreign.eq_ignore_ascii_case(parameter))
    }
}
