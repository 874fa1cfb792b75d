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
        // Every mark begins with one of two bytes: most blocks have neither.
        let may_quote = |text: &str| memchr::memchr2(b'"', "“".as_bytes()[0], text.as_bytes()).is_some();
        for block in &document.prose.blocks {
            let text = document.text(block.span);
            if may_quote(text) {
                collect(text, block.span.start, &mut spans);
            }
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
    for (at, mark) in text.match_indices(['"', '“', '”']) {
        let mark = mark.chars().next().unwrap_or_default();
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
