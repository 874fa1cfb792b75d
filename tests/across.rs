//! What several files share, told by the program in every format.

#[expect(dead_code, reason = "shared with the tests of the command line, which need more of it")]
#[path = "cli/folder.rs"]
mod folder;

use folder::Folder;

const FIRST: &str = "Danau itu terbentuk dari letusan gunung ribuan tahun yang lalu, ketika tepi kawah runtuh dan air hujan \
    mengisinya sedikit demi sedikit sampai penuh. Airnya tenang, dikelilingi hutan pinus yang rapat, dan pada pagi hari sering \
    tertutup kabut tipis.\n";
const SECOND: &str = "Penduduk desa di tepinya hidup dari ikan mujair dan kebun sayur yang mereka garap bersama sejak tahun \
    tujuh puluhan. Pada musim kemarau mereka menimba air dari danau dengan pompa kecil dan menyiram kol serta wortel dua kali \
    sehari.\n";
const OTHER: &str = "Perjalanan dari kota memakan waktu dua jam.\n";
const RULE: &str = "paragraf-lintas-berkas";

/// The article with both paragraphs, one with both behind an own sentence, and one without.
fn copied() -> Folder {
    let copy = format!("{OTHER}\n{}\n{SECOND}", FIRST.replace("sering tertutup", "kerap tertutup"));
    Folder::with(&[("a.md", &format!("{FIRST}\n{SECOND}")), ("b.md", &copy), ("c.md", OTHER)])
}

#[test]
fn both_places_are_told_in_every_format() {
    let folder = copied();
    let json = folder.run("check --format json").json();
    let found = &json["diagnostics"][0];
    assert_eq!((&found["path"], &found["rule"]), (&"b.md".into(), &RULE.into()));
    assert_eq!((&found["severity"], &found["location"]["start"]["line"]), (&"warning".into(), &3.into()));
    assert_eq!((&found["related"][0]["path"], &found["related"][0]["start"]), (&"a.md".into(), &0.into()));
    assert_eq!(found["related"][1]["location"]["start"]["line"], 3);
    assert!(found["related"][2]["path"].is_null(), "the second paragraph in b.md itself");
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(1));
    assert_eq!((&json["summary"]["files"], &json["summary"]["warnings"]), (&3.into(), &1.into()));

    let sarif = folder.run("check --format sarif").json();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a.md");
    assert_eq!(result["relatedLocations"][2]["physicalLocation"]["artifactLocation"]["uri"], "b.md");
    assert!(folder.run("check --format concise").stdout.ends_with(" (a.md:1:1, a.md:3:1)\n"));
    assert!(folder.run("check --format github").stdout.contains("%0Aa.md:1:1%0Aa.md:3:1"));
    assert!(folder.run("check --format jsonl").stdout.contains("\"path\":\"a.md\""));
    let text = folder.run("check").stdout;
    assert!(text.contains("b.md:3:1") && text.contains("= a.md:1:1: juga di sini: “Danau itu"), "{text}");
    assert!(folder.run("check --statistics").stdout.contains(RULE));
}

#[test]
fn the_outcome_counts_and_can_be_configured() {
    let folder = copied();
    assert_eq!(folder.run("check").code, 1);
    assert_eq!(folder.run("check a.md c.md").code, 0);
    assert_eq!(folder.run("check b.md").code, 0, "one file has nothing to be compared with");
    assert_eq!(folder.run(&format!("check --ignore {RULE}")).code, 0);
    assert_eq!(folder.run("check --select di-terpisah").code, 0);
    assert_eq!(folder.run("check - --stdin-filename b.md").code, 0);
    folder.write("saksama.toml", format!("[rules]\n{RULE} = \"error\"\n").as_bytes());
    assert_eq!(folder.run("check --format json").json()["diagnostics"][0]["severity"], "error");
    folder.write(
        "saksama.toml",
        format!("[[overrides]]\nfiles = [\"b.md\"]\nrules = {{ {RULE} = \"off\" }}\n").as_bytes(),
    );
    assert_eq!(folder.run("check").code, 0);
}

#[test]
fn a_comment_silences_it_and_is_of_use() {
    let folder = copied();
    let silent = format!("<!-- saksama-disable-file {RULE} -->\n\n{}", folder.text("b.md"));
    folder.write("b.md", silent.as_bytes());
    let report = folder.run("check --preview --format concise");
    assert_eq!((report.stdout.as_str(), report.code), ("", 0));
}

#[test]
fn a_comment_without_a_name_is_of_use_where_it_may_silence_it() {
    let folder = copied();
    let silent = format!("<!-- saksama-disable-file -->\n\n{}", folder.text("b.md"));
    folder.write("b.md", silent.as_bytes());
    let report = folder.run("check --preview --format concise");
    assert_eq!((report.stdout.as_str(), report.code), ("", 0));
    let without = format!("<!-- saksama-disable-file -->\n\n{OTHER}");
    folder.write("c.md", without.as_bytes());
    let report = folder.run("check --preview --format concise");
    assert!(report.stdout.starts_with("c.md:1:1"), "nothing to silence there: {}", report.stdout);
}

#[test]
fn what_stands_in_many_files_is_told_once() {
    let names: Vec<String> = (0..9).map(|number| format!("halaman-{number}.md")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), FIRST)).collect();
    let folder = Folder::with(&files);
    let found = folder.run("check --format json").json();
    assert_eq!(found["diagnostics"].as_array().map(Vec::len), Some(1));
    assert_eq!(found["diagnostics"][0]["severity"], "info");
    assert!(found["diagnostics"][0]["message"].as_str().is_some_and(|text| text.contains("dan 7 berkas lain")));
}

#[test]
fn the_report_does_not_depend_on_the_order_of_the_files() {
    let folder = copied();
    for number in 0..40 {
        folder.write(&format!("isi-{number}.md"), format!("{OTHER}\nIni berkas ke-{number}.\n\n{SECOND}").as_bytes());
    }
    let reports = ["check a.md b.md isi-1.md isi-7.md", "check isi-7.md isi-1.md b.md a.md"].map(|arguments| {
        let report = folder.run(&format!("{arguments} --format json"));
        (report.stdout, report.code)
    });
    assert_eq!(reports[0], reports[1]);
    let whole = folder.run("check --format json").stdout;
    assert!((0..3).all(|_| folder.run("check --format json").stdout == whole));
}
