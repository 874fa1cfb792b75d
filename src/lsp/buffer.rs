//! A text that the editor has open.

use std::path::PathBuf;
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem};

use super::position::{Encoding, Places};
use super::{language, pages, uri};
use crate::cli::configuration::{NAMES, WORDS};
use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::lint::Memo;
use crate::text::{Lines, Source};

/// A text that the editor has open, as the editor has it.
pub struct Buffer {
    /// How the client calls it.
    pub uri: String,
    /// Where it is on disk, or will be; `None` for one that has no file.
    pub path: Option<PathBuf>,
    /// How many texts were opened with it: versions begin anew when a text is opened again.
    pub opening: usize,
    /// The version the client gave it last.
    pub version: i32,
    /// How it is marked up.
    pub format: Format,
    /// The text.
    pub source: Source,
    /// Its lines.
    pub lines: Lines,
    /// What is known of its blocks.
    pub memo: Memo,
    /// What the rules say of it; `None` when that is not known yet.
    pub found: Option<Arc<Vec<Diagnostic>>>,
    /// Whether the client is to be told.
    pub is_stale: bool,
    /// Whether nothing is looked for in it: a configuration, a word file, or the page of a rule with all its mistakes.
    pub is_exempt: bool,
}

/// Whether a file of this name is a configuration or a word file.
pub fn is_configuration(name: &str) -> bool {
    name == WORDS || NAMES.contains(&name)
}

impl Buffer {
    /// The text that a client opens as the one of this number.
    pub fn new(item: TextDocumentItem, opening: usize) -> Self {
        let path = uri::path(&item.uri.0);
        let name = path.as_ref().map_or_else(|| uri::name(&item.uri.0), |path| path.to_string_lossy().into_owned());
        let language = serde_json::to_value(&item.language_id).unwrap_or_default();
        let format = language::format(language.as_str().unwrap_or_default(), &name);
        let lines = Lines::new(&item.text);
        let source = Source::new(name, item.text);
        let (uri, version) = (item.uri.0, item.version);
        let is_page = path.as_deref().is_some_and(pages::is_page);
        let is_exempt = is_page || is_configuration(&uri::name(&uri));
        Self {
            is_exempt,
            uri,
            path,
            opening,
            version,
            format,
            source,
            lines,
            memo: Memo::default(),
            found: None,
            is_stale: true,
        }
    }

    /// Places in the text.
    pub fn places(&self, encoding: Encoding) -> Places<'_> {
        Places::new(&self.source.text, &self.lines, encoding)
    }

    /// Makes the changes, one after the other.
    pub fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        for change in changes {
            match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let span = self.places(encoding).span(part.range);
                    self.source.text.replace_range(span.range(), &part.text);
                }
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    self.source.text = whole.text;
                }
            }
            self.lines = Lines::new(&self.source.text);
        }
        self.version = version;
        self.found = None;
    }
}
