//! What git knows of a folder, asked of the program `git`.

use std::io::{self, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::report::visible;
use crate::rule::Lang;

/// The repository that the program runs in.
pub struct Repository {
    root: PathBuf,
}

/// What is compared with an earlier state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The files as they are.
    Files,
    /// The index: what the next commit will hold.
    Index,
}

/// A file that is not what it was.
#[derive(Debug)]
pub struct Changed {
    /// The path from the root of the repository.
    pub path: PathBuf,
    /// The name of the content in the index, where that was compared.
    pub content: String,
    /// What changed in it.
    pub extent: Extent,
}

/// What changed in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it, or git cannot say what.
    Whole,
    /// These lines, from 0; an empty range is where lines were taken away.
    Lines(Vec<Range<usize>>),
}

/// Why git does not answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no program `git`.
    Absent,
    /// The folder lies in no repository.
    Outside,
    /// Nothing is known by this name.
    UnknownName(String),
    /// This and the current commit have no ancestor in common, as far as is known.
    Unrelated(String),
    /// Another reason, in git's own words.
    Other(String),
}

impl Repository {
    /// The repository of the current folder.
    ///
    /// # Errors
    /// Why there is none.
    pub fn here() -> Result<Self, Refusal> {
        let root = text(succeeded(git(Path::new("."), &["rev-parse", "--show-toplevel"], b"")?)?);
        Ok(Self { root: PathBuf::from(root) })
    }

    /// The folder that paths are relative to.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether `name` names a commit.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn is_commit(&self, name: &str) -> Result<bool, Refusal> {
        let commit = format!("{name}^{{commit}}");
        let asked = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], b"")?;
        Ok(asked.status.success())
    }

    /// The commit at which the current branch and `name` parted.
    ///
    /// # Errors
    /// When there is none, or `name` is not known.
    pub fn parting(&self, name: &str) -> Result<String, Refusal> {
        if !self.is_commit(name)? {
            return Err(Refusal::UnknownName(name.to_owned()));
        }
        let asked = self.ask(&["merge-base", "HEAD", name], b"")?;
        match asked.status.code() {
            Some(0) => Ok(text(asked.stdout)),
            Some(1) => Err(Refusal::Unrelated(name.to_owned())),
            _ => Err(Refusal::Other(text(asked.stderr))),
        }
    }

    /// The main branch: that of the remote the branch belongs to where that is known, else one of the usual names; the
    /// current commit where there is none, and `None` before the first commit.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn main_branch(&self) -> Result<Option<String>, Refusal> {
        const USUAL: [&str; 7] =
            ["origin/HEAD", "origin/main", "origin/master", "@{upstream}", "main", "master", "HEAD"];
        for name in USUAL {
            if self.is_commit(name)? {
                return Ok(Some(name.to_owned()));
            }
        }
        Ok(None)
    }

    /// The name of a state without files.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn nothing(&self) -> Result<String, Refusal> {
        succeeded(self.ask(&["hash-object", "-t", "tree", "--stdin"], b"")?).map(text)
    }

    /// The files that no commit and no index has, ignored ones left out; from the root.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn untracked(&self) -> Result<Vec<PathBuf>, Refusal> {
        let listed = succeeded(self.ask(&["ls-files", "--others", "--exclude-standard", "-z"], b"")?)?;
        Ok(listed.split(|&byte| byte == 0).filter(|path| !path.is_empty()).map(path_of).collect())
    }

    /// What `side` has that was not so in the commit or tree `since`; with the index, in the last commit when not said.
    /// Files that are gone or only have another name are left out.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn changes(&self, side: Side, since: Option<&str>) -> Result<Vec<Changed>, Refusal> {
        let mut arguments = vec!["diff", "--raw", "--patch", "-z", "--no-abbrev", "--unified=0"];
        arguments.extend(["--inter-hunk-context=0", "--find-renames", "--diff-filter=ACMR", "--no-color"]);
        arguments.extend(["--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all"]);
        arguments.extend((side == Side::Index).then_some("--cached"));
        arguments.extend(since);
        arguments.push("--");
        Ok(changes(&succeeded(self.ask(&arguments, b"")?)?))
    }

    /// The contents that the index has under these names.
    ///
    /// # Errors
    /// When git does not answer.
    pub fn contents(&self, names: &[&str]) -> Result<Vec<Vec<u8>>, Refusal> {
        let asked = names.iter().flat_map(|name| [name, "\n"]).collect::<String>();
        let answer = succeeded(self.ask(&["cat-file", "--batch"], asked.as_bytes())?)?;
        contents(&answer, names.len()).ok_or_else(|| Refusal::Other("git cat-file --batch".to_owned()))
    }

    fn ask(&self, arguments: &[&str], input: &[u8]) -> Result<Output, Refusal> {
        git(&self.root, arguments, input)
    }
}

