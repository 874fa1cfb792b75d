//! The command line: with the language server, the only place that reads files, the environment and the terminal.

mod across;
mod analyze;
mod arguments;
mod baseline;
mod cache;
pub mod cause;
mod changed;
mod check;
mod completions;
pub mod configuration;
mod day;
pub mod dictionary;
mod explain;
pub mod files;
mod form;
mod git;
mod help;
pub mod init;
mod interrupt;
mod known;
mod outcome;
mod output;
mod plan;
pub mod pool;
mod progress;
pub mod read;
mod review;
mod schema;
mod settings;
mod silencing;
mod sink;
mod site;
mod stdin;
pub mod trouble;
mod usage;
mod watch;
mod work;
mod write;

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::FromArgMatches as _;

use arguments::{Arguments, BaselineAction, Command, ConfigAction};
use configuration::Configurations;
use outcome::{Outcome, Stop};
use output::{is_stderr_colored, palette, say};

use crate::rule::Lang;

/// Runs the program with the arguments of its process.
pub fn run() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let lang = help::language(&words);
    let parsed = help::command(lang).try_get_matches_from(words);
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(usage::show(&error, lang)),
    };
    if matches!(arguments.command, Command::Lsp { .. }) {
        return crate::lsp::run(arguments.lang.map(|typed| self::lang(Some(typed))));
    }
    execute(&arguments).unwrap_or_else(|stop| show(stop, arguments.color)).into()
}

/// Says why a run ended before its work was done.
fn show(stop: Stop, color: arguments::When) -> Outcome {
    match stop {
        Stop::Problem(problem) => say(&problem.render(is_stderr_colored(color))),
        Stop::Failure(error) => say(&format!("saksama: {}", crate::report::visible(&format!("{error:#}")))),
    }
    Outcome::Impossible
}

fn execute(arguments: &Arguments) -> Result<Outcome, Stop> {
    let (lang, palette) = (lang(arguments.lang), palette(arguments.color));
    match &arguments.command {
        Command::Check(typed) => {
            let (plan, choice, command_line) = plan::plan(arguments, typed).map_err(anyhow::Error::msg)?;
            if plan.is_watched {
                return watch::watch(&plan, || Configurations::new(choice.clone(), command_line.clone()));
            }
            // Rules and words live as long as the program: it ends sooner when it does not give them back one by one.
            check::check(&plan, &ManuallyDrop::new(Configurations::new(choice, command_line)))
        }
        Command::Baseline(typed) => {
            let (choice, command_line) = plan::chosen(&typed.making.selection, arguments.lang);
            let configurations = ManuallyDrop::new(Configurations::new(choice, command_line));
            match &typed.action {
                Some(BaselineAction::Show(typed)) => baseline::show(typed, &configurations, lang),
                None => baseline::make(&typed.making, &configurations, lang),
            }
        }
        Command::Review(typed) => review::review(typed, arguments.lang, arguments.color),
        Command::Report(typed) => site::report(arguments, typed, lang),
        Command::Explain { rule } => explain::explain(rule, lang, palette),
        Command::Rules { format, profile } => explain::rules(*format, profile.as_deref(), lang, palette),
        Command::Analyze(typed) => Ok(analyze::analyze(typed, lang, palette)?),
        Command::Lsp { .. } => Ok(Outcome::Clean),
        Command::Config { action } => match action {
            ConfigAction::Show(typed) => {
                let (choice, command_line) = plan::chosen(&typed.selection, arguments.lang);
                settings::show(typed, &ManuallyDrop::new(Configurations::new(choice, command_line)), lang)
            }
            ConfigAction::Check(typed) => settings::check(typed, arguments.color, lang),
            ConfigAction::Schema => Ok(settings::print_schema()?),
        },
        Command::Completions { shell } => Ok(completions::completions(*shell, lang)?),
        Command::Man { folder } => Ok(completions::manual(folder.as_deref(), lang)?),
        Command::Cache { action, cache_dir } => cache::serve(*action, cache_dir.clone(), lang),
        Command::Init => {
            let path = init::init(std::path::Path::new("."), lang)?;
            say(&format!("{}: {}", lang.pick("ditulis", "written"), path.display()));
            Ok(Outcome::Clean)
        }
    }
}

/// The language as typed; Indonesian when it was not.
const fn lang(typed: Option<arguments::Lang>) -> Lang {
    match typed {
        Some(arguments::Lang::En) => Lang::En,
        Some(arguments::Lang::Id) | None => Lang::Id,
    }
}
