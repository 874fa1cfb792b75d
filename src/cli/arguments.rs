//! Arguments as they are typed. The doc comments are the English help; the Indonesian is in [`super::help`].

use std::path::PathBuf;

use clap::{ArgAction, Args, FromArgMatches as _, Parser, Subcommand, ValueEnum};

/// Checks Indonesian articles as a careful editor would, and fixes what is certain.
#[derive(Debug, Parser)]
#[command(name = "saksama", version, disable_help_subcommand = true, disable_help_flag = true)]
#[command(disable_version_flag = true, arg_required_else_help = true, args_override_self = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Language of messages: Indonesian or English
    #[arg(long, global = true, display_order = 100, value_name = "LANG")]
    pub lang: Option<Lang>,
    /// When to use colours
    #[arg(long, global = true, display_order = 101, value_name = "WHEN", default_value = "auto")]
    pub color: When,
    /// Print help
    #[arg(short, long, global = true, display_order = 102, action = ArgAction::HelpShort)]
    help: Option<bool>,
    /// Print the version
    #[arg(short = 'V', long, display_order = 103, action = ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check articles, and fix them when asked to
    Check(Box<Check>),
    /// Write down what is found now, so that check reports only what is new
    Baseline(Box<Baseline>),
    /// Go through the findings one by one: accept, edit, skip or ignore each
    Review(Box<Review>),
    /// Write a report for the browser: the whole site, and every article with its marked places
    Report(Box<Report>),
    /// Show what a rule asks for, why, and examples
    Explain {
        /// Name of the rule
        rule: String,
    },
    /// List all rules
    Rules {
        /// Form of the list
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: ListFormat,
        /// Only the rules that are on in this profile, as severe as there
        #[arg(long, value_name = "PROFILE")]
        profile: Option<String>,
    },
    /// Show the sentences of a text, their words, and what is known of each
    Analyze(Analyze),
    /// Look after the cache: what was found in earlier runs
    Cache {
        /// What to do with it
        #[arg(value_name = "ACTION")]
        action: CacheAction,
        /// The folder it lies in, where that is another one
        #[arg(long, value_name = "DIR")]
        cache_dir: Option<PathBuf>,
    },
    /// Write a saksama.toml to start from into this folder
    Init,
    /// Show what holds for a file, look for mistakes in configurations, or print their schema
    Config {
        /// What is to be done.
        #[command(subcommand)]
        action: ConfigAction,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man {
        /// Write the pages of all commands into this folder instead
        #[arg(long, value_name = "FOLDER")]
        folder: Option<PathBuf>,
    },
    /// Serve an editor: speak the Language Server Protocol over standard input and output
    Lsp {
        /// Accepted for clients that add it: standard input and output are the only way
        #[arg(long, hide = true)]
        stdio: bool,
    },
}

