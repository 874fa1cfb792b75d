//! In which bucket of a list of words a word stands; shared with the build script that fills them.

/// The bucket of a word among so many, and a mark that few others in it share.
pub fn place(word: &[u8], buckets: usize) -> (usize, u8) {
    // FNV-1a, the halves mixed: the same on every machine.
    let hash = word
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3));
    let hash = (hash ^ hash >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let bucket = ((hash >> 32) * buckets as u64) >> 32;
    (bucket as usize, hash as u8)
}

/// What is known of a bucket without reading its words: where it begins, in the lower bits, and above them one bit for the
/// mark of each of its words.
pub const START: u64 = (1 << 24) - 1;

/// The bit of a mark.
pub fn bit(mark: u8) -> u64 {
    const BITS: u32 = START.count_zeros();
    1 << (u64::BITS - 1 - u32::from(mark) % BITS)
}
