//! A sieve that tells of nearly every text that is no word of a list that it is none, without looking it up; shared with
//! the build script that fills it.
//!
//! It is a Bloom filter in blocks of 64 bits (Putze, Sanders and Singler 2007): a word sets some bits of one block.

/// The block of a text among so many, and its bits there.
pub fn place(text: &[u8], blocks: usize) -> (usize, u64) {
    // FNV-1a over 64 bits, the upper half mixed in: the same on every machine.
    let hash = text
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    let hash = (hash ^ hash >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let block = (hash >> 32) * blocks as u64 >> 32;
    let bits = [0, 6, 12, 18].map(|shift| 1 << (hash >> shift & 63));
    (block as usize, bits.into_iter().fold(0, |all, bit: u64| all | bit))
}
