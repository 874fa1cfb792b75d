//! What the server can, and what it asks for once the client is there.

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::actions::FIX_ALL;
use super::client::{Abilities, Asked, Client};
use super::commands;
use super::project::Projects;
use super::settings::Scope;
use super::uri;
use crate::cli::configuration::{NAMES, WORDS};

/// The answer to `initialize`.
pub fn answer(can: &Abilities, scope: Scope) -> Value {
    let capabilities = lsp::ServerCapabilities {
        position_encoding: Some(can.encoding.kind()),
        text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(lsp::TextDocumentSyncKind::Incremental),
            save: Some(lsp::Save::Bool(true)),
            ..lsp::TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(lsp::HoverProvider::Bool(true)),
        code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(lsp::CodeActionOptions {
            code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix, FIX_ALL.to_owned().into()]),
            resolve_provider: Some(true),
            ..lsp::CodeActionOptions::default()
        })),
        diagnostic_provider: can.pulls.then(|| {
            lsp::DiagnosticProvider::DiagnosticOptions(lsp::DiagnosticOptions {
                identifier: Some("saksama".to_owned()),
                workspace_diagnostics: scope == Scope::Workspace,
                ..lsp::DiagnosticOptions::default()
            })
        }),
        execute_command_provider: Some(lsp::ExecuteCommandOptions {
            commands: commands::ALL.iter().map(|name| (*name).to_owned()).collect(),
            ..lsp::ExecuteCommandOptions::default()
        }),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::ChangeNotifications::Bool(true)),
            }),
            ..lsp::WorkspaceOptions::default()
        }),
        ..lsp::ServerCapabilities::default()
    };
    json!({
        "capabilities": capabilities,
        "serverInfo": { "name": "saksama", "version": env!("CARGO_PKG_VERSION") },
    })
}

/// The workspace folders that the parameters of `initialize` name: the root where there are none.
pub fn folders(parameters: &Value) -> Vec<String> {
    let listed = parameters.get("workspaceFolders").and_then(Value::as_array).into_iter().flatten();
    let uris: Vec<String> = listed.filter_map(|folder| folder.get("uri")?.as_str()).map(str::to_owned).collect();
    let root = || {
        let uri = parameters.get("rootUri").and_then(Value::as_str).map(str::to_owned);
        let path = || parameters.get("rootPath").and_then(Value::as_str).map(|path| uri::of_path(path.as_ref()));
        uri.or_else(path)
    };
    if uris.is_empty() { root().into_iter().collect() } else { uris }
}

/// Asks for what the server needs now that it may: notice of changed configurations, and the client's own.
pub fn ask(client: &mut Client, projects: &Projects) {
    if client.can.watches {
        let names = NAMES.iter().chain([&WORDS]).map(|name| format!("**/{name}"));
        // Files that a configuration may name, too: rules, words and dictionaries of any name.
        let named = ["**/*.{toml,aff,dic}"].into_iter().map(str::to_owned);
        let texts = (projects.scope() == Scope::Workspace).then(|| "**/*.{md,markdown,mdx,txt,html,htm}".to_owned());
        let watchers: Vec<Value> = names.chain(named).chain(texts).map(|glob| json!({ "globPattern": glob })).collect();
        let registration = json!({ "registrations": [{
            "id": "saksama-watch",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        }] });
        client.ask("client/registerCapability", registration, Asked::Nothing);
    }
    ask_configuration(client, projects);
}

/// Asks for the client's configuration: of every folder, then outside.
pub fn ask_configuration(client: &mut Client, projects: &Projects) {
    if client.can.configures {
        let of_folder = |folder: &super::project::Folder| json!({ "scopeUri": folder.uri, "section": "saksama" });
        let items: Vec<Value> =
            projects.folders().iter().map(of_folder).chain([json!({ "section": "saksama" })]).collect();
        let asked = Asked::Configuration(items.len());
        client.ask("workspace/configuration", json!({ "items": items }), asked);
    }
}
