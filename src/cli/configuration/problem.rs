//! Mistakes in configuration, drawn for a terminal.

use codespan_reporting::diagnostic::{Diagnostic, Label};
use codespan_reporting::files::SimpleFile;
use codespan_reporting::term::{Config, emit_to_write_style};

use crate::config::Mistake;
use crate::report::{Palette, Styled};
use crate::rule::Lang;

/// What is wrong with a configuration, its rule files, or the names on the command line.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(super) lang: Lang,
    files: Vec<Faulty>,
}

/// A text with mistakes.
#[derive(Clone, Debug)]
struct Faulty {
    name: String,
    text: String,
    mistakes: Vec<Mistake>,
}

impl Problem {
    /// No problem yet.
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, files: Vec::new() }
    }

    /// Adds the mistakes of the text called `name`.
    pub(super) fn add(&mut self, name: &str, text: &str, mistakes: Vec<Mistake>) {
        if !mistakes.is_empty() {
            self.files.push(Faulty { name: harmless(name), text: harmless(text), mistakes });
        }
    }

    /// The problem as an error, when there is one.
    pub(super) fn into_result(self) -> Result<(), Self> {
        if self.files.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Every text with mistakes: its name, as seen from the current folder, the text as it may be shown, and the mistakes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str, &[Mistake])> {
        self.files.iter().map(|file| (&*file.name, &*file.text, &*file.mistakes))
    }

    /// The number of mistakes.
    pub fn count(&self) -> usize {
        self.files.iter().map(|file| file.mistakes.len()).sum()
    }

    /// The mistakes, each with its line and a caret under its place, ending in a blank line.
    ///
    /// Nothing in the texts can send control sequences to the terminal.
    pub fn render(&self, color: bool) -> String {
        let mut out = String::new();
        for file in &self.files {
            for mistake in &file.mistakes {
                out.push_str(&self.draw(file, mistake, color));
            }
        }
        out
    }

    fn draw(&self, file: &Faulty, mistake: &Mistake, color: bool) -> String {
        let mut diagnostic = Diagnostic::error().with_message(harmless(&mistake.message));
        if !file.text.is_empty() {
            diagnostic = diagnostic.with_label(Label::primary((), mistake.span.range()));
        }
        if let Some(hint) = &mistake.hint {
            diagnostic = diagnostic.with_note(harmless(hint));
        }
        let files = SimpleFile::new(&file.name, &file.text);
        let mut drawn = Styled::new(if color { Palette::ANSI } else { Palette::PLAIN }, self.lang);
        let trouble = self.lang.pick("tempatnya tidak dapat digambar", "its place cannot be drawn");
        match emit_to_write_style(&mut drawn, &Config::default(), &files, &diagnostic) {
            Ok(()) => drawn.into_text(),
            Err(_) => format!("{}: {} ({trouble})\n\n", file.name, harmless(&mistake.message)),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.render(false).trim_end())
    }
}

impl std::error::Error for Problem {}

/// The text with control characters and those that turn the direction of writing replaced, every byte in its place.
fn harmless(text: &str) -> String {
    let replace = |character: char| match character {
        '\n' | '\t' => character,
        '\r' => ' ',
        '\u{80}'..='\u{9f}' => '·',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        character if character.is_control() => '?',
        character => character,
    };
    text.chars().map(replace).collect()
}
