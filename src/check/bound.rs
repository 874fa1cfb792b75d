//! Bound forms: *antar negara*, *pasca-konflik*, *non Islam* (EYD V, kata berimbuhan).

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::foreign;
use crate::language::lexicon::{self, Trust};
use crate::language::morphology::{self, Passive};
use crate::language::{Class, Classes, Form, Shape, Word};

/// `[check.bound-form]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is wrong with them.
    pub looks_for: Defect,
    /// The bound forms, lower case.
    pub forms: Vec<String>,
    /// Words, lower case, that never join with any of the forms.
    #[serde(default)]
    pub except: Vec<String>,
    /// Words after which the form is a word of its own: *jasa antar*.
    #[serde(default)]
    pub free_after: Vec<String>,
    /// Those of the forms that are names as well, where they begin with a capital: *Adi menuturkan*.
    #[serde(default)]
    pub names: Vec<String>,
    /// Those of the forms that are verbs as well, where they open a clause: *antar sekolahnya*.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Those of the forms that are written for a preposition as well, where two things are joined behind them: *antar pintu
    /// dengan lantai*.
    #[serde(default)]
    pub between: Vec<String>,
    /// Whether the forms are affixes, which stand before no word but those they make a known word with: *di-mulai*.
    #[serde(default)]
    pub are_affixes: bool,
}

/// How a bound form may be written wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Defect {
    /// Apart from a word in small letters: *antar negara*.
    Apart,
    /// With a hyphen before a word in small letters: *pasca-konflik*.
    Hyphen,
    /// Without a hyphen before a capital: *non Islam*, *antarASEAN*.
    Capital,
}

/// The check.
pub struct BoundForm {
    settings: Settings,
    /// The word lists whose words never follow a bound form: function words.
    never: u64,
}

const CONTENT: [Class; 4] = [Class::Noun, Class::Adj, Class::Verb, Class::Num];

impl BoundForm {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let lists = [
            "prepositions",
            "conjunctions-coordinating",
            "conjunctions-subordinating",
            "pronouns",
            "auxiliaries",
            "negations",
            "determiners",
            "particles",
        ];
        let never = lists.iter().filter_map(|name| lexicon::list_number(name)).fold(0, |set, list| set | 1 << list);
        Self { settings: settings.clone(), never }
    }

    /// Whether a bound form may stand before this word.
    fn is_base(&self, form: &Form) -> bool {
        let classes: Classes = CONTENT.into_iter().collect();
        form.text.len() > 2
            && form.lists().0 & self.never == 0
            && !self.settings.except.iter().any(|word| **word == *form.text)
            && form.classes().meets(classes)
            && form.entry().is_none_or(|entry| entry.trust() > Trust::Low)
            && !lexicon::is_foreign(&form.text)
            && form.is_known()
    }

    fn apart(&self, context: &Context, at: usize, next: Word, out: &mut Vec<Finding>) {
        let bound = context.words()[at];
        let heading = context.block(at).kind.is_heading();
        let fits = match (bound.shape, next.shape) {
            (Shape::Lower, Shape::Lower) => true,
            (Shape::Capital, Shape::Lower) => context.opens_sentence(at) || heading,
            (Shape::Capital, Shape::Capital) => heading,
            _ => false,
        };
        let before = at.checked_sub(1).map_or("", |before| context.form_text(before));
        let is_free = self.settings.free_after.iter().any(|word| word == before);
        let is_other = self.is_name(context, at)
            || self.is_verb(context, at)
            || self.is_between(context, context.form_text(at), at + 1);
        if fits && !is_free && !is_other && self.is_base(context.form(next)) {
            let whole = format!("{}{}", context.text(bound.span), context.text(next.span).to_lowercase());
            out.push(Finding::replace(bound.span.to(next.span), whole));
        }
    }

    fn is_name(&self, context: &Context, at: usize) -> bool {
        context.words()[at].shape == Shape::Capital
            && self.settings.names.iter().any(|form| form == context.form_text(at))
    }

    /// Whether the form opens a clause before a noun that somebody has: it is the verb.
    fn is_verb(&self, context: &Context, at: usize) -> bool {
        let opens = at.checked_sub(1).is_none_or(|before| !context.words()[before].is_word());
        let is_verb = self.settings.verbs.iter().any(|form| form == context.form_text(at));
        opens && is_verb && context.form_text(at + 1).ends_with("nya")
    }

    /// Whether two things are joined behind the form `bound`, whose first base is or stands in the word `at`: the form is a
    /// preposition without its last letter.
    fn is_between(&self, context: &Context, bound: &str, at: usize) -> bool {
        /// So many words may the first of the two things have.
        const FIRST: usize = 2;
        let end = context.sentence(at).words.end;
        let is_noun = |at: usize| {
            let word = context.word(at).filter(|word| word.is_word() && at < end);
            word.is_some_and(|word| context.form(word).classes().is_only(Class::Noun))
        };
        let joins = |link: usize| match context.form_text(link) {
            "dan" => is_noun(link + 1),
            "dengan" => link == at + 1 && is_noun(link + 1),
            _ => false,
        };
        self.settings.between.iter().any(|form| form == bound)
            && (at + 1..=at + FIRST).take_while(|&link| link == at + 1 || is_noun(link - 1)).any(joins)
    }

    fn capital(&self, context: &Context, at: usize, next: Word, out: &mut Vec<Finding>) {
        let bound = context.words()[at];
        let fits = bound.shape == Shape::Lower && matches!(next.shape, Shape::Capital | Shape::Upper);
        let is_name = || {
            next.shape == Shape::Upper
                || context.form(next).entry().is_some_and(|entry| entry.is_name())
                || lexicon::list_number("regions").is_some_and(|list| context.form(next).lists().has(list))
        };
        if fits && !context.block(at).kind.is_heading() && is_name() {
            let whole = format!("{}-{}", context.text(bound.span), context.text(next.span));
            out.push(Finding::replace(bound.span.to(next.span), whole));
        }
    }

    /// The bound form and the base of *pasca-konflik*.
    fn hyphenated<'f>(&self, form: &'f Form) -> Option<(&'f str, &'f str)> {
        let (bound, base) = form.text.split_once('-')?;
        (self.settings.forms.iter().any(|known| known == bound) && !base.contains('-')).then_some((bound, base))
    }

    fn at_hyphen(&self, context: &Context, at: usize, out: &mut Vec<Finding>) {
        let word = context.words()[at];
        let written = context.text(word.span);
        let Some((bound, base)) = written.split_once('-') else { return };
        // *when non-modal dialog*: the words are of another language.
        let before = at.checked_sub(1).filter(|before| context.sentence(at).words.contains(before));
        let is_foreign = before.is_some_and(|before| lexicon::is_foreign(context.form_text(before)));
        if is_foreign || self.is_between(context, bound, at) {
            return;
        }
        let small = base.starts_with(char::is_lowercase);
        let opens = bound.starts_with(char::is_uppercase);
        // *Non-Proliferasi* in a name keeps its form where the name is official: one to look at.
        let certainty = if small { Certainty::Certain } else { Certainty::Doubtful };
        if small || opens && word.shape == Shape::Capital {
            let base = base.to_lowercase();
            let whole = if self.settings.are_affixes { affixed(bound, &base) } else { format!("{bound}{base}") };
            out.push(Finding::replace(word.span, whole).at_most(certainty));
        }
    }

    fn at_joined_capital(&self, context: &Context, at: usize, out: &mut Vec<Finding>) {
        let word = context.words()[at];
        let written = context.text(word.span);
        let bound = self.settings.forms.iter().find(|form| written.starts_with(form.as_str()));
        let Some((bound, name)) = bound.and_then(|form| written.split_at_checked(form.len())) else { return };
        if name.starts_with(char::is_uppercase) {
            out.push(Finding::replace(word.span, format!("{bound}-{}", casing::capitalise(name))));
        }
    }
}

