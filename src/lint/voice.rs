//! Putting a finding into words.

use std::borrow::Cow;

use super::foreign::{self, Surroundings};
use super::quotation::Quotations;
use super::{Found, RuleSet};
use crate::check::{Certainty, Finding, Kind};
use crate::diagnostic::{Diagnostic, Fingerprint, Fix, Related, Safety, Severity};
use crate::document::Context;
use crate::rule::{Group, Lang, Quotation, Rule, fill};
use crate::text::{Edit, Span, apply_within};

/// The diagnostic of a finding; `None` where it has no place in the source, or where the text may keep its words.
pub(super) fn speak(rules: &RuleSet, context: &Context, quotations: &Quotations, found: Found) -> Option<Diagnostic> {
    let rule = &rules.rules[found.rule as usize];
    let mut finding = found.finding;
    if is_accepted(rules, rule, context, &finding) {
        return None;
    }
    if rule.quotation != Quotation::Count && quotations.hold(finding.span) {
        if rule.quotation == Quotation::Skip {
            return None;
        }
        finding = finding.at_most(Certainty::Doubtful);
    }
    let reads_words = matches!(rule.group, Group::Ejaan | Group::Kata);
    if reads_words || matches!(rule.group, Group::Kalimat | Group::Gaya | Group::Struktur) {
        match foreign::around(context, finding.span) {
            Surroundings::Sentence => return None,
            Surroundings::Term if reads_words => finding = finding.at_most(Certainty::Doubtful),
            Surroundings::Term | Surroundings::Own => {}
        }
    }
    let offsets = &context.document.prose.offsets;
    let span = offsets.to_source(finding.span)?;
    let (severity, safety) = match finding.certainty {
        Certainty::Certain => (rule.severity, rule.fix),
        Certainty::Doubtful => (lower(rule.severity), Safety::Unsafe),
    };
    let mended: Vec<String> = finding.fixes.iter().map(|edits| mended(context, &finding, edits)).collect();
    let message = message(rules.lang, rule, context, &finding, mended.first().map_or("", String::as_str));
    let fixes = finding.fixes.iter().zip(&mended);
    let fixes = fixes.filter_map(|(edits, mended)| fix(rules.lang, context, &finding, edits, mended, safety)).collect();
    let also = rules.lang.pick("juga di sini", "also here");
    let related = finding.related.iter().filter_map(|&place| offsets.to_source(place));
    let related = related.map(|span| Related::here(span, also)).collect();
    // What is found by looking at the whole document is the same wherever it is most conspicuous just now.
    let is_everywhere = !finding.related.is_empty() && rules.document_checks.contains(&found.check);
    let fingerprint = if is_everywhere {
        Fingerprint::of(&rule.name, &context.text(finding.span).to_lowercase())
    } else {
        Fingerprint::of(&rule.name, sentence(context, finding.span))
    };
    Some(Diagnostic { rule: rule.name.clone(), severity, span, message, related, fixes, fingerprint })
}

/// The sentence that `place` begins in; the place itself where it stands outside of sentences.
fn sentence<'d>(context: &Context<'d>, place: Span) -> &'d str {
    let sentences = &context.document.sentences;
    let at = sentences.partition_point(|sentence| sentence.span.end <= place.start);
    let around = sentences.get(at).filter(|sentence| sentence.span.start <= place.start);
    context.text(around.map_or(place, |sentence| sentence.span))
}

pub(super) const fn lower(severity: Severity) -> Severity {
    match severity {
        Severity::Error => Severity::Warning,
        Severity::Warning | Severity::Info => Severity::Info,
    }
}

/// Whether the text found is a word the writer accepts; an unknown word also where it is built from one, or in a dictionary.
fn is_accepted(rules: &RuleSet, rule: &Rule, context: &Context, finding: &Finding) -> bool {
    let found = context.text(finding.span);
    rules.accepted.lists(found) || matches!(rule.check, Kind::Spelling(_)) && rules.accepted.knows(found)
}

