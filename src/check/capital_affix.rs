//! An affix joined to capitals without a hyphen: *SIMnya*, *diPHK*, *seAsia*, *rahmatNya* (EYD V, TE05).

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::lexicon::{self, Entry};

/// `[check.capital-affix]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Prefixes before an abbreviation in capitals: *ber* in *berKTP*.
    #[serde(default)]
    pub before_abbreviation: Vec<String>,
    /// Clitics after an abbreviation in capitals: *nya* in *SIMnya*.
    #[serde(default)]
    pub after_abbreviation: Vec<String>,
    /// Clitics with a capital after a word in small letters, the pronoun for God: *Nya* in *rahmatNya*.
    #[serde(default)]
    pub divine: Vec<String>,
    /// Prefixes before a proper name: *se* in *seAsia*.
    #[serde(default)]
    pub before_name: Vec<String>,
}

/// The check.
pub struct CapitalAffix {
    settings: Settings,
    regions: Option<u32>,
}

impl CapitalAffix {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone(), regions: lexicon::list_number("regions") }
    }

    /// The word in two, where a hyphen is missing.
    fn part<'w>(&self, word: &'w str) -> Option<(&'w str, &'w str)> {
        let Settings { before_abbreviation, after_abbreviation, divine, before_name } = &self.settings;
        let prefixed = |prefix: &String| Some((word.get(..prefix.len())?, word.strip_prefix(prefix.as_str())?));
        let suffixed = |suffix: &String| {
            let stem = word.strip_suffix(suffix.as_str())?;
            Some((stem, &word[stem.len()..]))
        };
        let after = after_abbreviation.iter().filter_map(suffixed).find(|(stem, _)| is_abbreviation(stem));
        let before = || before_abbreviation.iter().filter_map(prefixed).find(|(_, rest)| is_abbreviation(rest));
        let god = || divine.iter().filter_map(suffixed).find(|(stem, _)| is_small_word(stem));
        let name = || before_name.iter().filter_map(prefixed).find(|(_, rest)| self.is_name(rest));
        after.or_else(before).or_else(god).or_else(name)
    }

    fn is_name(&self, word: &str) -> bool {
        let form = word.to_lowercase();
        let is_region = self.regions.is_some_and(|list| lexicon::lists(&form).has(list));
        word.starts_with(char::is_uppercase) && (is_region || lexicon::entry(&form).is_some_and(Entry::is_name))
    }
}

fn is_abbreviation(text: &str) -> bool {
    text.len() > 1 && text.chars().all(char::is_uppercase)
}

fn is_small_word(text: &str) -> bool {
    text.len() > 2 && text.chars().all(char::is_lowercase) && lexicon::entry(text).is_some()
}

impl Check for CapitalAffix {
    fn triggers(&self) -> Triggers {
        Triggers { mixed: true, ..Triggers::default() }
    }

    fn at_word(&self, context: &Context, at: usize, _note: u32, out: &mut Vec<Finding>) {
        let span = context.words()[at].span;
        if let Some((left, right)) = self.part(context.text(span)) {
            out.push(Finding::replace(span, format!("{left}-{right}")));
        }
    }
}
