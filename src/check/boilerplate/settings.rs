//! What lines of a page are looked for, and where.

use serde::Deserialize;

pub use super::wording::Words;

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
    /// Lines of the tail that head a list of links: all lines behind them that are no sentences go with them.
    #[serde(default)]
    pub takes_rest: Vec<String>,
    /// Lines that are left over only beside another one: single words that an article may hold as well.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Lines that head one or a few titles of other articles inside the text: *baca juga*, *pilihan redaksi*.
    #[serde(default)]
    pub takes_titles: Vec<String>,
    /// Lines that are left over wherever they stand, where others show that the text was copied from a page.
    #[serde(default)]
    pub on_page: Vec<String>,
    /// Lines that open the comments of readers, behind which sentences are theirs.
    #[serde(default)]
    pub comments: Vec<String>,
    /// The kinds of words that lines of pages are made of.
    #[serde(default)]
    pub words: Words,
    /// So many lines of `beside` before or behind the article are left over without another one, where few others stand
    /// between them: buttons, a menu. A line that is surely left over counts as two. Zero: never.
    #[serde(default)]
    pub run: usize,
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
    /// Whether dates only make lines beside them suspicious, and are left to another rule themselves.
    #[serde(default)]
    pub dates_are_silent: bool,
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

/// Where a line must stand to be left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Edges,
    /// At the edges; elsewhere as `Page`.
    Sure,
    /// Anywhere, where other lines show that this is a page.
    Page,
    Tail,
    TakesNext,
    TakesRest,
    TakesTitles,
    /// At the edges; sentences behind it are comments.
    Comments,
    Beside,
    /// At the edges, but another rule speaks of it.
    Silent,
}
