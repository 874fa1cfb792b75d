//! The folder of a report: what may be written there, and what an earlier report left.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::anyhow;
use serde::{Deserialize, Serialize};

use crate::cli::cause::Cause;
use crate::cli::day::today;
use crate::report::html::{ARTICLES, Run};
use crate::rule::Lang;

/// The file that tells that a folder is one of a report, and remembers its runs.
const MARKER: &str = "saksama-report.json";
/// Keeps the pages from being checked as if they were articles.
const IGNORE: &str = ".saksamaignore";
/// What every page has near its beginning, so that it is known again.
const SIGN: &str = "name=\"generator\" content=\"saksama ";
/// So many runs are remembered.
const RUNS: usize = 100;

/// The folder of a report.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    marker: Marker,
    written: Mutex<BTreeSet<PathBuf>>,
    failure: Mutex<Option<(PathBuf, Refusal)>>,
}

/// Why a file is not written.
#[derive(Debug)]
enum Refusal {
    /// There is another's.
    Foreign,
    /// The system refuses.
    Failed(io::Error),
}

/// What the marker says.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Marker {
    version: u32,
    runs: Vec<Told>,
}

/// A run as the marker tells it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Told {
    day: String,
    articles: usize,
    findings: usize,
}

impl Place {
    /// The folder at `path`, made where there is none.
    ///
    /// # Errors
    /// When it holds anything but a report, or cannot be written.
    pub fn open(path: &Path, lang: Lang) -> anyhow::Result<Self> {
        let failed = |error: &io::Error| anyhow!("{}: {}", path.display(), Cause::from(error).words(lang));
        fs::create_dir_all(path.join(ARTICLES).parent().unwrap_or(path)).map_err(|error| failed(&error))?;
        let marker = match fs::read(path.join(MARKER)) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| not_a_report(path, lang))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let mut entries = fs::read_dir(path).map_err(|error| failed(&error))?;
                if entries.next().is_some() {
                    return Err(not_a_report(path, lang));
                }
                Marker { version: 1, runs: Vec::new() }
            }
            Err(error) => return Err(failed(&error)),
        };
        let place = Self { folder: path.to_owned(), marker, written: Mutex::default(), failure: Mutex::default() };
        place.remember(&place.marker).map_err(|error| failed(&error))?;
        fs::create_dir_all(path.join(ARTICLES)).map_err(|error| failed(&error))?;
        fs::write(path.join(IGNORE), "*\n").map_err(|error| failed(&error))?;
        Ok(place)
    }

    /// The file `name` of the report.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes the page `name`. What keeps it from being written is told at the end, see [`Place::failure`].
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        let is_own = lock(&self.written).contains(&path) || is_ours(&path);
        let written = if is_own { fs::write(&path, text).map_err(Refusal::Failed) } else { Err(Refusal::Foreign) };
        match written {
            Ok(()) => drop(lock(&self.written).insert(path)),
            Err(refusal) => drop(lock(&self.failure).get_or_insert((path, refusal))),
        }
    }

    /// The runs so far, and this one.
    pub fn runs(&self, articles: usize, findings: usize) -> Vec<Run> {
        let now = Told { day: today(), articles, findings };
        // Of several on one day the last counts.
        let earlier: Vec<&Told> = self.marker.runs.iter().filter(|told| told.day != now.day).collect();
        let before = earlier.iter().copied().skip((earlier.len() + 1).saturating_sub(RUNS));
        before
            .chain([&now])
            .map(|told| Run { day: told.day.clone(), articles: told.articles, findings: told.findings })
            .collect()
    }

    /// Ends the report: remembers `runs`, and takes away the pages of articles that are no longer there.
    pub fn end(&self, runs: &[Run]) {
        let told = |run: &Run| Told { day: run.day.clone(), articles: run.articles, findings: run.findings };
        let marker = Marker { version: 1, runs: runs.iter().map(told).collect() };
        if let Err(error) = self.remember(&marker) {
            lock(&self.failure).get_or_insert((self.path(MARKER), Refusal::Failed(error)));
        }
        let written = lock(&self.written);
        for entry in fs::read_dir(self.path(ARTICLES)).into_iter().flatten().flatten() {
            let path = entry.path();
            if !written.contains(&path) && is_ours(&path) {
                // A page that stays is not linked from anywhere.
                let _left_behind = fs::remove_file(path);
            }
        }
    }

    /// What kept a page from being written.
    ///
    /// # Errors
    /// When something did.
    pub fn failure(&self, lang: Lang) -> anyhow::Result<()> {
        match &*lock(&self.failure) {
            None => Ok(()),
            Some((path, Refusal::Failed(error))) => {
                Err(anyhow!("{}: {}", path.display(), Cause::from(error).words(lang)))
            }
            Some((path, Refusal::Foreign)) => Err(anyhow!(
                "{}: {}",
                path.display(),
                lang.pick(
                    "berkas ini bukan dari saksama; tidak ditimpa. Pindahkan, lalu jalankan lagi",
                    "this file is not saksama's; it is not written over. Move it away and run again",
                )
            )),
        }
    }

    fn remember(&self, marker: &Marker) -> io::Result<()> {
        let text = serde_json::to_string_pretty(marker)? + "\n";
        let fresh = self.path(".saksama-report.json.new");
        fs::write(&fresh, text)?;
        fs::rename(fresh, self.path(MARKER))?;
        Ok(())
    }
}

fn not_a_report(path: &Path, lang: Lang) -> anyhow::Error {
    let says = lang.pick(
        "folder ini tidak kosong dan bukan laporan saksama; tidak ada yang ditulis. Pilih folder baru dengan --html",
        "this folder is not empty and no report of saksama's; nothing was written. Choose a new one with --html",
    );
    anyhow!("{}: {says}", path.display())
}

/// Whether the file at `path` is not there, or a page or part of one that saksama wrote.
fn is_ours(path: &Path) -> bool {
    let mut start = Vec::new();
    match fs::symlink_metadata(path) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(metadata) if !metadata.is_file() => false,
        Ok(_) => {
            let read = fs::File::open(path).and_then(|file| file.take(2048).read_to_end(&mut start));
            let start = String::from_utf8_lossy(&start);
            read.is_ok() && (start.contains(SIGN) || start.starts_with("/* saksama"))
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
