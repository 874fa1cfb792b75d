//! The front matter of a Markdown file: which of its values are prose, and its key `saksama`.

use std::ops::Range;

use saphyr_parser::{Event, Parser};

use super::BlockKind;
use super::align;
use super::directive::{self, Directive, DirectiveKind};
use super::draft::Draft;
use crate::text::Span;

/// A value of the front matter: its key, whole place, and text after escapes.
struct Value {
    key: String,
    /// From the key to the end of the value, in bytes of the source.
    entry: Range<usize>,
    /// The value with its quotation marks, in bytes of the source.
    place: Range<usize>,
    text: String,
}

/// Reads the front matter at the start of `text`; returns where the body begins, `start` when there is none.
pub(super) fn read(draft: &mut Draft<'_>, text: &str, start: usize) -> usize {
    let Some((fence, inner, body)) = find(text, start) else { return start };
    let values = if fence == "+++" { toml_values(text, inner) } else { yaml_values(text, inner) };
    let mut silencing: Vec<Value> = Vec::new();
    for value in values {
        match kind_of(&value.key) {
            Some(kind) => prose(draft, text, &value, kind),
            None => silencing.push(value),
        }
    }
    if let Some(directive) = silence(text, &silencing) {
        draft.direct(directive);
    }
    body
}

/// The fence, the place between the fences and the start of the body.
fn find(text: &str, start: usize) -> Option<(&str, Range<usize>, usize)> {
    let first_end = start + text[start..].find('\n')? + 1;
    let fence = text[start..first_end].trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut at = first_end;
    while at < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length + 1);
        let line = text[at..end].trim_end();
        if line == fence || (fence == "---" && line == "...") {
            return Some((fence, first_end..at, end));
        }
        at = end;
    }
    None
}

fn kind_of(key: &str) -> Option<BlockKind> {
    match key {
        "title" | "judul" => Some(BlockKind::Heading(1)),
        "description" | "summary" | "excerpt" | "subtitle" | "deskripsi" | "ringkasan" => Some(BlockKind::Summary),
        _ => None,
    }
}

fn prose(draft: &mut Draft<'_>, text: &str, value: &Value, kind: BlockKind) {
    let Some(pieces) = align::pieces(&value.text, text, value.place.clone()) else { return };
    draft.begin(kind);
    pieces.into_iter().for_each(|piece| draft.write(piece));
    draft.end();
}

/// The directive of the key `saksama`: `false` silences all rules, names silence those.
fn silence(text: &str, values: &[Value]) -> Option<Directive> {
    let first = values.first()?;
    let span = values.iter().fold(first.entry.clone(), |all, value| all.start..all.end.max(value.entry.end));
    let span = span.start..closed_end(text, &span);
    let mut rules = Vec::new();
    for value in values {
        let written = text.get(value.place.clone()).unwrap_or_default();
        match written {
            "false" | "no" | "off" => return Some(directive(Vec::new(), span)),
            "true" | "yes" | "on" => {}
            _ => {
                let inner = written.trim_matches(['"', '\'']);
                let shift = written.len() - written.trim_start_matches(['"', '\'']).len();
                rules.extend(directive::named(inner, value.place.start + shift));
            }
        }
    }
    (!rules.is_empty()).then(|| directive(rules, span))
}

/// The end of an entry, its closing brackets included.
fn closed_end(text: &str, entry: &Range<usize>) -> usize {
    let is = |signs: &'static [char]| move |c: &char| signs.contains(c);
    let written = text.get(entry.clone()).unwrap_or_default();
    let open = written.chars().filter(is(&['[', '{'])).count();
    let mut unclosed = open.saturating_sub(written.chars().filter(is(&[']', '}'])).count());
    let mut end = entry.end;
    for (at, sign) in text.get(entry.end..).unwrap_or_default().char_indices() {
        match sign {
            ']' | '}' if unclosed > 0 => {
                unclosed -= 1;
                end = entry.end + at + 1;
            }
            ',' => {}
            _ if sign.is_whitespace() && unclosed > 0 => {}
            _ => break,
        }
    }
    end
}

