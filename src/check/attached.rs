//! A preposition written together with its noun: *dirumah*, *diatas*, *kesana*.

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix, Suffix};
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
    /// Nouns, lower case, that name an action and take *di-* like a verb: *suspensi*.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The lowest frequency band (see the lexicon) of a noun in no list that is still split off.
    pub least_band: u8,
}

/// The check.
pub struct AttachedPreposition {
    settings: Settings,
    places: Option<u32>,
    regions: Option<u32>,
    numerals: Option<u32>,
    /// What stands before verbs.
    adverbs: [Option<u32>; 3],
}

/// A word taken apart: what follows the preposition, and how sure that is.
struct Parting {
    /// Whether the particle *pun* follows, which stands apart as well.
    pun: bool,
    place: Place,
}

/// What follows the preposition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A locative or a noun of the lists of places.
    Listed,
    /// The name of a region.
    Region,
    /// A noun that no list has.
    Noun,
}

impl AttachedPreposition {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            places: lexicon::list_number("places-common"),
            regions: lexicon::list_number("regions"),
            numerals: lexicon::list_number("numerals"),
            adverbs: ["auxiliaries", "negations", "adverbs"].map(lexicon::list_number),
        }
    }

    fn part(&self, form: &Form) -> Option<Parting> {
        let text = &*form.text;
        let rest = text.strip_prefix(self.settings.preposition.as_str()).filter(|rest| rest.len() > 2)?;
        // *keseluruh Indonesia*: the places that are numerals as well form no ordinals.
        let is_ordinal = self.is_ordinal(rest) && !self.settings.locatives.iter().any(|word| word == rest);
        if is_ordinal || self.settings.except.iter().any(|word| word == text) {
            return None;
        }
        candidates(rest).find_map(|(noun, pun)| {
            let place = self.place(form, noun)?;
            Some(Parting { pun, place })
        })
    }

    /// *keempat*, *kelimanya*: *ke-* before a numeral is a prefix.
    fn is_ordinal(&self, rest: &str) -> bool {
        let is_numeral = |text: &str| self.numerals.is_some_and(|list| lexicon::lists(text).has(list));
        self.settings.preposition == "ke" && candidates(rest).any(|(noun, _)| is_numeral(noun))
    }

    /// What `noun` is if `form` is the preposition and `noun`; `None` where it is a word.
    fn place(&self, form: &Form, noun: &str) -> Option<Place> {
        let (half, is_doubled) =
            noun.split_once('-').map_or((noun, true), |(half, other)| (half, other.starts_with(half)));
        let is_locative = |word: &str| self.settings.locatives.iter().any(|known| known == word);
        let other = noun.split_once('-').map_or("", |(_, other)| other);
        if is_locative(half) && (is_doubled || is_locative(other)) {
            return Some(Place::Listed);
        }
        if !is_doubled {
            return None;
        }
        let entry = lexicon::entry(half)?;
        let lists = lexicon::lists(half);
        let is_in = |list: Option<u32>| list.is_some_and(|list| Lists::has(lists, list));
        let has_own_life = form.entry().is_some_and(is_word_of_its_own) || self.is_word_with_clitic(form, noun);
        let is_passive = || self.settings.preposition == "di" && morphology::is_passive_stem(half) != Passive::No;
        if has_own_life || is_passive() {
            return None;
        }
        if is_in(self.places) {
            return Some(Place::Listed);
        }
        if is_in(self.regions) && half.len() > 3 && !form.is_known() {
            return Some(Place::Region);
        }
        self.is_plain_noun(form, half, entry).then_some(Place::Noun)
    }

    /// Whether preposition and noun are a word to which a clitic was added: *kerabatnya* is no *ke Rabat*.
    fn is_word_with_clitic(&self, form: &Form, noun: &str) -> bool {
        let length = self.settings.preposition.len() + noun.len();
        let bare = form.text.get(..length).filter(|bare| bare.len() < form.text.len());
        bare.and_then(lexicon::entry).is_some_and(is_word_of_its_own)
    }

    /// A noun that stands in no list of places: it must be frequent, nothing but a noun, and the whole no other word.
    fn is_plain_noun(&self, form: &Form, noun: &str, entry: Entry) -> bool {
        let only_noun = entry.classes().has(Class::Noun)
            && !entry.classes().has(Class::Verb)
            && !entry.classes().has(Class::Adj)
            && !entry.is_name()
            && !entry.is_foreign()
            && !self.settings.actions.iter().any(|action| action == noun);
        let is_frequent = entry.band() >= self.settings.least_band && entry.trust() > Trust::Low;
        only_noun && is_frequent && noun.len() > 3 && form.entry().is_none() && !is_verb_base(noun)
    }
}

/// Whether a listed form is a word and not only a frequent mistake: *kemeja*, *dinding*.
fn is_word_of_its_own(entry: Entry) -> bool {
    entry.trust() > Trust::Low && entry.classes().has(Class::Noun)
}

/// *dititik beratkan*: the next word holds the end of the verb.
fn is_compound_verb(context: &Context, at: usize) -> bool {
    context.word(at + 1).filter(|next| next.is_word() && context.is_spaced(at)).is_some_and(|next| {
        let next = context.form(next);
        next.text.ends_with("kan") && next.text.len() > 5 && !next.may_be(Class::Noun)
    })
}

/// Whether a verb is made of the noun: of *asap* there is *mengasapi*, so *diasap* may be meant.
fn is_verb_base(noun: &str) -> bool {
    let verb = |suffix| lexicon::entry(&morphology::generate(noun, Affixes::new(Prefix::Me, suffix)));
    [Suffix::None, Suffix::I, Suffix::Kan].into_iter().filter_map(verb).any(|entry| entry.trust() > Trust::Low)
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

    fn at_word(&self, context: &Context, at: usize, _note: u32, out: &mut Vec<Finding>) {
        let word = context.words()[at];
        let Some(parting) = self.part(context.form(word)) else { return };
        if is_compound_verb(context, at) || parting.place == Place::Noun && self.stands_as_verb(context, at) {
            return;
        }
        let inside = !context.opens_sentence(at) && !context.block(at).kind.is_heading();
        let may_be_name = word.shape == Shape::Capital && inside;
        let certainty = if may_be_name { Certainty::Doubtful } else { Certainty::Certain };
        let right = self.written(context, word, &parting);
        let right = casing::in_title(context, at, &right.to_lowercase()).unwrap_or(right);
        out.push(Finding::replace(word.span, right).at_most(certainty));
    }
}

impl AttachedPreposition {
    /// Whether the neighbours ask for a verb: *biasa diasap*, *diasap oleh*.
    fn stands_as_verb(&self, context: &Context, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| context.form_text(before));
        let lists = lexicon::lists(before);
        let is_adverb = self.adverbs.iter().flatten().any(|list| lists.has(*list));
        is_adverb || before == "biasa" || matches!(context.form_text(at + 1), "oleh" | "dengan" | "agar" | "supaya")
    }

    /// The word as it should be written, capitals kept; a region gets its own.
    fn written(&self, context: &Context, word: Word, parting: &Parting) -> String {
        let text = context.text(word.span);
        let (preposition, rest) = text.split_at(self.settings.preposition.len());
        let rest = if parting.place == Place::Region { casing::capitalise(rest) } else { rest.to_owned() };
        match rest.len().checked_sub(3).filter(|_| parting.pun) {
            Some(end) => format!("{preposition} {} {}", &rest[..end], &rest[end..]),
            None => format!("{preposition} {rest}"),
        }
    }
}
