//! The distinct word forms met so far, each looked up and taken apart once.

use std::cell::{Cell, OnceCell};
use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::lexicon::{self, Entry, Lists};
use super::morphology::{self, Passive, Reading};
use super::nonstandard::{self, Nonstandard};
use super::short::{Recent, Short};
use super::tagger::Traces;
use super::word::is_invisible;
use super::{Class, Classes};

/// The number of a form in its [`Vocabulary`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FormId(pub u32);

impl FormId {
    /// The form of what has none: the empty text.
    pub const NONE: Self = Self(0);
}

/// What checks that read every word of every document keep with a form; each number has one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Memo {
    /// What it does in a sentence, and whether it is to be looked at among its neighbours.
    Roles,
    /// Its numbers for the models of fragments.
    Numbers,
    /// Whether it is a word that may be misspelt, for all that is known.
    Doubt,
    /// Whether it may be a slip, and something speaks for it.
    Slip,
    /// The number of the form that counts for it where phrases are counted.
    Counted,
}

impl Memo {
    const COUNT: usize = Self::Counted as usize + 1;
}

/// One distinct form with what is known of it. What every word is asked for fits in one line of the processor's cache.
#[derive(Debug)]
#[repr(align(64))]
pub struct Form {
    /// The form: lower case, apostrophes as `'`, without invisible characters.
    pub text: Box<str>,
    /// A hash of the text, never 0: unlike its number it is the same in every vocabulary.
    pub stamp: u64,
    memos: [Cell<u32>; Memo::COUNT],
    classes: OnceCell<Classes>,
    known: OnceCell<bool>,
    foreign: OnceCell<bool>,
    passive: OnceCell<Passive>,
    seldom: Box<Seldom>,
}

/// What is asked of a form now and then.
#[derive(Debug, Default)]
struct Seldom {
    entry: OnceCell<Option<Entry>>,
    lists: OnceCell<Lists>,
    readings: OnceCell<Vec<Reading>>,
    traces: OnceCell<Box<Traces>>,
    nonstandard: OnceCell<Option<Box<Nonstandard>>>,
}

impl Form {
    fn new(text: &str) -> Self {
        Self {
            text: text.into(),
            stamp: stamp(text),
            memos: [const { Cell::new(UNKNOWN) }; Memo::COUNT],
            classes: OnceCell::new(),
            known: OnceCell::new(),
            foreign: OnceCell::new(),
            passive: OnceCell::new(),
            seldom: Box::default(),
        }
    }

    /// What the lexicon has under exactly this form.
    pub fn entry(&self) -> Option<Entry> {
        *self.seldom.entry.get_or_init(|| lexicon::entry(&self.text))
    }

    /// The named word lists that hold the form.
    #[inline]
    pub fn lists(&self) -> Lists {
        *self.seldom.lists.get_or_init(|| lexicon::lists(&self.text))
    }

    /// Every way to take the form apart, best first; empty when none ends in a known root.
    pub fn readings(&self) -> &[Reading] {
        self.seldom.readings.get_or_init(|| morphology::analyse(&self.text))
    }

    /// The word classes the form may have: the lexicon's where it has the form, else those of its readings.
    #[inline]
    pub fn classes(&self) -> Classes {
        *self.classes.get_or_init(|| {
            let listed = self.entry().map_or(Classes::NONE, Entry::classes);
            if listed.is_empty() {
                self.readings().iter().fold(Classes::NONE, |set, reading| set | reading.classes)
            } else {
                listed
            }
        })
    }

    /// Whether the form is a known word, as it is or by its affixes.
    pub fn is_known(&self) -> bool {
        *self.known.get_or_init(|| morphology::is_known(&self.text))
    }

    /// What the form tells the tagger.
    pub(super) fn traces(&self) -> &Traces {
        self.seldom.traces.get_or_init(|| Box::new(Traces::of(self)))
    }

