//! The command `check`, from a plan to an exit code.

use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use super::cache::{Cache, default_folder};
use super::cause::Cause;
use super::changed::{Part, Selection, find_changed};
use super::configuration::{Configurations, Problem, Profile};
use super::files::{find, find_here};
use super::outcome::{Outcome, Stop};
use super::output::{Output, palette, say};
use super::plan::{Caching, Fixing, Input, Plan};
use super::progress::Progress;
use super::work::{Done, Job, Scope, Shop, Worker};
use super::{across, form, interrupt, pool, stdin};
use crate::report::{Palette, Summary, visible};
use crate::rule::Lang;

/// Checks what `plan` names.
///
/// # Errors
/// When a configuration is wrong or the report cannot be written.
pub fn check(plan: &Plan, configurations: &Configurations) -> Result<Outcome, Stop> {
    if let Some(changes) = &plan.changes {
        let selection = find_changed(changes, &plan.input, configurations, plan.lang)?;
        return check_files(plan, configurations, selection);
    }
    let all = |found| Selection { found, parts: HashMap::new(), since: None };
    match &plan.input {
        Input::Stdin(name) => stdin::check(plan, configurations, name.as_deref()),
        Input::Paths(paths) => check_files(plan, configurations, all(find(paths, configurations)?)),
        Input::Here => check_files(plan, configurations, all(find_here(configurations)?)),
    }
}

fn check_files(plan: &Plan, configurations: &Configurations, selection: Selection) -> Result<Outcome, Stop> {
    let Selection { found, parts, since } = selection;
    // A configuration or a rule that was asked for is looked at even where there is nothing to check.
    configurations.asked_for()?;
    let (jobs, profiles) = jobs(found.files, parts, configurations)?;
    let mut shop = shop(plan, profiles);
    let compares = |profile: &Arc<Profile>| profile.rules.compares_texts();
    // A diff shows what would be fixed, and what files share has no fix.
    shop.compares = jobs.len() > 1 && !matches!(plan.fixing, Fixing::Diff(_)) && shop.profiles.iter().any(compares);
    interrupt::listen();
    shop.cache = cache(&plan.caching, jobs.len());
    let mut run = Run::begin(plan, &shop, output(plan, shop.lang)?)?;
    for (path, trouble) in &found.troubles {
        run.take(Done::with_trouble(path, trouble, shop.lang))?;
    }
    if jobs.is_empty() && !run.has_failed() {
        say(&format!("saksama: {}", nothing_to_check(since.as_deref(), shop.lang)));
    }
    let mut progress = if plan.is_quiet { Progress::silent() } else { Progress::of(jobs.len(), shop.lang) };
    let mut failure = Ok(());
    let mut traces = Vec::new();
    pool::run(
        &jobs,
        || Worker::new(&shop),
        Worker::check_file,
        |mut done| {
            traces.push(done.trace.take());
            progress.step();
            failure = if done.is_silent() { run.take(done) } else { progress.aside(|| run.take(done)) };
            // Files that are being fixed are fixed even when nobody reads the report.
            let is_idle = run.is_unread() && !matches!(shop.fixing, Fixing::Write(_));
            let is_over = failure.is_err() || is_idle || interrupt::is_wanted();
            if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    progress.end();
    failure?;
    if let Err(error) = shop.cache.as_ref().map_or(Ok(()), Cache::save) {
        run.note_unkept(&error);
    }
    if interrupt::is_wanted() && traces.len() < jobs.len() {
        say(&format!("saksama: {}", interrupted(jobs.len() - traces.len(), shop.lang)));
        run.end()?;
        return Ok(Outcome::Interrupted);
    }
    if shop.compares && !run.is_unread() {
        across::check(&shop, &jobs, &traces, |done| run.take(done))?;
    }
    run.end()
}

/// Where the report goes.
///
/// # Errors
/// When the file for it cannot be made.
pub fn output(plan: &Plan, lang: Lang) -> anyhow::Result<Output> {
    let Some(path) = &plan.output else { return Ok(Output::stdout()) };
    Output::file(path).map_err(|error| {
        let cannot = lang.pick("laporan tidak dapat ditulis", "the report cannot be written");
        anyhow::anyhow!("{}: {cannot}: {}", path.display(), Cause::from(&error).words(lang))
    })
}

/// A job for every file, and the profiles that govern them.
fn jobs(
    files: Vec<PathBuf>,
    mut parts: HashMap<PathBuf, Part>,
    configurations: &Configurations,
) -> Result<(Vec<Job>, Vec<Arc<Profile>>), Problem> {
    let (mut profiles, mut indices) = (Vec::new(), HashMap::new());
    let mut jobs = Vec::with_capacity(files.len());
    for path in files {
        let profile = configurations.profile(&path)?;
        let index = *indices.entry(Arc::as_ptr(&profile)).or_insert_with(|| {
            profiles.push(profile);
            profiles.len() - 1
        });
        let (scope, content) = parts.remove(&path).map_or((Scope::Whole, None), |part| (part.scope, part.content));
        jobs.push(Job { path, profile: index, scope, content });
    }
    Ok((jobs, profiles))
}

/// What all texts of the run have in common; messages around the findings are in the language of the first profile.
pub fn shop(plan: &Plan, profiles: Vec<Arc<Profile>>) -> Shop {
    let lang = profiles.first().map_or(plan.lang, |profile| profile.rules.lang());
    let palette = if plan.output.is_some() && plan.color == super::arguments::When::Auto {
        Palette::PLAIN
    } else {
        palette(plan.color)
    };
    let report = form::report(plan, lang, palette, &profiles);
    Shop { profiles, report, fixing: plan.fixing, palette, lang, compares: false, cache: None }
}

/// A report being written.
pub struct Run<'p> {
    plan: &'p Plan,
    shop: &'p Shop,
    output: Output,
    summary: Summary,
    /// Whether some file's part has been written.
    has_parts: bool,
}

impl<'p> Run<'p> {
    /// Begins the report of `shop` on `output`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn begin(plan: &'p Plan, shop: &'p Shop, output: Output) -> anyhow::Result<Self> {
        let mut summary = Summary::default();
        if shop.fixing != Fixing::Nothing {
            summary.fixed = Some(std::collections::BTreeMap::new());
        }
        let mut run = Self { plan, shop, output, summary, has_parts: false };
        if !run.is_diff() {
            run.write(&run.shop.report.head())?;
        }
        Ok(run)
    }

    /// Adds what came of one text.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn take(&mut self, done: Done) -> anyhow::Result<()> {
        if !done.drawn.is_empty() {
            if self.has_parts && !self.is_diff() {
                self.write(self.shop.report.separator())?;
            }
            self.write(&done.drawn)?;
            self.has_parts = true;
        }
        for skipped in &done.summary.skipped {
            if skipped.is_failure || !self.plan.is_quiet {
                say(&format!("saksama: {}: {}", visible(&skipped.path), visible(&skipped.message)));
            }
        }
        done.notes.iter().for_each(|note| say(&format!("saksama: {note}")));
        self.summary.merge(done.summary);
        Ok(())
    }

    /// Ends the report and tells how the run came out.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn end(mut self) -> Result<Outcome, Stop> {
        self.summary.skipped.sort_by(|a, b| a.path.cmp(&b.path));
        if !self.is_diff() {
            self.write(&self.shop.report.tail(&self.summary))?;
        } else if !self.plan.is_quiet {
            say(&would_fix(self.summary.fixed_count(), self.shop.lang));
        }
        let flushed = self.output.flush();
        flushed.map_err(|error| unwritten(&error, self.shop.lang))?;
        Ok(self.outcome())
    }

    /// Says that what was found could not be kept, where somebody asked for that.
    fn note_unkept(&self, error: &io::Error) {
        if let Caching::In(folder) = &self.plan.caching {
            let cannot = self.shop.lang.pick("singgahan tidak dapat ditulis", "the cache cannot be written");
            let folder = folder.display().to_string();
            say(&format!("saksama: {}: {cannot}: {}", visible(&folder), Cause::from(error).words(self.shop.lang)));
        }
    }

    /// Whether nobody reads the report any more.
    pub const fn is_unread(&self) -> bool {
        self.output.is_closed()
    }

    /// Whether some of the work could not be done.
    pub fn has_failed(&self) -> bool {
        self.summary.skipped.iter().any(|skipped| skipped.is_failure)
    }

    fn outcome(&self) -> Outcome {
        let Summary { errors, warnings, infos, .. } = self.summary;
        let failing = self.plan.failing;
        let is_found = if self.is_diff() {
            failing.least.is_some() && self.summary.fixed_count() > 0
        } else {
            failing.is_failure(errors, warnings, infos)
        };
        if self.is_unread() {
            Outcome::Clean
        } else if self.has_failed() {
            Outcome::Impossible
        } else if is_found {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    }

    const fn is_diff(&self) -> bool {
        matches!(self.shop.fixing, Fixing::Diff(_))
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        let written: io::Result<()> = self.output.write(text.as_bytes());
        written.map_err(|error| unwritten(&error, self.shop.lang))
    }
}

