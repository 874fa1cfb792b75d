//! An article with findings, for the tests of the reports.

use crate::diagnostic::{Diagnostic, Fingerprint, Fix, Related, Safety, Severity};
use crate::text::{Edit, Source, Span};

/// The place of the only `needle` in `text`.
pub fn place(text: &str, needle: &str) -> Span {
    let start = text.find(needle).expect("the needle is in the text");
    Span::of(start..start + needle.len())
}

/// An article of three lines with an error that has a safe fix, and a warning with a related place and an unsafe fix.
pub fn article() -> (Source, Vec<Diagnostic>) {
    let text = "# Laporan 🕵️\n\nRapat di mulai pukul sembilan. Rapat itu rapat besar.\n";
    let error = finding(text, "di-terpisah", Severity::Error, "di mulai", "dimulai", Safety::Safe);
    let mut warning = finding(text, "kata-kunci-berulang", Severity::Warning, "rapat besar", "besar", Safety::Unsafe);
    warning.related.push(Related::here(place(text, "Rapat itu"), "juga di sini"));
    (Source::new("draf.md", text), vec![error, warning])
}

/// A finding at the only `wrong` in `text`, with the fix `right`.
pub fn finding(text: &str, rule: &str, severity: Severity, wrong: &str, right: &str, safety: Safety) -> Diagnostic {
    let span = place(text, wrong);
    Diagnostic {
        rule: rule.to_owned(),
        severity,
        span,
        message: format!("Tulis “{right}”, bukan “{wrong}”."),
        related: Vec::new(),
        fixes: vec![Fix { title: format!("Tulis “{right}”"), safety, edits: vec![Edit::replace(span, right)] }],
        fingerprint: Fingerprint::of(rule, wrong),
    }
}
