//! Lines that are told by the kinds of their words: buttons, counters, bylines, invitations, terms of use.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::line::{folded, is_count, is_number};
use super::settings::Place;

/// `[check.boilerplate.words]`: words of pages, lower case, without signs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// What buttons, menus and headings of pages are made of, and articles as well.
    pub page: Vec<String>,
    /// Those of which a line of an article hardly ever consists.
    pub sure: Vec<String>,
    /// Services that pages link to.
    pub services: Vec<String>,
    /// Words between the others: *ini*, *kami*, *to*.
    pub between: Vec<String>,
    /// What pages count: *komentar*, *terjual*.
    pub counted: Vec<String>,
    /// Units of time; with a number and a word of `past` they are an age.
    pub time: Vec<String>,
    /// What stands behind an age or a reading time: *lalu*, *ago*, *read*.
    pub past: Vec<String>,
    /// Who made the page: *penulis*, *editor*.
    pub roles: Vec<String>,
    /// What was done to the page, before a name or a date: *diterbitkan*, *posted*.
    pub done: Vec<String>,
    /// What buttons and invitations begin with: *simpan*, *ikuti*.
    pub orders: Vec<String>,
    /// Where invitations lead to: *kanal*, *newsletter*.
    pub channels: Vec<String>,
    /// Whom invitations speak to or of: *kami*, *anda*.
    pub people: Vec<String>,
    /// Words of terms of use: *konten*, *redaksi*, *dilarang*.
    pub terms: Vec<String>,
    /// Where pictures come from: *shutterstock*, *istimewa*.
    pub picture_sources: Vec<String>,
}

/// The kinds that a word is of, a bit for each.
pub(super) type Kinds = u32;

const PAGE: Kinds = 1;
const SURE: Kinds = 1 << 1;
const SERVICE: Kinds = 1 << 2;
const BETWEEN: Kinds = 1 << 3;
const COUNTED: Kinds = 1 << 4;
const TIME: Kinds = 1 << 5;
const PAST: Kinds = 1 << 6;
const ROLE: Kinds = 1 << 7;
const DONE: Kinds = 1 << 8;
const ORDER: Kinds = 1 << 9;
const CHANNEL: Kinds = 1 << 10;
const PERSON: Kinds = 1 << 11;
const TERM: Kinds = 1 << 12;
/// Where pictures come from.
pub(super) const PICTURE: Kinds = 1 << 13;
/// Words of which a button or a counter may consist.
const KNOWN: Kinds = PAGE | SERVICE | BETWEEN | COUNTED | PAST;
/// Words of which an invitation is full.
pub(super) const DENSE: Kinds = KNOWN | CHANNEL | PERSON;
/// Words that tell no line, nor a text of some sentences, where none of the others stands.
pub(super) const SILENT: Kinds = BETWEEN | TIME | PERSON;
/// The others.
pub(super) const TELLING: Kinds = ((1 << 14) - 1) & !SILENT;

/// Words without any of which a text of some sentences is none of the page.
pub(super) const PRESSING: Kinds = SURE | ORDER | CHANNEL | TERM;

/// The longest button or menu.
const BUTTON_WORDS: usize = 10;
/// The longest order to readers that names something of its own: *Lihat Statistik Resep*.
const ORDER_WORDS: usize = 5;
/// So many entries without a word between them are a menu.
const MENU_ENTRIES: usize = 4;
/// A longer line that ends by a colon or a question mark is no button.
const LEAD_WORDS: usize = 5;
/// The longest byline.
const BYLINE_WORDS: usize = 9;
/// A shorter text is no invitation that is written as a sentence.
const INVITATION_WORDS: usize = 6;
/// The longest caption with the source of its picture.
const CAPTION_WORDS: usize = 20;
/// So many different words of terms of use make them.
const TERMS: usize = 3;

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// By a full stop.
    Statement,
    /// By another mark that ends sentences, or by a colon.
    Sentence,
    /// By a word.
    Open,
}

impl End {
    /// The end of `text`.
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim_end_matches(['"', '”', ')']);
        if text.ends_with('.') && !text.ends_with("..") {
            Self::Statement
        } else if text.ends_with(['.', '!', '?', ':', '…']) {
            Self::Sentence
        } else {
            Self::Open
        }
    }
}

/// Which kinds every word is of.
#[derive(Default)]
pub(super) struct Wording {
    kinds: FxHashMap<String, Kinds>,
    /// For every first byte, a bit for each length up to 31 that a word has, and the last one for longer words: most words of
    /// a text are told to be of no kind by it.
    lengths: Vec<u32>,
}

