//! What the client may ask to be done.

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::client::{Asked, Urgency};
use super::edits::{between, workspace_edit};
use super::server::{Refusal, Server};
use super::{switch, uri};
use crate::cli::configuration::NAMES;
use crate::cli::dictionary;
use crate::report::rule_markdown;
use crate::rule::catalog;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks all files of the workspace.
pub const CHECK_WORKSPACE: &str = "saksama.checkWorkspace";
/// Applies all safe fixes to `{ uri }`.
pub const FIX_ALL: &str = "saksama.fixAll";
/// Accepts `{ uri, word }`.
pub const ADD_WORD: &str = "saksama.addWord";
/// Turns off `{ uri, rule }`.
pub const DISABLE_RULE: &str = "saksama.disableRule";
/// Answers with the page of `{ rule }`, in Markdown.
pub const EXPLAIN: &str = "saksama.explain";
/// Reads all configurations again.
pub const RELOAD: &str = "saksama.reload";

/// All commands.
pub const ALL: [&str; 6] = [CHECK_WORKSPACE, FIX_ALL, ADD_WORD, DISABLE_RULE, EXPLAIN, RELOAD];

impl Server {
    /// Does what `parameters` ask for.
    pub(super) fn execute(&mut self, parameters: &lsp::ExecuteCommandParams) -> Result<Value, Refusal> {
        let argument = parameters.arguments.as_ref().and_then(|all| all.first()).cloned().unwrap_or_default();
        let text = |key: &str| {
            let value = argument.get(key).and_then(Value::as_str).map(str::to_owned);
            value.ok_or_else(|| Refusal::parameters(&format!("the argument has no text `{key}`")))
        };
        match parameters.command.as_str() {
            CHECK_WORKSPACE => self.check_workspace(parameters.work_done_progress_params.work_done_token.as_ref()),
            FIX_ALL => self.fix_all_now(&text("uri")?),
            ADD_WORD => self.add_word(&text("uri")?, &text("word")?),
            DISABLE_RULE => self.disable_rule(&text("uri")?, &text("rule")?),
            EXPLAIN => Ok(self.explain(&text("rule")?)),
            RELOAD => {
                self.reload();
                Ok(Value::Null)
            }
            other => Err(Refusal::parameters(&format!("there is no command `{other}`"))),
        }
    }

    fn fix_all_now(&mut self, uri: &str) -> Result<Value, Refusal> {
        let edits = self.fix_all_edits(uri)?;
        let buffer = self.buffers.get(uri).ok_or_else(|| Refusal::parameters("no such text is open"))?;
        if !edits.is_empty() {
            let edit = workspace_edit(buffer, &edits, &self.client.can);
            let label = self.projects.lang(buffer).pick("Perbaikan yang aman", "Safe fixes");
            self.client.ask("workspace/applyEdit", json!({ "label": label, "edit": edit }), Asked::Nothing);
        }
        Ok(json!({ "edits": edits.len() }))
    }

    fn add_word(&mut self, uri: &str, word: &str) -> Result<Value, Refusal> {
        let (path, root) = self.place(uri);
        let file = dictionary::file(&path, &root);
        self.rewrite(&file, |text| Ok(dictionary::with_word(text, word)))
    }

    fn disable_rule(&mut self, uri: &str, rule: &str) -> Result<Value, Refusal> {
        let (path, root) = self.place(uri);
        let governing = path.ancestors().skip(1).flat_map(|folder| NAMES.iter().map(|name| folder.join(name)));
        let asked = self.projects.folder_of(Some(&path)).settings.configuration.as_ref().map(|file| root.join(file));
        let nearest = asked.or_else(|| governing.into_iter().find(|file| file.is_file()));
        let file = nearest.unwrap_or_else(|| root.join(NAMES[0]));
        self.rewrite(&file, |text| switch::off(text, rule))
    }

    /// The path of a text, there or not, and the folder that its new files go to.
    fn place(&self, uri: &str) -> (PathBuf, PathBuf) {
        let path = uri::path(uri);
        let folder = self.projects.folder_of(path.as_deref());
        let path = path.unwrap_or_else(|| folder.path.join(uri::name(uri)));
        let is_inside = path.starts_with(&folder.path) && !folder.uri.is_empty();
        let root = if is_inside { folder.path.clone() } else { path.parent().unwrap_or(&folder.path).to_owned() };
        (path, root)
    }

    /// Changes the text of a file: in the editor where that has it open, else on the disk.
    fn rewrite(&mut self, file: &Path, change: impl Fn(&str) -> Result<String, String>) -> Result<Value, Refusal> {
        let trouble = |reason: &dyn std::fmt::Display| Refusal::failure(&format!("{}: {reason}", file.display()));
        if let Some(buffer) = self.buffers.values().find(|buffer| buffer.path.as_deref() == Some(file)) {
            let new = change(&buffer.source.text).map_err(|reason| trouble(&reason))?;
            let edit = workspace_edit(buffer, &between(&buffer.source.text, &new), &self.client.can);
            self.client.ask("workspace/applyEdit", json!({ "edit": edit }), Asked::Nothing);
            return Ok(json!({ "uri": buffer.uri }));
        }
        let old = match fs::read_to_string(file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            read => read.map_err(|error| trouble(&error))?,
        };
        let new = change(&old).map_err(|reason| trouble(&reason))?;
        fs::write(file, new).map_err(|error| trouble(&error))?;
        self.client.log(Urgency::Info, &format!("{}: +", file.display()));
        self.reload();
        Ok(json!({ "uri": uri::of_path(file) }))
    }

    fn explain(&self, rule: &str) -> Value {
        let page = catalog::whole(rule).zip(catalog::toml_of(rule));
        page.map_or(Value::Null, |(whole, toml)| rule_markdown(&whole, toml, self.projects.default_lang()).into())
    }
}
