//! Words of casual speech, in texts that are not casual on purpose: *Program itu bikin petani untung*.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::{Check, Finding, Triggers, pattern, phrase};
use crate::document::Context;
use crate::language::Form;

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
        self.words.triggers()
    }

    fn wants(&self, form: &Form) -> bool {
        self.words.wants(form)
    }

    fn at_word(&self, context: &Context, word: usize, out: &mut Vec<Finding>) {
        if !context.document.notes.note(|| Casual(is_casual(context))).0 && !is_spoken(context, word) {
            self.words.at_word(context, word, out);
        }
    }
}

/// Words that make speech of a sentence, whether quotation marks stand around it or not.
const SPOKEN: &[&str] = &[
    "aku", "deh", "dong", "gua", "gue", "gw", "kan", "kok", "lho", "lo", "loh", "lu", "mah", "nih", "saya", "sih",
    "tuh", "yuk",
];

/// Whether somebody speaks in the sentence of `word`, or in its paragraph, where a quotation mark waits for its partner.
fn is_spoken(context: &Context, word: usize) -> bool {
    let text = context.text(context.block(word).span);
    let is_open = text.matches('"').count() % 2 == 1 || text.matches('“').count() != text.matches('”').count();
    is_open || context.sentence(word).words.clone().any(|at| SPOKEN.contains(&context.form_text(at)))
}

fn is_casual(context: &Context) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| CASUAL.iter().copied().collect());
    let words = context.words();
    let count = words.iter().filter(|&&word| WORDS.contains(&*context.form(word).text)).count();
    count >= LEAST && count * 1000 > words.len() * SHARE
}
