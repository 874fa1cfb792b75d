//! The built program on files of its own: exit codes, reports, fixing, and what must not go wrong.

#[path = "cli/cache.rs"]
mod cache;
#[path = "cli/changed.rs"]
mod changed;
#[path = "cli/dictionaries.rs"]
mod dictionaries;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/folder.rs"]
mod folder;
#[path = "cli/lasting.rs"]
#[cfg(unix)]
mod lasting;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/site.rs"]
mod site;

use folder::Folder;

/// A line with one certain error, which has a safe fix.
const BAD: &str = "Rapat di mulai pukul sembilan.\n";
/// The same line, fixed.
const GOOD: &str = "Rapat dimulai pukul sembilan.\n";
/// The rule that speaks of it.
const RULE: &str = "di-terpisah";

#[test]
fn exit_codes_tell_how_it_went() {
    let folder = Folder::with(&[("buruk.md", BAD), ("baik.md", GOOD), ("kosong/catatan.rst", BAD)]);
    for (arguments, code) in [
        ("check baik.md", 0),
        ("check buruk.md", 1),
        ("check", 1),
        ("check buruk.md --exit-zero", 0),
        ("check buruk.md --fail-on error", 1),
        ("check buruk.md --max-warnings 0", 1),
        ("check baik.md --max-warnings 0", 0),
        ("check tidak-ada.md", 2),
        ("check baik.md tidak-ada.md", 2),
        ("check --format xml", 2),
        ("check - baik.md", 2),
        ("check --statistics --format sarif", 2),
        ("check baik.md --output-file tidak/ada.json", 2),
        ("check kosong --config tidak-ada.toml", 2),
        ("check kosong --select tidak-ada", 2),
        ("explain di-terpisah", 0),
        ("explain bukan-aturan", 2),
        ("rules", 0),
        ("--help", 0),
        ("--version", 0),
        ("", 2),
    ] {
        assert_eq!(folder.run(arguments).code, code, "saksama {arguments}");
    }
}

#[test]
fn ignored_and_hidden_files_are_not_found_but_may_be_named() {
    let folder = Folder::with(&[
        ("a.md", BAD),
        ("b.TXT", BAD),
        ("c.html", "<p>Rapat di mulai pukul sembilan.</p>\n"),
        ("d.rst", BAD),
        (".e.md", BAD),
        ("f/g.md", BAD),
        ("h/i.md", BAD),
        (".gitignore", "f/\n"),
        (".saksamaignore", "h\n"),
    ]);
    let paths = |arguments: &str| folder.run(arguments).json()["diagnostics"].as_array().map(Vec::len);
    let found = folder.run("check --format concise");
    let names: Vec<&str> = found.stdout.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(names, ["a.md", "b.TXT", "c.html"]);
    assert_eq!(paths("check --format json d.rst .e.md f/g.md"), Some(3));
    assert_eq!(paths("check --format json a.md ./a.md ."), Some(3), "every file is checked once");
}

