//! What stands in several files: paragraphs and openings that were copied.
//!
//! Every text leaves a [`Trace`] when it is linted: hashes and places, no words, so that the memory of a run grows with
//! its paragraphs and texts are read once. When all files have been linted [`compare`] finds what is alike, and [`speak`]
//! puts it into words; only for that the texts are needed again, of the files that share something.

mod compare;
mod sketch;
mod speak;
mod trace;

pub use compare::{Match, Traced, compare};
pub use speak::speak;
pub use trace::{Part, Piece, Trace};

pub(super) use trace::trace;