/// The failure of a report that cannot be written.
pub fn unwritten(error: &io::Error, lang: Lang) -> anyhow::Error {
    let cannot = lang.pick("laporan tidak dapat ditulis", "the report cannot be written");
    anyhow::anyhow!("{cannot}: {}", Cause::from(error).words(lang))
}

/// The cache of a run over so many files.
fn cache(caching: &Caching, files: usize) -> Option<Cache> {
    /// A run over fewer files is over before a cache has been read.
    const FEW: usize = 50;
    match caching {
        Caching::Off => None,
        Caching::In(folder) => Cache::open(folder.clone()),
        Caching::Usual if files < FEW => None,
        Caching::Usual => Cache::open(default_folder()?),
    }
}

/// The note that so many files were left when somebody stopped the run.
fn interrupted(left: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("dihentikan; {left} berkas belum diperiksa"),
        Lang::En => format!("interrupted; {left} files were not checked"),
    }
}

/// The note that no file was checked, where only those changed since a commit were asked for.
fn nothing_to_check(since: Option<&str>, lang: Lang) -> String {
    match (since.map(visible), lang) {
        (None, Lang::Id) => "tidak ada berkas yang cocok".to_owned(),
        (None, Lang::En) => "no file matched".to_owned(),
        (Some(since), Lang::Id) => format!("tidak ada artikel yang berubah sejak {since}"),
        (Some(since), Lang::En) => format!("no article has changed since {since}"),
    }
}

fn would_fix(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("{count} akan diperbaiki; tidak ada yang ditulis"),
        Lang::En => format!("{count} would be fixed; nothing was written"),
    }
}
