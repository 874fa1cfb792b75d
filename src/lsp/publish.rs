//! Diagnostics as the protocol has them.

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::client::Abilities;
use super::pages::Pages;
use super::position::Places;
use super::uri;
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::rule::Lang;
use crate::text::Lines;

/// A text, and how its diagnostics are told.
pub struct Teller<'t> {
    /// How the client calls the text.
    pub uri: &'t str,
    /// Places in it.
    pub places: &'t Places<'t>,
    /// What the client can.
    pub can: &'t Abilities,
    /// Where the pages of rules are.
    pub pages: &'t Pages,
    /// The language of messages.
    pub lang: Lang,
}

impl Teller<'_> {
    /// All of `diagnostics`.
    pub fn all(&self, diagnostics: &[Diagnostic]) -> Vec<lsp::Diagnostic> {
        diagnostics.iter().map(|diagnostic| self.one(diagnostic)).collect()
    }

    /// One diagnostic: where, how bad, what, by which rule, with its page, its further places and its fixes.
    pub fn one(&self, diagnostic: &Diagnostic) -> lsp::Diagnostic {
        let related = || diagnostic.related.iter().map(|related| self.related(related)).collect();
        let has_related = self.can.shows_related && !diagnostic.related.is_empty();
        let href = self.pages.href(&diagnostic.rule, self.lang);
        lsp::Diagnostic {
            range: self.places.range(diagnostic.span),
            severity: Some(severity(diagnostic.severity)),
            code: Some(lsp::Code::String(diagnostic.rule.clone())),
            code_description: href.map(|href| lsp::CodeDescription { href: lsp::Uri(href) }),
            source: Some("saksama".to_owned()),
            message: lsp::Message::String(diagnostic.message.clone()),
            tags: is_superfluous(diagnostic).then(|| vec![lsp::DiagnosticTag::Unnecessary]),
            related_information: has_related.then(related),
            data: Some(self.data(diagnostic)),
        }
    }

    fn related(&self, related: &Related) -> lsp::DiagnosticRelatedInformation {
        let location = match &related.elsewhere {
            None => lsp::Location { uri: lsp::Uri(self.uri.to_owned()), range: self.places.range(related.span) },
            Some(other) => {
                let lines = Lines::new(&other.text);
                let range = Places::new(&other.text, &lines, self.can.encoding).range(related.span);
                lsp::Location { uri: lsp::Uri(uri::of_path(other.name.as_ref())), range }
            }
        };
        lsp::DiagnosticRelatedInformation { location, message: related.message.clone() }
    }

    /// What a program needs to mend the finding without asking again.
    fn data(&self, diagnostic: &Diagnostic) -> Value {
        let edit = |edit: &crate::text::Edit| json!({ "range": self.places.range(edit.span), "newText": edit.text });
        let fixes = diagnostic.fixes.iter().map(|fix| {
            let edits: Vec<Value> = fix.edits.iter().map(edit).collect();
            json!({ "title": fix.title, "safety": fix.safety.name(), "edits": edits })
        });
        json!({ "rule": diagnostic.rule, "fixes": fixes.collect::<Vec<_>>() })
    }
}

const fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
        Severity::Info => lsp::DiagnosticSeverity::Information,
    }
}

/// Whether all that was found should go: editors grey such text out.
fn is_superfluous(diagnostic: &Diagnostic) -> bool {
    let deletes = |edit: &crate::text::Edit| edit.text.is_empty() && edit.span.contains(diagnostic.span);
    diagnostic.fixes.first().is_some_and(|fix| fix.edits.len() == 1 && fix.edits.iter().all(deletes))
}
