//! Rules made ready for linting.

use std::hash::BuildHasher as _;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use fixedbitset::FixedBitSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::accepted::Accepted;
use super::literals::{Literals, Needing, Touched};
use super::silence::Spoken;
use crate::check::beside::bit;
use crate::check::{Beside, Check, Kind, Triggers};
use crate::language::{Form, FormId, Hunspell, Told, Vocabulary, Word};
use crate::rule::{Lang, Rule};

/// A set of rules, compiled; shared by all threads.
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
    /// The checks of the rules; rules that look for the very same share one.
    pub(super) checks: Vec<Box<dyn Check>>,
    /// For every check, the rules that put what it finds into words.
    speakers: Vec<Vec<u16>>,
    pub(super) lang: Lang,
    pub(super) accepted: Accepted,
    /// Rules that exist, though they are neither built in nor run here.
    pub(super) known: Vec<String>,
    /// From a lower-case form to the checks that start at it.
    forms: FxHashMap<Box<str>, Vec<u16>>,
    /// The checks to be asked about every form.
    askers: Vec<u16>,
    /// Whether one of them wants a form.
    wanted: Told<Vec<AtomicU64>>,
    /// The checks that look at words with capitals inside.
    pub(super) mixed_checks: Vec<u16>,
    /// The checks that look at words which may stand twice.
    pub(super) twice_checks: Vec<u16>,
    /// Finds the texts that checks of characters need.
    pub(super) literals: Literals,
    /// The checks that look at every block.
    pub(super) block_checks: FixedBitSet,
    /// The checks that need one text at most.
    pub(super) content_checks: FixedBitSet,
    /// The checks whose findings count in some documents only.
    pub(super) choosy_checks: Vec<u16>,
    /// The checks that look at whole documents.
    pub(super) document_checks: Vec<u16>,
    /// For every rule, the rules it stands in for.
    pub(super) replaced: Vec<Vec<u16>>,
    /// For every rule, whether another one may stand in for it.
    pub(super) is_replaceable: Vec<bool>,
}

/// Why a rule cannot be used: a pattern that is no regular expression, a list that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The rule's name.
    pub rule: String,
    /// What is wrong.
    pub message: String,
}

impl RuleSet {
    /// Compiles `rules`, which are all applied, whatever their status; messages will be in `lang`.
    ///
    /// `accept` are words, lower case, in which no rule finds anything.
    ///
    /// # Errors
    /// The first rule that cannot be used.
    pub fn new(rules: Vec<Rule>, accept: &[String], lang: Lang) -> Result<Self, RuleError> {
        let replaced = replaced(&rules);
        let mut is_replaceable: Vec<bool> = rules.iter().map(|rule| rule.yields).collect();
        replaced.iter().flatten().for_each(|&rule| is_replaceable[rule as usize] = true);
        let mut set = Self {
            checks: Vec::with_capacity(rules.len()),
            speakers: Vec::with_capacity(rules.len()),
            lang,
            known: Vec::new(),
            accepted: Accepted::new(accept),
            forms: FxHashMap::default(),
            askers: Vec::new(),
            wanted: Told::on_heap(),
            mixed_checks: Vec::new(),
            twice_checks: Vec::new(),
            literals: Literals::default(),
            block_checks: FixedBitSet::new(),
            content_checks: FixedBitSet::new(),
            choosy_checks: Vec::new(),
            document_checks: Vec::new(),
            replaced,
            is_replaceable,
            rules,
        };
        let mut literals: FxHashMap<String, Needing> = FxHashMap::default();
        let mut twins = Twins::default();
        for (index, rule) in set.rules.iter().enumerate() {
            let checks = rule.check.checks();
            let checks = checks.map_err(|message| RuleError { rule: rule.name.clone(), message })?;
            let triggers: Vec<Triggers> = checks.iter().map(|check| check.triggers()).collect();
            let speaker = u16::try_from(index).unwrap_or(u16::MAX);
            let own = set.checks.len()..set.checks.len() + checks.len();
            if let Some(twin) = twins.find(&set.rules, index, &triggers, own) {
                set.speakers[twin].iter_mut().for_each(|speakers| speakers.push(speaker));
                continue;
            }
            for (check, triggers) in checks.into_iter().zip(triggers) {
                let number = u16::try_from(set.checks.len()).unwrap_or(u16::MAX);
                for form in triggers.forms {
                    let checks = set.forms.entry(form.into()).or_default();
                    if checks.last() != Some(&number) {
                        checks.push(number);
                    }
                }
                set.content_checks.extend(triggers.more_literals.is_empty().then_some(usize::from(number)));
                for literal in triggers.literals {
                    literals.entry(literal).or_default().first.push(number);
                }
                for literal in triggers.more_literals {
                    literals.entry(literal).or_default().also.push(number);
                }
                set.mixed_checks.extend(triggers.mixed.then_some(number));
                set.twice_checks.extend(triggers.twice.then_some(number));
                set.askers.extend(triggers.asks_forms.then_some(number));
                set.block_checks.extend(triggers.blocks.then_some(usize::from(number)));
                set.choosy_checks.extend(triggers.choosy.then_some(number));
                set.document_checks.extend(triggers.document.then_some(number));
                set.checks.push(check);
                set.speakers.push(vec![speaker]);
            }
        }
        set.block_checks.grow(set.checks.len());
        set.content_checks.grow(set.checks.len());
        set.literals = Literals::new(literals);
        Ok(set)
    }

