//! An article without its markup.

use std::borrow::Cow;

use super::{Block, Directive, Mark, Offsets};

/// Stands in the prose for what is there but not to be read: code, an image, a formula, a template expression.
///
/// It is one word of its own to the reader of the sentence, so that grammar around it holds.
pub const OPAQUE: char = '\u{FFFC}';

/// The language of an article in one text, with its structure and the way back to the source.
#[derive(Clone, Debug)]
pub struct Prose<'s> {
    /// All blocks' text in reading order, a line break between two blocks. Borrowed where the source is the prose.
    pub text: Cow<'s, str>,
    /// The blocks, sorted and disjoint.
    pub blocks: Vec<Block>,
    /// What is set apart inside blocks, sorted by start.
    pub marks: Vec<Mark>,
    /// From places in `text` to places in the source.
    pub offsets: Offsets,
    /// The comments that silence rules, in the order of the source.
    pub directives: Vec<Directive>,
}
