//! Where the article of a page begins and ends, what its title is, and where readers comment on it.

use super::page::Line;
use super::settings::Place;

/// The parts of a document, as indices of its blocks.
pub(super) struct Regions {
    /// The first block of the article.
    pub head: usize,
    /// The first block behind it.
    pub tail: usize,
    /// The title before the article.
    pub title: Option<usize>,
    /// The line that opens the comments.
    pub comments: Option<usize>,
}

impl Regions {
    /// The regions of a document of these lines; where it `is_page`, invitations and terms of use are no text.
    pub(super) fn of(lines: &[Line], is_page: bool) -> Self {
        let is_text = |line: &Line| line.is_text && !(is_page && line.place.is_some());
        let (head, tail) = edges(lines, is_text);
        let comments = comments(lines, head, is_text);
        let behind_text = |at: usize| (0..at).rev().find(|&before| is_text(&lines[before])).map_or(at, |last| last + 1);
        let tail = comments.map_or(tail, |at| tail.min(behind_text(at)));
        let comments = comments.or_else(|| (tail..lines.len()).find(|&at| lines[at].place == Some(Place::Comments)));
        Self { head, tail, title: title(&lines[..head.min(lines.len())]), comments }
    }

    /// Whether the block `at` stands before or behind the article.
    pub(super) const fn are_outside(&self, at: usize) -> bool {
        at < self.head || at >= self.tail
    }
}

/// The index of the first block of the article and of the first behind its last; equal to the number of blocks and 0
/// where there is no article. A short sentence between two lines of a page is one of them.
fn edges(lines: &[Line], is_text: impl Fn(&Line) -> bool) -> (usize, usize) {
    let is_placed = |at: usize| lines.get(at).is_some_and(|line| line.place.is_some());
    let is_page = |at: usize| lines[at].words > 0 && at > 0 && is_placed(at - 1) && is_placed(at + 1);
    let taken = |at: usize| at > 0 && lines[at - 1].place == Some(Place::TakesNext);
    let is_text = |at: &usize| is_text(&lines[*at]) && !taken(*at) && !is_page(*at);
    let Some(first) = (0..lines.len()).find(is_text) else {
        return (0, lines.len());
    };
    (first, (0..lines.len()).rev().find(is_text).map_or(lines.len(), |last| last + 1))
}

/// The line behind which all that reads like text is what readers say: it is little, and lines of a page are more.
fn comments(lines: &[Line], head: usize, is_text: impl Fn(&Line) -> bool) -> Option<usize> {
    let texts = |lines: &[Line]| lines.iter().filter(|line| is_text(line)).count();
    let all = texts(lines);
    let mut opens = (head + 1..lines.len()).filter(|&at| lines[at].place == Some(Place::Comments));
    opens.find(|&at| {
        let behind = &lines[at..];
        let (said, placed) = (texts(behind), behind.iter().filter(|line| line.place.is_some()).count());
        all > 0 && said * 3 <= all && said * 2 <= placed && placed > 2
    })
}

/// The title among the lines before the article: the longest that no page has.
fn title(lines: &[Line]) -> Option<usize> {
    let may_be = |at: &usize| lines[*at].place.is_none() && lines[*at].words > 0;
    (0..lines.len()).filter(may_be).rev().max_by_key(|&at| (!lines[at].is_sentence, lines[at].words))
}
