//! Which rules are on, with what severity and settings: what a configuration says, without reading files.
//!
//! The text of one file becomes a [`Layer`], checked against a [`Catalog`] of rules; all that is wrong with it is a list
//! of [`Mistake`]s with their places. [`resolve()`] lays the layers and the command line over the rules. Which file
//! governs which path is found out in [`crate::cli`].

mod catalog;
pub mod genre;
mod globs;
mod layer;
mod mistake;
mod overlay;
mod parse;
mod reader;
mod resolve;

pub use catalog::{Catalog, REJECTED};
pub use globs::Globs;
pub use layer::{Layer, Override, Placed, Rejected, RuleSetting, Settings, Switch};
pub use mistake::{Mistake, of_toml};
pub use parse::{References, parse, references};
pub use resolve::{Resolved, Wishes, resolve, unknown_names};
