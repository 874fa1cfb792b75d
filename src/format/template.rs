//! Template code in Markdown: Liquid and Jekyll, Hugo's shortcodes, kramdown's attribute lists, VuePress containers.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashSet;

use super::mask::{MaskKind, Masked};

/// What opens a construct, what closes it, and what the reader sees in its place.
const CONSTRUCTS: [(&str, &str); 4] = [("{%", "%}"), ("{{", "}}"), ("{:", "}"), ("{::", "}")];

/// Tags that hold code up to their end tag. `raw` is not one: it keeps Liquid from reading code and prose alike.
const CODE: [&str; 7] = ["highlight", "comment", "mermaid", "katex", "math", "codeblock", "chart"];

/// Tags that write text in their place; all others only steer.
const WRITING: [&str; 9] =
    ["include", "include_relative", "include_cached", "render", "link", "post_url", "url", "t", "cite"];

/// Hides all template code of `source` from `start` on that does not stand in `code`, sorted ranges.
pub(super) fn hide(masked: &mut Masked<'_>, source: &str, start: usize, code: &[Range<usize>]) {
    let mut finder = Finder { source, nothing_after: [usize::MAX; CONSTRUCTS.len()], missing: FxHashSet::default() };
    let mut at = start;
    let mut next_code = 0;
    while let Some(found) = memchr::memchr(b'{', &source.as_bytes()[at..]) {
        let open = at + found;
        while code.get(next_code).is_some_and(|range| range.end <= open) {
            next_code += 1;
        }
        if let Some(inside) = code.get(next_code).filter(|range| range.start <= open) {
            at = inside.end;
            continue;
        }
        match finder.construct(open) {
            Some((range, kind)) => {
                at = range.end;
                masked.hide(range, kind);
            }
            None => at = open + 1,
        }
    }
}

/// Rewrites the markers of containers, `::: tip Title`, as those of headings, so that the title is read.
pub(super) fn rewrite_containers(masked: &mut Masked<'_>, source: &str, start: usize, code: &[Range<usize>]) {
    let mut next_code = 0;
    for found in memmem::find_iter(&source.as_bytes()[start..], ":::") {
        let at = start + found;
        while code.get(next_code).is_some_and(|range| range.end <= at) {
            next_code += 1;
        }
        let is_code = code.get(next_code).is_some_and(|range| range.start <= at);
        let line = source[..at].rfind('\n').map_or(0, |at| at + 1).max(start);
        if is_code || at - line > 8 || !source[line..at].bytes().all(|byte| byte == b' ' || byte == b'\t') {
            continue;
        }
        let end = memchr::memchr2(b'\n', b'\r', &source.as_bytes()[at..]).map_or(source.len(), |length| at + length);
        container(masked, source, line..end);
    }
}

fn container(masked: &mut Masked<'_>, source: &str, line: Range<usize>) {
    let text = &source[line.clone()];
    let colons = text.trim_start().trim_start_matches(':');
    let kind = colons.trim_start();
    let title = kind.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let title = title.trim_start_matches(['[', ' ', '\t']).trim_end_matches([']', ' ', '\t']);
    masked.blank(line.clone());
    if title.is_empty() || title.starts_with('{') {
        return;
    }
    let start = line.start + (title.as_ptr().addr() - text.as_ptr().addr());
    masked.restore(start..start + title.len());
    masked.write(line.start..line.start + 3, b'#');
}

/// Finds where constructs end, remembering searches in vain so that the cost stays linear.
struct Finder<'s> {
    source: &'s str,
    /// For each construct, the place after which its closing is known to be missing.
    nothing_after: [usize; CONSTRUCTS.len()],
    /// The end tags known to be missing from here on.
    missing: FxHashSet<String>,
}

impl Finder<'_> {
    /// The construct that begins at `open`, with its content when that is code.
    fn construct(&mut self, open: usize) -> Option<(Range<usize>, MaskKind)> {
        let rest = &self.source[open..];
        let which = CONSTRUCTS.iter().rposition(|(opening, _)| rest.starts_with(opening))?;
        let end = self.end_of(which, open + CONSTRUCTS[which].0.len())?;
        let inner = &self.source[open + 2..end];
        match which {
            0 => Some(self.liquid_tag(open, end, inner)),
            1 if inner.starts_with(['<', '%']) => Some(self.shortcode(open, end, inner)),
            1 => Some((open..end, MaskKind::Opaque)),
            _ => (!inner.contains('\n')).then_some((open..end, MaskKind::Vanish)),
        }
    }

    /// The end of construct `which`, searched from `from`; it must lie in the same paragraph.
    fn end_of(&mut self, which: usize, from: usize) -> Option<usize> {
        if from >= self.nothing_after[which] {
            return None;
        }
        let closing = CONSTRUCTS[which].1;
        let rest = self.source.as_bytes().get(from..)?;
        let Some(found) = memmem::find(&rest[..rest.len().min(LONGEST)], closing.as_bytes()) else {
            if memmem::find(rest, closing.as_bytes()).is_none() {
                self.nothing_after[which] = from;
            }
            return None;
        };
        let is_one_paragraph = memmem::find(&rest[..found], b"\n\n").is_none();
        is_one_paragraph.then_some(from + found + closing.len())
    }

    fn liquid_tag(&mut self, open: usize, end: usize, inner: &str) -> (Range<usize>, MaskKind) {
        let name = first_word(inner.trim_start_matches('-'));
        if CODE.contains(&name) {
            let closings = [format!("{{% end{name}"), format!("{{%- end{name}")];
            let pair = closings.into_iter().find_map(|closing| self.end_of_pair(end, closing, "%}"));
            if let Some(pair) = pair {
                return (open..pair, MaskKind::Opaque);
            }
        }
        (open..end, if WRITING.contains(&name) { MaskKind::Opaque } else { MaskKind::Vanish })
    }

    /// A shortcode of Hugo: code up to its end tag, or one of a pair around text, or a word of its own.
    fn shortcode(&mut self, open: usize, end: usize, inner: &str) -> (Range<usize>, MaskKind) {
        let sign = &inner[..1];
        let name = first_word(&inner[1..]);
        if name.is_empty() {
            let is_shown = inner[1..].starts_with("/*");
            return (open..end, if is_shown { MaskKind::Opaque } else { MaskKind::Vanish });
        }
        let closings = [format!("{{{{{sign} /{name}"), format!("{{{{{sign}/{name}")];
        let pair = closings.into_iter().find_map(|closing| self.end_of_pair(end, closing, "}}"));
        match pair {
            Some(pair) if CODE.contains(&name) => (open..pair, MaskKind::Opaque),
            Some(_) => (open..end, MaskKind::Vanish),
            None => (open..end, MaskKind::Opaque),
        }
    }

    /// The end of the end tag that begins with `closing`, searched from `from`.
    fn end_of_pair(&mut self, from: usize, closing: String, closed_by: &str) -> Option<usize> {
        if self.missing.contains(&closing) {
            return None;
        }
        let rest = self.source.as_bytes().get(from..)?;
        let Some(at) = memmem::find(&rest[..rest.len().min(LONGEST)], closing.as_bytes()) else {
            if memmem::find(rest, closing.as_bytes()).is_none() {
                self.missing.insert(closing);
            }
            return None;
        };
        let end = memmem::find(&rest[at..rest.len().min(at + LONGEST)], closed_by.as_bytes())?;
        Some(from + at + end + closed_by.len())
    }
}

/// A construct or a pair of tags longer than this, in bytes, is not taken for one.
const LONGEST: usize = 50_000;

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(text.len());
    &text[..end]
}
