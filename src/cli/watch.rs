//! `check --watch`: checks again whenever an article or a configuration changes.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::Context as _;
use notify::event::{CreateKind, EventKind, RemoveKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::configuration::{Configurations, NAMES, WORDS};
use super::files::{IGNORE_FILE, is_article};
use super::outcome::{Outcome, Stop};
use super::output::{Output, say};
use super::plan::{Input, Plan};
use super::{check, interrupt, show};

/// Programs save in several steps: so long nothing must happen before a change is looked at.
const QUIET: Duration = Duration::from_millis(100);
/// How often Ctrl-C is asked after while nothing happens.
const LOOK: Duration = Duration::from_millis(100);

/// Checks what `plan` names, and again after every change, until Ctrl-C; the outcome is that of the last check.
///
/// # Errors
/// When the folders cannot be watched.
pub fn watch(plan: &Plan, configurations: impl Fn() -> Configurations) -> Result<Outcome, Stop> {
    let mut watch = Watch::begin(plan)?;
    let mut last = Outcome::Interrupted;
    loop {
        let configurations = configurations();
        clear(plan)?;
        let outcome = check::check(plan, &configurations).unwrap_or_else(|stop| show(stop, plan.color));
        if interrupt::is_wanted() {
            return Ok(last);
        }
        last = outcome;
        watch.follow(&configurations);
        if !plan.is_quiet {
            say(plan.lang.pick(
                "saksama: menunggu perubahan; Ctrl-C untuk berhenti",
                "saksama: waiting for changes; Ctrl-C to stop",
            ));
        }
        if watch.wait().is_none() {
            return Ok(last);
        }
    }
}

/// What is watched.
struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    watched: BTreeSet<PathBuf>,
    /// The reports that a check writes itself.
    own: Vec<PathBuf>,
}

impl Watch {
    fn begin(plan: &Plan) -> anyhow::Result<Self> {
        let cannot = plan.lang.pick("perubahan tidak dapat dipantau", "changes cannot be watched");
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender).context(cannot)?;
        let own = plan.output.iter().chain(plan.reports.iter().map(|also| &also.path)).cloned().collect();
        let mut watch = Self { watcher, events, watched: BTreeSet::new(), own };
        let here = [PathBuf::from(".")];
        let paths = if let Input::Paths(paths) = &plan.input { &paths[..] } else { &here };
        for path in paths {
            let (folder, mode) = if path.is_dir() {
                (path.as_path(), RecursiveMode::Recursive)
            } else {
                (folder_of(path), RecursiveMode::NonRecursive)
            };
            watch.watcher.watch(folder, mode).with_context(|| format!("{}: {cannot}", path.display()))?;
        }
        Ok(watch)
    }

    /// Watches the files of these configurations, too.
    fn follow(&mut self, configurations: &Configurations) {
        for folder in configurations.folders() {
            if self.watched.insert(folder.clone()) {
                // A change there is then seen with the next change of an article.
                let _unwatched = self.watcher.watch(&folder, RecursiveMode::NonRecursive);
            }
        }
    }

    /// Waits until something that counts has changed and is at rest; `None` when the program is to end.
    fn wait(&self) -> Option<()> {
        let mut has_changed = false;
        loop {
            match self.events.recv_timeout(if has_changed { QUIET } else { LOOK }) {
                Ok(event) => has_changed |= event.is_ok_and(|event| self.counts(&event)),
                Err(RecvTimeoutError::Timeout) if has_changed => return Some(()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            if interrupt::is_wanted() {
                return None;
            }
        }
    }

    fn counts(&self, event: &Event) -> bool {
        let is_same = |one: &Path, other: &Path| {
            one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|it| it == one))
        };
        let is_own = |path: &Path| self.own.iter().any(|own| is_same(own, path));
        match event.kind {
            EventKind::Access(_) => false,
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => true,
            _ => {
                event.paths.iter().any(|path| (is_article(path) || is_setting(path) || path.is_dir()) && !is_own(path))
            }
        }
    }
}

/// Whether a file of this name says how articles are checked.
fn is_setting(path: &Path) -> bool {
    let names = NAMES.iter().chain([&WORDS, &IGNORE_FILE, &".gitignore"]);
    let is_named = path.file_name().is_some_and(|name| names.into_iter().any(|known| name == *known));
    is_named || path.extension().is_some_and(|extension| ["toml", "aff", "dic"].iter().any(|known| extension == *known))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Clears the screen, where the report goes to one; what has scrolled away stays.
fn clear(plan: &Plan) -> anyhow::Result<()> {
    if plan.output.is_none() && io::stdout().is_terminal() {
        let mut stdout = Output::stdout();
        stdout
            .write(b"\x1B[2J\x1B[H")
            .and_then(|()| stdout.flush())
            .map_err(|error| check::unwritten(&error, plan.lang))?;
    }
    Ok(())
}
