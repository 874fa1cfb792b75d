//! Tables of sources and the blocks read of them.
//!
//! A case begins with `=== its name`; its source ends at a line `---`, after which each line is a block,
//! `kind|text`, a mark, `> kind|text`, or a directive, `! kind|rules|reason|source`. In both, `␍` is a carriage
//! return, `␣` a space at the end of a line, `⏎` a line break, `□` what is opaque, `⍰` a byte order mark. Marks are
//! compared only in cases that list one.

use std::fmt::Write as _;

use saksama::format::{self, Format, OPAQUE};

use crate::invariants;

/// Reads every source of the table and compares what is read; all differences are shown at once.
pub fn check(table: &str, format: Format) {
    let mut wrong = String::new();
    let mut count = 0;
    for case in table.split("=== ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a case has a name");
        let (source, expected) = rest.rsplit_once("\n---\n").expect("a case has a source and blocks");
        let source = source.replace('␍', "\r").replace('␣', " ").replace('⍰', "\u{FEFF}");
        let seen = shown(&source, format, expected.contains("\n> "));
        if seen.trim() != expected.trim() {
            let _ =
                writeln!(wrong, "=== {name}\n{source}\n--- expected\n{}\n--- seen\n{}", expected.trim(), seen.trim());
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 9, "a table of {count} cases is cut short");
}

fn shown(source: &str, format: Format, with_marks: bool) -> String {
    let prose = format::read(format, source);
    invariants::hold(source, &prose);
    let written = |text: &str| text.replace("\r\n", "⏎").replace(['\n', '\r'], "⏎").replace(OPAQUE, "□");
    let mut out = String::new();
    for block in &prose.blocks {
        let _ = writeln!(out, "{:?}|{}", block.kind, written(block.span.of_text(&prose.text)));
    }
    for mark in prose.marks.iter().filter(|_| with_marks) {
        let _ = writeln!(out, "> {:?}|{}", mark.kind, written(mark.span.of_text(&prose.text)));
    }
    for directive in &prose.directives {
        let rules: Vec<_> = directive.rules.iter().map(|rule| rule.span.of_text(source)).collect();
        let place = written(directive.span.of_text(source));
        let _ = writeln!(out, "! {:?}|{}|{}|{place}", directive.kind, rules.join(" "), directive.reason);
    }
    out
}
