//! Known findings: what tells one finding from another while the text around it changes.

use saksama::diagnostic::Diagnostic;
use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, catalog};
use saksama::text::Source;

const ARTICLE: &str =
    "# Laporan\n\nPembukaan singkat saja.\n\nRapat di mulai pukul **sembilan** pagi di kantor pusat.\n";

/// What may happen to the article, what it then reads, and whether its only finding of *di-terpisah* stays the same.
const EDITS: [(&str, &str, bool); 13] = [
    ("nothing", ARTICLE, true),
    (
        "the paragraph moves",
        "# Laporan\n\nRapat di mulai pukul **sembilan** pagi di kantor pusat.\n\nPembukaan singkat saja.\n",
        true,
    ),
    (
        "another paragraph is edited",
        "# Laporan\n\nPembukaan yang lebih panjang. Dua kalimat.\n\nRapat di mulai pukul **sembilan** pagi di kantor pusat.\n",
        true,
    ),
    (
        "another sentence of the paragraph is written",
        "Pembukaan singkat saja.\n\nKami datang. Rapat di mulai pukul **sembilan** pagi di kantor pusat. Kami pulang.\n",
        true,
    ),
    ("lines are wrapped anew", "Rapat di\nmulai pukul\n**sembilan** pagi   di kantor pusat.\n", true),
    ("lines end otherwise", "Rapat di mulai\r\npukul **sembilan** pagi\r\ndi kantor pusat.\r\n", true),
    ("marks are others", "Rapat di mulai pukul *sembilan* [pagi](https://contoh.test) di kantor pusat.\n", true),
    ("it becomes a quotation", "> Rapat di mulai pukul sembilan pagi\n> di kantor pusat.\n", true),
    ("it becomes an item", "- Rapat di mulai pukul sembilan pagi\n  di kantor pusat.\n", true),
    ("its words are others", "Rapat di mulai pukul sepuluh pagi di kantor pusat.\n", false),
    ("its case is another", "RAPAT di mulai pukul sembilan pagi di kantor pusat.\n", false),
    ("its punctuation is another", "Rapat di mulai pukul sembilan pagi di kantor pusat!\n", false),
    ("it is joined to another", "Pembukaan singkat saja, rapat di mulai pukul sembilan pagi di kantor pusat.\n", false),
];

fn rules(lang: Lang) -> RuleSet {
    RuleSet::new(catalog::built_in(), &[], lang).expect("the built-in rules are tested")
}

fn found(rules: &RuleSet, text: &str, rule: &str) -> Vec<String> {
    let all = Linter::new(rules).lint(&Source::new("x", text), Format::Markdown);
    let own = all.iter().filter(|diagnostic: &&Diagnostic| diagnostic.rule == rule);
    own.map(|diagnostic| diagnostic.fingerprint.to_string()).collect()
}

#[test]
fn a_fingerprint_stays_while_its_sentence_stays() {
    let (rules, english) = (rules(Lang::Id), rules(Lang::En));
    let first = found(&rules, ARTICLE, "di-terpisah");
    assert_eq!(first.len(), 1);
    for (edit, text, stays) in EDITS {
        let after = found(&rules, text, "di-terpisah");
        assert_eq!(after.len(), 1, "{edit}");
        assert_eq!(after == first, stays, "{edit}");
        assert_eq!(found(&english, text, "di-terpisah"), after, "{edit}, in English");
    }
}

#[test]
fn findings_that_are_alike_are_told_apart() {
    let rules = rules(Lang::Id);
    let (one, other) = ("Rapat di mulai pagi ini.", "Surat di tulis dan di kirim kemarin.");
    let found = |text: &str| found(&rules, text, "di-terpisah");
    let all = found(&format!("{one}\n\n{other}\n\n{one}\n"));
    let mut distinct = all.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((all.len(), distinct.len()), (4, 4), "{all:?}");
    let moved = found(&format!("{other}\n\n{one}\n\n{one}\n"));
    assert_eq!([&moved[2], &moved[0], &moved[1], &moved[3]], [&all[0], &all[1], &all[2], &all[3]]);
    let silenced = format!("<!-- saksama-disable-next-line di-terpisah -->\n{one}\n\n{other}\n\n{one}\n");
    assert_eq!(found(&silenced), all[1..], "to silence the first of two leaves the second what it is");
    assert_eq!(found(&format!("{one}\n")), all[..1], "of two that are alike the first is left");
}

#[test]
fn findings_about_documents_stay_too() {
    let rules = rules(Lang::Id);
    let heading = "## Cara memilih laptop untuk mahasiswa\n\nPilih yang ringan.\n\n";
    for (rule, before, after) in [
        ("spasi-ganda", "Kami  datang pagi.\n\nMereka  pulang sore.\n", "Mereka  pulang sore.\n\nKami datang pagi.\n"),
        ("judul-kosong", "##\n\nKami datang pagi.\n", "Kami datang pagi.\n\n##\n\nMereka pulang.\n"),
        ("peredam-sia-sia", "<!-- saksama-disable-line -->\n\nIa.\n", "Dia.\n\n<!-- saksama-disable-line -->\n"),
        (
            "judul-berulang",
            &format!("{heading}## Penutup\n\nSekian.\n\n{heading}"),
            &format!("Awal.\n\n{heading}Jangan yang berat.\n\n{heading}"),
        ),
    ] {
        let (before, after) = (found(&rules, before, rule), found(&rules, after, rule));
        assert_eq!(before.len(), 1, "{rule}");
        assert_eq!(before, after, "{rule}");
    }
}
