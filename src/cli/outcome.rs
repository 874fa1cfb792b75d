//! How a run ends.

use std::process::ExitCode;

use super::configuration::Problem;
use super::interrupt;

/// What a run came to, as its exit code tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 0: nothing was found that counts, or nobody wanted to read on.
    Clean,
    /// 1: something was found, or would be changed.
    Findings,
    /// 2: the work could not be done, or not all of it.
    Impossible,
    /// 130, as shells have it: somebody stopped it before all was done.
    Interrupted,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Impossible => 2,
            Outcome::Interrupted => interrupt::EXIT_CODE,
        })
    }
}

/// Why a run ended before its work was done.
pub enum Stop {
    /// A configuration or the command line is wrong.
    Problem(Problem),
    /// Something could not be read or written.
    Failure(anyhow::Error),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Failure(error)
    }
}
