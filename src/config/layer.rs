//! What one configuration file says.

use crate::diagnostic::Severity;
use crate::rule::{Lang, Quotation};
use crate::text::Span;

/// A value and where it stands, in bytes of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// Where the value stands.
    pub span: Span,
    /// The value.
    pub value: T,
}

/// One configuration file. Globs are relative to its folder.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// The language of messages, when it says one.
    pub lang: Option<Lang>,
    /// The file with known findings, relative to the folder of the configuration.
    pub baseline: Option<Placed<String>>,
    /// The files to look at: all when empty.
    pub include: Vec<String>,
    /// The files to leave out.
    pub exclude: Vec<String>,
    /// What holds for all files.
    pub settings: Settings,
    /// What holds for some files, later ones over earlier ones.
    pub overrides: Vec<Override>,
}

/// Settings for some files.
#[derive(Clone, Debug, Default)]
pub struct Override {
    /// The files, as globs.
    pub files: Vec<String>,
    /// What holds for them.
    pub settings: Settings,
}

/// What a file, or an override in it, says of rules and words.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The profile it lies on, which is one of [`super::genre::names`].
    pub profile: Option<String>,
    /// Whether rules that have not proved themselves are on.
    pub preview: Option<bool>,
    /// What becomes of quoted speech, for all rules that do not count it like any other text.
    pub quotation: Option<Quotation>,
    /// The rules it names, in the file's order.
    pub rules: Vec<RuleSetting>,
    /// Words, lower case, in which no rule finds anything.
    pub accept: Vec<String>,
    /// Words that must not be used.
    pub reject: Vec<Rejected>,
    /// Files with words to accept, relative to the folder of the configuration.
    pub dictionaries: Vec<Placed<String>>,
    /// Dictionaries of hunspell, without `.aff` and `.dic`, relative to the folder of the configuration.
    pub hunspell: Vec<Placed<String>>,
}

/// What is said of a rule or of a group of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetting {
    /// The name of a rule, of a group, or `semua`.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// What is to become of it.
    pub switch: Switch,
}

/// What is to become of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Switch {
    /// It is not run.
    Off,
    /// It is run.
    On,
    /// It is run, with this severity.
    Severity(Severity),
    /// It is run, with this laid over its own table.
    Table(toml::Table),
}

/// A word that must not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The word, lower case.
    pub wrong: String,
    /// What to write instead, best first; empty when nothing is said.
    pub right: Vec<String>,
    /// Where the word stands.
    pub span: Span,
}
