//! A configuration of one or several files, and what it says of a path.

use std::path::{Path, PathBuf};

use super::{Problem, plain};
use crate::config::{self, Catalog, Globs, Layer, Mistake, Placed, Settings, Switch};
use crate::rule::Lang;
use crate::text::Span;

/// A configuration, the file it begins with last.
pub(super) struct Chain {
    /// Built-in rules and those of the rule folders.
    pub(super) catalog: Catalog,
    pub(super) parts: Vec<Part>,
    pub(super) here: PathBuf,
}

/// One file of a configuration, checked.
pub(super) struct Part {
    path: PathBuf,
    text: String,
    layer: Layer,
    include: Globs,
    exclude: Globs,
    overrides: Vec<Globs>,
}

/// Something that a file of the configuration names.
pub(super) struct Named<'c> {
    /// The path of the file of the configuration.
    pub(super) file: &'c Path,
    /// Its text.
    pub(super) text: &'c str,
    pub(super) value: &'c Placed<String>,
}

impl Part {
    /// The part, when its globs can be used; where they cannot, that has been said.
    pub(super) fn new(path: PathBuf, text: String, layer: Layer) -> Option<Self> {
        let globs = |list: &[String]| Globs::new(list.iter().map(String::as_str)).ok();
        let include = globs(&layer.include)?;
        let exclude = globs(&layer.exclude)?;
        let overrides = layer.overrides.iter().map(|one| globs(&one.files)).collect::<Option<_>>()?;
        Some(Self { path, text, layer, include, exclude, overrides })
    }
}

impl Chain {
    /// The file it begins with; `None` when there is no configuration.
    pub(super) fn file(&self) -> Option<&Path> {
        self.parts.last().map(|part| part.path.as_path())
    }

    /// All its files.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        self.parts.iter().map(|part| part.path.as_path())
    }

    /// The language that the uppermost file with one says.
    pub(super) fn lang(&self) -> Option<Lang> {
        self.parts.iter().rev().find_map(|part| part.layer.lang)
    }

    /// The baseline that the uppermost file with one names.
    pub(super) fn baseline(&self) -> Option<PathBuf> {
        self.parts.iter().rev().find_map(|part| {
            let named = part.layer.baseline.as_ref()?;
            Some(plain(&part.path.parent().unwrap_or(Path::new("")).join(&named.value)))
        })
    }

    /// Whether the file at `path` is to be looked at: no file excludes it, and the uppermost list of files has it.
    pub(super) fn includes(&self, path: &Path) -> bool {
        let is_excluded = self.parts.iter().any(|part| part.exclude.fit(self.relative(part, path)));
        let listing = self.parts.iter().rev().find(|part| !part.layer.include.is_empty());
        !is_excluded && listing.is_none_or(|part| part.include.fit(self.relative(part, path)))
    }

    /// The file at `path` as seen from the folder of `part`; where it lies outside, from that of the file the
    /// configuration begins with; else from the current folder.
    fn relative<'p>(&self, part: &Part, path: &'p Path) -> &'p Path {
        let folders = [part.path.parent(), self.file().and_then(Path::parent), Some(&*self.here)];
        folders.into_iter().flatten().find_map(|folder| path.strip_prefix(folder).ok()).unwrap_or(path)
    }

    /// For every override of every file, whether it holds for the file at `path`.
    pub(super) fn overrides_for(&self, path: &Path) -> Vec<bool> {
        let fit =
            |part: &Part| part.overrides.iter().map(|globs| globs.fit(self.relative(part, path))).collect::<Vec<_>>();
        self.parts.iter().flat_map(fit).collect()
    }

    /// The settings that hold where `which` says of every override whether it does, the lowest first.
    pub(super) fn settings(&self, which: &[bool]) -> Vec<&Settings> {
        self.settings_by_part(which).into_iter().map(|(_, settings)| settings).collect()
    }

    /// The same, with the name of the file or override that says them.
    pub(super) fn named(&self, which: &[bool]) -> Vec<(String, &Settings)> {
        let mut which = which.iter();
        let mut out = Vec::new();
        for part in &self.parts {
            let file = shown(&part.path, &self.here);
            out.push((file.clone(), &part.layer.settings));
            for (index, one) in part.layer.overrides.iter().enumerate() {
                if which.next().copied().unwrap_or(false) {
                    out.push((format!("{file}, overrides[{index}] ({})", one.files.join(", ")), &one.settings));
                }
            }
        }
        out
    }

    /// The language that the uppermost file with one says, with the name of that file.
    pub(super) fn named_lang(&self) -> Option<(String, Lang)> {
        self.parts.iter().rev().find_map(|part| Some((shown(&part.path, &self.here), part.layer.lang?)))
    }

    /// The hunspell dictionaries named in those settings.
    pub(super) fn hunspell(&self, which: &[bool]) -> Vec<Named<'_>> {
        let by_part = self.settings_by_part(which).into_iter();
        let named = by_part.flat_map(|(part, settings)| settings.hunspell.iter().map(move |value| (part, value)));
        named.map(|(part, value)| Named { file: &part.path, text: &part.text, value }).collect()
    }

    fn settings_by_part(&self, which: &[bool]) -> Vec<(&Part, &Settings)> {
        let mut which = which.iter();
        let mut out = Vec::new();
        for part in &self.parts {
            out.push((part, &part.layer.settings));
            let held = part.layer.overrides.iter().filter(|_| which.next().copied().unwrap_or(false));
            out.extend(held.map(|one| (part, &one.settings)));
        }
        out
    }

    /// The problem that rules cannot be used, shown where they were last set.
    pub(super) fn unfit(&self, rules: &[(String, String)], lang: Lang) -> Problem {
        let mut problem = Problem::new(lang);
        for (name, reason) in rules {
            let message = format!("{} `{name}`: {reason}", lang.pick("aturan tidak dapat dipakai", "cannot use rule"));
            match self.parts.iter().rev().find_map(|part| Some((part, place_of(&part.layer, name)?))) {
                Some((part, span)) => {
                    problem.add(&shown(&part.path, &self.here), &part.text, vec![Mistake::new(span, message)]);
                }
                None => {
                    let text = self.catalog.text_of(name).unwrap_or_default();
                    problem.add(&format!("{name}.toml"), text, vec![Mistake::new(first_line(text), message)]);
                }
            }
        }
        problem
    }
}

/// Where `layer` last lays a table over the rule, or rejects a word when the rule is made of those.
fn place_of(layer: &Layer, rule: &str) -> Option<Span> {
    let all = || std::iter::once(&layer.settings).chain(layer.overrides.iter().map(|one| &one.settings));
    let tables = all().flat_map(|settings| &settings.rules);
    let mut laid = tables.filter(|setting| setting.name == rule && matches!(setting.switch, Switch::Table(_)));
    let rejected = || all().flat_map(|settings| &settings.reject).map(|word| word.span).next_back();
    laid.next_back().map(|setting| setting.span).or_else(|| (rule == config::REJECTED).then(rejected)?)
}

/// The first line of `text`: where a mistake of the whole is shown.
pub(super) fn first_line(text: &str) -> Span {
    Span::of(0..text.lines().next().map_or(0, str::len))
}

/// The path as seen from `here`, where it lies below.
pub(super) fn shown(path: &Path, here: &Path) -> String {
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
