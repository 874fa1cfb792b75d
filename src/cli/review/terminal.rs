//! The terminal that a review talks through: single keys where it has them, whole lines where it has not.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use console::{Key, Term};
use dialoguer::Input;
use dialoguer::theme::SimpleTheme;

/// The width that is taken where none is known, in columns.
const WIDTH: usize = 80;

/// A terminal, or what stands in for one: a pipe, a file, an editor's shell.
pub struct Terminal {
    screen: Term,
    takes_keys: bool,
}

impl Terminal {
    /// The terminal of this process. One that is dumb, or only half there, is asked for lines.
    pub fn new() -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let takes_keys = !is_dumb && io::stdin().is_terminal() && io::stdout().is_terminal();
        Self { screen: Term::stdout(), takes_keys }
    }

    /// How many columns a line has.
    pub fn width(&self) -> usize {
        self.screen.size_checked().map_or(WIDTH, |(_, columns)| usize::from(columns).clamp(30, 120))
    }

    /// Shows `text`. That nobody reads it is found out at the next question.
    pub fn show(&self, text: &str) {
        let _nobody_reads = io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
    }

    /// What is typed at a question: one key, or a line. `None` where there is no more input, and when it is broken off.
    pub fn key(&self) -> Option<String> {
        self.show("> ");
        if !self.takes_keys {
            return self.read_line();
        }
        let typed = match self.screen.read_key_raw() {
            Ok(Key::Char('\u{4}') | Key::CtrlC | Key::Escape) | Err(_) => None,
            Ok(Key::Char(character)) => Some(character.to_string()),
            Ok(_) => Some(String::new()),
        };
        self.show(&format!("{}\n", typed.as_deref().unwrap_or_default()));
        typed
    }

    /// A line of text, beginning with `initial` where it can be changed. `None` where there is no more input.
    pub fn line(&self, prompt: &str, initial: &str) -> Option<String> {
        if !self.takes_keys {
            self.show(&format!("{prompt}: "));
            return self.read_line();
        }
        let input = Input::<String>::with_theme(&SimpleTheme).with_prompt(prompt).allow_empty(true);
        input.with_initial_text(initial).interact_text_on(&self.screen).ok()
    }

    fn read_line(&self) -> Option<String> {
        let mut line = String::new();
        match io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => {
                self.show("\n");
                None
            }
            Ok(_) => {
                let line = line.trim_end_matches(['\n', '\r']).to_owned();
                // What is typed stands on the screen already; what comes from elsewhere does not.
                if !io::stdin().is_terminal() {
                    self.show(&format!("{line}\n"));
                }
                Some(line)
            }
        }
    }
}
