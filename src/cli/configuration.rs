//! Which configuration governs a path, and which rules that makes.

mod baseline;
mod chain;
mod dictionaries;
mod load;
mod origin;
mod problem;
mod words;

use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::cache::Digest;
use crate::config::{self, Catalog, Settings, Wishes};
use crate::lint::RuleSet;
use crate::rule::Lang;

pub use baseline::{broken_baseline, missing_baseline};
use chain::Chain;
use dictionaries::Dictionaries;
pub use origin::Origin;
pub use problem::Problem;
pub use words::WORDS;
use words::WordFiles;

/// The names of configuration files; of two in one folder, the first counts.
pub const NAMES: [&str; 2] = ["saksama.toml", ".saksama.toml"];

/// The name of the file with known findings that counts for its folder and all folders below.
pub const BASELINE: &str = "saksama.baseline.json";

/// Where the configuration comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The nearest file, upward from what is checked.
    Nearest,
    /// This file.
    File(PathBuf),
    /// Nowhere.
    None,
}

/// What the command line lays over every configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// Only these: rules, groups, or `semua`.
    pub select: Vec<String>,
    /// None of these: rules, groups, or `semua`.
    pub ignore: Vec<String>,
    /// Rules that have not proved themselves, too.
    pub preview: bool,
    /// The profile below all configurations, instead of the one they name.
    pub profile: Option<String>,
    /// The language of messages.
    pub lang: Option<Lang>,
}

/// All configurations of a run; what has been read or made ready once is kept.
pub struct Configurations {
    choice: Choice,
    command_line: CommandLine,
    here: PathBuf,
    chains: Kept<PathBuf, Result<Arc<Chain>, Problem>>,
    governed: Kept<PathBuf, Option<PathBuf>>,
    baselines: Kept<PathBuf, Option<PathBuf>>,
    word_files: WordFiles,
    dictionaries: Dictionaries,
    profiles: Kept<Which, Result<Arc<Profile>, Problem>>,
}

type Kept<K, V> = Mutex<HashMap<K, V>>;
/// The configuration file, for every override in it whether it holds, and the word files.
type Which = (Option<PathBuf>, Vec<bool>, Arc<[PathBuf]>);

/// What governs a path.
pub struct Profile {
    /// The rules, compiled.
    pub rules: Arc<RuleSet>,
    /// The configuration file, absolute; `None` without one.
    pub file: Option<PathBuf>,
    /// Tells these rules, with all that was laid over them, from others.
    pub digest: Digest,
}

impl Configurations {
    /// Configurations from `choice`, under `command_line`, as seen from the current folder.
    pub fn new(choice: Choice, command_line: CommandLine) -> Self {
        Self::within(std::env::current_dir().unwrap_or_default(), choice, command_line)
    }

    /// Configurations from `choice`, under `command_line`, as seen from the folder `here`.
    pub fn within(here: PathBuf, choice: Choice, command_line: CommandLine) -> Self {
        Self {
            choice,
            command_line,
            here,
            chains: Kept::default(),
            governed: Kept::default(),
            baselines: Kept::default(),
            word_files: WordFiles::default(),
            dictionaries: Dictionaries::default(),
            profiles: Kept::default(),
        }
    }

    /// The folder that configurations are seen from: names of files in a [`Problem`] are relative to it.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// The language that the command line asks for, or else Indonesian.
    pub fn lang(&self) -> Lang {
        self.command_line.lang.unwrap_or_default()
    }

    /// The language of messages about the folder that configurations are seen from: as its configuration says, unless the command
    /// line asks for another.
    pub fn lang_here(&self) -> Lang {
        let profile = self.profile(&self.here.join("saksama"));
        profile.map_or_else(|_| self.lang(), |profile| profile.rules.lang())
    }

    /// The profile that governs the file at `path`, which need not exist.
    ///
    /// # Errors
    /// What is wrong with its configuration, or with the names on the command line.
    pub fn profile(&self, path: &Path) -> Result<Arc<Profile>, Problem> {
        let path = self.absolute(path);
        let file = self.file_for(&path);
        let chain = self.chain(file.as_deref())?;
        let which = chain.overrides_for(&path);
        let words = self.words_for(&path);
        let key = (file, which, words);
        // Held while rules are compiled: other threads are most likely to want the very same.
        let mut profiles = lock(&self.profiles);
        if let Some(profile) = profiles.get(&key) {
            return profile.clone();
        }
        let made = self.make(&chain, &key.1, &key.2).map(Arc::new);
        profiles.entry(key).or_insert(made).clone()
    }

