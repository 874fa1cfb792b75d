//! Emoji at either end of a heading.

use serde::Deserialize;

use super::settings::{FormatName, allows, one_or_many};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::language::{Word, WordKind};
use crate::text::{Edit, Span};

/// `[check.heading-emoji]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The formats looked at; all when empty.
    #[serde(default, deserialize_with = "one_or_many")]
    pub formats: Vec<FormatName>,
}

/// The check.
pub struct HeadingEmoji {
    settings: Settings,
}

impl HeadingEmoji {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }
}

impl Check for HeadingEmoji {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let document = context.document;
        if !allows(&self.settings.formats, |name: FormatName| name.is(document.format)) {
            return;
        }
        for (index, block) in document.prose.blocks.iter().enumerate() {
            if block.kind.is_heading() && !context.text(block.span).is_ascii() {
                let sentences = &document.sentences[document.block_sentences[index].clone()];
                let range = sentences.first().zip(sentences.last()).map(|(a, b)| a.words.start..b.words.end);
                look(context, &context.words()[range.unwrap_or(0..0)], out);
            }
        }
    }
}

/// Looks at the words of one heading.
fn look(context: &Context, words: &[Word], out: &mut Vec<Finding>) {
    let is_emoji = |word: &&Word| word.kind == WordKind::Emoji && is_picture(context.text(word.span));
    let head = words.iter().take_while(is_emoji).count();
    // A heading of nothing but emoji is its own subject.
    if head == words.len() {
        return;
    }
    let tail = words.len() - words.iter().rev().take_while(is_emoji).count();
    for run in runs(&words[..head]) {
        let next = words[head..].first().map_or(run.end, |word| word.span.start);
        let end = if run.end == words[head - 1].span.end { next } else { run.end };
        out.push(Finding::at(run).or(vec![Edit::replace(Span::new(run.start, end), "")]));
    }
    for run in runs(&words[tail..]) {
        let before = words[..tail].last().map_or(run.start, |word| word.span.end);
        let start = if run.start == words[tail].span.start { before } else { run.start };
        out.push(Finding::at(run).or(vec![Edit::replace(Span::new(start, run.end), "")]));
    }
}

/// Stretches of emoji without white space between them.
fn runs(words: &[Word]) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for word in words {
        match runs.last_mut() {
            Some(last) if last.end == word.span.start => last.end = word.span.end,
            _ => runs.push(word.span),
        }
    }
    runs
}

/// Whether `text` shows as a picture, not as a sign of text such as → or ★ (Unicode, Emoji_Presentation and U+FE0F).
fn is_picture(text: &str) -> bool {
    text.contains(['\u{FE0F}', '\u{20E3}']) || text.starts_with(is_picture_by_itself)
}

const fn is_picture_by_itself(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}'
        | '\u{2614}' | '\u{2615}' | '\u{2648}'..='\u{2653}' | '\u{267F}' | '\u{2693}' | '\u{26A1}' | '\u{26BD}' | '\u{26BE}'
        | '\u{26C4}' | '\u{26C5}' | '\u{26D4}' | '\u{26EA}' | '\u{26F2}' | '\u{26F3}' | '\u{26F5}' | '\u{26FA}' | '\u{26FD}'
        | '\u{2705}' | '\u{270A}' | '\u{270B}' | '\u{2728}' | '\u{274C}' | '\u{274E}' | '\u{2753}'..='\u{2755}' | '\u{2757}'
        | '\u{2795}'..='\u{2797}' | '\u{27B0}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '♂' | '♀')
}