impl Refusal {
    /// What is wrong and what to do, in a sentence.
    pub fn message(&self, lang: Lang) -> String {
        let pick = |id: &str, en: &str| lang.pick(id, en).to_owned();
        match self {
            Self::Absent => pick(
                "program git tidak ditemukan; --changed dan --staged memerlukannya. Pasang git, atau periksa berkasnya \
                 tanpa pilihan itu",
                "the program git was not found; --changed and --staged need it. Install git, or check the files without \
                 the option",
            ),
            Self::Outside => pick(
                "folder ini tidak berada di dalam repositori git; --changed dan --staged memerlukannya. Jalankan di dalam \
                 repositori, atau tanpa pilihan itu",
                "this folder is not inside a git repository, which --changed and --staged need. Run it inside one, or \
                 without the option",
            ),
            Self::UnknownName(name) => match lang {
                Lang::Id => format!(
                    "git tidak mengenal “{}” sebagai cabang, tag, atau commit; periksa ejaannya, atau ambil dulu dengan: \
                     git fetch",
                    visible(name)
                ),
                Lang::En => format!(
                    "git knows no branch, tag or commit “{}”; check its spelling, or fetch it first with: git fetch",
                    visible(name)
                ),
            },
            Self::Unrelated(name) => match lang {
                Lang::Id => format!(
                    "“{}” dan commit ini tidak punya leluhur bersama yang diketahui; bila klona ini dangkal, ambil \
                     riwayatnya dengan: git fetch --unshallow (di GitHub Actions: fetch-depth: 0)",
                    visible(name)
                ),
                Lang::En => format!(
                    "“{}” and this commit have no known ancestor in common; in a shallow clone fetch the history with: \
                     git fetch --unshallow (in GitHub Actions: fetch-depth: 0)",
                    visible(name)
                ),
            },
            Self::Other(words) => {
                format!("{}: {}", lang.pick("git tidak dapat menjawab", "git cannot answer"), visible(words))
            }
        }
    }
}

/// Runs git in `folder`, with what it says in plain English, without waiting for locks.
fn git(folder: &Path, arguments: &[&str], input: &[u8]) -> Result<Output, Refusal> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Refusal::Absent,
        _ => Refusal::Other(error.to_string()),
    })?;
    let stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        // Git answers while it is still being asked.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    output.map_err(|error| Refusal::Other(error.to_string()))
}

fn succeeded(output: Output) -> Result<Vec<u8>, Refusal> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = text(output.stderr);
    Err(if said.contains("not a git repository") { Refusal::Outside } else { Refusal::Other(said) })
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt as _;
    std::ffi::OsStr::from_bytes(bytes).into()
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    String::from_utf8_lossy(bytes).into_owned().into()
}

/// The regular files in an answer of `git diff --raw --patch -z`: a list of files, an empty entry, a patch of each.
fn changes(answer: &[u8]) -> Vec<Changed> {
    let mut rest = answer;
    let mut files = Vec::new();
    while rest.first() == Some(&b':') {
        let Some(entry) = entry(&mut rest) else { return Vec::new() };
        files.push(entry);
    }
    let extents = extents(rest.strip_prefix(b"\0").unwrap_or(rest));
    let is_in_step = extents.len() == files.len();
    let extent = |at: usize| if is_in_step { extents[at].clone() } else { Some(Extent::Whole) };
    let files = files.into_iter().enumerate().filter_map(|(at, file)| {
        let Entry { is_file, is_new, path, content } = file;
        let extent = if is_new { Extent::Whole } else { extent(at)? };
        is_file.then(|| Changed { path: path_of(&path), content, extent })
    });
    files.collect()
}

/// One file of the list: `:MODE MODE NAME NAME STATUS`, and its path, after its old path where it was renamed.
struct Entry {
    is_file: bool,
    is_new: bool,
    path: Vec<u8>,
    content: String,
}

fn entry(rest: &mut &[u8]) -> Option<Entry> {
    let mut next = || {
        let end = rest.iter().position(|&byte| byte == 0)?;
        let (field, after) = rest.split_at(end);
        *rest = &after[1..];
        Some(field.to_vec())
    };
    let head = String::from_utf8(next()?).ok()?;
    let [old_mode, mode, _, content, status] = head.split(' ').collect::<Vec<_>>()[..] else { return None };
    let mut path = next()?;
    if status.starts_with(['R', 'C']) {
        path = next()?;
    }
    let (is_file, is_new) = (mode.starts_with("100"), !old_mode.starts_with(":100"));
    Some(Entry { is_file, is_new, path, content: content.to_owned() })
}

