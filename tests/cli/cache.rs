//! What was found before, kept: never another report, whatever happens to texts, settings and the cache.

use std::fs;
use std::process::Command;

use crate::folder::Folder;
use crate::{BAD, GOOD};

const PAGE: &str = "# Pasar\n\nDi pasar lama itu para pedagang sayur menata dagangan mereka sejak pukul empat pagi sebelum pembeli \
    pertama datang dari kampung. Harga cabai naik lagi \
    karena hujan turun terus dan truk dari gunung datang terlambat, kata mereka, lalu semua orang menawar lebih lama.\n\n";

/// Articles with findings of words, of a whole text, of comments, and of several files.
fn site() -> Folder {
    let copied = format!("{PAGE}{BAD}\n{}", "Ia mem beli buku. Tas di bawa pergi.\n");
    Folder::with(&[
        ("a.md", &format!("{PAGE}{BAD}")),
        ("b.md", &copied),
        ("c.html", "<p>Rapat di mulai. <b>Buku di baca</b> &amp; di tulis.</p>\n"),
        ("d.txt", "Saya kamu saya Anda, Anda, Anda. Rapat di mulai \u{201C}di catat\u{201D}.\n"),
        ("e.md", "<!-- saksama-disable-next-line -->\nTeks ini bersih.\n\n# Judul\n\n# Judul\n"),
        ("f.md", GOOD),
    ])
}

const JSON: [&str; 1] = ["--format json"];
const REPORTS: [&str; 8] = [
    "--format text",
    "--format concise",
    "--format json",
    "--format jsonl",
    "--format github",
    "--format sarif",
    "--statistics",
    "--diff",
];

/// These reports with the cache are the ones without.
fn assert_same(folder: &Folder, reports: &[&str], options: &str) {
    for report in reports {
        let plain = folder.run(&format!("check {report} {options} --no-cache"));
        for run in ["first", "second"] {
            let kept = folder.run(&format!("check {report} {options} --cache-dir .kas"));
            assert_eq!(kept.stdout, plain.stdout, "{report} {options}, {run} run");
            assert_eq!((kept.code, kept.stderr), (plain.code, plain.stderr.clone()), "{report} {options}");
        }
    }
}

/// The shards of the cache, with their bytes.
fn shards(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder.path(".kas")).expect("there is a cache");
    let mut shards: Vec<_> = entries
        .map(|entry| entry.expect("readable"))
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "saksama-cache"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("readable")))
        .collect();
    shards.sort();
    shards
}

#[test]
fn reports_are_the_same_with_and_without_it() {
    let folder = site();
    let found = folder.run("check --format concise").stdout;
    for rule in ["di-terpisah", "paragraf-lintas-berkas", "peredam-sia-sia", "konsistensi-sapaan"] {
        assert!(found.contains(rule), "{rule} is part of the test: {found}");
    }
    assert_same(&folder, &REPORTS, "");
    let before = shards(&folder);
    assert!(!before.is_empty());
    assert_same(&folder, &JSON, "");
    assert_eq!(shards(&folder), before, "nothing new is found, nothing is written");
    assert_same(&folder, &JSON, "--lang en");
    assert_same(&folder, &JSON, "--select di-terpisah");
    assert_same(&folder, &JSON, "--preview");
    assert_same(&folder, &JSON, "a.md");
    assert_ne!(shards(&folder), before);
}

#[test]
fn other_settings_words_and_texts_are_other_entries() {
    let folder = site();
    assert_same(&folder, &JSON, "");
    for (name, text) in [
        ("saksama.toml", "[rules]\ndi-terpisah = \"info\"\n"),
        ("saksama.toml", "[rules]\ndi-terpisah = \"warning\"\n"),
        ("saksama.toml", "[[overrides]]\nfiles = [\"a.md\"]\nrules = { di-terpisah = \"off\" }\n"),
        ("saksama.words.txt", "mulai\n"),
        ("saksama.words.txt", "pagi\n"),
        ("saksama.toml", "rule-folders = [\"aturan\"]\n"),
        ("aturan/pasar.toml", RULE_OF_MINE),
        ("aturan/pasar.toml", &RULE_OF_MINE.replace("pekan", "pajak")),
    ] {
        if text.contains("rule-folders") {
            folder.write("aturan/pasar.toml", RULE_OF_MINE.replace("pasar", "kampung").as_bytes());
        }
        folder.write(name, text.as_bytes());
        assert_same(&folder, &JSON, "");
    }
    let when = fs::metadata(folder.path("a.md")).and_then(|metadata| metadata.modified()).expect("it is there");
    let changed = folder.text("a.md").replace("di mulai", "dimulai,");
    assert_eq!(changed.len(), folder.text("a.md").len());
    folder.write("a.md", changed.as_bytes());
    let file = fs::File::options().write(true).open(folder.path("a.md")).expect("writable");
    file.set_modified(when).expect("the date can be set");
    assert_same(&folder, &JSON, "");
}

