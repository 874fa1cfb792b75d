//! A check put into words: what it finds, what it says, its norm and its examples.

pub mod catalog;
mod message;
pub mod precision;

use serde::Deserialize;

pub use message::{Lang, fill};

use crate::check::Kind;
use crate::diagnostic::{Safety, Severity};

/// A rule, exactly as its TOML file has it. The file's name is the rule's name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The rule's name, Indonesian, lower case with hyphens; not in the file.
    #[serde(default)]
    pub name: String,
    /// What the rule asks for, in one sentence.
    pub summary: String,
    /// The chapter the rule belongs to.
    pub group: Group,
    /// How much a finding matters.
    pub severity: Severity,
    /// Whether the rule has proved itself.
    #[serde(default)]
    pub status: Status,
    /// What is said of a finding; `{temuan}` is the text found, `{saran}` the best replacement, others the check's own.
    pub message: String,
    /// The norm, with its place.
    pub source: String,
    /// The most that may be said of the rule's fixes.
    #[serde(default = "safe")]
    pub fix: Safety,
    /// Why, in a paragraph or two. Empty in the form that is embedded for linting.
    #[serde(default)]
    pub explanation: String,
    /// The rules this one stands in for: where both find something, only this one speaks.
    #[serde(default)]
    pub replaces: Vec<String>,
    /// Whether the rule leaves every place to the other rules about spelling and words, where they find something too.
    #[serde(default)]
    pub yields: bool,
    /// Whether the rule speaks once per document: a habit of the writer, with every place and one fix for all.
    #[serde(default)]
    pub once: bool,
    /// What is said of quotations: text in quotation marks keeps its speaker's words.
    #[serde(default)]
    pub quotation: Quotation,
    /// The same texts in English.
    pub en: English,
    /// What is looked for.
    pub check: Kind,
    /// Sentences with and without the defect, each run as a test. Empty in the form that is embedded for linting.
    #[serde(default, rename = "example")]
    pub examples: Vec<Example>,
}

/// The English texts of a rule.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct English {
    /// See [`Rule::summary`].
    pub summary: String,
    /// See [`Rule::message`].
    pub message: String,
    /// See [`Rule::explanation`].
    #[serde(default)]
    pub explanation: String,
}

/// One example of a rule: either `bad`, with `good` where the rule has a fix, or `fine`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// A text with the defect between `«` and `»`; several marks for several findings.
    pub bad: Option<String>,
    /// The text of `bad` after the first fix of every finding.
    pub good: Option<String>,
    /// A text that looks like the defect and is right.
    pub fine: Option<String>,
    /// How the texts are marked up: `plain` (when not said), `markdown` or `html`.
    #[serde(default)]
    pub format: ExampleFormat,
}

/// How an example is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExampleFormat {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

/// The chapters that rules are sorted into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Words written together, apart or with a hyphen.
    Ejaan,
    /// Standard words and their forms.
    Kata,
    /// Punctuation and spacing.
    TandaBaca,
    /// Capital letters.
    HurufKapital,
    /// Sentences: fragments, subjects, conjunctions.
    Kalimat,
    /// Style: pleonasm, register, readability.
    Gaya,
    /// What was left over from page, template or tool.
    Sisa,
    /// Structure of the document: repetition, headings, lists.
    Struktur,
    /// One way of writing throughout the document.
    Konsistensi,
    /// Saksama's own comments in the text.
    Saksama,
}

impl Group {
    /// All groups, in the order of their chapters.
    pub const ALL: [Self; 10] = [
        Self::Ejaan,
        Self::Kata,
        Self::TandaBaca,
        Self::HurufKapital,
        Self::Kalimat,
        Self::Gaya,
        Self::Sisa,
        Self::Struktur,
        Self::Konsistensi,
        Self::Saksama,
    ];

    /// The name used in rule files, configuration and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ejaan => "ejaan",
            Self::Kata => "kata",
            Self::TandaBaca => "tanda-baca",
            Self::HurufKapital => "huruf-kapital",
            Self::Kalimat => "kalimat",
            Self::Gaya => "gaya",
            Self::Sisa => "sisa",
            Self::Struktur => "struktur",
            Self::Konsistensi => "konsistensi",
            Self::Saksama => "saksama",
        }
    }
}

/// Whether a rule has proved itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its precision on real text has been measured: on by default.
    Stable,
    /// Not yet measured, or not yet good enough: on with `--preview`.
    #[default]
    Preview,
    /// Right, but a matter of taste: on only when asked for by name.
    Optional,
}

impl Status {
    /// The name used in rule files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Preview => "preview",
            Self::Optional => "optional",
        }
    }
}

/// What a rule makes of words in quotation marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quotation {
    /// A finding there counts like any other.
    Count,
    /// A finding there counts one level less and its fix is not safe.
    #[default]
    Lower,
    /// Nothing is found there.
    Skip,
}

impl Quotation {
    /// All of them, from what finds most to what finds least.
    pub const ALL: [Self; 3] = [Self::Count, Self::Lower, Self::Skip];

    /// The name used in rule files and configuration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Lower => "lower",
            Self::Skip => "skip",
        }
    }
}

const fn safe() -> Safety {
    Safety::Safe
}
