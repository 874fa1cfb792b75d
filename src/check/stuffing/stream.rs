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
    fn plain(&mut self, word: Word) -> FormId {
        let form = self.context.form(word);
        let counted = form.memo(Memo::Counted, || u32::try_from(plain(form).len()).unwrap_or(u32::MAX)) as usize;
        form.text.get(..counted).filter(|_| counted < form.text.len()).map_or(word.form, |counted| self.of(counted))
    }
}

/// All words of the document; a form that `joined` has is two words: *kerjasama* counts as *kerja sama*.
pub fn tokens(context: &Context, joined: &FxHashMap<String, (String, String)>) -> Vec<Token> {
    let mut numbers = Numbers { context, unmet: FxHashMap::default() };
    let mut apart = Vec::with_capacity(joined.len());
    for (whole, (left, right)) in joined {
        if let Some(whole) = context.vocabulary.number(whole) {
            apart.push((whole, [numbers.of(left), numbers.of(right)]));
        }
    }
    let mut tokens = Vec::with_capacity(context.words().len() + context.document.sentences.len());
    for sentence in &context.document.sentences {
        for index in sentence.words.clone() {
            let word = context.words()[index];
            let at = u32::try_from(index).unwrap_or(u32::MAX);
            if !word.is_word() {
                tokens.push(Token { form: FormId::NONE, word: at });
                continue;
            }
            let form = numbers.plain(word);
            match apart.iter().find(|(whole, _)| *whole == form) {
                Some((_, halves)) => tokens.extend(halves.map(|form| Token { form, word: at })),
                None => tokens.push(Token { form, word: at }),
            }
        }
        let end = u32::try_from(sentence.words.end.saturating_sub(1)).unwrap_or(u32::MAX);
        tokens.push(Token { form: FormId::NONE, word: end });
    }
    tokens
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
