//! Arguments as they are meant: what `check` is to do, without contradictions.

use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum as _;

use super::arguments::{self, Arguments, Check, Format, Selection};
use super::cache::named_folder;
use super::configuration::{Choice, CommandLine};
use super::known;
use super::site::Place;
use crate::diagnostic::{Safety, Severity};
use crate::rule::Lang;

/// What `check` is to do.
#[derive(Debug)]
pub struct Plan {
    /// What is checked.
    pub input: Input,
    /// Whether only what was changed of it is.
    pub changes: Option<Changes>,
    /// Whether it is checked again after every change.
    pub is_watched: bool,
    /// Where what is found is kept for the next run.
    pub caching: Caching,
    /// What is done about it.
    pub fixing: Fixing,
    /// Why findings are silenced, where they are.
    pub reason: String,
    /// How findings are shown.
    pub form: Form,
    /// Where they are shown; standard output when not said.
    pub output: Option<PathBuf>,
    /// In which other forms they are written as well, and where.
    pub reports: Vec<Also>,
    /// Which findings are known.
    pub baseline: known::Choice,
    /// Whether a baseline that is no longer true is a failure.
    pub fails_on_stale: bool,
    /// The folder for the pages of a report, where that is what is wanted.
    pub pages: Option<Arc<Place>>,
    /// Whether totals and notes are left out.
    pub is_quiet: bool,
    /// When to use colours.
    pub color: arguments::When,
    /// The language of all words around the messages.
    pub lang: Lang,
    /// When findings are a failure.
    pub failing: Failing,
}

/// What is checked.
#[derive(Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input, under this name where one was given.
    Stdin(Option<PathBuf>),
    /// These files and folders.
    Paths(Vec<PathBuf>),
    /// The folder the program runs in.
    Here,
}

/// What was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changes {
    /// What the files have that was not so when the branch left this one; the main branch when not said.
    Since(Option<String>),
    /// What the index has that the last commit has not.
    Staged,
}

/// Where what is found is kept for the next run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caching {
    /// Nowhere.
    Off,
    /// In the user's folder of caches, when there are many files.
    Usual,
    /// In this folder.
    In(PathBuf),
}

/// What is done about findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fixing {
    /// They are shown.
    Nothing,
    /// Fixes at least this safe are applied and written.
    Write(Safety),
    /// Fixes at least this safe are applied and the difference is shown.
    Diff(Safety),
    /// Comments that silence them are written.
    Silence,
}

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One after the other.
    Findings(Format),
    /// As counts by rule, for people.
    Counts,
    /// As counts by rule, in JSON.
    CountsJson,
}

/// A report beside the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Its form.
    pub format: Format,
    /// Its file.
    pub path: PathBuf,
}

/// When findings make the program fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failing {
    /// From this severity on; `None` for never.
    pub least: Option<Severity>,
    /// Warnings count from one more than this on, whatever `least` says.
    pub max_warnings: Option<usize>,
}

impl Failing {
    /// Whether these numbers of findings are a failure.
    pub fn is_failure(self, errors: usize, warnings: usize, infos: usize) -> bool {
        let Some(least) = self.least else { return false };
        let too_many = match self.max_warnings {
            Some(most) => warnings > most,
            None => warnings > 0 && least <= Severity::Warning,
        };
        errors > 0 || too_many || (infos > 0 && least == Severity::Info)
    }
}

/// The plan and where its rules come from; a sentence on what is contradictory where something is.
pub fn plan(arguments: &Arguments, check: &Check) -> Result<(Plan, Choice, CommandLine), String> {
    let lang = super::lang(arguments.lang);
    let (choice, command_line) = chosen(&check.selection, arguments.lang);
    let plan = Plan {
        input: input(check, lang)?,
        changes: changes(check, lang)?,
        is_watched: is_watched(check, lang)?,
        caching: caching(check),
        fixing: fixing(check),
        reason: reason(check, lang)?,
        form: form(check, lang)?,
        output: check.output_file.clone(),
        reports: reports(check, lang)?,
        baseline: known::Choice::of(check.baseline.as_deref(), check.no_baseline),
        fails_on_stale: check.fail_on_stale_baseline,
        pages: None,
        is_quiet: check.quiet,
        color: arguments.color,
        lang,
        failing: failing(check),
    };
    Ok((plan, choice, command_line))
}

/// Where the rules come from, as `selection` has it; `lang` as typed.
pub fn chosen(selection: &Selection, lang: Option<arguments::Lang>) -> (Choice, CommandLine) {
    let command_line = CommandLine {
        select: selection.select.clone(),
        ignore: selection.ignore.clone(),
        preview: selection.preview,
        profile: selection.profile.clone(),
        lang: lang.map(|typed| super::lang(Some(typed))),
    };
    let choice = match (&selection.config, selection.no_config) {
        (Some(file), _) => Choice::File(file.clone()),
        (None, true) => Choice::None,
        (None, false) => Choice::Nearest,
    };
    (choice, command_line)
}

