//! How three letters that follow each other are numbered; shared with the build script that notes which ones words have.

/// The letters, the hyphen, and the border of a word.
const SIGNS: usize = 28;

/// Bytes that hold one bit for every three signs.
pub const BYTES: usize = SIGNS * SIGNS * SIGNS / 8;

/// The border of a word, as a sign beside its letters.
pub const BORDER: u8 = 0;

/// The number of three signs, each `a` to `z`, `-` or [`BORDER`]; nothing when one of them is something else.
pub fn number(signs: [u8; 3]) -> Option<usize> {
    let mut number = 0;
    for sign in signs {
        let digit = match sign {
            BORDER => 0,
            b'a'..=b'z' => usize::from(sign - b'a') + 1,
            b'-' => SIGNS - 1,
            _ => return None,
        };
        number = number * SIGNS + digit;
    }
    Some(number)
}
