//! Profiles: ready-made settings for a kind of text, chosen by `profile = "berita"`.

use toml::de::{DeTable, DeValue};

use super::catalog::Catalog;
use super::layer::Settings;
use super::mistake::Mistake;
use super::parse;
use super::resolve::{Wishes, resolve};
use crate::diagnostic::Severity;
use crate::rule::{Lang, Quotation};
use crate::text::Span;

/// All profiles, with the keys that a configuration has.
const FILE: &str = include_str!("profiles.toml");

/// The names of all profiles, in the order they are shown.
const NAMES: [&str; 5] = ["berita", "blog", "akademik", "dokumentasi", "santai"];

/// A profile as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Genre {
    /// Its name.
    pub name: &'static str,
    /// For which texts it is, in Indonesian and English.
    pub summary: [String; 2],
    /// What becomes of quoted speech; as each rule says when not said.
    pub quotation: Option<Quotation>,
}

/// A rule that some profile treats otherwise than the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The rule.
    pub rule: String,
    /// Its severity without a profile; `None` is off.
    pub usual: Option<Severity>,
    /// Its severity in every profile, in the order of [`names`].
    pub in_profiles: Vec<Option<Severity>>,
}

/// The names of all profiles.
pub fn names() -> &'static [&'static str] {
    &NAMES
}

/// The mistake that there is no profile `name`, which stands at `span`.
pub(super) fn unknown(name: &str, span: Span, lang: Lang) -> Option<Mistake> {
    let message = match lang {
        Lang::Id => format!("tidak ada profil `{name}`"),
        Lang::En => format!("there is no profile `{name}`"),
    };
    (!NAMES.contains(&name)).then(|| Mistake::new(span, message).one_of(lang, name, &NAMES))
}

/// The mistakes of the name of a profile, as the command line gives it.
pub fn mistakes(name: &str, lang: Lang) -> Vec<Mistake> {
    unknown(name, Span::of(0..name.len()), lang).into_iter().collect()
}

/// What the profile `name` says.
pub(super) fn settings(name: &str, catalog: &Catalog) -> Option<Settings> {
    with_table(name, |table| parse::settings(table, catalog).0)
}

/// All profiles.
pub fn all() -> Vec<Genre> {
    let catalog = Catalog::built_in();
    let genre = |name: &'static str| {
        let text = |table: &DeTable<'_>, key: &str| {
            table.get(key).and_then(|value| value.get_ref().as_str()).unwrap_or_default().to_owned()
        };
        let summary = with_table(name, |table| ["summary", "en"].map(|key| text(table, key))).unwrap_or_default();
        Genre { name, summary, quotation: settings(name, &catalog).and_then(|settings| settings.quotation) }
    };
    NAMES.into_iter().map(genre).collect()
}

/// The built-in rules that are not the same in all profiles, in the order of their names.
pub fn differences() -> Vec<Difference> {
    let catalog = Catalog::built_in();
    let severities = |profile: Option<&str>| {
        let wishes = Wishes { profile: profile.map(ToOwned::to_owned), ..Wishes::default() };
        resolve(&catalog, &[], &wishes).rules
    };
    let usual = severities(None);
    let profiles: Vec<_> = NAMES.iter().map(|name| severities(Some(name))).collect();
    let of =
        |rules: &[crate::rule::Rule], name: &str| rules.iter().find(|rule| rule.name == name).map(|rule| rule.severity);
    let rows = catalog.rules().map(|rule| Difference {
        rule: rule.name.clone(),
        usual: of(&usual, &rule.name),
        in_profiles: profiles.iter().map(|rules| of(rules, &rule.name)).collect(),
    });
    rows.filter(|row| row.in_profiles.iter().any(|severity| *severity != row.usual)).collect()
}

fn with_table<T>(name: &str, read: impl FnOnce(&DeTable<'_>) -> T) -> Option<T> {
    let file = DeTable::parse(FILE).ok()?;
    match file.get_ref().get(name)?.get_ref() {
        DeValue::Table(table) => Some(read(table)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_is_read_without_a_mistake_and_says_what_it_is_for() {
        let file = DeTable::parse(FILE).expect("the file is TOML");
        assert_eq!(file.get_ref().len(), NAMES.len());
        for genre in all() {
            let mistakes = with_table(genre.name, |table| parse::settings(table, &Catalog::built_in()).1);
            assert_eq!(mistakes, Some(Vec::new()), "{}", genre.name);
            assert!(genre.summary.iter().all(|text| text.len() > 20), "{}", genre.name);
        }
    }

    #[test]
    fn no_profile_is_like_another_or_like_none() {
        let rows = differences();
        let column = |index: usize| rows.iter().map(|row| row.in_profiles[index]).collect::<Vec<_>>();
        let mut columns: Vec<_> = (0..NAMES.len()).map(column).collect();
        columns.push(rows.iter().map(|row| row.usual).collect());
        for (index, one) in columns.iter().enumerate() {
            assert!(!columns[..index].contains(one), "{index}");
        }
    }

    #[test]
    fn casual_texts_keep_their_register_and_academic_ones_do_not() {
        let rows = differences();
        let of = |rule: &str, profile: &str| {
            let row = rows.iter().find(|row| row.rule == rule).expect("the profiles differ");
            row.in_profiles[NAMES.iter().position(|name| *name == profile).expect("a profile")]
        };
        assert_eq!(of("ragam-informal", "santai"), None);
        assert_eq!(of("ragam-informal", "akademik"), Some(Severity::Warning));
        assert_eq!(of("kata-kunci-berulang", "dokumentasi"), None);
        assert_eq!(of("nama-baku-lazim", "berita"), Some(Severity::Info));
    }
}
