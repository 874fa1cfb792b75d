//! Hard-wrapped plain text: which lines are one paragraph.

use super::plain::{Line, lines};
use super::shape;

/// Widths at which text is wrapped, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=110;

/// The width at which `text` is wrapped, in characters; `None` when it is not: when more than one line in twenty is
/// longer than any wrapped line.
pub(super) fn width(text: &str) -> Option<usize> {
    let mut counts = [0usize; *WIDTHS.end() + 1];
    let (mut all, mut long) = (0, 0);
    for line in lines(text).filter(|line| !line.is_empty()) {
        all += 1;
        let length = if line.len() > 4 * WIDTHS.end() { usize::MAX } else { text[line].chars().count() };
        match counts.get_mut(length) {
            Some(count) => *count += 1,
            None => long += 1,
        }
    }
    if all < 2 || long * 20 > all {
        return None;
    }
    let enough = (all / 50).max(1);
    let mut seen = 0;
    let width = counts.iter().enumerate().rev().find(|(_, count)| {
        seen += **count;
        seen >= enough
    });
    width.map(|(width, _)| width).filter(|width| WIDTHS.contains(width))
}

/// The lines of a group, those that are one paragraph joined.
pub(super) fn unwrapped(text: &str, lines: &[Line], width: Option<usize>) -> Vec<Line> {
    let width = width.filter(|width| is_wrapped(text, lines, *width));
    let mut pieces: Vec<Line> = Vec::with_capacity(lines.len());
    let mut last: Option<&Line> = None;
    for line in lines {
        match (last, pieces.last_mut()) {
            (Some(before), Some(piece)) if goes_on(text, before, line, width) => piece.end = line.end,
            _ => pieces.push(line.clone()),
        }
        last = Some(line);
    }
    pieces
}

/// Whether at least half of the lines that others follow are full.
fn is_wrapped(text: &str, lines: &[Line], width: usize) -> bool {
    let full = lines.windows(2).filter(|pair| is_full(text, &pair[0], &pair[1], width)).count();
    full > 0 && full * 2 >= lines.len() - 1
}

/// Whether the first word of `next` found no place any more in `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    if line.len() > 4 * width {
        return false;
    }
    let word = text[next.clone()].split(char::is_whitespace).next().unwrap_or_default();
    text[line.clone()].chars().count() + 1 + word.chars().take(width).count() > width
}

/// Whether `next` continues the paragraph of `line`.
fn goes_on(text: &str, line: &Line, next: &Line, width: Option<usize>) -> bool {
    let (before, after) = (&text[line.clone()], &text[next.clone()]);
    if shape::marker_length(after) > 0 || shape::begins_with_keycap(after) || after.starts_with("# ") {
        return false;
    }
    let is_open = !before.ends_with(['.', '!', '?', '…', ':', ';', '”', '"']);
    let is_lower = after.starts_with(char::is_lowercase) && is_open && before.chars().take(40).count() == 40;
    is_lower || width.is_some_and(|width| is_full(text, line, next, width))
}
