//! The XML of Checkstyle, which many services and editors read.

use std::fmt::Write as _;

use super::elsewhere::told;
use super::xml::attribute;
use super::{Places, Report, Summary};
use crate::diagnostic::Diagnostic;
use crate::text::Source;

/// The report in the form of Checkstyle.
pub struct Checkstyle;

impl Report for Checkstyle {
    fn head(&self) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".to_owned()
    }

    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let mut out = format!("<file name=\"{}\">\n", attribute(&source.name));
        for diagnostic in diagnostics {
            let at = places.location(diagnostic.span.start);
            let _infallible = writeln!(
                out,
                "<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"saksama.{}\"/>",
                at.line,
                at.column,
                diagnostic.severity.name(),
                attribute(&told(diagnostic)),
                attribute(&diagnostic.rule),
            );
        }
        out + "</file>\n"
    }

    fn tail(&self, _summary: &Summary) -> String {
        "</checkstyle>\n".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_file_lists_its_errors_and_everything_is_escaped() {
        let (mut source, mut diagnostics) = sample::article();
        source.name = "a&b.md".to_owned();
        diagnostics[0].message = "<b> & \"c\"\n".to_owned();
        let expected = "<file name=\"a&amp;b.md\">\n<error line=\"3\" column=\"7\" severity=\"error\" \
                        message=\"&lt;b&gt; &amp; &quot;c&quot;␊\" source=\"saksama.di-terpisah\"/>\n</file>\n";
        assert_eq!(Checkstyle.file(&source, &diagnostics[..1]), expected);
        assert_eq!(Checkstyle.file(&source, &[]), "");
    }
}
