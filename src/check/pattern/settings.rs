//! The table `[[check.pattern]]`, as rule files have it.

use serde::Deserialize;

use super::template::Template;
use crate::check::settings::{BlockName, one_or_many};
use crate::language::{Class, Shape, lexicon};

/// One pattern of `[[check.pattern]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The words found.
    pub words: Vec<Element>,
    /// Words that must stand directly before.
    #[serde(default)]
    pub before: Vec<Element>,
    /// Words that must stand directly after.
    #[serde(default)]
    pub after: Vec<Element>,
    /// Sequences of which none may stand directly before.
    #[serde(default)]
    pub unless_before: Vec<Vec<Element>>,
    /// Sequences of which none may stand directly after.
    #[serde(default)]
    pub unless_after: Vec<Vec<Element>>,
    /// Forms of which one must stand somewhere in the sentence.
    #[serde(default, deserialize_with = "one_or_many")]
    pub sentence: Vec<String>,
    /// Forms of which none may stand anywhere in the sentence.
    #[serde(default, deserialize_with = "one_or_many")]
    pub unless_sentence: Vec<String>,
    /// Whether the first word found must open its sentence (`true`) or must not (`false`).
    pub opens: Option<bool>,
    /// Whether words with markup between them are none of the rule's: what a writer marks is one thing, the next word another.
    #[serde(default)]
    pub unless_marked: bool,
    /// Whether the words found, written together, must be a word that the lexicon knows.
    #[serde(default)]
    pub joined: bool,
    /// The kinds of block looked at; all when empty.
    #[serde(default, deserialize_with = "one_or_many")]
    pub blocks: Vec<BlockName>,
    /// What to write: `{1}` is the first word as written, `{1:lower}` with small letters, `{1:upper}` with capitals,
    /// `{1:title}` with a capital at its start, `{1:half}` one half of a doubled word. Several are alternatives, best first; none is no fix.
    #[serde(default, deserialize_with = "one_or_many")]
    pub replace: Vec<String>,
    /// Whether a finding is one to look at.
    #[serde(default)]
    pub doubtful: bool,
}

impl Settings {
    /// The index of the word that the pattern is hung on: the first with forms that may not be left out, else the first.
    pub(super) fn anchor_index(&self) -> usize {
        self.words.iter().position(|element| !element.form.is_empty() && !element.optional).unwrap_or(0)
    }

    /// The word that the pattern is hung on.
    pub(super) fn anchor(&self) -> &Element {
        &self.words[self.anchor_index()]
    }

    /// Looks whether the pattern can be used.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn verify(&self) -> Result<(), String> {
        if self.words.is_empty() {
            return Err("a pattern needs at least one word".to_owned());
        }
        if self.words[..=self.anchor_index()].iter().any(|element| element.optional) {
            return Err("no word before the pattern's first form may be optional".to_owned());
        }
        self.replace.iter().try_for_each(|text| Template::new(text, self.words.len()).map(drop))?;
        let around = [&self.words, &self.before, &self.after].into_iter().flatten();
        let unless = self.unless_before.iter().chain(&self.unless_after).flatten();
        let mut lists = around.chain(unless).flat_map(|element| element.list.iter().chain(&element.not_list));
        match lists.find(|name| lexicon::list_number(name).is_none()) {
            Some(unknown) => Err(format!("no word list `{unknown}`")),
            None => Ok(()),
        }
    }
}

/// What one word must be; every condition that is given must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Element {
    /// One of these lower-case forms.
    #[serde(deserialize_with = "one_or_many")]
    pub form: Vec<String>,
    /// None of these lower-case forms.
    #[serde(deserialize_with = "one_or_many")]
    pub not: Vec<String>,
    /// The form begins with one of these.
    #[serde(deserialize_with = "one_or_many")]
    pub starts: Vec<String>,
    /// The form ends with one of these.
    #[serde(deserialize_with = "one_or_many")]
    pub ends: Vec<String>,
    /// One of its readings has one of these roots.
    #[serde(deserialize_with = "one_or_many")]
    pub root: Vec<String>,
    /// It may be of one of these classes.
    #[serde(deserialize_with = "one_or_many")]
    pub class: Vec<Class>,
    /// It cannot be of any of these classes.
    #[serde(deserialize_with = "one_or_many")]
    pub not_class: Vec<Class>,
    /// It stands in one of these word lists (`lexicon/lists`).
    #[serde(deserialize_with = "one_or_many")]
    pub list: Vec<String>,
    /// It stands in none of these word lists.
    #[serde(deserialize_with = "one_or_many")]
    pub not_list: Vec<String>,
    /// Its capitals are one of these shapes.
    #[serde(deserialize_with = "one_or_many")]
    pub shape: Vec<Shape>,
    /// It is made of this; words when nothing is said, punctuation when `form` is.
    pub kind: Option<KindName>,
    /// Whether the lexicon knows it.
    pub known: Option<bool>,
    /// Whether it is a word and the same word again, with a hyphen between: *guru-guru*.
    pub doubled: Option<bool>,
    /// Whether it is a word of another language.
    pub foreign: Option<bool>,
    /// Whether it follows the word before it without white space.
    pub glued: Option<bool>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether the sentence may end here instead.
    pub or_end: bool,
}

/// What an element's word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindName {
    /// Letters.
    Word,
    /// A number.
    Number,
    /// A punctuation mark.
    Punctuation,
    /// Anything.
    Any,
}
