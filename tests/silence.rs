//! What comments silence, and what is said of those that silence nothing.

use saksama::diagnostic::{Diagnostic, Fingerprint, Severity};
use saksama::format::directive::NamedRule;
use saksama::format::{Directive, DirectiveKind, Format};
use saksama::lint::silence::{Spoken, silence};
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Group, Lang, Rule, catalog};
use saksama::text::{Source, Span, apply};

/// A text, the findings left, and the text after the first fix of each. In the text `A1`, `B2` and so on are findings
/// of the rules `aturan-a` and `aturan-b`, `<!-- … -->` are directives.
struct Case {
    text: &'static str,
    left: &'static [&'static str],
    fixed: &'static str,
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    // No directive, and one of no concern.
    Case { text: "A1 B1\n", left: &["A1", "B1"], fixed: "A1 B1\n" },
    // From here to the end, one rule and all rules.
    Case { text: "A1\n<!-- disable aturan-a -->\nA2 B1\n", left: &["A1", "B1"], fixed: "A1\n<!-- disable aturan-a -->\nA2 B1\n" },
    Case { text: "A1\n<!-- disable -->\nA2 B1", left: &["A1"], fixed: "A1\n<!-- disable -->\nA2 B1" },
    // From here to there.
    Case { text: "<!-- disable aturan-a -->A1<!-- enable aturan-a -->A2", left: &["A2"], fixed: "<!-- disable aturan-a -->A1<!-- enable aturan-a -->A2" },
    Case { text: "<!-- disable aturan-a -->A1<!-- enable -->A2", left: &["A2"], fixed: "<!-- disable aturan-a -->A1<!-- enable -->A2" },
    Case { text: "<!-- disable -->A1 B1<!-- enable aturan-a -->A2 B2<!-- enable -->A3 B3", left: &["A2", "A3", "B3"], fixed: "<!-- disable -->A1 B1<!-- enable aturan-a -->A2 B2<!-- enable -->A3 B3" },
    // Overlapping ranges.
    Case { text: "<!-- disable aturan-a -->A1<!-- disable aturan-b -->A2 B1<!-- enable aturan-a -->A3 B2<!-- enable aturan-b -->A4 B3", left: &["A3", "A4", "B3"], fixed: "<!-- disable aturan-a -->A1<!-- disable aturan-b -->A2 B1<!-- enable aturan-a -->A3 B2<!-- enable aturan-b -->A4 B3" },
    Case { text: "<!-- disable aturan-a -->A1<!-- disable aturan-a -->A2<!-- enable aturan-a -->A3", left: &["A3"], fixed: "<!-- disable aturan-a -->A1<!-- disable aturan-a -->A2<!-- enable aturan-a -->A3" },
    // Enabled and disabled again.
    Case { text: "<!-- disable -->A1<!-- enable aturan-a -->A2<!-- disable aturan-a -->A3", left: &["A2"], fixed: "<!-- disable -->A1<!-- enable aturan-a -->A2<!-- disable aturan-a -->A3" },
    // The line it stands in, and only that.
    Case { text: "A1\nA2 <!-- disable-line aturan-a --> B1\nA3", left: &["A1", "B1", "A3"], fixed: "A1\nA2 <!-- disable-line aturan-a --> B1\nA3" },
    Case { text: "A1 B1 <!-- disable-line --> A2\r\nA3", left: &["A3"], fixed: "A1 B1 <!-- disable-line --> A2\r\nA3" },
    // A finding over two lines.
    Case { text: "x AA\nAA y <!-- disable-line aturan-a -->\n", left: &[], fixed: "x AA\nAA y <!-- disable-line aturan-a -->\n" },
    // The next line with prose: neither blank nor another directive.
    Case { text: "<!-- disable-next-line aturan-a -->\nA1 B1\nA2", left: &["B1", "A2"], fixed: "<!-- disable-next-line aturan-a -->\nA1 B1\nA2" },
    Case { text: "<!-- disable-next-line aturan-a -->\n\n \nA1\nA2", left: &["A2"], fixed: "<!-- disable-next-line aturan-a -->\n\n \nA1\nA2" },
    Case { text: "<!-- disable-next-line aturan-a -->\n<!-- disable-next-line aturan-b -->\nA1 B1", left: &[], fixed: "<!-- disable-next-line aturan-a -->\n<!-- disable-next-line aturan-b -->\nA1 B1" },
    // The file, from anywhere; by group; by the word for all.
    Case { text: "A1 B1\n<!-- disable-file aturan-a -->", left: &["B1"], fixed: "A1 B1\n<!-- disable-file aturan-a -->" },
    Case { text: "A1 B1\n<!-- disable-file gaya -->", left: &["A1"], fixed: "A1 B1\n<!-- disable-file gaya -->" },
    Case { text: "A1 B1\n<!-- disable-file semua -->", left: &[], fixed: "A1 B1\n<!-- disable-file semua -->" },
    // Of no use: alone on the line, in a line, before and after words, at the end of the text.
    Case { text: "x\n<!-- disable aturan-a -->\nB1\n", left: &["peredam-sia-sia: aturan-a", "B1"], fixed: "x\nB1\n" },
    Case { text: "x <!-- disable-line --> y\n", left: &["peredam-sia-sia: <!-- disable-line -->"], fixed: "x y\n" },
    Case { text: "x<!-- disable-line --> y\n", left: &["peredam-sia-sia: <!-- disable-line -->"], fixed: "x y\n" },
    Case { text: "x <!-- disable-line -->\n", left: &["peredam-sia-sia: <!-- disable-line -->"], fixed: "x\n" },
    Case { text: "  <!-- disable-line --> y\n", left: &["peredam-sia-sia: <!-- disable-line -->"], fixed: "  y\n" },
    Case { text: "\u{feff}<!-- disable-file -->\r\nx", left: &["peredam-sia-sia: <!-- disable-file -->"], fixed: "\u{feff}x" },
    Case { text: "x\n<!-- disable-next-line -->\n\n", left: &["peredam-sia-sia: <!-- disable-next-line -->"], fixed: "x\n\n" },
    // One name of several; the first, the last, all of them, with a reason.
    Case { text: "B1 <!-- disable-line aturan-a, aturan-b: alasan -->", left: &["peredam-sia-sia: aturan-a"], fixed: "B1 <!-- disable-line aturan-b: alasan -->" },
    Case { text: "A1 <!-- disable-line aturan-a, aturan-b: alasan -->", left: &["peredam-sia-sia: aturan-b"], fixed: "A1 <!-- disable-line aturan-a: alasan -->" },
    Case { text: "x <!-- disable-line aturan-a aturan-b: alasan --> y", left: &["peredam-sia-sia: aturan-a", "peredam-sia-sia: aturan-b"], fixed: "x y" },
    // Nothing to enable.
    Case { text: "A1\n<!-- enable aturan-a -->\nA2", left: &["A1", "peredam-sia-sia: aturan-a", "A2"], fixed: "A1\nA2" },
    Case { text: "<!-- disable aturan-b -->B1<!-- enable aturan-a, aturan-b -->", left: &["peredam-sia-sia: aturan-a"], fixed: "<!-- disable aturan-b -->B1<!-- enable aturan-b -->" },
    // A rule that was not run is left alone.
    Case { text: "x <!-- disable-line aturan-mati -->", left: &[], fixed: "x <!-- disable-line aturan-mati -->" },
    Case { text: "x <!-- disable-line aturan-a, aturan-mati -->", left: &["peredam-sia-sia: aturan-a"], fixed: "x <!-- disable-line aturan-mati -->" },
    // Names that do not exist.
    Case { text: "A1 <!-- disable-line atran-a -->", left: &["A1", "peredam-tak-dikenal: atran-a"], fixed: "A1 <!-- disable-line aturan-a -->" },
    Case { text: "A1 <!-- disable-line aturan-a, xyzzy -->", left: &["peredam-tak-dikenal: xyzzy"], fixed: "A1 <!-- disable-line aturan-a, xyzzy -->" },
    // What is said of directives can be silenced by name; that is never of no use.
    Case { text: "x <!-- disable-line aturan-a -->\n<!-- disable-file peredam-sia-sia -->", left: &[], fixed: "x <!-- disable-line aturan-a -->\n<!-- disable-file peredam-sia-sia -->" },
    Case { text: "x <!-- disable-line xyzzy -->\n<!-- disable-file saksama -->", left: &[], fixed: "x <!-- disable-line xyzzy -->\n<!-- disable-file saksama -->" },
    // All rules does not mean the rule that says it was of no use.
    Case { text: "<!-- disable-file -->\nx", left: &["peredam-sia-sia: <!-- disable-file -->"], fixed: "x" },
];

