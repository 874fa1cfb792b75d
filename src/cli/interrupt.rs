//! Ctrl-C: the first one ends a run in good order, the second at once.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The exit code of a run that was interrupted: 128 and the number of the signal, as shells have it.
pub const EXIT_CODE: u8 = 130;

static INTERRUPTIONS: AtomicUsize = AtomicUsize::new(0);

/// Listens from now on.
pub fn listen() {
    // Where that is not possible, the system ends the program.
    let _unheard = ctrlc::set_handler(|| {
        if INTERRUPTIONS.fetch_add(1, Ordering::Relaxed) > 0 {
            std::process::exit(i32::from(EXIT_CODE));
        }
    });
}

/// Whether the program is to end.
pub fn is_wanted() -> bool {
    INTERRUPTIONS.load(Ordering::Relaxed) > 0
}
