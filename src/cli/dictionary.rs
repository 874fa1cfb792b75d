//! Adding a word to the nearest `saksama.words.txt`.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::configuration::WORDS;
use super::trouble::Trouble;
use super::write::replace;
use crate::diagnostic::Diagnostic;
use crate::rule::{Group, Rule};

/// The word that `finding`, by one of `rules`, is about, where accepting it would silence the finding.
pub fn word_of(rules: &[Rule], finding: &Diagnostic, text: &str) -> Option<String> {
    let rule = rules.iter().find(|rule| rule.name == finding.rule)?;
    let word = finding.span.of_text(text);
    let is_word = !word.is_empty() && !word.contains(|c: char| c.is_whitespace() || c == '#');
    (matches!(rule.group, Group::Ejaan | Group::Kata) && is_word).then(|| word.to_lowercase())
}

/// A word file that has been given a word.
pub struct Added {
    /// The file.
    pub file: PathBuf,
    /// Its bytes before; `None` where there was no such file.
    pub before: Option<Vec<u8>>,
    /// Its bytes now.
    pub after: Vec<u8>,
}

/// Adds `word` to the word file that counts for the text at `path`, see [`file()`].
///
/// # Errors
/// The file, and why it was left as it was.
pub fn add(path: &Path, root: &Path, word: &str) -> Result<Added, (PathBuf, Trouble)> {
    let root = if path.starts_with(root) { root } else { path.parent().unwrap_or(root) };
    let file = file(path, root);
    let failed = |error: io::Error| (file.clone(), Trouble::Unwritable((&error).into()));
    let before = match fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default()).into_owned();
    let after = with_word(&text, word).into_bytes();
    match &before {
        Some(before) => replace(&file, before, &after).map_err(|trouble| (file.clone(), trouble))?,
        None => fs::File::create_new(&file).and_then(|mut new| new.write_all(&after)).map_err(failed)?,
    }
    Ok(Added { file, before, after })
}

/// The word file that counts for the text at `path`: the nearest upward as far as `root`, or a new one in `root`.
pub fn file(path: &Path, root: &Path) -> PathBuf {
    let inside = path.ancestors().skip(1).take_while(|folder| folder.starts_with(root));
    inside.map(|folder| folder.join(WORDS)).find(|file| file.is_file()).unwrap_or_else(|| root.join(WORDS))
}

/// The text of a word file with one more word; as it was where it has the word already.
pub fn with_word(text: &str, word: &str) -> String {
    let known = |line: &str| line.split('#').next().unwrap_or_default().trim().to_lowercase() == word.to_lowercase();
    if text.lines().any(known) {
        return text.to_owned();
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
    format!("{text}{gap}{word}{line_end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_added_once_on_a_line_of_its_own() {
        assert_eq!(with_word("", "wisaya"), "wisaya\n");
        assert_eq!(with_word("tetikus # mouse", "wisaya"), "tetikus # mouse\nwisaya\n");
        assert_eq!(with_word("a\r\n", "b"), "a\r\nb\r\n");
        assert_eq!(with_word("Wisaya # wizard\n", "wisaya"), "Wisaya # wizard\n");
    }
}
