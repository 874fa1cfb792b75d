//! Misspelt words: what is suggested, and what stays silent.

use saksama::format::Format;
use saksama::lint::{Linter, RuleSet};
use saksama::rule::{Lang, catalog};
use saksama::text::Source;

/// Every word found in `text`, with what is suggested first.
fn found(text: &str, accept: &[&str]) -> Vec<(String, String)> {
    let rules = catalog::built_in().into_iter().filter(|rule| rule.name == "salah-eja").collect();
    let accept: Vec<String> = accept.iter().map(ToString::to_string).collect();
    let rules = RuleSet::new(rules, &accept, Lang::Id).expect("the rule is built in");
    let diagnostics = Linter::new(&rules).lint(&Source::new("", text), Format::Plain);
    let first = |fixes: &[saksama::diagnostic::Fix]| fixes[0].edits[0].text.clone();
    diagnostics.iter().map(|found| (found.span.of_text(text).to_owned(), first(&found.fixes))).collect()
}

#[test]
fn a_slip_in_root_affix_or_between_is_mended() {
    for (wrong, right) in [
        ("mengguanakan", "menggunakan"),
        ("menggunkaannya", "menggunakannya"),
        ("dibersihkna", "dibersihkan"),
        ("pemeritnah", "pemerintah"),
        ("masayrakat", "masyarakat"),
        ("kesehatna", "kesehatan"),
        ("sebgai", "sebagai"),
    ] {
        let text = format!("Kami membaca {wrong} di rumah itu.");
        assert_eq!(found(&text, &[]), [(wrong.to_owned(), right.to_owned())], "{wrong}");
    }
}

#[test]
fn capitals_are_kept_and_names_left_alone() {
    let pair = |wrong: &str, right: &str| vec![(wrong.to_owned(), right.to_owned())];
    assert_eq!(found("Sebgai warga, ia datang lebih awal.", &[]), pair("Sebgai", "Sebagai"));
    for fine in
        ["Kemarin ia bertemu Kaian di pasar.", "Ia membaca buku Suwarto tentang Lampong.", "Kata itu xqzvtr saja."]
    {
        assert_eq!(found(fine, &[]), [], "{fine}");
    }
}

#[test]
fn accepted_words_cover_what_is_built_from_them() {
    let text = "Mereka memakai penggna dan penggnanya.";
    assert_eq!(found(text, &[]).len(), 2);
    assert_eq!(found(text, &["penggna"]), []);
    assert_eq!(found(text, &["warga"]).len(), 2);
}

#[test]
fn a_term_of_its_author_is_no_slip() {
    let once = "Kami menyiapkan tempal ini.";
    let often = "Kami menyiapkan tempal ini. Lalu tempal itu dibuka, dan tempal lain ditutup.";
    assert_eq!(found(once, &[]).len(), 1);
    assert_eq!(found(often, &[]), []);
}
