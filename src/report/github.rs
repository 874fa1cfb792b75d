//! Workflow commands of GitHub Actions, which become annotations of a pull request.
//!
//! Escaping follows `escapeData` and `escapeProperty` of github.com/actions/toolkit, packages/core/src/command.ts.

use std::fmt::Write as _;

use super::elsewhere::elsewhere;
use super::{Places, Report, from_here, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Source;

/// The report for GitHub Actions.
pub struct Github;

impl Report for Github {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let mut out = String::new();
        for diagnostic in diagnostics {
            let start = places.location(diagnostic.span.start);
            let end = places.location(diagnostic.span.end);
            let _infallible = write!(
                out,
                "::{} file={},line={},endLine={}",
                command(diagnostic.severity),
                property(&from_here(&source.name)),
                start.line,
                end.line,
            );
            // Columns are only understood within one line; the last one is part of the place.
            if start.line == end.line {
                let last = end.column.saturating_sub(1).max(start.column);
                let _infallible = write!(out, ",col={},endColumn={last}", start.column);
            }
            let rule = property(&diagnostic.rule);
            let _infallible = writeln!(out, ",title=saksama ({rule})::{}", data(&message(diagnostic)));
        }
        out
    }
}

/// The message, with a line for every place in another file: annotations know no related places.
fn message(diagnostic: &Diagnostic) -> String {
    let mut out = diagnostic.message.clone();
    for place in elsewhere(diagnostic) {
        let _infallible = write!(out, "\n{}", place.address());
    }
    out
}

const fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

fn data(text: &str) -> String {
    // Line breaks survive as %0A; all other control characters are shown.
    let lines: Vec<_> = text.split('\n').map(|line| visible(line.trim_end_matches('\r')).replace('%', "%25")).collect();
    lines.join("%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn commands_are_escaped() {
        let (mut source, mut diagnostics) = sample::article();
        source.name = "a,b:c%.md".to_owned();
        diagnostics[0].message = "50%\r\n::error::\u{1B}".to_owned();
        let expected = "::error file=a%2Cb%3Ac%25.md,line=3,endLine=3,col=7,endColumn=14,title=saksama (di-terpisah)\
                        ::50%25%0A::error::␛\n";
        assert_eq!(Github.file(&source, &diagnostics[..1]), expected);
    }
}
