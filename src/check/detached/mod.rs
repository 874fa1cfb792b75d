//! A prefix written apart from its word: *di mulai*, *ber main*, *ke adaan*.

mod clause;

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::Prefix;
use crate::language::foreign;
use crate::language::lexicon::{self, Entry, Trust};
use crate::language::morphology::{self, Passive};
use crate::language::{Class, Form, Shape, Word, WordKind};
use crate::text::Edit;

/// `[check.detached-prefix]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The prefixes looked for, as they are written apart.
    pub prefixes: Vec<String>,
    /// Words, lower case, that stay apart from the prefix.
    #[serde(default)]
    pub except: Vec<String>,
    /// Words after which the prefix is a preposition where both readings are possible: *berada di kunci*.
    #[serde(default)]
    pub preposition_after: Vec<String>,
    /// Words before which the prefix makes a passive where both readings are possible: *di atur oleh*.
    #[serde(default)]
    pub passive_before: Vec<String>,
    /// Words, lower case, after which `di` makes a passive, where the next word may be a place: *mudah di akses*.
    #[serde(default)]
    pub passive_after: Vec<String>,
}

/// The check.
pub struct DetachedPrefix {
    settings: Settings,
    auxiliaries: Option<u32>,
    negations: Option<u32>,
    determiners: Option<u32>,
    bound_forms: Option<u32>,
}

