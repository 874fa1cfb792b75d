//! The weights, embedded in the program and read in place; written by `build/train_tagger.rs`.

/// Rows of the table: features are hashed to so many.
pub const ROWS: usize = 1 << 16;
/// Columns of the table: one for every tag.
pub const COLUMNS: usize = 16;

static WEIGHTS: &[u8; ROWS * COLUMNS] = include_bytes!("weights.bin");

/// Adds the weights of a row to `scores`.
#[inline]
pub(super) fn add(row: u32, scores: &mut [i16; COLUMNS]) {
    let (rows, _) = WEIGHTS.as_chunks::<COLUMNS>();
    let weights = rows[row as usize];
    for column in 0..COLUMNS {
        scores[column] += i16::from(weights[column].cast_signed());
    }
}
