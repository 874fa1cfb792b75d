//! A preposition written together with its noun: *dirumah*, *diatas*, *kesana*.

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::lexicon::{self, Entry, Lists, Trust};
use crate::language::morphology::{self, Passive};
use crate::language::{Class, Form, Shape, Word};

/// `[check.attached-preposition]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The preposition: `di` or `ke`.
    pub preposition: String,
    /// Words, lower case, that begin like the preposition and are right.
    #[serde(default)]
    pub except: Vec<String>,
    /// Words, lower case, before which the preposition always stands apart: *sini*, *atas*.
    pub locatives: Vec<String>,
    /// The lowest frequency band (see the lexicon) of a noun in no list that is still split off.
    pub least_band: u8,
}

/// The check.
pub struct AttachedPreposition {
    settings: Settings,
    places: Option<u32>,
    regions: Option<u32>,
}

/// A word taken apart: what follows the preposition, and how sure that is.
struct Parting<'f> {
    /// The noun without clitics and particles.
    noun: &'f str,
    /// The particle *pun*, which stands apart as well.
    pun: bool,
    is_region: bool,
    certainty: Certainty,
}

impl AttachedPreposition {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            places: lexicon::list_number("places-common"),
            regions: lexicon::list_number("regions"),
        }
    }

    fn part<'f>(&self, form: &'f Form) -> Option<Parting<'f>> {
        let text = &*form.text;
        let rest = text.strip_prefix(self.settings.preposition.as_str()).filter(|rest| rest.len() > 2)?;
        if self.settings.except.iter().any(|word| word == text) {
            return None;
        }
        candidates(rest).find_map(|(noun, pun)| {
            let (certainty, is_region) = self.certainty(form, noun)?;
            Some(Parting { noun, pun, is_region, certainty })
        })
    }

    /// How sure it is that `form` is the preposition and `noun`; `None` where it is a word.
    fn certainty(&self, form: &Form, noun: &str) -> Option<(Certainty, bool)> {
        let half = noun.split_once('-').map_or(noun, |(half, _)| half);
        if self.settings.locatives.iter().any(|word| word == half) {
            return Some((Certainty::Certain, false));
        }
        let entry = lexicon::entry(half)?;
        let lists = lexicon::lists(half);
        let is_in = |list: Option<u32>| list.is_some_and(|list| Lists::has(lists, list));
        let has_own_life = form.entry().is_some_and(is_word_of_its_own);
        let is_passive = || self.settings.preposition == "di" && morphology::is_passive_stem(half) != Passive::No;
        if has_own_life || is_passive() {
            return None;
        }
        if is_in(self.places) {
            return Some((Certainty::Certain, false));
        }
        if is_in(self.regions) && half.len() > 3 {
            return Some((Certainty::Certain, true));
        }
        self.is_plain_noun(form, half, entry).then_some((Certainty::Certain, false))
    }

    /// A noun that stands in no list of places: it must be frequent, nothing but a noun, and the whole no other word.
    fn is_plain_noun(&self, form: &Form, noun: &str, entry: Entry) -> bool {
        let only_noun = entry.classes().has(Class::Noun)
            && !entry.classes().has(Class::Verb)
            && !entry.classes().has(Class::Adj)
            && !entry.is_name()
            && !entry.is_foreign();
        let is_frequent = entry.band() >= self.settings.least_band && entry.trust() > Trust::Low;
        only_noun && is_frequent && noun.len() > 3 && form.entry().is_none() && !self.has_other_reading(form)
    }

    fn has_other_reading(&self, form: &Form) -> bool {
        self.settings.preposition != "di" && !form.readings().is_empty()
    }
}

/// Whether a listed form is a word and not only a frequent mistake: *kemeja*, *dinding*.
fn is_word_of_its_own(entry: Entry) -> bool {
    entry.trust() > Trust::Low && entry.classes().has(Class::Noun)
}

/// What may stand after the preposition: the rest as it is, and without clitic and particle; with whether *pun* went.
fn candidates(rest: &str) -> impl Iterator<Item = (&str, bool)> {
    let pun = rest.strip_suffix("pun").map(|bare| (bare, true));
    let clitic =
        ["nya", "lah", "kah", "mu", "ku"].into_iter().filter_map(move |end| Some((rest.strip_suffix(end)?, false)));
    std::iter::once((rest, false)).chain(pun).chain(clitic).filter(|(noun, _)| noun.len() > 2)
}

impl Check for AttachedPreposition {
    fn triggers(&self) -> Triggers {
        Triggers { asks_forms: true, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        self.part(form).is_some()
    }

    fn at_word(&self, context: &Context, at: usize, out: &mut Vec<Finding>) {
        let word = context.words()[at];
        let Some(parting) = self.part(context.form(word)) else { return };
        let inside = !context.opens_sentence(at) && !context.block(at).kind.is_heading();
        let may_be_name = word.shape == Shape::Capital && inside;
        let certainty = if may_be_name { Certainty::Doubtful } else { parting.certainty };
        let right = self.written(context, word, &parting);
        out.push(Finding::replace(word.span, right).at_most(certainty));
    }
}

impl AttachedPreposition {
    /// The word as it should be written, capitals kept; a region gets its own.
    fn written(&self, context: &Context, word: Word, parting: &Parting) -> String {
        let text = context.text(word.span);
        let (preposition, rest) = text.split_at(self.settings.preposition.len());
        let rest = if parting.is_region { casing::capitalise(rest) } else { rest.to_owned() };
        match rest.len().checked_sub(3).filter(|_| parting.pun) {
            Some(end) => format!("{preposition} {} {}", &rest[..end], &rest[end..]),
            None => format!("{preposition} {rest}"),
        }
    }
}
