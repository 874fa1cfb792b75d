//! Globs as in `.gitignore`, relative to a folder.

use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// A list of globs: `*.md` anywhere, `blog/` with all that is in it, `/draf.md` here only, `!x` for not; the last that
/// fits decides.
#[derive(Clone, Debug)]
pub struct Globs(Gitignore);

impl Globs {
    /// Compiles globs.
    ///
    /// # Errors
    /// The first glob that cannot be used: its index, and what is wrong with it.
    pub fn new<'g>(globs: impl IntoIterator<Item = &'g str>) -> Result<Self, (usize, String)> {
        let mut builder = GitignoreBuilder::new("");
        builder.allow_unclosed_class(false);
        for (at, glob) in globs.into_iter().enumerate() {
            builder.add_line(None, glob).map_err(|error| (at, reason(error)))?;
        }
        builder.build().map(Self).map_err(|error| (0, reason(error)))
    }

    /// Whether the file at `path`, relative to the folder of the globs, fits. A path outside the folder does not.
    pub fn fit(&self, path: &Path) -> bool {
        path.is_relative() && self.0.matched_path_or_any_parents(path, false).is_ignore()
    }
}

fn reason(error: ignore::Error) -> String {
    match error {
        ignore::Error::Glob { err, .. } => err,
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_fit_as_in_gitignore() {
        for (globs, path, fits) in [
            (&["*.md"][..], "a/b/c.md", true),
            (&["*.md"], "a/b/c.txt", false),
            (&["blog/"], "blog/2020/a.md", true),
            (&["blog/"], "x/blog/a.md", true),
            (&["/blog/"], "x/blog/a.md", false),
            (&["blog/**"], "blog/2020/a.md", true),
            (&["blog/*.md"], "blog/2020/a.md", false),
            (&["blog/", "!blog/baru.md"], "blog/baru.md", false),
            (&["**"], "a.md", true),
            (&["*.md"], "/a.md", false),
            (&[], "a.md", false),
        ] {
            let compiled = Globs::new(globs.iter().copied()).expect("good globs");
            assert_eq!(compiled.fit(Path::new(path)), fits, "{globs:?} {path}");
        }
        assert_eq!(Globs::new(["a", "[b"]).map(|_| ()).map_err(|(at, _)| at), Err(1));
    }
}
