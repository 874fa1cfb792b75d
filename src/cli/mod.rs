//! The command line: the only place, with the language server, that reads files and environment.

pub mod configuration;
pub mod init;
