//! What the client tells: texts opened, changed and closed, configurations changed.

use std::path::Path;

use gen_lsp_types as lsp;
use lsp_server::Notification;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::buffer::{self, Buffer};
use super::client::{Asked, Urgency};
use super::initialize;
use super::position::Places;
use super::server::{Server, named};
use super::settings::{Run, Settings};
use super::uri;
use crate::cli::configuration::Problem;
use crate::text::Lines;

impl Server {
    /// Takes a notification in; one that cannot be read is logged and passed over.
    pub(super) fn notice(&mut self, notice: Notification) {
        let Notification { method, params } = notice;
        let taken = match method.as_str() {
            "initialized" => {
                initialize::ask(&mut self.client, &self.projects);
                Ok(())
            }
            "textDocument/didOpen" => read(params).map(|open| self.open(open)),
            "textDocument/didChange" => read(params).map(|change| self.change(change)),
            "textDocument/didSave" => read(params).map(|save| self.save(save)),
            "textDocument/didClose" => read(params).map(|close| self.close(close)),
            "workspace/didChangeWatchedFiles" => read(params).map(|changes| self.files_changed(changes)),
            "workspace/didChangeWorkspaceFolders" => read(params).map(|change| self.folders_changed(change)),
            "workspace/didChangeConfiguration" => {
                self.configuration_changed(&params);
                Ok(())
            }
            "window/workDoneProgress/cancel" => {
                self.cancel_progress(params.get("token"));
                Ok(())
            }
            "$/cancelRequest" => {
                if let Some(id) = named(&params) {
                    self.cancel_request(&id);
                }
                Ok(())
            }
            _ => Ok(()),
        };
        if let Err(error) = taken {
            self.client.log(Urgency::Warning, &format!("{method}: {error}"));
        }
    }

    fn open(&mut self, open: lsp::DidOpenTextDocumentParams) {
        self.openings += 1;
        let buffer = Buffer::new(open.text_document, self.openings);
        // What was published of the file would stand beside what a client asks for now.
        if self.told.remove(&buffer.uri) && self.client.can.pulls {
            self.clear(&buffer.uri);
        }
        self.buffers.insert(buffer.uri.clone(), buffer);
    }

    fn change(&mut self, change: lsp::DidChangeTextDocumentParams) {
        let encoding = self.client.can.encoding;
        let lsp::VersionedTextDocumentIdentifier { version, text_document_identifier } = change.text_document;
        let Some(buffer) = self.buffers.get_mut(&text_document_identifier.uri.0) else { return };
        buffer.change(version, change.content_changes, encoding);
        let run = self.projects.folder_of(buffer.path.as_deref()).settings.run;
        buffer.is_stale |= run == Run::OnType;
    }

    fn save(&mut self, save: lsp::DidSaveTextDocumentParams) {
        let uri = save.text_document.uri.0;
        if let Some(buffer) = self.buffers.get_mut(&uri) {
            buffer.is_stale = true;
        }
        if is_configuration(&uri) {
            self.reload();
        }
    }

    fn close(&mut self, close: lsp::DidCloseTextDocumentParams) {
        let uri = close.text_document.uri.0;
        if self.buffers.remove(&uri).is_some() && !self.client.can.pulls {
            self.clear(&uri);
        }
        self.look_again();
    }

    fn files_changed(&mut self, changes: lsp::DidChangeWatchedFilesParams) {
        if changes.changes.iter().any(|change| is_configuration(&change.uri.0)) {
            self.reload();
        } else {
            self.look_again();
        }
    }

    fn folders_changed(&mut self, change: lsp::DidChangeWorkspaceFoldersParams) {
        change.event.removed.iter().for_each(|folder| self.projects.remove(&folder.uri.0));
        change.event.added.iter().for_each(|folder| self.projects.add(&folder.uri.0));
        self.forget_findings();
        initialize::ask_configuration(&mut self.client, &self.projects);
    }