#[test]
fn directives_silence_what_they_reach_and_no_more() {
    for case in CASES {
        let source = Source::new("a.md", case.text);
        let rules = rules();
        let known = vec!["aturan-mati".to_owned()];
        let spoken = Spoken { rules: &rules, known: &known, lang: Lang::Id };
        let kept = silence(&source, &directives(case.text), spoken, findings(case.text));
        let left: Vec<String> = kept.iter().map(|diagnostic| shown(case.text, diagnostic)).collect();
        assert_eq!(left, case.left, "{}", case.text);
        let mut edits: Vec<_> = kept.iter().filter_map(|diagnostic| diagnostic.fixes.first()).collect();
        edits.dedup_by_key(|fix| fix.edits.clone());
        let edits: Vec<_> = edits.into_iter().flat_map(|fix| fix.edits.clone()).collect();
        assert_eq!(apply(case.text, &edits), case.fixed, "{}", case.text);
    }
}

#[test]
fn messages_are_in_the_language_asked_for() {
    let text = "x <!-- disable-line aturan-a -->";
    let rules = rules();
    let message = |lang| {
        let spoken = Spoken { rules: &rules, known: &[], lang };
        let kept = silence(&Source::new("a.md", text), &directives(text), spoken, Vec::new());
        (kept[0].message.clone(), kept[0].fixes[0].title.clone())
    };
    assert_eq!(message(Lang::Id).0, "Peredam “aturan-a” tidak meredam apa pun. Hapus saja.");
    assert_eq!(message(Lang::En).0, "The suppression “aturan-a” silences nothing. Delete it.");
    assert_eq!(message(Lang::En).1, "Delete this suppression");
}

