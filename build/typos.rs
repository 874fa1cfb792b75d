//! Typing words wrong, always in the same ways: for the examples that print figures.

/// What a slip does, by its number.
pub const OPERATIONS: [&str; 4] = ["swapped", "lost", "added", "replaced"];

/// A typo in `word`, with the number of its operation; the first letter stays in nine of ten.
pub fn typo(word: &str, seed: &mut u64) -> (usize, String) {
    let mut draw = |below: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) as usize % below
    };
    let first = usize::from(draw(10) > 0);
    let mut letters: Vec<u8> = word.bytes().collect();
    let at = first + draw(letters.len() - first);
    let operation = draw(4);
    match operation {
        0 => {
            let differ = |at: &usize| letters[*at] != letters[at + 1];
            let places: Vec<usize> = (first..letters.len() - 1).filter(differ).collect();
            if let Some(&at) = places.get(draw(places.len().max(1))) {
                letters.swap(at, at + 1);
            }
        }
        1 => {
            letters.remove(at);
        }
        2 => {
            let near = beside(letters[at]);
            letters.insert(at + draw(2), near[draw(near.len())]);
        }
        _ => {
            let near = beside(letters[at]);
            letters[at] = near[draw(near.len())];
        }
    }
    (operation, letters.into_iter().map(char::from).collect())
}

/// The keys around a key, and the key itself doubled where there is none.
fn beside(letter: u8) -> Vec<u8> {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let place =
        ROWS.iter().enumerate().find_map(|(row, keys)| Some((row, keys.iter().position(|key| *key == letter)?)));
    let Some((row, column)) = place else { return vec![letter] };
    let mut near = Vec::new();
    for (other, keys) in ROWS.iter().enumerate().filter(|(other, _)| other.abs_diff(row) <= 1) {
        for next in column.saturating_sub(1)..=column + 1 {
            let is_near = other == row || next == column || (other > row) == (next < column);
            if let Some(&key) = keys.get(next).filter(|key| **key != letter && is_near) {
                near.push(key);
            }
        }
    }
    near
}

/// A number made of texts: the same for the same texts, so that the figures can be repeated.
pub fn number(texts: &[&str]) -> u64 {
    let bytes = texts.iter().flat_map(|text| text.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