fn input(check: &Check, lang: Lang) -> Result<Input, String> {
    let stdin = check.paths.iter().filter(|path| path.as_os_str() == "-").count();
    match (stdin, check.paths.len()) {
        (0, 0) if check.stdin_filename.is_some() => Ok(Input::Stdin(check.stdin_filename.clone())),
        (0, 0) => Ok(Input::Here),
        (0, _) => Ok(Input::Paths(check.paths.clone())),
        (_, paths) if paths == stdin => Ok(Input::Stdin(check.stdin_filename.clone())),
        _ => Err(lang
            .pick(
                "- (masukan standar) tidak dapat digabung dengan berkas",
                "- (standard input) goes with no other path",
            )
            .to_owned()),
    }
}

fn is_watched(check: &Check, lang: Lang) -> Result<bool, String> {
    let refused = |id: &str, en: &str| Err(lang.pick(id, en).to_owned());
    match (check.watch, input(check, lang)?, fixing(check)) {
        (true, Input::Stdin(_), _) => {
            refused("--watch tidak dapat digabung dengan masukan standar", "--watch does not go with standard input")
        }
        (true, _, Fixing::Write(_)) => refused(
            "--watch tidak menulis berkas, supaya suntingan yang sedang berjalan di editor tidak tertimpa; jalankan --fix \
             tersendiri",
            "--watch writes no files, so that nothing is changed under an open editor; run --fix by itself",
        ),
        (is_watched, ..) => Ok(is_watched),
    }
}

fn caching(check: &Check) -> Caching {
    match check.cache_dir.clone().or_else(named_folder) {
        _ if check.no_cache => Caching::Off,
        Some(folder) => Caching::In(folder),
        None => Caching::Usual,
    }
}

fn changes(check: &Check, lang: Lang) -> Result<Option<Changes>, String> {
    let is_stdin = matches!(input(check, lang)?, Input::Stdin(_));
    let refused = |id: &str, en: &str| Err(lang.pick(id, en).to_owned());
    match &check.changed {
        None if !check.staged => Ok(None),
        _ if is_stdin => refused(
            "--changed dan --staged tidak dapat digabung dengan masukan standar",
            "--changed and --staged do not go with standard input",
        ),
        None if matches!(fixing(check), Fixing::Write(_) | Fixing::Silence) => refused(
            "--staged hanya melihat indeks dan tidak menulis apa-apa; perbaiki berkasnya dengan --changed --fix, lalu \
             jalankan git add",
            "--staged only looks at the index and writes nothing; fix the files with --changed --fix, then run git add",
        ),
        _ if check.add_ignores.is_some() => {
            refused("--add-ignores tidak dapat digabung dengan --changed", "--add-ignores does not go with --changed")
        }
        None => Ok(Some(Changes::Staged)),
        Some(name) => Ok(Some(Changes::Since(Some(name.clone()).filter(|name| !name.is_empty())))),
    }
}

/// The reason for silencing what is found; one without words is none.
fn reason(check: &Check, lang: Lang) -> Result<String, String> {
    match check.add_ignores.as_deref().map(str::trim) {
        Some("") => Err(lang
            .pick(
                "--add-ignores perlu alasan, misalnya \"kutipan asli\"",
                "--add-ignores wants a reason, such as \"quoted as it was\"",
            )
            .to_owned()),
        reason => Ok(reason.unwrap_or_default().to_owned()),
    }
}

const fn fixing(check: &Check) -> Fixing {
    if check.add_ignores.is_some() {
        return Fixing::Silence;
    }
    let least = if check.unsafe_fixes { Safety::Unsafe } else { Safety::Safe };
    match (check.diff, check.fix || check.unsafe_fixes) {
        (true, _) => Fixing::Diff(least),
        (false, true) => Fixing::Write(least),
        (false, false) => Fixing::Nothing,
    }
}

fn form(check: &Check, lang: Lang) -> Result<Form, String> {
    match (check.statistics, check.format) {
        (false, format) => Ok(Form::Findings(format)),
        (true, Format::Text | Format::Concise) => Ok(Form::Counts),
        (true, Format::Json | Format::Jsonl) => Ok(Form::CountsJson),
        (true, _) => Err(lang
            .pick(
                "--statistics hanya ada dalam bentuk text dan json",
                "--statistics comes in the formats text and json only",
            )
            .to_owned()),
    }
}

