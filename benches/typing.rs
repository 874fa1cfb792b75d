//! How long a keystroke takes until its diagnostics are there: a thousand random edits, each compared with a full look.
//!
//! `cargo bench --bench typing` prints the median and the 99th percentile in milliseconds, for a text of 100 KB and for the
//! seeds: as time passes, and as the processor works, which is what a loaded machine leaves alone. The last line goes
//! through the language server, from the change to the message that is published.

#[path = "../tests/typing/mod.rs"]
mod typing;

use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};
use lsp_server::{Message, Notification, Request};
use serde_json::{Value, json};

use saksama::format::Format;
use saksama::lint::{Linter, Memo, RuleSet};
use saksama::lsp::{Event, Events, Outgoing, Server};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::{Lines, Source};

use typing::{Typist, seeds};

/// How long every look took, as time passed and as the processor worked.
#[derive(Default)]
struct Times {
    wall: Vec<Duration>,
    processor: Vec<Duration>,
}

fn main() {
    // `cargo test --benches` only wants to see that it runs.
    let is_test = !std::env::args().any(|argument| argument == "--bench");
    let changes = if is_test { 3 } else { 1000 };
    let seeds = seeds();
    let mut long = String::new();
    while long.len() < 100_000 {
        long.push_str(&seeds[long.len() % seeds.len()]);
        long.push_str("\n\n");
    }
    for format in [Format::Plain, Format::Markdown, Format::Html] {
        report(&format!("100 KB, {format:?}"), &mut types(&long, format, changes));
    }
    for (number, seed) in seeds.iter().enumerate() {
        report(&format!("seed {number}, {} bytes", seed.len()), &mut types(seed, Format::Plain, (changes / 5).max(1)));
    }
    report("100 KB, language server", &mut [types_to_server(&long, changes)]);
}

/// The rules that are on unless something else is said.
fn rules() -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    RuleSet::new(rules, &[], Lang::Id).expect("the built-in rules are tested")
}

/// The times of every look after a change, and of every full one.
fn types(text: &str, format: Format, changes: usize) -> [Times; 2] {
    let rules = rules();
    let (mut often, mut whole) = (Linter::new(&rules), Linter::new(&rules));
    let (mut memo, mut typist) = (Memo::default(), Typist::new(7));
    let mut source = Source::new("x", text);
    often.lint_again(&source, format, &mut memo);
    whole.lint(&source, format);
    let [mut after_edits, mut in_full] = [Times::default(), Times::default()];
    for change in 0..changes {
        let (range, with) = typist.change(&source.text);
        let again = after_edits.of(|| {
            source.text.replace_range(range.clone(), &with);
            often.lint_again(&source, format, &mut memo)
        });
        let full = in_full.of(|| whole.lint(&source, format));
        assert_eq!(again, full, "{format:?}, change {change}: {range:?} becomes {with:?}");
    }
    [after_edits, in_full]
}

/// The times from a change that the server is told of to what it publishes, with the number of findings compared.
fn types_to_server(text: &str, changes: usize) -> Times {
    let rules = rules();
    let mut whole = Linter::new(&rules);
    let mut editor = Editor::open(text);
    let mut typist = Typist::new(7);
    let mut times = Times::default();
    for change in 0..changes {
        let (range, with) = typist.change(&editor.text);
        let message = editor.edit(spoken(&editor.text, range), &with);
        let (start, processor) = (Instant::now(), ProcessTime::now());
        editor.say(message);
        let published = editor.published();
        times.wall.push(start.elapsed());
        times.processor.push(processor.elapsed());
        let published: Value = serde_json::from_str(&published).expect("JSON");
        let full = whole.lint(&Source::new("x", &*editor.text), Format::Markdown);
        let told = published["params"]["diagnostics"].as_array().map(Vec::len);
        assert_eq!(told, Some(full.len()), "change {change}");
    }
    times
}

/// The range, where the protocol can speak of it: no place is inside of a line ending.
fn spoken(text: &str, Range { start, end }: Range<usize>) -> Range<usize> {
    let is_inside = |at: usize| text[..at].ends_with('\r') && text[at..].starts_with('\n');
    start - usize::from(is_inside(start))..end + usize::from(is_inside(end))
}

/// An editor with one text open, and a server.
struct Editor {
    text: String,
    version: i32,
    say: Sender<Event>,
    said: Receiver<String>,
}

impl Editor {
    const URI: &str = "untitled:x.md";

    fn open(text: &str) -> Self {
        let events = Events::default();
        let (outgoing, said) = Outgoing::new();
        let say = events.sender();
        thread::spawn(move || Server::new(outgoing, events.sender(), None).serve(&events));
        let editor = Self { text: text.to_owned(), version: 1, say, said };
        let capabilities = json!({ "general": { "positionEncodings": ["utf-8"] } });
        let request = Request::new(1.into(), "initialize".to_owned(), json!({ "capabilities": capabilities }));
        editor.say(Message::Request(request));
        let document = json!({ "uri": Self::URI, "languageId": "markdown", "version": 1, "text": text });
        editor.say(told("textDocument/didOpen", json!({ "textDocument": document })));
        editor.published();
        editor
    }

    /// The message that the text has changed.
    fn edit(&mut self, range: Range<usize>, with: &str) -> Message {
        let lines = Lines::new(&self.text);
        let place = |at: usize| {
            let at = u32::try_from(at).expect("a short text");
            let line = lines.line_of(at);
            json!({ "line": line, "character": at - lines.start(line).unwrap_or(at) })
        };
        let change = json!({ "range": { "start": place(range.start), "end": place(range.end) }, "text": with });
        self.text.replace_range(range, with);
        self.version += 1;
        let document = json!({ "uri": Self::URI, "version": self.version });
        told("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }))
    }

    fn say(&self, message: Message) {
        self.say.send(Event::Message(message)).expect("the server lives");
    }

    /// The next message with diagnostics.
    fn published(&self) -> String {
        let is_it = |said: &String| said.contains("\"textDocument/publishDiagnostics\"");
        self.said.iter().find(is_it).expect("the server lives")
    }
}

fn told(method: &str, parameters: Value) -> Message {
    Message::Notification(Notification::new(method.to_owned(), parameters))
}

impl Times {
    /// Does `work` and notes how long it takes.
    fn of<R>(&mut self, work: impl FnOnce() -> R) -> R {
        let (start, processor) = (Instant::now(), ThreadTime::now());
        let done = work();
        self.wall.push(start.elapsed());
        self.processor.push(processor.elapsed());
        done
    }
}

fn report(name: &str, times: &mut [Times]) {
    let what = ["after an edit", "in full"];
    for (what, Times { wall, processor }) in what.iter().zip(times) {
        let [wall, processor] = [wall, processor].map(|times| {
            times.sort_unstable();
            let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
            format!("median {:6.2} ms, 99 % {:6.2} ms", at(50), at(99))
        });
        println!("{name:<24} {what:<13}: {wall}; processor: {processor}");
    }
}
