//! Paragraphs that begin with the same words, one after the other.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{FormId, Shape, Word};
use crate::text::Span;

/// `[check.opening]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// How many words must be the same.
    pub words: usize,
    /// How many paragraphs must begin so, one after the other; headings between them do not count.
    pub paragraphs: usize,
    /// The fewest words of a paragraph: shorter ones are lines of a list, a poem or a dialogue.
    pub least_words: usize,
    /// Words also written apart, so that both ways count as one.
    #[serde(default)]
    pub joined: FxHashMap<String, (String, String)>,
}

/// The check.
pub struct Opening {
    settings: Settings,
}

/// The first words of a paragraph.
struct Head {
    forms: Vec<FormId>,
    span: Span,
}

impl Opening {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// How the paragraph begins; `None` where it begins with a name or not with words, or is short.
    fn head(&self, context: &Context, words: &[Word]) -> Option<Head> {
        if words.len() < self.settings.least_words {
            return None;
        }
        let mut forms = Vec::with_capacity(self.settings.words + 1);
        let mut used = 0;
        for word in words.iter().take_while(|word| word.is_word()) {
            let form = context.form(*word);
            match self.settings.joined.get(&*form.text) {
                Some((left, right)) => {
                    // A half that no text has met cannot stand apart elsewhere.
                    forms.push(context.vocabulary.number(left).unwrap_or(word.form));
                    forms.push(context.vocabulary.number(right).unwrap_or(word.form));
                }
                None => forms.push(word.form),
            }
            used += 1;
            if forms.len() >= self.settings.words {
                break;
            }
        }
        if forms.len() < self.settings.words || words[1..used].iter().any(|word| word.shape != Shape::Lower) {
            return None;
        }
        forms.truncate(self.settings.words);
        Some(Head { forms, span: words[0].span.to(words[used - 1].span) })
    }

    fn close(&self, run: &mut Vec<Head>, out: &mut Vec<Finding>) {
        if run.len() >= self.settings.paragraphs {
            let mut finding = Finding::at(run[0].span).with("jumlah", run.len());
            finding.related = run[1..].iter().map(|head| head.span).collect();
            out.push(finding);
        }
        run.clear();
    }
}

impl Check for Opening {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let document = context.document;
        let mut run: Vec<Head> = Vec::new();
        for (block, sentences) in document.prose.blocks.iter().zip(&document.block_sentences) {
            if block.kind.is_heading() {
                continue;
            }
            let words = document.sentences[sentences.clone()].first().zip(document.sentences[sentences.clone()].last());
            let words = words.map_or(0..0, |(first, last)| first.words.start..last.words.end);
            let is_paragraph = block.kind == BlockKind::Paragraph;
            let head = is_paragraph.then(|| self.head(context, &document.words[words])).flatten();
            if head.as_ref().zip(run.last()).is_none_or(|(head, last)| head.forms != last.forms) {
                self.close(&mut run, out);
            }
            run.extend(head);
        }
        self.close(&mut run, out);
    }
}
