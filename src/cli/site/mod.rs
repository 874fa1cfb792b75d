//! The command `report`: the site as pages for a browser.

mod pages;
mod place;

use std::sync::Arc;

use super::arguments::{Arguments, Check, Report};
use super::configuration::Configurations;
use super::outcome::{Outcome, Stop};
use super::{check, plan};
use crate::rule::Lang;

pub use pages::Pages;
pub use place::Place;

/// Checks what `typed` names and writes the pages. Findings are no failure: to report them is what was asked for.
///
/// # Errors
/// When a configuration is wrong, or the folder is not one for a report.
pub fn report(arguments: &Arguments, typed: &Report, lang: Lang) -> Result<Outcome, Stop> {
    let asked = Check {
        paths: typed.paths.clone(),
        selection: typed.selection.clone(),
        baseline: typed.baseline.clone(),
        no_baseline: typed.no_baseline,
        exit_zero: true,
        ..Check::bare()
    };
    let (mut plan, choice, command_line) = plan::plan(arguments, &asked).map_err(anyhow::Error::msg)?;
    let place = Arc::new(Place::open(&typed.html, lang)?);
    plan.pages = Some(place.clone());
    let outcome = check::check(&plan, &Configurations::new(choice, command_line))?;
    place.failure(lang)?;
    Ok(outcome)
}