/// The bit of a length.
fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// How many words of a line are of a kind.
#[derive(Default)]
struct Tally {
    all: usize,
    page: usize,
    sure: usize,
    services: usize,
    counted: usize,
    times: usize,
    past: usize,
    between: usize,
    numbers: usize,
    other: usize,
}

/// What is known of a text of some sentences by the kinds of its words, before its signs are looked at.
#[derive(Default)]
pub(super) struct Text {
    met: Kinds,
    terms: usize,
}

impl Text {
    /// An order to readers stands among the first so many words.
    const OPENING: usize = 3;

    /// Takes in the next word, which is not before the word number `at`, from 1.
    #[inline]
    pub(super) fn add(&mut self, kinds: Kinds, at: usize) {
        self.met |= if at <= Self::OPENING { kinds } else { kinds & !ORDER };
        self.terms += usize::from(kinds & TERM != 0);
    }

    /// Whether such a text may be an invitation, or terms of use; `is_dense`, whether half of its words may be [`DENSE`].
    pub(super) fn may_be_of_page(&self, is_dense: impl FnOnce() -> bool) -> bool {
        let has = |kind: Kinds| self.met & kind != 0;
        self.terms >= TERMS || has(ORDER) && has(CHANNEL) || has(SURE) && is_dense()
    }
}

impl Wording {
    pub(super) fn new(words: &Words) -> Self {
        let mut kinds: FxHashMap<String, Kinds> = FxHashMap::default();
        let lists = [
            (PAGE, &words.page),
            (SURE | PAGE, &words.sure),
            (SERVICE, &words.services),
            (BETWEEN, &words.between),
            (COUNTED, &words.counted),
            (TIME, &words.time),
            (PAST, &words.past),
            (ROLE, &words.roles),
            (DONE, &words.done),
            (ORDER, &words.orders),
            (CHANNEL, &words.channels),
            (PERSON, &words.people),
            (TERM, &words.terms),
            (PICTURE, &words.picture_sources),
        ];
        for (kind, word) in lists.into_iter().flat_map(|(kind, list)| list.iter().map(move |word| (kind, word))) {
            *kinds.entry(word.clone()).or_default() |= kind;
        }
        let mut lengths = vec![0; 1 << u8::BITS];
        for word in kinds.keys().filter(|word| !word.is_empty()) {
            lengths[usize::from(word.as_bytes()[0])] |= length_bit(word);
        }
        Self { kinds, lengths }
    }

    /// All words with their kinds.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, Kinds)> {
        self.kinds.iter().map(|(word, kinds)| (word.as_str(), *kinds))
    }

    fn kinds_of(&self, word: &str) -> Kinds {
        let word = bare(word);
        let lengths = word.bytes().next().and_then(|first| self.lengths.get(usize::from(first)));
        if lengths.is_none_or(|lengths| lengths & length_bit(word) == 0) {
            return 0;
        }
        self.kinds.get(word).copied().unwrap_or(0)
    }

    fn is(&self, word: &str, kind: Kinds) -> bool {
        self.kinds_of(word) & kind != 0
    }

    /// Whether a page may have the word in its menu or on a button.
    pub(super) fn is_page_word(&self, word: &str) -> bool {
        self.is(word, PAGE | SERVICE)
    }

    /// Whether a line with a date and this word is about the page: *oleh*, *posted*, *views*.
    pub(super) fn is_about_page(&self, word: &str) -> bool {
        self.is(word, ROLE | DONE | COUNTED | PAST)
    }

    /// The place of a line of a few words with this end.
    pub(super) fn place(&self, words: &[&str], end: End) -> Option<Place> {
        let kinds: Vec<Kinds> = words.iter().map(|word| self.kinds_of(word)).collect();
        let first = *kinds.first()?;
        let names_picture = || words.iter().any(|word| word.contains('/') && self.has_picture(word));
        if kinds.iter().all(|kinds| kinds & TELLING == 0) {
            return (words.len() <= CAPTION_WORDS && names_picture()).then_some(Place::Beside);
        }
        let tally = tally(words, &kinds);
        let is_lead = end == End::Sentence && words.len() > LEAD_WORDS;
        let is_label = end != End::Statement && !is_lead;
        let begins = first & ORDER != 0 && words.len() <= BUTTON_WORDS;
        let is_order = begins && end == End::Open;
        if begins && end != End::Statement && tally.other == 0 && tally.services + tally.sure > 0 {
            return Some(Place::Sure);
        }
        if let Some(place) = counter(&tally).or_else(|| button(&tally)).filter(|_| is_label) {
            return Some(place);
        }
        let is_menu = end == End::Open && tally.page >= MENU_ENTRIES && tally.between == 0;
        if (is_order && tally.page + tally.services >= 2 || is_menu) && tally.other <= 1 {
            return Some(Place::Edges);
        }
        if is_order && words.len() <= ORDER_WORDS
            || end == End::Open && words.len() <= ORDER_WORDS && tally.page >= 2 && tally.other <= 1
            || is_byline(words, first, end)
            || words.len() <= CAPTION_WORDS && (kinds.iter().any(|kinds| kinds & PICTURE != 0) || names_picture())
        {
            return Some(Place::Beside);
        }
        long_place(words, &kinds)
    }

    /// The place of a text of some sentences.
    pub(super) fn place_of_text(&self, text: &str) -> Option<Place> {
        let folded = folded(text);
        let words: Vec<&str> = folded.split_ascii_whitespace().collect();
        let kinds: Vec<Kinds> = words.iter().map(|word| self.kinds_of(word)).collect();
        long_place(&words, &kinds)
    }

    /// Whether one of several words with strokes between them is where pictures come from: *dok/istimewa*.
    fn has_picture(&self, word: &str) -> bool {
        word.split('/').any(|part| self.is(part, PICTURE))
    }
}

