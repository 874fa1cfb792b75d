//! Adding a word to the nearest `saksama.words.txt`.

use std::path::{Path, PathBuf};

use super::configuration::WORDS;

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
