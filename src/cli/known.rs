//! The baselines of a run: which one governs a file, what it keeps quiet, and what of it is no longer true.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::configuration::{Configurations, Problem, Profile, broken_baseline};
use crate::baseline::{Baseline, Entry, Known};
use crate::diagnostic::{Diagnostic, Fingerprint};
use crate::rule::Lang;

/// Where the baseline of a run comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// For every file, the one its configuration names, or else the nearest upward.
    Nearest,
    /// This file.
    File(PathBuf),
    /// There is none.
    None,
}

impl Choice {
    /// What `--baseline FILE` and `--no-baseline` ask for.
    pub fn of(file: Option<&Path>, is_refused: bool) -> Self {
        match (file, is_refused) {
            (Some(file), _) => Self::File(file.to_owned()),
            (None, true) => Self::None,
            (None, false) => Self::Nearest,
        }
    }
}

/// A baseline and its file.
pub struct Listed {
    /// The file, absolute.
    pub file: PathBuf,
    /// What it knows.
    pub known: Known,
}

/// Where a file stands in a baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The baseline, as an index of those of the run.
    pub baseline: usize,
    /// The path of the file as the baseline has it.
    pub path: String,
}

/// The known findings that were met in one file.
#[derive(Clone, Debug)]
pub struct Met {
    /// The file.
    pub standing: Standing,
    /// Its profile, as an index of those of the run.
    pub profile: usize,
    /// The findings.
    pub fingerprints: Vec<Fingerprint>,
}

/// The baselines of a run, each read once.
pub struct Baselines<'c> {
    configurations: &'c Configurations,
    choice: &'c Choice,
    indices: HashMap<PathBuf, usize>,
    listed: Vec<Listed>,
    /// The folder of the last file that none governs: none governs those beside it.
    free: Option<PathBuf>,
}

impl<'c> Baselines<'c> {
    /// No baseline read yet.
    pub fn new(configurations: &'c Configurations, choice: &'c Choice) -> Self {
        Self { configurations, choice, indices: HashMap::new(), listed: Vec::new(), free: None }
    }

    /// Where the file at `path` stands; `None` where no baseline governs it.
    ///
    /// # Errors
    /// When its baseline, or its configuration, cannot be read.
    pub fn standing(&mut self, path: &Path) -> Result<Option<Standing>, Problem> {
        let file = match self.choice {
            Choice::None => return Ok(None),
            Choice::File(file) => self.configurations.absolute(file),
            Choice::Nearest if self.free.is_some() && self.free.as_deref() == path.parent() => return Ok(None),
            Choice::Nearest => match self.configurations.baseline(path)? {
                Some(file) => file,
                None => {
                    self.free = path.parent().map(Path::to_owned);
                    return Ok(None);
                }
            },
        };
        let path = path_in(&file, &self.configurations.absolute(path));
        let baseline = match self.indices.get(&file) {
            Some(&index) => index,
            None => {
                let known = read(&file, self.configurations.here(), self.configurations.lang())?;
                self.listed.push(Listed { file: file.clone(), known });
                *self.indices.entry(file).or_insert(self.listed.len() - 1)
            }
        };
        Ok(Some(Standing { baseline, path }))
    }

    /// All that were read.
    pub fn into_listed(self) -> Vec<Listed> {
        self.listed
    }
}

/// The path of the file at `path` as the baseline in `file` has it; both are absolute.
pub fn path_in(file: &Path, path: &Path) -> String {
    let folder: Vec<_> = file.parent().map(|folder| folder.components().collect()).unwrap_or_default();
    let parts: Vec<_> = path.components().collect();
    let shared = folder.iter().zip(&parts).take_while(|(one, other)| one == other).count();
    let up = folder[shared..].iter().map(|_| "..".into());
    let down = parts[shared..].iter().map(|part| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// What the baseline in `file` knows.
///
/// # Errors
/// When it cannot be read.
pub fn read(file: &Path, here: &Path, lang: Lang) -> Result<Known, Problem> {
    let text =
        fs::read_to_string(file).map_err(|error| super::configuration::missing_baseline(file, here, lang, &error))?;
    let baseline = Baseline::parse(&text).map_err(|wrong| broken_baseline(file, here, lang, (&text, wrong)))?;
    let folder = file.parent().map(Path::to_owned).unwrap_or_default();
    Ok(Known::new(baseline, move |path| folder.join(path).is_file()))
}

/// Takes the findings out of `diagnostics` that are known in a file of this `standing`, and returns them.
pub fn take_known(listed: &[Listed], standing: &Standing, diagnostics: &mut Vec<Diagnostic>) -> Vec<Fingerprint> {
    let known = &listed[standing.baseline].known;
    let mut met = Vec::new();
    diagnostics.retain(|diagnostic| {
        let is_known = known.knows(&standing.path, diagnostic.fingerprint);
        met.extend(is_known.then_some(diagnostic.fingerprint));
        !is_known
    });
    met
}

/// The entries of a baseline whose findings are gone, with the paths of their files, by all that was `met` in a run.
///
/// Only rules that were run are judged, and only in files that were looked at. Files that are gone, and rules that compare
/// files, are judged where every file of the baseline that is still there was looked at.
pub fn stale<'l>(
    listed: &'l [Listed],
    profiles: &[Arc<Profile>],
    met: &[Met],
) -> Vec<(&'l Path, Vec<(&'l str, &'l Entry)>)> {
    let ran: Vec<HashSet<&str>> =
        profiles.iter().map(|profile| profile.rules.rules().iter().map(|rule| rule.name.as_str()).collect()).collect();
    let compares: HashSet<&str> = profiles.iter().flat_map(|profile| profile.rules.comparing()).collect();
    let of = |(index, one): (usize, &'l Listed)| {
        let mut files: HashMap<&str, (usize, HashSet<Fingerprint>)> = HashMap::new();
        for met in met.iter().filter(|met| met.standing.baseline == index) {
            let file = files.entry(&met.standing.path).or_insert_with(|| (met.profile, HashSet::new()));
            file.1.extend(&met.fingerprints);
        }
        let baseline = one.known.baseline();
        let is_whole = baseline.files.keys().all(|path| files.contains_key(path.as_str()) || !one.known.is_there(path));
        // A file that the baseline does not know may be one that is gone, by another name.
        let elsewhere: HashSet<Fingerprint> = files
            .iter()
            .filter(|(path, _)| !baseline.files.contains_key(**path))
            .flat_map(|(_, file)| &file.1)
            .copied()
            .collect();
        let is_gone = |(path, entry): &(&str, &Entry)| match files.get(path) {
            Some((profile, met)) => {
                let is_judged = ran[*profile].contains(entry.rule.as_str())
                    && (is_whole || !compares.contains(entry.rule.as_str()));
                is_judged && !met.contains(&entry.fingerprint)
            }
            None => is_whole && !one.known.is_there(path) && !elsewhere.contains(&entry.fingerprint),
        };
        (&*one.file, baseline.entries().filter(is_gone).collect::<Vec<_>>())
    };
    listed.iter().enumerate().map(of).filter(|(_, entries)| !entries.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_the_folder_of_the_baseline() {
        for (file, path, seen) in [
            ("/situs/saksama.baseline.json", "/situs/a/b.md", "a/b.md"),
            ("/situs/ci/baseline.json", "/situs/a/b.md", "../a/b.md"),
            ("/ci/baseline.json", "/situs/b.md", "../situs/b.md"),
        ] {
            assert_eq!(path_in(Path::new(file), Path::new(path)), seen);
        }
    }
}
