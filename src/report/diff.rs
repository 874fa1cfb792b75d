//! What fixing would change, as a unified diff.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use super::{Palette, visible, visible_line};

/// The unified diff from `old` to `new`, three lines of context around every change; empty when nothing changes.
///
/// Control characters are shown instead of sent, so that a diff with them is for reading and not for `patch`.
pub fn diff(name: &str, old: &str, new: &str, palette: Palette) -> String {
    if old == new {
        return String::new();
    }
    let name = visible(name);
    let Palette { bold, reset, cyan, .. } = palette;
    let mut out = format!("{bold}--- {name}{reset}\n{bold}+++ {name}{reset}\n");
    let lines = TextDiff::from_lines(old, new);
    for hunk in lines.unified_diff().context_radius(3).iter_hunks() {
        let _infallible = writeln!(out, "{cyan}{}{reset}", hunk.header());
        for change in hunk.iter_changes() {
            push_line(&mut out, change.tag(), change.value(), palette);
        }
    }
    out
}

fn push_line(out: &mut String, tag: ChangeTag, line: &str, palette: Palette) {
    let (sign, color) = match tag {
        ChangeTag::Equal => (' ', ""),
        ChangeTag::Delete => ('-', palette.red),
        ChangeTag::Insert => ('+', palette.green),
    };
    let reset = if color.is_empty() { "" } else { palette.reset };
    // The carriage return of a line ending is not shown: it is no part of the change.
    let shown = visible_line(line);
    let (body, missing) = match shown.strip_suffix('\n') {
        Some(body) => (body, ""),
        None => (shown.as_ref(), "\n\\ No newline at end of file"),
    };
    let _infallible = writeln!(out, "{color}{sign}{body}{reset}{missing}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_what_changes_and_nothing_else() {
        let old = "satu\r\ndi mulai\u{1B}\r\ntiga";
        let new = "satu\r\ndimulai\u{1B}\r\ntiga";
        let expected =
            "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n satu\n-di mulai␛\n+dimulai␛\n tiga\n\\ No newline at end of file\n";
        assert_eq!(diff("a.md", old, new, Palette::PLAIN), expected);
        assert_eq!(diff("a.md", old, old, Palette::PLAIN), "");
    }
}
