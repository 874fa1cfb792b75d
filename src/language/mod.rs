//! Indonesian: its words, their parts and classes, and its sentences.

pub mod affix;
pub mod class;
pub mod lexicon;
pub mod morphology;

pub use class::{Class, Classes};

/// One distinct word form.
pub struct Form;
