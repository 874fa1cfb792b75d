//! The texts that the rules are measured on: `precision/texts.tsv`.

use std::fmt::Write as _;
use std::path::Path;

/// One text: a line of the file.
pub struct Text {
    /// The name used on the command line and in the records.
    pub name: String,
    /// Where it comes from, and its licence.
    pub origin: [String; 2],
    /// Whether its words may stand in the records.
    pub is_quoted: bool,
    /// Whether every line is a text of its own.
    pub is_by_line: bool,
    /// How many words it has.
    pub words: usize,
}

const HEAD: &str = "# The texts that the rules are measured on; words are counted by the command.
# name\tpackage\tlicence\tquoted\tunit\twords
";

/// The texts of the file at `path`.
pub fn read(path: &Path) -> Vec<Text> {
    let text = std::fs::read_to_string(path).expect("precision/texts.tsv is there");
    text.lines().filter(|line| !line.starts_with('#')).map(parse).collect()
}

fn parse(line: &str) -> Text {
    let columns: Vec<&str> = line.split('\t').collect();
    let [name, package, licence, quoted, unit, words] = columns.as_slice() else { panic!("six columns: {line}") };
    Text {
        name: (*name).to_owned(),
        origin: [(*package).to_owned(), (*licence).to_owned()],
        is_quoted: *quoted == "yes",
        is_by_line: *unit == "line",
        words: words.parse().expect("a number of words"),
    }
}

/// Writes the texts back.
pub fn write(path: &Path, texts: &[Text]) {
    let mut out = HEAD.to_owned();
    for Text { name, origin: [package, licence], is_quoted, is_by_line, words } in texts {
        let quoted = if *is_quoted { "yes" } else { "no" };
        let unit = if *is_by_line { "line" } else { "file" };
        let _infallible = writeln!(out, "{name}\t{package}\t{licence}\t{quoted}\t{unit}\t{words}");
    }
    std::fs::write(path, out).expect("precision/ can be written");
}