impl Check for BoundForm {
    fn triggers(&self) -> Triggers {
        match self.settings.looks_for {
            Defect::Apart => Triggers { forms: self.settings.forms.clone(), ..Triggers::default() },
            Defect::Hyphen => Triggers { asks_forms: true, ..Triggers::default() },
            Defect::Capital => Triggers { forms: self.settings.forms.clone(), asks_forms: true, ..Triggers::default() },
        }
    }

    fn wants(&self, form: &Form) -> bool {
        match self.settings.looks_for {
            Defect::Apart => false,
            Defect::Hyphen => self.hyphenated(form).is_some_and(|(bound, base)| {
                let is_name = || lexicon::entry(base).is_some_and(|entry| entry.is_name());
                base.len() > 2
                    && !lexicon::is_foreign(base)
                    && !is_name()
                    && !self.settings.except.iter().any(|word| word == base)
                    && !foreign::is_spelt_foreign(base)
                    && is_indonesian(base)
                    && (!self.settings.are_affixes || is_affixed(bound, base))
            }),
            Defect::Capital => {
                form.entry().is_none() && self.settings.forms.iter().any(|bound| form.text.starts_with(bound.as_str()))
            }
        }
    }

    fn at_word(&self, context: &Context, at: usize, _note: u32, out: &mut Vec<Finding>) {
        let form = &*context.form(context.words()[at]).text;
        if self.settings.looks_for == Defect::Hyphen {
            return self.at_hyphen(context, at, out);
        }
        if !self.settings.forms.iter().any(|known| known == form) {
            return self.at_joined_capital(context, at, out);
        }
        let next = context.word(at + 1).filter(|next| next.is_word() && context.is_spaced(at));
        let Some(next) = next.filter(|_| at + 1 < context.sentence(at).words.end) else { return };
        match self.settings.looks_for {
            Defect::Apart => self.apart(context, at, next, out),
            _ => self.capital(context, at, next, out),
        }
    }
}

/// Whether an affix and a word make another, for certain: *di* and *ke* are prepositions as well. Foreign words keep their
/// hyphen: *men-download*.
fn is_affixed(affix: &str, base: &str) -> bool {
    let whole = affixed(affix, base);
    match affix {
        _ if foreign::verb(base).is_some() || foreign::own_term(base).is_some() => false,
        "di" => morphology::is_passive_stem(base) >= Passive::Likely,
        "ke" => lexicon::entry(&whole).is_some_and(|entry| entry.trust() > Trust::Low && !entry.is_name()),
        _ => morphology::is_known(&whole),
    }
}

/// The affix and the word in one; of two *r* one is left: *berekreasi*.
fn affixed(affix: &str, base: &str) -> String {
    let affix = affix.strip_suffix('r').filter(|_| base.starts_with('r')).unwrap_or(affix);
    format!("{affix}{base}")
}

/// Endings that only Indonesian loans have: *proliferasi*, *globalisme*.
const LOAN_ENDINGS: [&str; 4] = ["asi", "isme", "itas", "logi"];

/// Whether `base` is an Indonesian word the lexicon vouches for, or made of one, or a loan by its ending.
fn is_indonesian(base: &str) -> bool {
    const SHORTEST_LOAN: usize = 7;
    if base.len() >= SHORTEST_LOAN && LOAN_ENDINGS.iter().any(|ending| base.ends_with(ending)) {
        return true;
    }
    match lexicon::entry(base) {
        Some(entry) => entry.trust() > Trust::Low && !entry.is_foreign(),
        None => morphology::is_known(base),
    }
}
