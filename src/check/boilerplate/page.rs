//! Which lines of a page are left over: by where the article begins and ends, and by what stands beside them.

use std::ops::Range;

use super::region::Regions;
use super::settings::Place;
use crate::document::Context;
use crate::format::{BlockKind, Format};

/// Between two lines of a page before the article, lines of so few words are names of sections.
pub(super) const HEAD_WORDS: usize = 2;
/// Behind the article they may be titles of other articles.
const TAIL_WORDS: usize = 12;
/// A title has more words than the name of a site.
const TITLE_WORDS: usize = 4;
/// So many lines that are surely left over show that the text was copied from a page.
const EVIDENCE: usize = 3;
/// A line heads at most so many titles inside the text, counting signs between them.
const TITLES: usize = 6;

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
    /// Whether it may be the name of somebody, of a section or of the site.
    pub(super) is_name: bool,
    /// Whether it is a short question, as of a poll.
    pub(super) is_question: bool,
    /// Whether it holds a letter.
    pub(super) has_letters: bool,
}

/// The lines of a document, judged.
pub(super) struct Page<'d> {
    pub(super) context: &'d Context<'d>,
    pub(super) lines: &'d [Line],
    pub(super) regions: Regions,
    pub(super) found: Vec<bool>,
}

impl<'d> Page<'d> {
    /// The page that `lines` make; nothing is found yet.
    pub(super) fn new(context: &'d Context<'d>, lines: &'d [Line]) -> Self {
        Self { context, lines, regions: Regions::of(lines, false), found: vec![false; lines.len()] }
    }

    /// For every line, whether it is left over.
    pub(super) fn found(&self) -> Vec<bool> {
        let is_silent = |at: usize| self.lines[at].place == Some(Place::Silent);
        // Between two lines of a page, a date is part of it, too.
        let is_shown = |at: usize| self.found.get(at).is_some_and(|&found| found && !is_silent(at));
        let is_between = |at: usize| at > 0 && is_shown(at - 1) && is_shown(at + 1);
        (0..self.lines.len()).map(|at| is_shown(at) || self.found[at] && is_between(at)).collect()
    }

    /// Finds what is left over; `run` lines that need a neighbour are neighbours of each other, zero: never. With
    /// `site_name`, a single word before the title may be the name of the site.
    pub(super) fn judge(&mut self, run: usize, site_name: bool) {
        (0..self.lines.len()).for_each(|at| self.look_at(at));
        self.find_on_page();
        let regions = [0..self.regions.head, self.regions.tail..self.lines.len()];
        for region in regions.into_iter().filter(|_| run > 0) {
            self.find_frame(region, run);
        }
        if site_name {
            self.add_site_name();
        }
        self.spread();
        self.fill_gaps();
        if run > 0 {
            self.find_end();
            self.find_comments();
        }
    }

    fn look_at(&mut self, at: usize) {
        let Some(place) = self.lines[at].place else { return };
        let is_edge = self.is_edge(at);
        self.found[at] |= match place {
            Place::Anywhere | Place::TakesTitles => may_be_line(self.context, at),
            // A first line right above the article is its title.
            Place::Edges | Place::Sure | Place::Comments => is_edge && (at > 0 || self.regions.head != 1),
            Place::Silent | Place::TakesRest => is_edge,
            Place::Tail | Place::TakesNext => is_edge && at >= self.regions.tail,
            Place::Beside | Place::Page => false,
        };
        if self.found[at] {
            self.take(at, place);
        }
    }

    /// Finds what a line takes with it.
    fn take(&mut self, at: usize, place: Place) {
        let count = self.lines.len();
        match place {
            Place::TakesNext => {
                let next = self.lines.get(at + 1).is_some_and(|line| line.place.is_none());
                self.found.get_mut(at + 1).into_iter().for_each(|found| *found = next);
            }
            Place::TakesRest if at >= self.regions.tail => {
                let rest = (at + 1..count).take_while(|&at| self.is_edge(at) && !self.lines[at].is_text);
                let rest: Vec<usize> = rest.filter(|&at| self.is_title(at) || self.is_beside(at)).collect();
                rest.into_iter().for_each(|at| self.found[at] = true);
            }
            Place::TakesTitles if self.context.document.format == Format::Plain => {
                let titles = (at + 1..count).take_while(|&at| self.is_title(at) || self.is_sign(at));
                let titles: Vec<usize> = titles.take(TITLES + 1).collect();
                if titles.len() <= TITLES && !titles.is_empty() && titles[titles.len() - 1] + 1 < count {
                    titles.into_iter().for_each(|at| self.found[at] = true);
                }
            }
            _ => {}
        }
    }