    /// What checks keep with the form under `memo`, computed at the first call: a number that depends on nothing but the form
    /// and its vocabulary. The greatest number of all is not kept.
    #[inline]
    pub fn memo(&self, memo: Memo, compute: impl FnOnce() -> u32) -> u32 {
        let memo = &self.memos[memo as usize];
        if memo.get() == UNKNOWN {
            memo.set(compute());
        }
        memo.get()
    }

    /// Whether the form is a word of another language that Indonesian has not taken over.
    pub fn is_foreign(&self) -> bool {
        *self.foreign.get_or_init(|| lexicon::is_foreign(&self.text))
    }

    /// How certain it is that a *di* before the form is the prefix of a passive verb.
    pub fn passive(&self) -> Passive {
        *self.passive.get_or_init(|| morphology::is_passive_stem(&self.text))
    }

    /// The nonstandard spelling that the form is or is built from, whatever the lexicon has of it.
    pub fn nonstandard(&self) -> Option<&Nonstandard> {
        self.seldom.nonstandard.get_or_init(|| nonstandard::of(self).map(Box::new)).as_deref()
    }

    /// Whether the form may be of this class.
    pub fn may_be(&self, class: Class) -> bool {
        self.classes().has(class)
    }
}

/// Stands for a memo that was not computed.
const UNKNOWN: u32 = u32::MAX;

/// A hash of `text` that is never 0.
pub fn stamp(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish() | 1
}

/// The forms met so far, numbered in the order they were met.
///
/// It outlives documents, so that a word is looked up once per thread and not once per article.
#[derive(Debug)]
pub struct Vocabulary {
    recent: Recent<FormId>,
    /// The numbers of short forms, which are nearly all.
    short: FxHashMap<Short, FormId>,
    long: FxHashMap<Box<str>, FormId>,
    forms: Vec<Form>,
    buffer: String,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let (recent, short, long) = (Recent::default(), FxHashMap::default(), FxHashMap::default());
        Self { recent, short, long, forms: vec![Form::new("")], buffer: String::new() }
    }
}

impl Vocabulary {
    /// The number of the form of `text`, whatever its capitals.
    pub fn intern(&mut self, text: &str) -> FormId {
        match Short::of(text.as_bytes(), text.len()).and_then(Short::small) {
            Some(small) => self.intern_small(small, || text),
            None => self.intern_any(text),
        }
    }

    /// The number of the form of a text, which is `small` when its letters are.
    #[inline]
    pub(super) fn intern_small<'t>(&mut self, small: Short, text: impl FnOnce() -> &'t str) -> FormId {
        let known = self.recent.recall(small, || self.short.get(&small).copied());
        known.unwrap_or_else(|| self.intern_any(text()))
    }

    fn intern_any(&mut self, text: &str) -> FormId {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        if text.is_ascii() {
            buffer.push_str(text);
            buffer.make_ascii_lowercase();
        } else {
            normalise(text, &mut buffer);
        }
        let id = self.intern_form(&buffer);
        self.buffer = buffer;
        id
    }

    /// The number of `form`, which is a form already: lower case, nothing invisible, plain apostrophes.
    pub fn intern_form(&mut self, form: &str) -> FormId {
        if let Some(known) = self.number(form) {
            return known;
        }
        let id = FormId(u32::try_from(self.forms.len()).unwrap_or(0));
        self.forms.push(Form::new(form));
        match Short::of(form.as_bytes(), form.len()) {
            Some(short) => self.short.insert(short, id),
            None => self.long.insert(form.into(), id),
        };
        id
    }

    /// The number of the form `text`, lower case, if it has been met.
    pub fn number(&self, text: &str) -> Option<FormId> {
        match Short::of(text.as_bytes(), text.len()) {
            Some(short) => self.short.get(&short).copied(),
            None => self.long.get(text).copied(),
        }
    }

    /// The form with this number.
    #[inline]
    pub fn form(&self, id: FormId) -> &Form {
        &self.forms[id.0 as usize]
    }

    /// The number of forms met, the empty one included.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Never: the empty form is always there.
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}

fn normalise(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '’' | 'ʼ' | '‘' => out.push('\''),
            '\u{2011}' => out.push('-'),
            c if is_invisible(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
}
