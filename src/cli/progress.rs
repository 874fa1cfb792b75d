//! How far a long run has come, told on a terminal, and its end when somebody wants it ended.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::rule::Lang;

/// A run that is over sooner needs no telling.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line on standard error that says how many files are done; nothing where that is no terminal.
pub struct Progress {
    bar: Option<ProgressBar>,
    is_shown: bool,
    begun: Instant,
}

impl Progress {
    /// The progress of a run over so many files.
    pub fn of(files: usize, lang: Lang) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_wanted = io::stderr().is_terminal() && !is_dumb;
        Self { bar: is_wanted.then(|| bar(files, lang)), is_shown: false, begun: Instant::now() }
    }

    /// A run that tells nothing.
    pub fn silent() -> Self {
        Self { bar: None, is_shown: false, begun: Instant::now() }
    }

    /// Another file is done.
    pub fn step(&mut self) {
        let Some(bar) = &self.bar else { return };
        if !self.is_shown && self.begun.elapsed() > PATIENCE {
            self.is_shown = true;
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.inc(1);
    }

    /// Takes the line aside while `write` writes.
    pub fn aside<R>(&self, write: impl FnOnce() -> R) -> R {
        match &self.bar {
            Some(bar) if self.is_shown => bar.suspend(write),
            _ => write(),
        }
    }

    /// Takes the line away.
    pub fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

fn bar(files: usize, lang: Lang) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
    let template = lang.pick(
        "{bar:24} {pos} dari {len} berkas, kira-kira {eta} lagi",
        "{bar:24} {pos} of {len} files, about {eta} left",
    );
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("━╾─"));
    }
    bar
}
