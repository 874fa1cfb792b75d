//! Whether a block may be a line of a page, told by the forms of its words alone: of most blocks they say that it is none.
//!
//! A word that lines are told by, without the signs around it, is a word of the block with this form, so that a block
//! without such a form need not be compared with anything. What has no form is taken for whatever a line needs.

use rustc_hash::FxHashMap;

use super::date;
use super::line::Template;
use super::wording::{DENSE, End, Kinds, PICTURE, PRESSING, SILENT, TELLING, Text, Wording};
use crate::document::Context;
use crate::language::{Shape, Stamped, Word, WordKind, stamp};

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
pub(super) struct Hints {
    /// What a word says of a line; of a word that says nothing by itself, nothing.
    of_line: Stamped<Kinds>,
    /// The same of a text of some sentences.
    of_text: Stamped<Kinds>,
    /// The words that such a text is full of.
    dense: Stamped<()>,
    /// Whether a template fits lines of any words at either end.
    fits_any: bool,
}

impl Hints {
    /// What the words of `wording`, `dates` and `templates` say.
    pub(super) fn new<'t>(
        wording: &Wording,
        dates: &date::Words,
        templates: impl Iterator<Item = &'t Template>,
    ) -> Self {
        let mut words: FxHashMap<u64, Kinds> = FxHashMap::default();
        let mut fits_any = false;
        let mut add = |word: &str, kinds: Kinds| {
            // What holds a full stop is an address, or words of their own.
            let first = word.split('.').next().filter(|first| *first != word);
            [Some(word), first].into_iter().flatten().for_each(|word| *words.entry(stamp(word)).or_default() |= kinds);
        };
        wording.words().for_each(|(word, kinds)| add(word.trim_end_matches(':'), kinds));
        for (word, is_dated) in dates.all() {
            add(word.trim_end_matches(':'), if is_dated { DATE | DATED } else { DATE });
        }
        for template in templates {
            match (template.first(), template.last()) {
                (Some(first), _) => add(first, FIRST),
                (None, Some(last)) => add(last, LAST),
                (None, None) => fits_any = true,
            }
        }
        ["»", "›", "•", "·"].into_iter().for_each(|border| add(border, BORDER));
        add(":", COLON);
        let of = |kinds: Kinds| {
            let own = words.iter().filter(|(_, own)| **own & kinds != 0);
            own.map(|(stamp, kinds)| (*stamp, *kinds)).collect::<FxHashMap<_, _>>()
        };
        let dense = of(DENSE).into_keys().map(|stamp| (stamp, ())).collect();
        Self {
            of_line: Stamped::new(of(!SILENT)),
            of_text: Stamped::new(of(PRESSING)),
            dense: Stamped::new(dense),
            fits_any,
        }
    }

    /// Whether the block may be a line of a page by its words, dates, capitals or borders; by other signs any block may be.
    pub(super) fn may_be_line(&self, context: &Context) -> bool {
        let of = |word: Word| self.of_line.get(context.form(word)).copied().unwrap_or(0);
        let (mut met, mut first, mut last, mut count, mut has_number) = (0, 0, 0, 0, false);
        for &word in context.words() {
            match word.kind {
                WordKind::Word if word.shape != Shape::Mixed => {
                    last = of(word);
                    first = if count == 0 { last } else { first };
                    met |= last;
                    count += 1;
                }
                WordKind::Punctuation => met |= of(word),
                WordKind::Number if count > 0 && is_figure(context, word) => {
                    last = DATE;
                    has_number = true;
                }
                _ => return true,
            }
        }
        let is_told = match End::of(&context.document.prose.text) {
            // Of some words that end like a sentence, captions and invitations are left.
            End::Statement if count > 1 => met & (PICTURE | PRESSING) != 0,
            _ => met & (TELLING | DATED) != 0 || has_number && met & COLON != 0,
        };
        count == 0
            || is_told
            || self.fits_any
            || met & BORDER != 0
            || first & FIRST != 0
            || last & LAST != 0
            || first & last & DATE != 0
            || has_marks(context)
    }

    /// Whether the block, a text of some sentences, may be one of the page.
    pub(super) fn may_be_text_of_page(&self, context: &Context) -> bool {
        if self.of_text.is_empty() {
            return false;
        }
        let mut text = Text::default();
        for &word in context.words() {
            if let Some(&kinds) = self.of_text.get(context.form(word)) {
                text.add(kinds, 0);
            }
        }
        text.may_be_of_page(|| true) && self.is_pressing(context) || has_marks(context)
    }

    /// The same, where it has the words: whether an order is among the first, and half of them are words of pages.
    fn is_pressing(&self, context: &Context) -> bool {
        let mut text = Text::default();
        let mut pieces = Pieces::of(context);
        let mut dense = 0;
        for &word in context.words() {
            pieces.take(word);
            let form = context.form(word);
            text.add(self.of_text.get(form).copied().unwrap_or(0), pieces.begun);
            dense += usize::from(self.dense.has(form));
        }
        text.may_be_of_page(|| dense * 2 >= pieces.begun)
    }
}

/// Whether the block has more than `most` words between white space.
pub(super) fn is_longer(context: &Context, most: usize) -> bool {
    let text = &*context.document.prose.text;
    // Behind a space there is always more to come.
    let is_spaced = |word: &&Word| text.as_bytes().get(word.span.end as usize) == Some(&b' ');
    if context.words().iter().filter(is_spaced).take(most).count() == most {
        return true;
    }
    let spaces = text.bytes().filter(u8::is_ascii_whitespace).count();
    spaces >= most && text.split_ascii_whitespace().nth(most).is_some()
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
