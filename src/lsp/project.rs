//! What governs a text: the workspace folder it lies in, with the client's settings for it, its `saksama.toml`, and the linters.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::buffer::Buffer;
use super::settings::{Scope, Settings};
use super::uri;
use crate::cli::configuration::{Choice, CommandLine, Configurations, Problem, Profile};
use crate::diagnostic::Diagnostic;
use crate::lint::Linter;
use crate::rule::Lang;
use crate::text::Source;

/// A workspace folder, or all that lies outside of them.
pub struct Folder {
    /// How the client calls it; empty outside.
    pub uri: String,
    /// Where it is.
    pub path: PathBuf,
    /// What the client says of it.
    pub settings: Settings,
    /// The configurations of its files.
    pub configurations: Arc<Configurations>,
}

/// All workspace folders and linters.
pub struct Projects {
    /// The language that the command line asked for.
    lang: Option<Lang>,
    folders: Vec<Folder>,
    outside: Folder,
    linters: HashMap<usize, (Arc<Profile>, Linter<'static>)>,
}

impl Folder {
    fn new(uri: &str, path: PathBuf, settings: Settings, lang: Option<Lang>) -> Self {
        let choice = settings.configuration.clone().map_or(Choice::Nearest, Choice::File);
        let command_line = CommandLine {
            select: settings.select.clone(),
            ignore: settings.ignore.clone(),
            preview: settings.preview,
            profile: settings.profile.clone(),
            lang: settings.lang.or(lang),
        };
        let configurations = Arc::new(Configurations::within(path.clone(), choice, command_line));
        Self { uri: uri.to_owned(), path, settings, configurations }
    }
}

impl Projects {
    /// No folders.
    pub fn new(lang: Option<Lang>) -> Self {
        let here = std::env::current_dir().unwrap_or_default();
        let outside = Folder::new("", here, Settings::default(), lang);
        Self { lang, folders: Vec::new(), outside, linters: HashMap::new() }
    }

    /// The folders, in the client's order.
    pub fn folders(&self) -> &[Folder] {
        &self.folders
    }

    /// Which texts the client wants to be checked by themselves.
    pub fn scope(&self) -> Scope {
        self.outside.settings.scope
    }

    /// Adds the folder with this URI, under the settings that hold outside.
    pub fn add(&mut self, uri: &str) {
        if let Some(path) = uri::path(uri).filter(|_| self.folders.iter().all(|folder| folder.uri != uri)) {
            self.folders.push(Folder::new(uri, path, self.outside.settings.clone(), self.lang));
        }
    }

    /// Removes the folder with this URI.
    pub fn remove(&mut self, uri: &str) {
        self.folders.retain(|folder| folder.uri != uri);
    }

    /// Takes the client's settings: of every folder in its order, then those that hold outside. Says whether they are new.
    pub fn settle(&mut self, settings: &[Settings]) -> bool {
        let Some((outside, inside)) = settings.split_last() else { return false };
        let mut all: Vec<&mut Folder> = self.folders.iter_mut().chain([&mut self.outside]).collect();
        let new = inside.iter().chain(std::iter::repeat(outside));
        let mut is_new = false;
        for (folder, settings) in all.iter_mut().zip(new) {
            if folder.settings != *settings {
                **folder = Folder::new(&folder.uri, folder.path.clone(), settings.clone(), self.lang);
                is_new = true;
            }
        }
        is_new
    }

    /// Forgets what was read from configuration files and dictionaries, and all words met.
    pub fn reload(&mut self) {
        self.linters.clear();
        for folder in self.folders.iter_mut().chain([&mut self.outside]) {
            *folder = Folder::new(&folder.uri, folder.path.clone(), folder.settings.clone(), self.lang);
        }
    }

    /// Forgets the linters: one of them may have been left half done.
    pub fn forget_linters(&mut self) {
        self.linters.clear();
    }

    /// The folder that governs the text; of one without a file, the first.
    pub fn folder_of(&self, path: Option<&Path>) -> &Folder {
        let Some(path) = path else { return self.folders.first().unwrap_or(&self.outside) };
        let holding = self.folders.iter().filter(|folder| path.starts_with(&folder.path));
        holding.max_by_key(|folder| folder.path.as_os_str().len()).unwrap_or(&self.outside)
    }

    /// The path under which a text is looked for in configurations: for one without a file, its name in its folder.
    pub fn place_of(&self, buffer: &Buffer) -> PathBuf {
        let folder = || self.folder_of(None).path.join(uri::name(&buffer.uri));
        buffer.path.clone().unwrap_or_else(folder)
    }

    /// What governs the text; `None` where it is not to be looked at.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn profile(&self, buffer: &Buffer) -> Result<Option<Arc<Profile>>, Problem> {
        let folder = self.folder_of(buffer.path.as_deref());
        let place = self.place_of(buffer);
        if buffer.is_exempt
            || !folder.settings.is_on
            || buffer.path.is_some() && !folder.configurations.includes(&place)?
        {
            return Ok(None);
        }
        folder.configurations.profile(&place).map(Some)
    }

    /// The linter of `profile`.
    pub fn linter(&mut self, profile: &Arc<Profile>) -> &mut Linter<'static> {
        let make = || (profile.clone(), Linter::shared(profile.rules.clone()));
        &mut self.linters.entry(Arc::as_ptr(profile).addr()).or_insert_with(make).1
    }

    /// What the rules say of a buffer as it is; only changed blocks are looked at anew.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn check(&mut self, buffer: &mut Buffer) -> Result<Vec<Diagnostic>, Problem> {
        let Some(profile) = self.profile(buffer)? else { return Ok(Vec::new()) };
        Ok(self.linter(&profile).lint_again(&buffer.source, buffer.format, &mut buffer.memo))
    }

    /// What the rules would say of a buffer if its text were `text`.
    pub fn check_instead(&mut self, buffer: &Buffer, text: &str) -> Vec<Diagnostic> {
        let Ok(Some(profile)) = self.profile(buffer) else { return Vec::new() };
        let source = Source::new(&*buffer.source.name, text);
        self.linter(&profile).lint(&source, buffer.format)
    }

    /// The language of what is said about a buffer.
    pub fn lang(&self, buffer: &Buffer) -> Lang {
        let profile = self.profile(buffer).ok().flatten();
        profile.map_or_else(|| self.default_lang(), |profile| profile.rules.lang())
    }

    /// The language of what is said about nothing in particular.
    pub fn default_lang(&self) -> Lang {
        let folder = self.folder_of(None);
        folder.settings.lang.or(self.lang).unwrap_or_default()
    }
}
