//! The server: what it knows, and the order in which it reacts.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::Duration;

use lsp_server::{ErrorCode, Message, Request, RequestId};
use serde_json::Value;

use super::buffer::Buffer;
use super::client::{Client, Urgency};
use super::initialize;
use super::notices::read;
use super::pages::Pages;
use super::project::Projects;
use super::pull::Pull;
use super::transport::{Event, Events, Outgoing};
use super::watch::Watch;
use super::workspace::Errand;
use crate::rule::Lang;

/// How far the conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// `initialize` has not come.
    Silent,
    /// The conversation goes on.
    Open,
    /// `shutdown` has come.
    Closing,
}

/// Why a request is not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    code: ErrorCodeNumber,
    message: String,
}

/// The number that the protocol gives an error.
type ErrorCodeNumber = i32;

impl Refusal {
    pub(super) fn new(code: ErrorCode, message: &str) -> Self {
        Self { code: code as ErrorCodeNumber, message: message.to_owned() }
    }

    /// The parameters are not those of the request.
    pub(super) fn parameters(message: &str) -> Self {
        Self::new(ErrorCode::InvalidParams, message)
    }

    /// It was understood, but it cannot be done.
    pub(super) fn failure(message: &str) -> Self {
        Self::new(ErrorCode::RequestFailed, message)
    }
}

/// A language server.
pub struct Server {
    pub(super) client: Client,
    pub(super) projects: Projects,
    /// The texts that the editor has open, by their URIs.
    pub(super) buffers: BTreeMap<String, Buffer>,
    pub(super) pages: Pages,
    /// The checks of the workspace that go on, by their numbers.
    pub(super) errands: BTreeMap<usize, Errand>,
    /// Requests for what is found in the workspace that are answered when something changes.
    pub(super) waiting: Vec<Pull>,
    /// How many checks of the workspace there were.
    pub(super) scans: usize,
    /// Files that are not open, of which the client was told something.
    pub(super) told: BTreeSet<String>,
    /// Configuration files with mistakes, as the client was told of them.
    pub(super) faulty: BTreeSet<PathBuf>,
    /// How often configurations were read: part of what names a result.
    pub(super) generation: usize,
    /// How many texts were opened: another part.
    pub(super) openings: usize,
    pub(super) events: Sender<Event>,
    pub(super) phase: Phase,
    pub(super) watch: Watch,
}

impl Server {
    /// A server that answers by `outgoing`; what it does aside tells of itself by `events`.
    pub fn new(outgoing: Outgoing, events: Sender<Event>, lang: Option<Lang>) -> Self {
        Self {
            client: Client::new(outgoing),
            projects: Projects::new(lang),
            buffers: BTreeMap::new(),
            pages: Pages::default(),
            errands: BTreeMap::new(),
            waiting: Vec::new(),
            scans: 0,
            told: BTreeSet::new(),
            faulty: BTreeSet::new(),
            generation: 0,
            openings: 0,
            events,
            phase: Phase::Silent,
            watch: Watch::default(),
        }
    }

    /// Reacts to `events` until the client says `exit` or is gone; says whether `shutdown` came before that.
    ///
    /// What waits is taken in before a text is checked, so that a fast writer is shown the newest state only.
    pub fn serve(&mut self, events: &Events) -> bool {
        let mut queue = VecDeque::new();
        loop {
            queue.extend(std::iter::from_fn(|| events.ready().ok()));
            let event = match queue.pop_front() {
                Some(event) => event,
                None => {
                    self.guarded(Self::tell_all);
                    match events.next(Duration::from_secs(1)) {
                        Ok(event) => event,
                        Err(RecvTimeoutError::Timeout) => {
                            self.look_at_files();
                            continue;
                        }
                        Err(RecvTimeoutError::Disconnected) => Event::End,
                    }
                }
            };
            match event {
                Event::End => return self.phase == Phase::Closing,
                Event::Message(Message::Notification(notice)) if notice.method == "exit" => {
                    return self.phase == Phase::Closing;
                }
                Event::Message(Message::Request(request)) if is_cancelled(&queue, &request.id) => {
                    let refusal = Refusal::new(ErrorCode::RequestCanceled, "cancelled");
                    self.answer(request.id, Err(refusal));
                }
                event => self.react(event),
            }
        }
    }

