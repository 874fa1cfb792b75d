//! Words of casual speech, in texts that are not casual on purpose: *Program itu bikin petani untung*.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::spelling::casual;
use super::{Check, Finding, Triggers, pattern, phrase};
use crate::document::{Context, Document};
use crate::language::{Form, Word};

/// `[check.register]`: the words, as phrases or as patterns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words by their form.
    pub phrase: Option<Arc<phrase::Settings>>,
    /// Words by their neighbours.
    #[serde(default)]
    pub pattern: Arc<Vec<pattern::Settings>>,
}

/// The check.
pub struct Register {
    words: Box<dyn Check>,
}

/// Words that hardly stand outside casual speech.
const CASUAL: &[&str] = &[
    "aja", "aku", "banget", "bestie", "bgt", "bikin", "cuman", "deh", "doang", "dong", "emang", "enggak", "gaes",
    "gak", "gan", "gimana", "gini", "gitu", "gue", "guys", "gw", "kalian", "kalo", "kamu", "kayak", "kok", "lho",
    "loh", "lu", "makasih", "nah", "ngga", "nggak", "ngomong", "nih", "pake", "sih", "temen", "tuh", "udah", "yuk",
];

/// A text with more of them in a thousand words, and with four at least, is casual on purpose.
const SHARE: usize = 6;
const LEAST: usize = 4;

/// Whether a document is casual on purpose.
struct Casual(bool);

/// How many of them a block has.
struct CasualWords(usize);

impl Register {
    /// The check with these settings.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub fn new(settings: &Settings) -> Result<Self, String> {
        let words: Box<dyn Check> = match &settings.phrase {
            Some(phrase) => Box::new(phrase::Phrase::new(phrase)?),
            None => Box::new(pattern::Pattern::new(&settings.pattern)?),
        };
        Ok(Self { words })
    }
}

impl Check for Register {
    fn triggers(&self) -> Triggers {
        Triggers { choosy: true, ..self.words.triggers() }
    }

    fn wants(&self, form: &Form) -> bool {
        self.words.wants(form)
    }

    fn note(&self, form: &Form) -> u32 {
        self.words.note(form)
    }

    fn at_word(&self, context: &Context, word: usize, note: u32, out: &mut Vec<Finding>) {
        if !is_spoken(context, word) {
            self.words.at_word(context, word, note, out);
        }
    }

    fn counts_in(&self, context: &Context) -> bool {
        !context.document.notes.note(|| Casual(is_casual(context))).0
    }
}

/// Words that make speech of a sentence, whether quotation marks stand around it or not, and of those beside it.
const SPOKEN: &[&str] = &[
    "aku", "deh", "dong", "gua", "gue", "gw", "kamu", "kan", "kok", "lho", "lo", "loh", "lu", "mah", "mending", "moms",
    "nah", "nih", "oh", "oke", "saya", "sih", "soalnya", "sudahlah", "tuh", "yuk",
];

/// Whether somebody speaks in the sentence of `word` or beside it, or in its paragraph, where a quotation mark waits for its
/// partner. Another casual word in the sentence tells it, too, and a question.
fn is_spoken(context: &Context, word: usize) -> bool {
    let text = context.text(context.block(word).span);
    let is_open = text.matches('"').count() % 2 == 1 || text.matches('“').count() != text.matches('”').count();
    let own = context.document.sentence_of(word);
    let beside = own.saturating_sub(1)..=(own + 1).min(context.document.sentences.len() - 1);
    let mut near = context.document.sentences[beside].iter().flat_map(|sentence| sentence.words.clone());
    let speaks = |at: usize| SPOKEN.contains(&context.form_text(at));
    is_open
        || near.any(speaks)
        || context.sentence(word).words.clone().any(|at| at != word && is_casual_at(context, at))
}

/// Casual words that address readers, in articles that are not casual otherwise too.
const ADDRESS: &[&str] = &["gaes", "gan", "guys", "kalian"];

/// Whether the word `at` is one of casual speech (*banget*, *dimanfaatin*, *deket*), or asks.
fn is_casual_at(context: &Context, at: usize) -> bool {
    let form = context.form(context.words()[at]);
    let is_shaped = || context.words()[at].is_word() && !form.is_known() && casual::is_casual(&form.text);
    &*form.text == "?" || CASUAL.contains(&&*form.text) && !ADDRESS.contains(&&*form.text) || is_shaped()
}

fn is_casual(context: &Context) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| CASUAL.iter().copied().collect());
    let is_casual = |word: &&Word| WORDS.contains(&*context.form(**word).text);
    let count = |part: &Document| part.notes.note(|| CasualWords(part.words.iter().filter(is_casual).count())).0;
    let count: usize = context.document.parts.iter().map(|part| count(part)).sum();
    count >= LEAST && count * 1000 > context.words().len() * SHARE
}