/// What `--report` names, as `FORMAT=FILE`.
fn reports(check: &Check, lang: Lang) -> Result<Vec<Also>, String> {
    if check.diff && !check.report.is_empty() {
        let refused = lang.pick("--report tidak dapat digabung dengan --diff", "--report does not go with --diff");
        return Err(refused.to_owned());
    }
    let mut reports: Vec<Also> = Vec::new();
    for typed in &check.report {
        let also = also(typed, lang)?;
        let is_taken =
            reports.iter().any(|other| other.path == also.path) || check.output_file == Some(also.path.clone());
        if is_taken {
            let twice = lang.pick("dua laporan ke berkas yang sama", "two reports to the same file");
            return Err(format!("--report {typed}: {twice}"));
        }
        reports.push(also);
    }
    Ok(reports)
}

fn also(typed: &str, lang: Lang) -> Result<Also, String> {
    let Some((name, path)) = typed.split_once('=').filter(|(_, path)| !path.is_empty()) else {
        let form = lang.pick("tulislah BENTUK=BERKAS, misalnya", "write FORMAT=FILE, such as");
        return Err(format!("--report {typed}: {form} --report sarif=saksama.sarif"));
    };
    let format = Format::from_str(name, false).map_err(|_| {
        let names = Format::value_variants().iter().filter_map(Format::to_possible_value);
        let names = names.map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(", ");
        let (unknown, there_are) =
            lang.pick(("bentuk ini tidak ada", "pilihan"), ("there is no such format", "there are"));
        format!("--report {typed}: {unknown}; {there_are}: {names}")
    })?;
    Ok(Also { format, path: PathBuf::from(path) })
}

fn failing(check: &Check) -> Failing {
    let typed = check.fail_on.map(|severity| match severity {
        arguments::Severity::Error => Severity::Error,
        arguments::Severity::Warning => Severity::Warning,
        arguments::Severity::Info => Severity::Info,
    });
    let default = if check.max_warnings.is_some() { Severity::Error } else { Severity::Info };
    let least = (!check.exit_zero).then(|| typed.unwrap_or(default));
    Failing { least, max_warnings: check.max_warnings }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::super::arguments::Command;
    use super::*;

    fn planned(line: &str) -> Result<Plan, String> {
        let words = ["saksama", "check"].into_iter().chain(line.split_whitespace());
        let arguments = Arguments::try_parse_from(words).map_err(|error| error.to_string())?;
        let Command::Check(check) = &arguments.command else { return Err("not check".to_owned()) };
        plan(&arguments, check).map(|(plan, ..)| plan)
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let fixing = |line| planned(line).map(|plan| plan.fixing);
        assert_eq!(fixing(""), Ok(Fixing::Nothing));
        assert_eq!(fixing("--fix"), Ok(Fixing::Write(Safety::Safe)));
        assert_eq!(fixing("--unsafe-fixes"), Ok(Fixing::Write(Safety::Unsafe)));
        assert_eq!(fixing("--fix --diff"), Ok(Fixing::Diff(Safety::Safe)));
        let input = |line| planned(line).map(|plan| plan.input);
        assert_eq!(input(""), Ok(Input::Here));
        assert_eq!(input("-"), Ok(Input::Stdin(None)));
        assert_eq!(input("--stdin-filename a.md"), Ok(Input::Stdin(Some("a.md".into()))));
        assert!(input("- a.md").is_err());
        assert!(planned("--statistics --format sarif").is_err());
        assert!(planned("--config a --no-config").is_err());
        let reports = |line| planned(line).map(|plan| plan.reports);
        let also = |format, path: &str| Also { format, path: path.into() };
        let both = vec![also(Format::Sarif, "a=b.sarif"), also(Format::Junit, "c.xml")];
        assert_eq!(reports("--report sarif=a=b.sarif --report junit=c.xml"), Ok(both));
        for wrong in ["sarif", "sarif=", "xml=a", "json=a --report jsonl=a", "json=a --output-file a", "json=a --diff"]
        {
            assert!(planned(&format!("--report {wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn failing_follows_severity_and_the_number_of_warnings() {
        let fails =
            |line, errors, warnings, infos| planned(line).map(|plan| plan.failing.is_failure(errors, warnings, infos));
        for (line, counts, expected) in [
            ("", (0, 0, 0), false),
            ("", (0, 0, 1), true),
            ("--fail-on warning", (0, 0, 1), false),
            ("--fail-on warning", (0, 1, 0), true),
            ("--fail-on error", (0, 9, 9), false),
            ("--max-warnings 2", (0, 2, 5), false),
            ("--max-warnings 2", (0, 3, 0), true),
            ("--max-warnings 2", (1, 0, 0), true),
            ("--max-warnings 2 --fail-on info", (0, 0, 1), true),
            ("--exit-zero", (9, 9, 9), false),
            ("--exit-zero --max-warnings 0", (0, 1, 0), false),
        ] {
            assert_eq!(fails(line, counts.0, counts.1, counts.2), Ok(expected), "{line} {counts:?}");
        }
    }
}