/// The place of a text of some sentences of these words: an invitation, or terms of use.
fn long_place(words: &[&str], kinds: &[Kinds]) -> Option<Place> {
    if words.len() < INVITATION_WORDS || kinds.iter().all(|kinds| kinds & (CHANNEL | SURE | TERM) == 0) {
        return None;
    }
    let count = |kind: Kinds| kinds.iter().filter(|&&kinds| kinds & kind != 0).count();
    let channels = count(CHANNEL);
    let begins = kinds.iter().take(Text::OPENING).any(|kinds| kinds & ORDER != 0);
    let is_pressing =
        || channels > 1 || count(ORDER) > 1 || words.iter().zip(kinds).any(|(word, kinds)| is_person(word, *kinds));
    let is_dense = count(SURE) > 0 && count(DENSE) * 2 >= words.len();
    let is_terms = count(TERM) >= TERMS;
    (begins && channels > 0 && is_pressing() || is_dense || is_terms).then_some(Place::Page)
}

/// Whether the line, whose first word is of the kinds `first`, says who made the page, or when: *Editor*, *Diterbitkan oleh
/// Ani*.
fn is_byline(words: &[&str], first: Kinds, end: End) -> bool {
    let is_short = words.len() <= BYLINE_WORDS && (end == End::Open || words.len() == 1);
    is_short && (first & DONE != 0 || first & ROLE != 0 && (words.len() == 1 || words[0].ends_with(':')))
}

fn tally(words: &[&str], kinds: &[Kinds]) -> Tally {
    let mut tally = Tally { all: words.len(), ..Tally::default() };
    for (at, (word, &kinds)) in words.iter().zip(kinds).enumerate() {
        let has = |kind: Kinds| usize::from(kinds & kind != 0);
        let is_figure = word.starts_with(|c: char| c.is_ascii_digit()) && (is_number(word) || is_count(word));
        tally.numbers += usize::from(is_figure);
        tally.page += has(PAGE);
        tally.sure += has(SURE);
        tally.services += has(SERVICE);
        tally.counted += has(COUNTED);
        tally.times += has(TIME);
        tally.past += has(PAST);
        tally.between += has(BETWEEN);
        let known = if at == 0 { KNOWN | ORDER } else { KNOWN };
        tally.other += usize::from(!is_figure && kinds & known == 0);
    }
    tally
}

/// Whether a word of these kinds addresses readers or speaks for the page, of itself or by its ending: *ponselmu*.
fn is_person(word: &str, kinds: Kinds) -> bool {
    kinds & PERSON != 0 || word.len() > 5 && bare(word).ends_with("mu") && kinds & TERM == 0
}

/// A row of numbers with what they count, or the age of a page.
fn counter(tally: &Tally) -> Option<Place> {
    let is_age =
        tally.past > 0 && tally.times > 0 && tally.numbers > 0 && tally.other <= tally.times + 2 && tally.all <= 7;
    let is_row = tally.numbers > 1 && tally.other == 1 && tally.all <= ORDER_WORDS;
    let is_counter =
        tally.counted > 0 && tally.numbers > 0 && (tally.other == 0 || is_row) && tally.all <= BUTTON_WORDS;
    (is_age || is_counter).then_some(Place::Edges)
}

/// A line of nothing but words of pages.
fn button(tally: &Tally) -> Option<Place> {
    if tally.other > 0 || tally.all > BUTTON_WORDS || tally.page + tally.services == 0 {
        return None;
    }
    Some(match tally.page + tally.services {
        _ if tally.sure > 0 => Place::Sure,
        1 => Place::Beside,
        _ => Place::Edges,
    })
}

/// A word of a line without the colon behind it.
fn bare(word: &str) -> &str {
    word.trim_end_matches(':')
}