fn directive(rules: Vec<directive::NamedRule>, span: Range<usize>) -> Directive {
    Directive { kind: DirectiveKind::DisableFile, rules, reason: String::new(), span: Span::of(span) }
}

/// The keys of values that are of interest: prose or silencing.
const WANTED: [&str; 9] =
    ["title", "judul", "description", "summary", "excerpt", "subtitle", "deskripsi", "ringkasan", "saksama"];

fn is_wanted(key: &str) -> bool {
    WANTED.contains(&key)
}

fn toml_values(text: &str, inner: Range<usize>) -> Vec<Value> {
    let Some(Ok(table)) = text.get(inner.clone()).map(toml::de::DeTable::parse) else { return Vec::new() };
    let mut values = Vec::new();
    for (key, value) in table.get_ref() {
        if is_wanted(key.get_ref()) {
            let start = inner.start + key.span().start;
            toml_scalars(key.get_ref(), start, value, inner.start, &mut values);
        }
    }
    values.sort_by_key(|value| value.place.start);
    values
}

fn toml_scalars(
    key: &str,
    start: usize,
    value: &toml::Spanned<toml::de::DeValue<'_>>,
    base: usize,
    out: &mut Vec<Value>,
) {
    use toml::de::DeValue;
    let place = base + value.span().start..base + value.span().end;
    let text = match value.get_ref() {
        DeValue::String(text) => text.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Array(list) if key == "saksama" => {
            return list.iter().for_each(|value| toml_scalars(key, start, value, base, out));
        }
        DeValue::Table(table) if key == "saksama" => {
            let named = table.iter().filter(|(name, _)| is_silencing(name.get_ref()));
            return named.for_each(|(_, value)| toml_scalars(key, start, value, base, out));
        }
        _ => return,
    };
    out.push(Value { key: key.to_owned(), entry: start..place.end, place, text });
}

/// Whether a key inside `saksama` lists the rules to be silenced.
fn is_silencing(key: &str) -> bool {
    matches!(key, "matikan" | "disable")
}

fn yaml_values(text: &str, inner: Range<usize>) -> Vec<Value> {
    let Some(slice) = text.get(inner.clone()) else { return Vec::new() };
    let last_wanted = WANTED.iter().filter_map(|key| slice.rfind(key)).max();
    let mut bytes = align::ByteOffsets::new(slice);
    let mut keys: Vec<Option<(String, usize)>> = Vec::new();
    let mut lists = 0usize;
    let mut values = Vec::new();
    for event in Parser::new_from_str(slice) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::MappingStart(..) => keys.push(None),
            Event::MappingEnd => {
                keys.pop();
                keys.last_mut().map(Option::take);
            }
            Event::SequenceStart(..) => lists += 1,
            Event::SequenceEnd => {
                lists = lists.saturating_sub(1);
                if lists == 0 {
                    keys.last_mut().map(Option::take);
                }
            }
            Event::Scalar(written, ..) => {
                let place = inner.start + bytes.of(span.start.index())..inner.start + bytes.of(span.end.index());
                let is_beyond = last_wanted.is_none_or(|last| inner.start + last < place.start);
                if is_beyond && lists == 0 && matches!(keys[..], [None]) {
                    break;
                }
                match keys.last_mut() {
                    Some(key @ None) if lists == 0 => *key = Some((written.into_owned(), place.start)),
                    _ => {
                        values.extend(yaml_value(&keys, lists, &written, place));
                        if lists == 0 {
                            keys.last_mut().map(Option::take);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    values
}

/// The scalar as a value, when it stands under a key of interest.
fn yaml_value(keys: &[Option<(String, usize)>], lists: usize, text: &str, place: Range<usize>) -> Option<Value> {
    let (key, start) = keys.first()?.as_ref()?;
    let is_plain_value = keys.len() == 1 && lists == 0 && is_wanted(key);
    let inner = keys.get(1).and_then(Option::as_ref);
    let is_listed = key == "saksama" && keys.len() <= 2 && inner.is_none_or(|(key, _)| is_silencing(key));
    let wanted = is_plain_value || is_listed;
    wanted.then(|| Value { key: key.clone(), entry: *start..place.end, place, text: text.to_owned() })
}
