//! What is done with one text: lint it, fix it where that is wanted, draw what is found.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cache::{Cache, Found};
use super::configuration::Profile;
use super::known::{Listed, Met, Standing, take_known};
use super::plan::Fixing;
use super::read::read_file;
use super::silencing::silence;
use super::trouble::Trouble;
use super::write::replace;
use crate::diagnostic::{Diagnostic, Safety};
use crate::fix::{self, Fixed};
use crate::format::Format;
use crate::format::encoding::{Decoded, decode};
use crate::lint::Linter;
use crate::lint::across::Trace;
use crate::report::{Palette, Report, Summary, diff, visible};
use crate::rule::Lang;
use crate::text::{Edit, Source, Span, carried};

/// What all texts of a run have in common.
pub struct Shop {
    /// The profiles of the run, each once.
    pub profiles: Vec<Arc<Profile>>,
    /// How findings are drawn: in one way or several.
    pub reports: Vec<Box<dyn Report>>,
    /// What is done about them.
    pub fixing: Fixing,
    /// Why they are silenced, where they are.
    pub reason: String,
    /// The colours of a diff.
    pub palette: Palette,
    /// The language of notes.
    pub lang: Lang,
    /// Whether texts are compared with each other.
    pub compares: bool,
    /// The baselines of the run.
    pub baselines: Vec<Listed>,
    /// What was found before, where that is kept.
    pub cache: Option<Cache>,
}

impl Shop {
    /// The part of every report about `diagnostics`, which are all in `source`.
    pub fn draw(&self, source: &Source, diagnostics: &[Diagnostic]) -> Vec<String> {
        self.reports.iter().map(|report| report.file(source, diagnostics)).collect()
    }
}

/// One file to check.
pub struct Job {
    /// The file.
    pub path: PathBuf,
    /// The index of its profile.
    pub profile: usize,
    /// What of it is looked at.
    pub scope: Scope,
    /// What is looked at instead of the file's own content.
    pub content: Option<Vec<u8>>,
    /// Where it stands in a baseline.
    pub standing: Option<Standing>,
}

/// What of a text is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Whole,
    /// These lines, from 0, and the sentences that they are part of; an empty range is where lines were taken away.
    Lines(Vec<Range<usize>>),
}

impl Job {
    /// The file at `path`, all of it.
    pub const fn whole(path: PathBuf, profile: usize) -> Self {
        Self { path, profile, scope: Scope::Whole, content: None, standing: None }
    }

    /// Takes the findings out of `diagnostics` that a baseline knows.
    pub fn take_known(&self, shop: &Shop, diagnostics: &mut Vec<Diagnostic>) -> Option<Met> {
        let standing = self.standing.clone()?;
        let fingerprints = take_known(&shop.baselines, &standing, diagnostics);
        Some(Met { standing, profile: self.profile, fingerprints })
    }

    /// The text that is looked at.
    ///
    /// # Errors
    /// Why there is none.
    pub fn read(&self) -> Result<Decoded, Trouble> {
        match &self.content {
            Some(bytes) => decode(bytes.clone()).map_err(Trouble::Undecodable),
            None => read_file(&self.path),
        }
    }
}

/// What came of one text.
#[derive(Default)]
pub struct Done {
    /// Its part of every report.
    pub drawn: Vec<String>,
    /// Its part of the totals.
    pub summary: Summary,
    /// What else is to be said, on standard error.
    pub notes: Vec<String>,
    /// What the text leaves for the comparison with others, where it was linted and there are others.
    pub trace: Option<Trace>,
    /// The known findings that were met, where a baseline governs the text.
    pub met: Option<Met>,
}

impl Done {
    /// Whether there is nothing to be written of it.
    pub fn is_silent(&self) -> bool {
        self.drawn.iter().all(String::is_empty) && self.notes.is_empty() && self.summary.skipped.is_empty()
    }

    /// Nothing but `trouble` at `path`.
    pub fn with_trouble(path: &Path, trouble: &Trouble, lang: Lang) -> Self {
        let mut done = Self::default();
        done.summary.skipped.push(trouble.skipped(path, lang));
        done
    }
}

/// One thread's linters, by profile; a linter remembers the words it has met.
pub struct Worker<'s> {
    shop: &'s Shop,
    linters: Vec<Option<Linter<'s>>>,
    /// What the text linted last leaves for the comparison with others.
    trace: Option<Trace>,
    /// The known findings of the text linted last.
    met: Option<Met>,
}

impl<'s> Worker<'s> {
    /// A worker that has met no words.
    pub fn new(shop: &'s Shop) -> Self {
        let linters = shop.profiles.iter().map(|_| None).collect();
        Self { shop, linters, trace: None, met: None }
    }

    /// Checks the file of `job`, and writes it where fixes are wanted and there are some.
    pub fn check_file(&mut self, job: &Job) -> Done {
        let lang = self.shop.lang;
        let decoded = match job.read() {
            Ok(decoded) => decoded,
            Err(trouble) => return Done::with_trouble(&job.path, &trouble, lang),
        };
        let Decoded { text, encoding } = decoded;
        let shell = Decoded { text: String::new(), encoding };
        let source = Source::new(job.path.to_string_lossy(), text);
        if !matches!(self.shop.fixing, Fixing::Write(_) | Fixing::Silence) {
            return self.check(source, job).0;
        }
        let old = shell.encode(&source.text);
        let (done, fixed) = self.check(source, job);
        let Some(fixed) = fixed.filter(|fixed| fixed.rounds > 0) else { return done };
        match replace(&job.path, &old, &shell.encode(&fixed.source.text)) {
            Ok(()) => done,
            Err(trouble) => Done::with_trouble(&job.path, &trouble, lang),
        }
    }

