//! What the client asks: diagnostics, actions, and what stands under the pointer.

use std::sync::Arc;

use gen_lsp_types as lsp;
use lsp_server::ErrorCode;
use serde::Serialize;
use serde_json::{Value, json};

use super::actions::Offer;
use super::edits::{between, workspace_edit};
use super::hover;
use super::notices::read;
use super::publish::Teller;
use super::server::{Refusal, Server};
use crate::diagnostic::{Diagnostic, Safety};
use crate::fix::fix;
use crate::lint::RuleSet;
use crate::lint::silence::silencing_edit;
use crate::text::Edit;

impl Server {
    /// The answer to the request `method`.
    pub(super) fn answer_to(&mut self, method: &str, parameters: Value) -> Result<Value, Refusal> {
        match method {
            "textDocument/diagnostic" => self.diagnostic_report(&understood(parameters)?),
            "textDocument/codeAction" => self.code_actions(&understood(parameters)?),
            "codeAction/resolve" => self.resolve(understood(parameters)?),
            "textDocument/hover" => self.hover(&understood(parameters)?),
            "workspace/executeCommand" => self.execute(&understood(parameters)?),
            _ => Err(Refusal::new(ErrorCode::MethodNotFound, &format!("`{method}` is not served"))),
        }
    }

    /// What is found in an open text, as the protocol has it.
    pub(super) fn diagnostics(&mut self, uri: &str) -> Option<Vec<lsp::Diagnostic>> {
        let found = self.found(uri)?;
        self.told_of(uri, |teller| teller.all(&found))
    }

    /// What `tell` makes of an open text.
    fn told_of<R>(&self, uri: &str, tell: impl FnOnce(&Teller) -> R) -> Option<R> {
        let buffer = self.buffers.get(uri)?;
        let places = buffer.places(self.client.can.encoding);
        let lang = self.projects.lang(buffer);
        Some(tell(&Teller { uri, places: &places, can: &self.client.can, pages: &self.pages, lang }))
    }

    /// What names the result of an open text.
    pub(super) fn result(&self, uri: &str) -> Option<String> {
        let buffer = self.buffers.get(uri)?;
        Some(format!("{}-{}.{}", self.generation, buffer.opening, buffer.version))
    }

    fn diagnostic_report(&mut self, parameters: &lsp::DocumentDiagnosticParams) -> Result<Value, Refusal> {
        let uri = &parameters.text_document.uri.0;
        let id = self.result(uri).ok_or_else(unknown)?;
        if parameters.previous_result_id.as_ref() == Some(&id) {
            return Ok(json!({ "kind": "unchanged", "resultId": id }));
        }
        let items = self.diagnostics(uri).unwrap_or_default();
        Ok(json!({ "kind": "full", "resultId": id, "items": value(items) }))
    }

    fn code_actions(&mut self, parameters: &lsp::CodeActionParams) -> Result<Value, Refusal> {
        let uri = &parameters.text_document.uri.0;
        let found = self.found(uri).ok_or_else(unknown)?;
        let asked = self.buffers.get(uri).ok_or_else(unknown)?.places(self.client.can.encoding).span(parameters.range);
        let is_here = |finding: &Diagnostic| finding.span.start <= asked.end && asked.start <= finding.span.end;
        let here: Vec<usize> = (0..found.len()).filter(|&at| is_here(&found[at])).collect();
        let told = |teller: &Teller| here.iter().map(|&at| (at, teller.one(&found[at]))).collect::<Vec<_>>();
        let told = self.told_of(uri, told).unwrap_or_default();
        let only = parameters.context.only.as_ref();
        let only: Option<Vec<String>> =
            only.map(|kinds| kinds.iter().filter_map(|kind| value(kind).as_str().map(str::to_owned)).collect());
        let buffer = self.buffers.get(uri).ok_or_else(unknown)?;
        let rules = self.rules(uri);
        let offer = Offer {
            buffer,
            found: &found,
            rules: rules.as_ref().map_or(&[], |rules| rules.rules()),
            can: &self.client.can,
            only: only.as_deref(),
            lang: self.projects.lang(buffer),
        };
        let actions = offer.all(&told);
        if self.client.can.resolves_edits {
            return Ok(value(actions));
        }
        // Without a second question, every edit has to be there already; one that cannot be made is no offer.
        let made = actions.into_iter().filter_map(|action| self.resolved(action).ok());
        Ok(value(made.collect::<Vec<_>>()))
    }

