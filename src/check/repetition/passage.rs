//! A long part of a sentence that stands word for word in another paragraph: copied, though the sentences differ.

use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Deserialize;

use super::shingle::Runs;
use crate::check::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{FormId, Sentence, Shape, WordKind};

/// `[check.passage]`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The fewest words that are the same, one after the other.
    pub words: usize,
    /// The share of the longer sentence from which the sentences are the same, which another rule says.
    pub whole: f64,
    /// The share of words with capitals from which it is a name or a title.
    pub name: f64,
    /// The least share of sentences that stand in paragraphs of more than one: reference works have fewer, and set phrases.
    pub prose: f64,
    /// The most findings in one document; more are the set phrases of a reference work.
    pub most: usize,
}

/// The check.
pub struct Passage {
    settings: Settings,
}

/// Words of one sentence with nothing but commas and the like between them.
struct Row {
    /// The indices of the words.
    words: Vec<usize>,
    block: usize,
    /// The first word of the sentence.
    opening: FormId,
    /// How many words the sentence has.
    sentence: usize,
}

/// Where a run begins: a row and a word of it.
type Start = (usize, usize);

/// The multiplier of the rolling hash (that of FxHash).
const BASE: u64 = 0x517C_C1B7_2722_0A95;

impl Passage {
    /// The check with these settings.
    pub const fn new(settings: Settings) -> Self {
        Self { settings }
    }

    /// The rows of those sentences that may hold a copy, in all paragraphs and list items of more than one; none where the
    /// document is no running text.
    fn rows(&self, context: &Context, runs: &Runs) -> Vec<Row> {
        let document = context.document;
        let mut rows = Vec::new();
        let may_hold = |sentence: &usize| runs.may_repeat_in(*sentence, self.settings.words);
        if !(0..document.sentences.len()).any(|sentence| may_hold(&sentence))
            || self.prose(context) < self.settings.prose
        {
            return rows;
        }
        for (block, (one, sentences)) in document.prose.blocks.iter().zip(&document.block_sentences).enumerate() {
            if matches!(one.kind, BlockKind::Paragraph | BlockKind::Item) && sentences.len() > 1 {
                for sentence in sentences.clone().filter(may_hold) {
                    self.split(context, document.sentences[sentence].words.clone(), block, &mut rows);
                }
            }
        }
        rows
    }

    /// The share of sentences, list items among them, that stand in paragraphs of more than one.
    fn prose(&self, context: &Context) -> f64 {
        /// Shorter ones are labels and headings.
        const LEAST_WORDS: usize = 6;
        let document = context.document;
        let (mut all, mut running) = (0, 0);
        for (one, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            if matches!(one.kind, BlockKind::Paragraph | BlockKind::Item) {
                let long = |sentence: &&Sentence| sentence.words.len() >= LEAST_WORDS;
                let count = document.sentences[sentences.clone()].iter().filter(long).count();
                all += count;
                running += if sentences.len() > 1 { count } else { 0 };
            }
        }
        super::ratio(running, all)
    }

    /// Splits a sentence at numbers, code and quotation marks: what stands around these may be a reference or somebody's words.
    fn split(&self, context: &Context, sentence: Range<usize>, block: usize, rows: &mut Vec<Row>) {
        let words = context.words();
        let length = sentence.clone().filter(|at| words[*at].is_word()).count();
        let mut row = Vec::new();
        let opening = words.get(sentence.start).map_or(FormId::NONE, |word| word.form);
        let mut close = |row: &mut Vec<usize>| {
            if row.len() >= self.settings.words {
                rows.push(Row { words: row.clone(), block, opening, sentence: length });
            }
            row.clear();
        };
        for at in sentence {
            match words[at].kind {
                WordKind::Word => row.push(at),
                WordKind::Punctuation
                    if !matches!(context.text(words[at].span), "“" | "”" | "\"" | "«" | "»" | "‘") => {}
                _ => close(&mut row),
            }
        }
        close(&mut row);
    }

    /// How many words from `left` and `right` on are the same.
    fn common(context: &Context, rows: &[Row], left: Start, right: Start) -> usize {
        let form = |at: &usize| context.words()[*at].form;
        let (left, right) = (&rows[left.0].words[left.1..], &rows[right.0].words[right.1..]);
        left.iter().zip(right).take_while(|(left, right)| form(left) == form(right)).count()
    }

    /// Whether a run of so many words from `later` on, which stands at `earlier` too, is worth a word.
    fn is_copy(&self, context: &Context, rows: &[Row], earlier: Start, later: Start, len: usize) -> bool {
        let (first, second) = (&rows[earlier.0], &rows[later.0]);
        let words = &second.words[later.1..later.1 + len];
        let capitals = words.iter().filter(|at| context.words()[**at].shape != Shape::Lower).count();
        let share = |part: usize, whole: usize| super::ratio(part, whole);
        // Sentences that begin alike and go on differently are parallel: steps, cases, entries.
        let are_parallel = first.opening == second.opening || earlier.1 == 0 && later.1 == 0;
        len >= self.settings.words
            && !are_parallel
            && first.block != second.block
            && share(len, first.sentence.max(second.sentence)) < self.settings.whole
            && share(capitals, len) < self.settings.name
    }
}

impl Check for Passage {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let size = self.settings.words;
        let rows = self.rows(context, &Runs::of(context));
        let runs = rows.iter().map(|row| row.words.len()).sum();
        let mut known: FxHashMap<u64, Start> = FxHashMap::with_capacity_and_hasher(runs, FxBuildHasher);
        let mut found = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let form = |at: usize| context.words()[row.words[at]].form;
            let mut at = 0;
            for (start, hash) in windows(row.words.len(), size, form) {
                let later = (number, start);
                let earlier = *known.entry(hash).or_insert(later);
                let len = if start < at || earlier == later { 0 } else { Self::common(context, &rows, earlier, later) };
                if self.is_copy(context, &rows, earlier, later, len) {
                    found.push((earlier, later, len));
                }
                at = at.max(start + len);
            }
        }
        let span = |(row, start): Start, len: usize| {
            let words = &rows[row].words[start..start + len];
            context.words()[words[0]].span.to(context.words()[words[len - 1]].span)
        };
        if found.len() <= self.settings.most {
            out.extend(found.into_iter().map(|(earlier, later, len)| {
                let mut finding = Finding::at(span(later, len)).with("jumlah", len);
                finding.related.push(span(earlier, len));
                finding
            }));
        }
    }
}

/// The start and the hash of every window of `size` forms.
fn windows(len: usize, size: usize, form: impl Fn(usize) -> FormId) -> impl Iterator<Item = (usize, u64)> {
    let power = (0..size).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0_u64;
    (0..len).filter_map(move |end| {
        hash = hash.wrapping_mul(BASE).wrapping_add(u64::from(form(end).0));
        if end >= size {
            hash = hash.wrapping_sub(u64::from(form(end - size).0).wrapping_mul(power));
        }
        (end + 1 >= size).then(|| (end + 1 - size, hash))
    })
}
