//! Whether a place stands inside a quotation, which keeps its speaker's words.

use crate::document::Context;
use crate::text::Span;

/// A quotation of at most this many words is a title or a term, not speech.
const FEW_WORDS: usize = 3;

/// Whether `span` of the prose lies between quotation marks that hold more than [`FEW_WORDS`] words.
pub(super) fn is_quoted(context: &Context, span: Span) -> bool {
    let prose = &context.document.prose;
    let block = prose.blocks.partition_point(|block| block.span.end <= span.start);
    let Some(block) = prose.blocks.get(block).map(|block| block.span) else {
        return false;
    };
    if !block.contains(span) {
        return false;
    }
    let before = context.text(Span::new(block.start, span.start));
    let after = context.text(Span::new(span.end, block.end));
    let inside = |open: usize, close: usize| {
        let start = block.start + u32::try_from(open).unwrap_or(0);
        let end = span.end + u32::try_from(close).unwrap_or(0);
        context.text(Span::new(start, end)).split_whitespace().count() > FEW_WORDS
    };
    curly(before, after).or_else(|| straight(before, after)).is_some_and(|(open, close)| inside(open, close))
}

/// The places of the marks “ before and ” after, when the text between is inside them.
fn curly(before: &str, after: &str) -> Option<(usize, usize)> {
    let open = before.rfind('“')?;
    let closed = before.rfind('”').is_some_and(|close| close > open);
    let close = after.find('”')?;
    (!closed && after.find('“').is_none_or(|next| close < next)).then_some((open, close))
}

/// The places of the straight marks around, when an odd number stands before.
fn straight(before: &str, after: &str) -> Option<(usize, usize)> {
    let marks = before.matches('"').count();
    (marks % 2 == 1).then(|| Some((before.rfind('"')?, after.find('"')?))).flatten()
}