    /// The rules that look at an open text.
    fn rules(&self, uri: &str) -> Option<Arc<RuleSet>> {
        let profile = self.projects.profile(self.buffers.get(uri)?).ok().flatten()?;
        Some(profile.rules.clone())
    }

    fn resolve(&mut self, action: lsp::CodeAction) -> Result<Value, Refusal> {
        self.resolved(action).map(value)
    }

    /// The action with its edit.
    fn resolved(&mut self, mut action: lsp::CodeAction) -> Result<lsp::CodeAction, Refusal> {
        let Some(data) = action.data.take().filter(|_| action.edit.is_none()) else { return Ok(action) };
        let uri = data.get("uri").and_then(Value::as_str).ok_or_else(unknown)?;
        let buffer = self.buffers.get(uri).ok_or_else(unknown)?;
        if data.get("version") != Some(&json!(buffer.version)) {
            return Err(Refusal::new(ErrorCode::ContentModified, "the text has changed"));
        }
        let edits = match data.get("kind").and_then(Value::as_str) {
            Some("fixAll") => self.fix_all_edits(uri)?,
            Some("ignore") => {
                let at = data.get("finding").and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
                vec![self.ignoring_edit(uri, at.unwrap_or(usize::MAX))?]
            }
            _ => return Err(Refusal::parameters("the action is none of saksama's")),
        };
        let buffer = self.buffers.get(uri).ok_or_else(unknown)?;
        action.edit = Some(workspace_edit(buffer, &edits, &self.client.can));
        Ok(action)
    }

    /// The edits that all safe fixes make, until nothing safe is left.
    pub(super) fn fix_all_edits(&mut self, uri: &str) -> Result<Vec<Edit>, Refusal> {
        let Self { buffers, projects, .. } = self;
        let buffer = buffers.get(uri).ok_or_else(unknown)?;
        let fixed = fix(buffer.source.clone(), Safety::Safe, |source| projects.check_instead(buffer, &source.text));
        Ok(between(&buffer.source.text, &fixed.source.text))
    }

    fn ignoring_edit(&mut self, uri: &str, at: usize) -> Result<Edit, Refusal> {
        let found = self.found(uri).ok_or_else(unknown)?;
        let finding = found.get(at).ok_or_else(unknown)?;
        let Self { buffers, projects, .. } = self;
        let buffer = buffers.get(uri).ok_or_else(unknown)?;
        let (text, format) = (&buffer.source.text, buffer.format);
        let lint = |text: &str| projects.check_instead(buffer, text);
        let edit = silencing_edit(text, format, (&found, finding), "", lint);
        edit.ok_or_else(|| Refusal::failure("no comment silences this finding alone"))
    }

    fn hover(&mut self, parameters: &lsp::HoverParams) -> Result<Value, Refusal> {
        let lsp::TextDocumentPositionParams { text_document, position } = &parameters.text_document_position_params;
        let uri = &text_document.uri.0;
        let found = self.found(uri).ok_or_else(unknown)?;
        let buffer = self.buffers.get(uri).ok_or_else(unknown)?;
        let places = buffer.places(self.client.can.encoding);
        let at = places.offset(*position);
        let is_here = |finding: &&Diagnostic| finding.span.start <= at && at <= finding.span.end;
        let here: Vec<&Diagnostic> = found.iter().filter(is_here).collect();
        let Some(first) = here.first() else { return Ok(Value::Null) };
        let lang = self.projects.lang(buffer);
        let rules = self.rules(uri);
        let own = rules.as_ref().map_or(&[][..], |rules| rules.rules());
        let text = hover::text(&here, own, lang, |rule| self.pages.href(rule, lang));
        let contents = if self.client.can.renders_markdown {
            json!({ "kind": "markdown", "value": text })
        } else {
            json!({ "kind": "plaintext", "value": hover::plain(&text) })
        };
        Ok(json!({ "contents": contents, "range": value(places.range(first.span)) }))
    }
}

/// The parameters of a request.
fn understood<T: serde::de::DeserializeOwned>(parameters: Value) -> Result<T, Refusal> {
    read(parameters).map_err(|error| Refusal::parameters(&error.to_string()))
}

/// The refusal for a text that is not open.
fn unknown() -> Refusal {
    Refusal::parameters("no such text is open")
}

fn value(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
