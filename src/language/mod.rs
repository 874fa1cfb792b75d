//! Indonesian: its words, their parts and classes, and its sentences.

mod address;
pub mod affix;
mod bucket;
pub mod class;
mod fit;
pub mod foreign;
mod hunspell;
mod hyphen;
pub mod lexicon;
mod listed;
pub mod morphology;
pub mod nonstandard;
mod number;
mod packed;
mod passive;
mod productive;
mod reduplication;
pub mod sentence;
mod sound;
pub mod stamps;
mod strip;
pub mod substitute;
pub mod tagger;
mod trigram;
pub mod vocabulary;
pub mod word;

pub use class::{Class, Classes};
pub use hunspell::{BrokenHunspell, Hunspell, HunspellFile};
pub use sentence::Sentence;
pub use stamps::Stamped;
pub use vocabulary::{Form, FormId, Memo, Vocabulary, stamp};
pub use word::{Shape, Word, WordKind};