    fn configuration_changed(&mut self, parameters: &Value) {
        match parameters.get("settings") {
            Some(settings) if !settings.is_null() && !self.client.can.configures => {
                self.take_settings(&[Settings::read(settings)]);
            }
            _ => initialize::ask_configuration(&mut self.client, &self.projects),
        }
    }

    /// Takes an answer of the client in.
    pub(super) fn hear(&mut self, asked: &Asked, value: &Value) {
        let (Asked::Configuration(count), Some(values)) = (asked, value.as_array()) else { return };
        // A client that knows nothing of the section leaves what it said at first.
        if values.len() == *count && values.iter().any(|value| !value.is_null()) {
            self.take_settings(&values.iter().map(Settings::read).collect::<Vec<_>>());
        }
    }

    /// Takes settings, of every folder and then outside; has texts checked anew where they are new.
    pub(super) fn take_settings(&mut self, settings: &[Settings]) {
        self.pages.address = settings.last().and_then(|settings| settings.rule_pages.clone());
        if self.projects.settle(settings) {
            self.forget_findings();
        }
    }

    /// Tells the client what is found in every text of which it does not know it.
    pub(super) fn tell_all(&mut self) {
        let stale: Vec<String> = self
            .buffers
            .values()
            .filter(|buffer| buffer.is_stale && !buffer.is_exempt)
            .map(|buffer| buffer.uri.clone())
            .collect();
        for uri in stale {
            if let Some(buffer) = self.buffers.get_mut(&uri) {
                buffer.is_stale = false;
            }
            if !self.client.can.pulls {
                let Some(diagnostics) = self.diagnostics(&uri) else { continue };
                let version = self.buffers.get(&uri).map(|buffer| buffer.version);
                let parameters = lsp::PublishDiagnosticsParams::new(lsp::Uri(uri), version, diagnostics);
                self.client.tell("textDocument/publishDiagnostics", parameters);
            }
        }
    }

    /// Tells the client that nothing is found in a text any more.
    pub(super) fn clear(&self, uri: &str) {
        self.client.tell("textDocument/publishDiagnostics", json!({ "uri": uri, "diagnostics": [] }));
    }

    /// Tells of mistakes in a configuration, where they are; once until it is read again.
    ///
    /// Names in `problem` are relative to `here`.
    pub(super) fn complain(&mut self, here: &Path, problem: &Problem) {
        for (name, text, mistakes) in problem.files() {
            let path = here.join(name);
            if !path.is_file() {
                let messages: Vec<&str> = mistakes.iter().map(|mistake| mistake.message.as_str()).collect();
                self.client.show(Urgency::Error, &format!("saksama: {name}: {}", messages.join("; ")));
                continue;
            }
            if !self.faulty.insert(path.clone()) {
                continue;
            }
            let lines = Lines::new(text);
            let places = Places::new(text, &lines, self.client.can.encoding);
            let told = mistakes.iter().map(|mistake| {
                let hint = mistake.hint.as_ref().map_or_else(String::new, |hint| format!("; {hint}"));
                json!({
                    "range": places.range(mistake.span), "severity": 1, "source": "saksama",
                    "message": format!("{}{hint}", mistake.message),
                })
            });
            let told: Vec<Value> = told.collect();
            let parameters = json!({ "uri": uri::of_path(&path), "diagnostics": told });
            self.client.tell("textDocument/publishDiagnostics", parameters);
            let lang = self.projects.default_lang();
            let says = lang.pick(
                "konfigurasi ini salah, tidak ada yang diperiksa",
                "this configuration is wrong, nothing is checked",
            );
            self.client.show(Urgency::Error, &format!("saksama: {name}: {says}"));
        }
    }
}

/// Whether the file may say which rules are on, or which words are right.
fn is_configuration(uri: &str) -> bool {
    let name = uri::name(uri);
    buffer::is_configuration(&name) || [".toml", ".aff", ".dic"].iter().any(|ending| name.ends_with(ending))
}

/// The parameters of a message.
pub(super) fn read<T: DeserializeOwned>(parameters: Value) -> Result<T, serde_json::Error> {
    serde_json::from_value(parameters)
}
