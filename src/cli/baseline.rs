//! The command `baseline`: writing down what is known, tidying it up, and telling its age.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;

use super::arguments::{BaselineMaking, BaselineShowing, ListFormat};
use super::check::{Findings, findings};
use super::configuration::{BASELINE, Configurations};
use super::day::{days_between, today};
use super::known::{path_in, read};
use super::outcome::{Outcome, Stop};
use super::output::{Output, say};
use super::write::replace;
use crate::baseline::{Baseline, Entry, Known};
use crate::diagnostic::{Diagnostic, Fingerprint};
use crate::report::{BaselineAge, Report, baseline_json, baseline_table, visible};
use crate::rule::Lang;
use crate::text::Source;

/// What is to become of a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Making {
    /// It is written where there is none.
    Begin,
    /// What is gone is taken out.
    Prune,
    /// What is gone is taken out, and what is new is taken in.
    Accept,
}

/// Writes the baseline that `typed` asks for.
///
/// # Errors
/// When there is one already and nothing was said of it, or something cannot be read or written.
pub fn make(typed: &BaselineMaking, configurations: &Configurations, lang: Lang) -> Result<Outcome, Stop> {
    let file = file(typed.baseline.as_deref(), configurations)?;
    let making = match (typed.accept_new, typed.prune) {
        (true, _) => Making::Accept,
        (false, true) => Making::Prune,
        (false, false) => Making::Begin,
    };
    if making == Making::Begin && file.exists() {
        return Err(exists(&file, configurations, lang)?.into());
    }
    let (old, written) = if making == Making::Begin {
        (Known::new(Baseline::default(), |_| false), None)
    } else {
        (read(&file, configurations.here(), lang)?, fs::read(&file).ok())
    };
    let today = today();
    let collected = Collected { entries: Arc::default(), today };
    let entries = collected.entries.clone();
    let findings = findings(&typed.articles, configurations, Box::new(collected), lang)?;
    let entries = std::mem::take(&mut *entries.lock().unwrap_or_else(PoisonError::into_inner));
    let looked = Looked::of(&file, configurations, &findings, entries);
    let fresh = merged(&old, &looked, making);
    let text = fresh.to_text();
    match written {
        None => create(&file, &text, lang)?,
        Some(written) if written != text.as_bytes() => {
            let refused = |trouble: super::trouble::Trouble| anyhow::Error::msg(trouble.skipped(&file, lang).message);
            replace(&file, &written, text.as_bytes()).map_err(refused).with_context(|| file.display().to_string())?;
        }
        Some(_) => {}
    }
    say(&told(&name(&file, configurations), old.baseline(), &fresh, lang));
    Ok(if findings.has_failed { Outcome::Impossible } else { Outcome::Clean })
}

/// Shows the age of the baseline that `typed` names, and what it knows by rule and by file.
///
/// # Errors
/// When it cannot be read.
pub fn show(typed: &BaselineShowing, configurations: &Configurations, lang: Lang) -> Result<Outcome, Stop> {
    let file = file(typed.baseline.as_deref(), configurations)?;
    let known = read(&file, configurations.here(), lang)?;
    let age = BaselineAge { file: &name(&file, configurations), today: &today(), days_since: &days_between };
    let text = match typed.format {
        ListFormat::Text => baseline_table(known.baseline(), &age, lang),
        ListFormat::Json => baseline_json(known.baseline(), &age),
    };
    let mut output = Output::stdout();
    let written = output.write(text.as_bytes()).and_then(|()| output.flush());
    written.context("stdout")?;
    Ok(Outcome::Clean)
}

/// The file of the baseline: the one typed, the one that governs this folder, or one beside the nearest configuration, or here.
fn file(typed: Option<&Path>, configurations: &Configurations) -> Result<PathBuf, Stop> {
    if let Some(typed) = typed {
        return Ok(configurations.absolute(typed));
    }
    let article = Path::new("saksama.md");
    if let Some(file) = configurations.baseline(article)? {
        return Ok(file);
    }
    let profile = configurations.profile(article)?;
    let folder = profile.file.as_deref().and_then(Path::parent).unwrap_or(configurations.here());
    Ok(folder.join(BASELINE))
}

