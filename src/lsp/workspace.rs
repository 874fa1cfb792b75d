//! Checks of the whole workspace: begun by a command or by a client that pulls, told while they go on, called off.

use std::collections::HashMap;
use std::path::PathBuf;

use gen_lsp_types as lsp;
use lsp_server::{ErrorCode, RequestId};
use serde_json::{Value, json};

use super::client::{Asked, Client, Urgency};
use super::position::Places;
use super::publish::Teller;
use super::pull::Pull;
use super::scan::{Order, Report, Scan};
use super::server::{Refusal, Server};
use super::uri;
use crate::diagnostic::Diagnostic;
use crate::rule::Lang;
use crate::text::{Lines, Source};

/// A check of the workspace that goes on.
pub struct Errand {
    scan: Scan,
    progress: Progress,
    /// The request it answers; `None` for a command, whose findings are published.
    pull: Option<Pull>,
}

/// How far a check is, as the client shows it.
struct Progress {
    token: Option<Value>,
    percentage: usize,
}

impl Progress {
    fn begin(client: &Client, token: Option<Value>, lang: Lang) -> Self {
        let title = lang.pick("Saksama memeriksa", "Saksama checks");
        let progress = Self { token, percentage: 0 };
        progress.tell(client, &json!({ "kind": "begin", "title": title, "cancellable": true, "percentage": 0 }));
        progress
    }

    /// Tells the client when another part in a hundred is done.
    fn report(&mut self, client: &Client, done: usize, all: usize) {
        let percentage = done * 100 / all.max(1);
        if percentage > self.percentage {
            self.percentage = percentage;
            let message = format!("{done}/{all}");
            self.tell(client, &json!({ "kind": "report", "message": message, "percentage": percentage }));
        }
    }

    fn end(&self, client: &Client, message: &str) {
        self.tell(client, &json!({ "kind": "end", "message": message }));
    }

    fn tell(&self, client: &Client, value: &Value) {
        if let Some(token) = &self.token {
            client.tell("$/progress", json!({ "token": token, "value": value }));
        }
    }
}

impl Server {
    /// Checks all files that are not open and publishes what is found; what an earlier call began is called off.
    pub(super) fn check_workspace(&mut self, token: Option<&lsp::ProgressToken>) -> Result<Value, Refusal> {
        self.errands.values().filter(|errand| errand.pull.is_none()).for_each(|errand| errand.scan.cancel());
        let mut token = token.map(|token| serde_json::to_value(token).unwrap_or_default());
        if token.is_none() && self.client.can.shows_progress {
            let own = json!(format!("saksama-scan-{}", self.scans));
            self.client.ask("window/workDoneProgress/create", json!({ "token": own }), Asked::Nothing);
            token = Some(own);
        }
        let progress = Progress::begin(&self.client, token, self.projects.default_lang());
        self.begin(progress, None);
        Ok(Value::Null)
    }

    /// Begins to answer a request for what is found in the whole workspace.
    pub(super) fn pull_workspace(&mut self, id: RequestId, parameters: &lsp::WorkspaceDiagnosticParams) {
        let token = parameters.work_done_progress_params.work_done_token.as_ref();
        let token = token.map(|token| serde_json::to_value(token).unwrap_or_default());
        let progress = Progress::begin(&self.client, token, self.projects.default_lang());
        let mut pull = Pull::new(id, parameters);
        self.add_open(&mut pull);
        self.begin(progress, Some(pull));
    }

    fn begin(&mut self, progress: Progress, pull: Option<Pull>) {
        let folders = self.projects.folders().iter().filter(|folder| folder.settings.is_on);
        let order = Order {
            number: self.scans,
            folders: folders.map(|folder| (folder.path.clone(), folder.configurations.clone())).collect(),
            except: self.buffers.values().filter_map(|buffer| buffer.path.clone()).collect(),
            known: pull.as_ref().map_or_else(HashMap::new, Pull::known),
            generation: self.generation,
        };
        self.scans += 1;
        let number = order.number;
        let scan = Scan::begin(order, self.events.clone());
        self.errands.insert(number, Errand { scan, progress, pull });
    }

    /// Adds what is found in open texts.
    fn add_open(&mut self, pull: &mut Pull) {
        let open: Vec<String> = self.buffers.values().filter(|it| !it.is_exempt).map(|it| it.uri.clone()).collect();
        for uri in open {
            let Some(result) = self.result(&uri) else { continue };
            let version = self.buffers.get(&uri).map(|buffer| buffer.version);
            if pull.has(&uri, &result) {
                pull.add_unchanged(&self.client, &uri, version, &result);
            } else {
                let found = self.diagnostics(&uri).unwrap_or_default();
                pull.add(&self.client, &uri, version, &result, found);
            }
        }
    }

    /// Begins all checks anew: what they found, they found under other rules.
    pub(super) fn restart_errands(&mut self) {
        for Errand { scan, progress, pull } in std::mem::take(&mut self.errands).into_values() {
            scan.cancel();
            self.restart(progress, pull);
        }
        self.look_again();
    }

    /// Begins to answer those requests anew that wait for something to change.
    pub(super) fn look_again(&mut self) {
        self.errands.values_mut().filter_map(|errand| errand.pull.as_mut()).for_each(|pull| pull.is_outdated = true);
        for pull in std::mem::take(&mut self.waiting) {
            self.restart(Progress { token: None, percentage: 0 }, Some(pull));
        }
    }