    /// Reacts to one event.
    pub(super) fn react(&mut self, event: Event) {
        match event {
            Event::Message(Message::Request(request)) => self.respond(request),
            Event::Message(Message::Notification(notice)) => {
                if self.phase == Phase::Open {
                    self.guarded(|server| server.notice(notice));
                }
            }
            Event::Message(Message::Response(response)) => {
                if let Some((asked, value)) = self.client.answered(response) {
                    self.guarded(|server| server.hear(&asked, &value));
                }
            }
            Event::Malformed(code, reason) => self.client.refuse(code, &reason),
            Event::Scan(number, report) => {
                self.guarded(|server| server.report(number, report));
            }
            Event::End => {}
        }
    }

    fn respond(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = match (self.phase, method.as_str()) {
            (Phase::Silent, "initialize") => Ok(self.initialize(&params)),
            (Phase::Silent, _) => Err(Refusal::new(ErrorCode::ServerNotInitialized, "`initialize` comes first")),
            (Phase::Open, "initialize") => Err(Refusal::new(ErrorCode::InvalidRequest, "`initialize` comes once")),
            (Phase::Open, "shutdown") => {
                self.cancel_all();
                self.phase = Phase::Closing;
                Ok(Value::Null)
            }
            (Phase::Open, "workspace/diagnostic") => match read(params) {
                // It is answered when all files have been looked at.
                Ok(parameters) => {
                    self.guarded(|server| server.pull_workspace(id, &parameters));
                    return;
                }
                Err(error) => Err(Refusal::parameters(&error.to_string())),
            },
            (Phase::Open, _) => {
                let answer = self.guarded(|server| server.answer_to(&method, params));
                answer.unwrap_or_else(|| Err(Refusal::new(ErrorCode::InternalError, "a failure inside of saksama")))
            }
            (Phase::Closing, _) => Err(Refusal::new(ErrorCode::InvalidRequest, "after `shutdown` comes `exit`")),
        };
        self.answer(id, answer);
    }

    pub(super) fn answer(&self, id: RequestId, answer: Result<Value, Refusal>) {
        match answer {
            Ok(value) => self.client.answer(id, value),
            Err(Refusal { code, message }) => self.client.refuse_request(id, code, &message),
        }
    }

    fn initialize(&mut self, parameters: &Value) -> Value {
        self.client.can = super::client::Abilities::of(parameters);
        let settings = parameters.get("initializationOptions").map(super::settings::Settings::read).unwrap_or_default();
        self.take_settings(std::slice::from_ref(&settings));
        self.generation = 0;
        initialize::folders(parameters).iter().for_each(|uri| self.projects.add(uri));
        self.phase = Phase::Open;
        initialize::answer(&self.client.can, self.projects.scope())
    }

    /// Does `work`; should it fail by a mistake in this program, the conversation is not to suffer from it.
    pub(super) fn guarded<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> Option<R> {
        let done = catch_unwind(AssertUnwindSafe(|| work(self)));
        done.map_err(|cause| {
            let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let text = text.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_default();
            self.projects.forget_linters();
            self.buffers.values_mut().for_each(|buffer| buffer.memo = crate::lint::Memo::default());
            self.client.log(Urgency::Error, &format!("a failure inside of saksama: {text}"));
        })
        .ok()
    }
}

/// Whether the client has called off the request `id` in the meantime.
fn is_cancelled(queue: &VecDeque<Event>, id: &RequestId) -> bool {
    queue.iter().any(|event| {
        let Event::Message(Message::Notification(notice)) = event else { return false };
        notice.method == "$/cancelRequest" && named(&notice.params).as_ref() == Some(id)
    })
}

/// The request that the parameters of `$/cancelRequest` name.
pub(super) fn named(parameters: &Value) -> Option<RequestId> {
    serde_json::from_value(parameters.get("id")?.clone()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_inside_is_told_and_the_server_lives() {
        let (outgoing, said) = Outgoing::new();
        let mut server = Server::new(outgoing, Events::default().sender(), None);
        server.phase = Phase::Open;
        assert_eq!(server.guarded(|_| -> usize { panic!("a check failed") }), None);
        let told = said.recv().expect("a log message");
        assert!(told.contains("window/logMessage") && told.contains("a check failed"), "{told}");
        let id = RequestId::from(7);
        server.react(Event::Message(Message::Request(Request::new(id, "shutdown".to_owned(), Value::Null))));
        assert_eq!(said.recv().expect("an answer"), r#"{"jsonrpc":"2.0","id":7,"result":null}"#);
    }
}
