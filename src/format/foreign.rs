//! What in a Markdown file is no Markdown: found before its parser runs, and hidden from it.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::markdown::options;
use super::mask::{MaskKind, Masked};
use super::{Format, mdx, template};

/// Hides what is no Markdown from its parser. Returns the comments of MDX.
pub(super) fn hide(masked: &mut Masked<'_>, format: Format, text: &str, body: usize) -> Vec<mdx::Comment> {
    let bytes = &text.as_bytes()[body..];
    let has_braces = memchr::memchr(b'{', bytes).is_some();
    let has_containers = memchr::memmem::find(bytes, b":::").is_some();
    let has_tags_in_code = memchr::memmem::find(bytes, b"`<").is_some();
    if !has_braces && !has_containers && !has_tags_in_code && format != Format::Mdx {
        return Vec::new();
    }
    let code = code_ranges(masked, text, body);
    let comments = match format {
        Format::Mdx => mdx::hide(masked, text, body, &code),
        _ => {
            template::hide(masked, text, body, &code);
            Vec::new()
        }
    };
    if has_containers {
        template::rewrite_containers(masked, text, body, &code);
    }
    comments
}

/// Where code stands, sorted, so that a brace in it is not taken for a template. Code in HTML blocks is hidden.
fn code_ranges(masked: &mut Masked<'_>, text: &str, body: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        let range = body + range.start..body + range.end;
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => ranges.push(range),
            Event::Html(_) => {
                for code in code_spans(text, range) {
                    masked.hide(code.clone(), MaskKind::Opaque);
                    ranges.push(code);
                }
            }
            _ => {}
        }
    }
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Code between backticks in a line of HTML, where it holds a tag.
fn code_spans(text: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let written = text.get(line.clone()).unwrap_or_default();
    let mut ticks = memchr::memchr_iter(b'`', written.as_bytes());
    let pairs = std::iter::from_fn(move || Some((ticks.next()?, ticks.next()?)));
    let holds_tag = move |&(open, close): &(usize, usize)| written[open..close].contains('<');
    pairs.filter(holds_tag).map(move |(open, close)| line.start + open..line.start + close + 1)
}
