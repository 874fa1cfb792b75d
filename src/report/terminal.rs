//! The report for people: every finding drawn under its line, with what to write instead.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic as Drawing, Label, Severity as Level};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term;

use super::elsewhere::elsewhere;
use super::excerpt::{Row, excerpt};
use super::styled::Styled;
use super::{Palette, Places, Report, Summary, describe, visible};
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::rule::Lang;
use crate::text::{Location, Source, Span};

/// So many further places are drawn; the others are counted.
const RELATED: usize = 5;

/// The report for people at a terminal.
pub struct Terminal {
    /// The language of all words around the messages.
    pub lang: Lang,
    /// The colours.
    pub palette: Palette,
    /// Whether the totals are shown at the end.
    pub has_summary: bool,
}

impl Report for Terminal {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        if diagnostics.is_empty() {
            return String::new();
        }
        let places = Places::new(&source.text);
        let mut out = Styled::new(self.palette, self.lang);
        let config = term::Config::default();
        for diagnostic in diagnostics {
            let snippet = Snippet::new(&source.name, &places, diagnostic);
            let drawing = self.drawing(&source.text, diagnostic, &snippet);
            term::emit_to_write_style(&mut out, &config, &snippet, &drawing)
                .expect("every label lies in a row, and writing to memory does not fail");
        }
        out.into_text()
    }

    fn tail(&self, summary: &Summary) -> String {
        if self.has_summary { describe::summary_line(summary, self.lang) + "\n" } else { String::new() }
    }
}

impl Terminal {
    fn drawing(&self, text: &str, diagnostic: &Diagnostic, snippet: &Snippet) -> Drawing<()> {
        let level = match diagnostic.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Info => Level::Note,
        };
        let mut notes = describe::fixes(text, diagnostic, self.lang);
        let others = elsewhere(diagnostic);
        for other in others.iter().take(RELATED) {
            notes.push(format!("{}: {}: “{} …”", other.address(), visible(other.message), other.beginning()));
        }
        let here = diagnostic.related.len() - others.len();
        if let Some(more) =
            Some(here.saturating_sub(RELATED) + others.len().saturating_sub(RELATED)).filter(|more| *more > 0)
        {
            notes.push(match self.lang {
                Lang::Id => format!("dan {more} tempat lagi"),
                Lang::En => format!("and {more} more places"),
            });
        }
        Drawing::new(level)
            .with_code(visible(&diagnostic.rule))
            .with_message(visible(&diagnostic.message))
            .with_labels(snippet.labels(diagnostic))
            .with_notes(notes)
    }
}

/// The further places that are drawn: those in the text of the finding.
fn here(diagnostic: &Diagnostic) -> impl Iterator<Item = &Related> {
    diagnostic.related.iter().filter(|related| related.elsewhere.is_none()).take(RELATED)
}

/// The rows around one finding, as the drawing library wants a file to be.
struct Snippet {
    name: String,
    /// Where the finding begins in the source.
    at: Location,
    /// All rows' texts, each with a line break.
    text: String,
    rows: Vec<(Row, Placed)>,
}

/// Where a row lies in the text of a snippet.
struct Placed {
    /// Its line there; lines between two rows that are apart are left out, so that the gap is drawn.
    line: usize,
    range: Range<usize>,
}

impl Snippet {
    fn new(name: &str, places: &Places, diagnostic: &Diagnostic) -> Self {
        let spans: Vec<Span> =
            std::iter::once(diagnostic.span).chain(here(diagnostic).map(|related| related.span)).collect();
        let (mut text, mut rows, mut line) = (String::new(), Vec::new(), 0);
        for row in excerpt(places, &spans) {
            line += if row.is_apart { 4 } else { 1 };
            let start = text.len();
            text.push_str(&row.text);
            rows.push((row, Placed { line, range: start..text.len() }));
            text.push('\n');
        }
        let at = places.location(diagnostic.span.start);
        Self { name: visible(name).into_owned(), at, text, rows }
    }

    fn labels(&self, diagnostic: &Diagnostic) -> Vec<Label<()>> {
        let mut labels = Vec::new();
        for (row, placed) in &self.rows {
            for mark in &row.marks {
                let range = placed.range.start + mark.range.start..placed.range.start + mark.range.end;
                let related = mark.place.checked_sub(1).and_then(|index| here(diagnostic).nth(index));
                labels.push(match related {
                    None => Label::primary((), range),
                    Some(related) if mark.is_last => {
                        Label::secondary((), range).with_message(visible(&related.message))
                    }
                    Some(_) => Label::secondary((), range),
                });
            }
        }
        labels
    }

    fn row(&self, line: usize) -> Result<&(Row, Placed), Error> {
        let found = self.rows.iter().find(|(_, placed)| placed.line == line);
        found.ok_or(Error::LineTooLarge { given: line, max: self.rows.len() })
    }
}

