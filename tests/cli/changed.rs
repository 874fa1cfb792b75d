//! Only what was changed, in repositories of its own.

use crate::folder::Folder;
use crate::{BAD, GOOD};

/// Three paragraphs, each with the error in its second line, and a heading that stands twice.
const OLD: &str = "# Judul\n\nKemarin para anggota\ndi undang. Mereka datang.\n\nRapat itu pun\ndi mulai pagi.\n\n\
    Lalu semuanya\ndi catat rapi.\n";

fn repository(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::with(files);
    folder.git(&["init", "--quiet"]);
    commit(&folder);
    folder
}

fn commit(folder: &Folder) {
    folder.git(&["add", "--all"]);
    folder.git(&["commit", "--quiet", "--allow-empty", "--message", "satu"]);
}

/// What is found, as `path:line:column`.
fn found(folder: &Folder, arguments: &str) -> Vec<String> {
    let report = folder.run(&format!("check --format concise --quiet {arguments}"));
    assert!(report.code < 2, "{}", report.stderr);
    places(&report.stdout)
}

fn places(concise: &str) -> Vec<String> {
    concise.lines().map(|line| line.split(':').take(3).collect::<Vec<_>>().join(":")).collect()
}

#[test]
fn of_a_changed_file_only_the_sentences_of_changed_lines_count() {
    let folder = repository(&[("a.md", OLD), ("lama.md", BAD), ("b.md", GOOD)]);
    assert_eq!(found(&folder, "").len(), 4);
    assert_eq!(found(&folder, "--changed"), [""; 0]);
    for (change, expected) in [
        // The line before belongs to the sentence, the sentence behind it does not.
        (OLD.replace("Kemarin para", "Tadi para"), &["a.md:4:1"][..]),
        (OLD.replace("Mereka datang", "Mereka tiba"), &["a.md:4:1"]),
        (OLD.replace("# Judul", "# Judul lain"), &[]),
        (OLD.replace("# Judul\n\n", "# Judul\n\nPendahuluan singkat.\n\n"), &[]),
        // What was taken away touches the sentence around it only.
        (OLD.replace("Rapat itu pun\n", ""), &[]),
        (
            OLD.replace("Lalu semuanya\n", "Lalu semuanya\nyang ada\n").replace("Rapat itu", "Rapat ini"),
            &["a.md:7:1", "a.md:11:1"],
        ),
        (OLD.replace("\ndi mulai pagi.\n", ".\n") + "\nTas di bawa.\n", &["a.md:11:5"]),
    ] {
        folder.write("a.md", change.as_bytes());
        assert_eq!(found(&folder, "--changed"), expected, "{change}");
        assert_eq!(found(&folder, "--changed a.md b.md"), expected, "{change}");
        assert_eq!(found(&folder, "--changed b.md"), [""; 0]);
    }
}

#[test]
fn a_line_taken_out_of_a_sentence_touches_it() {
    let folder = repository(&[("a.md", "Rapat itu\nkemarin pagi\ndi mulai. Lalu\ntas di bawa.\n")]);
    folder.write("a.md", b"Rapat itu\ndi mulai. Lalu\ntas di bawa.\n");
    assert_eq!(found(&folder, "--changed"), ["a.md:2:1"]);
}

#[test]
fn rules_about_whole_texts_count_where_the_text_was_touched() {
    let text = "Jembatan itu menghubungkan dua desa yang sejak lama dipisahkan oleh sungai. Warga membangunnya.\n\n\
                Anak-anak senang.\n\nJembatan itu menghubungkan dua desa yang sejak lama dipisahkan oleh sungai. Begitulah.\n\n\
                Akhirnya.\n";
    let folder = repository(&[("a.md", text), ("b.md", text)]);
    let all = folder.run("check --format json a.md --select kalimat-berulang");
    assert_eq!(all.json()["diagnostics"].as_array().map(Vec::len), Some(1), "{}", all.stdout);
    folder.write("a.md", text.replace("Akhirnya", "Penutup").as_bytes());
    assert_eq!(found(&folder, "--changed --select kalimat-berulang"), ["a.md:5:1"]);
}

#[test]
fn new_and_renamed_files_branches_and_folders() {
    let folder =
        repository(&[("artikel/a b.md", OLD), ("c.md", OLD), ("lama.md", BAD), (".gitignore", "rahasia.md\n")]);
    folder.git(&["checkout", "--quiet", "-b", "cabang"]);
    folder.git(&["mv", "c.md", "d.md"]);
    folder.write("artikel/a b.md", OLD.replace("Lalu semuanya", "Lalu semua").as_bytes());
    commit(&folder);
    folder.write("artikel/baru.md", BAD.as_bytes());
    folder.write("rahasia.md", BAD.as_bytes());
    folder.write("c.rst", BAD.as_bytes());
    assert_eq!(found(&folder, "--changed"), ["artikel/a b.md:10:1", "artikel/baru.md:1:7"], "a new name is no change");
    assert_eq!(found(&folder, "--changed HEAD"), ["artikel/baru.md:1:7"]);
    assert_eq!(found(&folder, "--changed=main"), found(&folder, "--changed"));
    folder.write("d.md", OLD.replace("Rapat itu", "Rapat ini").as_bytes());
    assert_eq!(found(&folder, "--changed")[2..], ["d.md:7:1"]);
    assert_eq!(
        found(&folder, "--changed artikel"),
        ["artikel/a b.md:10:1", "artikel/baru.md:1:7"],
        "a path is no name"
    );
    let inside = folder.run_in("artikel", "check --changed --format concise --quiet");
    assert_eq!(places(&inside.stdout), ["a b.md:10:1", "baru.md:1:7"]);
    // The main branch goes on: what is new there was not changed here.
    folder.git(&["stash", "--quiet", "--include-untracked"]);
    folder.git(&["checkout", "--quiet", "main"]);
    folder.write("lain.md", BAD.as_bytes());
    commit(&folder);
    folder.git(&["checkout", "--quiet", "cabang"]);
    assert_eq!(found(&folder, "--changed"), ["artikel/a b.md:10:1"]);
    folder.git(&["worktree", "add", "--quiet", "../pohon-kerja-saksama", "main"]);
    folder.git(&["worktree", "move", "../pohon-kerja-saksama", "pohon"]);
    folder.write("pohon/lain.md", format!("{BAD}\nTas di bawa.\n").as_bytes());
    let inside = folder.run_in("pohon", "check --changed --format concise --quiet");
    assert_eq!(places(&inside.stdout), ["lain.md:3:5"], "{}", inside.stderr);
}