/// What `rule` says of the finding, whose place reads `right` after its first fix.
fn message(lang: Lang, rule: &Rule, context: &Context, finding: &Finding, right: &str) -> String {
    let template = lang.pick(rule.message.as_str(), rule.en.message.as_str());
    let found = context.text(finding.span);
    let (shown_found, shown_right) = (shown(found), shown(right));
    // Where only spaces change, they have to be seen.
    let spaces = shown_found == shown_right;
    let visible = |text: &str| Cow::Owned(text.replace([' ', '\u{A0}', '\t'], "␣"));
    fill(template, |name| match name {
        "temuan" | "saran" if spaces => Some(visible(if name == "temuan" { found } else { right })),
        "temuan" => Some(Cow::Borrowed(&*shown_found)),
        "saran" => Some(Cow::Borrowed(&*shown_right)),
        _ => finding.values.iter().find(|(known, _)| *known == name).map(|(_, value)| Cow::Borrowed(value.as_str())),
    })
}

/// The text from the first to the last byte of the finding and of `edits`, after them.
fn mended(context: &Context, finding: &Finding, edits: &[Edit]) -> String {
    let whole = edits.iter().fold(finding.span, |span, edit| span.to(edit.span));
    apply_within(context.text(whole), whole.start, edits)
}

/// `text` on one line, and not longer than a message can bear.
fn shown(text: &str) -> Cow<'_, str> {
    const MOST: usize = 60;
    if text.len() <= MOST && is_one_line(text) {
        return Cow::Borrowed(text);
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Cow::Owned(match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    })
}

/// Whether nothing but single spaces parts the words of `text`.
fn is_one_line(text: &str) -> bool {
    let mut before = ' ';
    let fits = |c: char| {
        let fits = !c.is_whitespace() || c == ' ' && before != ' ';
        before = c;
        fits
    };
    text.chars().all(fits) && before != ' '
}

/// The fix of `edits`, after which the place of the finding reads `mended`.
fn fix(lang: Lang, context: &Context, finding: &Finding, edits: &[Edit], mended: &str, safety: Safety) -> Option<Fix> {
    let suggestion = shown(mended.trim());
    let title = if suggestion.is_empty() {
        [lang.pick("Hapus", "Delete"), " “", &shown(context.text(finding.span)), "”"].concat()
    } else {
        [lang.pick("Tulis", "Write"), " “", &suggestion, "”"].concat()
    };
    let (mut placed, mut safety) = (Vec::with_capacity(edits.len()), safety);
    for edit in edits {
        let (edit, own) = in_source(context, edit)?;
        placed.push(edit);
        safety = safety.min(own);
    }
    Some(Fix { title, safety, edits: placed })
}

/// The edit in the source; `None` where it would cross markup, an entity or something not to be read.
///
/// Where only what changes keeps clear of markup the edit is made, but it is not safe: *di **mulai*** becomes one word with
/// the mark inside it.
fn in_source(context: &Context, edit: &Edit) -> Option<(Edit, Safety)> {
    let offsets = &context.document.prose.offsets;
    if let Some(span) = offsets.to_verbatim(edit.span).or_else(|| across_line_end(context, edit.span)) {
        return Some((Edit::replace(span, edit.text.clone()), Safety::Safe));
    }
    let (span, text) = trimmed(context.text(edit.span), edit);
    offsets.to_verbatim(span).map(|span| (Edit::replace(span, text), Safety::Unsafe))
}

/// The place of `span` in the source where the line end inside it is all that is not a copy: *di⏎mulai* with `\r\n`.
fn across_line_end(context: &Context, span: Span) -> Option<Span> {
    let place = context.document.prose.offsets.to_source(span)?;
    let written = place.of_text(&context.document.source.text);
    let is_copy = written.contains("\r\n") && spaced(&written.replace("\r\n", " ")) == spaced(context.text(span));
    is_copy.then_some(place)
}

/// `text` with line ends as spaces.
fn spaced(text: &str) -> String {
    text.replace('\n', " ")
}

/// The edit without what it leaves as it is at either end.
fn trimmed<'e>(old: &str, edit: &'e Edit) -> (Span, &'e str) {
    let new = edit.text.as_str();
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(old, new)| old == new).map(|(old, _)| old.len_utf8()).sum()
    };
    let head = same(&mut old.chars().zip(new.chars()));
    let (old, new) = (&old[head..], &new[head..]);
    let tail = same(&mut old.chars().rev().zip(new.chars().rev()));
    let narrow = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    (Span::new(edit.span.start + narrow(head), edit.span.end - narrow(tail)), &new[..new.len() - tail])
}
