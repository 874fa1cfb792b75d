//! Messages over standard input and output: a header with a length, then JSON.
//!
//! A message that is no JSON, or no message, is answered and passed over; only a broken header ends the conversation, since
//! nothing tells where the next message begins.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use lsp_server::{Message, RequestId};
use serde::Serialize;
use serde_json::{Value, json};

use super::scan::Report;

/// What the server reacts to.
#[derive(Debug)]
pub enum Event {
    /// The client says something.
    Message(Message),
    /// The client said something that cannot be understood: the error's code and what it says.
    Malformed(i32, String),
    /// The check of the workspace with this number has something to tell.
    Scan(usize, Report),
    /// The client is gone.
    End,
}

/// What waits to be reacted to, first come, first served.
#[derive(Debug)]
pub struct Events {
    sender: Sender<Event>,
    receiver: Receiver<Event>,
}

/// A message of the server, written as it is, without a detour over [`Value`].
#[derive(Debug, Serialize)]
pub struct Said<P> {
    jsonrpc: &'static str,
    #[serde(flatten)]
    body: Body<P>,
}

/// What a message holds.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Body<P> {
    Notification { method: &'static str, params: P },
    Request { id: String, method: &'static str, params: P },
    Answer { id: RequestId, result: P },
    Refusal { id: RequestId, error: Value },
}

impl<P> Said<P> {
    const fn new(body: Body<P>) -> Self {
        Self { jsonrpc: "2.0", body }
    }

    /// Something that is told.
    pub const fn told(method: &'static str, params: P) -> Self {
        Self::new(Body::Notification { method, params })
    }

    /// Something that is asked.
    pub const fn asked(id: String, method: &'static str, params: P) -> Self {
        Self::new(Body::Request { id, method, params })
    }

    /// The answer to a request.
    pub const fn answered(id: RequestId, result: P) -> Self {
        Self::new(Body::Answer { id, result })
    }
}

impl Said<()> {
    /// The refusal of a request.
    pub fn refused(id: RequestId, code: i32, message: &str) -> Self {
        Self::new(Body::Refusal { id, error: json!({ "code": code, "message": message }) })
    }
}

/// Where answers go.
#[derive(Clone, Debug)]
pub struct Outgoing(Sender<String>);

impl Default for Events {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver }
    }
}

impl Events {
    /// Where events are put in.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// The next event, if there is one already.
    pub fn ready(&self) -> Result<Event, TryRecvError> {
        self.receiver.try_recv()
    }

    /// The next event within `patience`.
    ///
    /// # Errors
    /// When there is none.
    pub fn next(&self, patience: Duration) -> Result<Event, RecvTimeoutError> {
        self.receiver.recv_timeout(patience)
    }
}

impl Outgoing {
    /// A way out, and where what is sent comes out.
    pub fn new() -> (Self, Receiver<String>) {
        let (sender, receiver) = mpsc::channel();
        (Self(sender), receiver)
    }

    /// Sends a message; a client that is gone hears nothing.
    pub fn send(&self, message: &Said<impl Serialize>) {
        // What is said has texts for keys, and numbers that JSON knows.
        if let Ok(text) = serde_json::to_string(message) {
            let _gone = self.0.send(text);
        }
    }

    /// Tells the client that something it said cannot be understood.
    pub fn refuse(&self, code: i32, reason: &str) {
        let error = json!({ "jsonrpc": "2.0", "id": null, "error": { "code": code, "message": reason } });
        let _gone = self.0.send(error.to_string());
    }
}

/// The conversation over standard input and output, and the thread that writes.
pub fn stdio() -> (Events, Outgoing, JoinHandle<()>) {
    let events = Events::default();
    let sender = events.sender();
    thread::spawn(move || listen(&mut io::stdin().lock(), &sender));
    let (outgoing, receiver) = Outgoing::new();
    let writer = thread::spawn(move || {
        let mut stdout = io::stdout().lock();
        let _gone = receiver.into_iter().try_for_each(|message| write(&mut stdout, &message));
    });
    (events, outgoing, writer)
}

/// Reads messages from `input` until it ends.
fn listen(input: &mut impl BufRead, events: &Sender<Event>) {
    while let Ok(Some(body)) = read(input) {
        let is_heard = events.send(parse(&body)).is_ok();
        if !is_heard {
            return;
        }
    }
    let _gone = events.send(Event::End);
}

/// The event that the text of a message is.
fn parse(body: &[u8]) -> Event {
    const PARSE_ERROR: i32 = -32700;
    const INVALID_REQUEST: i32 = -32600;
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => return Event::Malformed(PARSE_ERROR, error.to_string()),
    };
    match serde_json::from_value(value) {
        Ok(message) => Event::Message(message),
        Err(error) => Event::Malformed(INVALID_REQUEST, error.to_string()),
    }
}

/// The text of the next message; `None` at the end.
fn read(input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    // A length beyond this is a broken header, not a message.
    const MOST: usize = 1 << 30;
    let mut length = None;
    let mut line = String::new();
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let field = line.trim_end_matches(['\r', '\n']);
        if field.is_empty() {
            break;
        }
        if let Some((name, value)) = field.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok().filter(|length| *length <= MOST);
        }
    }
    let length = length.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "a message without a length"))?;
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(Some(body))
}

fn write(output: &mut impl Write, body: &str) -> io::Result<()> {
    write!(output, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_body_is_passed_over_and_a_broken_header_ends_it() {
        let good = r#"{"jsonrpc":"2.0","method":"initialized"}"#;
        let mut text = format!("content-length: {}\r\nContent-Type: x\r\n\r\n{good}", good.len());
        text += "Content-Length: 3\r\n\r\n{a}Content-Length: 2\r\n\r\n[]";
        text += &format!("Content-Length: {}\n\n{good}Content-Length: -1\r\n\r\n{good}", good.len());
        let events = Events::default();
        listen(&mut text.as_bytes(), &events.sender());
        let seen: Vec<String> = std::iter::from_fn(|| events.ready().ok()).map(|event| format!("{event:?}")).collect();
        let starts = ["Message(", "Malformed(-32700", "Malformed(-32600", "Message(", "End"];
        assert_eq!(seen.len(), starts.len(), "{seen:?}");
        for (seen, start) in seen.iter().zip(starts) {
            assert!(seen.starts_with(start), "{seen}");
        }
    }
}
