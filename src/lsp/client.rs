//! The client: what it can, what is said to it, and what it was asked.

use std::collections::HashMap;

use lsp_server::{RequestId, Response};
use serde::Serialize;
use serde_json::{Value, json};

use super::position::Encoding;
use super::transport::{Outgoing, Said};

/// What a client can; nothing that it did not say.
#[derive(Clone, Debug, Default)]
pub struct Abilities {
    /// In what it counts places.
    pub encoding: Encoding,
    /// It asks for diagnostics by itself.
    pub pulls: bool,
    /// It can be told to ask for diagnostics again.
    pub refreshes: bool,
    /// It knows which version of a text an edit is for.
    pub versioned_edits: bool,
    /// It asks for the edit of an action only when the action is chosen.
    pub resolves_edits: bool,
    /// It watches files when asked to.
    pub watches: bool,
    /// It can be asked for its configuration.
    pub configures: bool,
    /// It shows how far a long work is.
    pub shows_progress: bool,
    /// It shows further places of a diagnostic.
    pub shows_related: bool,
    /// It renders Markdown in hovers.
    pub renders_markdown: bool,
}

impl Abilities {
    /// What the parameters of `initialize` say.
    pub fn of(parameters: &Value) -> Self {
        let at = |path: &str| parameters.pointer(&format!("/capabilities/{path}"));
        let has = |path: &str| at(path).and_then(Value::as_bool).unwrap_or(false);
        let list = |path: &str| {
            let values = at(path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            values.iter().filter_map(Value::as_str)
        };
        Self {
            encoding: Encoding::of_offers(list("general/positionEncodings")),
            pulls: at("textDocument/diagnostic").is_some_and(Value::is_object),
            refreshes: has("workspace/diagnostics/refreshSupport") || has("workspace/diagnostic/refreshSupport"),
            versioned_edits: has("workspace/workspaceEdit/documentChanges"),
            resolves_edits: list("textDocument/codeAction/resolveSupport/properties")
                .any(|property| property == "edit")
                && has("textDocument/codeAction/dataSupport"),
            watches: has("workspace/didChangeWatchedFiles/dynamicRegistration"),
            configures: has("workspace/configuration"),
            shows_progress: has("window/workDoneProgress"),
            shows_related: has("textDocument/publishDiagnostics/relatedInformation")
                || has("textDocument/diagnostic/relatedInformation"),
            renders_markdown: list("textDocument/hover/contentFormat").any(|format| format == "markdown"),
        }
    }
}

/// What the client was asked, so that its answer is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Its configuration: the workspace folders in this order, and what holds outside.
    Configuration(usize),
    /// Something whose answer changes nothing.
    Nothing,
}

/// How urgent a message to the person is, as the protocol numbers it.
#[derive(Clone, Copy, Debug)]
pub enum Urgency {
    /// Something failed.
    Error = 1,
    /// Something is not as it should be.
    Warning = 2,
    /// Something was done.
    Info = 3,
}

/// The other side of the conversation.
pub struct Client {
    /// What it can.
    pub can: Abilities,
    outgoing: Outgoing,
    asked: HashMap<RequestId, Asked>,
    next: i32,
}

impl Client {
    /// A client of which nothing is known yet.
    pub fn new(outgoing: Outgoing) -> Self {
        Self { can: Abilities::default(), outgoing, asked: HashMap::new(), next: 1 }
    }

    /// Answers a request.
    pub fn answer(&self, id: RequestId, result: impl Serialize) {
        self.outgoing.send(&Said::answered(id, result));
    }

    /// Refuses a request.
    pub fn refuse_request(&self, id: RequestId, code: i32, reason: &str) {
        self.outgoing.send(&Said::refused(id, code, reason));
    }

    /// Tells the client that something it said cannot be understood.
    pub fn refuse(&self, code: i32, reason: &str) {
        self.outgoing.refuse(code, reason);
    }

    /// Tells the client something.
    pub fn tell(&self, method: &'static str, parameters: impl Serialize) {
        self.outgoing.send(&Said::told(method, parameters));
    }

    /// Asks the client something.
    pub fn ask(&mut self, method: &'static str, parameters: impl Serialize, asked: Asked) {
        let id = format!("saksama-{}", self.next);
        self.next += 1;
        self.asked.insert(RequestId::from(id.clone()), asked);
        self.outgoing.send(&Said::asked(id, method, parameters));
    }

    /// What the client answers here, and to what; `None` when nobody asked, or it refuses.
    pub fn answered(&mut self, response: Response) -> Option<(Asked, Value)> {
        let asked = self.asked.remove(&response.id)?;
        match response.response_result {
            Ok(value) => Some((asked, value)),
            Err(error) => {
                self.log(Urgency::Warning, &format!("{asked:?}: {}", error.message));
                None
            }
        }
    }

    /// Writes to the client's log.
    pub fn log(&self, urgency: Urgency, message: &str) {
        self.tell("window/logMessage", json!({ "type": urgency as i32, "message": message }));
    }

    /// Shows the person a message.
    pub fn show(&self, urgency: Urgency, message: &str) {
        self.tell("window/showMessage", json!({ "type": urgency as i32, "message": message }));
    }
}