impl DetachedPrefix {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            settings: settings.clone(),
            auxiliaries: lexicon::list_number("auxiliaries"),
            negations: lexicon::list_number("negations"),
            determiners: lexicon::list_number("determiners"),
            bound_forms: lexicon::list_number("bound-forms"),
        }
    }

    /// How sure it is that the prefix `di` at `at` belongs to the next word.
    fn passive(&self, context: &Context, at: usize) -> Option<Certainty> {
        match passive_of(context.form(context.words()[at + 1])) {
            Passive::Certain => Some(Certainty::Certain),
            Passive::Likely => (!self.reads_as_place(context, at)).then_some(Certainty::Certain),
            Passive::Ambiguous => {
                (self.has_passive_cue(context, at) || clause::needs_passive(context, at)).then_some(Certainty::Certain)
            }
            Passive::No => None,
        }
    }

    /// Whether the neighbours make `di` at `at` a preposition.
    fn reads_as_place(&self, context: &Context, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| context.form_text(before));
        let after = context.form_text(at + 2);
        let wants_place = self.settings.preposition_after.iter().any(|word| word == before);
        // *terlihat di layar atau di cetak*: the second place stands as the first does.
        let is_joined = matches!(before, "atau" | "dan") && at >= 3 && context.form_text(at - 3) == "di";
        if is_joined && self.reads_as_place(context, at - 3) {
            return true;
        }
        // *di kait `mounted`*: the code is the name of what the noun says.
        let is_named = context.word(at + 2).is_some_and(|next| next.kind == WordKind::Opaque);
        is_named || wants_place && !self.settings.passive_before.iter().any(|word| word == after)
    }

    /// Whether the neighbours make `di` at `at` the passive prefix of a word that may also be a place.
    fn has_passive_cue(&self, context: &Context, at: usize) -> bool {
        let after = context.form_text(at + 2);
        if self.settings.passive_before.iter().any(|word| word == after) {
            return true;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| context.word(before)) else { return false };
        if before.span.end > context.sentence(at).span.end || !before.is_word() {
            return false;
        }
        let lists = context.form(before).lists();
        let is_auxiliary = [self.auxiliaries, self.negations].into_iter().flatten().any(|list| lists.has(list));
        let is_ease = self.settings.passive_after.iter().any(|word| **word == *context.form(before).text);
        (is_auxiliary || is_ease) && !self.begins_noun_phrase(context, at + 2)
    }

    /// Whether the word `at` goes on with a noun: *ini*, *tersebut*, a number, a name.
    fn begins_noun_phrase(&self, context: &Context, at: usize) -> bool {
        let Some(word) = context.word(at) else { return false };
        let lists = context.form(word).lists();
        let determines = self.determiners.is_some_and(|list| lists.has(list));
        determines
            || !word.is_word() && !matches!(context.written(at), "." | "," | ";" | ")")
            || word.shape == Shape::Capital
    }

    /// Whether the words at `at` stand in a heading and are *di* and a verb that is seldom anything else.
    fn is_passive_in_heading(&self, context: &Context, at: usize) -> bool {
        let is_verb = || context.word(at + 1).is_some_and(|next| passive_of(context.form(next)) >= Passive::Likely);
        context.form_text(at) == "di" && context.block(at).kind.is_heading() && is_verb()
    }

    fn at_di(&self, context: &Context, at: usize, next: Word) -> Option<(usize, Certainty)> {
        let base = &*context.form(next).text;
        if Self::has_torn_suffix(context, at) {
            return Some((at + 2, Certainty::Certain));
        }
        if self.is_torn_noun(context, at) {
            return None;
        }
        let cue = || self.has_passive_cue(context, at) || clause::needs_passive(context, at);
        let is_foreign = foreign::verb(base).is_some_and(|verb| !verb.is_place || cue());
        let passive = if is_foreign { Some(Certainty::Certain) } else { self.passive(context, at) };
        if let Some(certainty) = passive {
            return Some((at + 1, certainty));
        }
        self.is_split_compound(context, at).then_some((at + 2, Certainty::Certain))
    }

    /// *di tugas kan*: the suffix stands apart as well; before a question mark it may be the particle.
    fn has_torn_suffix(context: &Context, at: usize) -> bool {
        let is_apart =
            context.form_text(at + 2) == "kan" && context.is_spaced(at + 1) && context.written(at + 3) != "?";
        let whole = || lexicon::entry(&format!("di{}kan", context.form_text(at + 1)));
        is_apart && at + 2 < context.sentence(at).words.end && whole().is_some_and(|entry| entry.trust() > Trust::Low)
    }

    /// *di antar muka*: the two words after the preposition are one noun.
    fn is_torn_noun(&self, context: &Context, at: usize) -> bool {
        let (Some(first), Some(second)) = (context.word(at + 1), context.word(at + 2)) else { return false };
        let is_noun = |whole: &str| lexicon::entry(whole).is_some_and(|entry| entry.classes().is_only(Class::Noun));
        let is_bound = self.bound_forms.is_some_and(|list| context.form(first).lists().has(list));
        is_bound && second.is_word() && is_noun(&format!("{}{}", context.form(first).text, context.form(second).text))
    }

    /// *di salah gunakan*, *di uji cobakan*: the second word is none of its own, and all three together are one.
    fn is_split_compound(&self, context: &Context, at: usize) -> bool {
        let (Some(first), Some(second)) = (context.word(at + 1), context.word(at + 2)) else { return false };
        let joinable = second.is_word() && second.shape == Shape::Lower && context.is_spaced(at + 1);
        if !joinable || at + 2 >= context.sentence(at).words.end {
            return false;
        }
        let (first, second) = (context.form(first), context.form(second));
        let has_suffix = second.text.ends_with("kan") || second.text.ends_with('i');
        let is_compound = || morphology::is_known(&format!("di{}{}", first.text, second.text));
        has_suffix && second.entry().is_none_or(Entry::is_pure_verb) && !second.may_be(Class::Noun) && is_compound()
    }

    /// Whether `prefix` and `base` are one word that has been torn: `base` alone is none, or the prefix can be no word.
    fn is_torn(prefix: &str, base: &Form) -> bool {
        if base.text.len() < 3 {
            return false;
        }
        let whole = format!("{prefix}{}", base.text);
        let is_whole = || lexicon::entry(&whole).is_some_and(|entry| entry.trust() > Trust::Low && !entry.is_name());
        let entry = base.entry().filter(|entry| entry.trust() > Trust::Low);
        if ONLY_PREFIXES.contains(&prefix) {
            let is_derived = || entry.is_none() && !base.is_known() && morphology::is_known(&whole);
            return !entry.is_some_and(Entry::is_name) && (is_whole() || is_derived());
        }
        // *ke disiplinan*, not *ke tambatan*: of what is no verb there is *ke-…-an*, seldom *-an*.
        let root = base.text.strip_suffix("an").and_then(lexicon::entry).filter(|root| root.trust() > Trust::Low);
        let is_built = || root.is_some_and(|root| !root.classes().has(Class::Verb)) && morphology::is_known(&whole);
        let is_known = base.is_known() && prefix != "ke" || prefix == "ke" && !base.text.ends_with("an");
        entry.is_none() && !is_known && (is_whole() || prefix == "ke" && is_built())
    }
}

