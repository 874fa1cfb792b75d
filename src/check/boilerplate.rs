//! Lines of a page that do not belong to the article: by their shape, their place and their neighbours.

mod line;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use self::line::{Template, folded};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::{BlockKind, Format};
use crate::text::{Edit, Span};

/// `[check.boilerplate]`.
///
/// A line is a whole block. It is compared in small letters, without signs and emoji around its words. `*` stands for any
/// words, `#` for a number.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Lines that are never part of an article.
    #[serde(default)]
    pub anywhere: Vec<String>,
    /// Lines that may be headings or items inside an article, but not before its first or after its last paragraph.
    #[serde(default)]
    pub edges: Vec<String>,
    /// Lines that are left over only behind the last paragraph.
    #[serde(default)]
    pub tail: Vec<String>,
    /// Lines of the tail that take the line behind them with them: a poll and its question.
    #[serde(default)]
    pub takes_next: Vec<String>,
    /// Lines that are left over only beside another one: single words that an article may hold as well.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Names of months. A line of a date and a time is left over at the edges; one of a date alone, or of numbers
    /// alone, beside another. None: dates are not looked for.
    #[serde(default)]
    pub months: Vec<String>,
    /// Words that may stand in a line with a date: days, *pukul*.
    #[serde(default)]
    pub date_words: Vec<String>,
    /// Words that tell a time of day: *WIB*.
    #[serde(default)]
    pub clock_words: Vec<String>,
    /// Whether lines of nothing but hash tags behind the last paragraph are left over.
    #[serde(default)]
    pub hashtags: bool,
    /// A single word before the title: the name of the site.
    #[serde(default)]
    pub site_name: bool,
    /// A block of at least this many words that ends like a sentence is part of the article.
    pub paragraph_words: usize,
    /// A block of more words than this is no line of a page.
    pub most_words: usize,
}

/// The check.
pub struct Boilerplate {
    settings: Settings,
    /// The lines under their first word, or under `#` for a number.
    templates: FxHashMap<String, Vec<(Place, Template)>>,
}

/// Where a line must stand to be left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Anywhere,
    Edges,
    Tail,
    TakesNext,
    Beside,
}

/// What the check knows of one block.
#[derive(Clone, Copy, Debug, Default)]
struct Line {
    /// The place that the block's words belong to.
    place: Option<Place>,
    /// Whether the block is a paragraph of the article.
    is_text: bool,
}

impl Boilerplate {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut templates: FxHashMap<String, Vec<(Place, Template)>> = FxHashMap::default();
        let lists = [
            (Place::Anywhere, &settings.anywhere),
            (Place::Edges, &settings.edges),
            (Place::Tail, &settings.tail),
            (Place::TakesNext, &settings.takes_next),
            (Place::Beside, &settings.beside),
        ];
        for (place, list) in lists {
            for text in list {
                let template = Template::new(text);
                templates.entry(template.first().to_owned()).or_default().push((place, template));
            }
        }
        Self { settings: settings.clone(), templates }
    }

    fn lines(&self, context: &Context) -> Vec<Line> {
        let blocks = &context.document.prose.blocks;
        blocks.iter().map(|block| self.line(context.text(block.span))).collect()
    }

    fn line(&self, text: &str) -> Line {
        // Long blocks are told by their length alone; a line has at most so many words of any real length.
        const LONG_WORD: usize = 20;
        if text.len() > self.settings.most_words * LONG_WORD {
            return Line { is_text: true, ..Line::default() };
        }
        let is_sentence = text.trim_end_matches(['"', '”', ')']).ends_with(['.', '!', '?', ':', '…']);
        if text.split_ascii_whitespace().nth(self.settings.most_words).is_some() {
            return Line { place: None, is_text: is_sentence };
        }
        let folded = folded(text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let place = self.place(&words);
        Line { place, is_text: place.is_none() && is_sentence && words.len() >= self.settings.paragraph_words }
    }

    /// The place that a line of these words belongs to.
    fn place(&self, words: &[&str]) -> Option<Place> {
        let first = words.first()?;
        let number = if line::is_number(first) { "#" } else { first.trim_end_matches(':') };
        let candidates = self.templates.get(number).into_iter().flatten();
        let listed = candidates.filter(|(_, template)| template.fits(words)).map(|(place, _)| *place).next();
        let is_tags = self.settings.hashtags && words.iter().all(|word| line::is_hashtag(word));
        listed.or_else(|| is_tags.then_some(Place::Tail)).or_else(|| self.date(words))
    }

    /// The place of a line that is a date, with or without a time, or a row of counters.
    fn date(&self, words: &[&str]) -> Option<Place> {
        let settings = &self.settings;
        let has = |list: &[String], word: &str| list.iter().any(|listed| listed == word);
        let is_date_word = |word: &&str| {
            line::is_number(word)
                || [&settings.months, &settings.date_words, &settings.clock_words].iter().any(|list| has(list, word))
        };
        if settings.months.is_empty() || !words.iter().all(is_date_word) {
            return words
                .iter()
                .all(|word| line::is_count(word))
                .then_some(Place::Beside)
                .filter(|_| !settings.months.is_empty());
        }
        let is_dated = words.iter().any(|word| has(&settings.months, word) || line::is_slashed_date(word));
        let is_timed = words.iter().any(|word| has(&settings.clock_words, word) || line::is_clock(word));
        let is_counter = words.iter().all(|word| line::is_count(word));
        match (is_dated, is_timed) {
            (true, true) => Some(Place::Edges),
            (true, false) => Some(Place::Beside),
            _ => is_counter.then_some(Place::Beside),
        }
    }
}

