//! One configuration with all it refers to: the files it extends and its rule folders.

use std::fs;
use std::path::{Path, PathBuf};

use super::chain::{Chain, Part, first_line, shown};
use super::words::{self, Unreadable};
use super::{Problem, plain};
use crate::cli::cause::Cause;
use crate::config::{self, Catalog, Layer, Mistake, Placed};
use crate::rule::{self, Lang};
use crate::text::Span;

/// A file that has been read, not yet checked.
struct Read {
    path: PathBuf,
    text: String,
    mistakes: Vec<Mistake>,
}

/// The configuration that `file` begins.
pub(super) fn load(file: Option<&Path>, here: &Path, lang: Option<Lang>) -> Result<Chain, Problem> {
    let mut loader = Loader::new(here, lang);
    if let Some(file) = file {
        match read(file, loader.lang) {
            Ok(text) => loader.file(file, text),
            Err(reason) => loader.complain(file, "", vec![Mistake::new(Span::default(), reason)]),
        }
    }
    loader.finish()
}

fn read(path: &Path, lang: Lang) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {}", path.display(), Cause::from(&error).words(lang)))?;
    String::from_utf8(bytes).map_err(|error| {
        let invalid = lang.pick("bukan UTF-8 yang sah pada bita ke-", "invalid UTF-8 at byte ");
        format!("{}: {invalid}{}", path.display(), error.utf8_error().valid_up_to())
    })
}

struct Loader<'h> {
    here: &'h Path,
    asked: Option<Lang>,
    lang: Lang,
    catalog: Catalog,
    /// The files that are being read, each extended by the one before it.
    open: Vec<PathBuf>,
    done: Vec<Read>,
    problem: Problem,
}

impl<'h> Loader<'h> {
    fn new(here: &'h Path, asked: Option<Lang>) -> Self {
        let lang = asked.unwrap_or_default();
        let problem = Problem::new(lang);
        Self { here, asked, lang, catalog: Catalog::built_in(), open: Vec::new(), done: Vec::new(), problem }
    }

    /// Takes in the file at `path`: first what it extends, then its rules, then itself.
    fn file(&mut self, path: &Path, text: String) {
        let references = config::references(&text);
        if self.open.is_empty() {
            self.lang = self.asked.or(references.lang).unwrap_or_default();
            self.problem.lang = self.lang;
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        self.open.push(path.to_owned());
        let mut mistakes = Vec::new();
        for base in &references.extends {
            mistakes.extend(self.base(&plain(&folder.join(&base.value)), base.span));
        }
        for rules in &references.rule_folders {
            mistakes.extend(self.rule_folder(&plain(&folder.join(&rules.value)), rules));
        }
        self.open.pop();
        self.done.push(Read { path: path.to_owned(), text, mistakes });
    }

    fn base(&mut self, path: &Path, span: Span) -> Option<Mistake> {
        if let Some(at) = self.open.iter().position(|open| open == path) {
            let circle = self.open[at..].iter().map(PathBuf::as_path).chain([path]);
            let circle = circle.map(|path| shown(path, self.here)).collect::<Vec<_>>().join(" → ");
            let message = self.lang.pick("berkas-berkas ini saling memperluas", "these files extend each other");
            return Some(Mistake { span, message: message.to_owned(), hint: Some(circle) });
        }
        if self.done.iter().any(|done| done.path == path) {
            return None;
        }
        match read(path, self.lang) {
            Ok(text) => self.file(path, text),
            Err(reason) => return Some(self.unreadable(span, &reason)),
        }
        None
    }

    fn rule_folder(&mut self, folder: &Path, named: &Placed<String>) -> Option<Mistake> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return Some(self.unreadable(named.span, &Cause::from(&error).words(self.lang))),
        };
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && path.is_file());
        files.sort();
        for file in files {
            match read(&file, self.lang) {
                Ok(text) => self.rule(&file, text),
                Err(reason) => return Some(self.unreadable(named.span, &reason)),
            }
        }
        None
    }

    fn unreadable(&self, span: Span, reason: &str) -> Mistake {
        Mistake::new(span, format!("{}: {reason}", self.lang.pick("tidak dapat dibaca", "cannot be read")))
    }

    fn rule(&mut self, path: &Path, text: String) {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let mistake = match rule::catalog::parse(&name, &text) {
            _ if self.catalog.has_rule(&name) => self.taken(&name, &text),
            _ if !is_name(&name) => self.misnamed(&name, &text),
            Err(error) => config::of_toml(self.lang, &error),
            Ok(rule) => return self.catalog.add(rule, text),
        };
        self.complain(path, &text, vec![mistake]);
    }

    fn taken(&self, name: &str, text: &str) -> Mistake {
        let message =
            format!("{} `{name}`", self.lang.pick("sudah ada aturan bernama", "there already is a rule named"));
        let hint = self.lang.pick("ubah aturan itu di saksama.toml:", "change that rule in saksama.toml:");
        Mistake { span: first_line(text), message, hint: Some(format!("{hint} [rules.{name}]")) }
    }

    fn misnamed(&self, name: &str, text: &str) -> Mistake {
        let reason = self.lang.pick(
            "bukan nama aturan: hanya huruf kecil, angka dan tanda hubung",
            "is no name of a rule: only lower-case letters, digits and hyphens",
        );
        Mistake::new(first_line(text), format!("`{name}` {reason}"))
    }

    fn complain(&mut self, path: &Path, text: &str, mistakes: Vec<Mistake>) {
        self.problem.add(&shown(path, self.here), text, mistakes);
    }

    /// Checks all files, now that all rules are known.
    fn finish(mut self) -> Result<Chain, Problem> {
        let mut parts = Vec::new();
        for read in std::mem::take(&mut self.done) {
            let (mut layer, mut mistakes) = config::parse(&read.text, &self.catalog, self.lang);
            mistakes.extend(read.mistakes);
            mistakes.extend(self.word_files(&read.path, &mut layer));
            mistakes.sort_by_key(|mistake| mistake.span);
            self.complain(&read.path, &read.text, mistakes);
            parts.extend(Part::new(read.path, read.text, layer));
        }
        self.problem.into_result()?;
        Ok(Chain { catalog: self.catalog, parts, here: self.here.to_owned() })
    }

    /// Takes the words of the files that `layer` names, relative to its file at `path`, into what it accepts.
    fn word_files(&mut self, path: &Path, layer: &mut Layer) -> Vec<Mistake> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut mistakes = Vec::new();
        let overrides = layer.overrides.iter_mut().map(|one| &mut one.settings);
        for settings in std::iter::once(&mut layer.settings).chain(overrides) {
            for named in &settings.dictionaries {
                let file = plain(&folder.join(&named.value));
                match words::text(&file, self.lang) {
                    Ok(text) => {
                        let is_rejected = |word: &String| settings.reject.iter().any(|other| other.wrong == *word);
                        settings.accept.extend(words::words(&text).into_iter().filter(|word| !is_rejected(word)));
                    }
                    Err(Unreadable::Refused(reason)) => {
                        mistakes.push(self.unreadable(named.span, &format!("{}: {reason}", shown(&file, self.here))));
                    }
                    Err(Unreadable::Encoding(text, mistake)) => self.complain(&file, &text, vec![mistake]),
                }
            }
        }
        mistakes
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
