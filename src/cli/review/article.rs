//! A file under review: its text as it is on the disk, what is found in it, and writing it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::cli::read::read_file;
use crate::cli::trouble::Trouble;
use crate::cli::write::replace;
use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::format::encoding::Decoded;
use crate::lint::silence::silencing_edit;
use crate::lint::{Linter, Memo};
use crate::text::{Edit, Source, Span, apply};

/// A file under review.
pub struct Article {
    /// Its path, as it was given or found.
    pub path: PathBuf,
    /// Its text.
    pub source: Source,
    /// What is found in it, sorted by place.
    pub found: Vec<Diagnostic>,
    /// The encoding, in a text of no characters.
    shell: Decoded,
    memo: Memo,
}

/// The bytes of a file before and after it was written.
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// What it held; `None` where there was none.
    pub before: Option<Vec<u8>>,
    /// What it holds.
    pub after: Vec<u8>,
}

impl Article {
    /// Reads and lints the file at `path`.
    ///
    /// # Errors
    /// Why it cannot be reviewed.
    pub fn open(path: &Path, linter: &mut Linter) -> Result<Self, Trouble> {
        let Decoded { text, encoding } = read_file(path)?;
        let mut article = Self {
            path: path.to_owned(),
            source: Source::new(path.to_string_lossy(), text),
            found: Vec::new(),
            shell: Decoded { text: String::new(), encoding },
            memo: Memo::default(),
        };
        article.lint(linter)?;
        Ok(article)
    }

    /// Reads the file again; whether it has become another.
    ///
    /// # Errors
    /// Why it can no longer be reviewed.
    pub fn refresh(&mut self, linter: &mut Linter) -> Result<bool, Trouble> {
        let Decoded { text, encoding } = read_file(&self.path)?;
        if text == self.source.text && encoding == self.shell.encoding {
            return Ok(false);
        }
        self.source.text = text;
        self.shell.encoding = encoding;
        self.lint(linter)?;
        Ok(true)
    }

    /// Looks again at the text as it is.
    ///
    /// # Errors
    /// That the program fails on it.
    pub fn lint(&mut self, linter: &mut Linter) -> Result<(), Trouble> {
        let Self { source, memo, .. } = self;
        let format = Format::of_name(&source.name);
        // A mistake in this program must not end a review.
        let found = catch_unwind(AssertUnwindSafe(|| linter.lint_again(source, format, memo)));
        self.found = found.map_err(|_| Trouble::Internal)?;
        Ok(())
    }

    /// Makes `edits` and writes the file; what was found is then that of the new text.
    ///
    /// # Errors
    /// Why the file was left as it was.
    pub fn write(&mut self, edits: &[Edit], linter: &mut Linter) -> Result<Written, Trouble> {
        let new = apply(&self.source.text, edits);
        let (before, after) = (self.shell.encode(&self.source.text), self.shell.encode(&new));
        replace(&self.path, &before, &after)?;
        self.source.text = new;
        if self.lint(linter).is_err() {
            self.found.clear();
        }
        Ok(Written { path: self.path.clone(), before: Some(before), after })
    }

    /// The edit that writes a comment which silences `finding` for `reason`; `None` where no comment does just that.
    pub fn silencing(&self, finding: &Diagnostic, reason: &str, linter: &mut Linter) -> Option<Edit> {
        let format = Format::of_name(&self.source.name);
        let lint = |text: &str| linter.lint(&Source::new(&*self.source.name, text), format);
        silencing_edit(&self.source.text, format, (&self.found, finding), reason, lint)
    }
}

/// Where `span` lies once `edits`, sorted and disjoint, are made; `None` where one of them changes it.
pub fn moved(span: Span, edits: &[Edit]) -> Option<Span> {
    let mut by = 0_i64;
    for edit in edits {
        if edit.span.end <= span.start {
            by += i64::try_from(edit.text.len()).ok()? - i64::from(edit.span.len());
        } else if edit.span.start < span.end {
            return None;
        }
    }
    let shift = |at: u32| u32::try_from(i64::from(at) + by).ok();
    Some(Span::new(shift(span.start)?, shift(span.end)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_moves_with_the_edits_before_it() {
        let span = |start: usize, end: usize| Span::of(start..end);
        let edits = [Edit::replace(span(0, 2), "abc"), Edit::delete(span(10, 14))];
        for (at, expected) in [
            (span(2, 5), Some(span(3, 6))),
            (span(1, 3), None),
            (span(12, 16), None),
            (span(14, 16), Some(span(11, 13))),
        ] {
            assert_eq!(moved(at, &edits), expected, "{at:?}");
        }
    }
}
