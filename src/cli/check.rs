//! The command `check`, from a plan to an exit code.

use std::collections::{HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cache::{Cache, default_folder};
use super::cause::Cause;
use super::changed::{Part, Selection, find_changed};
use super::configuration::{Configurations, Problem, Profile};
use super::files::{find, find_here};
use super::known::{self, Baselines, Listed, Met};
use super::outcome::{Outcome, Stop};
use super::output::{Output, palette, say};
use super::plan::{Caching, Fixing, Input, Plan};
use super::progress::Progress;
use super::sink::Sink;
use super::work::{Done, Job, Scope, Shop, Worker};
use super::{across, form, interrupt, pool, stdin};
use crate::report::{Palette, Report, Skipped, Summary, visible};
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
    let Order { jobs, profiles, baselines } = order(&plan.baseline, found.files, parts, configurations)?;
    let mut shop = shop(plan, profiles);
    shop.baselines = baselines;
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
    let done = work(&shop, &jobs, |done| {
        progress.step();
        if done.is_silent() {
            run.take(done)?
        } else {
            progress.aside(|| run.take(done))?
        }
        // Files that are being fixed are fixed even when nobody reads the report.
        let is_idle = run.is_unread() && !matches!(shop.fixing, Fixing::Write(_) | Fixing::Silence);
        Ok(if is_idle || interrupt::is_wanted() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    });
    progress.end();
    // What was found is kept even where the report could not be written.
    if let Err(error) = shop.cache.as_ref().map_or(Ok(()), Cache::save) {
        run.note_unkept(&error);
    }
    let done = done?;
    if interrupt::is_wanted() && done < jobs.len() {
        say(&format!("saksama: {}", interrupted(jobs.len() - done, shop.lang)));
        run.end()?;
        return Ok(Outcome::Interrupted);
    }
    run.end()
}

/// Does all `jobs` of `shop`, compares their texts where that is wanted, and gives what comes of them to `take`, in order. Returns
/// how many were done before `take` had enough.
fn work(
    shop: &Shop,
    jobs: &[Job],
    mut take: impl FnMut(Done) -> anyhow::Result<ControlFlow<()>>,
) -> anyhow::Result<usize> {
    let mut last = Ok(ControlFlow::Continue(()));
    let mut traces = Vec::new();
    pool::run(
        jobs,
        || Worker::new(shop),
        Worker::check_file,
        |mut done| {
            traces.push(done.trace.take());
            last = take(done);
            if matches!(last, Ok(ControlFlow::Continue(()))) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    );
    if last?.is_continue() && shop.compares {
        across::check(shop, jobs, &traces, |done| take(done).map(drop))?;
    }
    Ok(traces.len())
}

/// Files that were looked at for their findings alone.
pub struct Findings {
    /// The files that could be read.
    pub files: Vec<PathBuf>,
    /// The rules that were run.
    pub rules: HashSet<String>,
    /// Those of them that compare files.
    pub comparing: HashSet<String>,
    /// Whether some of the work could not be done; what, was said.
    pub has_failed: bool,
}

/// Looks at the files that `paths` name, or at this folder, and gives all findings to `report`, known or not.
///
/// # Errors
/// When a configuration is wrong.
pub fn findings(
    paths: &[PathBuf],
    configurations: &Configurations,
    report: Box<dyn Report>,
    lang: Lang,
) -> Result<Findings, Stop> {
    let found = if paths.is_empty() { find_here(configurations)? } else { find(paths, configurations)? };
    configurations.asked_for()?;
    let Order { jobs, profiles, .. } = order(&known::Choice::None, found.files, HashMap::new(), configurations)?;
    let compares = jobs.len() > 1 && profiles.iter().any(|profile| profile.rules.compares_texts());
    let shop = Shop {
        profiles,
        reports: vec![report],
        fixing: Fixing::Nothing,
        reason: String::new(),
        palette: Palette::PLAIN,
        lang,
        compares,
        baselines: Vec::new(),
        cache: None,
    };
    let mut skipped: Vec<Skipped> = found.troubles.iter().map(|(path, trouble)| trouble.skipped(path, lang)).collect();
    work(&shop, &jobs, |done| {
        skipped.extend(done.summary.skipped);
        Ok(ControlFlow::Continue(()))
    })?;
    skipped.iter().for_each(|skipped| say(&said(skipped)));
    let is_read = |path: &PathBuf| skipped.iter().all(|skipped| skipped.path != path.display().to_string());
    let names = |rules: Vec<&str>| rules.into_iter().map(ToOwned::to_owned).collect();
    let rules = |profile: &Arc<Profile>| profile.rules.rules().iter().map(|rule| rule.name.clone()).collect::<Vec<_>>();
    Ok(Findings {
        files: jobs.iter().map(|job| job.path.clone()).filter(is_read).collect(),
        rules: shop.profiles.iter().flat_map(rules).collect(),
        comparing: names(shop.profiles.iter().flat_map(|profile| profile.rules.comparing()).collect()),
        has_failed: skipped.iter().any(|skipped| skipped.is_failure),
    })
}

/// What is said of a file that was not checked.
fn said(skipped: &Skipped) -> String {
    format!("saksama: {}: {}", visible(&skipped.path), visible(&skipped.message))
}

/// Where the report goes.
///
/// # Errors
/// When the file for it cannot be made.
pub fn output(plan: &Plan, lang: Lang) -> anyhow::Result<Output> {
    plan.output.as_deref().map_or_else(|| Ok(Output::stdout()), |path| file(path, lang))
}

/// The file at `path`, for a report.
fn file(path: &Path, lang: Lang) -> anyhow::Result<Output> {
    Output::file(path).map_err(|error| {
        let cannot = lang.pick("laporan tidak dapat ditulis", "the report cannot be written");
        anyhow::anyhow!("{}: {cannot}: {}", path.display(), Cause::from(&error).words(lang))
    })
}

/// The work on files.
struct Order {
    jobs: Vec<Job>,
    /// The profiles that govern them, each once.
    profiles: Vec<Arc<Profile>>,
    /// The baselines that govern them, each once.
    baselines: Vec<Listed>,
}

/// A job for every file, and the profiles and baselines that govern them.
fn order(
    choice: &known::Choice,
    files: Vec<PathBuf>,
    mut parts: HashMap<PathBuf, Part>,
    configurations: &Configurations,
) -> Result<Order, Problem> {
    let mut baselines = Baselines::new(configurations, choice);
    let (mut profiles, mut indices) = (Vec::new(), HashMap::new());
    let mut jobs = Vec::with_capacity(files.len());
    // The folder of the last file, where one profile governs all its files.
    let mut folder: Option<(PathBuf, usize)> = None;
    for path in files {
        let known = folder.as_ref().filter(|(folder, _)| path.parent() == Some(folder));
        let index = if let Some((_, index)) = known {
            *index
        } else {
            let profile = configurations.profile(&path)?;
            let index = *indices.entry(Arc::as_ptr(&profile)).or_insert_with(|| {
                profiles.push(profile);
                profiles.len() - 1
            });
            let is_alike = configurations.governs_folder(&path)?;
            folder = path.parent().filter(|_| is_alike).map(|folder| (folder.to_owned(), index));
            index
        };
        let (scope, content) = parts.remove(&path).map_or((Scope::Whole, None), |part| (part.scope, part.content));
        let standing = baselines.standing(&path)?;
        jobs.push(Job { path, profile: index, scope, content, standing });
    }
    Ok(Order { jobs, profiles, baselines: baselines.into_listed() })
}

/// What all texts of the run have in common; messages around the findings are in the language of the first profile.
pub fn shop(plan: &Plan, profiles: Vec<Arc<Profile>>) -> Shop {
    let lang = profiles.first().map_or(plan.lang, |profile| profile.rules.lang());
    let palette = if plan.output.is_some() && plan.color == super::arguments::When::Auto {
        Palette::PLAIN
    } else {
        palette(plan.color)
    };
    let reports = form::reports(plan, lang, palette, &profiles);
    Shop {
        profiles,
        reports,
        fixing: plan.fixing,
        reason: plan.reason.clone(),
        palette,
        lang,
        compares: false,
        baselines: Vec::new(),
        cache: None,
    }
}

/// The reports of a run, being written.
pub struct Run<'p> {
    plan: &'p Plan,
    shop: &'p Shop,
    /// One for every report of the shop, in its order.
    sinks: Vec<Sink<'p>>,
    summary: Summary,
    met: Vec<Met>,
}

impl<'p> Run<'p> {
    /// Begins the reports of `shop`: the first on `output`, the others in the files that `plan` names for them.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn begin(plan: &'p Plan, shop: &'p Shop, output: Output) -> anyhow::Result<Self> {
        let mut summary = Summary::default();
        if matches!(shop.fixing, Fixing::Write(_) | Fixing::Diff(_)) {
            summary.fixed = Some(std::collections::BTreeMap::new());
        }
        let files = plan.reports.iter().map(|also| file(&also.path, shop.lang));
        let outputs = std::iter::once(Ok(output)).chain(files);
        let is_diff = matches!(shop.fixing, Fixing::Diff(_));
        let begin = |(report, output): (&'p dyn Report, anyhow::Result<Output>)| {
            Sink::begin((!is_diff).then_some(report), output?).map_err(|error| unwritten(&error, shop.lang))
        };
        let sinks =
            shop.reports.iter().map(|report| &**report).zip(outputs).map(begin).collect::<anyhow::Result<_>>()?;
        Ok(Self { plan, shop, sinks, summary, met: Vec::new() })
    }

    /// Adds what came of one text.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn take(&mut self, done: Done) -> anyhow::Result<()> {
        for (sink, part) in self.sinks.iter_mut().zip(done.drawn) {
            sink.take(part).map_err(|error| unwritten(&error, self.shop.lang))?;
        }
        for skipped in &done.summary.skipped {
            if skipped.is_failure || !self.plan.is_quiet {
                say(&said(skipped));
            }
        }
        done.notes.iter().for_each(|note| say(&format!("saksama: {note}")));
        self.summary.merge(done.summary);
        self.met.extend(done.met);
        Ok(())
    }

    /// Ends the report and tells how the run came out.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn end(mut self) -> Result<Outcome, Stop> {
        self.summary.skipped.sort_by(|a, b| a.path.cmp(&b.path));
        if self.is_diff() && !self.plan.is_quiet {
            say(&would_fix(self.summary.fixed_count(), self.shop.lang));
        }
        for sink in &mut self.sinks {
            sink.end(&self.summary).map_err(|error| unwritten(&error, self.shop.lang))?;
        }
        // What is mended while it is looked at tells nothing of what the files have.
        let stale = if self.shop.fixing == Fixing::Nothing { self.stale() } else { 0 };
        let outcome = self.outcome();
        let fails = stale > 0 && self.plan.fails_on_stale && outcome == Outcome::Clean;
        Ok(if fails { Outcome::Findings } else { outcome })
    }

    /// Tells how many entries of baselines are no longer true, and returns their number.
    fn stale(&self) -> usize {
        let stale = known::stale(&self.shop.baselines, &self.shop.profiles, &self.met);
        for (file, entries) in &stale {
            if !self.plan.is_quiet || self.plan.fails_on_stale {
                say(&format!("saksama: {}", outdated(file, entries.len(), self.shop.lang)));
            }
        }
        stale.iter().map(|(_, entries)| entries.len()).sum()
    }

    /// Whether nobody reads any of the reports any more.
    pub fn is_unread(&self) -> bool {
        self.sinks.iter().all(Sink::is_closed)
    }

    /// Says that what was found could not be kept, where somebody asked for that.
    fn note_unkept(&self, error: &io::Error) {
        if let Caching::In(folder) = &self.plan.caching {
            let cannot = self.shop.lang.pick("singgahan tidak dapat ditulis", "the cache cannot be written");
            let folder = folder.display().to_string();
            say(&format!("saksama: {}: {cannot}: {}", visible(&folder), Cause::from(error).words(self.shop.lang)));
        }
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

fn outdated(file: &Path, gone: usize, lang: Lang) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let name = visible(&name);
    match lang {
        Lang::Id => format!("{name}: {gone} temuan sudah tidak ada; rapikan dengan saksama baseline --prune"),
        Lang::En => format!("{name}: {gone} known findings are gone; tidy up with saksama baseline --prune"),
    }
}

fn would_fix(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("{count} akan diperbaiki; tidak ada yang ditulis"),
        Lang::En => format!("{count} would be fixed; nothing was written"),
    }
}
