//! Pages with what is left over around articles: every marked line is found, and no other.
//!
//! In `leftovers/pages.txt` a page begins with `=== name`, and `~` marks a line that some rule of the group `sisa` must
//! touch.

use std::fs;

use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Group, Lang, catalog};
use saksama::text::{Lines, Source};

/// The share of marked lines that must be found, in hundredths.
const LEAST: usize = 90;

fn pages() -> Vec<(String, String)> {
    let table = fs::read_to_string("tests/leftovers/pages.txt").expect("the table stands beside the tests");
    let pages = table.split("=== ").skip(1).map(|page| page.split_once('\n').expect("a name and a text"));
    pages.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

#[test]
fn marked_lines_are_found_and_no_others() {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.group == Group::Sisa).collect();
    let rules = RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"));
    let mut linter = Linter::new(&rules);
    let (mut marked, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for (name, page) in pages() {
        let text: Vec<&str> = page.lines().map(|line| line.strip_prefix('~').unwrap_or(line)).collect();
        let source = Source::new(name.as_str(), text.join("\n") + "\n");
        let lines = Lines::new(&source.text);
        let found = linter.lint(&source, Format::of_name(&name));
        let touches = |line: usize| found.iter().find(|one| one.span.overlaps(lines.span(line, &source.text)));
        for (line, written) in page.lines().enumerate() {
            match (written.starts_with('~'), touches(line)) {
                (true, None) => missed.push(format!("{name}:{}: {written}", line + 1)),
                (false, Some(found)) => wrong.push(format!("{name}:{}: {} {written}", line + 1, found.rule)),
                _ => {}
            }
            marked += usize::from(written.starts_with('~'));
        }
    }
    println!("{} of {marked} found\n{}", marked - missed.len(), missed.join("\n"));
    assert!(wrong.is_empty(), "reported though right:\n{}", wrong.join("\n"));
    assert!((marked - missed.len()) * 100 >= LEAST * marked, "missed:\n{}", missed.join("\n"));
}
