//! Whether a block may be a line of a page, told by the forms of its words alone: of most blocks they say that it is none.
//!
//! A word that lines are told by, without the signs around it, is a word of the block with this form, so that a block
//! without such a form need not be compared with anything. What has no form is taken for whatever a line needs.

use rustc_hash::FxHashMap;

use super::date;
use super::line::Template;
use super::wording::{DENSE, Kinds, SILENT, TELLING, Text, Wording};
use crate::document::Context;
use crate::language::{Form, Shape, Word, WordKind, stamp};

/// A template begins with the word.
const FIRST: Kinds = 1 << 16;
/// A template that begins with any words ends with it.
const LAST: Kinds = 1 << 17;
/// Lines of nothing but dates are made of it.
const DATE: Kinds = 1 << 18;
/// It makes a date, or an hour, of the number beside it.
const DATED: Kinds = 1 << 19;
/// A colon, which makes an hour of a number.
const COLON: Kinds = 1 << 20;
/// What parts the entries of a menu.
const BORDER: Kinds = 1 << 21;

/// What single forms say of their block.
#[derive(Default)]
pub(super) struct Hints {
    /// What a word says, under its stamp.
    words: FxHashMap<u64, Kinds>,
    /// A bit for the stamp of every word that may tell a line, some sharing one.
    telling: Vec<u64>,
    /// Whether a template fits lines of any words at either end.
    fits_any: bool,
}

impl Hints {
    /// The number of bits that stamps share, as a power of two.
    const BITS: u32 = 16;

    /// What the words of `wording` say; where lines are told by nothing but templates and dates, `wording` is `None`.
    pub(super) fn new(wording: Option<&Wording>, dates: &date::Words) -> Self {
        let mut hints = Self { telling: vec![0; 1 << (Self::BITS - 6)], ..Self::default() };
        for (word, kinds) in wording.into_iter().flat_map(Wording::words) {
            hints.add(word, kinds);
        }
        for (word, is_dated) in dates.all() {
            hints.add(word, if is_dated && wording.is_some() { DATE | DATED } else { DATE });
        }
        ["»", "›", "•", "·"].into_iter().for_each(|border| hints.add(border, BORDER));
        hints.add(":", COLON);
        hints
    }

    /// Takes in what lines of this template begin and end with.
    pub(super) fn expect(&mut self, template: &Template) {
        match (template.first(), template.last()) {
            (Some(first), _) => self.add(first, FIRST),
            (None, Some(last)) => self.add(last, LAST),
            (None, None) => self.fits_any = true,
        }
    }

    fn add(&mut self, word: &str, kinds: Kinds) {
        let bare = if word == ":" { word } else { word.trim_end_matches(':') };
        // What holds a full stop is an address, or words of their own.
        let first = bare.split('.').next().filter(|first| *first != bare);
        for stamp in [Some(bare), first].into_iter().flatten().map(stamp) {
            *self.words.entry(stamp).or_default() |= kinds;
            if kinds & !SILENT != 0 {
                let (place, bit) = Self::bit(stamp);
                self.telling[place] |= bit;
            }
        }
    }

    #[inline]
    const fn bit(stamp: u64) -> (usize, u64) {
        // The lowest bit of a stamp says nothing.
        let at = stamp >> 1 & ((1 << Self::BITS) - 1);
        ((at >> 6) as usize, 1 << (at & 63))
    }

    /// What the form says; of words that tell nothing by themselves, nothing.
    #[inline]
    fn of(&self, form: &Form) -> Kinds {
        let (place, bit) = Self::bit(form.stamp);
        if self.telling[place] & bit == 0 { 0 } else { self.words.get(&form.stamp).copied().unwrap_or(0) }
    }

    /// Whether the block may be a line of a page by its words, dates, capitals or borders; by other signs any block may be.
    pub(super) fn may_be_line(&self, context: &Context) -> bool {
        let (mut met, mut first, mut last, mut has_number) = (0, None, 0, false);
        for &word in context.words() {
            match word.kind {
                WordKind::Word if word.shape != Shape::Mixed => {
                    last = self.of(context.form(word));
                    met |= last;
                    first.get_or_insert(last);
                }
                WordKind::Punctuation => met |= self.of(context.form(word)),
                WordKind::Number if first.is_some() && is_figure(context, word) => {
                    last = DATE;
                    has_number = true;
                }
                _ => return true,
            }
        }
        let Some(first) = first else { return true };
        self.fits_any
            || met & (TELLING | DATED | BORDER) != 0
            || first & FIRST != 0
            || last & LAST != 0
            || first & last & DATE != 0
            || has_number && met & COLON != 0
            || has_marks(context)
    }

    /// Whether the block, a text of some sentences, may be one of the page.
    pub(super) fn may_be_text_of_page(&self, context: &Context) -> bool {
        let mut text = Text::default();
        let mut pieces = Pieces::of(context);
        for &word in context.words() {
            pieces.take(word);
            text.add(self.of(context.form(word)), pieces.begun);
        }
        // How much of a text is made of words of pages is asked of few.
        let known = || {
            let kinds = context.words().iter().filter_map(|word| self.words.get(&context.form(*word).stamp));
            kinds.filter(|kinds| *kinds & DENSE != 0).count()
        };
        text.may_be_of_page(|| known() * 2 >= pieces.begun) || has_marks(context)
    }
}

/// Whether the block has more than `most` words between white space.
pub(super) fn is_longer(context: &Context, most: usize) -> bool {
    let mut pieces = Pieces::of(context);
    let is_longer = |word: &Word| {
        pieces.take(*word);
        pieces.begun > most
    };
    context.words().len() > most && context.words().iter().any(is_longer)
        || context.document.prose.text.split_ascii_whitespace().nth(most).is_some()
}

/// Counts the pieces between white space that hold a letter or a digit, up to a word; none too many.
struct Pieces<'t> {
    text: &'t [u8],
    end: usize,
    is_new: bool,
    begun: usize,
}

impl<'t> Pieces<'t> {
    fn of(context: &Context<'t>) -> Self {
        Self { text: context.document.prose.text.as_bytes(), end: 0, is_new: true, begun: 0 }
    }

    #[inline]
    fn take(&mut self, word: Word) {
        self.is_new |= self.text.get(self.end).is_some_and(u8::is_ascii_whitespace);
        if self.is_new && matches!(word.kind, WordKind::Word | WordKind::Number) {
            self.begun += 1;
            self.is_new = false;
        }
        self.end = word.span.end as usize;
    }
}

/// Whether the number is neither hour nor date in numbers, and holds no letter.
fn is_figure(context: &Context, word: Word) -> bool {
    context.text(word.span).bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
}

/// Whether the block may hold combining marks, which belong to the form of a word but count for signs around it.
fn has_marks(context: &Context) -> bool {
    memchr::memchr2(0xCC, 0xCD, context.document.prose.text.as_bytes()).is_some()
}