fn name(file: &Path, configurations: &Configurations) -> String {
    let name = file.strip_prefix(configurations.here()).unwrap_or(file).to_string_lossy();
    visible(&name).into_owned()
}

fn exists(file: &Path, configurations: &Configurations, lang: Lang) -> Result<anyhow::Error, Stop> {
    let known = read(file, configurations.here(), lang)?;
    let (name, count) = (name(file, configurations), known.baseline().len());
    Ok(match lang {
        Lang::Id => anyhow::anyhow!(
            "{name} sudah ada, dengan {count} temuan, dan dibiarkan seperti adanya; \
             --prune membuang temuan yang sudah tidak ada; --accept-new juga memasukkan temuan baru"
        ),
        Lang::En => anyhow::anyhow!(
            "{name} exists already, with {count} findings, and is left as it is; \
             --prune takes out findings that are gone; --accept-new takes in new ones, too"
        ),
    })
}

/// A report that keeps findings as entries of a baseline.
struct Collected {
    entries: Arc<Mutex<Vec<(String, Entry)>>>,
    today: String,
}

impl Report for Collected {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = |diagnostic| (source.name.clone(), Entry::of(source, diagnostic, &self.today));
        entries.extend(diagnostics.iter().map(entry));
        String::new()
    }
}

/// What was found in the files that were looked at, by their paths in the baseline.
struct Looked {
    files: BTreeMap<String, Vec<Entry>>,
    rules: HashSet<String>,
    comparing: HashSet<String>,
}

impl Looked {
    fn of(file: &Path, configurations: &Configurations, findings: &Findings, entries: Vec<(String, Entry)>) -> Self {
        let path = |path: &Path| path_in(file, &configurations.absolute(path));
        let mut files: BTreeMap<String, Vec<Entry>> =
            findings.files.iter().map(|looked| (path(looked), Vec::new())).collect();
        for (name, entry) in entries {
            if let Some(list) = files.get_mut(&path(Path::new(&name))) {
                list.push(entry);
            }
        }
        Self { files, rules: findings.rules.clone(), comparing: findings.comparing.clone() }
    }

    fn has(&self, path: &str, fingerprint: Fingerprint) -> bool {
        self.files.get(path).is_some_and(|entries| entries.iter().any(|entry| entry.fingerprint == fingerprint))
    }
}

/// The baseline `old` after the files in `looked` were looked at.
fn merged(old: &Known, looked: &Looked, making: Making) -> Baseline {
    let before = old.baseline();
    let is_whole = before.files.keys().all(|path| looked.files.contains_key(path) || !old.is_there(path));
    let mut fresh = Baseline::default();
    for (path, entry) in before.entries() {
        if looked.files.contains_key(path) {
            let is_judged = looked.rules.contains(&entry.rule) && (is_whole || !looked.comparing.contains(&entry.rule));
            if !is_judged || looked.has(path, entry.fingerprint) {
                fresh.add(path, entry.clone());
            }
        } else if old.is_there(path) {
            fresh.add(path, entry.clone());
        } else {
            // The file is gone: perhaps it has another name now.
            let is_new = |(path, _): &(&String, &Vec<Entry>)| !before.files.contains_key(*path);
            let renamed: Vec<&str> = looked
                .files
                .iter()
                .filter(is_new)
                .filter(|(path, _)| looked.has(path, entry.fingerprint))
                .map(|(path, _)| path.as_str())
                .collect();
            renamed.iter().for_each(|path| fresh.add(path, entry.clone()));
            if renamed.is_empty() && !is_whole {
                fresh.add(path, entry.clone());
            }
        }
    }
    if making != Making::Prune {
        for (path, entries) in &looked.files {
            entries.iter().for_each(|entry| fresh.add(path, entry.clone()));
        }
    }
    fresh.files.retain(|_, entries| !entries.is_empty());
    fresh
}

