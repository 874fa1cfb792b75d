//! Conversations with `saksama lsp`, one in each `tests/lsp/*.jsonl`.
//!
//! A line is one step, an object with one of these keys:
//!
//! - `file`: writes `text` into this file of the workspace, a folder of its own for every conversation;
//! - `send`: the client says this (`jsonrpc` is added); `raw`: these bytes, `\r\n` and all;
//! - `expect`: the server says this next, leaving out log messages. Objects may have more keys than are given, lists have to
//!   be as long; `{"has": …}` in place of a text stands for any that has this part, `{"keep": "NAME"}` for any at all, which
//!   is `$NAME` from then on;
//! - `until`: the server says this sooner or later, whatever it says before;
//! - `holds`: this `file` of the workspace has this text;
//! - `exit`: the server ends with this code.
//!
//! `$ROOT` in a text stands for the URI of the workspace. Texts that are long are built by `{"repeat": text, "times": n}`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// A server in its workspace.
struct Conversation {
    child: Child,
    said: Receiver<Value>,
    root: tempfile::TempDir,
    /// Texts of the server that were kept, with their names.
    kept: Vec<(String, String)>,
}

impl Conversation {
    fn begin() -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let mut child = Command::new(env!("CARGO_BIN_EXE_saksama"))
            .arg("lsp")
            .current_dir(root.path())
            .env("XDG_CACHE_HOME", root.path().join(".cache"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let stdout = child.stdout.take().expect("piped");
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(message) = read(&mut stdout) {
                let _over = sender.send(message);
            }
        });
        Self { child, said, root, kept: Vec::new() }
    }

    fn uri(&self) -> String {
        format!("file://{}", self.root.path().display())
    }

    fn write(&mut self, bytes: &[u8]) {
        let stdin = self.child.stdin.as_mut().expect("piped");
        // A server that has ended is found out by what it does not say.
        let _over = stdin.write_all(bytes).and_then(|()| stdin.flush());
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    /// What the server says next that is no log message.
    fn next(&self) -> Option<Value> {
        loop {
            let message = self.said.recv_timeout(Duration::from_secs(120)).ok()?;
            if message["method"] != "window/logMessage" {
                return Some(message);
            }
        }
    }

    /// What is wrong with what happens at `step`.
    fn take(&mut self, step: &Value) -> Result<(), String> {
        let mut names = vec![("$ROOT".to_owned(), self.uri())];
        names.extend(self.kept.iter().cloned());
        let step = filled(step, &names);
        if let Some(name) = step["file"].as_str() {
            let path = self.root.path().join(name);
            fs::create_dir_all(path.parent().expect("inside"))
                .and_then(|()| fs::write(&path, text(&step["text"])))
                .expect("writable");
        } else if let Some(raw) = step["raw"].as_str() {
            self.write(raw.as_bytes());
        } else if !step["send"].is_null() {
            self.send(step["send"].clone());
        } else if !step["expect"].is_null() {
            let said = self.next().ok_or("the server says nothing")?;
            differs(&step["expect"], &said, "").map_err(|place| format!("{place}\nit says {said:#}"))?;
            keep(&step["expect"], &said, &mut self.kept);
        } else if !step["until"].is_null() {
            while differs(&step["until"], &self.next().ok_or("the server does not say it")?, "").is_err() {}
        } else if let Some(name) = step["holds"].as_str() {
            let held = fs::read_to_string(self.root.path().join(name)).map_err(|error| error.to_string())?;
            if held != text(&step["text"]) {
                return Err(format!("{name} holds {held:?}"));
            }
        } else if let Some(code) = step["exit"].as_i64() {
            drop(self.child.stdin.take());
            let status = self.child.wait().expect("a child");
            if status.code().map(i64::from) != Some(code) {
                return Err(format!("it ended with {status}"));
            }
        }
        Ok(())
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

fn read(from: &mut BufReader<ChildStdout>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().ok()?,
            None if line == "\r\n" => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// The value with texts that have names, and long ones, filled in.
fn filled(value: &Value, names: &[(String, String)]) -> Value {
    let named = |text: &str| names.iter().fold(text.to_owned(), |text, (name, meant)| text.replace(name, meant));
    match value {
        Value::String(text) => named(text).into(),
        Value::Array(list) => list.iter().map(|value| filled(value, names)).collect(),
        Value::Object(object) if object.contains_key("repeat") => {
            let times = object["times"].as_u64().and_then(|times| usize::try_from(times).ok()).expect("a number");
            text(&object["repeat"]).repeat(times).into()
        }
        Value::Object(object) => object.iter().map(|(key, value)| (named(key), filled(value, names))).collect(),
        other => other.clone(),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Where `said` is not what is `wanted`.
fn differs(wanted: &Value, said: &Value, place: &str) -> Result<(), String> {
    match (wanted, said) {
        (Value::Object(object), Value::String(said)) if object.contains_key("has") => {
            let part = text(&object["has"]);
            said.contains(part).then_some(()).ok_or_else(|| format!("{place}: {said:?} has no {part:?}"))
        }
        (Value::Object(object), Value::String(_)) if object.contains_key("keep") => Ok(()),
        (Value::Object(wanted), Value::Object(_)) => {
            wanted.iter().try_for_each(|(key, value)| differs(value, &said[key], &format!("{place}/{key}")))
        }
        (Value::Array(wanted), Value::Array(list)) if wanted.len() == list.len() => {
            let mut pairs = wanted.iter().zip(list).enumerate();
            pairs.try_for_each(|(at, (wanted, said))| differs(wanted, said, &format!("{place}/{at}")))
        }
        _ if wanted == said => Ok(()),
        _ => Err(format!("{place}: not {wanted}")),
    }
}

/// Keeps the texts in `said` that are named in `wanted`.
fn keep(wanted: &Value, said: &Value, kept: &mut Vec<(String, String)>) {
    match (wanted, said) {
        (Value::Object(object), Value::String(said)) if object.contains_key("keep") => {
            kept.push((format!("${}", text(&object["keep"])), said.clone()));
        }
        (Value::Object(object), _) => object.iter().for_each(|(key, value)| keep(value, &said[key], kept)),
        (Value::Array(list), Value::Array(said)) => {
            list.iter().zip(said).for_each(|(wanted, said)| keep(wanted, said, kept));
        }
        _ => {}
    }
}

fn conversations() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lsp");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

#[test]
fn conversations_go_as_written() {
    let mut wrong = Vec::new();
    for path in conversations() {
        let mut conversation = Conversation::begin();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let lines = fs::read_to_string(&path).expect("UTF-8");
        for (number, line) in lines.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let step = serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}:{}: {error}", number + 1));
            if let Err(reason) = conversation.take(&step) {
                wrong.push(format!("{name}:{}: {reason}", number + 1));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
