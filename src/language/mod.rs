//! Indonesian: its words, their parts and classes, and its sentences.

pub mod class;

pub mod affix;
pub mod lexicon;
mod packed;

pub mod morphology;
mod passive;
mod sound;
mod strip;

pub use class::{Class, Classes};
pub use sentence::Sentence;
pub use vocabulary::{Form, FormId, Vocabulary};
pub use word::{Shape, Word, WordKind};
