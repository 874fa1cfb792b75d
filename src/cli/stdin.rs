//! Checking standard input.

use std::path::Path;

use super::check::{Run, shop, unwritten};
use super::configuration::Configurations;
use super::known::Baselines;
use super::outcome::{Outcome, Stop};
use super::output::Output;
use super::plan::{Fixing, Plan};
use super::read::read_stdin;
use super::trouble::Trouble;
use super::work::{Done, Job, Shop, Worker};
use crate::format::encoding::{Decoded, decode};
use crate::text::Source;

/// What standard input is called when it was given no name.
const STDIN: &str = "<stdin>";

/// Checks standard input under `name`. With `--fix` the fixed text goes to standard output and the report elsewhere;
/// a text that cannot be fixed then comes out as it went in, so that no filter swallows a draft.
///
/// # Errors
/// When a configuration is wrong or the report cannot be written.
pub fn check(plan: &Plan, configurations: &Configurations, name: Option<&Path>) -> Result<Outcome, Stop> {
    let path = name.unwrap_or(Path::new(STDIN));
    let mut baselines = Baselines::new(configurations, &plan.baseline);
    let standing = name.map(|name| baselines.standing(name)).transpose()?.flatten();
    let job = Job { standing, ..Job::whole(path.to_owned(), 0) };
    let mut shop = shop(plan, vec![configurations.profile(path)?]);
    shop.baselines = baselines.into_listed();
    let is_included = name.is_none() || configurations.includes(path)?;
    let is_filter = matches!(plan.fixing, Fixing::Write(_) | Fixing::Silence);
    let bytes = read_stdin();
    let (done, text) = match &bytes {
        Ok(bytes) if is_included => check_bytes(&shop, &job, bytes),
        Ok(_) => (Done::with_trouble(path, &Trouble::Excluded, shop.lang), None),
        Err(trouble) => (Done::with_trouble(path, trouble, shop.lang), None),
    };
    if is_filter {
        let mut stdout = Output::stdout();
        let written = stdout.write(&text.or(bytes.ok()).unwrap_or_default()).and_then(|()| stdout.flush());
        written.map_err(|error| unwritten(&error, shop.lang))?;
    }
    let output = match &plan.output {
        None if is_filter => Output::stderr(),
        _ => super::check::output(plan, shop.lang)?,
    };
    let mut run = Run::begin(plan, &shop, output)?;
    run.take(done)?;
    run.end()
}

/// What came of `bytes`, and the bytes they become where they are fixed.
fn check_bytes(shop: &Shop, job: &Job, bytes: &[u8]) -> (Done, Option<Vec<u8>>) {
    let Decoded { text, encoding } = match decode(bytes.to_vec()) {
        Ok(decoded) => decoded,
        Err(why) => return (Done::with_trouble(&job.path, &Trouble::Undecodable(why), shop.lang), None),
    };
    let source = Source::new(job.path.to_string_lossy(), text);
    let (done, fixed) = Worker::new(shop).check(source, job);
    let shell = Decoded { text: String::new(), encoding };
    (done, fixed.map(|fixed| shell.encode(&fixed.source.text)))
}
