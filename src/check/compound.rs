//! A compound with both a prefix and a suffix, written as two words: *pertanggung jawaban*, *di salah gunakan*.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix, Suffix};
use crate::language::{Form, Shape, morphology};
use crate::text::Edit;

/// `[check.compound]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The compounds, their two words separated by a space.
    pub pairs: Vec<String>,
    /// First halves that are no words, but prefix and first word of a compound of their own: *ketidak* in *ketidak
    /// adilan*. What follows must end in *-an*.
    pub halves: Vec<String>,
}

/// The check.
pub struct Compound {
    /// From the first word of a compound to the second words.
    seconds: FxHashMap<Box<str>, FxHashSet<Box<str>>>,
    halves: FxHashSet<Box<str>>,
}

/// Noted of a form: it is one of the halves that are no words.
const HALF: u32 = 1;
/// Noted of a form: it is the first word of a compound, with a prefix.
const PREFIXED: u32 = 2;

impl Compound {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut seconds: FxHashMap<Box<str>, FxHashSet<Box<str>>> = FxHashMap::default();
        for (first, second) in settings.pairs.iter().filter_map(|pair| pair.split_once(' ')) {
            seconds.entry(first.into()).or_default().insert(second.into());
        }
        Self { seconds, halves: settings.halves.iter().map(|half| half.as_str().into()).collect() }
    }

    /// The first word of a compound that `form` is, with nothing but a prefix.
    fn prefixed(&self, form: &str) -> Option<(Affixes, String)> {
        let mut found = None;
        morphology::has_stem(form, |affixes, stem| {
            let is_bare = Affixes { prefix: affixes.prefix, ..Affixes::default() } == affixes;
            let is_first = affixes.prefix != Prefix::None && is_bare && self.seconds.contains_key(stem);
            found = is_first.then(|| (affixes, stem.to_owned()));
            is_first
        });
        found
    }

    /// Whether `form` is a second word to `first`, with a suffix and no prefix.
    fn is_second(&self, first: &str, form: &str) -> bool {
        self.seconds.get(first).is_some_and(|seconds| {
            let mut stems = morphology::stems(form).into_iter();
            stems.any(|(affixes, stem)| {
                affixes.prefix == Prefix::None && affixes.suffix != Suffix::None && seconds.contains(stem.as_str())
            })
        })
    }

    /// The first word to be joined and the beginning of the joined word, when the word `at` and the next are halves; `note`
    /// is what was noted of the first.
    fn joined(&self, context: &Context, at: usize, note: u32) -> Option<(usize, String)> {
        let (first, second) = (context.form_text(at), context.form_text(at + 1));
        if note == HALF {
            let ends = ["an", "annya"].iter().any(|end| second.len() > end.len() + 2 && second.ends_with(end));
            return ends.then(|| (at, first.to_owned()));
        }
        // *di salah gunakan*: the prefix stands apart as well.
        let is_apart = at > context.sentence(at).words.start && context.form_text(at - 1) == "di";
        if is_apart && self.is_second(first, second) {
            return Some((at - 1, format!("di{first}")));
        }
        let (affixes, root) = (note == PREFIXED).then(|| self.prefixed(first)).flatten()?;
        self.is_second(&root, second).then(|| (at, morphology::generate(&root, affixes)))
    }
}

impl Check for Compound {
    fn triggers(&self) -> Triggers {
        let forms = self.seconds.keys().chain(&self.halves).map(ToString::to_string).collect();
        Triggers { forms, asks_forms: true, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        let begins = matches!(form.text.as_bytes(), [b'm' | b'p' | b'k', b'e', ..] | [b'd', b'i', ..]);
        begins && self.prefixed(&form.text).is_some()
    }

    fn note(&self, form: &Form) -> u32 {
        match &*form.text {
            half if self.halves.contains(half) => HALF,
            word if self.prefixed(word).is_some() => PREFIXED,
            _ => 0,
        }
    }

    fn at_word(&self, context: &Context, word: usize, note: u32, out: &mut Vec<Finding>) {
        let next = word + 1;
        if next >= context.sentence(word).words.end
            || !context.words()[next].is_word()
            || context.words()[next].shape != Shape::Lower && !context.block(word).kind.is_heading()
        {
            return;
        }
        let Some((first, start)) = self.joined(context, word, note) else {
            return;
        };
        let span = context.words()[first].span.to(context.words()[next].span);
        let joined = casing::like(context, first, first, &format!("{start}{}", context.form_text(next)));
        let mut finding = Finding::at(span).or(vec![Edit::replace(span, joined)]);
        if casing::may_be_name(context, first) {
            finding = finding.at_most(Certainty::Doubtful);
        }
        out.push(finding);
    }
}
