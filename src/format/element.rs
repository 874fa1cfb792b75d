//! What the elements of HTML are to a reader: blocks, containers, marks, breaks, or nothing to be read.

use super::{BlockKind, MarkKind};

/// How an element is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// A block of this kind, whatever stands around it.
    Block(BlockKind),
    /// A block whose text belongs to the container around it: `p`, `div`.
    Flow,
    /// Text inside is of this kind: `li`, `blockquote`, `td`.
    Container(BlockKind),
    /// Bounds the search for the container that an unclosed one ends: `ul`, `table`.
    Frame,
    /// Sets its text apart.
    Marked(MarkKind),
    /// A line break.
    Break,
    /// An image: its `alt` is a caption.
    Image,
    /// A `meta` element, which may hold the description of the page.
    Meta,
    /// Is one word that is not read: `code`.
    Opaque,
    /// Is not there, with all that is in it: `script`.
    Skipped,
    /// Is not there, and ends the block around it: `pre`.
    SkippedBlock,
    /// Leaves no trace: `span`.
    Inline,
}

impl Element {
    /// How the element of this name, in lower case, is read.
    pub fn of_name(name: &[u8]) -> Self {
        match name {
            b"p" | b"div" | b"section" | b"article" | b"main" | b"header" | b"footer" | b"aside" | b"address"
            | b"body" | b"html" | b"head" | b"details" | b"figure" | b"form" | b"fieldset" | b"hgroup" | b"center"
            | b"hr" | b"option" | b"dialog" | b"search" | b"picture" | b"frameset" => Self::Flow,
            b"ul" | b"ol" | b"dl" | b"menu" | b"table" => Self::Frame,
            b"tr" | b"thead" | b"tbody" | b"tfoot" => Self::Flow,
            b"title" | b"h1" => Self::Block(BlockKind::Heading(1)),
            b"h2" => Self::Block(BlockKind::Heading(2)),
            b"h3" => Self::Block(BlockKind::Heading(3)),
            b"h4" => Self::Block(BlockKind::Heading(4)),
            b"h5" => Self::Block(BlockKind::Heading(5)),
            b"h6" => Self::Block(BlockKind::Heading(6)),
            b"figcaption" | b"summary" | b"caption" | b"legend" => Self::Block(BlockKind::Caption),
            b"li" | b"dt" | b"dd" => Self::Container(BlockKind::Item),
            b"td" | b"th" => Self::Container(BlockKind::Cell),
            b"blockquote" => Self::Container(BlockKind::Quote),
            b"em" | b"i" | b"cite" | b"dfn" => Self::Marked(MarkKind::Emphasis),
            b"strong" | b"b" => Self::Marked(MarkKind::Strong),
            b"a" => Self::Marked(MarkKind::Link),
            b"br" => Self::Break,
            b"img" => Self::Image,
            b"meta" => Self::Meta,
            b"code" | b"kbd" | b"samp" | b"var" | b"tt" | b"math" | b"svg" | b"object" | b"input" | b"meter"
            | b"progress" => Self::Opaque,
            b"script" | b"style" | b"noscript" | b"template" | b"select" | b"datalist" | b"sup" | b"del" | b"s"
            | b"strike" | b"rt" | b"rp" | b"audio" | b"video" | b"canvas" | b"map" => Self::Skipped,
            b"pre" | b"listing" | b"xmp" | b"plaintext" | b"textarea" | b"iframe" | b"nav" | b"noframes"
            | b"noembed" | b"applet" => Self::SkippedBlock,
            _ => Self::Inline,
        }
    }

    /// The same element when it is not to be read: in another language, hidden, not to be translated.
    pub const fn unread(self) -> Self {
        match self {
            Self::Block(_) | Self::Flow | Self::Container(_) | Self::Frame => Self::SkippedBlock,
            Self::Marked(_) | Self::Inline => Self::Opaque,
            Self::Image | Self::Meta => Self::Skipped,
            other => other,
        }
    }
}

/// Whether an element of this name never has content or an end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