    /// Checks `source`, which `job` stands for, as the shop's plan wants it; with the fixed text where it wants one.
    pub fn check(&mut self, source: Source, job: &Job) -> (Done, Option<Fixed>) {
        self.trace = None;
        self.met = None;
        let checked = self.guarded(|worker| match worker.shop.fixing {
            Fixing::Nothing => (worker.report(&source, job), None),
            Fixing::Diff(least) => (worker.diff(source, job, least), None),
            Fixing::Write(least) => {
                let (done, fixed) = worker.fix(source, job, least);
                (done, Some(fixed))
            }
            Fixing::Silence => {
                let (done, silenced) = worker.silence(source, job);
                (done, Some(silenced))
            }
        });
        let (mut done, fixed) =
            checked.unwrap_or_else(|trouble| (Done::with_trouble(&job.path, &trouble, self.shop.lang), None));
        done.trace = self.trace.take();
        done.met = self.met.take();
        done.summary.known = done.met.as_ref().map(|met| met.fingerprints.len());
        (done, fixed)
    }

    fn report(&mut self, source: &Source, job: &Job) -> Done {
        let diagnostics = self.lint(source, job, job.scope.places(&source.text).as_deref());
        self.draw(source, &diagnostics)
    }

    fn fix(&mut self, source: Source, job: &Job, least: Safety) -> (Done, Fixed) {
        let fixed = self.fixed(source, job, least);
        let mut done = self.draw(&fixed.source, &fixed.remaining);
        done.summary.add_fixed(&fixed.counts);
        done.notes.extend(self.unrest(&fixed));
        (done, fixed)
    }

    fn silence(&mut self, source: Source, job: &Job) -> (Done, Fixed) {
        let shop = self.shop;
        let silenced = silence(source, &shop.reason, |source| self.lint(source, job, None));
        let mut done = self.draw(&silenced.source, &silenced.remaining);
        let count = silenced.counts.values().sum::<usize>();
        if count > 0 {
            let name = visible(&silenced.source.name);
            done.notes.push(match self.shop.lang {
                Lang::Id => format!("{name}: {count} temuan diredam"),
                Lang::En => format!("{name}: {count} findings silenced"),
            });
        }
        (done, silenced)
    }

    fn diff(&mut self, source: Source, job: &Job, least: Safety) -> Done {
        let old = source.text.clone();
        let fixed = self.fixed(source, job, least);
        let drawn = diff(&fixed.source.name, &old, &fixed.source.text, self.shop.palette);
        let mut done = Done { drawn: vec![drawn], notes: self.unrest(&fixed).into_iter().collect(), ..Done::default() };
        done.summary.add(&fixed.remaining);
        done.summary.add_fixed(&fixed.counts);
        done
    }

    fn fixed(&mut self, source: Source, job: &Job, least: Safety) -> Fixed {
        let mut places = job.scope.places(&source.text);
        fix::fix_following(source, least, |source, edits: &[Edit]| {
            places.iter_mut().flatten().for_each(|place| *place = carried(*place, edits));
            self.lint(source, job, places.as_deref())
        })
    }

    /// A note when a text did not come to rest.
    fn unrest(&self, fixed: &Fixed) -> Option<String> {
        let name = visible(&fixed.source.name);
        (!fixed.is_at_rest).then(|| match self.shop.lang {
            Lang::Id => format!("{name}: perbaikan belum tuntas setelah {} putaran; mohon laporkan", fixed.rounds),
            Lang::En => format!("{name}: fixing did not settle in {} rounds; please report it", fixed.rounds),
        })
    }

    fn draw(&self, source: &Source, diagnostics: &[Diagnostic]) -> Done {
        let mut done = Done { drawn: self.shop.draw(source, diagnostics), ..Done::default() };
        done.summary.add(diagnostics);
        done
    }

    /// What is found in `source`, or only what has to do with these `places`.
    fn lint(&mut self, source: &Source, job: &Job, places: Option<&[Span]>) -> Vec<Diagnostic> {
        let format = Format::of_name(&source.name);
        let Found { mut diagnostics, trace } = self.recalled(source, format, job.profile);
        self.trace = trace;
        self.met = job.take_known(self.shop, &mut diagnostics);
        match places {
            Some(places) => self.linter(job.profile).touched(source, format, places, diagnostics),
            None => diagnostics,
        }
    }

    /// What is found in `source`, from the cache where that has it.
    fn recalled(&mut self, source: &Source, format: Format, profile: usize) -> Found {
        let shop = self.shop;
        let Some(cache) = &shop.cache else { return self.found(source, format, profile) };
        let look = format!("{format:?}, {}", shop.compares);
        let key = cache.key(shop.profiles[profile].digest, &look, &source.text);
        cache.recall(key).unwrap_or_else(|| {
            let found = self.found(source, format, profile);
            cache.keep(key, &found);
            found
        })
    }

    fn found(&mut self, source: &Source, format: Format, profile: usize) -> Found {
        let compares = self.shop.compares;
        let linter = self.linter(profile);
        if !compares {
            return Found { diagnostics: linter.lint(source, format), trace: None };
        }
        let (diagnostics, trace) = linter.lint_traced(source, format);
        Found { diagnostics, trace: Some(trace) }
    }

    fn linter(&mut self, profile: usize) -> &mut Linter<'s> {
        let rules = &self.shop.profiles[profile].rules;
        self.linters[profile].get_or_insert_with(|| Linter::new(rules))
    }

    /// Does `work`; should it fail by a mistake in this program, other files are not to suffer from it.
    fn guarded<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> Result<R, Trouble> {
        catch_unwind(AssertUnwindSafe(|| work(self))).map_err(|_| {
            self.linters.iter_mut().for_each(|linter| *linter = None);
            Trouble::Internal
        })
    }
}