#[test]
fn every_format_can_be_parsed() {
    let folder = Folder::with(&[("a b.md", BAD), ("c.md", GOOD), ("d.md", BAD)]);
    let json = folder.run("check --format json").json();
    assert_eq!(json["version"], 1);
    assert_eq!(json["diagnostics"][0]["path"], "a b.md");
    assert_eq!(json["diagnostics"][0]["rule"], RULE);
    assert_eq!(json["diagnostics"][0]["location"]["start"]["column"], 7);
    assert_eq!(json["diagnostics"][1]["path"], "d.md");
    assert_eq!(json["summary"]["files"], 3);
    assert_eq!(json["summary"]["skipped"], serde_json::json!([]));

    let lines = folder.run("check --format jsonl").stdout;
    assert_eq!(lines.lines().count(), 2);
    for line in lines.lines() {
        assert_eq!(folder::parsed(line)["rule"], RULE);
    }

    let log = folder.run("check --format sarif").json();
    let run = &log["runs"][0];
    let uri = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "a%20b.md");
    let index = run["results"][0]["ruleIndex"].as_u64().expect("the rule is listed");
    let rule = &run["tool"]["driver"]["rules"][usize::try_from(index).expect("small")];
    assert_eq!(rule["id"], RULE);
    assert!(rule["fullDescription"]["text"].as_str().is_some_and(|text| !text.is_empty()));

    let commands = folder.run("check --format github").stdout;
    assert!(commands.starts_with("::error file=a b.md,line=1,"), "{commands}");
    let several = "check --quiet --format concise --report junit=a.xml --report gitlab=b.json --report markdown=c.txt";
    let first = folder.run(several).stdout;
    assert_eq!(first.lines().count(), 2, "{first}");
    assert_eq!(folder.text("a.xml").matches("<failure").count(), 2);
    let issues = folder::parsed(&folder.text("b.json"));
    assert_eq!((issues[0]["location"]["path"].as_str(), issues.as_array().map(Vec::len)), (Some("a b.md"), Some(2)));
    assert!(folder.text("c.txt").starts_with("## Saksama\n\n2 kesalahan"));
    folder.run("check --diff --output-file perubahan.diff");
    assert!(folder.text("perubahan.diff").starts_with("--- "), "a diff has no head and no tail");
    for name in ["c.txt", "b.json", "a.xml", "perubahan.diff"] {
        std::fs::remove_file(folder.path(name)).expect("it was written");
    }
    let counts = folder.run("check --statistics --format json").json();
    assert_eq!(counts["statistics"][0]["count"], 2);
    let empty = folder.run("check c.md --format json").json();
    assert_eq!(empty["diagnostics"], serde_json::json!([]));
}

#[test]
fn people_read_it_in_their_language() {
    let folder = Folder::with(&[("a.md", BAD)]);
    let report = folder.run("check");
    assert!(report.stdout.contains("kesalahan[di-terpisah]"), "{}", report.stdout);
    assert!(report.stdout.contains("tulis: dimulai (aman)"), "{}", report.stdout);
    assert!(report.stdout.contains("1 dapat diperbaiki dengan --fix"), "{}", report.stdout);
    assert!(!report.stdout.contains('\u{1B}'), "no colour without a terminal");
    let english = folder.run("check --lang en");
    assert!(english.stdout.contains("error[di-terpisah]"), "{}", english.stdout);
    assert!(english.stdout.contains("write: dimulai (safe)"), "{}", english.stdout);
    assert!(folder.run("check --color always").stdout.contains('\u{1B}'));
    assert!(folder.run("check --help").stdout.contains("Pemakaian"));
    assert!(folder.run("check --help --lang en").stdout.contains("Usage"));
    let quiet = folder.run("check --quiet");
    assert!(!quiet.stdout.contains("--fix") && quiet.stdout.contains("tulis: dimulai"), "{}", quiet.stdout);
}

#[test]
fn one_bad_file_stops_no_other() {
    let folder = Folder::with(&[("d.md", BAD)]);
    folder.write("a.md", b"Ini b\xE9da.\n");
    folder.write("b.txt", b"PK\0\x01");
    let report = folder.run("check --format json");
    assert_eq!(report.code, 2);
    assert!(report.stderr.contains("a.md") && report.stderr.contains("5"), "{}", report.stderr);
    let json = report.json();
    assert_eq!(json["summary"]["files"], 1);
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(1));
    let skipped = &json["summary"]["skipped"];
    assert_eq!((&skipped[0]["path"], &skipped[0]["reason"]), (&"a.md".into(), &"invalid-utf8".into()));
    assert_eq!((&skipped[1]["path"], &skipped[1]["reason"]), (&"b.txt".into(), &"binary".into()));
    assert_eq!(folder.run("check b.txt").code, 0, "a binary file is worth a note only");
    assert!(folder.run("check b.txt").stderr.contains("b.txt"));
    assert_eq!(folder.run("check b.txt --quiet").stderr.matches("b.txt").count(), 0);
}

