//! Alarms of the rules in a text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use saksama::diagnostic::{Diagnostic, Severity};
use saksama::document::Document;
use saksama::format::Format;
use saksama::language::{Vocabulary, WordKind};
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Quotation, Rule, Status, catalog};
use saksama::text::Source;

use super::texts::Text;

/// At most so many words of a text that is quoted.
const CONTEXT: usize = 8;
/// So many words on either side are printed for whoever judges.
const AROUND: usize = 14;

/// What a rule found.
#[derive(Clone)]
pub struct Alarm {
    /// The words found and what should be written, `-` where the text is not quoted.
    pub found: String,
    /// The best replacement of the first edit.
    pub written: String,
    /// The name of the text.
    pub text: String,
    /// A few words around, or a hash of them.
    pub context: String,
    /// More words around.
    pub around: String,
    /// Where it comes in the draw.
    pub order: u64,
    /// How much it matters.
    pub severity: Severity,
}

impl Alarm {
    /// What names an alarm from one draw to the next: where it proposes another text it is another one.
    pub fn key(&self) -> [&str; 4] {
        [&self.text, &self.found, &self.written, &self.context]
    }
}

/// Adds the alarms in the files at `path`, by rule, and counts the words.
pub fn gather(text: &Text, path: &Path, out: &mut BTreeMap<String, Vec<Alarm>>) -> usize {
    let is_stable = |rule: &Rule| rule.status == Status::Stable;
    let (stable, others): (Vec<Rule>, Vec<Rule>) = catalog::built_in().into_iter().partition(is_stable);
    let wanted: Vec<String> = others.iter().map(|rule| rule.name.clone()).collect();
    let leaves_speech = |rule: &Rule| rule.quotation == Quotation::Skip || rule.name.starts_with("ragam-");
    let about_authors: Vec<String> =
        catalog::built_in().into_iter().filter(leaves_speech).map(|rule| rule.name).collect();
    let stable = set(stable);
    let all = set(catalog::built_in());
    let (mut stable, mut all) = (Linter::new(&stable), Linter::new(&all));
    let (mut words, mut vocabulary) = (0, Vocabulary::default());
    for (source, format) in sources(text, path) {
        words += count(&source, format, &mut vocabulary);
        let of_stable = stable.lint(&source, format);
        let of_others = all.lint(&source, format).into_iter().filter(|found| wanted.contains(&found.rule));
        // Of a quotation that goes on in another line nothing shows that these are a speaker's words.
        let is_torn = text.is_by_line && source.text.matches('"').count() % 2 == 1;
        let is_of_author = |found: &Diagnostic| about_authors.contains(&found.rule);
        for found in of_stable.into_iter().chain(of_others).filter(|found| !is_torn || !is_of_author(found)) {
            let alarm = alarm(&source.text, text, &found);
            out.entry(found.rule).or_default().push(alarm);
        }
    }
    words
}

fn set(rules: Vec<Rule>) -> RuleSet {
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{}", error.message))
}

fn count(source: &Source, format: Format, vocabulary: &mut Vocabulary) -> usize {
    let document = Document::new(source, format, vocabulary);
    document.words.iter().filter(|word| word.kind == WordKind::Word).count()
}

fn sources(text: &Text, path: &Path) -> Vec<(Source, Format)> {
    let mut paths = Vec::new();
    files(path, &mut paths);
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let Ok(read) = std::fs::read_to_string(&path) else { continue };
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("md") => Format::Markdown,
            Some("html") => Format::Html,
            _ => Format::Plain,
        };
        if text.is_by_line {
            let lines = read.lines().filter(|line| !line.trim().is_empty());
            out.extend(lines.map(|line| (Source::new("", line), format)));
        } else {
            out.push((Source::new("", read), format));
        }
    }
    out
}

fn files(path: &Path, out: &mut Vec<PathBuf>) {
    if let Ok(entries) = std::fs::read_dir(path) {
        entries.flatten().for_each(|entry| files(&entry.path(), out));
    } else if path.extension().is_some_and(|extension| ["txt", "md", "html"].iter().any(|known| extension == *known)) {
        out.push(path.to_owned());
    }
}

fn alarm(prose: &str, text: &Text, found: &Diagnostic) -> Alarm {
    let written = found
        .fixes
        .first()
        .map_or(String::new(), |fix| fix.edits.iter().map(|edit| one_line(&edit.text)).collect::<Vec<_>>().join(" … "));
    let near = around(prose, found, (CONTEXT - 1) / 2);
    let near = near.split(' ').take(CONTEXT).collect::<Vec<_>>().join(" ");
    let word = one_line(found.span.of_text(prose)).split(' ').take(CONTEXT).collect::<Vec<_>>().join(" ");
    let order = hash(&format!("{near}\t{word}"));
    let exact = |text: &str| text.replace(['\n', '\r'], "⏎").replace('\u{A0}', "⍽");
    let edits: Vec<_> =
        found.fixes.first().map(|fix| fix.edits.iter().map(|edit| edit.text.as_str()).collect()).unwrap_or_default();
    let (span, edits) = (exact(found.span.of_text(prose)), exact(&edits.join(" … ")));
    let shown = format!("«{span}» → «{edits}» | {}", around(prose, found, AROUND));
    let name = text.name.clone();
    if text.is_quoted {
        let visible = |text: String| text.chars().flat_map(escaped).collect();
        Alarm {
            found: visible(word),
            written: visible(written),
            text: name,
            context: visible(near),
            around: shown,
            order,
            severity: found.severity,
        }
    } else {
        let context = format!("{order:016x}");
        Alarm {
            found: "-".to_owned(),
            written: String::new(),
            text: name,
            context,
            around: shown,
            order,
            severity: found.severity,
        }
    }
}

/// Characters that cannot be seen, by their number.
fn escaped(c: char) -> Vec<char> {
    let is_invisible =
        c.is_control() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}');
    if is_invisible { format!("U+{:04X}", u32::from(c)).chars().collect() } else { vec![c] }
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finding and `each` words before and after it, markup left out.
fn around(text: &str, found: &Diagnostic, each: usize) -> String {
    let (start, end) = (found.span.start as usize, found.span.end as usize);
    let before = one_line(text[..start].rsplit('>').next().unwrap_or_default());
    let after = one_line(text[end..].split('<').next().unwrap_or_default());
    let mut left: Vec<&str> = before.split(' ').rev().take(each).collect();
    left.reverse();
    let right: Vec<&str> = after.split(' ').take(each).collect();
    let glue = |at: usize, side: &str| {
        if text[at..].starts_with(char::is_whitespace) { format!(" {side}") } else { side.to_owned() }
    };
    let left =
        if text[..start].ends_with(char::is_whitespace) { format!("{} ", left.join(" ")) } else { left.join(" ") };
    format!("{left}{}{}", one_line(found.span.of_text(text)), glue(end, &right.join(" "))).trim().to_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
