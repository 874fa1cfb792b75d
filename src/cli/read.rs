//! From a file or standard input to its text.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::trouble::{Trouble, unreadable};
use crate::format::encoding::{Decoded, Unreadable, decode};

/// The text of the file at `path`.
///
/// # Errors
/// Why there is none.
pub fn read_file(path: &Path) -> Result<Decoded, Trouble> {
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let length = file.metadata().map(|metadata| metadata.len()).unwrap_or(0);
    if length > u64::from(u32::MAX) {
        return Err(Trouble::Undecodable(Unreadable::TooLarge));
    }
    let bytes = read_all(file, usize::try_from(length).unwrap_or(0)).map_err(|error| unreadable(&error))?;
    decode(bytes).map_err(Trouble::Undecodable)
}

/// The bytes of standard input, up to a little more than a text may have.
///
/// # Errors
/// When standard input cannot be read.
pub fn read_stdin() -> Result<Vec<u8>, Trouble> {
    read_all(io::stdin().lock(), 0).map_err(|error| unreadable(&error))
}

fn read_all(from: impl io::Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length + 1);
    // An endless file is cut where it becomes too large to be a text.
    from.take(u64::from(u32::MAX) + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
