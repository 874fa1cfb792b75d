//! Drawings with our colours and our words for severities.

use std::fmt;

use codespan_reporting::diagnostic::{LabelStyle, Severity as Level};
use codespan_reporting::term::{GeneralWriteResult, WriteStyle};

use super::Palette;
use crate::rule::Lang;

/// Collects a drawing with its colours, and puts the severity into the writer's words.
pub struct Styled {
    text: String,
    palette: Palette,
    lang: Lang,
    /// The severity whose name is written next.
    level: Option<Level>,
}

impl Styled {
    /// Nothing drawn yet.
    pub const fn new(palette: Palette, lang: Lang) -> Self {
        Self { text: String::new(), palette, lang, level: None }
    }

    /// What was drawn.
    pub fn into_text(self) -> String {
        self.text
    }

    fn style(&mut self, styles: &[&str]) -> GeneralWriteResult {
        self.text.push_str(self.palette.reset);
        styles.iter().for_each(|style| self.text.push_str(style));
        Ok(())
    }

    const fn color(&self, level: Level) -> &'static str {
        match level {
            Level::Bug | Level::Error => self.palette.red,
            Level::Warning => self.palette.yellow,
            Level::Note | Level::Help => self.palette.cyan,
        }
    }
}

impl fmt::Write for Styled {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text.push_str(match self.level.take() {
            Some(Level::Bug | Level::Error) => self.lang.pick("kesalahan", "error"),
            Some(Level::Warning) => self.lang.pick("peringatan", "warning"),
            Some(Level::Note | Level::Help) => "info",
            None => text,
        });
        Ok(())
    }

    /// Rows are written so, one character after the other; the name of a severity is not.
    fn write_char(&mut self, character: char) -> fmt::Result {
        self.text.push(character);
        Ok(())
    }
}

impl WriteStyle for Styled {
    fn set_header(&mut self, level: Level) -> GeneralWriteResult {
        self.level = Some(level);
        self.style(&[self.palette.bold, self.color(level)])
    }

    fn set_header_message(&mut self) -> GeneralWriteResult {
        self.style(&[self.palette.bold])
    }

    fn set_line_number(&mut self) -> GeneralWriteResult {
        self.style(&[self.palette.cyan])
    }

    fn set_note_bullet(&mut self) -> GeneralWriteResult {
        self.style(&[self.palette.cyan])
    }

    fn set_source_border(&mut self) -> GeneralWriteResult {
        self.style(&[self.palette.cyan])
    }

    fn set_label(&mut self, level: Level, style: LabelStyle) -> GeneralWriteResult {
        match style {
            LabelStyle::Primary => self.style(&[self.color(level)]),
            LabelStyle::Secondary => self.style(&[self.palette.cyan]),
        }
    }

    fn reset(&mut self) -> GeneralWriteResult {
        self.style(&[])
    }
}
