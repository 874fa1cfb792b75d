//! The particle *pun* written together with the word before it: *apapun* (EYD V, partikel).

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Form;
use crate::language::lexicon::{self, Trust};

/// `[check.joined-pun]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The conjunctions that are written together with *pun*.
    pub joined: Vec<String>,
    /// Words that end like *pun* and do not hold it.
    pub stems: Vec<String>,
}

/// The check.
pub struct JoinedPun {
    settings: Settings,
}

impl JoinedPun {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }
}

impl Check for JoinedPun {
    fn triggers(&self) -> Triggers {
        Triggers { asks_forms: true, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        let Some(before) = form.text.strip_suffix("pun").filter(|before| before.len() > 1) else { return false };
        let is = |list: &[String]| list.iter().any(|word| **word == *form.text);
        // *menghimpun* and its kin end in a stem that holds -pun: every stem counts with whatever stands before it.
        let in_stem = self.settings.stems.iter().any(|stem| form.text.ends_with(stem.as_str()));
        let bare = before.strip_suffix("nya").unwrap_or(before);
        let is_word = |text: &str| lexicon::entry(text).is_some_and(|entry| entry.trust() > Trust::Low);
        !is(&self.settings.joined) && !in_stem && (is_word(before) || is_word(bare))
    }

    fn at_word(&self, context: &Context, at: usize, _note: u32, out: &mut Vec<Finding>) {
        let span = context.words()[at].span;
        let written = context.text(span);
        if let Some((before, pun)) = written.split_at_checked(written.len() - 3) {
            out.push(Finding::replace(span, format!("{before} {pun}")));
        }
    }
}