fn create(file: &Path, text: &str, lang: Lang) -> anyhow::Result<()> {
    use std::io::Write as _;
    let folder = file.parent().unwrap_or(Path::new("."));
    let cannot = || format!("{}: {}", file.display(), lang.pick("tidak dapat ditulis", "cannot be written"));
    let mut fresh = tempfile::Builder::new().prefix(".saksama-").tempfile_in(folder).with_context(cannot)?;
    fresh.write_all(text.as_bytes()).with_context(cannot)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fresh.as_file().set_permissions(fs::Permissions::from_mode(0o644)).with_context(cannot)?;
    }
    fresh.persist_noclobber(file).with_context(cannot)?;
    Ok(())
}

fn told(name: &str, old: &Baseline, fresh: &Baseline, lang: Lang) -> String {
    // A file may have another name now, so that findings are counted without it.
    let lacks = |baseline: &Baseline, other: &Baseline| {
        let mut counts: HashMap<Fingerprint, usize> = HashMap::new();
        other.entries().for_each(|(_, entry)| *counts.entry(entry.fingerprint).or_default() += 1);
        let mut is_matched = |entry: &Entry| {
            let count = counts.entry(entry.fingerprint).or_default();
            let is_there = *count > 0;
            *count = count.saturating_sub(1);
            is_there
        };
        baseline.entries().filter(|(_, entry)| !is_matched(entry)).count()
    };
    let (gone, new) = (lacks(old, fresh), lacks(fresh, old));
    let (count, files) = (fresh.len(), fresh.files.len());
    match lang {
        Lang::Id => format!("{name}: {count} temuan di {files} berkas ({new} baru, {gone} dibuang)"),
        Lang::En => format!("{name}: {count} findings in {files} files ({new} new, {gone} taken out)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u32) -> Entry {
        Entry {
            rule: if number < 100 { "di-terpisah" } else { "paragraf-lintas-berkas" }.to_owned(),
            text: String::new(),
            fingerprint: Fingerprint::of("di-terpisah", "Rapat di mulai.").occurrence(number),
            since: "2026-03-01".to_owned(),
        }
    }

    type Table<'t> = &'t [(&'t str, &'t [u32])];

    fn table(rows: Table) -> Baseline {
        let mut baseline = Baseline::default();
        for (path, numbers) in rows {
            numbers.iter().for_each(|number| baseline.add(path, entry(*number)));
        }
        baseline
    }

    #[test]
    fn a_baseline_only_shrinks_unless_new_findings_are_accepted() {
        let old: Table = &[("a.md", &[1, 2, 100]), ("b.md", &[3]), ("hilang.md", &[4, 5])];
        let rows: [(Table, Making, Table); 6] = [
            // All files are looked at.
            (&[("a.md", &[1, 6]), ("b.md", &[3])], Making::Prune, &[("a.md", &[1]), ("b.md", &[3])]),
            (&[("a.md", &[1, 6]), ("b.md", &[])], Making::Accept, &[("a.md", &[1, 6])]),
            // One that is gone has another name.
            (
                &[("a.md", &[1, 2, 100]), ("b.md", &[3]), ("baru.md", &[4, 7])],
                Making::Prune,
                &[("a.md", &[1, 2, 100]), ("b.md", &[3]), ("baru.md", &[4])],
            ),
            // Only some are looked at: the others stay, and so does what is found by comparing files.
            (&[("a.md", &[1])], Making::Prune, &[("a.md", &[1, 100]), ("b.md", &[3]), ("hilang.md", &[4, 5])]),
            (&[("b.md", &[])], Making::Prune, &[("a.md", &[1, 2, 100]), ("hilang.md", &[4, 5])]),
            (&[], Making::Prune, old),
        ];
        for (files, making, expected) in rows {
            let known = Known::new(table(old), |path| path != "hilang.md");
            let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<HashSet<_>>();
            let entries = |numbers: &[u32]| numbers.iter().map(|number| entry(*number)).collect();
            let looked = Looked {
                files: files.iter().map(|(path, numbers)| ((*path).to_owned(), entries(numbers))).collect(),
                rules: names(&["di-terpisah", "paragraf-lintas-berkas"]),
                comparing: names(&["paragraf-lintas-berkas"]),
            };
            assert_eq!(merged(&known, &looked, making), table(expected), "{files:?} {making:?}");
        }
    }
}