    fn restart(&mut self, progress: Progress, mut pull: Option<Pull>) {
        if let Some(pull) = &mut pull {
            pull.forget();
            self.add_open(pull);
        }
        self.begin(progress, pull);
    }

    /// Calls off the request `id`, where it is one that is still being answered.
    pub(super) fn cancel_request(&mut self, id: &RequestId) {
        let is_it = |pull: &Pull| pull.id == *id;
        let errand = self.errands.iter().find(|(_, errand)| errand.pull.as_ref().is_some_and(is_it));
        if let Some(number) = errand.map(|(number, _)| *number) {
            self.cancel_errand(number);
        }
        if let Some(at) = self.waiting.iter().position(is_it) {
            let pull = self.waiting.remove(at);
            self.refuse_pull(pull);
        }
    }

    /// Calls off what the client shows the progress of under `token`.
    pub(super) fn cancel_progress(&mut self, token: Option<&Value>) {
        let is_it = |errand: &Errand| errand.progress.token.is_some() && errand.progress.token.as_ref() == token;
        let errand = self.errands.iter().find(|(_, errand)| is_it(errand));
        if let Some(number) = errand.map(|(number, _)| *number) {
            self.cancel_errand(number);
        }
    }

    /// Calls off all checks and all requests that wait.
    pub(super) fn cancel_all(&mut self) {
        for number in self.errands.keys().copied().collect::<Vec<_>>() {
            self.cancel_errand(number);
        }
        std::mem::take(&mut self.waiting).into_iter().for_each(|pull| self.refuse_pull(pull));
    }

    fn cancel_errand(&mut self, number: usize) {
        let Some(Errand { scan, progress, pull }) = self.errands.remove(&number) else { return };
        scan.cancel();
        progress.end(&self.client, self.projects.default_lang().pick("dibatalkan", "cancelled"));
        if let Some(pull) = pull {
            self.refuse_pull(pull);
        }
    }

    fn refuse_pull(&self, pull: Pull) {
        self.answer(pull.id, Err(Refusal::new(ErrorCode::RequestCanceled, "cancelled")));
    }

    /// Passes on what the check `number` tells; one that was called off is not listened to.
    pub(super) fn report(&mut self, number: usize, report: Report) {
        let Some(errand) = self.errands.get_mut(&number) else { return };
        match report {
            Report::Progress(done, all) => errand.progress.report(&self.client, done, all),
            Report::Problem(here, problem) => self.complain(&here, &problem),
            Report::File(source, found, result) => self.tell_of_file(number, &source, &found, &result),
            Report::Unchanged(path, result) => {
                if let Some(pull) = &mut errand.pull {
                    let uri = pull.uri_of(&path);
                    pull.add_unchanged(&self.client, &uri, None, &result);
                }
            }
            Report::Done { files, findings, is_cancelled } => self.end(number, files, findings, is_cancelled),
        }
    }

    /// What is found in a file that is not open.
    fn tell_of_file(&mut self, number: usize, source: &Source, found: &[Diagnostic], result: &str) {
        let path: PathBuf = (&*source.name).into();
        let Some(errand) = self.errands.get_mut(&number) else { return };
        let uri = errand.pull.as_ref().map_or_else(|| uri::of_path(&path), |pull| pull.uri_of(&path));
        let lines = Lines::new(&source.text);
        let places = Places::new(&source.text, &lines, self.client.can.encoding);
        let lang = self.projects.default_lang();
        let teller = Teller { uri: &uri, places: &places, can: &self.client.can, pages: &self.pages, lang };
        let told = teller.all(found);
        if let Some(pull) = &mut errand.pull {
            pull.add(&self.client, &uri, None, result, told);
        } else if self.buffers.values().all(|buffer| buffer.path.as_ref() != Some(&path)) {
            self.publish_closed(uri, told);
        }
    }

    /// Tells the client what is found in a file that is not open, unless that is nothing, as before.
    fn publish_closed(&mut self, uri: String, told: Vec<lsp::Diagnostic>) {
        let (is_empty, was_told) = (told.is_empty(), self.told.remove(&uri));
        if is_empty && !was_told {
            return;
        }
        let parameters = lsp::PublishDiagnosticsParams::new(lsp::Uri(uri.clone()), None, told);
        self.client.tell("textDocument/publishDiagnostics", parameters);
        if !is_empty {
            self.told.insert(uri);
        }
    }

    fn end(&mut self, number: usize, files: usize, findings: usize, is_cancelled: bool) {
        let Some(Errand { progress, pull, .. }) = self.errands.remove(&number) else { return };
        let lang = self.projects.default_lang();
        let mut message = match lang {
            Lang::Id => format!("{findings} temuan di {files} berkas"),
            Lang::En => format!("{findings} findings in {files} files"),
        };
        if is_cancelled {
            message += lang.pick(" (dibatalkan)", " (cancelled)");
        }
        progress.end(&self.client, &message);
        let Some(mut pull) = pull else { return self.client.log(Urgency::Info, &message) };
        if is_cancelled {
            return self.refuse_pull(pull);
        }
        pull.add_gone(&self.client);
        if pull.is_news() {
            self.answer(pull.id.clone(), Ok(pull.answer()));
        } else if pull.is_outdated {
            self.restart(Progress { token: None, percentage: 0 }, Some(pull));
        } else {
            // An answer would only be followed by the same question.
            self.waiting.push(pull);
        }
    }
}
