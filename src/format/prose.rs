//! An article without its markup.

use std::borrow::Cow;

use super::{Block, Directive, Mark, MarkKind, Offsets};
use crate::text::Span;

/// Stands in the prose for what is there but not to be read: code, an image, a formula, a template expression.
///
/// It is one word of its own to the reader of the sentence, so that grammar around it holds.
pub const OPAQUE: char = '\u{FFFC}';

/// The language of an article in one text, with its structure and the way back to the source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

impl Prose<'_> {
    /// Whether the span is all or part of a few words in italics.
    pub fn is_in_italics(&self, span: Span) -> bool {
        // So much longer, in bytes, may the words in italics be; and so many marks may begin inside one another.
        const FEW: u32 = 40;
        const NESTED: usize = 8;
        let before = self.marks.partition_point(|mark| mark.span.start <= span.start);
        let mut near = self.marks[..before].iter().rev().take(NESTED).filter(|mark| mark.kind == MarkKind::Emphasis);
        near.any(|mark| mark.span.contains(span) && mark.span.len() <= span.len() + FEW)
    }

    /// The block `index` by itself, with the marks in it, as if it stood alone.
    pub fn part(&self, index: usize) -> Prose<'static> {
        let block = self.blocks[index];
        let local = |span: Span| Span::new(span.start - block.span.start, span.end - block.span.start);
        let first = self.marks.partition_point(|mark| mark.span.start < block.span.start);
        let inside = self.marks[first..].iter().take_while(|mark| mark.span.start < block.span.end);
        let inside = inside.filter(|mark| block.span.contains(mark.span));
        Prose {
            text: Cow::Owned(block.span.of_text(&self.text).to_owned()),
            blocks: vec![Block { span: local(block.span), ..block }],
            marks: inside.map(|mark| Mark { span: local(mark.span), ..*mark }).collect(),
            offsets: self.offsets.part(block.span),
            directives: Vec::new(),
        }
    }
}
