//! A report in Markdown, for the summary of a job: totals first, then the findings file by file.

use std::fmt::Write as _;

use super::describe::summary_line;
use super::elsewhere::told;
use super::{Places, Report, Summary, from_here, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::Lang;
use crate::text::Source;

/// The report in Markdown.
pub struct Markdown {
    /// The language of the words around the findings.
    pub lang: Lang,
}

/// GitHub takes at most 1 MiB for the summary of a step; what goes beyond is left out, file by file, and counted.
const MOST_BYTES: usize = 1_000_000;

impl Report for Markdown {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let pick = |id: &'static str, en: &'static str| self.lang.pick(id, en);
        let mut out = format!(
            "\n<details><summary><code>{}</code>: {}</summary>\n\n| {} | | {} | {} |\n| ---: | --- | --- | --- |\n",
            html(&from_here(&source.name)),
            diagnostics.len(),
            pick("Baris", "Line"),
            pick("Temuan", "Finding"),
            pick("Aturan", "Rule"),
        );
        for diagnostic in diagnostics {
            let line = places.location(diagnostic.span.start).line;
            let severity = severity(diagnostic.severity, self.lang);
            let (message, rule) = (escaped(&told(diagnostic)), escaped(&diagnostic.rule));
            let _infallible = writeln!(out, "| {line} | {severity} | {message} | {rule} |");
        }
        out + "\n</details>\n"
    }

    fn is_held(&self) -> bool {
        true
    }

    fn whole(&self, parts: &[String], summary: &Summary) -> String {
        let mut out = format!("## Saksama\n\n{}\n", escaped(&summary_line(summary, self.lang)));
        out += &self.by_rule(summary);
        out += &self.skipped(summary);
        for (index, part) in parts.iter().enumerate() {
            if out.len() + part.len() > MOST_BYTES {
                let left = parts.len() - index;
                let _infallible = match self.lang {
                    Lang::Id => writeln!(out, "\nTemuan di {left} berkas lain tidak dimuat di sini."),
                    Lang::En => writeln!(out, "\nThe findings in {left} more files are left out here."),
                };
                break;
            }
            out += part;
        }
        out
    }
}

impl Markdown {
    fn by_rule(&self, summary: &Summary) -> String {
        if summary.rules.is_empty() {
            return String::new();
        }
        let mut out = format!(
            "\n| {} | {} |\n| --- | ---: |\n",
            self.lang.pick("Aturan", "Rule"),
            self.lang.pick("Temuan", "Findings")
        );
        for (rule, count) in summary.ranking() {
            let _infallible = writeln!(out, "| {} | {} |", escaped(rule), count.findings);
        }
        out
    }

    fn skipped(&self, summary: &Summary) -> String {
        if summary.skipped.is_empty() {
            return String::new();
        }
        let mut out = format!("\n{}\n\n", self.lang.pick("Tidak diperiksa:", "Not checked:"));
        for skipped in &summary.skipped {
            let _infallible = writeln!(out, "- {}: {}", escaped(&skipped.path), escaped(&skipped.message));
        }
        out
    }
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("kesalahan", "error"),
        Severity::Warning => lang.pick("peringatan", "warning"),
        Severity::Info => "info",
    }
}

/// `text` with nothing in it that Markdown or HTML would read, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in html(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '!' | '$' | '@' | ':') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// `text` with nothing in it that HTML would read, on one line.
fn html(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn totals_stand_first_and_nothing_from_the_text_is_markup() {
        let (mut source, mut diagnostics) = sample::article();
        source.name = "./<b>&.md".to_owned();
        diagnostics[0].message = "a | b [c](d) <script>\n*e* @f".to_owned();
        let mut summary = Summary::default();
        summary.add(&diagnostics);
        let report = Markdown { lang: Lang::Id };
        let text = report.whole(&[report.file(&source, &diagnostics)], &summary);
        assert!(text.starts_with("## Saksama\n\n1 kesalahan, 1 peringatan, 0 info di 1 dari 1 berkas"), "{text}");
        assert!(text.contains("| di-terpisah | 1 |"), "{text}");
        assert!(text.contains("<code>&lt;b&gt;&amp;.md</code>: 2"), "{text}");
        assert!(
            text.contains("| 3 | kesalahan | a \\| b \\[c\\](d) &lt;script&gt;␊\\*e\\* \\@f | di-terpisah |"),
            "{text}"
        );
    }

    #[test]
    fn what_is_too_much_is_counted() {
        let report = Markdown { lang: Lang::En };
        let parts = vec!["x".repeat(400_000); 4];
        let text = report.whole(&parts, &Summary::default());
        assert!(text.len() < MOST_BYTES + 100 && text.ends_with("The findings in 2 more files are left out here.\n"));
    }
}
