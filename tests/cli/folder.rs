//! A folder with files of its own, and the program run in it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A temporary folder, gone at the end.
pub struct Folder {
    root: tempfile::TempDir,
}

/// What came of one run.
pub struct Report {
    /// The exit code.
    pub code: i32,
    /// Standard output as text.
    pub stdout: String,
    /// Standard output as bytes.
    pub raw: Vec<u8>,
    /// Standard error as text.
    pub stderr: String,
}

impl Report {
    /// Standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        parsed(&self.stdout)
    }
}

/// `text` as JSON.
pub fn parsed(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

impl Folder {
    /// A folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self { root: tempfile::tempdir().expect("a temporary folder can be made") };
        files.iter().for_each(|(name, text)| folder.write(name, text.as_bytes()));
        folder
    }

    /// The path of the file `name`.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// Writes a file, and the folders it lies in.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("folders can be made");
        fs::write(path, bytes).expect("files can be written");
    }

    /// The bytes of a file.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("the file is there")
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("the file is UTF-8")
    }

    /// The names of all files, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.root.path()).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs git with these arguments; what it says.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git")
            .args(["-c", "user.name=Penulis", "-c", "user.email=penulis@example.com", "-c", "init.defaultBranch=main"])
            .args(arguments)
            .current_dir(self.root.path())
            .output()
            .expect("git is installed");
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Runs `saksama` with these words.
    pub fn run(&self, arguments: &str) -> Report {
        self.run_with(arguments, b"")
    }

    /// Runs `saksama` with these arguments, which may hold spaces.
    pub fn run_with_words(&self, arguments: &[&str]) -> Report {
        self.report(self.command("").args(arguments), b"")
    }

    /// Runs `saksama` with these words and this standard input.
    pub fn run_with(&self, arguments: &str, input: &[u8]) -> Report {
        self.report(&mut self.command(arguments), input)
    }

    /// Begins to run `saksama` with these words.
    pub fn spawn(&self, arguments: &str) -> Child {
        self.command(arguments).spawn().expect("the program was built")
    }

    /// Runs `saksama` with these words in a folder of this folder.
    pub fn run_in(&self, folder: &str, arguments: &str) -> Report {
        self.report(self.command(arguments).current_dir(self.path(folder)), b"")
    }

    /// Runs `saksama` with these words where no other program is to be found.
    pub fn run_alone(&self, arguments: &str) -> Report {
        self.report(self.command(arguments).env("PATH", ""), b"")
    }

    fn report(&self, command: &mut Command, input: &[u8]) -> Report {
        let mut child = command.spawn().expect("the program was built");
        // A program that does not read its input may close it.
        let _unread = child.stdin.take().expect("it is piped").write_all(input);
        let output = child.wait_with_output().expect("the program ends");
        Report {
            code: output.status.code().expect("no signal ends the program"),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            raw: output.stdout,
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Runs `saksama` and stops reading its output after a few bytes; its exit code.
    pub fn run_until_first_line(&self, arguments: &str) -> i32 {
        let mut child = self.spawn(arguments);
        let mut stdout = child.stdout.take().expect("it is piped");
        stdout.read_exact(&mut [0; 8]).expect("there is output");
        drop(stdout);
        child.wait().expect("the program ends").code().expect("no signal ends the program")
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_saksama"));
        command
            .args(arguments.split_whitespace())
            .current_dir(self.root.path())
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}