/// For every file of a patch, what changed in its content; `None` where nothing did.
fn extents(patch: &[u8]) -> Vec<Option<Extent>> {
    let mut extents: Vec<Option<Extent>> = Vec::new();
    let mut lines = patch.split(|&byte| byte == b'\n');
    while let Some(line) = lines.next() {
        if line.starts_with(b"diff --git ") {
            extents.push(None);
        } else if line.starts_with(b"Binary files ") || line.starts_with(b"GIT binary patch") {
            extents.last_mut().into_iter().for_each(|last| *last = Some(Extent::Whole));
        } else if let Some((old, new)) = hunk(line) {
            // What stands in a text may look like the head of a patch.
            let is_text = |line: &&[u8]| !line.starts_with(b"\\");
            lines.by_ref().filter(is_text).take(old + new.len()).for_each(drop);
            match extents.last_mut() {
                Some(Some(Extent::Lines(lines))) => lines.push(new),
                Some(last @ None) => *last = Some(Extent::Lines(vec![new])),
                _ => {}
            }
        }
    }
    extents
}

/// The number of old lines and the new lines, from 0, of a head such as `@@ -3,2 +4 @@`.
fn hunk(line: &[u8]) -> Option<(usize, Range<usize>)> {
    let line = str::from_utf8(line.strip_prefix(b"@@ -")?.split(|&byte| byte == b'@').next()?).ok()?;
    let (old, new) = line.trim_end().split_once(" +")?;
    let parts = |range: &str| -> Option<(usize, usize)> {
        let (start, count) = range.split_once(',').unwrap_or((range, "1"));
        Some((start.parse().ok()?, count.parse().ok()?))
    };
    let (_, old) = parts(old)?;
    let (start, count) = parts(new)?;
    // Where no line is new, the line before is named.
    let start = if count == 0 { start } else { start.saturating_sub(1) };
    Some((old, start..start + count))
}

/// The contents in an answer of `git cat-file --batch`: `NAME blob SIZE`, the bytes, a line break, and so on.
fn contents(answer: &[u8], count: usize) -> Option<Vec<Vec<u8>>> {
    let mut rest = answer;
    let mut contents = Vec::with_capacity(count);
    for _ in 0..count {
        let end = rest.iter().position(|&byte| byte == b'\n')?;
        let size: usize = str::from_utf8(&rest[..end]).ok()?.rsplit(' ').next()?.parse().ok()?;
        let content = rest.get(end + 1..end + 1 + size)?;
        contents.push(content.to_vec());
        rest = rest.get(end + size + 2..)?;
    }
    Some(contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_tells_which_lines_are_new() {
        let answer = b":100644 100644 aa 00 M\0a b.md\0:100644 100644 bb 00 M\0biner.md\0:100644 100755 cc 00 M\0mode.md\0\
            :000000 100644 00 dd A\0baru.md\0:100644 100644 ee ff R080\0r.md\0s.md\0:100644 120000 aa bb M\0tautan.md\0\0\
            diff --git a/a b.md b/a b.md\nindex de98044..a7bc997 100644\n--- a/a b.md\t\n+++ b/a b.md\t\n\
            @@ -2 +2,2 @@ a\n-diff --git a\n+@@ -1 +1 @@\n+++ b\n@@ -3,0 +5 @@ c\n+d\n\\ No newline at end of file\n\
            diff --git a/biner.md b/biner.md\nindex 7a..aa 100644\nBinary files a/biner.md and b/biner.md differ\n\
            diff --git a/mode.md b/mode.md\nold mode 100644\nnew mode 100755\n\
            diff --git a/baru.md b/baru.md\nnew file mode 100644\n--- /dev/null\n+++ b/baru.md\n@@ -0,0 +1 @@\n+new\n\
            diff --git a/r.md b/s.md\nsimilarity index 80%\n--- a/r.md\n+++ b/s.md\n@@ -3 +2,0 @@ y\n-z\n\
            diff --git a/tautan.md b/tautan.md\n@@ -1 +1 @@\n-a\n+b\n";
        let found: Vec<_> =
            changes(answer).into_iter().map(|one| (one.path.display().to_string(), one.extent)).collect();
        let expected = [
            ("a b.md", Extent::Lines(vec![1..3, 4..5])),
            ("biner.md", Extent::Whole),
            ("baru.md", Extent::Whole),
            ("s.md", Extent::Lines(std::iter::once(2..2).collect())),
        ];
        assert_eq!(found, expected.map(|(path, extent)| (path.to_owned(), extent)));
    }

    #[test]
    fn contents_are_cut_by_their_size() {
        let answer = b"aa blob 4\nsa\ntu\nbb blob 0\n\n";
        assert_eq!(contents(answer, 2), None, "the size is another");
        let answer = b"aa blob 5\nsa\ntu\nbb blob 0\n\n";
        assert_eq!(contents(answer, 2), Some(vec![b"sa\ntu".to_vec(), Vec::new()]));
        assert_eq!(contents(b"aa missing\n", 1), None);
    }
}
