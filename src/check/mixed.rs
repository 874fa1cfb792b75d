//! Two ways of writing one thing in one document: *pandemi* here, *pandemik* there.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::settings::one_or_many;
use super::{Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::{FormId, Shape, stamp};
use crate::text::{Edit, Span};

/// One entry of `[[check.mixed]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The ways of writing, the preferred one first; each one text or several that count as the same (*Anda, Andalah*).
    pub ways: Vec<Way>,
    /// Only ways that stand at most so many times are reported; any number when not said.
    pub most: Option<usize>,
    /// The way that most of the document has must stand so many times.
    #[serde(default = "one")]
    pub least: usize,
    /// And more often than the other; where not said, the preferred way wins a tie.
    #[serde(default)]
    pub majority: bool,
    /// Whether the fix writes the first text of the way that most of the document has.
    #[serde(default)]
    pub replace: bool,
}

/// Texts of one way of writing, words separated by one space; found whatever their capitals, written with theirs.
#[derive(Clone, Debug, Deserialize)]
pub struct Way(#[serde(deserialize_with = "one_or_many")] pub Vec<String>);

const fn one() -> usize {
    1
}

/// The check.
pub struct Mixed {
    sets: Vec<Settings>,
    texts: Vec<Text>,
}

/// One text of a way of a set, taken apart into its words.
struct Text {
    set: usize,
    way: usize,
    first: String,
    stamp: u64,
    rest: Vec<String>,
}

/// The forms that a document has: a bit for the stamp of each, some sharing one; noted for all rules.
struct Forms([u64; Self::COUNT]);

impl Forms {
    const COUNT: usize = 64;

    fn of(context: &Context) -> Self {
        let mut forms = Self([0; Self::COUNT]);
        for word in context.words() {
            let (place, bit) = Self::bit(context.form(*word).stamp);
            forms.0[place] |= bit;
        }
        forms
    }

    /// Whether the document may have the form with this stamp.
    fn may_have(&self, stamp: u64) -> bool {
        let (place, bit) = Self::bit(stamp);
        self.0[place] & bit != 0
    }

    /// The lowest bit of a stamp says nothing.
    const fn bit(stamp: u64) -> (usize, u64) {
        ((stamp >> 7) as usize % Self::COUNT, 1 << (stamp >> 1 & 63))
    }
}

impl Text {
    fn new(set: usize, way: usize, text: &str) -> Self {
        let mut words = text.split(' ').map(str::to_lowercase);
        let first = words.next().unwrap_or_default();
        Self { set, way, stamp: stamp(&first), first, rest: words.collect() }
    }
}

/// The words `first..=last` are written in this way of this set.
struct Use {
    set: usize,
    way: usize,
    first: usize,
    last: usize,
}

impl Mixed {
    /// The check with these settings.
    pub fn new(settings: &[Settings]) -> Self {
        let ways =
            settings.iter().enumerate().flat_map(|(set, one)| one.ways.iter().enumerate().map(move |way| (set, way)));
        let texts = ways.flat_map(|(set, (way, texts))| texts.0.iter().map(move |text| Text::new(set, way, text)));
        Self { sets: settings.to_vec(), texts: texts.collect() }
    }

    /// The texts whose first word the document may have, by its form; none where no set has two ways of which it may have one.
    fn starts(&self, context: &Context) -> FxHashMap<FormId, Vec<&Text>> {
        let forms = context.document.notes.note(|| Forms::of(context));
        let first = |text: &Text| forms.may_have(text.stamp).then(|| context.vocabulary.number(&text.first)).flatten();
        let met: Vec<(FormId, &Text)> = self.texts.iter().filter_map(|text| Some((first(text)?, text))).collect();
        let is_other = |(one, other): (&(_, &Text), &(_, &Text))| one.1.set == other.1.set && one.1.way != other.1.way;
        let mut starts: FxHashMap<FormId, Vec<_>> = FxHashMap::default();
        // Texts stand in the order of their sets.
        if met.iter().zip(met.iter().skip(1)).any(is_other) {
            met.into_iter().for_each(|(form, text)| starts.entry(form).or_default().push(text));
        }
        starts
    }

    /// Every place where the document uses a way of a set.
    fn uses(&self, context: &Context) -> Vec<Use> {
        let starts = self.starts(context);
        let mut uses = Vec::new();
        if starts.is_empty() {
            return uses;
        }
        // A bit for every form that a text begins with, some sharing one: most words are passed over by it.
        let begins = starts.keys().fold(0_u64, |begins, form| begins | 1 << (form.0 & 63));
        for (first, word) in context.words().iter().enumerate() {
            if begins & 1 << (word.form.0 & 63) == 0 {
                continue;
            }
            let Some(texts) = starts.get(&word.form) else { continue };
            let end = context.sentence(first).words.end;
            let fits = |text: &&&Text| {
                first + text.rest.len() < end
                    && text.rest.iter().enumerate().all(|(at, word)| context.form_text(first + 1 + at) == *word)
            };
            let longest = texts.iter().filter(fits).max_by_key(|text| text.rest.len());
            uses.extend(longest.map(|text| Use { set: text.set, way: text.way, first, last: first + text.rest.len() }));
        }
        uses
    }

    /// The way that most uses of a set have, and how many; the preferred one where two are as frequent.
    fn usual(counts: &[usize]) -> (usize, usize) {
        let usual = (0..counts.len()).max_by_key(|&way| (counts[way], std::cmp::Reverse(way))).unwrap_or(0);
        (usual, counts.get(usual).copied().unwrap_or(0))
    }
}

impl Check for Mixed {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let uses = self.uses(context);
        if uses.is_empty() {
            return;
        }
        let mut counts: Vec<Vec<usize>> = self.sets.iter().map(|set| vec![0; set.ways.len()]).collect();
        for used in &uses {
            counts[used.set][used.way] += 1;
        }
        for used in &uses {
            let set = &self.sets[used.set];
            let (usual, often) = Self::usual(&counts[used.set]);
            let times = counts[used.set][used.way];
            let is_usual = often >= set.least && (often > times || !set.majority);
            if used.way == usual || !is_usual || set.most.is_some_and(|most| times > most) {
                continue;
            }
            let span = context.words()[used.first].span.to(context.words()[used.last].span);
            let lazim = set.ways[usual].0.first().map_or("", String::as_str);
            out.push(finding(context, used, span, lazim, set).with("kali", often));
        }
    }
}

fn finding(context: &Context, used: &Use, span: Span, usual: &str, set: &Settings) -> Finding {
    let mut finding = Finding::at(span).with("lazim", usual);
    if set.replace {
        let text = written(context, used, usual, &set.ways[used.way]);
        finding = finding.or(vec![Edit::replace(span, text)]);
    }
    finding
}

/// `usual` as it is written in the place of `way`: a capital that the word has everywhere, as *Anda*, is not handed on.
fn written(context: &Context, used: &Use, usual: &str, way: &Way) -> String {
    let is_inside = !context.opens_sentence(used.first) && !context.block(used.first).kind.is_heading();
    let has_own_capital = way.0.iter().any(|text| text.starts_with(char::is_uppercase));
    if is_inside && has_own_capital && context.words()[used.first].shape == Shape::Capital {
        usual.to_owned()
    } else {
        casing::like(context, used.first, used.last, usual)
    }
}
