//! Reports for the browser: whole, harmless, and with the numbers of the other reports.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use html5gum::{Token, Tokenizer};
use serde_json::{Value, json};

use super::folder::{Folder, parsed};

/// An article that would take a page over if it were not escaped.
const HOSTILE: &str = "# Judul </title><script>alert(1)</script>\n\nRapat di mulai \"<img src=x onerror='alert(2)'>\" & \
                       </mark></div></body> di mulai pukul <b>sembilan</b>. ]]> --> {{7*7}} &lt;b&gt;\n";

fn site() -> Folder {
    let shared = "Paragraf ini cukup panjang untuk dikenali kembali di berkas lain, karena memuat banyak kata yang sama \
                  persis, dan tidak seorang pun menulisnya dua kali tanpa sengaja dalam dua artikel yang berbeda.\n";
    Folder::with(&[
        ("baik.md", "Rapat dimulai pukul sembilan.\n"),
        ("berita/a b#1?.md", "Rapat di mulai.\n\nItu resiko besar.\n"),
        ("berita/<b>&'\".md", HOSTILE),
        ("tips/A.md", "Ia pergi kerumah.\n"),
        ("tips/a.md", &format!("Ia pergi kerumah.\n\n{shared}")),
        ("tips/c.html", "<p>Acara di mulai.</p><script>var x = 'di mulai';</script>\n"),
        ("tips/d.md", &format!("Judul lain.\n\n{shared}")),
    ])
}

/// The pages of the report in `folder`, by their paths in it.
fn pages(folder: &Folder) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    for name in ["index.html", "aturan.html"] {
        pages.insert(name.to_owned(), folder.text(&format!("laporan/{name}")));
    }
    for entry in std::fs::read_dir(folder.path("laporan/artikel")).expect("there are pages") {
        let name = entry.expect("readable").file_name().to_string_lossy().into_owned();
        pages.insert(format!("artikel/{name}"), folder.text(&format!("laporan/artikel/{name}")));
    }
    pages
}

/// Every element of a page with its attributes.
fn elements(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let element = |token| match token {
        Token::StartTag(tag) => {
            let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
            Some((text(&tag.name), attributes))
        }
        _ => None,
    };
    Tokenizer::new(page).filter_map(|Ok(token)| element(token)).collect()
}

/// The data that the index sorts and filters.
fn data(index: &str) -> Value {
    let (_, rest) = index.split_once("id=\"data\">").expect("the index has data");
    parsed(rest.split("</script>").next().unwrap_or_default())
}

#[test]
fn a_report_is_whole_and_asks_nothing_of_others() {
    let folder = site();
    let run = folder.run("report --html laporan");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("index.html: "), "{}", run.stdout);
    let pages = pages(&folder);
    let ids: BTreeMap<&str, BTreeSet<String>> = pages
        .iter()
        .map(|(name, page)| {
            (name.as_str(), elements(page).into_iter().filter_map(|(_, mut a)| a.remove("id")).collect())
        })
        .collect();
    for (name, page) in &pages {
        for (element, attributes) in elements(page) {
            assert!(!["img", "iframe", "object", "base"].contains(&element.as_str()), "{name}: <{element}>");
            assert!(!attributes.keys().any(|key| key.starts_with("on")), "{name}: {attributes:?}");
            for key in ["href", "src"] {
                let Some(link) = attributes.get(key).filter(|link| *link != "data:,") else { continue };
                let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
                let target = match (path, path.strip_prefix("../")) {
                    ("", _) => name.clone(),
                    (_, Some(above)) => above.to_owned(),
                    _ => Path::new(name).with_file_name(path).to_string_lossy().into_owned(),
                };
                assert!(folder.path(&format!("laporan/{target}")).is_file(), "{name}: {link} leads nowhere");
                let is_choice = fragment.starts_with("aturan=") || fragment.starts_with("cari=");
                let is_there = ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment));
                assert!(fragment.is_empty() || is_choice || is_there, "{name}: {link} leads nowhere");
            }
        }
        let scripts = elements(page).iter().filter(|(element, _)| element == "script").count();
        assert_eq!(scripts, if name == "index.html" { 2 } else { 1 }, "{name}");
        assert!(page.contains("default-src 'none'"), "{name}");
    }
    for asset in ["saksama.css", "saksama.js"] {
        let text = folder.text(&format!("laporan/{asset}"));
        assert!(!text.contains("http") && !text.contains("url(") && !text.contains("@import"), "{asset}");
    }
}

#[test]
fn the_text_of_an_article_is_shown_as_it_is() {
    let folder = site();
    folder.run("report --html laporan");
    let pages = pages(&folder);
    let page = pages.values().find(|page| page.contains("alert(1)")).expect("the article has a page");
    let mut shown = String::new();
    let mut is_text = false;
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                is_text = is_text || tag.attributes.get(b"id".as_slice()).is_some_and(|id| ***id == *b"teks")
            }
            Token::String(text) if is_text => shown.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    for part in [
        "Judul </title><script>alert(1)</script>",
        "<img src=x onerror='alert(2)'>",
        "</mark></div></body>",
        "{{7*7}} &lt;b&gt;",
    ] {
        assert!(shown.contains(part), "`{part}` is not shown in:\n{shown}");
    }
    assert!(page.contains("<mark class=\"e\"") && page.contains("<ins>dimulai</ins>"), "{page}");
}

