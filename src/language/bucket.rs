//! In which bucket of a list of words a word stands; shared with the build script that fills them.

/// What the hash of a word is multiplied by for every further letter.
pub const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// A hash of letters, the same on every machine: a polynomial, so that the hash of a part can be told from those of what
/// ends with it and what stands before it.
#[inline]
pub fn hash(letters: &[u8]) -> u64 {
    letters.iter().fold(0, |hash, letter| with_letter(hash, *letter))
}

/// The hash of letters with one more behind them.
#[inline]
pub const fn with_letter(hash: u64, letter: u8) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(letter as u64)
}

/// The bucket of a word among so many, by its hash, and a mark that few others in it share.
#[inline]
pub fn place(hash: u64, buckets: usize) -> (usize, u8) {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    let bucket = ((mixed >> 32) * buckets as u64) >> 32;
    (bucket as usize, mixed as u8)
}

/// What is known of a bucket without reading its words: where it begins, in the lower bits, and above them one bit for the
/// mark of each of its words.
pub const START: u64 = (1 << 24) - 1;

/// The bit of a mark.
#[inline]
pub fn bit(mark: u8) -> u64 {
    const BITS: u32 = START.count_zeros();
    1 << (u64::BITS - 1 - u32::from(mark) % BITS)
}
