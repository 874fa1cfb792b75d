//! Runs that last: interrupted ones, and those that wait for changes.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::folder::{self, Folder};
use crate::{BAD, GOOD};

fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("there is kill");
    assert!(sent.success());
}

#[test]
fn an_interrupted_run_closes_its_report() {
    let folder = Folder::with(&[]);
    for number in 0..300 {
        folder.write(&format!("{number}.md"), BAD.repeat(20).as_bytes());
    }
    for format in ["json", "sarif"] {
        let mut child = folder.spawn(&format!("check --format {format} --no-cache"));
        // Nobody reads on: the pipe is full long before all files are done.
        let mut stdout = child.stdout.take().expect("it is piped");
        let mut first = [0; 1];
        stdout.read_exact(&mut first).expect("there is output");
        interrupt(&child);
        let mut report = String::from_utf8_lossy(&first).into_owned();
        stdout.read_to_string(&mut report).expect("UTF-8");
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(130));
        let report = folder::parsed(&report);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let left: usize = said.split_whitespace().find_map(|word| word.parse().ok()).expect("a number of files");
        assert!(said.contains("dihentikan") && left > 0, "{said}");
        if format == "json" {
            assert_eq!(report["summary"]["files"], 300 - left, "{said}");
        }
    }
}

/// The lines of a stream as they come; a program that hangs is no test that hangs.
fn lines(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || BufReader::new(stream).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
    receiver
}

#[test]
fn a_watched_folder_is_checked_after_every_change() {
    let folder = Folder::with(&[("a.md", GOOD), ("saksama.toml", ""), ("sub/b.md", GOOD)]);
    let mut child = folder.spawn("check --watch --format concise");
    let reports = lines(child.stdout.take().expect("it is piped"));
    let notes = lines(child.stderr.take().expect("it is piped"));
    let wait = || notes.recv_timeout(Duration::from_secs(60)).expect("it says when it waits");
    let found = || reports.recv_timeout(Duration::from_secs(60)).expect("there is a finding");
    wait();
    folder.write("a.md", BAD.as_bytes());
    assert!(found().starts_with("a.md:1:7: error"));
    folder.write("saksama.toml", b"[rules]\ndi-terpisah = \"info\"\n");
    while !found().starts_with("a.md:1:7: info") {}
    folder.write("sub/baru.md", BAD.as_bytes());
    while !found().starts_with("sub/baru.md:1:7: info") {}
    folder.write("saksama.toml", b"[rules]\ndi-terpisah = 3\n");
    while wait().contains("menunggu") {}
    folder.write("saksama.toml", b"");
    while !found().starts_with("sub/baru.md:1:7: error") {}
    // The check itself ends a little later than its report.
    while notes.recv_timeout(Duration::from_secs(3)).is_ok() {}
    interrupt(&child);
    let code = child.wait().expect("the program ends").code();
    assert_eq!(code, Some(1), "as the last check was");
}

#[test]
fn watching_goes_with_no_writing_and_no_standard_input() {
    let folder = Folder::with(&[("a.md", BAD)]);
    for arguments in ["check --watch --fix", "check --watch -"] {
        let report = folder.run(arguments);
        assert_eq!(report.code, 2, "{}", report.stderr);
        assert!(report.stderr.contains("--watch"), "{}", report.stderr);
    }
}
