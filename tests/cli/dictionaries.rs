//! Words of the user's own: word files found beside and above a text, those a configuration names, and hunspell dictionaries.

use crate::folder::Folder;

/// Three words that are not known, each one slip away from one that is.
const TEXT: &str = "Kami membaca penggna lama, untyk pembaca, dan kesehatna warga.\n";

/// The words that are reported in `a.md`.
fn found(folder: &Folder, arguments: &str) -> Vec<String> {
    let report = folder.run(&format!("check --preview --select salah-eja --format json {arguments}"));
    assert!(report.code < 2, "{}", report.stderr);
    let diagnostics = report.json()["diagnostics"].as_array().expect("a list").clone();
    let text = |diagnostic: &serde_json::Value| {
        let place = |key: &str| diagnostic[key].as_u64().expect("a number") as usize;
        let path = diagnostic["path"].as_str().expect("a path");
        folder.text(path)[place("start")..place("end")].to_owned()
    };
    diagnostics.iter().map(text).collect()
}

/// What is said of a broken configuration, which ends with 2.
fn complaint(folder: &Folder, arguments: &str) -> String {
    let report = folder.run(&format!("check --preview --select salah-eja {arguments}"));
    assert_eq!((report.code, report.stdout.as_str()), (2, ""), "{}", report.stderr);
    report.stderr
}

#[test]
fn word_files_of_all_folders_above_add_up() {
    let folder = Folder::with(&[
        ("saksama.words.txt", "# istilah\nUntyk # catatan\n"),
        ("blog/saksama.words.txt", "\u{feff}penggna\r\n\r\nkesehatna\r\n"),
        ("blog/2026/a.md", TEXT),
        ("a.md", TEXT),
    ]);
    assert_eq!(found(&folder, "a.md"), ["penggna", "kesehatna"]);
    assert_eq!(found(&folder, "blog/2026/a.md"), [""; 0]);
    assert_eq!(found(&folder, "--no-config a.md"), ["penggna", "untyk", "kesehatna"]);
    folder.write("lain/saksama.toml", b"preview = true\n");
    folder.write("lain/saksama.words.txt", b"kesehatna\n");
    assert_eq!(found(&folder, "--config lain/saksama.toml a.md"), ["penggna"]);
}

#[test]
fn accepted_words_cover_their_affixed_and_doubled_forms() {
    let text = "Ini penggnanya, penggna-penggna, dan di-untyk.\n";
    let folder = Folder::with(&[("saksama.words.txt", "penggna\nuntyk\n"), ("a.md", text)]);
    assert_eq!(found(&folder, "a.md"), [""; 0]);
    assert_eq!(found(&folder, "--no-config a.md")[0], "penggnanya");
}

#[test]
fn a_configuration_names_word_files_beside_itself() {
    let folder = Folder::with(&[
        ("saksama.toml", "[words]\ndictionaries = [\"kamus/istilah.txt\"]\n"),
        ("kamus/istilah.txt", "penggna\nuntyk\n"),
        ("draf/a.md", TEXT),
        ("tolak.toml", "[words]\ndictionaries = \"kamus/istilah.txt\"\nreject = [\"untyk\"]\n"),
        ("sebagian.toml", "[[overrides]]\nfiles = [\"draf/\"]\nwords = { dictionaries = \"kamus/istilah.txt\" }\n"),
        ("b.md", TEXT),
    ]);
    assert_eq!(found(&folder, "draf/a.md"), ["kesehatna"]);
    assert_eq!(found(&folder, "--config sebagian.toml draf/a.md"), ["kesehatna"]);
    assert_eq!(found(&folder, "--config sebagian.toml b.md"), ["penggna", "untyk", "kesehatna"]);
    let rejected = folder.run("check --config tolak.toml --format concise b.md").stdout;
    assert!(rejected.contains("kata-ditolak"), "{rejected}");
}

const AFFIXES: &str = "SET UTF-8\nSFX A Y 1\nSFX A 0 a .\n";

#[test]
fn hunspell_dictionaries_make_words_known_with_their_affixes() {
    let folder = Folder::with(&[
        ("saksama.toml", "[words]\nhunspell = [\"kamus/istilah\"]\n"),
        ("kamus/istilah.aff", AFFIXES),
        ("kamus/istilah.dic", "2\nkesehatn/A\npenggna\n"),
        ("a.md", "Ia membaca penggnanya, untyk warga, dan kesehatna.\n"),
        ("ujung.toml", "[words]\nhunspell = \"kamus/istilah.dic\"\n"),
    ]);
    assert_eq!(found(&folder, "a.md"), ["untyk"]);
    assert_eq!(found(&folder, "--config ujung.toml a.md"), ["untyk"]);
    assert_eq!(found(&folder, "--no-config a.md"), ["penggnanya", "untyk", "kesehatna"]);
}

#[test]
fn a_dictionary_that_no_rule_asks_is_not_read() {
    let folder = Folder::with(&[("saksama.toml", "[words]\nhunspell = \"tidak-ada\"\n"), ("a.md", TEXT)]);
    assert_eq!(folder.run("check --select di-terpisah a.md").code, 0);
    assert!(complaint(&folder, "a.md").contains("tidak-ada.aff"));
}

#[test]
fn what_is_wrong_with_word_files_is_said_with_file_line_and_remedy() {
    let folder = Folder::with(&[("a.md", TEXT), ("draf/b.md", TEXT)]);
    folder.write("draf/saksama.words.txt", b"satu\ndua\ntig\xe9\n");
    let said = complaint(&folder, "draf/b.md");
    assert!(said.contains("draf/saksama.words.txt:3:4") && said.contains("UTF-8"), "{said}");
    assert_eq!(found(&folder, "a.md").len(), 3, "only the texts below it are governed by it");
    folder.write("saksama.toml", b"[words]\ndictionaries = [\"tidak-ada.txt\"]\n");
    let said = complaint(&folder, "--lang en a.md");
    assert!(said.contains("saksama.toml:2:17") && said.contains("tidak-ada.txt: no file"), "{said}");
    folder.write("saksama.toml", b"[words]\ndictionaries = [\"draf/saksama.words.txt\"]\n");
    assert!(complaint(&folder, "a.md").contains("draf/saksama.words.txt:3:4"));
}

#[test]
fn what_is_wrong_with_a_hunspell_dictionary_is_said_with_file_line_and_remedy() {
    let folder = Folder::with(&[("a.md", TEXT), ("saksama.toml", "[words]\nhunspell = \"k\"\n")]);
    let said = complaint(&folder, "a.md");
    assert!(said.contains("saksama.toml:2:12") && said.contains("k.aff") && said.contains("NAMA.dic"), "{said}");
    for (affixes, words, place) in [
        (&b"SET UTF-8\nSFX A Y satu\n"[..], &b"1\nkata/A\n"[..], "k.aff:2:1"),
        (AFFIXES.as_bytes(), b"banyak\nkata/A\n", "k.dic:1:1"),
        (AFFIXES.as_bytes(), b"", "k.dic:1:1"),
        (AFFIXES.as_bytes(), b"1\nkat\xe9\n", "k.dic:2:4"),
        (b"SET ISO8859-1\n# caf\xe9\n", b"1\nkata\n", "k.aff:2:6"),
    ] {
        folder.write("k.aff", affixes);
        folder.write("k.dic", words);
        let said = complaint(&folder, "a.md");
        assert!(said.contains(place), "{place} is missing: {said}");
        assert!(said.contains("UTF-8") || said.contains("hapus namanya"), "{said}");
    }
}
