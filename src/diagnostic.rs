//! What a rule says about a place in a text, and how to mend it.

mod fingerprint;

use std::sync::Arc;

pub use fingerprint::{Fingerprint, NoFingerprint, number};

use crate::text::{Edit, Source, Span};

/// How much a finding matters; ordered, so that a threshold is a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; a matter of style.
    Info,
    /// Probably wrong; a matter of judgement.
    Warning,
    /// Wrong by the norm the rule names.
    Error,
}

impl Severity {
    /// The lower-case name used in configuration and reports: `error`, `warning` or `info`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Whether a fix may be applied without a look; ordered, so that "may I?" is a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// The writer should look first: meaning or choice is involved.
    Unsafe,
    /// Can be accepted blindly.
    Safe,
}

impl Safety {
    /// The lower-case name used in reports: `safe` or `unsafe`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the fix does, for a menu: `Tulis “dimulai”`.
    pub title: String,
    /// Whether it may be applied without a look.
    pub safety: Safety,
    /// The changes, sorted and disjoint, in bytes of the source; applied together or not at all.
    pub edits: Vec<Edit>,
}

/// A place that helps to understand a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The text that the place is in; `None` for the text of the finding itself.
    pub elsewhere: Option<Arc<Source>>,
    /// The place, in bytes of its source.
    pub span: Span,
    /// What is to be seen there.
    pub message: String,
}

impl Related {
    /// A place in the text of the finding.
    pub fn here(span: Span, message: impl Into<String>) -> Self {
        Self { elsewhere: None, span, message: message.into() }
    }

    /// A place in another text.
    pub fn elsewhere(source: Arc<Source>, span: Span, message: impl Into<String>) -> Self {
        Self { elsewhere: Some(source), span, message: message.into() }
    }
}

/// A finding put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the rule that speaks.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The place, in bytes of the source.
    pub span: Span,
    /// What is wrong, what to write instead, and why.
    pub message: String,
    /// Further places.
    pub related: Vec<Related>,
    /// Ways to mend it, best first; often empty.
    pub fixes: Vec<Fix>,
    /// What tells it from others, whatever happens to the text around its sentence.
    pub fingerprint: Fingerprint,
}

impl Diagnostic {
    /// The fix that may be applied without asking: the first where that is safe; where `least` lets unsafe ones pass,
    /// also one that is the only choice.
    pub fn chosen_fix(&self, least: Safety) -> Option<&Fix> {
        let first = self.fixes.first()?;
        let may = first.safety == Safety::Safe || (least == Safety::Unsafe && self.fixes.len() == 1);
        may.then_some(first)
    }
}
