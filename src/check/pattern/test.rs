//! Whether words are what the elements of a pattern say.

use rustc_hash::FxHashSet;

use super::settings::{Element, KindName};
use crate::check::beside::{bit, trace};
use crate::document::Context;
use crate::language::{Classes, Form, Word, WordKind, lexicon};

/// An element with its lists and classes as sets.
pub(super) struct Test {
    pub(super) element: Element,
    /// The bits of the forms that the word may have; every bit where it may have any.
    pub(super) glance: u64,
    forms: Forms,
    not: Forms,
    classes: Classes,
    not_classes: Classes,
    lists: u64,
    not_lists: u64,
    place: Place,
}

/// What a word must be apart from its form.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// A bit for every kind that it may be of.
    kinds: u16,
    /// A bit for every shape that it may have.
    shapes: u8,
    glued: Option<bool>,
}

impl Place {
    pub(super) fn of(element: &Element) -> Self {
        use WordKind::{Number, Punctuation, Word};
        let kinds = match element.kind {
            Some(KindName::Any) => u16::MAX,
            Some(KindName::Number) => 1 << Number as u8,
            Some(KindName::Punctuation) => 1 << Punctuation as u8,
            None if !element.form.is_empty() => !(1 << Number as u8),
            Some(KindName::Word) | None => 1 << Word as u8,
        };
        let shapes = element.shape.iter().fold(0, |shapes, &shape| shapes | 1 << shape as u8);
        Self { kinds, shapes: if element.shape.is_empty() { u8::MAX } else { shapes }, glued: element.glued }
    }

    /// Whether the word `at`, which is `word`, is so.
    #[inline]
    pub(super) fn fits(self, context: &Context, at: usize, word: Word) -> bool {
        self.kinds & 1 << word.kind as u8 != 0
            && self.shapes & 1 << word.shape as u8 != 0
            && self.glued.is_none_or(|glued| at > 0 && glued != context.is_spaced(at - 1))
    }
}

impl Test {
    /// The test for `element`, whose lists exist.
    pub(super) fn new(element: &Element) -> Self {
        let lists = |names: &[String]| {
            names.iter().filter_map(|name| lexicon::list_number(name)).fold(0_u64, |set, number| set | 1 << number)
        };
        let forms = Forms::new(&element.form);
        Self {
            glance: if element.form.is_empty() { u64::MAX } else { forms.trace },
            forms,
            not: Forms::new(&element.not),
            classes: element.class.iter().copied().collect(),
            not_classes: element.not_class.iter().copied().collect(),
            lists: lists(&element.list),
            not_lists: lists(&element.not_list),
            place: Place::of(element),
            element: element.clone(),
        }
    }

    #[inline]
    pub(super) fn fits(&self, context: &Context, at: usize) -> bool {
        let Some(word) = context.word(at) else { return false };
        let form = context.form(word);
        self.glance & bit(form.stamp) != 0 && self.place.fits(context, at, word) && self.fits_form(form)
    }

    pub(super) fn fits_form(&self, form: &Form) -> bool {
        let element = &self.element;
        let text = &*form.text;
        (element.form.is_empty() || self.forms.has(form))
            && !self.not.has(form)
            && (element.starts.is_empty() || element.starts.iter().any(|start| text.starts_with(start.as_str())))
            && (element.ends.is_empty() || element.ends.iter().any(|end| text.ends_with(end.as_str())))
            && (self.lists == 0 || form.lists().0 & self.lists != 0)
            && form.lists().0 & self.not_lists == 0
            && (self.classes.is_empty() || form.classes().meets(self.classes))
            && !form.classes().meets(self.not_classes)
            && (element.root.is_empty() || self.has_root(form))
            && element.known.is_none_or(|known| known == form.is_known())
            && element.doubled.is_none_or(|doubled| doubled == is_doubled(text))
            && element.foreign.is_none_or(|foreign| foreign == form.is_foreign())
    }

    fn has_root(&self, form: &Form) -> bool {
        form.readings().iter().any(|reading| self.element.root.iter().any(|root| **root == *reading.root))
    }
}

fn is_doubled(form: &str) -> bool {
    form.split_once('-').is_some_and(|(left, right)| left == right && left.len() > 2)
}

/// Forms to be found quickly.
struct Forms {
    /// A bit for each form by its stamp: most others are told from them by it.
    trace: u64,
    known: FxHashSet<Box<str>>,
}

impl Forms {
    fn new(forms: &[String]) -> Self {
        Self {
            trace: trace(forms.iter().map(String::as_str)),
            known: forms.iter().map(|form| form.as_str().into()).collect(),
        }
    }

    fn has(&self, form: &Form) -> bool {
        self.trace & bit(form.stamp) != 0 && self.known.contains(&form.text)
    }
}

/// The index after the last word when `tests` fit the words from `at`, at most up to `end`.
///
/// `found` receives the index of the word that each test fitted, `None` for one left out.
pub(super) fn forward(
    tests: &[Test],
    context: &Context,
    mut at: usize,
    end: usize,
    found: &mut impl FnMut(Option<usize>),
) -> Option<usize> {
    for test in tests {
        let fits = at < end && test.fits(context, at);
        found(fits.then_some(at));
        if fits {
            at += 1;
        } else if !(test.element.optional || test.element.or_end && at >= end) {
            return None;
        }
    }
    Some(at)
}

/// Whether `tests` fit the words that end before `end`, at the earliest from `start`.
pub(super) fn backward(tests: &[Test], context: &Context, end: usize, start: usize) -> bool {
    let mut at = end;
    for test in tests.iter().rev() {
        let before = at.checked_sub(1).filter(|&before| before >= start);
        match before {
            Some(before) if test.fits(context, before) => at = before,
            _ if test.element.optional || test.element.or_end && before.is_none() => {}
            _ => return false,
        }
    }
    true
}