#[test]
fn bad_files_change_nothing_else_in_a_folder_of_many() {
    let folder = Folder::with(&[]);
    let again = "Warga menanam cabai di kebun belakang rumah mereka sejak musim hujan yang lalu datang lebih awal.";
    for number in 0..60 {
        let text = format!("Nomor {number} terbit.\n\n{BAD}\n{again} Kabut turun. {again}\n");
        folder.write(&format!("{}/{number:02}.md", ["wisata", "berita", "kota"][number % 3]), text.as_bytes());
    }
    let found = |arguments: &str| folder.run(&format!("check --format json {arguments}")).json()["diagnostics"].clone();
    let sound = found(".");
    let paths: Vec<_> = sound.as_array().into_iter().flatten().map(|one| one["path"].to_string()).collect();
    let of_files = paths.iter().position(|path| path.contains("/59.md")).unwrap_or_default();
    assert!(paths.len() >= 120 && of_files > 0, "{paths:?}");
    folder.write("berita/00-rusak.md", b"Ini b\xE9da.\n");
    folder.write("kota/biner.txt", b"PK\0\x01");
    for _ in 0..3 {
        assert_eq!(found(". hilang.md"), sound);
    }
    let report = folder.run("check . hilang.md");
    assert_eq!(report.code, 2);
    assert!(["00-rusak.md", "biner.txt", "hilang.md"].iter().all(|name| report.stderr.contains(name)));
}

#[test]
fn no_matching_file_is_told() {
    let folder = Folder::with(&[("a.rst", BAD)]);
    let report = folder.run("check");
    assert_eq!(report.code, 0);
    assert!(report.stderr.contains("tidak ada berkas yang cocok"), "{}", report.stderr);
    assert!(folder.run("check --lang en").stderr.contains("no file matched"));
}

#[test]
fn a_text_cannot_steer_the_terminal() {
    let folder = Folder::with(&[("a\u{1B}[2J.md", "\u{1B}]0;x\u{7}Rapat \u{202E}di mulai pukul \u{9B}2J sembilan.\n")]);
    for arguments in ["check", "check --format concise", "check --format github", "check --diff", "check --statistics"]
    {
        let report = folder.run(arguments);
        let all = report.stdout + &report.stderr;
        let is_raw = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202A}'..='\u{202E}'));
        assert!(!all.contains(is_raw), "{arguments}: {all:?}");
    }
}

#[test]
fn an_unknown_rule_is_told_with_the_nearest() {
    let folder = Folder::with(&[("a.md", BAD)]);
    for arguments in ["explain di-terpisa", "check --select di-terpisa", "check --ignore di-terpisa"] {
        let report = folder.run(arguments);
        assert_eq!(report.code, 2, "{arguments}");
        assert!(report.stderr.contains(RULE), "{arguments}: {}", report.stderr);
    }
}

#[test]
fn rules_are_chosen_by_name_and_group() {
    let folder = Folder::with(&[("a.md", BAD)]);
    for (arguments, code) in [
        ("check --ignore di-terpisah", 0),
        ("check --select di-terpisah", 1),
        ("check --select ejaan", 1),
        ("check --select ejaan --ignore di-terpisah", 0),
        ("check --ignore ejaan,di-terpisah", 0),
    ] {
        assert_eq!(folder.run(arguments).code, code, "{arguments}");
    }
}

#[test]
fn the_report_goes_where_it_is_wanted() {
    let folder = Folder::with(&[("a.md", BAD)]);
    let report = folder.run("check --format json --output-file laporan.json");
    assert_eq!((report.code, report.stdout.as_str()), (1, ""));
    assert_eq!(folder::parsed(&folder.text("laporan.json"))["summary"]["errors"], 1);
}

