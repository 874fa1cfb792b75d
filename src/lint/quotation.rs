//! Where speech is quoted: a quotation keeps its speaker's words.

use crate::document::Document;
use crate::text::Span;

/// A quotation of at most this many words is a title or a term, not speech.
const FEW_WORDS: usize = 3;

/// The places between quotation marks that hold more than [`FEW_WORDS`] words, sorted and disjoint; none crosses a block.
pub(super) struct Quotations {
    spans: Vec<Span>,
}

impl Quotations {
    /// Finds the quotations of `document`.
    pub(super) fn of(document: &Document) -> Self {
        let mut spans = Vec::new();
        for block in &document.prose.blocks {
            collect(document.text(block.span), block.span.start, &mut spans);
        }
        Self { spans }
    }

    /// Whether `span` of the prose lies inside a quotation.
    pub(super) fn hold(&self, span: Span) -> bool {
        let at = self.spans.partition_point(|quoted| quoted.end < span.end);
        self.spans.get(at).is_some_and(|quoted| quoted.contains(span))
    }
}

/// Appends the quotations of the block `text`, which begins at the byte `start` of the prose.
fn collect(text: &str, start: u32, spans: &mut Vec<Span>) {
    let mut open: Option<(usize, char)> = None;
    // Every mark begins with one of two bytes, and few other characters do.
    let places = memchr::memchr2_iter(b'"', "“".as_bytes()[0], text.as_bytes());
    let marks = places.filter_map(|at| Some((at, text[at..].chars().next().filter(|c| matches!(c, '"' | '“' | '”'))?)));
    for (at, mark) in marks {
        open = match (open, mark) {
            (Some((from, '"')), '"') | (Some((from, '“')), '”') => {
                let inside = &text[from..at];
                if inside.split_whitespace().nth(FEW_WORDS).is_some() {
                    let local = Span::of(from..at);
                    spans.push(Span::new(start + local.start, start + local.end));
                }
                None
            }
            // A mark of the other kind inside straight marks, or a stray closing one, opens nothing.
            (Some(open), _) if mark != '“' || open.1 == '"' => Some(open),
            (_, '”') => None,
            _ => Some((at + mark.len_utf8(), mark)),
        };
    }
}
