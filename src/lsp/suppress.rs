//! Comments that silence a finding where it stands, in the form that its text has.

use super::buffer::Buffer;
use crate::diagnostic::Diagnostic;
use crate::format::{self, Directive, DirectiveKind, Format};
use crate::text::{Edit, Span, apply};

/// The edit that silences `finding` in `buffer` and changes nothing else that is found there.
///
/// Of several ways, the first that does so by the judgement of `lint`: one more name in a comment that is there, a
/// comment in the line, one on the line before, one for the whole file.
pub fn edit(
    buffer: &Buffer,
    found: &[Diagnostic],
    finding: &Diagnostic,
    mut lint: impl FnMut(&str) -> Vec<Diagnostic>,
) -> Option<Edit> {
    let text = &buffer.source.text;
    ways(buffer, finding).into_iter().find(|edit| {
        let after = apply(text, std::slice::from_ref(edit));
        silences(found, finding, &lint(&after))
    })
}

/// Whether, of all that was `found`, just findings like `finding` are gone from `after`.
fn silences(found: &[Diagnostic], finding: &Diagnostic, after: &[Diagnostic]) -> bool {
    let count = |list: &[Diagnostic], rule: &str| list.iter().filter(|other| other.rule == rule).count();
    let is_like = |other: &&Diagnostic| other.rule != finding.rule;
    let others = found.iter().chain(after).filter(is_like);
    count(after, &finding.rule) < count(found, &finding.rule)
        && others.into_iter().all(|other| count(after, &other.rule) == count(found, &other.rule))
}

/// The ways to silence `finding`, best first.
fn ways(buffer: &Buffer, finding: &Diagnostic) -> Vec<Edit> {
    let line = Line::of(buffer, finding.span);
    let above = line.with_comment_above(&finding.rule);
    let inside = line.with_comment_inside(&finding.rule);
    let mut ways: Vec<Edit> = line.with_name(&finding.rule).into_iter().collect();
    if line.opens_paragraph() {
        ways.push(above);
        ways.extend(inside);
    } else {
        ways.extend(inside);
        ways.push(above);
    }
    ways.push(line.with_comment_below_all(&finding.rule));
    ways
}

/// The line that a finding begins in.
struct Line<'b> {
    buffer: &'b Buffer,
    number: usize,
    span: Span,
}

impl<'b> Line<'b> {
    fn of(buffer: &'b Buffer, finding: Span) -> Self {
        let number = buffer.lines.line_of(finding.start);
        Self { buffer, number, span: buffer.lines.span(number, &buffer.source.text) }
    }

    fn text(&self) -> &'b str {
        self.span.of_text(&self.buffer.source.text)
    }

    /// The line's ending; that of the first line where it has none.
    fn ending(&self) -> &'static str {
        if self.buffer.source.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Whether the line stands at the left, below an empty one, and is no item, table or quotation.
    fn opens_paragraph(&self) -> bool {
        let before = self.number.checked_sub(1).map(|line| self.buffer.lines.span(line, &self.buffer.source.text));
        let is_below_gap = before.is_none_or(|line| line.of_text(&self.buffer.source.text).trim().is_empty());
        let mut start = self.text().chars();
        let first = start.next().unwrap_or(' ');
        let is_item = first.is_ascii_digit() || matches!(first, '-' | '+' | '|' | '>' | ':') || first.is_whitespace();
        is_below_gap && !is_item && !(first == '*' && start.next() == Some(' '))
    }

    /// One more name in a comment that reaches the line.
    fn with_name(&self, rule: &str) -> Option<Edit> {
        let buffer = self.buffer;
        let directives = format::read(buffer.format, &buffer.source.text).directives;
        let line_of = |directive: &Directive| buffer.lines.line_of(directive.span.start);
        let reaches = |directive: &&Directive| match directive.kind {
            DirectiveKind::DisableLine => line_of(directive) == self.number,
            DirectiveKind::DisableNextLine => line_of(directive) + 1 == self.number,
            _ => false,
        };
        let last = directives.iter().find(reaches)?.rules.last()?.span.end;
        Some(Edit::replace(Span::new(last, last), format!(", {rule}")))
    }

    /// A comment at the end of the line, or before the last border of a table's row.
    fn with_comment_inside(&self, rule: &str) -> Option<Edit> {
        let comment = comment(self.buffer.format, &format!("saksama-disable-line {rule}"))?;
        let content = self.text().trim_end();
        let row = content.strip_suffix('|').filter(|_| content.trim_start().starts_with('|'));
        let (before, gap) =
            row.map_or((content, ""), |row| (row.trim_end(), if row.ends_with(' ') { "" } else { " " }));
        let at = self.span.start + Span::of(0..before.len()).end;
        Some(Edit::replace(Span::new(at, at), format!(" {comment}{gap}")))
    }

    /// A comment on a line of its own before this one.
    fn with_comment_above(&self, rule: &str) -> Edit {
        let body = format!("saksama-disable-next-line {rule}");
        let indent = &self.text()[..self.text().len() - self.text().trim_start_matches([' ', '\t']).len()];
        let comment = comment(self.buffer.format, &body).unwrap_or(body);
        Edit::replace(Span::new(self.span.start, self.span.start), format!("{indent}{comment}{}", self.ending()))
    }

    /// A comment for the whole file at its end.
    fn with_comment_below_all(&self, rule: &str) -> Edit {
        let body = format!("saksama-disable-file {rule}");
        let comment = comment(self.buffer.format, &body).unwrap_or(body);
        let (text, ending) = (&self.buffer.source.text, self.ending());
        let gap = if text.ends_with('\n') { ending.to_owned() } else { ending.repeat(2) };
        Edit::replace(Span::of(text.len()..text.len()), format!("{gap}{comment}{ending}"))
    }
}

/// A comment inside of a line; `None` where the format has none.
fn comment(format: Format, body: &str) -> Option<String> {
    match format {
        Format::Markdown | Format::Html => Some(format!("<!-- {body} -->")),
        Format::Mdx => Some(format!("{{/* {body} */}}")),
        Format::Plain => None,
    }
}
