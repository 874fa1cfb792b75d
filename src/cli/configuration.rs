//! Which rules govern a path. A first stand-in that reads no configuration file.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::suggest::nearest;
use crate::lint::RuleSet;
use crate::rule::{Lang, Rule, Status, catalog};

/// Where the configuration comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The nearest file, upward from what is checked.
    Nearest,
    /// This file.
    File(PathBuf),
    /// Nowhere.
    None,
}

/// What the command line lays over every configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandLine {
    /// Only these rules or groups.
    pub select: Vec<String>,
    /// Not these rules or groups.
    pub ignore: Vec<String>,
    /// Rules that are still being tried out, too.
    pub preview: bool,
    /// The language of messages.
    pub lang: Option<Lang>,
}

/// All configurations of a run.
pub struct Configurations {
    command_line: CommandLine,
    profile: Mutex<Option<Arc<Profile>>>,
}

/// What governs a path.
pub struct Profile {
    /// The rules.
    pub rules: RuleSet,
}

/// What is wrong with a configuration or the command line.
#[derive(Debug)]
pub struct Problem {
    message: String,
}

impl Problem {
    /// The problem for a terminal.
    pub fn render(&self, _color: bool) -> String {
        format!("{}\n", self.message)
    }
}

impl Configurations {
    /// Configurations from `_choice` under `command_line`.
    pub fn new(_choice: Choice, command_line: CommandLine) -> Self {
        Self { command_line, profile: Mutex::new(None) }
    }

    /// The profile that governs `_path`.
    ///
    /// # Errors
    /// What is wrong with the configuration.
    pub fn profile(&self, _path: &Path) -> Result<Arc<Profile>, Problem> {
        let mut kept = self.profile.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(profile) = &*kept {
            return Ok(Arc::clone(profile));
        }
        let lang = self.command_line.lang.unwrap_or_default();
        let rules = RuleSet::new(self.rules()?, &[], lang).map_err(|error| Problem { message: error.message })?;
        Ok(Arc::clone(kept.insert(Arc::new(Profile { rules }))))
    }

    /// Whether `_path` may be checked.
    ///
    /// # Errors
    /// What is wrong with the configuration.
    pub fn includes(&self, _path: &Path) -> Result<bool, Problem> {
        Ok(true)
    }

    fn rules(&self) -> Result<Vec<Rule>, Problem> {
        let CommandLine { select, ignore, preview, .. } = &self.command_line;
        let all = catalog::built_in();
        let names = || all.iter().flat_map(|rule| [rule.name.as_str(), rule.group.name()]);
        for name in select.iter().chain(ignore) {
            if !names().any(|known| known == name) {
                let near = nearest(name, names()).map(|near| format!("; maksud Anda {near}?")).unwrap_or_default();
                return Err(Problem { message: format!("tidak ada aturan atau kelompok “{name}”{near}") });
            }
        }
        let is_in = |list: &[String], rule: &Rule| list.iter().any(|n| *n == rule.name || n == rule.group.name());
        let is_on = |rule: &Rule| {
            let by_status = rule.status == Status::Stable || (*preview && rule.status == Status::Preview);
            let is_named = select.iter().any(|name| *name == rule.name);
            (is_named || (by_status && (select.is_empty() || is_in(select, rule)))) && !is_in(ignore, rule)
        };
        Ok(all.iter().filter(|rule| is_on(rule)).cloned().collect())
    }
}
