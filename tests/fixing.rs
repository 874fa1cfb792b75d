//! Fixing: the seeds come to rest, and markup, code, addresses and keys are never touched.

use std::fs;

use saksama::diagnostic::Safety;
use saksama::fix::{Fixed, fix};
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, Status, catalog};
use saksama::text::Source;

fn stable() -> RuleSet {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.status == Status::Stable).collect();
    RuleSet::new(rules, &[], Lang::Id).unwrap_or_else(|error| panic!("{error:?}"))
}

fn fixed(rules: &RuleSet, text: &str, format: Format, least: Safety) -> Fixed {
    let mut linter = Linter::new(rules);
    fix(Source::new("text", text), least, |source| linter.lint(source, format))
}

fn seeds() -> Vec<(String, String)> {
    let entries = fs::read_dir("seeds").expect("the seeds stand beside Cargo.toml");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("UTF-8"))).collect()
}

#[test]
fn every_seed_comes_to_rest_in_two_rounds_and_stays_there() {
    let rules = stable();
    for (name, text) in seeds() {
        for least in [Safety::Safe, Safety::Unsafe] {
            let once = fixed(&rules, &text, Format::Plain, least);
            assert!(once.is_at_rest, "{name}: {least:?} fixes fight");
            assert!(once.rounds <= 2, "{name}: {} rounds of {least:?} fixes", once.rounds);
            assert!(!once.counts.is_empty(), "{name}: nothing to mend");
            let open: Vec<_> = once.remaining.iter().filter(|left| left.chosen_fix(least).is_some()).collect();
            assert!(open.is_empty(), "{name}: still to mend: {open:?}");
            let twice = fixed(&rules, &once.source.text, Format::Plain, least);
            assert_eq!(twice.source.text, once.source.text, "{name} changes again");
        }
    }
}

#[test]
fn no_rule_has_more_findings_after_fixing() {
    let rules = stable();
    for (name, text) in seeds() {
        let before = Linter::new(&rules).lint(&Source::new("text", text.clone()), Format::Plain);
        let after = fixed(&rules, &text, Format::Plain, Safety::Safe).remaining;
        for rule in after.iter().map(|diagnostic| &diagnostic.rule) {
            let count = |list: &[saksama::diagnostic::Diagnostic]| list.iter().filter(|d| d.rule == *rule).count();
            assert!(count(&after) <= count(&before), "{name}: {rule} has more findings after fixing");
        }
    }
}

/// What must stay byte for byte, around what must be mended.
const MARKED_UP: &[(Format, &str, &str)] = &[
    (
        Format::Markdown,
        "---\ntitle: Rapat di mulai\nslug: di mulai\n---\n\nRapat **di mulai** dengan `di mulai`, lihat [di mulai](<di mulai>).\n",
        "---\ntitle: Rapat dimulai\nslug: di mulai\n---\n\nRapat **dimulai** dengan `di mulai`, lihat [dimulai](<di mulai>).\n",
    ),
    (
        Format::Markdown,
        "Kami tinggal disini.\n\n```sh\ncd disini\n```\n\n<div id=\"disini\">Ada disini.</div>\n",
        "Kami tinggal di sini.\n\n```sh\ncd disini\n```\n\n<div id=\"disini\">Ada di sini.</div>\n",
    ),
    (
        Format::Html,
        "<p class=\"resiko\">Ada <b>resiko</b> &amp; <code>resiko</code> di <a href=\"/resiko\">sana</a>.</p>\r\n",
        "<p class=\"resiko\">Ada <b>risiko</b> &amp; <code>resiko</code> di <a href=\"/resiko\">sana</a>.</p>\r\n",
    ),
    (
        Format::Html,
        "<p lang=\"en\">The analisa word.</p><pre>analisa</pre><p>Hasil analisa itu baik.</p>",
        "<p lang=\"en\">The analisa word.</p><pre>analisa</pre><p>Hasil analisis itu baik.</p>",
    ),
    (
        Format::Plain,
        "\u{FEFF}Ia tiba disana\r\npada malam hari.\r\n",
        "\u{FEFF}Ia tiba di sana\r\npada malam hari.\r\n",
    ),
];

#[test]
fn only_prose_is_mended() {
    let rules = stable();
    for (format, before, after) in MARKED_UP {
        assert_eq!(fixed(&rules, before, *format, Safety::Safe).source.text, *after);
    }
}

#[test]
fn a_fix_beside_markup_is_not_safe_and_one_across_it_is_not_made() {
    let rules = stable();
    let text = "Rapat di **mulai** pukul sembilan, dan *di* mulai lagi.\n";
    let result = fixed(&rules, text, Format::Markdown, Safety::Safe);
    assert_eq!(result.source.text, text);
    assert_eq!(result.remaining.iter().filter(|diagnostic| diagnostic.rule == "di-terpisah").count(), 2);
    let torn = "Rapat d**i mul**ai pukul sembilan.\n";
    let result = fixed(&rules, torn, Format::Markdown, Safety::Unsafe);
    assert!(result.source.text.contains("**"), "{}", result.source.text);
}
