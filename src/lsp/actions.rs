//! What an editor offers at a finding: each fix, accepting the word, silencing it here, turning its rule off; and for the whole
//! text, all that is safe.

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::buffer::Buffer;
use super::client::Abilities;
use super::commands;
use super::edits::workspace_edit;
use crate::cli::dictionary::word_of;
use crate::diagnostic::{Diagnostic, Safety};
use crate::rule::{Lang, Rule};

/// The kind of the action that applies all safe fixes.
pub const FIX_ALL: &str = "source.fixAll.saksama";

/// The kind of all other actions.
const QUICK_FIX: &str = "quickfix";

/// A text with what was found, and what the client wants of it.
pub struct Offer<'o> {
    /// The text.
    pub buffer: &'o Buffer,
    /// All that was found in it.
    pub found: &'o [Diagnostic],
    /// The rules that were run.
    pub rules: &'o [Rule],
    /// What the client can.
    pub can: &'o Abilities,
    /// The kinds it wants; all when `None`.
    pub only: Option<&'o [String]>,
    /// The language of titles.
    pub lang: Lang,
}

impl Offer<'_> {
    /// The actions for `here`, the places of findings that the client points at, each with its diagnostic.
    pub fn all(&self, here: &[(usize, lsp::Diagnostic)]) -> Vec<lsp::CodeAction> {
        let mut actions = Vec::new();
        if self.wants(QUICK_FIX) {
            here.iter().for_each(|(at, told)| self.fixes(&self.found[*at], told, &mut actions));
            here.iter().for_each(|(at, told)| self.silencers(*at, told, &mut actions));
        }
        let is_safe = |diagnostic: &Diagnostic| diagnostic.chosen_fix(Safety::Safe).is_some();
        if self.wants(FIX_ALL) && self.found.iter().any(is_safe) {
            let title = self.lang.pick("Terapkan semua perbaikan yang aman", "Apply all safe fixes");
            let data = json!({ "kind": "fixAll", "uri": self.buffer.uri, "version": self.buffer.version });
            actions.push(action(title.to_owned(), FIX_ALL, None, data));
        }
        actions
    }

    /// Whether the client wants actions of this kind, or of one that holds it.
    fn wants(&self, kind: &str) -> bool {
        let holds = |wanted: &String| {
            wanted.is_empty()
                || kind.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.only.is_none_or(|only| only.iter().any(holds))
    }

    fn fixes(&self, finding: &Diagnostic, told: &lsp::Diagnostic, actions: &mut Vec<lsp::CodeAction>) {
        for (index, fix) in finding.fixes.iter().enumerate() {
            let note =
                if fix.safety == Safety::Safe { "" } else { self.lang.pick(" (periksa dulu)", " (needs a look)") };
            let mut action = action(format!("{}{note}", fix.title), QUICK_FIX, Some(told), Value::Null);
            action.edit = Some(workspace_edit(self.buffer, &fix.edits, self.can));
            action.is_preferred = Some(index == 0 && fix.safety == Safety::Safe);
            actions.push(action);
        }
    }

    fn silencers(&self, at: usize, told: &lsp::Diagnostic, actions: &mut Vec<lsp::CodeAction>) {
        let finding = &self.found[at];
        let rule = &finding.rule;
        let uri = &self.buffer.uri;
        if let Some(word) = word_of(self.rules, finding, &self.buffer.source.text) {
            let title = match self.lang {
                Lang::Id => format!("Terima kata “{word}” (saksama.words.txt)"),
                Lang::En => format!("Accept the word “{word}” (saksama.words.txt)"),
            };
            actions.push(by_command(title, told, commands::ADD_WORD, json!({ "uri": uri, "word": word })));
        }
        let title = match self.lang {
            Lang::Id => format!("Abaikan {rule} di sini"),
            Lang::En => format!("Ignore {rule} here"),
        };
        let data = json!({ "kind": "ignore", "uri": uri, "version": self.buffer.version, "finding": at });
        actions.push(action(title, QUICK_FIX, Some(told), data));
        let title = match self.lang {
            Lang::Id => format!("Matikan aturan {rule} (saksama.toml)"),
            Lang::En => format!("Turn the rule {rule} off (saksama.toml)"),
        };
        actions.push(by_command(title, told, commands::DISABLE_RULE, json!({ "uri": uri, "rule": rule })));
    }
}

fn action(title: String, kind: &str, told: Option<&lsp::Diagnostic>, data: Value) -> lsp::CodeAction {
    lsp::CodeAction {
        title,
        kind: Some(lsp::CodeActionKind::from(kind.to_owned())),
        diagnostics: told.map(|told| vec![told.clone()]),
        data: Some(data).filter(|data| !data.is_null()),
        ..lsp::CodeAction::default()
    }
}

fn by_command(title: String, told: &lsp::Diagnostic, command: &str, argument: Value) -> lsp::CodeAction {
    let command = lsp::Command {
        title: title.clone(),
        command: command.to_owned(),
        arguments: Some(vec![argument]),
        ..lsp::Command::default()
    };
    lsp::CodeAction { command: Some(command), ..action(title, QUICK_FIX, Some(told), Value::Null) }
}
