//! The words of a document in one row, with gaps where no phrase goes on.

use rustc_hash::FxHashMap;

use crate::document::Context;
use crate::language::affix::{Clitic, Particle};
use crate::language::{Form, FormId, Memo, Word};

/// A word of letters, or a gap: the end of a sentence, punctuation, a number.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The form without clitic and repetition; [`FormId::NONE`] is a gap. Only to be compared: forms that no text has
    /// met are counted down from the last number.
    pub form: FormId,
    /// The index of the word, or of the word that makes the gap.
    pub word: u32,
}

impl Token {
    /// Whether no phrase goes on here.
    #[inline]
    pub fn is_gap(self) -> bool {
        self.form == FormId::NONE
    }
}

/// The numbers of forms, also of those that no text has met.
struct Numbers<'c> {
    context: &'c Context<'c>,
    unmet: FxHashMap<String, FormId>,
}

impl Numbers<'_> {
    fn of(&mut self, text: &str) -> FormId {
        self.context.vocabulary.number(text).unwrap_or_else(|| {
            let next = FormId(u32::MAX - u32::try_from(self.unmet.len()).unwrap_or(0));
            *self.unmet.entry(text.to_owned()).or_insert(next)
        })
    }

    /// The form that counts for `word`: *gedungnya* is *gedung*, *negara-negara* is *negara*.
    #[inline]
    fn plain(&mut self, word: Word) -> FormId {
        let form = self.context.form(word);
        let counted = form.memo(Memo::Counted, || self.counted(word).map_or(UNMET, |counted| counted.0));
        if counted == UNMET { self.of(plain(form)) } else { FormId(counted) }
    }

    /// The same, if a text has met that form.
    fn counted(&self, word: Word) -> Option<FormId> {
        let form = self.context.form(word);
        let plain = plain(form);
        if plain.len() == form.text.len() { Some(word.form) } else { self.context.vocabulary.number(plain) }
    }
}

/// The number of no form.
const UNMET: u32 = u32::MAX - 1;

/// The forms of a document that are two words, each with its halves.
struct Joined {
    /// A bit for the number of each, some sharing one.
    bits: u64,
    forms: Vec<(FormId, [FormId; 2])>,
}

impl Joined {
    fn of(numbers: &mut Numbers, joined: &FxHashMap<String, (String, String)>) -> Self {
        let mut forms = Vec::with_capacity(joined.len());
        for (whole, (left, right)) in joined {
            if let Some(whole) = numbers.context.vocabulary.number(whole) {
                forms.push((whole, [numbers.of(left), numbers.of(right)]));
            }
        }
        let bits = forms.iter().fold(0, |bits, (form, _)| bits | bit(*form));
        Self { bits, forms }
    }

    #[inline]
    fn halves(&self, form: FormId) -> Option<[FormId; 2]> {
        if self.bits & bit(form) == 0 {
            return None;
        }
        self.forms.iter().find(|(whole, _)| *whole == form).map(|(_, halves)| *halves)
    }
}

const fn bit(form: FormId) -> u64 {
    1 << (form.0 & 63)
}

/// All words of the document; a form that `joined` has is two words: *kerjasama* counts as *kerja sama*.
pub fn tokens(context: &Context, joined: &FxHashMap<String, (String, String)>) -> Vec<Token> {
    let mut numbers = Numbers { context, unmet: FxHashMap::default() };
    let joined = Joined::of(&mut numbers, joined);
    let mut tokens = Vec::with_capacity(context.words().len() + context.document.sentences.len());
    for sentence in &context.document.sentences {
        for (at, word) in narrow(sentence.words.start).zip(&context.words()[sentence.words.clone()]) {
            if !word.is_word() {
                tokens.push(Token { form: FormId::NONE, word: at });
                continue;
            }
            let form = numbers.plain(*word);
            match joined.halves(form) {
                Some(halves) => tokens.extend(halves.map(|form| Token { form, word: at })),
                None => tokens.push(Token { form, word: at }),
            }
        }
        tokens.push(Token { form: FormId::NONE, word: narrow(sentence.words.end.saturating_sub(1)).start });
    }
    tokens
}

/// The numbers from this one on.
fn narrow(from: usize) -> std::ops::RangeFrom<u32> {
    u32::try_from(from).unwrap_or(u32::MAX)..
}

/// The start of the form without its clitic, particle or repetition; all of it where it has none.
fn plain(form: &Form) -> &str {
    bare(form).unwrap_or(&form.text)
}

fn bare(form: &Form) -> Option<&str> {
    let text = &*form.text;
    if let Some((first, second)) = text.split_once('-') {
        return (first == second).then_some(first);
    }
    let bare = ["nya", "lah", "kah", "pun"].into_iter().find_map(|end| text.strip_suffix(end))?;
    let affixes = form.readings().first()?.affixes;
    (affixes.clitic == Clitic::Nya || affixes.particle != Particle::None).then_some(bare)
}
