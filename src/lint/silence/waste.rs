//! What has to go with a directive, or with one name of it, so that nothing is left over.

use super::reach::Entry;
use crate::format::Directive;
use crate::text::{Lines, Source, Span};

/// The name of `entry` with the comma to its neighbour; nothing when it is the only name.
pub(super) fn name(source: &Source, entry: &Entry<'_>) -> Option<Span> {
    let named = entry.named?;
    let names = &entry.directive.rules;
    let at = names.iter().position(|other| std::ptr::eq(other, named))?;
    let own = with_quotes(source, named.span);
    if let Some(next) = names.get(at + 1) {
        return Some(Span::new(own.start, with_quotes(source, next.span).start));
    }
    let before = names.get(at.checked_sub(1)?)?;
    Some(Span::new(with_quotes(source, before.span).end, own.end))
}

/// A name in the front matter may stand in quotation marks of its own.
fn with_quotes(source: &Source, name: Span) -> Span {
    let before = source.text.get(..name.start as usize).and_then(|text| text.chars().next_back());
    let after = source.text.get(name.end as usize..).and_then(|text| text.chars().next());
    let is_quoted = before == after && matches!(before, Some('"' | '\''));
    if is_quoted { Span::new(name.start - 1, name.end + 1) } else { name }
}

/// The directive with its whole line when it stands there alone, else with the white space it would leave over.
///
/// Nothing for a key of the front matter with more in it than a plain list.
pub(super) fn directive(source: &Source, lines: &Lines, directive: &Directive) -> Option<Span> {
    let key = directive.span.of_text(&source.text).trim_start_matches(['"', '\'']).strip_prefix("saksama");
    let value = key.and_then(|rest| rest.trim_start_matches(['"', '\'', ' ']).strip_prefix([':', '=']));
    let span = match value {
        Some(value) => whole_key(source, directive.span, value)?,
        None => directive.span,
    };
    Some(with_space(source, lines, span))
}

/// A key of the front matter with what closes its list.
fn whole_key(source: &Source, key: Span, value: &str) -> Option<Span> {
    if value.contains([':', '=', '{', '#']) {
        return None;
    }
    if !value.contains('[') || value.contains(']') {
        return Some(key);
    }
    let rest = source.text.get(key.end as usize..)?;
    let close = rest.find(|c: char| !c.is_whitespace() && c != ',')?;
    rest[close..].starts_with(']').then(|| Span::of(key.start as usize..key.end as usize + close + 1))
}

fn with_space(source: &Source, lines: &Lines, span: Span) -> Span {
    let text = &source.text;
    let first = lines.span(lines.line_of(span.start), text);
    let last = lines.span(lines.line_of(span.end.saturating_sub(1).max(span.start)), text);
    let before = Span::new(first.start, span.start).of_text(text).trim_start_matches('\u{feff}');
    let after = Span::new(span.end.min(last.end), last.end).of_text(text);
    let range = span.range();
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
