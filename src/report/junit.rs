//! The XML of JUnit, which shows findings where a service shows tests: every file is a suite, every finding a failed test.

use std::fmt::Write as _;

use super::elsewhere::told;
use super::xml::attribute;
use super::{Places, Report, Skipped, Summary};
use crate::diagnostic::Diagnostic;
use crate::text::Source;

/// The report in the form of JUnit.
pub struct Junit;

impl Report for Junit {
    fn head(&self) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"saksama\">\n".to_owned()
    }

    /// A file without findings is a test that has passed.
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        let name = attribute(&source.name);
        let (tests, failures) = (diagnostics.len().max(1), diagnostics.len());
        let mut out = suite(&name, &format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\""));
        if diagnostics.is_empty() {
            let _infallible = writeln!(out, "<testcase name=\"saksama\" classname=\"{name}\"/>");
        }
        let places = Places::new(&source.text);
        for diagnostic in diagnostics {
            // Services know a test again by its name, so the place is no part of it.
            let rule = attribute(&diagnostic.rule);
            let at = places.location(diagnostic.span.start);
            let message = attribute(&told(diagnostic));
            let _infallible = writeln!(
                out,
                "<testcase name=\"{rule} ({})\" classname=\"{name}\" file=\"{name}\" line=\"{}\">\
                 <failure type=\"{}\" message=\"{message}\">{name}:{}:{}: {message}</failure></testcase>",
                diagnostic.fingerprint,
                at.line,
                diagnostic.severity.name(),
                at.line,
                at.column,
            );
        }
        out + "</testsuite>\n"
    }

    fn tail(&self, summary: &Summary) -> String {
        summary.skipped.iter().map(skipped).collect::<String>() + "</testsuites>\n"
    }
}

fn suite(name: &str, counts: &str) -> String {
    format!("<testsuite name=\"{name}\" {counts}>\n")
}

/// A file that was not checked: a test that could not be run, or was not meant to be.
fn skipped(skipped: &Skipped) -> String {
    let (name, message) = (attribute(&skipped.path), attribute(&skipped.message));
    let (counts, element) = if skipped.is_failure {
        ("tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"", format!("error type=\"{}\"", skipped.reason))
    } else {
        ("tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\"", "skipped".to_owned())
    };
    let case =
        format!("<testcase name=\"saksama\" classname=\"{name}\"><{element} message=\"{message}\"/></testcase>\n");
    suite(&name, counts) + &case + "</testsuite>\n"
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn findings_fail_clean_files_pass_and_unread_ones_are_errors() {
        let (source, diagnostics) = sample::article();
        let failed = Junit.file(&source, &diagnostics);
        assert!(failed.starts_with("<testsuite name=\"draf.md\" tests=\"2\" failures=\"2\" "), "{failed}");
        let name = format!("<testcase name=\"di-terpisah ({})\" classname=\"draf.md\"", diagnostics[0].fingerprint);
        assert!(failed.contains(&name), "{failed}");
        assert!(failed.contains("<failure type=\"error\" message=\"Tulis “dimulai”"), "{failed}");
        let passed = Junit.file(&source, &[]);
        assert!(passed.contains("tests=\"1\" failures=\"0\"") && !passed.contains("<failure"), "{passed}");
        let unread = |is_failure| {
            let skipped = Skipped { path: "<a>".into(), reason: "binary", message: "b & c".into(), is_failure };
            Junit.tail(&Summary { skipped: vec![skipped], ..Summary::default() })
        };
        assert!(unread(true).contains("<error type=\"binary\" message=\"b &amp; c\"/>"), "{}", unread(true));
        assert!(unread(false).contains("classname=\"&lt;a&gt;\"><skipped message"), "{}", unread(false));
    }
}