#[test]
fn the_index_is_looked_at_as_it_is() {
    let folder = repository(&[("a.md", OLD), ("b.md", GOOD), ("hilang.md", GOOD)]);
    folder.write("a.md", OLD.replace("Rapat itu", "Rapat ini").as_bytes());
    folder.write("b.md", BAD.as_bytes());
    folder.write("hilang.md", BAD.as_bytes());
    folder.write("baru.md", BAD.as_bytes());
    folder.git(&["add", "--all"]);
    folder.write("a.md", GOOD.as_bytes());
    folder.write("b.md", GOOD.as_bytes());
    folder.write("belum.md", BAD.as_bytes());
    std::fs::remove_file(folder.path("hilang.md")).expect("it is there");
    assert_eq!(found(&folder, "--staged"), ["a.md:7:1", "b.md:1:7", "baru.md:1:7", "hilang.md:1:7"]);
    assert_eq!(found(&folder, "--staged hilang.md b.md"), ["b.md:1:7", "hilang.md:1:7"]);
    let report = folder.run("check --staged b.md");
    assert!(report.stdout.contains("Rapat di mulai pukul"), "the line is that of the index: {}", report.stdout);
    assert!(folder.run("check --staged --diff b.md").stdout.contains("+Rapat dimulai"));
    folder.git(&["checkout", "--quiet", "--force", "HEAD"]);
    let nothing = folder.run("check --staged");
    assert_eq!(nothing.code, 0);
    assert!(nothing.stderr.contains("tidak ada artikel yang berubah"), "{}", nothing.stderr);
}

#[test]
fn before_the_first_commit_all_is_new() {
    let folder = Folder::with(&[("a.md", BAD), ("b.md", BAD)]);
    folder.git(&["init", "--quiet"]);
    assert_eq!(found(&folder, "--changed").len(), 2);
    folder.git(&["add", "a.md"]);
    assert_eq!(found(&folder, "--staged"), ["a.md:1:7"]);
}

#[test]
fn only_what_is_reported_is_fixed() {
    let folder = repository(&[("a.md", OLD)]);
    let changed =
        OLD.replace("Rapat itu pun\n", "Rapat yang lama itu pun\ndi mulai siang atau\n") + "\nTas di bawa pergi.\n";
    folder.write("a.md", changed.as_bytes());
    assert_eq!(folder.run("check --changed --fix").code, 0);
    let expected = changed.replace("di mulai", "dimulai").replace("di bawa", "dibawa");
    assert_eq!(folder.text("a.md"), expected);
    assert_eq!(found(&folder, ""), ["a.md:4:1", "a.md:11:1"]);
}

#[test]
fn what_cannot_be_asked_is_told() {
    let outside = Folder::with(&[("a.md", BAD)]);
    let inside = repository(&[("a.md", BAD)]);
    inside.git(&["checkout", "--quiet", "--orphan", "lain"]);
    inside.write("b.md", GOOD.as_bytes());
    commit(&inside);
    for (folder, arguments, id, en) in [
        (&outside, "check --changed", "repositori git", "git repository"),
        (&outside, "check --staged", "repositori git", "git repository"),
        (
            &inside,
            "check --changed tidak-ada",
            "git tidak mengenal “tidak-ada”",
            "git knows no branch, tag or commit “tidak-ada”",
        ),
        (&inside, "check --changed=-x", "git tidak mengenal “-x”", "git knows no branch, tag or commit “-x”"),
        (&inside, "check --changed main", "leluhur bersama", "ancestor in common"),
        (&inside, "check --staged --fix", "hanya melihat indeks", "only looks at the index"),
        (&inside, "check --changed --staged", "tidak dapat digabung", "cannot be used with"),
        (&inside, "check --staged -", "masukan standar", "standard input"),
    ] {
        for (lang, words) in [("id", id), ("en", en)] {
            let report = folder.run(&format!("{arguments} --lang {lang}"));
            assert_eq!(report.code, 2, "{arguments}: {}", report.stderr);
            assert!(report.stderr.contains(words), "{arguments}: {}", report.stderr);
        }
    }
    let alone = inside.run_alone("check --changed");
    assert!(alone.code == 2 && alone.stderr.contains("git tidak ditemukan"), "{}", alone.stderr);
}
