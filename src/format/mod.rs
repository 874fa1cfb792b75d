//! From a file's text to clean prose: what is markup and what is language, with the way back.

mod block;
mod offsets;
mod prose;

pub mod directive;
pub mod encoding;

mod plain;
mod shape;
mod wrap;

mod draft;
mod element;
mod entity;
mod fragment;
mod html;
mod tag;

mod align;
mod foreign;
mod front_matter;
mod inline;
mod markdown;
mod mask;
mod mdx;
mod template;

pub use block::{Block, BlockKind, Mark, MarkKind};
pub use directive::{Directive, DirectiveKind};
pub use offsets::{Offsets, Segment};
pub use prose::{OPAQUE, Prose};

/// Reads a text of this format: its prose, block by block. Never fails; what cannot be read is left out.
pub fn read(format: Format, text: &str) -> Prose<'_> {
    match format {
        Format::Plain => plain::read(text),
        Format::Markdown | Format::Mdx => markdown::read(format, text),
        Format::Html => html::read(text),
    }
}

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: paragraphs, headings and lists by their shape.
    Plain,
    /// CommonMark with the extensions of GitHub, front matter, shortcodes and Liquid tags.
    Markdown,
    /// Markdown with imports, JSX and expressions.
    Mdx,
    /// HTML, a whole page or a fragment.
    Html,
}

impl Format {
    /// The format a file name's extension promises; plain text when it promises none.
    pub fn of_name(name: &str) -> Self {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            Some("md" | "markdown" | "mkd" | "mdown") => Self::Markdown,
            Some("mdx") => Self::Mdx,
            Some("html" | "htm" | "xhtml") => Self::Html,
            _ => Self::Plain,
        }
    }
}
