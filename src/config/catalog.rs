//! The rules a configuration can speak of.

use std::sync::LazyLock;

use crate::rule::{Group, Rule, catalog};

/// The name of the rule that finds the words of `[words] reject`.
pub const REJECTED: &str = "kata-ditolak";

/// Names that stand for all rules.
pub(super) const ALL: [&str; 2] = ["semua", "all"];

/// What is said of the words of `[words] reject`; its check is made of them.
const REJECTED_FILE: &str = include_str!("rejected.toml");

/// Built-in rules and the user's own.
#[derive(Clone, Debug)]
pub struct Catalog {
    built_in: &'static [Rule],
    own: Vec<(Rule, String)>,
}

impl Catalog {
    /// The rules that come with the program.
    pub fn built_in() -> Self {
        // Read once for all configurations of a run.
        static BUILT_IN: LazyLock<Vec<Rule>> = LazyLock::new(catalog::built_in);
        Self { built_in: &BUILT_IN, own: Vec::new() }
    }

    /// Adds a rule of the user's with the TOML text it was read from.
    pub fn add(&mut self, rule: Rule, text: String) {
        self.own.push((rule, text));
    }

    /// All rules, the user's own last; not the one for rejected words.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.built_in.iter().chain(self.own.iter().map(|(rule, _)| rule))
    }

    /// Whether the rule comes from a folder of the user's.
    pub fn is_own(&self, name: &str) -> bool {
        self.own.iter().any(|(rule, _)| rule.name == name)
    }

    /// The names of the user's own rules.
    pub fn own_names(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(|(rule, _)| rule.name.as_str())
    }

    /// Whether a rule bears this name.
    pub fn has_rule(&self, name: &str) -> bool {
        name == REJECTED || self.rules().any(|rule| rule.name == name)
    }

    /// All that a configuration may name: rules, groups, and the word for all.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.rules().map(|rule| rule.name.as_str()).collect();
        names.push(REJECTED);
        names.extend(Group::ALL.iter().map(|group| -> &str { group.name() }));
        names.extend(ALL.iter().map(|name| -> &str { name }));
        names
    }

    /// The TOML text of a rule.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        if name == REJECTED {
            return Some(REJECTED_FILE);
        }
        let own = self.own.iter().find(|(rule, _)| rule.name == name).map(|(_, text)| text.as_str());
        own.or_else(|| catalog::toml_of(name))
    }
}

/// Whether `name`, of a rule, a group or all, means the rule `rule` of `group`.
pub(super) fn means(name: &str, rule: &str, group: Group) -> bool {
    name == rule || name == group.name() || ALL.contains(&name)
}
