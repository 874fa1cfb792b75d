//! Only what was changed: which files, and which lines of them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::configuration::Configurations;
use super::files::{Found, find, find_here, is_article};
use super::git::{Changed, Extent, Refusal, Repository, Side};
use super::outcome::Stop;
use super::plan::{Changes, Input};
use super::work::Scope;
use crate::rule::Lang;
use crate::text::Span;

/// The changed files among those asked for.
pub struct Selection {
    /// The files.
    pub found: Found,
    /// Of every file, what is looked at, and the content in the index where that is what is looked at.
    pub parts: HashMap<PathBuf, Part>,
    /// With what is compared, for a reader; `None` where everything is looked at.
    pub since: Option<String>,
}

/// What of a file is looked at.
pub struct Part {
    /// Its lines.
    pub scope: Scope,
    /// What is looked at instead of the file.
    pub content: Option<Vec<u8>>,
}

/// The files of `input` that `changes` are about.
///
/// # Errors
/// When git does not answer, or a configuration is wrong.
pub fn find_changed(
    changes: &Changes,
    input: &Input,
    configurations: &Configurations,
    lang: Lang,
) -> Result<Selection, Stop> {
    let refused = |refusal: Refusal| anyhow::Error::msg(refusal.message(lang));
    let repository = Repository::here().map_err(refused)?;
    let mut paths = match input {
        Input::Paths(paths) => paths.clone(),
        Input::Here | Input::Stdin(_) => Vec::new(),
    };
    let compared = compared(&repository, changes, &mut paths).map_err(refused)?;
    let found = if paths.is_empty() { find_here(configurations)? } else { find(&paths, configurations)? };
    let mut selection = Selection { found, parts: HashMap::new(), since: Some(compared.since) };
    let mut changed = by_place(&repository, compared.files);
    let is_staged = matches!(changes, Changes::Staged);
    if is_staged {
        add_missing(&mut selection.found, &changed, &paths, configurations)?;
    }
    let mut kept = Vec::new();
    for path in std::mem::take(&mut selection.found.files) {
        let Some(one) = changed.remove(&place(&path)) else { continue };
        kept.push((path, one));
    }
    let contents = if is_staged { contents(&repository, &kept).map_err(refused)? } else { Vec::new() };
    let mut contents = contents.into_iter();
    for (path, one) in kept {
        let scope = match one.extent {
            Extent::Whole => Scope::Whole,
            Extent::Lines(lines) => Scope::Lines(lines),
        };
        selection.parts.insert(path.clone(), Part { scope, content: contents.next() });
        selection.found.files.push(path);
    }
    Ok(selection)
}

/// What changed, and since when.
struct Compared {
    files: Vec<Changed>,
    since: String,
}

fn compared(repository: &Repository, changes: &Changes, paths: &mut Vec<PathBuf>) -> Result<Compared, Refusal> {
    let asked = match changes {
        Changes::Staged => {
            return Ok(Compared { files: repository.changes(Side::Index, None)?, since: "HEAD".to_owned() });
        }
        Changes::Since(name) => name.as_deref().filter(|name| !is_path(repository, name, paths)),
    };
    let name = match asked {
        Some(name) => Some(name.to_owned()),
        None => repository.main_branch()?,
    };
    let since = match &name {
        Some(name) => repository.parting(name)?,
        None => repository.nothing()?,
    };
    let mut files = repository.changes(Side::Files, Some(&since))?;
    let whole = |path| Changed { path, content: String::new(), extent: Extent::Whole };
    files.extend(repository.untracked()?.into_iter().map(whole));
    Ok(Compared { files, since: name.unwrap_or_default() })
}

/// Whether what stands where a name of git may stand is a path, which is then put among the `paths`.
fn is_path(repository: &Repository, name: &str, paths: &mut Vec<PathBuf>) -> bool {
    let is_path = !repository.is_commit(name).unwrap_or(true) && Path::new(name).exists();
    paths.extend(is_path.then(|| PathBuf::from(name)));
    is_path
}

/// The files by where they really are.
fn by_place(repository: &Repository, files: Vec<Changed>) -> HashMap<PathBuf, Changed> {
    let files = files.into_iter().map(|file| (place(&repository.root().join(&file.path)), file));
    files.collect()
}

/// Where a file is, its folder's links followed: one path for each file.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let folder = folder.and_then(|folder| folder.canonicalize().ok());
    folder.zip(path.file_name()).map_or_else(|| path.to_owned(), |(folder, name)| folder.join(name))
}

/// Adds the files that the index has and the folder has no more.
fn add_missing(
    found: &mut Found,
    changed: &HashMap<PathBuf, Changed>,
    paths: &[PathBuf],
    configurations: &Configurations,
) -> Result<(), Stop> {
    let here = [PathBuf::from(".")];
    let asked: Vec<PathBuf> = if paths.is_empty() { &here } else { paths }.iter().map(|path| place(path)).collect();
    found.troubles.retain(|(path, _)| path.exists() || !changed.contains_key(&place(path)));
    let current = place(Path::new("."));
    for missing in changed.keys().filter(|path| !path.exists()) {
        let is_asked =
            asked.iter().any(|asked| missing == asked || (missing.starts_with(asked) && is_article(missing)));
        let path = missing.strip_prefix(&current).unwrap_or(missing);
        if is_asked && configurations.includes(path)? {
            found.files.push(path.to_owned());
        }
    }
    found.files.sort();
    Ok(())
}

fn contents(repository: &Repository, files: &[(PathBuf, Changed)]) -> Result<Vec<Vec<u8>>, Refusal> {
    let names: Vec<&str> = files.iter().map(|(_, file)| file.content.as_str()).collect();
    repository.contents(&names)
}

impl Scope {
    /// The places of `text` that are looked at, in bytes; `None` for all of it.
    pub fn places(&self, text: &str) -> Option<Vec<Span>> {
        let Self::Lines(ranges) = self else { return None };
        // To git, a carriage return by itself ends no line.
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let start = |line: usize| starts.get(line).copied().unwrap_or(text.len());
        Some(ranges.iter().map(|range| Span::of(start(range.start)..start(range.end))).collect())
    }
}
