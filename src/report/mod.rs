//! Reports: how diagnostics are shown, one file per format.
//!
//! A report draws the findings of one file at a time and never reads or writes a file itself, so that files can be
//! drawn on all threads and their texts forgotten at once.

mod analysis;
mod baseline;
mod change;
mod checkstyle;
mod concise;
mod describe;
mod diff;
mod elsewhere;
mod excerpt;
mod github;
mod gitlab;
mod handbook;
pub mod html;
mod json;
mod junit;
mod listing;
mod markdown;
mod origins;
mod page;
mod palette;
mod paragraphs;
mod places;
mod precision;
mod profiles;
mod rdjson;
#[cfg(test)]
mod sample;
mod sarif;
mod statistics;
mod styled;
mod summary;
mod terminal;
mod visible;
mod xml;

pub use analysis::{
    AnalysedEntry, AnalysedReading, AnalysedSentence, AnalysedWord, Analysis, analysis_json, analysis_table,
};
pub use baseline::{BaselineAge, baseline_json, baseline_table};
pub use change::{Change, changes};
pub use checkstyle::Checkstyle;
pub use concise::Concise;
pub use describe::summary_line;
pub use diff::diff;
pub use github::Github;
pub use gitlab::Gitlab;
pub use handbook::{index_markdown, rule_markdown};
pub use json::{Json, Jsonl};
pub use junit::Junit;
pub use listing::rules_json;
pub use markdown::Markdown;
pub use origins::{origins_json, origins_table};
pub use page::{page, rules_table};
pub use palette::Palette;
pub use paragraphs::flowing;
pub use places::Places;
pub use profiles::{ProfileColumn, ProfileRow, profiles_markdown};
pub use rdjson::{Rdjson, Rdjsonl};
pub use sarif::Sarif;
pub use statistics::{Counts, CountsJson};
pub use styled::Styled;
pub use summary::{RuleCount, Skipped, Summary};
pub use terminal::Terminal;
pub use visible::visible;

use crate::diagnostic::Diagnostic;
use crate::text::Source;

/// One way to show diagnostics: `head`, then every file's part with `separator` between those that are not empty,
/// then `tail`. A report that is held is made of all parts at once instead.
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

    /// Whether the report can only be written once all files are known.
    fn is_held(&self) -> bool {
        false
    }

    /// The whole of a report that is held, made of the `parts` that are not empty.
    fn whole(&self, parts: &[String], summary: &Summary) -> String {
        self.head() + &parts.join(self.separator()) + &self.tail(summary)
    }
}

/// `path` as services that know the repository want it: with slashes, and without a leading `./`.
fn from_here(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}
