//! One line per finding: `path:line:column: severity rule: message`.

use std::fmt::Write as _;

use super::elsewhere::told;
use super::{Places, Report, visible};
use crate::diagnostic::Diagnostic;
use crate::text::Source;

/// The report for editors and eyes that want one line per finding.
pub struct Concise;

impl Report for Concise {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let name = visible(&source.name);
        let mut out = String::new();
        for diagnostic in diagnostics {
            let at = places.location(diagnostic.span.start);
            let _infallible = writeln!(
                out,
                "{name}:{}:{}: {} {}: {}",
                at.line,
                at.column,
                diagnostic.severity.name(),
                visible(&diagnostic.rule),
                visible(&told(diagnostic)),
            );
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_finding_is_one_harmless_line() {
        let (mut source, mut diagnostics) = sample::article();
        source.name = "a\u{1B}[2J.md".to_owned();
        diagnostics.truncate(1);
        diagnostics[0].message = "dua\nbaris".to_owned();
        assert_eq!(Concise.file(&source, &diagnostics), "a␛[2J.md:3:7: error di-terpisah: dua␊baris\n");
    }
}
