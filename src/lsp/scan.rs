//! Checking a whole workspace beside the conversation.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::transport::Event;
use crate::cli::configuration::{Configurations, Problem};
use crate::cli::{files, pool, read};
use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::lint::Linter;
use crate::text::Source;

/// What is told of a check.
#[derive(Debug)]
pub enum Report {
    /// What the rules say of a file.
    File(Box<Source>, Vec<Diagnostic>),
    /// So many files of so many are done.
    Progress(usize, usize),
    /// A configuration is wrong; names in it are relative to this folder.
    Problem(PathBuf, Problem),
    /// It is over.
    Done {
        /// The number of files that were checked.
        files: usize,
        /// The number of findings.
        findings: usize,
        /// Whether it was called off.
        is_cancelled: bool,
    },
}

/// A check that goes on.
#[derive(Clone, Debug, Default)]
pub struct Scan(Arc<AtomicBool>);

impl Scan {
    /// Begins to check all files in `folders`, under their configurations.
    pub fn begin(folders: Vec<(PathBuf, Arc<Configurations>)>, events: Sender<Event>) -> Self {
        let scan = Self::default();
        let own = scan.clone();
        thread::spawn(move || {
            // A failure of this program must not leave the client waiting.
            if catch_unwind(AssertUnwindSafe(|| own.run(&folders, &events))).is_err() {
                let _gone = events.send(Event::Scan(Report::Done { files: 0, findings: 0, is_cancelled: true }));
            }
        });
        scan
    }

    /// Calls it off.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn run(&self, folders: &[(PathBuf, Arc<Configurations>)], events: &Sender<Event>) {
        let tell = |report| events.send(Event::Scan(report)).is_ok();
        let mut jobs: Vec<(PathBuf, &Configurations)> = Vec::new();
        for (folder, configurations) in folders {
            match files::find(std::slice::from_ref(folder), configurations) {
                Ok(found) => jobs.extend(found.files.into_iter().map(|file| (file, &**configurations))),
                Err(problem) => drop(tell(Report::Problem(folder.clone(), problem))),
            }
        }
        let (mut files, mut findings) = (0, 0);
        pool::run(&jobs, Linters::default, Linters::check, |checked| {
            files += 1;
            let is_heard = match checked {
                Ok((source, found)) => {
                    findings += found.len();
                    tell(Report::File(source, found))
                }
                Err(Some((here, problem))) => tell(Report::Problem(here, problem)),
                Err(None) => true,
            };
            let goes_on = is_heard && !self.is_cancelled() && tell(Report::Progress(files, jobs.len()));
            if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        tell(Report::Done { files, findings, is_cancelled: self.is_cancelled() });
    }
}

/// The linters of one thread, by the place of their rules.
#[derive(Default)]
struct Linters(HashMap<usize, Linter<'static>>);

/// A text with what was found in it; else the problem, if it is one of configuration.
type Checked = Result<(Box<Source>, Vec<Diagnostic>), Option<(PathBuf, Problem)>>;

impl Linters {
    fn check(&mut self, (path, configurations): &(PathBuf, &Configurations)) -> Checked {
        let profile =
            configurations.profile(path).map_err(|problem| Some((configurations.here().to_owned(), problem)))?;
        let text = read::read_file(path).map_err(|_unreadable| None)?.text;
        let name = path.to_string_lossy();
        let source = Box::new(Source::new(&*name, text));
        let linter = self.0.entry(Arc::as_ptr(&profile.rules).addr());
        let linter = linter.or_insert_with(|| Linter::shared(profile.rules.clone()));
        let found = catch_unwind(AssertUnwindSafe(|| linter.lint(&source, Format::of_name(&name))));
        found.map(|found| (source, found)).map_err(|_failure| {
            self.0.clear();
            None
        })
    }
}
