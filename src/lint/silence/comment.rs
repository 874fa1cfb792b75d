//! Comments that silence a finding where it stands, in the form that its text has.

use crate::diagnostic::Diagnostic;
use crate::format::{self, Directive, DirectiveKind, Format};
use crate::text::{Edit, Lines, Span, apply};

/// The edit that silences `finding` in `text`, for `reason`, and changes nothing else that is found there; `found` is all
/// that is. An empty reason is not written.
///
/// Of several ways, the first that does so by the judgement of `lint`: one more name in a comment that is there, a
/// comment in the line, one on the line before, one for the whole file.
pub fn silencing_edit(
    text: &str,
    format: Format,
    (found, finding): (&[Diagnostic], &Diagnostic),
    reason: &str,
    mut lint: impl FnMut(&str) -> Vec<Diagnostic>,
) -> Option<Edit> {
    let place = Place { text, format, lines: &Lines::new(text), reason: &harmless(reason) };
    ways(place, finding).into_iter().find(|edit| {
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

/// `reason` on one line, with nothing in it that would end a comment.
fn harmless(reason: &str) -> String {
    let words: Vec<&str> = reason.split_whitespace().collect();
    words.join(" ").replace("--", "–").replace("*/", "* /")
}

/// A text, and why something in it is silenced.
#[derive(Clone, Copy)]
struct Place<'t> {
    text: &'t str,
    format: Format,
    lines: &'t Lines,
    reason: &'t str,
}

/// The ways to silence `finding`, best first.
fn ways(place: Place, finding: &Diagnostic) -> Vec<Edit> {
    let line = Line::of(place, finding.span);
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
struct Line<'t> {
    place: Place<'t>,
    number: usize,
    span: Span,
}

impl<'t> Line<'t> {
    fn of(place: Place<'t>, finding: Span) -> Self {
        let number = place.lines.line_of(finding.start);
        Self { place, number, span: place.lines.span(number, place.text) }
    }

    fn text(&self) -> &'t str {
        self.span.of_text(self.place.text)
    }

    /// What stands in the comment: the command, the rule and the reason.
    fn body(&self, command: &str, rule: &str) -> String {
        let Place { reason, .. } = self.place;
        let gap = if reason.is_empty() { "" } else { ": " };
        format!("{command} {rule}{gap}{reason}")
    }

    /// The line's ending; that of the first line where it has none.
    fn ending(&self) -> &'static str {
        if self.place.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// Whether the line stands at the left, below an empty one, and is no item, table or quotation.
    fn opens_paragraph(&self) -> bool {
        let Place { text, lines, .. } = self.place;
        let before = self.number.checked_sub(1).map(|line| lines.span(line, text));
        let is_below_gap = before.is_none_or(|line| line.of_text(text).trim().is_empty());
        let mut start = self.text().chars();
        let first = start.next().unwrap_or(' ');
        let is_item = first.is_ascii_digit() || matches!(first, '-' | '+' | '|' | '>' | ':') || first.is_whitespace();
        is_below_gap && !is_item && !(first == '*' && start.next() == Some(' '))
    }

    /// One more name in a comment that reaches the line; a comment with a reason of its own takes no other.
    fn with_name(&self, rule: &str) -> Option<Edit> {
        let Place { text, format, lines, reason } = self.place;
        let directives = format::read(format, text).directives;
        let line_of = |directive: &Directive| lines.line_of(directive.span.start);
        let reaches = |directive: &&Directive| match directive.kind {
            DirectiveKind::DisableLine => line_of(directive) == self.number,
            DirectiveKind::DisableNextLine => line_of(directive) + 1 == self.number,
            _ => false,
        };
        let directive = directives.iter().find(reaches)?;
        if !reason.is_empty() && !directive.reason.is_empty() {
            return None;
        }
        let last = directive.rules.last()?.span.end;
        Some(Edit::replace(Span::new(last, last), self.body(",", rule)))
    }

    /// A comment at the end of the line, or before the last border of a table's row.
    fn with_comment_inside(&self, rule: &str) -> Option<Edit> {
        let comment = comment(self.place.format, &self.body("saksama-disable-line", rule))?;
        let content = self.text().trim_end();
        let row = content.strip_suffix('|').filter(|_| content.trim_start().starts_with('|'));
        let (before, gap) =
            row.map_or((content, ""), |row| (row.trim_end(), if row.ends_with(' ') { "" } else { " " }));
        let at = self.span.start + Span::of(0..before.len()).end;
        Some(Edit::replace(Span::new(at, at), format!(" {comment}{gap}")))
    }

    /// A comment on a line of its own before this one.
    fn with_comment_above(&self, rule: &str) -> Edit {
        let body = self.body("saksama-disable-next-line", rule);
        let indent = &self.text()[..self.text().len() - self.text().trim_start_matches([' ', '\t']).len()];
        let comment = comment(self.place.format, &body).unwrap_or(body);
        Edit::replace(Span::new(self.span.start, self.span.start), format!("{indent}{comment}{}", self.ending()))
    }

    /// A comment for the whole file at its end.
    fn with_comment_below_all(&self, rule: &str) -> Edit {
        let body = self.body("saksama-disable-file", rule);
        let comment = comment(self.place.format, &body).unwrap_or(body);
        let (text, ending) = (self.place.text, self.ending());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fingerprint, Severity};

    #[test]
    fn a_reason_stands_behind_the_rule_and_ends_no_comment() {
        for (text, format, reason, expected) in [
            ("Lalu x.\n", Format::Markdown, "", "<!-- saksama-disable-next-line r -->\nLalu x.\n"),
            ("Lalu x.\n", Format::Markdown, "asli\n-->", "<!-- saksama-disable-next-line r: asli –> -->\nLalu x.\n"),
            ("- a x.\n", Format::Markdown, "asli", "- a x. <!-- saksama-disable-line r: asli -->\n"),
            ("- a x.\n", Format::Mdx, "a */ b", "- a x. {/* saksama-disable-line r: a * / b */}\n"),
            ("Lalu x.\n", Format::Plain, "asli", "saksama-disable-next-line r: asli\nLalu x.\n"),
            (
                "Lalu x. <!-- saksama-disable-line s -->\n",
                Format::Markdown,
                "asli",
                "Lalu x. <!-- saksama-disable-line s, r: asli -->\n",
            ),
        ] {
            let at = text.find('x').expect("every text has the word");
            let span = Span::of(at..at + 1);
            let rule = "r".to_owned();
            let finding = Diagnostic {
                fingerprint: Fingerprint::of(&rule, ""),
                rule,
                severity: Severity::Error,
                span,
                message: String::new(),
                related: Vec::new(),
                fixes: Vec::new(),
            };
            let place = Place { text, format, lines: &Lines::new(text), reason: &harmless(reason) };
            assert_eq!(apply(text, &ways(place, &finding)[..1]), expected, "{text:?}");
        }
    }
}
