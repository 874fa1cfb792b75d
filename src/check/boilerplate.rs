//! Lines of a page that do not belong to the article: by their shape, their place and their neighbours.

mod date;
mod fill;
mod hint;
mod line;
mod page;
mod region;
mod settings;
mod shape;
mod wording;

use rustc_hash::FxHashMap;

use self::hint::Hints;
use self::line::{Template, folded};
use self::page::{Line, Page};
use self::settings::Place;
pub use self::settings::Settings;
use self::wording::{End, Wording};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::{BlockKind, Format};
use crate::text::{Edit, Span};

/// The check.
pub struct Boilerplate {
    settings: Settings,
    /// The lines under their first word, or under `#` for a number.
    templates: FxHashMap<String, Vec<(Place, Template)>>,
    /// The lines that begin with any words.
    open: Vec<(Place, Template)>,
    wording: Wording,
    dates: date::Words,
    hints: Hints,
}

/// The place that a text of some sentences has by its signs, noted for all rules.
struct Shaped(Option<Place>);

/// How long a block is, for a line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// No longer than a line may be.
    Line,
    /// Some sentences: it may be an invitation or terms of use.
    Text,
    /// Longer than any of these.
    Passage,
}

/// The words of a block as lines are compared, noted for all rules.
struct Folded(String);

