//! Which lines of a page are left over: by where the article begins and ends, and by what stands beside them.

use std::ops::Range;

use super::Place;
use crate::document::Context;
use crate::format::{BlockKind, Format};

/// Between two lines of a page before the article, lines of so few words are names of sections.
const HEAD_WORDS: usize = 2;
/// Behind the article they may be titles of other articles.
const TAIL_WORDS: usize = 12;
/// The tags of an article and the entries of a menu have so many words at most.
const NAME_WORDS: usize = 3;
/// The most lines between two lines of a page that are taken with them.
const GAP: usize = 6;
/// A title has more words than the name of a site.
const TITLE_WORDS: usize = 4;

/// What is known of one block.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// The place that the block's words belong to.
    pub(super) place: Option<Place>,
    /// Whether the block is a paragraph of the article.
    pub(super) is_text: bool,
    /// Whether the block ends like a sentence.
    pub(super) is_sentence: bool,
    /// The number of its words; none for long blocks, or for signs alone.
    pub(super) words: usize,
    /// Whether the block is no longer than a line of a page may be.
    pub(super) is_short: bool,
}

/// The lines of a document, judged.
pub(super) struct Page<'d> {
    context: &'d Context<'d>,
    lines: &'d [Line],
    /// The index of the first block of the article.
    head: usize,
    /// The index of the first block behind it.
    tail: usize,
    found: Vec<bool>,
}

impl<'d> Page<'d> {
    /// The page that `lines` make; nothing is found yet.
    pub(super) fn new(context: &'d Context<'d>, lines: &'d [Line]) -> Self {
        let (head, tail) = edges(lines);
        Self { context, lines, head, tail, found: vec![false; lines.len()] }
    }

    /// For every line, whether it is left over.
    pub(super) fn found(&self) -> Vec<bool> {
        let is_silent = |at: usize| self.lines[at].place == Some(Place::Silent);
        (0..self.lines.len()).map(|at| self.found[at] && !is_silent(at)).collect()
    }

    /// Finds what is left over; `run` lines that need a neighbour are neighbours of each other, zero: never.
    pub(super) fn judge(&mut self, run: usize) {
        (0..self.lines.len()).for_each(|at| self.look_at(at));
        let regions = [0..self.head, self.tail..self.lines.len()];
        for region in regions.into_iter().filter(|_| run > 0) {
            self.find_frame(region, run);
        }
        self.spread();
        self.fill_gaps();
    }

    fn look_at(&mut self, at: usize) {
        let Some(place) = self.lines[at].place else { return };
        let is_edge = self.is_edge(at);
        self.found[at] |= match place {
            Place::Anywhere => may_be_line(self.context, at),
            // A first line right above the article is its title.
            Place::Edges => is_edge && (at > 0 || self.head != 1),
            Place::Silent | Place::TakesRest => is_edge,
            Place::Tail | Place::TakesNext => is_edge && at >= self.tail,
            Place::Beside => false,
        };
        if !self.found[at] {
            return;
        }
        match place {
            Place::TakesNext => {
                let next = self.lines.get(at + 1).is_some_and(|line| line.place.is_none());
                self.found.get_mut(at + 1).into_iter().for_each(|found| *found = next);
            }
            Place::TakesRest if at >= self.tail => {
                let rest = (at + 1..self.lines.len()).take_while(|&at| self.is_title(at) && self.is_edge(at));
                rest.collect::<Vec<_>>().into_iter().for_each(|at| self.found[at] = true);
            }
            _ => {}
        }
    }

    /// Whether the block stands before or behind the article, and is no part of it by its markup.
    fn is_edge(&self, at: usize) -> bool {
        (at < self.head || at >= self.tail) && may_be_edge(self.context, at)
    }

    fn is_beside(&self, at: usize) -> bool {
        self.lines[at].place == Some(Place::Beside) && self.is_edge(at)
    }

    /// Whether the line may be the title of another article.
    fn is_title(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.place.is_none() && !line.is_sentence && (1..=TAIL_WORDS).contains(&line.words)
    }

