//! Commas between clauses, between subject and predicate, and in lists: where one is missing, and where one is too many.
//!
//! What stands on either side is read the way fragments are: has it a predicate, and a subject before it?

mod behind;
mod contrast;
mod front;
mod list;
mod reach;
mod subject;

use serde::Deserialize;

use super::beside::{Beside, trace};
use super::settings::one_or_many;
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Form;

/// `[check.comma]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is reported.
    pub find: Find,
    /// The words that it hangs on, lower case; for [`Find::Subject`], nouns that open an adverbial of time instead of a subject.
    #[serde(deserialize_with = "one_or_many")]
    pub words: Vec<String>,
}

/// The commas looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Find {
    /// One too many, before a subordinate clause that follows its main clause: *Saya datang, karena diundang*.
    Behind,
    /// One missing, after a subordinate clause that opens its sentence: *Karena hujan maka jalan tergenang*.
    Front,
    /// One missing, before a conjunction of contrast: *Ia guru sedangkan istrinya dokter*.
    Contrast,
    /// One too many, between subject and predicate: *Siswa yang lulus, akan diterima*.
    Subject,
    /// One missing, before the last member of a list: *buku, majalah dan jurnal*.
    List,
}

/// The check.
pub struct Comma {
    settings: Settings,
}

impl Comma {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }
}

impl Check for Comma {
    fn triggers(&self) -> Triggers {
        match self.settings.find {
            Find::Subject => Triggers { asks_forms: true, ..Triggers::default() },
            _ => Triggers { forms: self.settings.words.clone(), ..Triggers::default() },
        }
    }

    fn wants(&self, form: &Form) -> bool {
        self.settings.find == Find::Subject && subject::may_be_predicate(form)
    }

    /// Where a comma may be one too many, there must be one.
    fn beside(&self, _form: &Form, _note: u32) -> Beside {
        match self.settings.find {
            Find::Behind | Find::Subject => Beside::new(trace([","]), u64::MAX),
            _ => Beside::ANY,
        }
    }

    fn at_word(&self, context: &Context, word: usize, _note: u32, out: &mut Vec<Finding>) {
        out.extend(match self.settings.find {
            Find::Behind => behind::at(context, word),
            Find::Contrast => contrast::at(context, word),
            Find::Front => front::at(context, word),
            Find::Subject => subject::at(context, word, &self.settings.words),
            Find::List => list::at(context, word),
        });
    }
}
