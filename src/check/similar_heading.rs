//! Headings that say nearly the same: *Manfaat teh bagi tubuh*, *Khasiat teh untuk tubuh*.
//!
//! Headings are compared by their words without clitics and repetition, words of one meaning as one. Every other word
//! tells them apart (*Langkah 1*, *Kelebihan kayu*): one more in a heading nearly always names another thing.

use std::collections::hash_map::Entry;

use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Form, Stamped, WordKind, stamp};

/// `[check.similar-heading]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The fewest words of content of a heading.
    pub words: usize,
    /// The most pairs in one document; more are a plan.
    pub most: usize,
    /// Words that headings do not differ by.
    pub skip: Vec<String>,
    /// Words of one meaning in headings; a list each.
    pub same: Vec<Vec<String>>,
}

/// The check.
pub struct SimilarHeading {
    settings: Settings,
    skip: Stamped<()>,
    /// Under the stamp of a word that of the first of its meaning.
    same: FxHashMap<u64, u64>,
}

/// The stamps of the words of a heading.
type Key = Vec<u64>;

/// A heading: where, below which other one, and its words as they are and normalised.
struct Heading {
    block: usize,
    place: (u8, usize),
    written: Key,
    key: Key,
}

impl SimilarHeading {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let mut same = FxHashMap::default();
        for group in &settings.same {
            let Some(first) = group.first() else { continue };
            same.extend(group.iter().map(|word| (stamp(word), stamp(first))));
        }
        let skip = settings.skip.iter().map(String::as_str).collect();
        Self { settings: settings.clone(), skip, same }
    }

    fn headings(&self, context: &Context) -> Vec<Heading> {
        let mut headings = Vec::new();
        let mut parents = [usize::MAX; 7];
        for (block, one) in context.document.prose.blocks.iter().enumerate() {
            let BlockKind::Heading(level) = one.kind else { continue };
            let depth = usize::from(level.min(6));
            parents[depth] = block;
            // Below the second level a heading may recur under another one.
            let parent = if depth > 2 { parents[depth - 1] } else { usize::MAX };
            if let Some((written, key)) = self.key(context, block) {
                headings.push(Heading { block, place: (level, parent), written, key });
            }
        }
        headings
    }

    /// The words of the heading, as they are and normalised; `None` where there are few, or not only words.
    fn key(&self, context: &Context, block: usize) -> Option<(Key, Key)> {
        let sentences = context.document.block_sentences[block].clone();
        let sentences = &context.document.sentences[sentences];
        let most = sentences.iter().map(|sentence| sentence.words.len()).sum();
        let words = sentences.iter().flat_map(|sentence| sentence.words.clone());
        let (mut written, mut key) = (Key::with_capacity(most), Key::with_capacity(most));
        for at in words {
            let word = context.words()[at];
            match word.kind {
                WordKind::Word => {
                    let form = context.form(word);
                    written.push(form.stamp);
                    if !self.skip.has(form) {
                        let plain = plain(form);
                        key.push(self.same.get(&plain).copied().unwrap_or(plain));
                    }
                }
                WordKind::Number if !key.is_empty() => key.push(stamp(context.text(word.span))),
                WordKind::Number | WordKind::Punctuation | WordKind::Emoji | WordKind::Symbol => {}
                _ => return None,
            }
        }
        (key.len() >= self.settings.words).then_some((written, key))
    }
}

impl Check for SimilarHeading {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let headings = self.headings(context);
        let mut known: FxHashMap<((u8, usize), &Key), usize> =
            FxHashMap::with_capacity_and_hasher(headings.len(), FxBuildHasher);
        let mut found = Vec::new();
        for (index, heading) in headings.iter().enumerate() {
            match known.entry((heading.place, &heading.key)) {
                Entry::Vacant(entry) => {
                    entry.insert(index);
                }
                // The same words are for the rule about repeated headings.
                Entry::Occupied(entry) if headings[*entry.get()].written != heading.written => {
                    found.push((*entry.get(), index));
                }
                Entry::Occupied(_) => {}
            }
        }
        if found.len() <= self.settings.most {
            let span = |heading: usize| context.document.prose.blocks[headings[heading].block].span;
            out.extend(found.into_iter().map(|(earlier, later)| {
                let mut finding = Finding::at(span(later)).with("awal", context.text(span(earlier)).trim());
                finding.related.push(span(earlier));
                finding
            }));
        }
    }
}

/// The stamp of the form without *-nya* and repetition.
fn plain(form: &Form) -> u64 {
    let text = &*form.text;
    let plain = match text.split_once('-') {
        Some((first, second)) if first == second => Some(first),
        _ => text.strip_suffix("nya").filter(|bare| bare.len() > 3 && form.entry().is_none()),
    };
    plain.map_or(form.stamp, stamp)
}
