//! Known findings: what tells one finding from another while the text around it changes, and the baseline that keeps them quiet.

#[expect(dead_code, reason = "shared with the tests of the command line, which need more of it")]
#[path = "cli/folder.rs"]
mod folder;

use folder::Folder;

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
    let articles = std::fs::read_to_string("tests/stuffing/stuffed.txt").expect("it is there");
    let stuffed: String =
        articles.lines().skip(1).take_while(|line| !line.starts_with("=== ")).map(|line| format!("{line}\n")).collect();
    let own = "Ini kalimat pembuka yang lain.";
    let heading = "## Cara memilih laptop untuk mahasiswa\n\nPilih yang ringan.\n\n";
    for (rule, before, after) in [
        ("spasi-ganda", "Kami  datang pagi.\n\nMereka  pulang sore.\n", "Mereka  pulang sore.\n\nKami datang pagi.\n"),
        ("judul-kosong", "##\n\nKami datang pagi.\n", "Kami datang pagi.\n\n##\n\nMereka pulang.\n"),
        ("peredam-sia-sia", "<!-- saksama-disable-line -->\n\nIa.\n", "Dia.\n\n<!-- saksama-disable-line -->\n"),
        ("kata-kunci-berulang", &stuffed, &format!("{own}\n\n{stuffed}\n{own} {own}\n")),
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

const OLD: &str = "# Laporan\n\nRapat di mulai pukul sembilan pagi.\n\nSurat di tulis kemarin oleh sekretaris.\n";

fn rules_of(folder: &Folder, arguments: &str) -> Vec<String> {
    let json = folder.run(arguments).json();
    let found = json["diagnostics"].as_array().expect("a list").clone();
    found.iter().map(|one| format!("{}:{}", one["path"], one["location"]["start"]["line"]).replace('"', "")).collect()
}

#[test]
fn only_what_is_new_is_reported() {
    let folder = Folder::with(&[("tulisan/a.md", OLD), ("b.md", "Rapat di mulai pukul sembilan pagi.\n")]);
    assert_eq!(folder.run("check").code, 1);
    let made = folder.run("baseline");
    assert_eq!(made.code, 0);
    assert!(made.stderr.contains("saksama.baseline.json: 3 temuan di 2 berkas (3 baru, 0 dibuang)"), "{}", made.stderr);
    let quiet = folder.run("check");
    assert_eq!((quiet.code, quiet.stdout.contains("3 temuan lama di baseline")), (0, true), "{}", quiet.stdout);
    assert_eq!(folder.run("check --format json").json()["summary"]["known"], 3);

    let longer = OLD.replace("# Laporan", "# Laporan\n\nSurat di tulis kemarin oleh bendahara.");
    folder.write("tulisan/a.md", longer.as_bytes());
    assert_eq!(
        rules_of(&folder, "check --format json"),
        ["tulisan/a.md:3"],
        "the new one, though the old ones have moved"
    );
    assert_eq!(rules_of(&folder, "check --format json tulisan/a.md"), ["tulisan/a.md:3"]);
    assert_eq!(rules_of(&folder, "check --format json --no-baseline").len(), 4);
    assert_eq!(folder.run("check - --stdin-filename b.md").code, 0, "an empty text has nothing");
    assert_eq!(folder.run("baseline").code, 2, "a baseline that is there is left alone");
    assert_eq!(rules_of(&folder, "check --format json"), ["tulisan/a.md:3"]);

    let fixed = folder.run("check --fix");
    assert_eq!(fixed.code, 0, "{}", fixed.stdout);
    assert!(folder.text("tulisan/a.md").contains("Surat ditulis kemarin oleh bendahara"), "what is new is fixed");
    assert!(folder.text("tulisan/a.md").contains("Surat di tulis kemarin oleh sekretaris"), "what is known is left");
}

#[test]
fn a_baseline_shrinks() {
    let folder = Folder::with(&[("a.md", OLD), ("b.md", OLD)]);
    assert_eq!(folder.run("baseline").code, 0);
    folder.write("a.md", OLD.replace("di mulai", "dimulai").as_bytes());
    let stale = folder.run("check");
    assert_eq!(stale.code, 0);
    assert!(stale.stderr.contains("1 temuan sudah tidak ada"), "{}", stale.stderr);
    assert_eq!(folder.run("check --fail-on-stale-baseline").code, 1);
    assert_eq!(
        folder.run("check --fail-on-stale-baseline b.md").code,
        0,
        "a file that was not looked at is not judged"
    );
    assert_eq!(
        folder.run("check --fail-on-stale-baseline --select spasi-ganda").code,
        0,
        "nor is a rule that was not run"
    );

    folder.write("a.md", format!("{OLD}\nSurat di kirim pagi ini.\n").replace("di mulai", "dimulai").as_bytes());
    let pruned = folder.run("baseline --prune");
    assert!(pruned.stderr.contains("3 temuan di 2 berkas (0 baru, 1 dibuang)"), "{}", pruned.stderr);
    assert_eq!(folder.run("check --fail-on-stale-baseline").code, 1, "the new finding is still new");
    let before = folder.text("saksama.baseline.json");
    let accepted = folder.run("baseline --accept-new");
    assert!(accepted.stderr.contains("(1 baru, 0 dibuang)"), "{}", accepted.stderr);
    assert_eq!(folder.run("check --fail-on-stale-baseline").code, 0);
    let after = folder.text("saksama.baseline.json");
    let kept = before.lines().filter(|line| after.contains(line.trim_end_matches(','))).count();
    assert_eq!((kept, after.lines().count()), (before.lines().count(), before.lines().count() + 1), "one line more");

    std::fs::remove_file(folder.path("b.md")).expect("it is there");
    folder.write("c/lain.md", format!("Pembukaan.\n\n{OLD}").as_bytes());
    assert_eq!(folder.run("check --fail-on-stale-baseline").code, 0, "a file with another name is known");
    assert_eq!(folder.run("baseline --prune").code, 0);
    assert!(folder.text("saksama.baseline.json").contains("\"c/lain.md\""));
    let shown = folder.run("baseline show --format json").json();
    assert_eq!((&shown["findings"], &shown["days"]), (&4.into(), &0.into()));
    assert_eq!(shown["files"][0]["name"], "a.md");
    assert!(folder.run("baseline show --lang en").stdout.contains("4 findings in 2 files"));
}

#[test]
fn the_configuration_may_name_it_and_what_is_no_baseline_is_told() {
    let folder =
        Folder::with(&[("a.md", OLD), ("saksama.toml", "baseline = \"lama/dikenal.json\"\n"), ("lama/.ada", "")]);
    let missing = folder.run("check");
    assert_eq!(missing.code, 2);
    assert!(
        missing.stderr.contains("dikenal.json") && missing.stderr.contains("saksama baseline"),
        "{}",
        missing.stderr
    );
    assert_eq!((folder.run("baseline").code, folder.run("check").code), (0, 0));
    assert!(folder.text("lama/dikenal.json").contains("\"../a.md\""), "paths are relative to the file");
    folder.write("saksama.toml", b"baseline = \"dikenal.json\"\n");
    assert_eq!((folder.run("baseline").code, folder.run("check").code), (0, 0));
    assert_eq!(folder.run("check --no-config").code, 1);
    assert_eq!(folder.run("check --no-config --baseline dikenal.json").code, 0);
    let broken = folder.text("dikenal.json").replace("\"findings\"", "<<<<<<< HEAD\n\"findings\"");
    folder.write("dikenal.json", broken.as_bytes());
    let told = folder.run("check");
    assert_eq!(told.code, 2);
    assert!(told.stderr.contains("dikenal.json:3:1"), "{}", told.stderr);
}