impl Check for Boilerplate {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let lines = self.lines(context);
        if lines.iter().all(|line| line.place.is_none()) {
            return;
        }
        let (head, tail) = edges(&lines);
        let mut found = vec![false; lines.len()];
        for (at, line) in lines.iter().enumerate() {
            let at_edge = (at < head || at >= tail) && may_be_edge(context, at);
            found[at] |= match line.place {
                Some(Place::Anywhere) => may_be_line(context, at),
                Some(Place::Edges) => at_edge,
                Some(Place::Tail | Place::TakesNext) => at_edge && at >= tail,
                Some(Place::Beside) | None => false,
            };
            if found[at] && line.place == Some(Place::TakesNext) && at + 1 < lines.len() {
                found[at + 1] = lines[at + 1].place.is_none();
            }
        }
        let is_beside = |at: usize| lines[at].place == Some(Place::Beside) && may_be_edge(context, at);
        let near = (0..lines.len()).filter(|&at| (at < head || at >= tail) && is_beside(at)).collect::<Vec<_>>();
        for &at in &near {
            found[at] |= at > 0 && found[at - 1];
        }
        for &at in near.iter().rev() {
            found[at] |= found.get(at + 1) == Some(&true);
        }
        self.add_site_name(context, head, &mut found);
        let mut run = None;
        for at in (0..lines.len()).filter(|&at| found[at]) {
            let first = run.filter(|_| found[at - 1] && is_next_line(context, at)).unwrap_or(at);
            out.push(finding(context, at, first));
            run = Some(first);
        }
    }
}

impl Boilerplate {
    /// One word, then the title, then lines of a page: the word is the site's name.
    fn add_site_name(&self, context: &Context, head: usize, found: &mut [bool]) {
        let Some(first) = context.document.prose.blocks.first().filter(|_| self.settings.site_name) else {
            return;
        };
        let text = context.text(first.span);
        let is_word = text.chars().all(|c| c.is_alphanumeric() || c == '.') && text.starts_with(char::is_uppercase);
        let has_title = head > 2 && context.text(context.document.prose.blocks[1].span).split_whitespace().count() > 3;
        let is_page = found[1..head.max(1)].iter().any(|found| *found);
        found[0] |= context.document.format == Format::Plain && is_word && has_title && is_page;
    }
}

/// The index of the first block of the article and of the first behind its last; equal to the number of blocks and 0
/// where there is no article.
fn edges(lines: &[Line]) -> (usize, usize) {
    let taken = |at: usize| at > 0 && lines[at - 1].place == Some(Place::TakesNext);
    let is_text = |at: &usize| lines[*at].is_text && !taken(*at);
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
    context.document.format == Format::Plain || !kind.is_heading() && kind != BlockKind::Cell
}

/// Whether the block stands on the line after the block before it.
fn is_next_line(context: &Context, block: usize) -> bool {
    let blocks = &context.document.prose.blocks;
    context.text(Span::new(blocks[block - 1].span.end, blocks[block].span.start)).matches('\n').count() == 1
}

/// The finding of a block, with the deletion of its line; `first` is the block that its run of found lines begins with.
fn finding(context: &Context, block: usize, first: usize) -> Finding {
    let blocks = &context.document.prose.blocks;
    let (first, block) = (blocks[first].span.start, blocks[block]);
    let text = &*context.document.prose.text;
    let finding = Finding::at(block.span);
    match (context.document.format, block.kind) {
        (Format::Plain, _) => finding.or(vec![Edit::replace(line::whole(text, block.span, first), "")]),
        (_, BlockKind::Paragraph) => finding.or(vec![Edit::replace(block.span, "")]),
        _ => finding,
    }
}
