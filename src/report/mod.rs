//! Reports: how diagnostics are shown, one file per format.
//!
//! A report draws the findings of one file at a time and never reads or writes a file itself, so that files can be
//! drawn on all threads and their texts forgotten at once.

mod analysis;
mod change;
mod concise;
mod describe;
mod diff;
mod elsewhere;
mod excerpt;
mod github;
mod handbook;
pub mod html;
mod json;
mod listing;
mod page;
mod palette;
mod paragraphs;
mod places;
mod precision;
mod profiles;
#[cfg(test)]
mod sample;
mod sarif;
mod statistics;
mod styled;
mod summary;
mod terminal;
mod visible;

pub use analysis::{
    AnalysedEntry, AnalysedReading, AnalysedSentence, AnalysedWord, Analysis, analysis_json, analysis_table,
};
pub use change::{Change, changes};
pub use concise::Concise;
pub use describe::summary_line;
pub use diff::diff;
pub use github::Github;
pub use handbook::{index_markdown, rule_markdown};
pub use json::{Json, Jsonl};
pub use listing::rules_json;
pub use page::{page, rules_table};
pub use palette::Palette;
pub use paragraphs::flowing;
pub use places::Places;
pub use profiles::{ProfileColumn, ProfileRow, profiles_markdown};
pub use sarif::Sarif;
pub use statistics::{Counts, CountsJson};
pub use summary::{RuleCount, Skipped, Summary};
pub use terminal::Terminal;
pub use visible::visible;

use crate::diagnostic::Diagnostic;
use crate::text::Source;

/// One way to show diagnostics: `head`, then every file's part with `separator` between those that are not empty,
/// then `tail`.
pub trait Report: Sync {
    /// What comes before all files.
    fn head(&self) -> String {
        String::new()
    }

    /// The findings in one file, sorted by place; empty when there is nothing to show.
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String;

    /// What stands between two files.
    fn separator(&self) -> &'static str {
        ""
    }

    /// What comes after all files.
    fn tail(&self, summary: &Summary) -> String {
        let _ = summary;
        String::new()
    }
}
