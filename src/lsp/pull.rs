//! A request for what is found in the whole workspace, and what is known of its answer.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;
use lsp_server::RequestId;
use serde_json::{Value, json};

use super::client::Client;
use super::uri;

/// A request for what is found in the whole workspace.
pub struct Pull {
    /// What the client calls it.
    pub id: RequestId,
    /// Where parts of the answer go as they come; `None` when it is wanted in one piece.
    partial: Option<Value>,
    /// The results that the client has, by their URIs as it writes them.
    previous: HashMap<String, String>,
    /// Those of them that lie in files.
    paths: HashMap<PathBuf, String>,
    items: Vec<Value>,
    seen: HashSet<String>,
    has_news: bool,
    /// Whether something has changed since its files were begun to be looked at.
    pub is_outdated: bool,
}

impl Pull {
    /// The request `id` with these parameters.
    pub fn new(id: RequestId, parameters: &lsp::WorkspaceDiagnosticParams) -> Self {
        let previous =
            || parameters.previous_result_ids.iter().map(|previous| (previous.uri.0.clone(), &previous.value));
        let token = parameters.partial_result_params.partial_result_token.as_ref();
        Self {
            id,
            partial: token.map(|token| serde_json::to_value(token).unwrap_or_default()),
            previous: previous().map(|(uri, value)| (uri, value.clone())).collect(),
            paths: previous().filter_map(|(uri, _)| Some((uri::path(&uri)?, uri))).collect(),
            items: Vec::new(),
            seen: HashSet::new(),
            has_news: false,
            is_outdated: false,
        }
    }

    /// The results of files that the client has.
    pub fn known(&self) -> HashMap<PathBuf, String> {
        let known = self.paths.iter().filter_map(|(path, uri)| Some((path.clone(), self.previous.get(uri)?.clone())));
        known.collect()
    }

    /// Whether the client has this result of a text.
    pub fn has(&self, uri: &str, result: &str) -> bool {
        self.previous.get(uri).is_some_and(|previous| previous == result)
    }

    /// The URI of a file as the client writes it.
    pub fn uri_of(&self, path: &Path) -> String {
        self.paths.get(path).cloned().unwrap_or_else(|| uri::of_path(path))
    }

    /// Adds what is found in a text.
    pub fn add(&mut self, client: &Client, uri: &str, version: Option<i32>, result: &str, found: Vec<lsp::Diagnostic>) {
        self.has_news = true;
        let report = json!({ "kind": "full", "uri": uri, "version": version, "resultId": result, "items": found });
        self.tell(client, uri, report);
    }

    /// Adds that what is found in a text is what the client has.
    pub fn add_unchanged(&mut self, client: &Client, uri: &str, version: Option<i32>, result: &str) {
        let report = json!({ "kind": "unchanged", "uri": uri, "version": version, "resultId": result });
        self.tell(client, uri, report);
    }

    /// Adds that nothing is found any more in texts of which the client knows and that are gone.
    pub fn add_gone(&mut self, client: &Client) {
        let is_gone = |uri: &&String| !self.seen.contains(*uri);
        for uri in self.previous.keys().filter(is_gone).cloned().collect::<Vec<_>>() {
            self.has_news = true;
            self.tell(client, &uri, json!({ "kind": "full", "uri": uri, "version": null, "items": [] }));
        }
    }

    fn tell(&mut self, client: &Client, uri: &str, report: Value) {
        self.seen.insert(uri.to_owned());
        match &self.partial {
            Some(token) => client.tell("$/progress", json!({ "token": token, "value": { "items": [report] } })),
            None => self.items.push(report),
        }
    }

    /// Forgets what was found.
    pub fn forget(&mut self) {
        self.items.clear();
        self.seen.clear();
        self.has_news = false;
        self.is_outdated = false;
    }

    /// Whether there is something that the client does not know.
    pub fn is_news(&self) -> bool {
        self.has_news || self.previous.is_empty()
    }

    /// The answer, without the parts that are told already.
    pub fn answer(self) -> Value {
        json!({ "items": self.items })
    }
}
