//! Foreign words: with an Indonesian affix and no hyphen (*diupload*), or where Indonesian has a word of its own.

use serde::Deserialize;

use super::{Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::format::{Format, MarkKind};
use crate::language::{Form, Shape, foreign};
use crate::text::{Edit, Span};

/// `[check.foreign]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is looked for.
    pub find: Find,
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Find {
    /// An affix joined to a foreign verb.
    Joined,
    /// A foreign word that stands alone and in upright type, where Indonesian has a word of its own.
    Term,
}

/// The check.
pub struct Foreign {
    find: Find,
}

impl Foreign {
    /// The check with these settings.
    pub const fn new(settings: &Settings) -> Self {
        Self { find: settings.find }
    }

    fn joined(context: &Context, at: usize, span: Span) -> Option<Finding> {
        if casing::may_be_name(context, at) {
            return None;
        }
        let written = context.written(at);
        let (prefix, length, verb) = foreign::joined(context.form_text(at))?;
        let (head, tail) = written.split_at_checked(length)?;
        let own = casing::like(context, at, at, &verb.own(prefix));
        // *nge-* is speech: only the Indonesian verb is offered.
        let is_spoken = head.to_ascii_lowercase().starts_with("ng");
        let finding = Finding::at(span).with("padanan", &own);
        let finding = if is_spoken { finding } else { finding.or(vec![Edit::replace(span, format!("{head}-{tail}"))]) };
        Some(finding.or(vec![Edit::replace(span, own)]))
    }

    fn term(context: &Context, at: usize, span: Span) -> Option<Finding> {
        let word = context.words()[at];
        if word.shape != Shape::Lower || is_set_apart(context, span) || is_quoted(context, at) {
            return None;
        }
        let own = foreign::own_term(context.form_text(at))?;
        let finding = Finding::at(span).with("padanan", own).or(vec![Edit::replace(span, own)]);
        let written = context.text(span);
        Some(match context.document.format {
            Format::Plain => finding,
            Format::Markdown | Format::Mdx => finding.or(vec![Edit::replace(span, format!("*{written}*"))]),
            Format::Html => finding.or(vec![Edit::replace(span, format!("<i lang=\"en\">{written}</i>"))]),
        })
    }
}

/// Whether the place is in italics, or the text of a link, which names what it leads to.
fn is_set_apart(context: &Context, span: Span) -> bool {
    let marks = &context.document.prose.marks;
    let before = marks.partition_point(|mark| mark.span.start <= span.start);
    marks[..before].iter().rev().take(8).any(|mark| mark.kind != MarkKind::Strong && mark.span.contains(span))
}

/// Whether the word stands in brackets or quotation marks of its own: *unduh (download)*, *“download”*.
fn is_quoted(context: &Context, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| context.written(before));
    matches!(before, "(" | "“" | "\"" | "‘" | "'" | "«") && !context.is_spaced(at - 1)
}

impl Check for Foreign {
    fn triggers(&self) -> Triggers {
        Triggers { asks_forms: true, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        match self.find {
            Find::Joined => foreign::joined(&form.text).is_some() && form.entry().is_none_or(|entry| !entry.is_name()),
            Find::Term => foreign::own_term(&form.text).is_some(),
        }
    }

    fn at_word(&self, context: &Context, at: usize, _note: u32, out: &mut Vec<Finding>) {
        let span = context.words()[at].span;
        out.extend(match self.find {
            Find::Joined => Self::joined(context, at, span),
            Find::Term => Self::term(context, at, span),
        });
    }
}
