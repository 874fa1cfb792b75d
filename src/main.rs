//! The command `saksama`.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Linting makes and drops many small things on every thread.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    saksama::cli::run()
}
