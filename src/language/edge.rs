//! How listed words begin and end, as bits under the hashes of their first and last letters; shared with the build script that
//! notes them.

/// Fewer letters begin and end some word nearly always.
pub const LEAST: usize = 3;

/// Which letters are meant.
#[derive(Clone, Copy)]
pub enum Edge {
    /// Those that a word begins with.
    Beginning,
    /// Those that it ends with.
    End,
}

const DIGITS: u32 = 20;

/// Bytes that hold all bits.
pub const BYTES: usize = 1 << (DIGITS - 3);

/// Where the bit of letters with this hash stands: the byte, and the bit in it.
pub fn place(hash: u64, edge: Edge) -> (usize, u8) {
    let spread = match edge {
        Edge::Beginning => 0x9E37_79B9_7F4A_7C15,
        Edge::End => 0xC2B2_AE3D_27D4_EB4F,
    };
    let mixed = (hash ^ hash >> 32).wrapping_mul(spread) >> (u64::BITS - DIGITS);
    ((mixed >> 3) as usize, 1 << (mixed & 7))
}