#[test]
fn the_numbers_are_those_of_the_json_report() {
    let folder = site();
    folder.write("rusak.md", b"\xFF\xFE\x00");
    assert_eq!(folder.run("report --html laporan").code, 2, "a file cannot be read");
    let found = folder.run("check --format json").json();
    let data = data(&folder.text("laporan/index.html"));
    let mut expected: BTreeMap<String, ([u64; 3], BTreeMap<String, u64>)> = BTreeMap::new();
    for finding in found["diagnostics"].as_array().expect("a list") {
        let (severities, rules) = expected.entry(finding["path"].as_str().unwrap_or_default().to_owned()).or_default();
        let place = ["error", "warning", "info"].iter().position(|name| finding["severity"] == **name);
        severities[place.expect("one of three")] += 1;
        *rules.entry(finding["rule"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    let mut counted = BTreeMap::new();
    for article in data["articles"].as_array().expect("a list") {
        let number = |value: &Value| value.as_u64().unwrap_or(u64::MAX);
        let severities = [0, 1, 2].map(|place| number(&article[2][place]));
        let index = |value: &Value| usize::try_from(number(value)).unwrap_or(usize::MAX);
        let name = |value: &Value| data["rules"][index(value)].as_str().unwrap_or_default().to_owned();
        let rules: BTreeMap<_, _> =
            article[3].as_array().into_iter().flatten().map(|pair| (name(&pair[0]), number(&pair[1]))).collect();
        if severities != [0; 3] {
            counted.insert(article[0].as_str().unwrap_or_default().to_owned(), (severities, rules));
        }
        let page = folder.text(&format!("laporan/artikel/{}", article[1].as_str().unwrap_or_default()));
        let cards = elements(&page).iter().filter(|(_, a)| a.get("id").is_some_and(|id| id.starts_with('f'))).count();
        assert_eq!(cards as u64, severities.iter().sum::<u64>(), "{article}");
    }
    assert_eq!(counted, expected);
    assert!(expected.values().any(|(_, rules)| rules.contains_key("paragraf-lintas-berkas")), "{expected:?}");
    assert_eq!(
        data["articles"].as_array().map(Vec::len),
        found["summary"]["files"].as_u64().and_then(|n| n.try_into().ok())
    );
    assert!(folder.text("laporan/index.html").contains("rusak.md"), "what was not checked is told");
}

#[test]
fn nothing_but_an_earlier_report_is_written_over() {
    let folder = site();
    folder.write("milik/catatan.txt", b"jangan");
    let refused = folder.run("report --html milik");
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("milik"), "{}", refused.stderr);
    assert_eq!(folder.text("milik/catatan.txt"), "jangan");
    assert!(!folder.path("milik/index.html").exists());

    assert_eq!(folder.run("report tips --html laporan --lang en").code, 0);
    let before = pages(&folder).len();
    let marker = folder.text("laporan/saksama-report.json");
    let day = parsed(&marker)["runs"][0]["day"].as_str().unwrap_or_default().to_owned();
    folder.write("laporan/saksama-report.json", marker.replace(&day, "2025-01-31").as_bytes());
    folder.write("laporan/artikel/catatan.html", b"jangan");
    std::fs::remove_file(folder.path("tips/c.html")).expect("it is there");
    assert_eq!(folder.run("report tips --html laporan").code, 0);
    let after = pages(&folder);
    assert_eq!(after.len(), before, "a page is gone, and the foreign one is there");
    assert_eq!(after["artikel/catatan.html"], "jangan");
    assert!(after["index.html"].contains("Perkembangan"), "the second report shows how the numbers went");
    let runs = parsed(&folder.text("laporan/saksama-report.json"));
    assert_eq!(runs["runs"].as_array().map(Vec::len), Some(2));
    assert!(after["index.html"].contains("31 Januari 2025"));
    let found = folder.run("check tips --format json").json()["diagnostics"].as_array().map(Vec::len);
    assert_eq!(runs["runs"][1]["findings"], json!(found), "{runs}");

    folder.write("laporan/index.html", b"milik orang");
    assert_eq!(folder.run("report tips --html laporan").code, 2);
    assert_eq!(folder.text("laporan/index.html"), "milik orang");
    let checked = folder.run("check --format json").json();
    let paths: Vec<&str> =
        checked["diagnostics"].as_array().into_iter().flatten().filter_map(|d| d["path"].as_str()).collect();
    assert!(!paths.iter().any(|path| path.contains("laporan/")), "pages are no articles: {paths:?}");
}

#[test]
fn with_a_baseline_the_report_holds_what_is_new() {
    let folder = site();
    assert_eq!(folder.run("baseline").code, 0);
    folder.write("baru.md", b"Lomba di mulai besok.\n");
    let number = |words: &str| {
        let run = folder.run(words);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let articles = data(&folder.text("laporan/index.html"))["articles"].as_array().cloned().unwrap_or_default();
        articles
            .iter()
            .flat_map(|article| article[2].as_array().cloned().unwrap_or_default())
            .filter_map(|n| n.as_u64())
            .sum::<u64>()
    };
    let all = folder.run("check --no-baseline --format json").json()["diagnostics"].as_array().map_or(0, Vec::len);
    assert_eq!(number("report --html laporan"), 1);
    let index = folder.text("laporan/index.html");
    assert!(index.contains("Dibandingkan dengan baseline") && index.contains(&format!(">{}<", all - 1)), "{index}");
    assert_eq!(number("report --html laporan --no-baseline"), all as u64);
    assert!(!folder.text("laporan/index.html").contains("Dibandingkan dengan baseline"));
}
