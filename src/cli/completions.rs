//! What shells and readers of manuals get to know of the command line.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use clap_complete::generate;
use clap_complete::shells;

use super::arguments::Shell;
use super::help;
use super::outcome::Outcome;
use super::output::Output;
use crate::rule::Lang;

/// Prints the completions for `shell`, with descriptions in `lang`.
///
/// # Errors
/// When they cannot be written.
pub fn completions(shell: Shell, lang: Lang) -> anyhow::Result<Outcome> {
    let mut command = help::command(lang);
    let mut text = Vec::new();
    match shell {
        Shell::Bash => generate(shells::Bash, &mut command, "saksama", &mut text),
        Shell::Zsh => generate(shells::Zsh, &mut command, "saksama", &mut text),
        Shell::Fish => generate(shells::Fish, &mut command, "saksama", &mut text),
        Shell::Powershell => generate(shells::PowerShell, &mut command, "saksama", &mut text),
        Shell::Elvish => generate(shells::Elvish, &mut command, "saksama", &mut text),
    }
    print(&text)
}

/// Prints the page of the manual on the whole program, or writes all pages into `folder`.
///
/// # Errors
/// When they cannot be written.
pub fn manual(folder: Option<&Path>, lang: Lang) -> anyhow::Result<Outcome> {
    let command = help::command(lang);
    let Some(folder) = folder else {
        let mut text = Vec::new();
        clap_mangen::Man::new(command).render(&mut text)?;
        return print(&text);
    };
    let cannot = || format!("{}: {}", folder.display(), lang.pick("tidak dapat ditulis", "cannot be written"));
    fs::create_dir_all(folder).with_context(cannot)?;
    clap_mangen::generate_to(command, folder).with_context(cannot)?;
    Ok(Outcome::Clean)
}

fn print(text: &[u8]) -> anyhow::Result<Outcome> {
    let mut output = Output::stdout();
    output.write(text).and_then(|()| output.flush()).context("stdout")?;
    Ok(Outcome::Clean)
}
