//! Inline Markdown in the text of HTML blocks, where some renderers read it and all writers put it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::draft::Draft;
use super::{MarkKind, entity};

/// Writes `text`, which stands at byte `base` of the source, into the draft's open block.
pub(super) fn read(draft: &mut Draft<'_>, text: &str, base: usize) {
    let start = text.len() - text.trim_start().len();
    let end = start + text[start..].trim_end().len();
    entity::copy(draft, &text[..start], base);
    let mut is_code = false;
    for (event, range) in Parser::new_ext(&text[start..end], Options::empty()).into_offset_iter() {
        let place = base + start + range.start..base + start + range.end;
        match event {
            Event::Start(Tag::Emphasis) => draft.open_mark(MarkKind::Emphasis),
            Event::Start(Tag::Strong) => draft.open_mark(MarkKind::Strong),
            Event::Start(Tag::Link { .. }) => draft.open_mark(MarkKind::Link),
            Event::End(TagEnd::Emphasis) => draft.close_mark(MarkKind::Emphasis),
            Event::End(TagEnd::Strong) => draft.close_mark(MarkKind::Strong),
            Event::End(TagEnd::Link) => draft.close_mark(MarkKind::Link),
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(written) if !is_code => {
                let slice = text[start..end].get(range).unwrap_or_default();
                if *written == *slice {
                    entity::copy(draft, slice, place.start);
                } else {
                    draft.stand_in(&written, place);
                }
            }
            Event::Code(_) => draft.opaque(place),
            Event::SoftBreak | Event::HardBreak => draft.stand_in(" ", place),
            _ => {}
        }
    }
    entity::copy(draft, &text[end..], base + end);
}
