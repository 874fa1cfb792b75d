//! Under what an entry is found: a hash of all that it depends on.

use std::fs::File;
use std::hash::Hasher as _;
use std::io::{BufRead as _, BufReader};

use siphasher::sip128::{Hasher128 as _, SipHasher13};

/// A hash of all that an entry depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Key(u128);

/// A hash of rules with their settings, words and language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Digest(u128);

impl Digest {
    /// Of all these parts, in this order.
    pub fn of<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Self {
        Self(hash(parts))
    }
}

impl Key {
    /// The key of a text that this program looks at so, under the rules of `digest`.
    pub(super) fn with(self, digest: Digest, look: &str, text: &str) -> Self {
        Self(hash([&self.0.to_le_bytes()[..], &digest.0.to_le_bytes(), look.as_bytes(), text.as_bytes()]))
    }

    /// A number below `most` that spreads keys evenly.
    pub(super) fn number(self, most: u8) -> u8 {
        self.0.to_le_bytes()[0] % most
    }

    /// The checksum of `bytes` kept under this key.
    pub(super) fn checksum(self, bytes: &[u8]) -> u64 {
        narrow(hash([&self.0.to_le_bytes()[..], bytes]))
    }

    #[cfg(test)]
    pub(super) fn of_text(text: &str) -> Self {
        Self(hash([text.as_bytes()]))
    }
}

/// The checksum of `bytes`.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    narrow(hash([bytes]))
}

fn narrow(hash: u128) -> u64 {
    hash as u64
}

/// The key of this program: two builds find different things, even of one version.
pub(super) fn of_program() -> Option<Key> {
    let mut file = BufReader::with_capacity(1 << 20, File::open(std::env::current_exe().ok()?).ok()?);
    let mut hasher = SipHasher13::new();
    hasher.write(env!("CARGO_PKG_VERSION").as_bytes());
    loop {
        let read = file.fill_buf().ok()?;
        if read.is_empty() {
            return Some(Key(hasher.finish128().as_u128()));
        }
        hasher.write(read);
        let length = read.len();
        file.consume(length);
    }
}

fn hash<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> u128 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        // The length keeps a part from running into the next one.
        hasher.write(&part.len().to_le_bytes());
        hasher.write(part);
    }
    hasher.finish128().as_u128()
}
