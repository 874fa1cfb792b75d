//! The part of a text that is worth showing around a finding: whole short lines, a window into long ones.
//!
//! An article often has a paragraph a line, thousands of characters wide. So a line is cut around every place, and
//! places far apart in one line get rows of their own; numbers and columns stay those of the source.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::Places;
use super::visible::{Hidden, visible_line};
use crate::text::Span;

/// How many characters are shown on either side of a place in a long line.
const AROUND: usize = 60;
/// A line of up to so many bytes is shown whole.
const WHOLE: usize = 2 * AROUND;
/// Of a longer place only its first and last so many characters are marked.
const ENDS: usize = 70;
/// A place over more lines than this is shown by its first and its last.
const LINES: usize = 3;

/// One line of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the source, from 1.
    pub number: usize,
    /// What is shown of it, harmless for a terminal; tabs are kept.
    pub text: String,
    /// What is marked in it, in bytes of `text`.
    pub marks: Vec<Mark>,
    /// Whether something lies between the row before and this one.
    pub is_apart: bool,
}

/// A mark under a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the row's text.
    pub range: Range<usize>,
    /// Which of the given places is marked.
    pub place: usize,
    /// Whether this is the end of the place, where a message may stand.
    pub is_last: bool,
}

/// A part of a place that lies in one line.
struct Piece {
    line: usize,
    range: Range<usize>,
    window: Range<usize>,
    place: usize,
    is_last: bool,
}

/// The rows that show all `spans`, in the order of the text.
pub fn excerpt(places: &Places, spans: &[Span]) -> Vec<Row> {
    let mut pieces: Vec<Piece> =
        spans.iter().enumerate().flat_map(|(place, span)| pieces(places, place, span.range())).collect();
    pieces.sort_by_key(|piece| (piece.window.start, piece.range.start));
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = pieces.as_slice();
    let mut shown: Option<(usize, usize)> = None;
    while let Some(first) = rest.first() {
        let mut window = first.window.clone();
        let mut count = 1;
        while let Some(next) = rest.get(count)
            && next.line == first.line
            && next.window.start <= window.end
        {
            window.end = window.end.max(next.window.end);
            count += 1;
        }
        let (group, others) = rest.split_at(count);
        let is_apart =
            shown.is_some_and(|(line, end)| first.line > line + 1 || (first.line == line && window.start > end));
        shown = Some((first.line, window.end));
        rows.push(row(places, window, group, is_apart));
        rest = others;
    }
    rows
}

/// The parts of one place that are marked; at least one.
fn pieces(places: &Places, place: usize, range: Range<usize>) -> Vec<Piece> {
    let first = places.line_of(range.start);
    let last = places.line_of(range.end.saturating_sub(1).max(range.start));
    let lines: Vec<usize> = if last - first < LINES { (first..=last).collect() } else { vec![first, last] };
    let mut pieces: Vec<Piece> = lines
        .into_iter()
        .map(|line| (line, in_line(places, line, &range, line > first)))
        .filter(|(_, range)| !range.is_empty())
        .flat_map(|(line, range)| pieces_of_line(places, place, line, range))
        .collect();
    if pieces.is_empty() {
        // Nothing but line breaks, or nothing at all: the place itself is pointed at.
        pieces = pieces_of_line(places, place, first, in_line(places, first, &range, false));
    }
    if let Some(last) = pieces.last_mut() {
        last.is_last = true;
    }
    pieces
}

/// The part of `range` in `line`. A mark goes on where the next line's words begin.
fn in_line(places: &Places, line: usize, range: &Range<usize>, goes_on: bool) -> Range<usize> {
    let whole = body(places, line);
    let start = range.start.clamp(whole.start, whole.end);
    let indent = if goes_on { indent(&places.text()[start..whole.end]) } else { 0 };
    start + indent..range.end.clamp(start + indent, whole.end)
}

/// `range` of one line as it is shown: whole, or only its ends.
fn pieces_of_line(places: &Places, place: usize, line: usize, range: Range<usize>) -> Vec<Piece> {
    let (text, whole) = (places.text(), body(places, line));
    let head = forward(text, range.start, whole.end, ENDS);
    let tail = backward(text, whole.start, range.end, ENDS);
    let piece = |range: Range<usize>| {
        let window = window(text, &whole, &range);
        Piece { line, range, window, place, is_last: false }
    };
    if head >= tail || whole.len() <= WHOLE {
        return vec![piece(range)];
    }
    let (mut first, mut last) = (piece(range.start..head), piece(tail..range.end));
    first.window.end = head;
    last.window.start = tail;
    vec![first, last]
}

