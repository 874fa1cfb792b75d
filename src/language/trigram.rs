//! Which three letters follow each other in words, as rows of bits; shared with the build script that notes them.

/// The letters, the hyphen, and the border of a word.
const SIGNS: usize = 28;

/// Which of the three signs a row leaves open.
const OPEN: usize = 3;

/// Bytes that hold a row of one bit for every sign, for every two signs and each place of the third.
pub const BYTES: usize = OPEN * SIGNS * SIGNS * size_of::<u32>();

/// The number of a sign: `a` to `z`, `-` or, as `None`, the border of a word; nothing for anything else.
pub fn digit(sign: Option<u8>) -> Option<usize> {
    match sign {
        None => Some(0),
        Some(letter @ b'a'..=b'z') => Some(usize::from(letter - b'a') + 1),
        Some(b'-') => Some(SIGNS - 1),
        Some(_) => None,
    }
}

/// Where the row stands, in bytes, that tells which signs may stand at the place `open`, 0 to 2, beside two others.
pub fn row(open: usize, [left, right]: [Option<u8>; 2]) -> Option<usize> {
    Some(((open * SIGNS + digit(left)?) * SIGNS + digit(right)?) * size_of::<u32>())
}
