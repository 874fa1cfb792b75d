//! What is known of the words of a text, as a table and as JSON; documented in `docs/language.md`.

use std::fmt::Write as _;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use super::json::to_json;
use super::{Palette, visible};
use crate::rule::Lang;

/// A text, analysed.
#[derive(Debug, Serialize)]
pub struct Analysis {
    /// The version of the shape.
    pub version: u32,
    /// Its sentences, in order.
    pub sentences: Vec<AnalysedSentence>,
}

/// One sentence.
#[derive(Debug, Serialize)]
pub struct AnalysedSentence {
    /// Where it begins, in bytes of the source.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// It as it is read, without markup.
    pub text: String,
    /// Its words and punctuation, in order.
    pub words: Vec<AnalysedWord>,
}

/// One word or punctuation mark.
#[derive(Debug, Serialize)]
pub struct AnalysedWord {
    /// Where it begins, in bytes of the source.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// It as it is written.
    pub text: String,
    /// `word`, `number`, `punctuation`, ...
    pub kind: &'static str,
    /// The class that the tagger chose, by its name in Universal Dependencies.
    pub class: Option<&'static str>,
    /// Whether it is a known word, as it is or by its affixes; only words of letters are.
    pub known: bool,
    /// What the lexicon has under this form.
    pub entry: Option<AnalysedEntry>,
    /// Every way to take it apart, best first.
    pub readings: Vec<AnalysedReading>,
}

/// What the lexicon has.
#[derive(Debug, Serialize)]
pub struct AnalysedEntry {
    /// The possible classes.
    pub classes: Vec<&'static str>,
    /// The class of most uses.
    pub main: Option<&'static str>,
    /// The frequency on a scale of doublings, 0 to 15.
    pub band: u8,
    /// `low`, `corpus` or `curated`.
    pub trust: &'static str,
    /// `root`, `transitive`, `name`, `foreign`, `function`, ...
    pub marks: Vec<&'static str>,
}

/// One way to take a word apart.
#[derive(Debug, Serialize)]
pub struct AnalysedReading {
    /// What is left without the affixes.
    pub root: String,
    /// What stands before the root: `meN-`.
    pub prefix: Option<&'static str>,
    /// What stands after it: `-kan`.
    pub suffix: Option<&'static str>,
    /// The possessive or object clitic: `-nya`.
    pub clitic: Option<&'static str>,
    /// The particle at the end: `-lah`.
    pub particle: Option<&'static str>,
    /// Whether the root is repeated.
    pub reduplicated: bool,
    /// How: `full`, `partial` or `sound-changing`.
    pub reduplication: Option<&'static str>,
    /// The possible classes of the whole.
    pub classes: Vec<&'static str>,
}

/// The analysis as one JSON object.
pub fn analysis_json(analysis: &Analysis) -> String {
    to_json(analysis) + "\n"
}

/// The analysis as a table for every sentence, the best reading of every word on its line, further ones below it.
pub fn analysis_table(analysis: &Analysis, lang: Lang, palette: Palette) -> String {
    let Palette { bold, reset, .. } = palette;
    let head = lang.pick(
        ["kata", "kelas", "urai", "kelas urai", "leksikon"],
        ["word", "class", "reading", "its classes", "lexicon"],
    );
    let mut out = String::new();
    for sentence in &analysis.sentences {
        let separator = if out.is_empty() { "" } else { "\n" };
        let _infallible = write!(out, "{separator}{bold}{}{reset}\n\n", visible(&sentence.text));
        let mut rows = vec![head.map(str::to_owned)];
        sentence.words.iter().for_each(|word| push_rows(&mut rows, word, lang));
        push_aligned(&mut out, &rows, palette);
    }
    out
}

fn push_rows(rows: &mut Vec<[String; 5]>, word: &AnalysedWord, lang: Lang) {
    let mut readings = word.readings.iter().map(|reading| (parts(reading), reading.classes.join(" ")));
    let (parts, classes) = readings.next().unwrap_or_default();
    let listed = match &word.entry {
        Some(entry) => listing(entry, lang),
        None if word.kind == "word" && !word.known => lang.pick("tidak dikenal", "unknown").to_owned(),
        None => String::new(),
    };
    rows.push([visible(&word.text).into_owned(), word.class.unwrap_or("–").to_owned(), parts, classes, listed]);
    rows.extend(readings.map(|(parts, classes)| [String::new(), String::new(), parts, classes, String::new()]));
}

/// *meN- + baca + -kan*.
fn parts(reading: &AnalysedReading) -> String {
    let root =
        if reading.reduplication == Some("full") { format!("{0}-{0}", reading.root) } else { reading.root.clone() };
    let root = visible(&root).into_owned();
    let pieces = [reading.prefix, Some(&*root), reading.suffix, reading.clitic, reading.particle];
    pieces.into_iter().flatten().collect::<Vec<_>>().join(" + ")
}

fn listing(entry: &AnalysedEntry, lang: Lang) -> String {
    let mut facts = vec![entry.classes.join(" "), format!("{} {}", lang.pick("frekuensi", "band"), entry.band)];
    facts.extend(std::iter::once(&entry.trust).chain(&entry.marks).map(|name| in_words(name, lang).to_owned()));
    facts.retain(|fact| !fact.is_empty());
    facts.join(", ")
}

/// A mark of the lexicon for people.
fn in_words(name: &'static str, lang: Lang) -> &'static str {
    let indonesian = match name {
        "low" => "kurang tepercaya",
        "corpus" => "dari korpus",
        "curated" => "ditulis tangan",
        "root" => "kata dasar",
        "transitive" => "transitif",
        "name" => "nama",
        "foreign" => "asing",
        "function" => "kata tugas",
        "place" => "tempat",
        "bound" => "terikat",
        other => other,
    };
    lang.pick(indonesian, name)
}

fn push_aligned(out: &mut String, rows: &[[String; 5]], palette: Palette) {
    let width = |column: usize| rows.iter().map(|row| columns(&row[column])).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    for (index, row) in rows.iter().enumerate() {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - columns(cell) + 2));
        }
        line.push_str(&row[4]);
        let color = if index == 0 { palette.cyan } else { "" };
        let reset = if index == 0 { palette.reset } else { "" };
        let _infallible = writeln!(out, "{color}{}{reset}", line.trim_end());
    }
}

fn columns(cell: &str) -> usize {
    cell.graphemes(true).count()
}