fn rules() -> Vec<Rule> {
    let own = ["peredam-sia-sia", "peredam-tak-dikenal"].map(|name| catalog::whole(name).expect("built in"));
    let like = |name: &str, group| Rule { name: name.to_owned(), group, ..own[0].clone() };
    let others = [like("aturan-a", Group::Kata), like("aturan-b", Group::Gaya)];
    own.iter().cloned().chain(others).collect()
}

/// A finding for every word that begins with `A` or `B`; the words `AA` are one.
fn findings(text: &str) -> Vec<Diagnostic> {
    let mut out: Vec<Diagnostic> = Vec::new();
    if let Some(at) = text.find("AA\nAA") {
        return vec![finding(at, at + 5, "aturan-a")];
    }
    for (at, letter) in text.char_indices() {
        if matches!(letter, 'A' | 'B') {
            out.push(finding(at, at + 2, if letter == 'A' { "aturan-a" } else { "aturan-b" }));
        }
    }
    out
}

fn finding(start: usize, end: usize, rule: &str) -> Diagnostic {
    Diagnostic {
        rule: rule.to_owned(),
        severity: Severity::Error,
        span: Span::of(start..end),
        message: String::new(),
        related: Vec::new(),
        fixes: Vec::new(),
        fingerprint: Fingerprint::default(),
    }
}

fn directives(text: &str) -> Vec<Directive> {
    let comments = text.match_indices("<!-- ").filter_map(|(start, _)| {
        let end = start + text[start..].find("-->")? + 3;
        Some((start, end))
    });
    comments.map(|(start, end)| directive(text, start, end)).collect()
}

