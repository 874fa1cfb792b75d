//! Template code in Markdown: Liquid and Jekyll, Hugo's shortcodes, kramdown's attribute lists, VuePress containers.

use std::ops::Range;

use memchr::memmem;

use super::mask::{MaskKind, Masked};

/// What opens a construct, what closes it, and what the reader sees in its place.
const CONSTRUCTS: [(&str, &str); 4] = [("{%", "%}"), ("{{", "}}"), ("{:", "}"), ("{::", "}")];

/// Tags that hold code up to their end tag.
const CODE: [&str; 8] = ["highlight", "comment", "raw", "mermaid", "katex", "math", "codeblock", "chart"];

/// Tags that write text in their place; all others only steer.
const WRITING: [&str; 9] =
    ["include", "include_relative", "include_cached", "render", "link", "post_url", "url", "t", "cite"];

/// Hides all template code of `source` from `start` on that does not stand in `code`, sorted ranges.
pub(super) fn hide(masked: &mut Masked<'_>, source: &str, start: usize, code: &[Range<usize>]) {
    let mut finder = Finder { source, nothing_after: [usize::MAX; CONSTRUCTS.len()] };
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

/// Finds where constructs end, remembering in vain searches so that the cost stays linear.
struct Finder<'s> {
    source: &'s str,
    /// For each construct, the place after which its closing is known to be missing.
    nothing_after: [usize; CONSTRUCTS.len()],
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
        let Some(found) = memmem::find(rest, closing.as_bytes()) else {
            self.nothing_after[which] = from;
            return None;
        };
        let is_one_paragraph = found <= LONGEST && memmem::find(&rest[..found], b"\n\n").is_none();
        is_one_paragraph.then_some(from + found + closing.len())
    }

    fn liquid_tag(&self, open: usize, end: usize, inner: &str) -> (Range<usize>, MaskKind) {
        let name = first_word(inner.trim_start_matches('-'));
        if CODE.contains(&name) {
            for closing in [format!("{{% end{name}"), format!("{{%- end{name}")] {
                if let Some(end) =
                    self.end_of_pair(end, &closing, "%}").filter(|&end| is_code_of(name, &self.source[open..end]))
                {
                    return (open..end, MaskKind::Opaque);
                }
            }
        }
        (open..end, if WRITING.contains(&name) { MaskKind::Opaque } else { MaskKind::Vanish })
    }

    fn shortcode(&self, open: usize, end: usize, inner: &str) -> (Range<usize>, MaskKind) {
        let name = first_word(&inner[1..]);
        if CODE.contains(&name) {
            for closing in
                [format!("{{{{< /{name}"), format!("{{{{</{name}"), format!("{{{{% /{name}"), format!("{{{{</ {name}")]
            {
                if let Some(end) = self.end_of_pair(end, &closing, "}}") {
                    return (open..end, MaskKind::Opaque);
                }
            }
        }
        (open..end, if inner[1..].trim_start().starts_with('/') { MaskKind::Vanish } else { MaskKind::Opaque })
    }

    fn end_of_pair(&self, from: usize, closing: &str, closed_by: &str) -> Option<usize> {
        let rest = self.source.as_bytes().get(from..)?;
        let at = memmem::find(rest, closing.as_bytes())?;
        let end = memmem::find(&rest[at..], closed_by.as_bytes())?;
        Some(from + at + end + closed_by.len())
    }
}

/// A construct longer than this, in bytes, is taken for text.
const LONGEST: usize = 10_000;

/// Whether the content of a pair of tags is code: always, but for `raw`, which may also enclose a whole page.
fn is_code_of(name: &str, pair: &str) -> bool {
    name != "raw" || !pair.contains("\n\n")
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').unwrap_or(text.len());
    &text[..end]
}
