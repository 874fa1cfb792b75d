//! The decision file: what was looked at and left, so that it is not asked again.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The name of the decision file.
pub const NAME: &str = "saksama.review.jsonl";

/// One decision, as it stands on a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decision {
    /// The file that the finding is in, seen from the folder of the decision file, with `/`.
    pub path: String,
    /// The rule that speaks.
    pub rule: String,
    /// Which of its findings is meant; all in the file when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
struct Line<D> {
    decision: Verb,
    #[serde(flatten)]
    of: D,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Verb {
    /// It is left as it is.
    Skip,
    /// An earlier line no longer holds.
    Ask,
}

/// The decisions of all reviews. A line is added for each at once, so that nothing is lost however a review ends.
pub struct Decisions {
    file: PathBuf,
    made: HashSet<Decision>,
    /// The numbers of lines that could not be read, from 1.
    pub unread: Vec<usize>,
    /// The file, once something has been added.
    open: Option<File>,
    /// Whether the file ends in the middle of a line.
    is_torn: bool,
}

impl Decisions {
    /// The decisions in `file`; none where there is no such file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn read(file: &Path) -> io::Result<Self> {
        let text = match std::fs::read(file) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error),
        };
        let is_torn = !text.is_empty() && !text.ends_with('\n');
        let mut all = Self { file: file.to_owned(), made: HashSet::new(), unread: Vec::new(), open: None, is_torn };
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Line<Decision>>(line) {
                Ok(Line { decision: Verb::Skip, of }) => drop(all.made.insert(of)),
                Ok(Line { decision: Verb::Ask, of }) => drop(all.made.remove(&of)),
                Err(_) => all.unread.push(index + 1),
            }
        }
        Ok(all)
    }

    /// The number of decisions.
    pub fn len(&self) -> usize {
        self.made.len()
    }

    /// Whether a finding of `rule` in the file at `path` has been decided upon.
    pub fn holds(&self, path: &str, rule: &str, fingerprint: &str) -> bool {
        let decision = |fingerprint: Option<&str>| Decision {
            path: path.to_owned(),
            rule: rule.to_owned(),
            fingerprint: fingerprint.map(str::to_owned),
        };
        !self.made.is_empty()
            && (self.made.contains(&decision(Some(fingerprint))) || self.made.contains(&decision(None)))
    }

    /// Decides.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&mut self, decision: Decision) -> io::Result<()> {
        self.write(Verb::Skip, &decision)?;
        self.made.insert(decision);
        Ok(())
    }

    /// Takes a decision back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_back(&mut self, decision: &Decision) -> io::Result<()> {
        self.write(Verb::Ask, decision)?;
        self.made.remove(decision);
        Ok(())
    }

    /// Forgets the decisions for this review, and leaves the file as it is.
    pub fn forget(&mut self) {
        self.made.clear();
    }

    fn write(&mut self, decision: Verb, of: &Decision) -> io::Result<()> {
        let file = match &mut self.open {
            Some(file) => file,
            None => self.open.insert(OpenOptions::new().create(true).append(true).open(&self.file)?),
        };
        let gap = if std::mem::take(&mut self.is_torn) { "\n" } else { "" };
        let line = serde_json::to_string(&Line { decision, of })?;
        // One call for the whole line: what another review adds at the same time stands before or behind it.
        file.write_all(format!("{gap}{line}\n").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(fingerprint: Option<&str>) -> Decision {
        Decision { path: "a.md".to_owned(), rule: "r".to_owned(), fingerprint: fingerprint.map(str::to_owned) }
    }

    #[test]
    fn what_was_decided_is_known_the_next_time_even_after_a_torn_line() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let file = folder.path().join(NAME);
        let mut first = Decisions::read(&file).expect("no file is no decision");
        assert!(!file.exists(), "nothing is written before something is decided");
        first.add(decision(Some("1"))).expect("writable");
        first.add(decision(Some("2"))).expect("writable");
        first.take_back(&decision(Some("2"))).expect("writable");
        let torn = std::fs::read_to_string(&file).expect("readable") + "{\"decision\":\"sk";
        std::fs::write(&file, torn).expect("writable");
        let mut second = Decisions::read(&file).expect("readable");
        assert_eq!((second.len(), second.unread.as_slice()), (1, &[4][..]));
        let holds = |all: &Decisions, print| all.holds("a.md", "r", print);
        assert!(holds(&second, "1") && !holds(&second, "2") && !second.holds("b.md", "r", "1"));
        second.add(decision(None)).expect("writable");
        let third = Decisions::read(&file).expect("readable");
        assert!(holds(&third, "2") && !third.holds("a.md", "s", "1"), "the whole rule in the file, and no other");
    }
}
