//! MDX beside its Markdown: imports and exports, JSX tags, expressions in braces.

use std::ops::Range;

use super::directive;
use super::draft::Draft;
use super::mask::{MaskKind, Masked};
use crate::text::Span;

/// A comment `{/* … */}` that was hidden, in bytes of the source.
pub(super) type Comment = Range<usize>;

/// Hides all that is not Markdown in `source` from `start` on, outside `code`, sorted ranges. Returns the comments.
pub(super) fn hide(masked: &mut Masked<'_>, source: &str, start: usize, code: &[Range<usize>]) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut at = start;
    let mut next_code = 0;
    let bytes = source.as_bytes();
    let mut unclosed = usize::MAX;
    while at < bytes.len() {
        while code.get(next_code).is_some_and(|range| range.end <= at) {
            next_code += 1;
        }
        if let Some(inside) = code.get(next_code).filter(|range| range.start <= at) {
            at = inside.end;
            continue;
        }
        let is_line_start = at == start || bytes[at - 1] == b'\n';
        let end = match bytes[at] {
            b'i' | b'e' if is_line_start && is_module_line(&source[at..]) => Some(paragraph_end(source, at)),
            b'{' if at < unclosed => end_of_expression(bytes, at),
            b'<' => end_of_tag(bytes, at),
            _ => None,
        };
        if bytes[at] == b'{' && end.is_none() {
            unclosed = unclosed.min(at);
        }
        match end {
            Some(end) if bytes[at] == b'<' => tag(masked, source, at..end),
            Some(end) => {
                let inner = &source[at..end];
                let is_comment = inner.starts_with("{/*");
                if is_comment {
                    comments.push(at..end);
                }
                let is_nothing = is_comment || inner.starts_with("{#") || matches!(inner, "{' '}" | "{\" \"}");
                masked.hide(at..end, if is_nothing { MaskKind::Vanish } else { MaskKind::Opaque });
            }
            None => {
                let skipped = memchr::memchr3(b'{', b'<', b'\n', &bytes[at + 1..]).unwrap_or(bytes.len() - at - 1);
                let next = at + 1 + skipped;
                at = next + usize::from(bytes.get(next) == Some(&b'\n'));
                continue;
            }
        }
        at = end.unwrap_or(at + 1);
    }
    comments
}

/// Reads the comments for directives.
pub(super) fn direct(draft: &mut Draft<'_>, source: &str, comments: &[Comment]) {
    for comment in comments {
        let inner = source.get(comment.start + 3..comment.end.saturating_sub(1)).unwrap_or_default();
        let inner = inner.trim_end().trim_end_matches('/').trim_end_matches('*');
        if let Some(directive) = directive::parse(inner, comment.start + 3, Span::of(comment.clone())) {
            draft.direct(directive);
        }
    }
}

/// Hides a component's tag; of an HTML element's only the expressions, so that it is read as HTML.
fn tag(masked: &mut Masked<'_>, source: &str, range: Range<usize>) {
    let inner = source[range.clone()].trim_start_matches(['<', '/']);
    let name_length = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(inner.len());
    let is_component =
        inner.starts_with(|c: char| c.is_ascii_uppercase() || c == '>') || inner[name_length..].starts_with(['.', ':']);
    if is_component {
        let kind = if inner.trim_end_matches('>').ends_with('/') { MaskKind::Opaque } else { MaskKind::Vanish };
        return masked.hide(range, kind);
    }
    let bytes = source.as_bytes();
    let mut at = range.start;
    while let Some(found) = memchr::memchr(b'{', &bytes[at..range.end]) {
        let open = at + found;
        at = end_of_expression(bytes, open).unwrap_or(range.end).min(range.end);
        masked.write(open..at, b'x');
    }
}

fn is_module_line(line: &str) -> bool {
    ["import ", "import{", "import\"", "import'", "export "].iter().any(|start| line.starts_with(start))
        && is_code_line(line)
}

/// Whether a line that begins like a statement goes on like one; English prose may begin with “import”.
fn is_code_line(line: &str) -> bool {
    let line = line.lines().next().unwrap_or_default();
    line.contains(['\'', '"', '{', '=', '*', '('])
}

fn paragraph_end(source: &str, at: usize) -> usize {
    let rest = &source[at..];
    let ends = [rest.find("\n\n"), rest.find("\n\r\n")];
    at + ends.into_iter().flatten().min().unwrap_or(rest.len())
}

/// An expression or a tag longer than this, in bytes, is taken for text.
const LONGEST: usize = 20_000;

/// The end of the expression whose brace opens at `open`; strings in it may hold braces.
fn end_of_expression(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = open;
    let end = bytes.len().min(open + LONGEST);
    let is_comment = bytes[open..].starts_with(b"{/*");
    if is_comment {
        return memchr::memmem::find(&bytes[open..end], b"*/}").map(|found| open + found + 3);
    }
    while at < end {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            b'"' | b'\'' | b'`' => at = end_of_string(&bytes[..end], at).unwrap_or(at),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The closing quotation mark of the string that begins at `open`.
fn end_of_string(bytes: &[u8], open: usize) -> Option<usize> {
    let quote = bytes[open];
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'\n' if quote != b'`' => return None,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The end of the JSX tag that begins at `open`; `None` when it is no tag.
fn end_of_tag(bytes: &[u8], open: usize) -> Option<usize> {
    let end = bytes.len().min(open + LONGEST);
    let mut at = open + 1 + usize::from(bytes.get(open + 1) == Some(&b'/'));
    if !bytes.get(at).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'>') {
        return None;
    }
    while at < end {
        match bytes[at] {
            b'>' => return Some(at + 1),
            b'<' => return None,
            b'{' => at = end_of_expression(bytes, at)?,
            b'"' | b'\'' => at = end_of_quoted(&bytes[..end], at)? + 1,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return None,
            _ => at += 1,
        }
    }
    None
}

fn end_of_quoted(bytes: &[u8], open: usize) -> Option<usize> {
    memchr::memchr(bytes[open], &bytes[open + 1..]).map(|found| open + 1 + found)
}
