//! Saksama reads Indonesian articles and finds what EYD V and good editing would not let pass.

pub mod baseline;
pub mod check;
#[cfg(feature = "edges")]
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod fix;
pub mod format;
pub mod language;
pub mod lint;
#[cfg(feature = "edges")]
pub mod lsp;
pub mod report;
pub mod rule;
pub mod text;
pub mod wasm;