const RULE_OF_MINE: &str = r#"
summary = "Tulis pekan."
group = "kata"
severity = "warning"
status = "stable"
source = "gaya kami"
message = "Tulis “{saran}”."
explanation = "Gaya kami."

[en]
summary = "Write pekan."
message = "Write “{saran}”."
explanation = "Our style."

[check.phrase.words]
pasar = ["pekan"]
"#;

#[test]
fn a_damaged_or_foreign_cache_is_passed_over() {
    let folder = site();
    assert_same(&folder, &JSON, "");
    let whole = shards(&folder);
    for damage in 0..4_u8 {
        for (number, (name, bytes)) in whole.iter().enumerate() {
            let mut bytes = bytes.clone();
            let middle = bytes.len() / 2 + number;
            match damage {
                0 => bytes.truncate(bytes.len() / 2),
                1 => bytes.clear(),
                2 => bytes.iter_mut().skip(number).step_by(97).for_each(|byte| *byte ^= 0x20),
                _ => bytes[middle.min(whole[number].1.len() - 1)] ^= 1,
            }
            folder.write(&format!(".kas/{name}"), &bytes);
        }
        assert_same(&folder, &JSON, "");
    }
    // Another program: one byte more at the end is another build of the same version.
    let mut program = fs::read(env!("CARGO_BIN_EXE_saksama")).expect("readable");
    program.push(0);
    let other = folder.path("saksama-lain");
    fs::write(&other, program).expect("writable");
    fs::set_permissions(&other, fs::metadata(env!("CARGO_BIN_EXE_saksama")).expect("there").permissions())
        .expect("ours");
    let before = shards(&folder);
    let run = |arguments: &[&str]| {
        Command::new(&other).args(arguments).current_dir(folder.path(".")).output().expect("it runs")
    };
    let report = run(&["check", "--format", "json", "--cache-dir", ".kas"]);
    assert_eq!(String::from_utf8_lossy(&report.stdout), folder.run("check --format json --no-cache").stdout);
    assert_ne!(shards(&folder), before, "it finds nothing of the other's, and keeps its own");
}

#[test]
fn several_runs_may_use_it_at_once() {
    let folder = site();
    for number in 0..40 {
        folder.write(&format!("lain/{number}.md"), format!("{PAGE}{BAD}\nNomor {number} di catat.\n").as_bytes());
    }
    let plain = folder.run("check --format json --no-cache").stdout;
    std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| folder.run("check --format json --cache-dir .kas"))).collect();
        for run in runs {
            assert_eq!(run.join().expect("no panic").stdout, plain);
        }
    });
    assert_eq!(folder.run("check --format json --cache-dir .kas").stdout, plain);
}

#[test]
fn fixing_and_changed_lines_go_with_it() {
    let folder = site();
    folder.run("check --cache-dir .kas");
    let fixed = folder.run("check --fix --cache-dir .kas --format concise");
    assert!(folder.text("a.md").contains("Rapat dimulai"), "{}", fixed.stdout);
    assert_eq!(folder.run("check --fix --diff --no-cache").stdout, "");
    folder.git(&["init", "--quiet"]);
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--message", "satu"]);
    folder.write("f.md", format!("{GOOD}\n{BAD}").as_bytes());
    for _ in 0..2 {
        let changed = folder.run("check --changed --cache-dir .kas --format concise --quiet").stdout;
        assert!(changed.starts_with("f.md:3:7") && changed.lines().count() == 1, "{changed}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn it_is_used_on_its_own_for_many_files_and_deleted_when_asked() {
    let folder = Folder::with(&[("a.md", BAD)]);
    let run = |arguments: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_saksama"));
        command.args(arguments.split(' ')).current_dir(folder.path("."));
        let command = command.env("XDG_CACHE_HOME", folder.path("rumah")).env_remove("SAKSAMA_CACHE_DIR");
        let output = command.output().expect("it runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let shards = || {
        let entries = fs::read_dir(folder.path("rumah/saksama")).into_iter().flatten();
        entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some())).count()
    };
    run("check");
    assert!(!folder.path("rumah").exists(), "few files need none");
    (0..50).for_each(|number| folder.write(&format!("{number}.md"), BAD.as_bytes()));
    run("check --no-cache");
    assert!(!folder.path("rumah").exists());
    run("check");
    assert!(shards() > 0 && folder.path("rumah/saksama/CACHEDIR.TAG").exists());
    assert_eq!(run("cache path").0.trim(), folder.path("rumah/saksama").display().to_string());
    folder.write("rumah/saksama/catatan.md", GOOD.as_bytes());
    let cleaned = run("cache clean");
    assert!(cleaned.1.contains("singgahan dihapus"), "{}", cleaned.1);
    assert_eq!(fs::read_dir(folder.path("rumah/saksama")).expect("there").count(), 1, "what is not its own stays");
    run("cache clean");
    folder.write("berkas", b"");
    let unkept = run("check --quiet --cache-dir berkas");
    assert!(unkept.1.contains("singgahan tidak dapat ditulis"), "{}", unkept.1);
}
