//! Lines of a page that are told by those around them: between two, beside one, behind the last.

use std::ops::Range;

use super::page::{HEAD_WORDS, Page};
use super::settings::Place;
use crate::format::Format;

/// Behind the article lines of so many words may be titles of other articles.
const TAIL_WORDS: usize = 12;
/// The tags of an article and the entries of a menu have so many words at most.
const NAME_WORDS: usize = 3;
/// The most lines between two lines of a page that are taken with them.
const GAP: usize = 6;

impl Page<'_> {
    /// Tags before the frame of a page, and what ends it.
    pub(super) fn find_end(&mut self) {
        let tail = self.regions.tail;
        let found: Vec<usize> = (tail..self.lines.len()).filter(|&at| self.found[at]).collect();
        let [first, .., last] = found[..] else { return };
        if self.may_fill_all(tail..first, NAME_WORDS) {
            self.found[tail..first].fill(true);
        }
        let most = if found.len() > GAP { TAIL_WORDS } else { NAME_WORDS };
        if self.may_fill_all(last + 1..self.lines.len(), most) {
            self.found[last + 1..].fill(true);
        }
    }

    /// Whether these lines are few and short.
    fn may_fill_all(&self, lines: Range<usize>, words: usize) -> bool {
        lines.len() <= GAP && lines.into_iter().all(|at| self.may_fill(at) && self.lines[at].words <= words)
    }

    /// What needs a neighbour is found beside one.
    pub(super) fn spread(&mut self) {
        let is_near = |page: &Self, from: usize, at: usize| {
            let is_name = page.is_name(at) && page.lines[from].place != Some(Place::Anywhere);
            page.found[from] && (page.is_beside(at) || is_name)
        };
        for at in 1..self.lines.len() {
            self.found[at] |= is_near(self, at - 1, at);
        }
        for at in (1..self.lines.len()).rev() {
            self.found[at - 1] |= is_near(self, at, at - 1);
        }
    }

    /// Short lines between two lines of a page belong to it.
    pub(super) fn fill_gaps(&mut self) {
        if self.context.document.format == Format::Html {
            return;
        }
        let is_mark = |page: &Self, at: usize| page.found[at] || page.is_beside(at);
        let mut last: Option<usize> = None;
        for at in 0..self.lines.len() {
            if !is_mark(self, at) {
                continue;
            }
            if let Some(from) = last
                && at - from <= GAP
                && (self.found[from] || self.found[at])
                && (from + 1..at).all(|between| self.may_fill(between))
                && (at <= self.regions.head || from + 1 >= self.regions.tail)
            {
                self.found[from..=at].fill(true);
            }
            last = Some(at);
        }
        self.fill_gaps_backwards();
    }

    /// A menu before the date: its marks are found from the date on.
    fn fill_gaps_backwards(&mut self) {
        let mut next: Option<usize> = None;
        for at in (0..self.regions.head).rev() {
            if let Some(to) = next
                && self.is_beside(at)
                && !self.found[at]
                && to - at <= GAP
                && (at + 1..to).all(|between| self.may_fill(between))
            {
                self.found[at..to].fill(true);
            }
            next = if self.found[at] { Some(at) } else { next };
        }
    }

    fn may_fill(&self, at: usize) -> bool {
        let line = self.lines[at];
        let most = if at < self.regions.head { HEAD_WORDS } else { TAIL_WORDS };
        let is_free = line.place.is_none() && self.regions.title != Some(at);
        let is_said = line.is_sentence && !(line.is_question && at >= self.regions.tail);
        is_free && !is_said && line.is_short && line.words <= most && self.is_edge(at)
    }

    /// Behind the line that opens the comments, where most lines are those of a page, all are.
    pub(super) fn find_comments(&mut self) {
        let Some(from) = self.regions.comments.filter(|&from| self.found[from]) else { return };
        let behind: Vec<usize> = (from..self.lines.len()).filter(|&at| self.is_edge(at)).collect();
        let found = behind.iter().filter(|&&at| self.found[at]).count();
        if found > 2 && found * 2 >= behind.len() {
            behind.into_iter().for_each(|at| self.found[at] = true);
        }
    }
}
