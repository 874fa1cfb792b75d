//! What is left over in articles: every kind of it, and the lines of whole pages.
//!
//! In `leftovers/*.txt` a page begins with `=== name`; `~` marks a line that some rule of the group `sisa` must touch, `?`
//! one of which nothing is asked. In `leftovers/kinds/*.txt` every line is an article of its own, with a paragraph before
//! and behind it, or two behind (`awal-`) or before (`akhir-`) it; `~` marks one that must be found.

use std::fs;
use std::path::Path;

use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Group, Lang, catalog};
use saksama::text::{Lines, Source};

/// For every set of pages, the share of marked lines that must be found, and the right lines that may be, in
/// thousandths of all that are.
const PAGES: [(&str, usize, usize); 4] = [("pages", 960, 0), ("a", 900, 0), ("b", 900, 5), ("c", 870, 5)];

/// For every kind, the share of marked lines that must be found, in hundredths; no right line may be.
const KINDS: [(&str, usize); 15] = [
    ("akhir-obrolan", 90),
    ("awal-obrolan", 90),
    ("awal-perintah", 85),
    ("emoji", 100),
    ("html", 95),
    ("hubung-lunak", 100),
    ("huruf", 90),
    ("isian", 75),
    ("markdown", 90),
    ("mojibake", 100),
    ("obrolan-tolak", 90),
    ("pelacak", 80),
    ("pemenggalan", 95),
    ("sitasi", 90),
    ("tak-tampak", 95),
];

const BEFORE: &str = "Warga desa itu menanam padi dua kali setahun karena air irigasi mengalir sepanjang musim.\n\n";
const BEHIND: &str = "Hasil panennya dijual ke kota lewat koperasi yang dikelola oleh para pemuda setempat.\n\n";

fn rules() -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.group == Group::Sisa).collect();
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"))
}

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/leftovers").join(path);
    fs::read_to_string(path).expect("the table stands beside the tests")
}

/// What was found of a set.
#[derive(Default)]
struct Tally {
    marked: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    fn found(&self) -> usize {
        self.marked - self.missed.len()
    }

    fn read(&mut self, linter: &mut Linter, name: &str, page: &str) {
        let bare = |line: &'_ str| line.strip_prefix(['~', '?']).unwrap_or(line).to_owned();
        let text: Vec<String> = page.lines().map(bare).collect();
        let source = Source::new(name, text.join("\n") + "\n");
        let lines = Lines::new(&source.text);
        let found = linter.lint(&source, Format::of_name(name));
        for (line, written) in page.lines().enumerate() {
            let touching = found.iter().find(|one| one.span.overlaps(lines.span(line, &source.text)));
            match (written.chars().next(), touching) {
                (Some('~'), None) => self.missed.push(format!("{name}:{}: {written}", line + 1)),
                (Some('?' | '~') | None, _) | (_, None) => {}
                (_, Some(found)) => self.wrong.push(format!("{name}:{}: {} {written}", line + 1, found.rule)),
            }
            self.marked += usize::from(written.starts_with('~'));
        }
    }
}

#[test]
fn lines_of_pages_are_found_and_few_others() {
    let rules = rules();
    let mut linter = Linter::new(&rules);
    for (set, least, most) in PAGES {
        let mut tally = Tally::default();
        for page in read(&format!("{set}.txt")).split("=== ").skip(1) {
            let (name, text) = page.split_once('\n').expect("a name and a text");
            tally.read(&mut linter, name, text);
        }
        let (found, wrong) = (tally.found(), tally.wrong.len());
        println!("{set}: {found} of {} found, {wrong} wrong\n{}", tally.marked, tally.missed.join("\n"));
        assert!(wrong * 1000 <= most * (found + wrong), "{set}: reported though right:\n{}", tally.wrong.join("\n"));
        assert!(found * 1000 >= least * tally.marked, "{set}: missed:\n{}", tally.missed.join("\n"));
    }
}

#[test]
fn every_kind_is_found_and_nothing_like_it() {
    let rules = rules();
    let mut linter = Linter::new(&rules);
    for (kind, least) in KINDS {
        let (mut marked, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
        for line in read(&format!("kinds/{kind}.txt")).split('\n').filter(|line| !line.is_empty()) {
            let (is_marked, written) = (line.starts_with('~'), &line[1..]);
            let text = match kind.split_once('-') {
                Some(("awal", _)) => format!("{written}\n\n{BEFORE}{BEHIND}"),
                Some(("akhir", _)) => format!("{BEFORE}{BEHIND}{written}\n"),
                _ => format!("{BEFORE}{written}\n\n{BEHIND}"),
            };
            let found = linter.lint(&Source::new("sisa.txt", text), Format::Plain);
            marked += usize::from(is_marked);
            match (is_marked, found.first()) {
                (true, None) => missed.push(written.to_owned()),
                (false, Some(found)) => wrong.push(format!("{}: {written}", found.rule)),
                _ => {}
            }
        }
        println!("{kind}: {} of {marked} found\n{}", marked - missed.len(), missed.join("\n"));
        assert!(wrong.is_empty(), "{kind}: reported though right:\n{}", wrong.join("\n"));
        assert!((marked - missed.len()) * 100 >= least * marked, "{kind}: missed:\n{}", missed.join("\n"));
    }
}