    /// Finds lines that an article may hold, where others show that this one was copied from a page.
    fn find_on_page(&mut self) {
        if self.found.iter().filter(|found| **found).count() < EVIDENCE {
            return;
        }
        self.regions = Regions::of(self.lines, true);
        (0..self.lines.len()).for_each(|at| self.look_at(at));
        for at in 0..self.lines.len() {
            let is_placed = matches!(self.lines[at].place, Some(Place::Page | Place::Sure));
            self.found[at] |= is_placed && may_be_line(self.context, at);
        }
    }

    /// Whether the block stands before or behind the article, and is no part of it by its markup.
    pub(super) fn is_edge(&self, at: usize) -> bool {
        self.regions.are_outside(at) && may_be_edge(self.context, at)
    }

    pub(super) fn is_beside(&self, at: usize) -> bool {
        self.lines[at].place == Some(Place::Beside) && self.is_edge(at)
    }

    /// Whether the line may be the name of an author or of a section before the article.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let line = self.lines[at];
        let most = if self.regions.title.is_some_and(|title| at > title) { usize::MAX } else { HEAD_WORDS };
        // A name right above the first paragraph may be its heading.
        let is_head = at + 1 < self.regions.head && self.regions.title != Some(at);
        is_head && line.is_name && line.place.is_none() && line.words <= most && self.is_edge(at)
    }

    /// Whether the line may be the title of another article.
    fn is_title(&self, at: usize) -> bool {
        let line = self.lines[at];
        line.place.is_none() && !line.is_text && line.is_short && (1..=TAIL_WORDS).contains(&line.words)
    }

    /// Whether the line holds no word: a bullet of its own.
    fn is_sign(&self, at: usize) -> bool {
        self.lines[at].is_short && self.lines[at].words == 0
    }

    /// Before or behind the article: where many lines may be those of a page, and few may not, all of them are.
    fn find_frame(&mut self, region: Range<usize>, least: usize) {
        let edge: Vec<usize> = region.filter(|&at| self.is_edge(at)).collect();
        let (sure, maybe) = (
            edge.iter().filter(|&&at| self.found[at]).count(),
            edge.iter().filter(|&&at| !self.found[at] && self.is_beside(at)).count(),
        );
        // A timetable before an article is a row of numbers as well.
        let said = edge.iter().filter(|&&at| self.is_beside(at) && self.lines[at].has_letters).count();
        let weight = sure * 2 + if sure > 0 { maybe } else { said };
        if maybe == 0 || weight < least || (sure + maybe) * 3 + 1 < edge.len() {
            return;
        }
        for &at in &edge {
            self.found[at] |= self.is_beside(at);
        }
    }

    /// A short first line, then the title and lines of a page: the name of the site.
    fn add_site_name(&mut self) {
        let blocks = &self.context.document.prose.blocks;
        let Some(first) = blocks.first().filter(|_| self.regions.head > 2) else { return };
        let text = self.context.text(first.span);
        let is_word = text.chars().all(|c| c.is_alphanumeric() || c == '.') && text.starts_with(char::is_uppercase);
        let is_title = |at: &usize| !self.found[*at] && self.lines[*at].words >= TITLE_WORDS;
        let title = (1..self.regions.head).find(is_title);
        let is_page = self.found[1..self.regions.head].iter().any(|found| *found);
        self.found[0] |= self.context.document.format == Format::Plain && is_word && title.is_some() && is_page;
    }
}

/// Whether the block may be a line of a page where the article has ended: pages of HTML have their frame by right, and
/// headings and items that are marked up belong to the article.
fn may_be_edge(context: &Context, block: usize) -> bool {
    let kind = context.document.prose.blocks[block].kind;
    match context.document.format {
        Format::Html => kind == BlockKind::Paragraph && is_fragment(&context.document.source.text),
        Format::Plain => kind != BlockKind::Item,
        Format::Markdown | Format::Mdx => kind == BlockKind::Paragraph,
    }
}

/// Whether a text in HTML is an article without the page around it, as a system that writes pages exports it.
fn is_fragment(html: &str) -> bool {
    /// The frame of a page begins within so many bytes.
    const HEAD: usize = 1000;
    let head = &html.as_bytes()[..html.len().min(HEAD)];
    let has = |tag: &str| head.windows(tag.len()).any(|window| window.eq_ignore_ascii_case(tag.as_bytes()));
    !["<html", "<head", "<body", "<nav", "<!doctype", "<header"].into_iter().any(has)
}

/// Whether the block may be a line of a page anywhere: headings and table cells that are marked up are not.
fn may_be_line(context: &Context, block: usize) -> bool {
    let kind = context.document.prose.blocks[block].kind;
    match context.document.format {
        Format::Plain => true,
        Format::Html | Format::Markdown | Format::Mdx => !kind.is_heading() && kind != BlockKind::Cell,
    }
}
