//! Checking a whole workspace beside the conversation.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
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
    /// What the rules say of a file, and what names this result.
    File(Box<Source>, Vec<Diagnostic>, String),
    /// The result of a file is still the one of this name.
    Unchanged(PathBuf, String),
    /// So many files of so many are done.
    Progress(usize, usize),
    /// A configuration is wrong; names in it are relative to this folder.
    Problem(PathBuf, Problem),
    /// It is over: so many files were checked, and so much was found.
    Done {
        /// The number of files that were checked.
        files: usize,
        /// The number of findings.
        findings: usize,
        /// Whether it was called off.
        is_cancelled: bool,
    },
}

/// What is to be checked.
pub struct Order {
    /// What its reports are called by.
    pub number: usize,
    /// All files in these folders, under their configurations.
    pub folders: Vec<(PathBuf, Arc<Configurations>)>,
    /// None of these files.
    pub except: HashSet<PathBuf>,
    /// The names of results that the client has.
    pub known: HashMap<PathBuf, String>,
    /// How often configurations were read: part of the name of every result.
    pub generation: usize,
}

/// A check that goes on.
#[derive(Clone, Debug, Default)]
pub struct Scan(Arc<AtomicBool>);

impl Scan {
    /// Begins a check, which tells of itself by `events`.
    pub fn begin(order: Order, events: Sender<Event>) -> Self {
        let scan = Self::default();
        let own = scan.clone();
        thread::spawn(move || {
            let tell = |report| events.send(Event::Scan(order.number, report)).is_ok();
            // A failure of this program must not leave the client waiting.
            if catch_unwind(AssertUnwindSafe(|| own.run(&order, tell))).is_err() {
                tell(Report::Done { files: 0, findings: 0, is_cancelled: true });
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

    /// `tell` says whether anybody still listens.
    fn run(&self, order: &Order, tell: impl Fn(Report) -> bool) {
        let mut jobs: Vec<Job> = Vec::new();
        for (folder, configurations) in &order.folders {
            match files::find(std::slice::from_ref(folder), configurations) {
                Ok(found) => jobs.extend(found.files.into_iter().map(|path| Job { path, configurations, order })),
                Err(problem) => drop(tell(Report::Problem(folder.clone(), problem))),
            }
        }
        jobs.retain(|job| !order.except.contains(&job.path));
        let (mut files, mut findings) = (0, 0);
        pool::run(&jobs, Linters::default, Linters::check, |report| {
            files += 1;
            if let Some(Report::File(_, found, _)) = &report {
                findings += found.len();
            }
            let is_heard = report.is_none_or(&tell);
            let goes_on = is_heard && !self.is_cancelled() && tell(Report::Progress(files, jobs.len()));
            if goes_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        tell(Report::Done { files, findings, is_cancelled: self.is_cancelled() });
    }
}

/// A file to check.
struct Job<'o> {
    path: PathBuf,
    configurations: &'o Configurations,
    order: &'o Order,
}

/// The linters of one thread, by the place of their rules.
#[derive(Default)]
struct Linters(HashMap<usize, Linter<'static>>);

impl Linters {
    /// What is told of a file; nothing of one that cannot be read.
    fn check(&mut self, Job { path, configurations, order }: &Job) -> Option<Report> {
        let profile = match configurations.profile(path) {
            Ok(profile) => profile,
            Err(problem) => return Some(Report::Problem(configurations.here().to_owned(), problem)),
        };
        let text = read::read_file(path).ok()?.text;
        let result = format!("{}-{:016x}", order.generation, digest(&text));
        if order.known.get(path) == Some(&result) {
            return Some(Report::Unchanged(path.clone(), result));
        }
        let name = path.to_string_lossy();
        let source = Box::new(Source::new(&*name, text));
        let linter = self.0.entry(Arc::as_ptr(&profile.rules).addr());
        let linter = linter.or_insert_with(|| Linter::shared(profile.rules.clone()));
        match catch_unwind(AssertUnwindSafe(|| linter.lint(&source, Format::of_name(&name)))) {
            Ok(found) => Some(Report::File(source, found, result)),
            Err(_failure) => {
                self.0.clear();
                None
            }
        }
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