fn directive(text: &str, start: usize, end: usize) -> Directive {
    let inner = &text[start + 5..end - 4];
    let (head, reason) = inner.split_once(": ").unwrap_or((inner, ""));
    let mut at = start + 5;
    let mut words = Vec::new();
    for word in head.split([' ', ',']) {
        words.push(NamedRule { name: word.to_owned(), span: Span::of(at..at + word.len()) });
        at += word.len() + 1;
    }
    let kind = match words.remove(0).name.as_str() {
        "disable" => DirectiveKind::Disable,
        "enable" => DirectiveKind::Enable,
        "disable-line" => DirectiveKind::DisableLine,
        "disable-next-line" => DirectiveKind::DisableNextLine,
        "disable-file" => DirectiveKind::DisableFile,
        other => panic!("no directive: {other}"),
    };
    words.retain(|word| !word.name.is_empty());
    Directive { kind, rules: words, reason: reason.to_owned(), span: Span::of(start..end) }
}

fn shown(text: &str, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.span.of_text(text);
    if diagnostic.rule.starts_with("aturan") { place.to_owned() } else { format!("{}: {place}", diagnostic.rule) }
}

/// Texts as they are written, and after the first fix of every finding.
#[rustfmt::skip]
const TEXTS: &[(&str, Format, &str)] = &[
    ("---\nsaksama: false\ntitle: R\n---\n\nRapat.\n", Format::Markdown, "---\ntitle: R\n---\n\nRapat.\n"),
    ("---\nsaksama: [aturan-a]\ntitle: R\n---\n", Format::Markdown, "---\ntitle: R\n---\n"),
    ("---\nsaksama: [aturan-a, aturan-b,]\ntitle: R\n---\n", Format::Markdown, "---\ntitle: R\n---\n"),
    (
        "---\nsaksama: [aturan-a, peredam-tak-dikenal]\ntitle: R\n---\n",
        Format::Markdown,
        "---\nsaksama: [peredam-tak-dikenal]\ntitle: R\n---\n",
    ),
    ("---\nsaksama:\n  - aturan-a\n  - aturan-b\ntitle: R\n---\n", Format::Markdown, "---\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - peredam-tak-dikenal\n  - \"aturan-b\"\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - peredam-tak-dikenal\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - \"aturan-b\"\n  - peredam-tak-dikenal\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - peredam-tak-dikenal\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - \"peredam-tak-dikenal\"\n  - aturan-b\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - aturan-b\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - \"peredam-tak-dikenal\"\n  - \"aturan-b\"\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n"),
    ("---\nsaksama:\n  - \"aturan-b\"\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n", Format::Markdown, "---\nsaksama:\n  - \"peredam-tak-dikenal\"\ntitle: R\n---\n"),
    ("+++\nsaksama = [\"aturan-a\"]\ntitle = \"R\"\n+++\n", Format::Markdown, "+++\ntitle = \"R\"\n+++\n"),
    (
        "---\nsaksama: {matikan: [aturan-a]}\ntitle: R\n---\n",
        Format::Markdown,
        "---\nsaksama: {matikan: [aturan-a]}\ntitle: R\n---\n",
    ),
    ("<p>Rapat.</p><!-- saksama-matikan aturan-a -->\n", Format::Html, "<p>Rapat.</p>\n"),
    ("Rapat.\n\nsaksama-matikan-berkas aturan-a\n\nRapat.\n", Format::Plain, "Rapat.\n\n\nRapat.\n"),
];

#[test]
fn what_silences_nothing_is_deleted_without_a_trace() {
    let rules = RuleSet::new(rules(), &[], Lang::Id).unwrap_or_else(|error| panic!("{}", error.message));
    for (text, format, fixed) in TEXTS {
        let found = Linter::new(&rules).lint(&Source::new("a", *text), *format);
        assert!(!found.is_empty(), "{text}");
        let fixes = found.iter().filter_map(|diagnostic| diagnostic.fixes.first());
        let edits: Vec<_> = fixes.flat_map(|fix| fix.edits.clone()).collect();
        assert_eq!(apply(text, &edits), *fixed, "{text}");
    }
}