/// Prefixes that are no word of Indonesian, so that they belong to the next word, whatever that is.
const ONLY_PREFIXES: [&str; 13] =
    ["ber", "diper", "me", "mem", "memper", "men", "meng", "meny", "pem", "pen", "peng", "se", "ter"];

impl Check for DetachedPrefix {
    fn triggers(&self) -> Triggers {
        Triggers { forms: self.settings.prefixes.clone(), ..Triggers::default() }
    }

    fn at_word(&self, context: &Context, word: usize, _note: u32, out: &mut Vec<Finding>) {
        let prefix = context.words()[word];
        let Some(next) = context.word(word + 1) else { return };
        // *Yang Wajib Di Coba*: capitals of a heading hide nothing but a name.
        let is_titled = || next.shape == Shape::Capital && self.is_passive_in_heading(context, word);
        let apart = next.is_word() && context.is_spaced(word) && (next.shape == Shape::Lower || is_titled());
        if !apart || word + 1 >= context.sentence(word).words.end || prefix.shape == Shape::Upper {
            return;
        }
        let form = context.form(next);
        if self.settings.except.iter().any(|known| **known == *form.text) {
            return;
        }
        let form_of_prefix = &*context.form(prefix).text;
        let torn = if form_of_prefix == "di" {
            self.at_di(context, word, next)
        } else {
            Self::is_torn(form_of_prefix, form).then_some((word + 1, Certainty::Certain))
        };
        let Some((last, certainty)) = torn else { return };
        let span = prefix.span.to(context.words()[last].span);
        let verb = (form_of_prefix == "di").then(|| foreign::verb(&form.text)).flatten();
        let whole: Vec<&str> = (word..=last).map(|at| context.written(at)).collect();
        let whole = whole.join(if verb.is_some() { "-" } else { "" });
        let whole = if next.shape == Shape::Capital { whole.to_lowercase() } else { whole };
        let is_capital = [prefix.shape, next.shape].contains(&Shape::Capital);
        let whole = if is_capital { casing::capitalise(&whole) } else { whole };
        let mut finding = Finding::replace(span, whole).at_most(certainty);
        if let Some(verb) = verb {
            finding = finding.or(vec![Edit::replace(span, casing::like(context, word, word, &verb.own(Prefix::Di)))]);
        }
        out.push(finding);
    }
}

/// Whether `di` before `word` makes a passive; of a doubled word its first half decides, unless
/// the whole is a noun (*undang-undang*); clitics do not count.
fn passive_of(form: &Form) -> Passive {
    let word = &*form.text;
    let half = word.split_once('-').map_or(word, |(half, _)| half);
    let is_doubled_noun = || lexicon::entry(word).is_some_and(|entry| entry.classes().is_only(Class::Noun));
    if half.len() < word.len() && is_doubled_noun() {
        return Passive::No;
    }
    let whole = if half.len() < word.len() { morphology::is_passive_stem(half) } else { form.passive() };
    if whole != Passive::No {
        return whole;
    }
    let bare = ["nya", "lah", "kah", "pun"].into_iter().find_map(|clitic| half.strip_suffix(clitic));
    match bare.map(morphology::is_passive_stem) {
        // Without its clitic a short word is too much like another: only the certain ones count.
        Some(Passive::Certain) => Passive::Certain,
        _ => Passive::No,
    }
}