/// The bytes of white space that `text` begins with.
fn indent(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Line `line` without its ending and without a byte order mark.
fn body(places: &Places, line: usize) -> Range<usize> {
    let range = places.line(line);
    let mark = if range.start == 0 && places.text().starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    (range.start + mark).min(range.end)..range.end
}

/// What is shown of the line `whole` around `range`.
fn window(text: &str, whole: &Range<usize>, range: &Range<usize>) -> Range<usize> {
    if whole.len() <= WHOLE {
        return whole.clone();
    }
    let start = backward(text, whole.start, range.start, AROUND);
    let end = forward(text, range.end, whole.end, AROUND);
    // Words are not cut where there are words.
    let after_space = |at: usize| text[at..range.start].find(' ').map_or(at, |space| at + space + 1);
    let before_space = |at: usize| text[range.end..at].rfind(' ').map_or(at, |space| range.end + space);
    let is_whole_before = start == whole.start || text[..start].ends_with(' ');
    let is_whole_after = end == whole.end || text[end..].starts_with(' ');
    (if is_whole_before { start } else { after_space(start) })..(if is_whole_after { end } else { before_space(end) })
}

/// The byte `count` characters after `from`, at most `limit`.
fn forward(text: &str, from: usize, limit: usize, count: usize) -> usize {
    text[from..limit].char_indices().nth(count).map_or(limit, |(at, _)| from + at)
}

/// The byte `count` characters before `from`, at least `limit`.
fn backward(text: &str, limit: usize, from: usize, count: usize) -> usize {
    text[limit..from].char_indices().rev().nth(count - 1).map_or(limit, |(at, _)| limit + at)
}

fn row(places: &Places, window: Range<usize>, pieces: &[Piece], is_apart: bool) -> Row {
    let (line, whole) = (pieces[0].line, body(places, pieces[0].line));
    let lead = if window.start > whole.start { "…" } else { "" };
    let trail = if window.end < whole.end { "…" } else { "" };
    let shown = |range: Range<usize>| visible_line(&places.text()[range], Hidden::Shown);
    let text = format!("{lead}{}{trail}", shown(window.clone()));
    let at = |offset: usize| lead.len() + shown(window.start..offset.clamp(window.start, window.end)).len();
    let mark = |piece: &Piece| Mark {
        range: to_clusters(&text, at(piece.range.start)..at(piece.range.end)),
        place: piece.place,
        is_last: piece.is_last,
    };
    let marks = pieces.iter().map(mark).collect();
    Row { number: line + 1, marks, is_apart, text }
}

/// `range` widened to what readers take for characters: a joiner inside an emoji has no width to mark.
fn to_clusters(text: &str, range: Range<usize>) -> Range<usize> {
    if [range.start, range.end].iter().all(|&at| is_plain_edge(text, at)) {
        return range;
    }
    let mut edges = text.grapheme_indices(true).map(|(at, cluster)| at..at + cluster.len());
    let start = edges.clone().map(|edge| edge.start).take_while(|&start| start <= range.start).last();
    let end = edges.find(|edge| edge.end >= range.end).map(|edge| edge.end.min(text.len()));
    let start = start.unwrap_or(range.start);
    // An empty place between two characters stays one.
    if range.is_empty() && (start == range.start || range.start == text.len()) {
        return range;
    }
    start..end.unwrap_or(range.end)
}

/// Whether an edge of a row is at once one between characters: in one line, no two signs of ASCII make one character.
fn is_plain_edge(text: &str, at: usize) -> bool {
    let is_plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
    is_plain(text.as_bytes().get(at)) && is_plain(at.checked_sub(1).and_then(|at| text.as_bytes().get(at)))
}

#[cfg(test)]
mod tests {
    use super::super::sample::place;
    use super::*;

    /// Every row with `«»` around its first mark.
    fn drawn(text: &str, spans: &[Span]) -> Vec<String> {
        excerpt(&Places::new(text), spans)
            .into_iter()
            .map(|mut row| {
                row.text.insert(row.marks[0].range.end, '»');
                row.text.insert(row.marks[0].range.start, '«');
                format!("{}{} {}", if row.is_apart { "·" } else { "" }, row.number, row.text)
            })
            .collect()
    }

    #[test]
    fn short_lines_are_shown_whole_and_harmless() {
        let text = "\u{FEFF}satu\u{1B} dua\r\n\ttiga\n";
        assert_eq!(drawn(text, &[place(text, "dua"), place(text, "tiga")]), ["1 satu␛ «dua»", "2 \t«tiga»"]);
        assert_eq!(drawn(text, &[place(text, "satu\u{1B} dua\r\n\ttiga")]), ["1 «satu␛ dua»", "2 \t«tiga»"]);
        let end = u32::try_from(text.len()).expect("short");
        assert_eq!(drawn(text, &[Span::new(end, end)]), ["3 «»"]);
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let text = format!("{}SINI {}SANA", "kata ".repeat(40), "lagi ".repeat(40));
        let rows = drawn(&text, &[place(&text, "SINI"), place(&text, "SANA")]);
        let near = format!("1 …{}«SINI»{}…", "kata ".repeat(12), " lagi".repeat(12));
        assert_eq!(rows, [near, format!("·1 …{}«SANA»", "lagi ".repeat(12))]);
    }

    #[test]
    fn a_joiner_is_marked_with_its_emoji() {
        let text = "satu 👩\u{200D}🦰 dua";
        assert_eq!(drawn(text, &[place(text, "\u{200D}")]), ["1 satu «👩\u{200D}🦰» dua"]);
    }

    #[test]
    fn of_a_long_place_both_ends_are_shown() {
        let text = "é".repeat(500);
        let rows = drawn(&text, &[place(&text, &text)]);
        assert_eq!(rows, [format!("1 «{}»…", "é".repeat(70)), format!("·1 …«{}»", "é".repeat(70))]);
    }
}