    /// Before or behind the article: where many lines may be those of a page, and few may not, all of them are.
    fn find_frame(&mut self, region: Range<usize>, least: usize) {
        let edge: Vec<usize> = region.filter(|&at| self.is_edge(at)).collect();
        let (sure, maybe) = (
            edge.iter().filter(|&&at| self.found[at]).count(),
            edge.iter().filter(|&&at| !self.found[at] && self.is_beside(at)).count(),
        );
        let weight = sure * 2 + maybe;
        if maybe == 0 || weight < least || (sure + maybe) * 3 + 1 < edge.len() {
            return;
        }
        for &at in &edge {
            self.found[at] |= self.is_beside(at);
        }
        // Tags before the frame of a page, and what ends it.
        let found: Vec<usize> = edge.into_iter().filter(|&at| self.found[at]).collect();
        let (Some(&first), Some(&last)) = (found.first(), found.last()) else { return };
        if first >= self.tail && self.may_fill_all(self.tail..first) {
            self.found[self.tail..first].fill(true);
        }
        if last >= self.tail && self.may_fill_all(last + 1..self.lines.len()) {
            self.found[last + 1..].fill(true);
        }
    }

    /// Whether these lines are few and short.
    fn may_fill_all(&self, lines: Range<usize>) -> bool {
        lines.len() <= GAP && lines.into_iter().all(|at| self.may_fill(at) && self.lines[at].words <= NAME_WORDS)
    }

    /// What needs a neighbour is found beside one.
    fn spread(&mut self) {
        for at in 1..self.lines.len() {
            self.found[at] |= self.found[at - 1] && self.is_beside(at);
        }
        for at in (1..self.lines.len()).rev() {
            self.found[at - 1] |= self.found[at] && self.is_beside(at - 1);
        }
    }

    /// Short lines between two lines of a page belong to it.
    fn fill_gaps(&mut self) {
        if self.context.document.format != Format::Plain {
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
                && (at <= self.head || from + 1 >= self.tail)
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
        for at in (0..self.head).rev() {
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
        let most = if at < self.head { HEAD_WORDS } else { TAIL_WORDS };
        line.place.is_none() && !line.is_sentence && line.is_short && line.words <= most && self.is_edge(at)
    }

    /// A short first line, then the title and lines of a page: the name of the site.
    pub(super) fn add_site_name(&mut self) {
        let blocks = &self.context.document.prose.blocks;
        let Some(first) = blocks.first().filter(|_| self.head > 2) else { return };
        let text = self.context.text(first.span);
        let is_word = text.chars().all(|c| c.is_alphanumeric() || c == '.') && text.starts_with(char::is_uppercase);
        let is_title = |at: &usize| !self.found[*at] && self.lines[*at].words >= TITLE_WORDS;
        let title = (1..self.head).find(is_title);
        let is_page = self.found[1..self.head].iter().any(|found| *found);
        self.found[0] |= self.context.document.format == Format::Plain && is_word && title.is_some() && is_page;
    }
}

/// The index of the first block of the article and of the first behind its last; equal to the number of blocks and 0
/// where there is no article. A short sentence between two lines of a page is one of them.
fn edges(lines: &[Line]) -> (usize, usize) {
    let is_placed = |at: usize| lines.get(at).is_some_and(|line| line.place.is_some());
    let is_page = |at: usize| lines[at].words > 0 && at > 0 && is_placed(at - 1) && is_placed(at + 1);
    let taken = |at: usize| at > 0 && lines[at - 1].place == Some(Place::TakesNext);
    let is_text = |at: &usize| lines[*at].is_text && !taken(*at) && !is_page(*at);
    let Some(first) = (0..lines.len()).find(is_text) else {
        return (0, lines.len());
    };
    (first, (0..lines.len()).rev().find(is_text).map_or(lines.len(), |last| last + 1))
}

/// Whether the block may be a line of a page where the article has ended: pages of HTML have their frame by right, and
/// headings and items that are marked up belong to the article.
fn may_be_edge(context: &Context, block: usize) -> bool {
    let kind = context.document.prose.blocks[block].kind;
    match context.document.format {
        Format::Html => false,
        Format::Plain => kind != BlockKind::Item,
        Format::Markdown | Format::Mdx => kind == BlockKind::Paragraph,
    }
}

/// Whether the block may be a line of a page anywhere: headings and table cells that are marked up are not.
fn may_be_line(context: &Context, block: usize) -> bool {
    let kind = context.document.prose.blocks[block].kind;
    match context.document.format {
        Format::Plain => true,
        Format::Html | Format::Markdown | Format::Mdx => !kind.is_heading() && kind != BlockKind::Cell,
    }
}
