//! The language server: with the command line, the other edge. It reads standard input, answers on standard output, and shows
//! an editor what the command line would print.
//!
//! The core is synchronous: one thread takes messages one after the other, so that no two of them ever see a text half
//! changed. Beside it one thread reads standard input, one writes standard output, and one checks a whole workspace when asked.

mod actions;
mod answers;
mod buffer;
mod client;
mod commands;
mod edits;
mod findings;
mod hover;
mod initialize;
mod language;
mod notices;
mod pages;
mod position;
mod project;
mod publish;
mod pull;
mod scan;
mod server;
mod settings;
mod switch;
mod transport;
mod uri;
mod watch;
mod workspace;

use std::process::ExitCode;

use crate::rule::Lang;

pub use server::Server;
pub use transport::{Event, Events, Outgoing};

/// Serves the client on standard input and output until it says `exit`, or goes. Messages are in `lang` where it is given.
///
/// The exit code is the protocol's: 0 after `shutdown`, else 1.
pub fn run(lang: Option<Lang>) -> ExitCode {
    let (events, outgoing, writer) = transport::stdio();
    let is_in_order = Server::new(outgoing, events.sender(), lang).serve(&events);
    // All that was said is written before the process ends.
    let _written = writer.join();
    if is_in_order { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
