//! What a fix makes of the lines it touches, before and after.

use crate::text::{Edit, Lines, Span, apply};

/// How many characters are shown on either side of a change.
const AROUND: usize = 60;

/// A place that a fix changes, with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line that the place begins in, from 1.
    pub line: usize,
    /// What stands before the place; begins with `…` where the line does not.
    pub before: String,
    /// What goes.
    pub old: String,
    /// What comes.
    pub new: String,
    /// What stands behind the place; ends with `…` where the line does not.
    pub after: String,
}

/// What `edits`, sorted and disjoint, change in `text`: one change for all edits that touch the same line.
pub fn changes(text: &str, edits: &[Edit]) -> Vec<Change> {
    let lines = Lines::new(text);
    let touched = |edit: &Edit| {
        let first = lines.span(lines.line_of(edit.span.start), text);
        first.to(lines.span(lines.line_of(edit.span.end), text))
    };
    let mut groups: Vec<(Span, Vec<Edit>)> = Vec::new();
    for edit in edits.iter().filter(|edit| text.get(edit.span.range()).is_some()) {
        let span = touched(edit);
        match groups.last_mut() {
            Some((whole, group)) if span.start < whole.end || span == *whole => {
                *whole = whole.to(span);
                group.push(edit.clone());
            }
            _ => groups.push((span, vec![edit.clone()])),
        }
    }
    groups.into_iter().map(|(span, edits)| change(text, &lines, span, &edits)).collect()
}

fn change(text: &str, lines: &Lines, whole: Span, edits: &[Edit]) -> Change {
    let old = whole.of_text(text);
    let moved: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit {
            span: Span::new(edit.span.start - whole.start, edit.span.end - whole.start),
            text: edit.text.clone(),
        })
        .collect();
    let new = apply(old, &moved);
    let (start, end) = (common_start(old, &new), common_end(old, &new));
    let end = end.min(old.len().min(new.len()) - start);
    Change {
        line: lines.line_of(whole.start + Span::of(0..start).end) + 1,
        before: ending(&old[..start]),
        old: old[start..old.len() - end].to_owned(),
        new: new[start..new.len() - end].to_owned(),
        after: beginning(&old[old.len() - end..]),
    }
}

/// How many bytes two texts begin with in common, up to the last word's start.
fn common_start(a: &str, b: &str) -> usize {
    let same: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    a[..same].rfind(char::is_whitespace).map_or(0, |at| at + width_at(a, at))
}

/// How many bytes two texts end with in common, down to the first word's end.
fn common_end(a: &str, b: &str) -> usize {
    let same: usize = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tail = &a[a.len() - same..];
    tail.find(|c: char| !c.is_alphanumeric()).map_or(0, |at| tail.len() - at)
}

fn width_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The last characters of the last line of `text`.
fn ending(text: &str) -> String {
    let line = text.rsplit(['\n', '\r']).next().unwrap_or_default();
    match line.char_indices().rev().nth(AROUND) {
        None => line.to_owned(),
        Some((at, _)) => {
            let cut = &line[at..];
            format!("…{}", cut.split_once(' ').map_or(cut, |(_, rest)| rest))
        }
    }
}

/// The first characters of the first line of `text`.
fn beginning(text: &str) -> String {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    match line.char_indices().nth(AROUND) {
        None => line.to_owned(),
        Some((at, _)) => {
            let cut = &line[..at];
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(rest, _)| rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, edits: &[(usize, usize, &str)]) -> Vec<String> {
        let edits: Vec<Edit> =
            edits.iter().map(|&(start, end, new)| Edit::replace(Span::of(start..end), new)).collect();
        let show = |change: Change| {
            let Change { line, before, old, new, after } = change;
            format!("{line} {before}[{old}|{new}]{after}")
        };
        changes(text, &edits).into_iter().map(show).collect()
    }

    #[test]
    fn whole_words_change_and_lines_are_put_together() {
        for (text, edits, expected) in [
            ("Rapat di mulai pukul\ndua.", &[(8, 9, "")][..], &["1 Rapat [di mulai|dimulai] pukul"][..]),
            ("a b c\nd e f\n", &[(0, 1, "x"), (4, 5, "y"), (8, 9, "z")], &["1 [a b c|x b y]", "2 d [e|z] f"]),
            ("sama", &[(0, 4, "sama")], &["1 [sama|sama]"]),
            ("a.\nB c.", &[(1, 4, ", b")], &["1 [a.\nB|a, b] c."]),
            ("é 👩 x", &[(0, 2, "e")], &["1 [é|e] 👩 x"]),
            ("", &[(0, 0, "a")], &["1 [|a]"]),
            ("kata", &[(4, 4, "\n")], &["1 [kata|kata\n]"]),
        ] {
            assert_eq!(shown(text, edits), expected, "{text:?}");
        }
    }

    #[test]
    fn of_a_long_line_the_words_around_are_shown() {
        let text = format!("{}di mulai{}", "kata ".repeat(40), " lagi".repeat(40));
        let shown = shown(&text, &[(202, 203, "")]);
        assert_eq!(shown.len(), 1);
        assert!(shown[0].starts_with("1 …kata ") && shown[0].ends_with(" lagi…"), "{shown:?}");
        assert!(shown[0].contains("kata [di mulai|dimulai] lagi"), "{shown:?}");
    }
}
