//! Where reports and notes go.

use std::fs::File;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

use super::arguments::When;
use crate::report::Palette;

/// A place for a report. A reader that goes away, as `head` does, is no failure.
pub struct Output {
    target: Box<dyn Write>,
    is_closed: bool,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self { target: Box::new(io::stdout().lock()), is_closed: false }
    }

    /// Standard error.
    pub fn stderr() -> Self {
        Self { target: Box::new(io::stderr().lock()), is_closed: false }
    }

    /// The file at `path`, emptied.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(path: &Path) -> io::Result<Self> {
        Ok(Self { target: Box::new(io::BufWriter::new(File::create(path)?)), is_closed: false })
    }

    /// Writes `bytes`, or does nothing when nobody reads any more.
    ///
    /// # Errors
    /// When the bytes cannot be written for another reason.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.is_closed || bytes.is_empty() {
            return Ok(());
        }
        let written = self.target.write_all(bytes);
        self.settle(written)
    }

    /// Sends on what is still held back.
    ///
    /// # Errors
    /// See [`Output::write`].
    pub fn flush(&mut self) -> io::Result<()> {
        let flushed = self.target.flush();
        self.settle(flushed)
    }

    /// Whether nobody reads any more.
    pub const fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn settle(&mut self, result: io::Result<()>) -> io::Result<()> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            other => other,
        }
    }
}

/// Says `line` on standard error; nobody listening is no failure.
pub fn say(line: &str) {
    let _nobody_listens = writeln!(io::stderr(), "{}", line.trim_end_matches('\n'));
}

/// The colours for standard output.
pub fn palette(when: When) -> Palette {
    if is_colored(when, io::stdout().is_terminal()) { Palette::ANSI } else { Palette::PLAIN }
}

/// Whether standard error gets colours.
pub fn is_stderr_colored(when: When) -> bool {
    is_colored(when, io::stderr().is_terminal())
}

fn is_colored(when: When, is_terminal: bool) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let is_unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            is_terminal && !is_unwanted && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}