    /// Whether one profile governs all files beside the one at `path`.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn governs_folder(&self, path: &Path) -> Result<bool, Problem> {
        let path = self.absolute(path);
        let file = self.file_for(&path);
        Ok(self.chain(file.as_deref())?.overrides_for(&path).is_empty())
    }

    /// Looks whether what the command line asks for is there: the file of `--config` and the names of rules.
    ///
    /// # Errors
    /// What is wrong with it. Configurations that are merely near are not looked at before they are needed.
    pub fn asked_for(&self) -> Result<(), Problem> {
        let CommandLine { select, ignore, profile, .. } = &self.command_line;
        let names_something = !select.is_empty() || !ignore.is_empty() || profile.is_some();
        if matches!(self.choice, Choice::File(_)) || names_something {
            self.profile(Path::new("saksama.md"))?;
        }
        Ok(())
    }

    /// Whether the configuration of the file at `path` wants it to be looked at.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn includes(&self, path: &Path) -> Result<bool, Problem> {
        let path = self.absolute(path);
        let file = self.file_for(&path);
        Ok(self.chain(file.as_deref())?.includes(&path))
    }

    /// The folders of all configuration files that have been read so far.
    pub fn folders(&self) -> Vec<PathBuf> {
        let chains = lock(&self.chains);
        let files = chains.values().flatten().flat_map(|chain| chain.files());
        files.filter_map(|file| file.parent().map(Path::to_owned)).collect()
    }

    fn make(&self, chain: &Chain, which: &[bool], words: &[PathBuf]) -> Result<Profile, Problem> {
        let CommandLine { select, ignore, preview, profile, lang } = &self.command_line;
        let lang = lang.or(chain.lang()).unwrap_or_default();
        self.check_names(&chain.catalog, lang)?;
        let words = self.word_files.settings(words, &self.here, lang)?;
        let layers: Vec<&Settings> = words.iter().map(Arc::as_ref).chain(chain.settings(which)).collect();
        let wishes =
            Wishes { select: select.clone(), ignore: ignore.clone(), preview: *preview, profile: profile.clone() };
        let resolved = config::resolve(&chain.catalog, &layers, &wishes);
        if !resolved.unfit.is_empty() {
            return Err(chain.unfit(&resolved.unfit, lang));
        }
        let rules = RuleSet::new(resolved.rules, &resolved.accept, lang)
            .map_err(|error| chain.unfit(&[(error.rule, error.message)], lang))?;
        let named = if rules.asks_dictionaries() { chain.hunspell(which) } else { Vec::new() };
        let dictionaries = self.dictionaries.load(&named, &self.here, lang)?;
        let digest = digest(chain, &layers, &wishes, lang, dictionaries.iter().map(|(_, digest)| digest));
        let rules = rules.with_dictionaries(dictionaries.into_iter().map(|(dictionary, _)| dictionary).collect());
        // Comments in a text may name rules that are off.
        let known = chain.catalog.own_names().chain([config::REJECTED]).map(ToOwned::to_owned).collect();
        Ok(Profile { rules: Arc::new(rules.knowing(known)), file: chain.file().map(ToOwned::to_owned), digest })
    }

    fn check_names(&self, catalog: &Catalog, lang: Lang) -> Result<(), Problem> {
        let mut problem = Problem::new(lang);
        for (flag, names) in [("--select", &self.command_line.select), ("--ignore", &self.command_line.ignore)] {
            problem.add(flag, &names.join(","), config::unknown_names(catalog, names, lang));
        }
        problem.into_result()?;
        self.command_line.profile.as_ref().map_or(Ok(()), |name| known_profile(name, lang))
    }

    fn chain(&self, file: Option<&Path>) -> Result<Arc<Chain>, Problem> {
        let key = file.unwrap_or(Path::new("")).to_owned();
        let mut chains = lock(&self.chains);
        if let Some(chain) = chains.get(&key) {
            return chain.clone();
        }
        let read = load::load(file, &self.here, self.command_line.lang).map(Arc::new);
        chains.entry(key).or_insert(read).clone()
    }

    /// The configuration file for the file at `path`.
    fn file_for(&self, path: &Path) -> Option<PathBuf> {
        match &self.choice {
            Choice::None => None,
            Choice::File(file) => Some(self.absolute(file)),
            Choice::Nearest => self.nearest(path.parent()?),
        }
    }

    /// The word files for the file at `path`: those beside and above it, or beside and above the file of `--config`.
    fn words_for(&self, path: &Path) -> Arc<[PathBuf]> {
        let beside = match &self.choice {
            Choice::None => None,
            Choice::File(file) => Some(self.absolute(file)),
            Choice::Nearest => Some(path.to_owned()),
        };
        let folder = beside.as_deref().and_then(Path::parent);
        folder.map(|folder| self.word_files.above(folder)).unwrap_or_default()
    }

    /// The baseline that governs the file at `path`: the one its configuration names, else the nearest one beside or above
    /// the file, or beside or above the file of `--config`. One that is named need not exist.
    ///
    /// # Errors
    /// What is wrong with the configuration.
    pub fn baseline(&self, path: &Path) -> Result<Option<PathBuf>, Problem> {
        let path = self.absolute(path);
        let file = self.file_for(&path);
        if let Some(named) = self.chain(file.as_deref())?.baseline() {
            return Ok(Some(named));
        }
        let beside = match &self.choice {
            Choice::None => None,
            Choice::File(_) => file,
            Choice::Nearest => Some(path),
        };
        let folder = beside.as_deref().and_then(Path::parent);
        Ok(folder.and_then(|folder| nearest(folder, &[BASELINE], &self.baselines)))
    }

    /// The nearest configuration file in `folder` or above it.
    fn nearest(&self, folder: &Path) -> Option<PathBuf> {
        nearest(folder, &NAMES, &self.governed)
    }

    /// The path from the root, without `.` and `..`.
    pub fn absolute(&self, path: &Path) -> PathBuf {
        plain(&self.here.join(path))
    }
}