#[test]
fn a_rule_has_a_page() {
    let folder = Folder::with(&[]);
    let page = folder.run("explain di-terpisah").stdout;
    for part in [RULE, "ejaan", "EYD", "✗", "✓"] {
        assert!(page.contains(part), "{part} is missing: {page}");
    }
    assert_ne!(folder.run("explain di-terpisah --lang en").stdout, page);
    assert!(folder.run("rules").stdout.lines().any(|line| line.starts_with(RULE)));
    let json = folder.run("rules --format json").json();
    let rules = json["rules"].as_array().expect("a list");
    assert!(rules.iter().any(|rule| rule["name"] == RULE && rule["severity"] == "error"));
}

#[test]
fn what_the_system_refuses_is_told_in_the_language_of_the_user() {
    let folder = Folder::with(&[("a.md", BAD), ("b/c.toml", "")]);
    for (arguments, id, en) in [
        ("check --output-file tidak/ada", "laporan tidak dapat ditulis: tidak ada", "cannot be written: no file"),
        ("check --output-file b", "laporan tidak dapat ditulis: ini folder", "cannot be written: this is a folder"),
        ("check --config tidak-ada.toml", "tidak-ada.toml: tidak ada berkas", "tidak-ada.toml: no file"),
    ] {
        for (lang, expected) in [("id", id), ("en", en)] {
            let report = folder.run(&format!("{arguments} --lang {lang}"));
            assert_eq!(report.code, 2, "{arguments}");
            assert!(report.stderr.contains(expected), "{arguments}: {}", report.stderr);
            assert!(!report.stderr.contains("os error"), "{}", report.stderr);
        }
    }
}

#[test]
fn annotations_name_files_as_github_does() {
    let folder = Folder::with(&[("a.md", BAD)]);
    assert!(folder.run("check ./a.md --format github").stdout.starts_with("::error file=a.md,"));
}

mod fixing {
    use super::*;

    #[test]
    fn a_word_cut_by_a_line_end_is_joined_whatever_the_line_end() {
        let folder = Folder::with(&[
            ("a.md", "Rapat di\nmulai pukul sembilan.\n"),
            ("b.md", "Rapat di\r\nmulai pukul sembilan.\r\n"),
            ("c.html", "<p>Rapat di\r\nmulai pukul sembilan.</p>\r\n"),
            ("d.md", "> Rapat di\r\n> mulai pukul sembilan.\r\n"),
        ]);
        folder.run("check --fix");
        assert_eq!(folder.text("a.md"), GOOD);
        assert_eq!(folder.text("b.md"), "Rapat dimulai pukul sembilan.\r\n");
        assert_eq!(folder.text("c.html"), "<p>Rapat dimulai pukul sembilan.</p>\r\n");
        assert_eq!(folder.text("d.md"), "> Rapat di\r\n> mulai pukul sembilan.\r\n", "no fix crosses markup");
    }

    #[test]
    fn safe_fixes_are_written_and_the_rest_is_reported() {
        let folder = Folder::with(&[("a.md", BAD), ("b.md", GOOD)]);
        let report = folder.run("check --fix");
        assert_eq!(report.code, 0, "{}{}", report.stdout, report.stderr);
        assert!(report.stdout.contains("1 diperbaiki"), "{}", report.stdout);
        assert_eq!(folder.text("a.md"), GOOD);
        assert_eq!(folder.names(), ["a.md", "b.md"]);
        folder.write("a.md", BAD.as_bytes());
        assert_eq!(folder.run("check --fix --format json").json()["summary"]["fixed"][RULE], 1);
    }

