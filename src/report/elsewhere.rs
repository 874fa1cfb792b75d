//! Related places in other texts, for reports that show one text at a time.

use super::{Places, visible};
use crate::diagnostic::Diagnostic;
use crate::text::{Location, Source, Span};

/// A related place in another text.
pub struct Elsewhere<'d> {
    /// The text.
    pub source: &'d Source,
    /// Where the place begins and ends there.
    pub range: [Location; 2],
    /// What is to be seen there.
    pub message: &'d str,
    span: Span,
}

impl Elsewhere<'_> {
    /// `path:line:column`, harmless for a terminal.
    pub fn address(&self) -> String {
        let [start, _] = self.range;
        format!("{}:{}:{}", visible(&self.source.name), start.line, start.column)
    }

    /// The first words at the place, on one line.
    pub fn beginning(&self) -> String {
        const WORDS: usize = 8;
        let text = self.span.of_text(&self.source.text);
        let words: Vec<&str> = text.split_whitespace().take(WORDS).collect();
        visible(&words.join(" ")).into_owned()
    }
}

/// The message of `diagnostic` with the first places in other texts behind it, for reports without related places.
pub fn told(diagnostic: &Diagnostic) -> String {
    const MOST: usize = 3;
    let places: Vec<_> = elsewhere(diagnostic).iter().take(MOST).map(Elsewhere::address).collect();
    if places.is_empty() {
        return diagnostic.message.clone();
    }
    format!("{} ({})", diagnostic.message, places.join(", "))
}

/// The places of `diagnostic` that lie in other texts, in their order.
pub fn elsewhere(diagnostic: &Diagnostic) -> Vec<Elsewhere<'_>> {
    let mut counted: Option<(&Source, Places)> = None;
    let mut out = Vec::new();
    for related in &diagnostic.related {
        let Some(source) = related.elsewhere.as_deref() else { continue };
        let places = match &counted {
            Some((of, places)) if std::ptr::eq(*of, source) => places,
            _ => &counted.insert((source, Places::new(&source.text))).1,
        };
        let range = [related.span.start, related.span.end].map(|at| places.location(at));
        out.push(Elsewhere { source, range, message: &related.message, span: related.span });
    }
    out
}
