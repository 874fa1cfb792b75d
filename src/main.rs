//! The command `saksama`.

use std::process::ExitCode;

fn main() -> ExitCode {
    saksama::cli::run()
}