/// The arguments of `check`.
#[derive(Debug, Args)]
#[command(args_override_self = true)]
pub struct Check {
    /// Files and folders [default: this folder]; - is standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Apply safe fixes and write the files
    #[arg(long)]
    pub fix: bool,
    /// Apply fixes that need a look, too, where there is only one
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Show what fixing would change; write nothing
    #[arg(long)]
    pub diff: bool,
    /// Write comments into the files that silence what is found, for this reason
    #[arg(long, value_name = "REASON", conflicts_with_all = ["fix", "unsafe_fixes", "diff"])]
    pub add_ignores: Option<String>,
    /// Form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    /// Write the report to this file
    #[arg(long, value_name = "FILE")]
    pub output_file: Option<PathBuf>,
    /// Write a report of this form to this file as well; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", action = ArgAction::Append)]
    pub report: Vec<String>,
    /// Which rules are applied.
    #[command(flatten)]
    pub selection: Selection,
    /// Report only what this baseline does not know, instead of the nearest saksama.baseline.json
    #[arg(long, value_name = "FILE", conflicts_with = "no_baseline")]
    pub baseline: Option<PathBuf>,
    /// Report known findings, too
    #[arg(long)]
    pub no_baseline: bool,
    /// Exit with 1 when the baseline knows findings that are gone
    #[arg(long)]
    pub fail_on_stale_baseline: bool,
    /// Exit with 1 from this severity on [default: info]
    #[arg(long, value_name = "SEVERITY")]
    pub fail_on: Option<Severity>,
    /// Exit with 1 when there are more warnings than this; without --fail-on, infos then do not count
    #[arg(long, value_name = "N")]
    pub max_warnings: Option<usize>,
    /// Exit with 0 whatever is found
    #[arg(long)]
    pub exit_zero: bool,
    /// Print findings and errors only
    #[arg(short, long)]
    pub quiet: bool,
    /// Count findings by rule instead of showing them
    #[arg(long)]
    pub statistics: bool,
    /// Look only at what changed since the branch left REF [default: the main branch], new files included
    #[arg(long, value_name = "REF", num_args = 0..=1, default_missing_value = "")]
    pub changed: Option<String>,
    /// Look only at what is staged for the next commit, as it is in the index
    #[arg(long, conflicts_with = "changed")]
    pub staged: bool,
    /// Check again whenever an article or a configuration changes, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
    /// Look at every file, also at those known from an earlier run
    #[arg(long, conflicts_with = "cache_dir")]
    pub no_cache: bool,
    /// Keep what was found in this folder [default: the user's folder of caches, from 50 files on]
    #[arg(long, value_name = "DIR")]
    pub cache_dir: Option<PathBuf>,
    /// Name under which standard input is checked
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
}

/// What is to be done with configurations.
#[derive(Debug, Subcommand)]
pub enum ConfigAction {
    /// Show what holds for a file, and which file, profile, override or option says so
    Show(Box<ConfigShowing>),
    /// Look for mistakes in all configurations in these folders
    Check(ConfigChecking),
    /// Print the JSON Schema of saksama.toml
    Schema,
}

/// For which file a configuration is shown, and how.
#[derive(Debug, Args)]
pub struct ConfigShowing {
    /// The article; it need not exist
    #[arg(value_name = "FILE")]
    pub article: PathBuf,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
    /// Which rules are applied.
    #[command(flatten)]
    pub selection: Selection,
}

/// Which configurations are looked at.
#[derive(Debug, Args)]
pub struct ConfigChecking {
    /// Folders to look in [default: this folder]
    #[arg(value_name = "PATH")]
    pub folders: Vec<PathBuf>,
    /// Name accepted words that no article has, too, and exit with 1 when there are some
    #[arg(long)]
    pub unused: bool,
}

/// A shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash
    Bash,
    /// Zsh
    Zsh,
    /// Fish
    Fish,
    /// `PowerShell`
    Powershell,
    /// Elvish
    Elvish,
}

/// The arguments of `baseline`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Baseline {
    /// What else is to be done with it.
    #[command(subcommand)]
    pub action: Option<BaselineAction>,
    /// How it is made.
    #[command(flatten)]
    pub making: BaselineMaking,
}

/// What else is to be done with a baseline.
#[derive(Debug, Subcommand)]
pub enum BaselineAction {
    /// Show the age of the baseline and what it knows, by rule and by file
    Show(BaselineShowing),
}

/// How a baseline is made.
#[derive(Debug, Args)]
pub struct BaselineMaking {
    /// Files and folders to look at [default: this folder]
    #[arg(value_name = "PATH")]
    pub articles: Vec<PathBuf>,
    /// Take out findings that are gone
    #[arg(long)]
    pub prune: bool,
    /// Take out findings that are gone, and take in new ones
    #[arg(long, conflicts_with = "prune")]
    pub accept_new: bool,
    /// The file of the baseline [default: saksama.baseline.json beside the configuration]
    #[arg(long, id = "baseline_file", value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Which rules are applied.
    #[command(flatten)]
    pub selection: Selection,
}

