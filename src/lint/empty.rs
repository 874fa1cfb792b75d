//! Headings without words, which leave no block in the prose.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::RuleSet;
use crate::check::Kind;
use crate::diagnostic::{Diagnostic, Fingerprint, Fix, Safety};
use crate::format::Format;
use crate::text::{Edit, Source, Span};

/// What the rules about empty headings say of `source`, sorted by place.
pub(super) fn headings(rules: &RuleSet, source: &Source, format: Format) -> Vec<Diagnostic> {
    let Some(rule) = rules.rules.iter().find(|rule| matches!(rule.check, Kind::EmptyHeading(_))) else {
        return Vec::new();
    };
    let found = match format {
        Format::Markdown | Format::Mdx => in_markdown(&source.text),
        Format::Html => in_html(&source.text),
        Format::Plain => Vec::new(),
    };
    let diagnostic = |(place, safety): (Range<usize>, Safety)| {
        let edit = Edit::delete(Span::of(with_line(&source.text, &place)));
        let title = rules.lang.pick("Hapus judul kosong ini", "Delete this empty heading").to_owned();
        Diagnostic {
            rule: rule.name.clone(),
            severity: rule.severity,
            span: Span::of(place),
            message: rules.lang.pick(&rule.message, &rule.en.message).clone(),
            related: Vec::new(),
            fixes: vec![Fix { title, safety: rule.fix.min(safety), edits: vec![edit] }],
            fingerprint: Fingerprint::of(&rule.name, ""),
        }
    };
    found.into_iter().map(diagnostic).collect()
}

/// Lines of nothing but number signs, outside code and front matter.
fn in_markdown(text: &str) -> Vec<(Range<usize>, Safety)> {
    if !memchr::memchr_iter(b'#', text.as_bytes()).any(|at| may_be_all(&text[at..])) {
        return Vec::new();
    }
    let (mut out, mut at, mut fence) = (Vec::new(), 0, None);
    let mut is_front = text.trim_start_matches('\u{FEFF}').starts_with("---");
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let bare = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        if is_front {
            is_front = index == 0 || bare != "---";
        } else if fence.is_some() {
            fence = fence.filter(|fence| mark != Some(*fence));
        } else if mark.is_some() {
            fence = mark;
        } else {
            let signs = bare.trim_end_matches(['#', ' ']).is_empty() && bare.starts_with('#');
            let level = bare.chars().take_while(|c| *c == '#').count();
            let indent = line.len() - line.trim_start().len();
            if signs && level <= 6 && indent < 4 {
                out.push((at + indent..at + indent + bare.len(), Safety::Safe));
            }
        }
        at += line.len();
    }
    out
}

/// Whether a line of which `rest` is left may hold nothing but number signs from here on.
fn may_be_all(rest: &str) -> bool {
    let other = rest.bytes().find(|byte| !matches!(byte, b'#' | b' ' | b'\t' | b'\r' | 0x0B | 0x0C));
    other.is_none_or(|byte| byte == b'\n' || !byte.is_ascii())
}

/// Elements of a heading with nothing but white space in them; one with attributes may be what links lead to.
fn in_html(text: &str) -> Vec<(Range<usize>, Safety)> {
    static EMPTY: OnceLock<Option<Regex>> = OnceLock::new();
    let pattern = r"(?i)<h([1-6])(\s[^<>]*)?>(?:\s|&nbsp;|<br ?/?>)*</h[1-6]>";
    let Some(empty) = EMPTY.get_or_init(|| Regex::new(pattern).ok()) else { return Vec::new() };
    let safety = |bare: bool| if bare { Safety::Safe } else { Safety::Unsafe };
    empty.captures_iter(text).filter_map(|one| Some((one.get(0)?.range(), safety(one.get(2).is_none())))).collect()
}

/// `place` with its line break where it stands alone in its line.
fn with_line(text: &str, place: &Range<usize>) -> Range<usize> {
    let is_alone = text[..place.start].is_empty() || text[..place.start].ends_with('\n');
    let end = place.end + text[place.end..].find('\n').map_or(text.len() - place.end, |at| at + 1);
    if is_alone && text[place.end..end].trim().is_empty() { place.start..end } else { place.clone() }
}