impl<'a> Files<'a> for Snippet {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        let row = self.rows.iter().find(|(_, placed)| byte <= placed.range.end);
        row.map(|(_, placed)| placed.line).ok_or(Error::IndexTooLarge { given: byte, max: self.text.len() })
    }

    fn line_range(&'a self, (): (), line: usize) -> Result<Range<usize>, Error> {
        Ok(self.row(line)?.1.range.clone())
    }

    fn line_number(&'a self, (): (), line: usize) -> Result<usize, Error> {
        Ok(self.row(line)?.0.number)
    }

    fn column_number(&'a self, (): (), _line: usize, _byte: usize) -> Result<usize, Error> {
        // Only asked for where the finding begins.
        Ok(self.at.column as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn drawn(palette: Palette, source: &Source, diagnostics: &[Diagnostic]) -> String {
        let report = Terminal { lang: Lang::Id, palette, has_summary: true }.file(source, diagnostics);
        report.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    #[test]
    fn a_finding_is_drawn_with_what_to_write() {
        let (source, diagnostics) = sample::article();
        let expected = "\
kesalahan[di-terpisah]: Tulis “dimulai”, bukan “di mulai”.
  ┌─ draf.md:3:7
  │
3 │ Rapat di mulai pukul sembilan. Rapat itu rapat besar.
  │       ^^^^^^^^
  │
  = tulis: dimulai (aman)

peringatan[kata-kunci-berulang]: Tulis “besar”, bukan “rapat besar”.
  ┌─ draf.md:3:42
  │
3 │ Rapat di mulai pukul sembilan. Rapat itu rapat besar.
  │                                --------- ^^^^^^^^^^^
  │                                │
  │                                juga di sini
  │
  = tulis: besar (periksa dulu)

";
        assert_eq!(drawn(Palette::PLAIN, &source, &diagnostics), expected);
    }

    #[test]
    fn any_place_in_any_text_can_be_drawn() {
        let long = "é 🕵️‍♂️\t".repeat(60);
        for text in ["", "\u{FEFF}", "\u{FEFF}a\r\n\r\n\tb\rc\n\n d", "👩‍🦰\u{1B}\n\u{202E}é", long.as_str()] {
            let edges: Vec<usize> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).collect();
            let step = edges.len() / 12 + 1;
            for (&start, &end) in
                edges.iter().step_by(step).flat_map(|a| edges.iter().step_by(step).map(move |b| (a, b)))
            {
                let mut diagnostic = sample::article().1.remove(1);
                diagnostic.span = Span::of(start.min(end)..start.max(end));
                diagnostic.related[0].span = Span::of(0..end);
                diagnostic.fixes[0].edits.clear();
                let report = drawn(Palette::PLAIN, &Source::new("a", text), &[diagnostic]);
                assert!(report.contains('^') && report.contains(" a:"), "{text:?} {start} {end}\n{report}");
            }
        }
    }

    #[test]
    fn places_far_apart_in_one_line_are_drawn_apart() {
        let (mut source, mut diagnostics) = sample::article();
        source.text = format!("{}di mulai {}SANA", "kata ".repeat(40), "lagi ".repeat(40));
        diagnostics.truncate(1);
        diagnostics[0].span = sample::place(&source.text, "di mulai");
        diagnostics[0].fixes.clear();
        let span = sample::place(&source.text, "SANA");
        diagnostics[0].related = vec![crate::diagnostic::Related::here(span, "lihat")];
        let report = drawn(Palette::PLAIN, &source, &diagnostics);
        assert!(report.contains("draf.md:1:201"), "{report}");
        assert!(report.contains("  ·\n1 │ …lagi"), "{report}");
        assert!(report.lines().all(|line| line.chars().count() < 160), "{report}");
    }

    #[test]
    fn a_terminal_is_sent_no_control_characters_but_our_colours() {
        let (mut source, mut diagnostics) = sample::article();
        source.name = "a\u{1B}]0;b.md".to_owned();
        source.text = source.text.replace("Rapat di", "\u{9B}at\u{202E}di");
        diagnostics.truncate(1);
        diagnostics[0].message = "x\u{7}".to_owned();
        diagnostics[0].span = sample::place(&source.text, "di mulai");
        let plain = drawn(Palette::PLAIN, &source, &diagnostics);
        assert!(!plain.chars().any(|c| c != '\n' && (c.is_control() || c == '\u{202E}')), "{plain:?}");
        let ansi = drawn(Palette::ANSI, &source, &diagnostics);
        let ours = [Palette::ANSI.reset, Palette::ANSI.bold, Palette::ANSI.red, Palette::ANSI.cyan];
        let bare = ours.iter().fold(ansi, |text, ours| text.replace(ours, ""));
        assert_eq!(bare, plain);
    }
}
