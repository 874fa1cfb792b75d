//! Which files are checked: those named, and those found in folders.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use ignore::{WalkBuilder, WalkState};
use rayon::slice::ParallelSliceMut as _;

use super::configuration::{Configurations, Problem};
use super::trouble::{Trouble, unreadable};

/// The extensions of the files that are found in folders; files named on the command line may have any.
const EXTENSIONS: [&str; 6] = ["md", "markdown", "mdx", "txt", "html", "htm"];

/// The project's own list of files to leave out, in the syntax of `.gitignore`.
pub const IGNORE_FILE: &str = ".saksamaignore";

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The files to check, sorted and each once.
    pub files: Vec<PathBuf>,
    /// The paths that could not be followed, or were named and are excluded.
    pub troubles: Vec<(PathBuf, Trouble)>,
}

/// The files that `paths` name or hold.
///
/// # Errors
/// What is wrong with a configuration that says which files are included.
pub fn find(paths: &[PathBuf], configurations: &Configurations) -> Result<Found, Problem> {
    let mut found = Found::default();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => walk(path, configurations, &mut found)?,
            Ok(_) if configurations.includes(path)? => found.files.push(path.clone()),
            Ok(_) => found.troubles.push((path.clone(), Trouble::Excluded)),
            Err(error) => found.troubles.push((path.clone(), unreadable(&error))),
        }
    }
    found.files.par_sort();
    found.files.dedup();
    if paths.len() > 1 {
        keep_each_once(&mut found.files);
    }
    found.troubles.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(found)
}

/// The files in this folder, their paths without a leading `./`.
///
/// # Errors
/// See [`find`].
pub fn find_here(configurations: &Configurations) -> Result<Found, Problem> {
    let mut found = find(&[PathBuf::from(".")], configurations)?;
    let bare = |path: &mut PathBuf| {
        if let Ok(rest) = path.strip_prefix("./") {
            *path = rest.to_owned();
        }
    };
    found.files.iter_mut().for_each(bare);
    found.troubles.iter_mut().for_each(|(path, _)| bare(path));
    Ok(found)
}

fn walk(folder: &Path, configurations: &Configurations, found: &mut Found) -> Result<(), Problem> {
    let seen = Mutex::new((Vec::new(), Vec::new()));
    let walker = WalkBuilder::new(folder).require_git(false).add_custom_ignore_filename(IGNORE_FILE).build_parallel();
    walker.run(|| {
        Box::new(|entry| {
            let Ok(mut seen) = seen.lock() else { return WalkState::Quit };
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_article(entry.path()) => {
                    seen.0.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => seen.1.push(failure(folder, &error)),
            }
            WalkState::Continue
        })
    });
    let (files, troubles) = seen.into_inner().unwrap_or_default();
    found.troubles.extend(troubles);
    for file in files {
        if configurations.includes(&file)? {
            found.files.push(file);
        }
    }
    Ok(())
}

/// Whether folders are searched for files of this name.
pub fn is_article(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The path and the trouble of an error met in `folder`.
fn failure(folder: &Path, error: &ignore::Error) -> (PathBuf, Trouble) {
    let path = path_of(error).unwrap_or(folder).to_owned();
    let trouble = error.io_error().map_or_else(|| unreadable(&std::io::Error::other(error.to_string())), unreadable);
    (path, trouble)
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

/// Leaves out files that are reached a second time by another path.
fn keep_each_once(files: &mut Vec<PathBuf>) {
    let mut seen = HashSet::new();
    files.retain(|file| file.canonicalize().map_or(true, |real| seen.insert(real)));
}
