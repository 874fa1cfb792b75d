//! What fixing would change, as a unified diff.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use super::Palette;
use super::visible::{Hidden, visible, visible_line};

/// The unified diff from `old` to `new`, three lines of context around every change; empty when nothing changes.
///
/// Line endings stay, so that `patch` can apply it. What would steer a terminal is shown instead of sent; so is in
/// colour, which is for people, whatever cannot be seen.
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
    let shown = visible_line(line, if palette == Palette::PLAIN { Hidden::Kept } else { Hidden::Shown });
    let body = shown.strip_suffix("\r\n").or_else(|| shown.strip_suffix('\n')).unwrap_or(&shown);
    let ending = &shown[body.len()..];
    let _infallible = write!(out, "{color}{sign}{body}{reset}{ending}");
    match (ending, line.ends_with('\r')) {
        ("", false) => out.push_str("\n\\ No newline at end of file\n"),
        ("", true) => out.push('\n'),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_shows_what_changes_and_nothing_else() {
        let old = "satu\r\ndi mulai\u{1B}\r\ntiga";
        let new = "satu\r\ndimulai\u{1B}\r\ntiga";
        let expected = "--- a.md\n+++ a.md\n@@ -1,3 +1,3 @@\n satu\r\n-di mulai␛\r\n+dimulai␛\r\n tiga\n\
                        \\ No newline at end of file\n";
        assert_eq!(diff("a.md", old, new, Palette::PLAIN), expected);
        assert_eq!(diff("a.md", old, old, Palette::PLAIN), "");
    }
}
