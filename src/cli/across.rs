//! What several files share, reported after all of them.

use std::collections::HashMap;
use std::sync::Arc;

use super::work::{Done, Job, Shop};
use crate::diagnostic::{Diagnostic, number};
use crate::lint::RuleSet;
use crate::lint::across::{Match, Trace, Traced, compare, speak};
use crate::text::Source;

/// The texts of files that share something, read again; forgotten when they are many.
struct Texts<'j> {
    files: Vec<(&'j Job, &'j Trace)>,
    read: HashMap<usize, Option<Arc<Source>>>,
    bytes: usize,
}

/// Compares the files of `jobs` by their `traces` and gives what is found to `take`, file by file.
///
/// # Errors
/// Those of `take`.
pub fn check(
    shop: &Shop,
    jobs: &[Job],
    traces: &[Option<Trace>],
    mut take: impl FnMut(Done) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let files: Vec<(&Job, &Trace)> =
        jobs.iter().zip(traces).filter_map(|(job, trace)| trace.as_ref().map(|trace| (job, trace))).collect();
    let rules = |job: &Job| -> &RuleSet { &shop.profiles[job.profile].rules };
    let traced: Vec<Traced> = files.iter().map(|&(job, trace)| Traced { rules: rules(job), trace }).collect();
    let found = compare(&traced);
    let mut texts = Texts { files, read: HashMap::new(), bytes: 0 };
    for matches in found.chunk_by(|a, b| a.file == b.file) {
        take(draw(shop, &traced, &mut texts, matches))?;
    }
    Ok(())
}

/// The part of the report about `matches`, all in one file.
fn draw(shop: &Shop, traced: &[Traced], texts: &mut Texts, matches: &[Match]) -> Done {
    let mut done = Done::default();
    let file = matches[0].file;
    texts.read(matches);
    let Some(source) = texts.of(file) else { return done };
    let speak = |found: &Match| speak(traced[file].rules, found, &source, |file| texts.of(file));
    let mut diagnostics: Vec<Diagnostic> = matches.iter().filter_map(speak).collect();
    number(&mut diagnostics);
    done.met = texts.files[file].0.take_known(shop, &mut diagnostics);
    done.summary.known = done.met.as_ref().map(|met| met.fingerprints.len());
    if diagnostics.is_empty() && done.met.is_some() {
        return done;
    }
    done.drawn = shop.draw(&source, &diagnostics);
    done.summary.count(&diagnostics);
    done
}

impl Texts<'_> {
    /// Reads the files of `matches`.
    fn read(&mut self, matches: &[Match]) {
        const MOST_BYTES: usize = 64 << 20;
        if self.bytes > MOST_BYTES {
            self.read.clear();
            self.bytes = 0;
        }
        let places = matches.iter().flat_map(|found| found.places.iter().map(|(file, _)| *file));
        for file in matches.iter().map(|found| found.file).chain(places) {
            if !self.read.contains_key(&file) {
                let source = self.source(file);
                self.bytes += source.as_ref().map_or(0, |source| source.text.len());
                self.read.insert(file, source);
            }
        }
    }

    /// The text of a file; `None` where it is no longer the one that was compared.
    fn source(&self, file: usize) -> Option<Arc<Source>> {
        let (job, trace) = *self.files.get(file)?;
        let decoded = job.read().ok()?;
        let is_same = decoded.text.len() == trace.length;
        is_same.then(|| Arc::new(Source::new(job.path.to_string_lossy(), decoded.text)))
    }

    fn of(&self, file: usize) -> Option<Arc<Source>> {
        self.read.get(&file).cloned().flatten()
    }
}
