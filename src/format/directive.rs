//! Comments in a text that silence rules.

use crate::text::Span;

/// How far a directive reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DirectiveKind {
    /// From here to the matching [`DirectiveKind::Enable`] or the end: `saksama-disable`, `saksama-matikan`.
    Disable,
    /// Ends a [`DirectiveKind::Disable`]: `saksama-enable`, `saksama-nyalakan`.
    Enable,
    /// The line it stands in: `saksama-disable-line`, `saksama-matikan-baris`.
    DisableLine,
    /// The next line that holds prose: `saksama-disable-next-line`, `saksama-matikan-baris-berikut`.
    DisableNextLine,
    /// The whole file: `saksama-disable-file`, `saksama-matikan-berkas`, or the front-matter key `saksama`.
    DisableFile,
}

/// One rule named in a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRule {
    /// The name as written.
    pub name: String,
    /// Where the name stands, in bytes of the source.
    pub span: Span,
}

/// One comment that silences rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// How far it reaches.
    pub kind: DirectiveKind,
    /// The rules it names; all rules when empty.
    pub rules: Vec<NamedRule>,
    /// Why, as the writer put it after a colon; empty when not said.
    pub reason: String,
    /// The whole comment with its delimiters, in bytes of the source; what a fix deletes when it silences nothing.
    pub span: Span,
}
