//! What a check may look at: source, blocks, sentences and words of one article.

/// A document with the vocabulary its words are in.
pub struct Context<'d> {
    _document: &'d (),
}