impl Boilerplate {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut templates: FxHashMap<String, Vec<(Place, Template)>> = FxHashMap::default();
        let mut open = Vec::new();
        let lists = [
            (Place::TakesNext, &settings.takes_next),
            (Place::TakesRest, &settings.takes_rest),
            (Place::TakesTitles, &settings.takes_titles),
            (Place::Comments, &settings.comments),
            (Place::Anywhere, &settings.anywhere),
            (Place::Page, &settings.on_page),
            (Place::Edges, &settings.edges),
            (Place::Tail, &settings.tail),
            (Place::Beside, &settings.beside),
        ];
        for (place, template) in lists.into_iter().flat_map(|(place, list)| list.iter().map(move |text| (place, text)))
        {
            let template = Template::new(template);
            match template.first() {
                Some(first) => templates.entry(first.to_owned()).or_default().push((place, template)),
                None => open.push((place, template)),
            }
        }
        let (wording, dates) = (Wording::new(&settings.words), date::Words::new(settings));
        let all = templates.values().flatten().chain(&open);
        let hints = Hints::new(&wording, &dates, all.map(|(_, template)| template));
        Self { settings: settings.clone(), templates, open, wording, dates, hints }
    }

    fn extent(&self, block: &Context) -> Extent {
        // A line has at most so many words of any real length.
        const LONG_WORD: usize = 20;
        /// The longest invitation or terms of use, in bytes.
        const LONGEST: usize = 500;
        if block.document.prose.text.len() > LONGEST.max(self.settings.most_words * LONG_WORD) {
            Extent::Passage
        } else if hint::is_longer(block, self.settings.most_words) {
            Extent::Text
        } else {
            Extent::Line
        }
    }

    /// The place of a block that stands by itself.
    fn place_of_block(&self, block: &Context) -> Option<Place> {
        let text = &*block.document.prose.text;
        let told = || *block.document.notes.note_of(self, || self.place_by_words(block));
        match self.extent(block) {
            Extent::Passage => None,
            Extent::Text if self.hints.may_be_text_of_page(block) => told(),
            Extent::Line if self.hints.may_be_line(block) || text.contains('\n') => told(),
            Extent::Line if self.settings.run == 0 => None,
            Extent::Text => block.document.notes.note(|| Shaped(shape::place(text))).0,
            Extent::Line => shape::place(text),
        }
    }

    /// The same, where its words have to be compared.
    fn place_by_words(&self, block: &Context) -> Option<Place> {
        let text = &*block.document.prose.text;
        if self.extent(block) == Extent::Text {
            return self.wording.place_of_text(text).or_else(|| shape::place(text));
        }
        let folded = block.document.notes.note(|| Folded(folded(text)));
        let words: Vec<&str> = folded.0.split_ascii_whitespace().collect();
        self.place_of_lines(text, &words, End::of(text))
    }

    fn line(&self, block: &Context, place: Option<Place>) -> Line {
        let text = &*block.document.prose.text;
        let is_sentence = End::of(text) != End::Open;
        match self.extent(block) {
            Extent::Passage => return Line { is_text: true, is_sentence, ..Line::default() },
            Extent::Text => {
                return Line { place, is_text: is_sentence && is_open(place), is_sentence, ..Line::default() };
            }
            Extent::Line => {}
        }
        let words = block.document.notes.note(|| Folded(folded(text))).0.split_ascii_whitespace().count();
        let has_letters = text.contains(char::is_alphabetic);
        let is_text = is_open(place) && is_sentence && words >= self.settings.paragraph_words;
        /// The longest question of a poll.
        const QUESTION: usize = 5;
        let is_question = words <= QUESTION && text.ends_with('?');
        let is_name = shape::is_name(text);
        Line { place, is_text, is_sentence, words, is_short: true, is_name, is_question, has_letters }
    }

    /// The place of a block: that of its words, or of its lines where each has one.
    fn place_of_lines(&self, text: &str, words: &[&str], end: End) -> Option<Place> {
        let place = |line: &str| {
            let folded = folded(line);
            let words: Vec<&str> = folded.split_ascii_whitespace().collect();
            self.place_of(line, &words, End::of(line))
        };
        self.place_of(text, words, end).or_else(|| {
            let mut lines = text.contains('\n').then(|| text.lines().map(place))?;
            let first = lines.next()??;
            let is_page = lines.all(|line| line.is_some());
            is_page.then_some(if first == Place::Beside { Place::Edges } else { first })
        })
    }

    /// The place of a line by its words and its signs.
    fn place_of(&self, text: &str, words: &[&str], end: End) -> Option<Place> {
        let settings = &self.settings;
        let is_said = |place: &Place| *place == Place::Comments && end == End::Statement;
        let place = self.place(words).filter(|place| !is_said(place));
        let place = place.or_else(|| self.is_menu(text).then_some(Place::Edges));
        if settings.run == 0 || !matches!(place, None | Some(Place::Beside | Place::Edges)) {
            return place;
        }
        let is_about_page = |word: &str| self.wording.is_about_page(word);
        let told = date::place(&self.dates, words, end, is_about_page)
            .or_else(|| shape::place(text))
            .or_else(|| self.wording.place(words, end))
            .or_else(|| self.glued(text));
        match (place, told) {
            (Some(Place::Beside), Some(Place::Edges | Place::Sure)) | (Some(Place::Edges), Some(Place::Sure)) => told,
            _ => place.or(told),
        }
    }

    /// The place of buttons that were pasted without the space between them.
    fn glued(&self, text: &str) -> Option<Place> {
        let folded = folded(&shape::unglued(text)?);
        let words: Vec<&str> = folded.split_ascii_whitespace().collect();
        let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_button = words.len() > 1 && self.wording.is_page_word(words[0]) && first != words[0];
        (is_button && !self.wording.is_page_word(&first)).then_some(Place::Edges)
    }

    /// The place that a line of these words belongs to.
    fn place(&self, words: &[&str]) -> Option<Place> {
        let first = words.first()?;
        let number = if line::is_number(first) { "#" } else { first.trim_end_matches(':') };
        let candidates = self.templates.get(number).into_iter().flatten().chain(&self.open);
        let listed = candidates.filter(|(_, template)| template.fits(words)).map(|(place, _)| *place).next();
        let is_tags = self.settings.hashtags && line::is_hashtags(words);
        listed.or_else(|| is_tags.then_some(Place::Tail)).or_else(|| self.date(words))
    }

    /// Whether the line is a menu or a path through a site: *Beranda | Redaksi | Kontak*.
    fn is_menu(&self, text: &str) -> bool {
        const ENTRIES: usize = 3;
        let is_border = |c: char| matches!(c, '|' | '>' | '»' | '›' | '•' | '·');
        let may_be_border = |byte: &u8| matches!(byte, b'|' | b'>') || !byte.is_ascii();
        if text.bytes().filter(may_be_border).count() + 1 < ENTRIES {
            return false;
        }
        if text.matches(is_border).count() + 1 < ENTRIES {
            return false;
        }
        let is_entry = |entry: &&str| {
            let folded = folded(entry);
            let words: Vec<&str> = folded.split_ascii_whitespace().collect();
            let place = self.place(&words).or_else(|| self.wording.place(&words, End::Open));
            matches!(place, Some(Place::Beside | Place::Edges | Place::Sure))
        };
        text.split(is_border).filter(is_entry).count() >= 2
    }

    /// The place of a line that is a date, with or without a time, or a row of counters.
    fn date(&self, words: &[&str]) -> Option<Place> {
        let settings = &self.settings;
        if settings.months.is_empty() {
            return None;
        }
        let counter = || words.iter().all(|word| line::is_count(word)).then_some(Place::Beside);
        let is_date_word = |word: &&str| line::is_number(word) || self.dates.have(word);
        if !words.iter().all(is_date_word) {
            return counter();
        }
        let is_dated = words.iter().any(|word| self.dates.is_month(word) || line::is_slashed_date(word));
        let is_timed = words.iter().any(|word| self.dates.is_clock(word) || line::is_clock(word));
        match (is_dated, is_timed, settings.dates_are_silent) {
            (true, true, false) => Some(Place::Edges),
            (true, false, false) => Some(Place::Beside),
            (true, true, true) => Some(Place::Silent),
            (true, false, true) => Some(Place::Beside),
            (false, ..) => counter(),
        }
    }
}

impl Check for Boilerplate {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let blocks = || context.document.parts.iter().map(|part| Context { document: part, ..*context });
        let places: Vec<Option<Place>> = blocks().map(|block| self.place_of_block(&block)).collect();
        if places.iter().all(Option::is_none) {
            return;
        }
        let lines: Vec<Line> = blocks().zip(places).map(|(block, place)| self.line(&block, place)).collect();
        let mut page = Page::new(context, &lines);
        page.judge(self.settings.run, self.settings.site_name);
        let found = page.found();
        let mut run = None;
        for at in (0..lines.len()).filter(|&at| found[at]) {
            let first = run.filter(|_| found[at - 1] && is_next_line(context, at)).unwrap_or(at);
            out.push(finding(context, at, first));
            run = Some(first);
        }
    }
}

/// Whether a line of this place may be a paragraph of the article.
fn is_open(place: Option<Place>) -> bool {
    matches!(place, None | Some(Place::Page))
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
