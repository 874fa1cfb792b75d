//! Places in a text and changes to it; knows no language and no markup.

mod edit;
mod lines;
mod nearest;
mod source;
mod span;

pub use edit::{Edit, apply, apply_within, carried};
pub use lines::{Lines, Location};
pub use nearest::{nearest, slips};
pub use source::Source;
pub use span::Span;
