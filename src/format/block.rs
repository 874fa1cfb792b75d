//! The pieces an article is made of.

use crate::text::Span;

/// What kind of text a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A heading of this level, 1 to 6; a title in front matter or `<title>` is level 1.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// A list item, or one paragraph of it.
    Item,
    /// A table cell.
    Cell,
    /// Quoted text set off as a block.
    Quote,
    /// A caption, or the text that stands for an image.
    Caption,
    /// A value of the front matter that is prose but no title: a description, an excerpt.
    Summary,
}

impl BlockKind {
    /// Whether the block is a heading of any level.
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Heading(_))
    }

    /// Whether the block holds running text, of whole sentences.
    pub const fn is_running_text(self) -> bool {
        matches!(self, Self::Paragraph | Self::Quote)
    }
}

/// A stretch of prose that belongs together: no sentence crosses its border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes of the prose, without white space at either end; never empty.
    pub span: Span,
}

/// What sets a stretch of prose apart inside its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Italics: `*…*`, `<em>`, `<i>`, `<cite>`.
    Emphasis,
    /// Bold: `**…**`, `<strong>`, `<b>`.
    Strong,
    /// The text of a link.
    Link,
}

/// A stretch of prose that is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// By what it is set apart.
    pub kind: MarkKind,
    /// Where it stands, in bytes of the prose.
    pub span: Span,
}