    #[test]
    fn line_endings_byte_order_mark_and_encoding_stay() {
        let folder = Folder::with(&[]);
        let bad = "\u{FEFF}Rapat di mulai pukul sembilan.\r\n\r\nRapat di mulai lagi.\r\nTanpa akhir";
        let good = "\u{FEFF}Rapat dimulai pukul sembilan.\r\n\r\nRapat dimulai lagi.\r\nTanpa akhir";
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        folder.write("a.txt", bad.as_bytes());
        folder.write("b.txt", &wide(bad));
        folder.run("check --fix");
        assert_eq!(folder.text("a.txt"), good);
        assert_eq!(folder.bytes("b.txt"), wide(good));
    }

    #[test]
    fn a_diff_is_shown_and_nothing_written() {
        let folder = Folder::with(&[("a.md", BAD), ("b.md", GOOD)]);
        let report = folder.run("check --diff");
        assert_eq!(report.code, 1);
        let expected = format!("--- a.md\n+++ a.md\n@@ -1 +1 @@\n-{BAD}+{GOOD}");
        assert_eq!(report.stdout, expected);
        assert_eq!(folder.text("a.md"), BAD);
        assert_eq!(folder.run("check --diff --fix").code, 1);
        assert_eq!(folder.text("a.md"), BAD);
        let clean = folder.run("check --diff b.md");
        assert_eq!((clean.code, clean.stdout.as_str()), (0, ""));
    }

    #[test]
    fn standard_input_comes_out_fixed() {
        let folder = Folder::with(&[]);
        let report = folder.run_with("check --fix --stdin-filename a.md", BAD.as_bytes());
        assert_eq!((report.code, report.stdout.as_str()), (0, GOOD));
        assert!(report.stderr.contains("1 diperbaiki"), "{}", report.stderr);
        let diff = folder.run_with("check --diff -", BAD.as_bytes());
        assert_eq!(diff.code, 1);
        assert!(diff.stdout.contains("--- <stdin>"), "{}", diff.stdout);
        let broken = folder.run_with("check --fix -", b"Rapat di mulai\xFF");
        assert_eq!((broken.code, broken.raw.as_slice()), (2, b"Rapat di mulai\xFF".as_slice()));
    }

    #[test]
    fn standard_input_is_checked_under_its_name() {
        let folder = Folder::with(&[]);
        let text = b"```\nRapat di mulai.\n```\n";
        assert_eq!(folder.run_with("check - --stdin-filename draf/a.md", text).code, 0, "code in Markdown");
        let plain = folder.run_with("check - --stdin-filename draf/a.txt --format concise", text);
        assert!(plain.stdout.starts_with("draf/a.txt:2:7: error di-terpisah: "), "{}", plain.stdout);
        assert_eq!(folder.run_with("check -", b"").code, 0, "nothing is a text");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_links_and_read_only_files_are_respected() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = Folder::with(&[("a.md", BAD), ("b.md", BAD), ("d/target.txt", BAD)]);
        let mode = |name: &str, mode| {
            std::fs::set_permissions(folder.path(name), std::fs::Permissions::from_mode(mode)).expect("ours");
        };
        mode("a.md", 0o444);
        mode("b.md", 0o750);
        symlink("d/target.txt", folder.path("c.md")).expect("links can be made");
        let report = folder.run("check --fix a.md b.md c.md");
        assert_eq!(report.code, 2);
        assert!(report.stderr.contains("a.md: hanya dapat dibaca"), "{}", report.stderr);
        assert_eq!(folder.text("a.md"), BAD);
        assert_eq!(folder.text("b.md"), GOOD);
        assert_eq!(folder.text("d/target.txt"), GOOD);
        let metadata = |name: &str| std::fs::symlink_metadata(folder.path(name)).expect("there");
        assert_eq!(metadata("b.md").permissions().mode() & 0o777, 0o750);
        assert!(metadata("c.md").is_symlink());
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::with(&[("a.md", &BAD.repeat(3_000))]);
    for format in ["text", "concise", "json"] {
        assert_eq!(folder.run_until_first_line(&format!("check --format {format}")), 0, "{format}");
    }
    assert_eq!(folder.run_until_first_line("rules"), 0);
}