    /// The same set, which also knows these names: comments in a text may name rules that are off.
    #[must_use]
    pub fn knowing(mut self, names: Vec<String>) -> Self {
        self.known = names;
        self
    }

    /// Whether a rule asks for unknown words: only then dictionaries matter.
    pub fn asks_dictionaries(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule.check, Kind::Spelling(_)))
    }

    /// The same set, for which no word of these dictionaries is unknown.
    #[must_use]
    pub fn with_dictionaries(mut self, dictionaries: Vec<Arc<Hunspell>>) -> Self {
        self.accepted.know(dictionaries);
        self
    }

    /// The rules, in the order given.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Whether some rule compares texts with each other.
    pub fn compares_texts(&self) -> bool {
        self.rules.iter().any(|rule| matches!(rule.check, Kind::Across(_)))
    }

    /// The names of the rules that do.
    pub fn comparing(&self) -> impl Iterator<Item = &str> {
        let compares = |rule: &&Rule| matches!(rule.check, Kind::Across(_));
        self.rules.iter().filter(compares).map(|rule| rule.name.as_str())
    }

    /// What the silencing of a text has to know.
    pub(super) fn spoken(&self) -> Spoken<'_> {
        Spoken { rules: &self.rules, known: &self.known, lang: self.lang }
    }

    /// The language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The rules that put what this check finds into words, the first added first.
    pub(super) fn speakers(&self, check: u16) -> &[u16] {
        &self.speakers[check as usize]
    }

    /// The checks that look at words of this form.
    fn anchored_at(&self, form: &Form) -> impl Iterator<Item = Anchored> {
        let listed = self.forms.get(&form.text).map_or(&[][..], Vec::as_slice);
        let wants = |check: &&u16| self.checks[**check as usize].wants(form);
        // Few forms are wanted: for those the checks are asked twice.
        let is_wanted = self.wanted.recall(form, || self.askers.iter().any(|check| wants(&check)).into()) == 1;
        let askers = if is_wanted { self.askers.as_slice() } else { &[] };
        let mut checks: Vec<u16> = listed.iter().chain(askers.iter().filter(wants)).copied().collect();
        checks.sort_unstable();
        checks.dedup();
        checks.into_iter().filter_map(|number| {
            let check = &self.checks[number as usize];
            let note = check.note(form);
            let beside = check.beside(form, note);
            (beside != Beside::NEVER).then_some(Anchored { check: number, note, beside })
        })
    }
}

/// Rules that look for the very same, found by what they start at and then by all that they say of it.
#[derive(Default)]
struct Twins {
    by_triggers: FxHashMap<u64, Vec<(usize, Range<usize>)>>,
}

impl Twins {
    /// The checks of an earlier rule that looks for the same as the rule `index`; else the rule is noted with its `own`.
    fn find(&mut self, rules: &[Rule], index: usize, triggers: &[Triggers], own: Range<usize>) -> Option<Range<usize>> {
        let kind = std::mem::discriminant(&rules[index].check);
        let alike = self.by_triggers.entry(FxBuildHasher.hash_one((kind, triggers))).or_default();
        let settings = |rule: usize| format!("{:?}", rules[rule].check);
        let twin = (!alike.is_empty()).then(|| settings(index));
        let twin = twin.and_then(|said| alike.iter().find(|(rule, _)| settings(*rule) == said));
        let twin = twin.map(|(_, checks)| checks.clone());
        if twin.is_none() {
            alike.push((index, own));
        }
        twin
    }
}

