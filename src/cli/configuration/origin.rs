//! Which layer of a configuration set each value.

use std::collections::BTreeMap;
use std::path::Path;

use super::chain::shown;
use super::{Configurations, Problem};
use crate::config::{self, Catalog, Settings, Wishes};
use crate::rule::{Lang, Quotation, Rule};

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The key, as in `saksama.toml`: `lang`, `rules.di-terpisah`.
    pub key: String,
    /// The value, as it may be written there.
    pub value: String,
    /// The file, override, profile or command line that set it last; `None` where it holds by itself.
    pub source: Option<String>,
}

/// A layer with its name.
struct Named<'s> {
    name: String,
    settings: &'s Settings,
}

impl Configurations {
    /// All values that hold for the file at `path` and were set by something, and those of the top that were not.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn origins(&self, path: &Path) -> Result<Vec<Origin>, Problem> {
        self.profile(path)?;
        let path = self.absolute(path);
        let chain = self.chain(self.file_for(&path).as_deref())?;
        let lang = self.command_line.lang.or(chain.lang()).unwrap_or_default();
        let files = self.words_for(&path);
        let words = self.word_files.settings(&files, &self.here, lang)?;
        let of_words =
            files.iter().zip(&words).map(|(file, settings)| Named { name: shown(file, &self.here), settings });
        let layers: Vec<Named> = of_words
            .chain(
                chain.named(&chain.overrides_for(&path)).into_iter().map(|(name, settings)| Named { name, settings }),
            )
            .collect();
        let asked = |value: Option<String>| value.map(|value| (command_line(lang), value));
        let mut origins = vec![
            self.lang_origin(chain.named_lang(), lang),
            top("profile", &layers, asked(self.command_line.profile.clone()), |settings| settings.profile.clone(), "-"),
            top(
                "preview",
                &layers,
                asked(self.command_line.preview.then(|| "true".to_owned())),
                |settings| settings.preview.map(|preview| preview.to_string()),
                "false",
            ),
            top("quotation", &layers, None, |settings| settings.quotation.map(quotation), "-"),
        ];
        origins.extend(self.baseline(&path)?.map(|file| Origin {
            key: "baseline".to_owned(),
            value: shown(&file, &self.here),
            source: chain.baseline().and(chain.file()).map(|file| shown(file, &self.here)),
        }));
        origins.extend(self.rules(&chain.catalog, &layers, lang));
        for layer in &layers {
            let words = [("words.accept", &layer.settings.accept)];
            let rejected: Vec<String> = layer.settings.reject.iter().map(|word| word.wrong.clone()).collect();
            for (key, words) in
                words.into_iter().chain([("words.reject", &rejected)]).filter(|(_, words)| !words.is_empty())
            {
                origins.push(Origin { key: key.to_owned(), value: listed(words), source: Some(layer.name.clone()) });
            }
        }
        Ok(origins)
    }

    /// The words that are accepted in the file at `path`, in lower case, with the name of what accepts them.
    ///
    /// # Errors
    /// What is wrong with its configuration.
    pub fn accepted(&self, path: &Path) -> Result<Vec<(String, Vec<String>)>, Problem> {
        let path = self.absolute(path);
        let chain = self.chain(self.file_for(&path).as_deref())?;
        let files = self.words_for(&path);
        let words = self.word_files.settings(&files, &self.here, self.lang())?;
        let of_words =
            files.iter().zip(&words).map(|(file, settings)| (shown(file, &self.here), settings.accept.clone()));
        let of_layers = chain.named(&chain.overrides_for(&path)).into_iter();
        let all = of_words.chain(of_layers.map(|(name, settings)| (name, settings.accept.clone())));
        Ok(all.filter(|(_, words)| !words.is_empty()).collect())
    }

    fn lang_origin(&self, named: Option<(String, Lang)>, lang: Lang) -> Origin {
        let asked = self.command_line.lang.map(|_| command_line(lang));
        let source = asked.or(named.map(|(file, _)| file));
        Origin { key: "lang".to_owned(), value: lang.pick("id", "en").to_owned(), source }
    }

    /// The rules that something has set, found by laying one layer after the other over them.
    fn rules(&self, catalog: &Catalog, layers: &[Named], lang: Lang) -> Vec<Origin> {
        let (mut before, mut sources) = (states(catalog, &[], &Wishes::default()), BTreeMap::new());
        let mut below: Vec<&Settings> = Vec::new();
        let mut note = |name: String, after: BTreeMap<String, State>| {
            let changed = after.iter().filter(|(rule, state)| before.get(*rule) != Some(state));
            sources.extend(changed.map(|(rule, _)| (rule.clone(), name.clone())));
            before = after;
        };
        for layer in layers {
            if let Some(profile) = &layer.settings.profile {
                let only = Settings { profile: Some(profile.clone()), ..Settings::default() };
                let with: Vec<&Settings> = below.iter().copied().chain([&only]).collect();
                let name = format!("{} {profile} ({})", lang.pick("profil", "profile"), layer.name);
                note(name, states(catalog, &with, &Wishes::default()));
            }
            below.push(layer.settings);
            note(layer.name.clone(), states(catalog, &below, &Wishes::default()));
        }
        let asked = &self.command_line;
        let wishes = Wishes {
            select: asked.select.clone(),
            ignore: asked.ignore.clone(),
            preview: asked.preview,
            profile: asked.profile.clone(),
        };
        note(command_line(lang), states(catalog, &below, &wishes));
        let origin = |(rule, source): (String, String)| {
            let value = before.get(&rule)?.value.clone();
            Some(Origin { key: format!("rules.{rule}"), value, source: Some(source) })
        };
        sources.into_iter().filter_map(origin).collect()
    }
}

/// A value of the top: the one `asked` for, or that of the uppermost layer that has one.
fn top(
    key: &str,
    layers: &[Named],
    asked: Option<(String, String)>,
    of: impl Fn(&Settings) -> Option<String>,
    default: &str,
) -> Origin {
    let said = layers.iter().rev().find_map(|layer| Some((layer.name.clone(), of(layer.settings)?)));
    let (source, value) = asked.or(said).map_or((None, default.to_owned()), |(source, value)| (Some(source), value));
    Origin { key: key.to_owned(), value, source }
}

fn command_line(lang: Lang) -> String {
    lang.pick("baris perintah", "command line").to_owned()
}

fn quotation(quotation: Quotation) -> String {
    quotation.name().to_owned()
}

/// The first few of `words`, and how many more there are.
fn listed(words: &[String]) -> String {
    const MOST: usize = 5;
    let first = words.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if words.len() > MOST { format!("{first}, … ({})", words.len()) } else { first }
}

/// What a rule comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    value: String,
    /// All else that may have been laid over it.
    whole: String,
}

fn states(catalog: &Catalog, layers: &[&Settings], wishes: &Wishes) -> BTreeMap<String, State> {
    let on = |rule: &Rule| {
        let value = rule.severity.name().to_owned();
        (rule.name.clone(), State { value, whole: format!("{rule:?}") })
    };
    let off = |rule: &Rule| (rule.name.clone(), State { value: "off".to_owned(), whole: String::new() });
    let mut states: BTreeMap<String, State> = catalog.rules().map(off).collect();
    states.extend(config::resolve(catalog, layers, wishes).rules.iter().map(on));
    states
}