/// How a baseline is shown.
#[derive(Debug, Args)]
pub struct BaselineShowing {
    /// The file of the baseline [default: saksama.baseline.json beside the configuration]
    #[arg(long, id = "baseline_file", value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

impl Check {
    /// The arguments of a `check` without any.
    pub fn bare() -> Self {
        let command = Self::augment_args(clap::Command::new("check"));
        let parsed = command.try_get_matches_from(["check"]).and_then(|matches| Self::from_arg_matches(&matches));
        parsed.expect("no argument of check has to be given")
    }
}

/// The arguments of `review`.
#[derive(Debug, Args)]
#[command(args_override_self = true)]
pub struct Review {
    /// Files and folders [default: this folder]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which rules are applied.
    #[command(flatten)]
    pub selection: Selection,
    /// Ask only about what this baseline does not know, instead of the nearest saksama.baseline.json
    #[arg(long, value_name = "FILE", conflicts_with = "no_baseline")]
    pub baseline: Option<PathBuf>,
    /// Ask about known findings, too
    #[arg(long)]
    pub no_baseline: bool,
    /// Remember in this file what was skipped [default: saksama.review.jsonl]
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    /// Ask again about what was skipped before
    #[arg(long)]
    pub again: bool,
}

/// The arguments of `report`.
#[derive(Debug, Args)]
#[command(args_override_self = true)]
pub struct Report {
    /// Files and folders [default: this folder]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Write the pages into this folder: a new one, an empty one, or one with an earlier report
    #[arg(long, value_name = "DIR")]
    pub html: PathBuf,
    /// Show only what this baseline does not know, instead of the nearest saksama.baseline.json
    #[arg(long, value_name = "FILE", conflicts_with = "no_baseline")]
    pub baseline: Option<PathBuf>,
    /// Show known findings, too
    #[arg(long)]
    pub no_baseline: bool,
    /// Which rules are applied.
    #[command(flatten)]
    pub selection: Selection,
}

/// Which rules are applied, and by which configuration.
#[derive(Clone, Debug, Args)]
pub struct Selection {
    /// Apply only these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',', action = ArgAction::Append)]
    pub select: Vec<String>,
    /// Do not apply these rules or groups
    #[arg(long, value_name = "RULE", value_delimiter = ',', action = ArgAction::Append)]
    pub ignore: Vec<String>,
    /// Apply rules that are still being tried out, too
    #[arg(long)]
    pub preview: bool,
    /// Use this profile: berita, blog, akademik, dokumentasi or santai
    #[arg(long, value_name = "PROFILE")]
    pub profile: Option<String>,
    /// Read this configuration instead of the nearest saksama.toml
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long)]
    pub no_config: bool,
}

/// The arguments of `analyze`.
#[derive(Debug, Args)]
pub struct Analyze {
    /// The text [default: standard input]; - is standard input
    #[arg(value_name = "TEXT", conflicts_with = "file")]
    pub text: Option<String>,
    /// Read the text from this file
    #[arg(long, value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// Form of the analysis
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ListFormat,
}

/// Language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// Indonesian
    Id,
    /// English
    En,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Form of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Every finding under its line
    Text,
    /// One line per finding
    Concise,
    /// One JSON object
    Json,
    /// One JSON object per finding
    Jsonl,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0
    Sarif,
    /// Code Quality report of GitLab
    Gitlab,
    /// XML of JUnit
    Junit,
    /// XML of Checkstyle
    Checkstyle,
    /// One JSON object for reviewdog
    Rdjson,
    /// One JSON object per finding for reviewdog
    Rdjsonl,
    /// Tables for the summary of a job
    Markdown,
}

/// Form of the list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// A table
    Text,
    /// One JSON object
    Json,
}

/// What to do with the cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CacheAction {
    /// Delete it
    Clean,
    /// Print its folder
    Path,
}

/// A severity, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Severity {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Anything
    Info,
}
