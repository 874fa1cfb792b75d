//! Two ways of writing one thing in one document: *pandemi* here, *pandemik* there.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::settings::one_or_many;
use super::{Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::{FormId, Shape, Vocabulary};
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
        Self { sets: settings.to_vec() }
    }

    /// The texts that may stand in a document with these forms, by their first form.
    fn starts(&self, vocabulary: &Vocabulary) -> FxHashMap<FormId, Vec<(usize, usize, Vec<String>)>> {
        let mut starts: FxHashMap<FormId, Vec<_>> = FxHashMap::default();
        for (number, set) in self.sets.iter().enumerate() {
            for (way, texts) in set.ways.iter().enumerate() {
                for text in &texts.0 {
                    let mut words = text.split(' ').map(str::to_lowercase);
                    let Some(first) = words.next().and_then(|word| vocabulary.number(&word)) else { continue };
                    starts.entry(first).or_default().push((number, way, words.collect()));
                }
            }
        }
        starts
    }

    /// Every place where the document uses a way of a set.
    fn uses(&self, context: &Context) -> Vec<Use> {
        let starts = self.starts(context.vocabulary);
        let mut uses = Vec::new();
        if starts.is_empty() {
            return uses;
        }
        for (first, word) in context.words().iter().enumerate() {
            let Some(texts) = starts.get(&word.form) else { continue };
            let end = context.sentence(first).words.end;
            let fits = |rest: &[String]| {
                first + rest.len() < end
                    && rest.iter().enumerate().all(|(at, text)| context.form_text(first + 1 + at) == *text)
            };
            let longest = texts.iter().filter(|(_, _, rest)| fits(rest)).max_by_key(|(_, _, rest)| rest.len());
            uses.extend(longest.map(|(set, way, rest)| Use { set: *set, way: *way, first, last: first + rest.len() }));
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
