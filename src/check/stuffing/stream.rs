//! The words of a document in one row, with gaps where no phrase goes on.

use rustc_hash::FxHashMap;

use crate::document::Context;
use crate::language::FormId;

/// A word of letters, or a gap: the end of a sentence, punctuation, a number.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The form; [`FormId::NONE`] is a gap.
    pub form: FormId,
    /// The index of the word, or of the word that makes the gap.
    pub word: u32,
}

impl Token {
    /// Whether no phrase goes on here.
    pub fn is_gap(self) -> bool {
        self.form == FormId::NONE
    }
}

/// All words of the document; a form that `joined` has is two words: *kerjasama* counts as *kerja sama*.
pub fn tokens(context: &Context, joined: &FxHashMap<String, (String, String)>) -> Vec<Token> {
    let number = |text: &String| context.vocabulary.number(text);
    let apart =
        |(whole, (left, right)): (&String, &(String, String))| Some((number(whole)?, (number(left)?, number(right)?)));
    let apart: Vec<_> = joined.iter().filter_map(apart).collect();
    let mut tokens = Vec::with_capacity(context.words().len() + context.document.sentences.len());
    for sentence in &context.document.sentences {
        for index in sentence.words.clone() {
            let word = context.words()[index];
            let at = u32::try_from(index).unwrap_or(u32::MAX);
            if !word.is_word() {
                tokens.push(Token { form: FormId::NONE, word: at });
            } else if let Some(&(_, (left, right))) = apart.iter().find(|(whole, _)| *whole == word.form) {
                tokens.extend([left, right].map(|form| Token { form, word: at }));
            } else {
                tokens.push(Token { form: word.form, word: at });
            }
        }
        let end = u32::try_from(sentence.words.end.saturating_sub(1)).unwrap_or(u32::MAX);
        tokens.push(Token { form: FormId::NONE, word: end });
    }
    tokens
}
