//! Somebody who types into a text at random: letters, words, line breaks, markup, emoji, pastes, deletions.

use std::fs;
use std::ops::Range;
use std::path::Path;

/// A typist; the same number always types the same.
pub struct Typist {
    state: u64,
    /// Pieces of real text to paste.
    pastes: Vec<String>,
}

/// What is typed at once.
const STROKES: [&str; 40] = [
    "a",
    "e",
    "n",
    "k",
    " ",
    " ",
    ".",
    ",",
    "\n",
    "\n\n",
    "\r\n",
    "#",
    "# ",
    "- ",
    "> ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "|",
    "[",
    "](x)",
    "<b>",
    "</b>",
    "<!-- ",
    " -->",
    "<!-- saksama-disable-line -->",
    "“",
    "”",
    "\"",
    "🙂",
    "👩‍🔬",
    "e\u{301}",
    "di ",
    " yang yang ",
    "---\n",
    "&amp;",
    "https://contoh.id/?utm_source=x ",
    "\t",
];

impl Typist {
    /// A typist who pastes from the seeds.
    pub fn new(number: u64) -> Self {
        let pastes =
            seeds().iter().flat_map(|seed| seed.split("\n\n").map(str::to_owned).collect::<Vec<_>>()).collect();
        Self { state: number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, pastes }
    }

    /// A number below `most`.
    fn below(&mut self, most: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % (most.max(1) as u64)).unwrap_or(0)
    }

    /// The next change to `text`: the bytes that go and what comes in their place.
    pub fn change(&mut self, text: &str) -> (Range<usize>, String) {
        let at = self.place(text);
        match self.below(10) {
            0..5 => (at..at, STROKES[self.below(STROKES.len())].to_owned()),
            5..8 => (at..boundary(text, at + 1 + self.below(4)), String::new()),
            8 => {
                let paste = self.below(self.pastes.len());
                (at..at, self.pastes[paste].clone())
            }
            _ => {
                // A cut as long as pastes are, so that the text keeps its length.
                let paste = self.below(self.pastes.len());
                (at..boundary(text, at + self.pastes[paste].len()), String::new())
            }
        }
    }

    /// A place in `text`, now and then its end.
    fn place(&mut self, text: &str) -> usize {
        let at = self.below(text.len() + 1 + text.len() / 50);
        boundary(text, at)
    }
}

/// The next boundary of a character from the byte `at` on.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// The articles in `seeds/`, sorted by name.
pub fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the seeds stand beside Cargo.toml")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect()
}
