//! Saksama reads Indonesian articles and finds what EYD V and good editing would not let pass.

pub mod diagnostic;
pub mod format;
pub mod language;
pub mod text;
