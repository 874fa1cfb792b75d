//! A *k*, *p*, *s* or *t* that should have melted into *meN-* or *peN-*: *mengkoordinasikan*, *pengkondisian*.

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix, Suffix};
use crate::language::lexicon::{self, Entry, Trust};
use crate::language::{Class, Classes, Form, morphology};

/// `[check.melting]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[derive(Default)]
pub struct Settings {
    /// The roots that are looked for; when empty, every trusted root of the lexicon.
    pub roots: Vec<String>,
    /// Roots that keep their first letter, or that only seem to stand in a word (*tari* in *mentari*).
    pub except: Vec<String>,
}

/// The check.
pub struct Melting {
    roots: FxHashSet<Box<str>>,
    except: FxHashSet<Box<str>>,
}

/// What a form should be.
struct Melted {
    root: String,
    right: String,
}

impl Melting {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let set = |words: &[String]| words.iter().map(|word| word.as_str().into()).collect();
        Self { roots: set(&settings.roots), except: set(&settings.except) }
    }

    fn melted(&self, form: &Form) -> Option<Melted> {
        if !keeps_a_letter(&form.text) {
            return None;
        }
        let stems = morphology::stems(&form.text).into_iter();
        let wrong = stems.filter(|(affixes, stem)| stands_unmelted(&form.text, *affixes, stem));
        // The longest root first: *mengkategorikan* is *kategori*, not *kategor*.
        let root = wrong.filter(|(affixes, root)| self.takes(form, *affixes, root)).max_by_key(|(_, root)| root.len());
        let (affixes, root) = root?;
        let right = morphology::generate(&root, affixes);
        (*right != *form.text).then_some(Melted { root, right })
    }

    fn takes(&self, form: &Form, affixes: Affixes, root: &str) -> bool {
        if self.except.contains(root) {
            return false;
        }
        if !self.roots.is_empty() {
            return self.roots.contains(root) && !is_listed(form, |entry| entry.is_root());
        }
        // *memper-* keeps its p, and a doer named with *peN-* may be a word of its own.
        let may_be_other =
            form.text.starts_with("memper") || affixes.prefix == Prefix::Pe && affixes.suffix != Suffix::An;
        !may_be_other
            && is_root(root)
            && !is_listed(form, |entry| entry.is_root() || entry.is_name() || entry.main_class() == Some(Class::Noun))
    }
}

impl Check for Melting {
    fn triggers(&self) -> Triggers {
        Triggers { asks_forms: true, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        self.melted(form).is_some()
    }

    fn at_word(&self, context: &Context, word: usize, _note: u32, out: &mut Vec<Finding>) {
        let Some(melted) = self.melted(context.form(context.words()[word])) else {
            return;
        };
        let right = casing::like(context, word, word, &melted.right);
        let mut finding = Finding::replace(context.words()[word].span, right).with("dasar", melted.root);
        if casing::may_be_name(context, word) {
            finding = finding.at_most(Certainty::Doubtful);
        }
        out.push(finding);
    }
}

/// Whether the form begins with *meN-* or *peN-* and a letter that may have had to melt.
fn keeps_a_letter(form: &str) -> bool {
    let [b'm' | b'p', b'e', rest @ ..] = form.as_bytes() else { return false };
    let ([b'm', b'p', after, ..] | [b'n', b't' | b's', after, ..] | [b'n', b'g', b'k', after, ..]) = rest else {
        return false;
    };
    matches!(after, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the whole of `stem`, its first letter included, stands in the form after a nasal.
fn stands_unmelted(form: &str, affixes: Affixes, stem: &str) -> bool {
    let nasal = match stem.bytes().next() {
        Some(b'p') => "m",
        Some(b't' | b's') => "n",
        Some(b'k') => "ng",
        _ => return false,
    };
    matches!(affixes.prefix, Prefix::Me | Prefix::Pe)
        && form[2..].strip_prefix(nasal).is_some_and(|rest| rest.starts_with(stem))
}

/// Whether the lexicon trusts `word` as a root that verbs are made of.
fn is_root(word: &str) -> bool {
    let content: Classes = [Class::Noun, Class::Verb, Class::Adj].into_iter().collect();
    word.len() > 3
        && lexicon::entry(word).is_some_and(|entry| {
            entry.trust() > Trust::Low
                && entry.is_root()
                && !entry.is_name()
                && !entry.is_foreign()
                && !entry.is_function_word()
                && entry.classes().meets(content)
        })
}

/// Whether the form, or what is left of it without suffix and clitics, is trusted as a word of this kind of its own:
/// *mentah* in *mentahan*, *mentari*.
fn is_listed(form: &Form, kind: impl Fn(Entry) -> bool) -> bool {
    let listed = |word: &str| lexicon::entry(word).is_some_and(|entry| entry.trust() > Trust::Low && kind(entry));
    let mut bases = morphology::stems(&form.text).into_iter();
    bases.any(|(affixes, stem)| affixes.prefix == Prefix::None && listed(&stem))
}
