//! Hyphens of a line break left inside words: *pemba- ngunan*.

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::language::{lexicon, morphology};
use crate::text::{Edit, Span};

/// `[check.hyphen-break]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Words that may follow a hyphen left hanging: *antar- dan intrakota*.
    pub conjunctions: Vec<String>,
    /// Words before a prefix that is spoken of: *awalan ter- pada …*.
    #[serde(default)]
    pub mentions: Vec<String>,
    /// The fewest letters of both halves together.
    pub letters: usize,
}

/// The check.
pub struct HyphenBreak {
    settings: Settings,
}

impl HyphenBreak {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// How sure it is that the halves are one word; `None` where they are not.
    fn judge(&self, left: &str, right: &str) -> Option<Certainty> {
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        let joined = format!("{left}{right}");
        let is_word = joined.chars().count() >= self.settings.letters && morphology::is_known(&joined);
        let is_other = left == right || self.settings.conjunctions.contains(&right);
        if !is_word || is_other || lexicon::entry(&left).is_some_and(lexicon::Entry::is_bound) {
            return None;
        }
        // Where both halves are words, a compound or a list may be meant.
        let are_words = morphology::is_known(&left) && morphology::is_known(&right);
        Some(if are_words { Certainty::Doubtful } else { Certainty::Certain })
    }

    /// Whether the text before a half speaks of it.
    fn is_mentioned(&self, before: &str) -> bool {
        let word = before.split_whitespace().next_back().unwrap_or_default();
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        self.settings.mentions.contains(&word)
    }
}

impl Check for HyphenBreak {
    fn triggers(&self) -> Triggers {
        Triggers { literals: ["- ", "-\n", "-\r"].map(str::to_owned).to_vec(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let span = context.document.prose.blocks[block].span;
        let text = context.text(span);
        for (at, _) in text.match_indices('-') {
            let Some((left, gap, right)) = halves(text, at) else { continue };
            let Some(certainty) = self.judge(left, right) else { continue };
            if self.is_mentioned(&text[..at - left.len()]) {
                continue;
            }
            let place = |from: usize, to: usize| {
                let local = Span::of(from..to);
                Span::new(span.start + local.start, span.start + local.end)
            };
            let whole = place(at - left.len(), at + gap + right.len());
            out.push(Finding::at(whole).or(vec![Edit::delete(place(at, at + gap))]).at_most(certainty));
        }
    }
}

/// The letters before the hyphen at `at`, the length of the hyphen with the white space behind it, and the small letters
/// that follow; `None` where no word is broken.
fn halves(text: &str, at: usize) -> Option<(&str, usize, &str)> {
    let before = &text[..at];
    let left = &before[before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |from| from + char_at(before, from))..];
    let behind = &text[at + 1..];
    let right = behind.trim_start_matches([' ', '\n', '\r', '\u{A0}']);
    let gap = 1 + behind.len() - right.len();
    let right = &right[..right.find(|c: char| !c.is_alphabetic()).unwrap_or(right.len())];
    let is_free = !before[..before.len() - left.len()].ends_with(['-', '/', '.', '@', '_']);
    let is_broken = gap > 1 && !left.is_empty() && right.starts_with(char::is_lowercase);
    (is_broken && is_free && right.chars().all(char::is_lowercase)).then_some((left, gap, right))
}

fn char_at(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}