/// The nearest file of one of these names in `folder` or above it; what was found is kept in `known`, by folder.
fn nearest(folder: &Path, names: &[&str], known: &Kept<PathBuf, Option<PathBuf>>) -> Option<PathBuf> {
    let mut governed = lock(known);
    let mut passed = Vec::new();
    let mut found = None;
    for folder in folder.ancestors() {
        if let Some(known) = governed.get(folder) {
            found.clone_from(known);
            break;
        }
        passed.push(folder.to_owned());
        found = names.iter().map(|name| folder.join(name)).find(|file| file.is_file());
        if found.is_some() {
            break;
        }
    }
    governed.extend(passed.into_iter().map(|folder| (folder, found.clone())));
    found
}

/// The digest of all that makes the rules of a path: what is said of them, the rules of one's own, the dictionaries.
fn digest<'d>(
    chain: &Chain,
    layers: &[&Settings],
    wishes: &Wishes,
    lang: Lang,
    dictionaries: impl Iterator<Item = &'d Digest>,
) -> Digest {
    let said = format!("{layers:?}{wishes:?}{lang:?}{:?}", dictionaries.collect::<Vec<_>>());
    let own = chain.catalog.own_names().flat_map(|name| [name, chain.catalog.text_of(name).unwrap_or_default()]);
    Digest::of(std::iter::once(said.as_str()).chain(own).map(str::as_bytes))
}

/// Looks whether there is a profile `name`, as the command line has it.
///
/// # Errors
/// That there is none.
pub fn known_profile(name: &str, lang: Lang) -> Result<(), Problem> {
    let mut problem = Problem::new(lang);
    problem.add("--profile", name, config::genre::mistakes(name, lang));
    problem.into_result()
}

/// The path without `.` and `..`, as written: links are not followed.
fn plain(path: &Path) -> PathBuf {
    let is_plain =
        |text: &str| text.starts_with('/') && !text.contains("/.") && !text.contains("//") && !text.ends_with('/');
    // Most paths are told from their letters.
    if cfg!(unix) && path.to_str().is_some_and(is_plain) {
        return path.to_owned();
    }
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
