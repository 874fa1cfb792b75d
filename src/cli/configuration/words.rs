//! Files of accepted words: one word a line, and what stands behind a `#` is a note.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chain::shown;
use super::{Kept, Problem, lock};
use crate::cli::cause::Cause;
use crate::config::{Mistake, Settings};
use crate::rule::Lang;
use crate::text::Span;

/// The name of the file that counts for its folder and all folders below.
pub const WORDS: &str = "saksama.words.txt";

/// The word files that govern paths; what has been read once is kept.
#[derive(Default)]
pub(super) struct WordFiles {
    governing: Kept<PathBuf, Arc<[PathBuf]>>,
    read: Kept<PathBuf, Result<Arc<Settings>, Problem>>,
}

impl WordFiles {
    /// The word files in `folder` and above it, the uppermost first.
    pub(super) fn above(&self, folder: &Path) -> Arc<[PathBuf]> {
        if let Some(known) = lock(&self.governing).get(folder) {
            return known.clone();
        }
        let mut found: Vec<PathBuf> = folder.parent().map(|parent| self.above(parent).to_vec()).unwrap_or_default();
        found.extend(Some(folder.join(WORDS)).filter(|file| file.is_file()));
        let found: Arc<[PathBuf]> = found.into();
        lock(&self.governing).entry(folder.to_owned()).or_insert(found).clone()
    }

    /// What the files say, as layers.
    pub(super) fn settings(&self, files: &[PathBuf], here: &Path, lang: Lang) -> Result<Vec<Arc<Settings>>, Problem> {
        let mut read = lock(&self.read);
        let one = |file: &PathBuf| read.entry(file.clone()).or_insert_with(|| settings(file, here, lang)).clone();
        files.iter().map(one).collect()
    }
}

fn settings(file: &Path, here: &Path, lang: Lang) -> Result<Arc<Settings>, Problem> {
    let trouble = |text: &str, mistake| {
        let mut problem = Problem::new(lang);
        problem.add(&shown(file, here), text, vec![mistake]);
        problem
    };
    match text(file, lang) {
        Ok(text) => Ok(Arc::new(Settings { accept: words(&text), ..Settings::default() })),
        Err(Unreadable::Refused(reason)) => {
            let reason = format!("{}: {reason}", shown(file, here));
            Err(trouble("", Mistake::new(Span::default(), reason)))
        }
        Err(Unreadable::Encoding(text, mistake)) => Err(trouble(&text, mistake)),
    }
}

/// Why a file cannot be read.
pub(super) enum Unreadable {
    /// The system refuses, for this reason.
    Refused(String),
    /// It is not UTF-8: what can be shown of it, and what is wrong.
    Encoding(String, Mistake),
}

/// The text of a file, without a mark of its encoding.
pub(super) fn text(file: &Path, lang: Lang) -> Result<String, Unreadable> {
    let bytes = fs::read(file).map_err(|error| Unreadable::Refused(Cause::from(&error).words(lang)))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let lossy = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let span = Span::of(at..at + char::REPLACEMENT_CHARACTER.len_utf8());
            let message = lang.pick("berkas ini bukan UTF-8 yang sah", "this file is not valid UTF-8");
            let hint = lang.pick("simpan berkas ini dengan pengodean UTF-8", "save this file in the encoding UTF-8");
            let mistake = Mistake { span, message: message.to_owned(), hint: Some(hint.to_owned()) };
            Err(Unreadable::Encoding(lossy, mistake))
        }
    }
}

/// The words of a word file, in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let word = |line: &str| line.split('#').next().unwrap_or_default().trim().to_lowercase();
    text.lines().map(word).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn notes_blank_lines_and_capitals_are_no_words() {
        assert_eq!(
            words("# istilah\r\n\r\nWisaya\r\n  tetikus # mouse\r\nNusa Indah\n"),
            ["wisaya", "tetikus", "nusa indah"]
        );
    }
}
