//! Reviews under a pseudo-terminal, one in each `tests/review/*.jsonl`.
//!
//! A line is one step, an object with one of these keys:
//!
//! - `file`: writes `text` into this file, before a review or under its hands; without `text` it is removed;
//! - `run`: starts `saksama` with these words, in the folder of the files; `env` sets variables;
//! - `expect`: this is shown next, whatever stands before it, colours left out; `never` may not stand before it;
//! - `send`: these keys are typed;
//! - `holds`: this file has this `text`; without `text` it is not there; `has` is a part of its text;
//! - `kill`: the program is ended from outside, without a word;
//! - `exit`: the program ends with this code.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

use rexpect::process::{Signal, WaitStatus};
use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};
use serde_json::Value;

/// How long the program may take to answer, in milliseconds; far more than it needs.
const PATIENCE: u64 = 20_000;

struct Stage {
    folder: tempfile::TempDir,
    session: Option<PtySession>,
}

impl Stage {
    fn session(&mut self) -> &mut PtySession {
        self.session.as_mut().expect("a review is under way")
    }

    fn play(&mut self, step: &Value) -> Result<(), String> {
        let text = |key: &str| step.get(key).and_then(Value::as_str);
        let path = |name: &str| self.folder.path().join(name);
        if let Some(name) = text("file") {
            return match text("text") {
                Some(content) => fs::write(path(name), content).map_err(|error| error.to_string()),
                None => fs::remove_file(path(name)).map_err(|error| error.to_string()),
            };
        }
        if let Some(name) = text("holds") {
            return holds(&path(name), text("text"), text("has"));
        }
        if let Some(words) = text("run") {
            self.session = Some(self.start(words, step.get("env")));
        } else if let Some(expected) = text("expect") {
            let before = self.session().exp_string(&as_read(expected)).map_err(|error| error.to_string())?;
            if let Some(never) = text("never").filter(|never| before.contains(&as_read(never))) {
                return Err(format!("`{never}` is shown:\n{before}"));
            }
        } else if let Some(keys) = text("send") {
            self.session().send(keys).map_err(|error| error.to_string())?;
            self.session().flush().map_err(|error| error.to_string())?;
        } else if step.get("kill").is_some() {
            self.session().process_mut().kill(Signal::SIGKILL).map_err(|error| error.to_string())?;
        } else {
            return self.ends_with(&step["exit"]);
        }
        Ok(())
    }

    fn start(&self, words: &str, variables: Option<&Value>) -> PtySession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_saksama"));
        command.args(words.split_whitespace()).current_dir(self.folder.path());
        command.env("TERM", "xterm").env_remove("NO_COLOR").env_remove("COLUMNS");
        for (name, value) in variables.and_then(Value::as_object).into_iter().flatten() {
            command.env(name, value.as_str().unwrap_or_default());
        }
        let options = Options::new().timeout_ms(Some(PATIENCE)).strip_ansi_escape_codes(true);
        spawn_with_options(command, options).expect("the program starts")
    }

    fn ends_with(&mut self, code: &Value) -> Result<(), String> {
        let rest = self.session().exp_eof().map_err(|error| error.to_string())?;
        match self.session().process().wait() {
            Ok(WaitStatus::Exited(_, ended)) if i64::from(ended) == code.as_i64().unwrap_or(-1) => Ok(()),
            other => Err(format!("ended with {other:?}:\n{rest}")),
        }
    }
}

/// `text` as `rexpect` reads it: every byte a character.
fn as_read(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

fn holds(path: &Path, whole: Option<&str>, part: Option<&str>) -> Result<(), String> {
    let found = fs::read_to_string(path).ok();
    let is_right = match (&found, whole, part) {
        (Some(found), Some(whole), _) => found == whole,
        (Some(found), None, Some(part)) => found.contains(part),
        (found, None, None) => found.is_none(),
        _ => false,
    };
    if is_right { Ok(()) } else { Err(format!("it is {found:?}")) }
}

#[test]
fn reviews_go_as_written() {
    let mut scripts: Vec<_> = fs::read_dir("tests/review")
        .expect("the scripts are there")
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    scripts.sort();
    assert!(scripts.len() >= 6, "{scripts:?}");
    let mut wrong = Vec::new();
    for script in scripts {
        let mut stage = Stage { folder: tempfile::tempdir().expect("a folder"), session: None };
        let text = fs::read_to_string(&script).expect("a readable script");
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let step = serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", script.display()));
            if let Err(trouble) = stage.play(&step) {
                wrong.push(format!("{}:{}: {line}\n{trouble}", script.display(), index + 1));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
