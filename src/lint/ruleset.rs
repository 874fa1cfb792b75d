//! Rules made ready for linting.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::accepted::Accepted;
use super::literals::Literals;
use super::silence::Spoken;
use crate::check::{Check, Kind};
use crate::language::{Form, Hunspell, Vocabulary};
use crate::rule::{Lang, Rule};

/// A set of rules, compiled; shared by all threads.
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
    pub(super) checks: Vec<Box<dyn Check>>,
    pub(super) lang: Lang,
    pub(super) accepted: Accepted,
    /// Rules that exist, though they are neither built in nor run here.
    pub(super) known: Vec<String>,
    /// From a lower-case form to the rules that start at it.
    forms: FxHashMap<Box<str>, Vec<u16>>,
    /// The rules to be asked about every form.
    askers: Vec<u16>,
    /// The rules that look at words with capitals inside.
    pub(super) mixed_rules: Vec<u16>,
    /// Finds the texts that rules over characters need.
    pub(super) literals: Literals,
    /// The rules that look at every block.
    pub(super) block_rules: Vec<u16>,
    /// The rules that look at whole documents.
    pub(super) document_rules: Vec<u16>,
    /// For every rule, the rules it stands in for.
    pub(super) replaced: Vec<Vec<u16>>,
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
        let mut set = Self {
            checks: Vec::with_capacity(rules.len()),
            lang,
            known: Vec::new(),
            accepted: Accepted::new(accept),
            forms: FxHashMap::default(),
            askers: Vec::new(),
            mixed_rules: Vec::new(),
            literals: Literals::default(),
            block_rules: Vec::new(),
            document_rules: Vec::new(),
            replaced: replaced(&rules),
            rules,
        };
        let mut literals: FxHashMap<String, Vec<u16>> = FxHashMap::default();
        for (index, rule) in set.rules.iter().enumerate() {
            let check = rule.check.check();
            let check = check.map_err(|message| RuleError { rule: rule.name.clone(), message })?;
            let triggers = check.triggers();
            let number = u16::try_from(index).unwrap_or(u16::MAX);
            for form in triggers.forms {
                let rules = set.forms.entry(form.into()).or_default();
                if rules.last() != Some(&number) {
                    rules.push(number);
                }
            }
            for literal in triggers.literals {
                literals.entry(literal).or_default().push(number);
            }
            set.mixed_rules.extend(triggers.mixed.then_some(number));
            set.askers.extend(triggers.asks_forms.then_some(number));
            set.block_rules.extend(triggers.blocks.then_some(number));
            set.document_rules.extend(triggers.document.then_some(number));
            set.checks.push(check);
        }
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

    /// What the silencing of a text has to know.
    pub(super) fn spoken(&self) -> Spoken<'_> {
        Spoken { rules: &self.rules, known: &self.known, lang: self.lang }
    }

    /// The language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The rules that look at words of this form.
    pub(super) fn rules_at(&self, form: &Form) -> Box<[u16]> {
        let listed = self.forms.get(&form.text).map_or(&[][..], Vec::as_slice);
        let asked = self.askers.iter().filter(|&&rule| self.checks[rule as usize].wants(form));
        let mut rules: Vec<u16> = listed.iter().chain(asked).copied().collect();
        rules.sort_unstable();
        rules.dedup();
        rules.into_boxed_slice()
    }
}

/// For every form met, the rules that look at words of this form.
#[derive(Default)]
pub(super) struct Anchors {
    rules: Vec<Box<[u16]>>,
}

impl Anchors {
    /// Takes in the forms that `vocabulary` has met since the last call.
    pub(super) fn extend(&mut self, rules: &RuleSet, vocabulary: &Vocabulary) {
        let new = self.rules.len()..vocabulary.len();
        let form = |index: usize| vocabulary.form(crate::language::FormId(u32::try_from(index).unwrap_or(0)));
        self.rules.extend(new.map(|index| rules.rules_at(form(index))));
    }

    /// The rules that look at words of the form with this number.
    pub(super) fn at(&self, form: crate::language::FormId) -> &[u16] {
        self.rules.get(form.0 as usize).map_or(&[], |rules| rules)
    }
}

fn replaced(rules: &[Rule]) -> Vec<Vec<u16>> {
    let number = |name: &String| rules.iter().position(|rule| rule.name == *name);
    let numbers = rules
        .iter()
        .map(|rule| rule.replaces.iter().filter_map(number).filter_map(|at| u16::try_from(at).ok()).collect());
    numbers.collect()
}