/// A check that looks at words of a form, with what it noted of the form.
pub(super) struct Anchored {
    pub(super) check: u16,
    pub(super) note: u32,
    /// What must stand beside the word.
    pub(super) beside: Beside,
}

/// For every form met, what the rules look for in words of this form.
#[derive(Default)]
pub(super) struct Anchors {
    /// The checks of all forms, one form after the other.
    checks: Vec<Anchored>,
    /// What is asked of every word, for its form.
    forms: Vec<Anchor>,
    pub(super) touched: Touched,
}

/// What the rules look for in words of one form, and how its neighbours see it: side by side, for every word asks for both.
struct Anchor {
    /// The bit of the form: see [`bit`].
    bit: u64,
    /// Where its checks begin and end.
    start: u32,
    end: u32,
}

impl Anchors {
    /// Takes in the forms that `vocabulary` has met since the last call.
    pub(super) fn extend(&mut self, rules: &RuleSet, vocabulary: &Vocabulary) {
        for index in self.forms.len()..vocabulary.len() {
            let form = vocabulary.form(FormId(u32::try_from(index).unwrap_or(0)));
            let here = |checks: &[Anchored]| u32::try_from(checks.len()).unwrap_or(u32::MAX);
            let start = here(&self.checks);
            self.checks.extend(rules.anchored_at(form));
            self.forms.push(Anchor { bit: bit(form.stamp), start, end: here(&self.checks) });
        }
        rules.literals.extend(&mut self.touched, vocabulary);
    }

    /// The checks that look at words of the form with this number.
    #[inline]
    pub(super) fn at(&self, form: FormId) -> &[Anchored] {
        let form = self.forms.get(form.0 as usize);
        form.and_then(|form| self.checks.get(form.start as usize..form.end as usize)).unwrap_or_default()
    }

    /// The bit of the form of `word`; 0 where there is no word.
    #[inline]
    pub(super) fn bit(&self, word: Option<&Word>) -> u64 {
        word.and_then(|word| self.forms.get(word.form.0 as usize)).map_or(0, |form| form.bit)
    }
}

fn replaced(rules: &[Rule]) -> Vec<Vec<u16>> {
    let number = |name: &String| rules.iter().position(|rule| rule.name == *name);
    let numbers = rules
        .iter()
        .map(|rule| rule.replaces.iter().filter_map(number).filter_map(|at| u16::try_from(at).ok()).collect());
    numbers.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Format;
    use crate::lint::Linter;
    use crate::rule::catalog;
    use crate::text::Source;

    /// A rule with this check, and with no more words than it must have.
    fn set(check: &str) -> RuleSet {
        let texts = r#"
            summary = "x"
            group = "kata"
            severity = "error"
            message = "x"
            source = "x"
            explanation = "x"
            en = { summary = "x", message = "x", explanation = "x" }
        "#;
        let rule = catalog::parse("aturan", &format!("{texts}{check}")).expect("a rule");
        RuleSet::new(vec![rule], &[], Lang::Id).expect("its check is one")
    }

    /// How many findings there are in `text`.
    fn count(rules: &RuleSet, text: &str) -> usize {
        Linter::new(rules).lint(&Source::new("", text), Format::Plain).len()
    }

    #[test]
    fn an_expression_is_looked_for_only_where_all_that_it_needs_stands() {
        let rules = set(r#"
            [[check.regex]]
            find = "kata"
            needs = ["satu", "dua"]
            needs-also = ["tiga", "empat"]
        "#);
        for text in ["dua kata tiga", "Empat kata dan kata satu empat"] {
            assert_eq!(count(&rules, text), text.matches("kata").count(), "{text}");
        }
        for text in ["kata", "satu kata dua", "tiga kata empat", "satu kata\n\ntiga kata"] {
            assert_eq!(count(&rules, text), 0, "{text}");
        }
    }

    #[test]
    fn what_one_thread_was_told_of_a_form_another_finds() {
        let [organising, coordinating] =
            [("organisir", "organisasi"), ("koordinir", "koordinasi")].map(|(wrong, right)| {
                set(&format!("[check.phrase]\ninflect = true\nwords = {{ {wrong} = \"{right}\" }}\n"))
            });
        for _thread in 0..2 {
            assert_eq!(count(&organising, "Ia mengorganisir rapat dan dikoordinir."), 1);
            assert_eq!(count(&coordinating, "Ia mengorganisir rapat."), 0);
        }
    }
}
