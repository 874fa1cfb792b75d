//! A word written twice by mistake: *yang yang*, *setiap sel sel*.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::doubled::{self, Twice, is_plain};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Shape;
use crate::text::{Edit, Span};

/// `[check.repeated]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The words, lower case, that never follow themselves; words that reduplicate have no place here.
    pub words: Vec<String>,
}

/// The check.
pub struct Repeated {
    words: FxHashSet<String>,
}

impl Repeated {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { words: settings.words.iter().cloned().collect() }
    }
}

impl Check for Repeated {
    fn triggers(&self) -> Triggers {
        Triggers { twice: true, ..Triggers::default() }
    }

    fn at_word(&self, context: &Context, word: usize, _note: u32, out: &mut Vec<Finding>) {
        let words = context.words();
        let (first, form) = (words[word], words[word].form);
        if words.get(word + 1).is_none_or(|next| next.form != form) {
            return;
        }
        let is_listed = self.words.contains(context.form_text(word));
        // Other words, too, where their neighbours tell that only one of the two is meant.
        if !is_listed && !is_plain(context.form(first)) {
            return;
        }
        let end = context.sentence(word).words.end;
        let is_again = |at: usize| at < end && words[at].form == form && context.is_spaced(at - 1);
        let is_middle = word > context.sentence(word).words.start && words[word - 1].form == form;
        if is_middle || !is_again(word + 1) {
            return;
        }
        let last = (word + 1..).take_while(|&at| is_again(at)).last().unwrap_or(word);
        // *Yang Yang* is a name; *Dan dan* and *DAN DAN* are not.
        let is_name = first.shape == Shape::Capital && words[last].shape == Shape::Capital;
        if is_name || first.shape == Shape::Lower && words[last].shape != Shape::Lower {
            return;
        }
        if !is_listed && (first.shape != Shape::Lower || doubled::read(context, word, word + 1) != Twice::Typed) {
            return;
        }
        // *sama dengan* as a term, then *dengan*: markup parts the two.
        if context.document.prose.offsets.to_verbatim(first.span.to(words[last].span)).is_none() {
            return;
        }
        let extra = Span::new(first.span.end, words[last].span.end);
        let finding = Finding::at(first.span.to(words[last].span)).or(vec![Edit::replace(extra, "")]);
        out.push(finding.with("kata", context.written(word)));
    }
}
