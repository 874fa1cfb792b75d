//! An edge: a program written in JavaScript, in a browser or elsewhere, over the memory of WebAssembly.
//!
//! JavaScript asks for room with `saksama_input`, writes a request there, JSON in UTF-8, calls
//! what it wants to be done, which returns the length of the answer, and reads that from
//! `saksama_output`. `editors/web/saksama.mjs` does all that.

#[cfg(target_family = "wasm")]
mod exports;
mod session;
mod told;
mod units;

pub use session::Session;
