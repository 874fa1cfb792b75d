//! `saksama analyze`: the table, the JSON, and where the text comes from.

#[allow(dead_code)]
#[path = "cli/folder.rs"]
mod folder;

use folder::Folder;

const TEXT: &str = "Panitia membagikan bukunya kepada anak-anak. Mereka senang.\n";

#[test]
fn a_table_shows_words_readings_and_classes() {
    let report = Folder::with(&[]).run_with("analyze", TEXT.as_bytes());
    assert_eq!((report.code, &*report.stderr), (0, ""));
    for part in ["kata ", "meN- + bagi + -kan", "buku + -nya", "anak-anak", "VERB", "PRON", "kata dasar"] {
        assert!(report.stdout.contains(part), "{part} is missing:\n{}", report.stdout);
    }
    let english = Folder::with(&[]).run_with("analyze --lang en -", TEXT.as_bytes()).stdout;
    assert!(english.contains("word ") && english.contains("root") && !english.contains("kata dasar"), "{english}");
}

#[test]
fn the_columns_stand_below_each_other() {
    let table = Folder::with(&[]).run_with("analyze", "Café itu ramai.".as_bytes()).stdout;
    let at = |part: &str, class: &str| {
        let line = table.lines().skip(2).find(|line| line.contains(part)).expect("a line with this");
        line.find(class).map(|byte| line[..byte].chars().count())
    };
    let class = at("Café  ", "NOUN").or(at("Café  ", "PROPN"));
    assert_eq!((at("ramai ", "ADJ"), class), (at("itu ", "DET"), at("itu ", "DET")), "{table}");
}

#[test]
fn json_has_places_classes_entries_and_readings() {
    let folder = Folder::with(&[("artikel.md", "# Judul\n\nPanitia **membagikan** buku.\n")]);
    let json = folder.run("analyze --file artikel.md --format json").json();
    assert_eq!(json["version"], 1);
    let word = &json["sentences"][1]["words"][1];
    assert_eq!((&word["text"], &word["start"], &word["end"]), (&"membagikan".into(), &19.into(), &29.into()), "{word}");
    assert_eq!((&word["class"], &word["kind"], &word["known"]), (&"VERB".into(), &"word".into(), &true.into()));
    let reading = &word["readings"][0];
    assert_eq!(
        (&reading["root"], &reading["prefix"], &reading["suffix"]),
        (&"bagi".into(), &"meN-".into(), &"-kan".into())
    );
    assert_eq!(word["entry"]["main"], "VERB");
    let stop = &json["sentences"][1]["words"][3];
    assert_eq!((&stop["kind"], stop["class"].is_null()), (&"punctuation".into(), true));
}

#[test]
fn the_text_may_be_an_argument_and_may_be_empty() {
    let folder = Folder::with(&[]);
    let json = folder.run("analyze --format json berlari").json();
    assert_eq!(json["sentences"][0]["words"][0]["readings"][0]["prefix"], "ber-");
    let empty = folder.run("analyze");
    assert_eq!((empty.code, &*empty.stdout), (0, ""));
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = Folder::with(&[]);
    let missing = folder.run("analyze --file tidak-ada.md");
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("tidak-ada.md: tidak ada berkas"), "{}", missing.stderr);
    assert_eq!(folder.run("analyze --file a.md kata").code, 2);
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let report = Folder::with(&[]).run_with("analyze", "Kata \u{1B}[31mmerah.".as_bytes());
    assert!(!report.stdout.contains('\u{1B}'), "{}", report.stdout);
}
