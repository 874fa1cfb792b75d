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
        ("sekolh", "sekolah"),
        ("asyarakat", "masyarakat"),
        ("penjuaan", "penjualan"),
        ("itulan", "itulah"),
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
    let once = "Kami menyiapkan penggna ini.";
    let often = "Kami menyiapkan penggna ini. Lalu penggna itu dibuka, dan penggna lain ditutup.";
    assert_eq!(found(once, &[]).len(), 1);
    assert_eq!(found(often, &[]), []);
}

#[test]
fn names_numbers_code_and_addresses_are_no_slips() {
    for fine in [
        "Kemarin Sugiarno dan Wahyunignsih bertemu di Kampung Lebbak.",
        "Anggaran BPJSK dan PDAM dibahas di DPRDK bersama Dirjen Hubdat.",
        "Harganya Rp25rb untuk 250ml, 3kg, atau 12mbps pada pukul 09.30wib.",
        "Tulis kepada redaksy@contoh.id atau buka contoh.id/halmaan lalu ikuti @penggna dan #kesehatna.",
        "Berkas laporna.pdf dan fotto.jpg ada di folder unduhan.",
        "Larutan NaHCO3 dan H2SO4 dicampur dengan CaCl2.",
        "Kami memakai browser, plugin, update, dan dashboard baru.",
        "Ia memakai data dari tabel_penggna dan kolom namaPenggna.",
    ] {
        assert_eq!(found(fine, &[]), [], "{fine}");
    }
}

#[test]
fn speech_and_sounds_are_another_register() {
    for fine in [
        "Hahaha, wkwkwk, lucu bangeeet, lamaaa sekali, hehehe.",
        "Udah malem, dia masih nulis dan megang buku, padahal cepet pulang.",
        "Tolong bagiin dan beliin, terus main-mainin bolanya.",
        "Pintu itu berbunyi kriet-kriet, lalu tok-tok-tok, dan jam berdentang teng-teng.",
        "Aduuuh, ya ampuuun, astagaaa, kok gitu sih.",
    ] {
        assert_eq!(found(fine, &[]), [], "{fine}");
    }
}

#[test]
fn other_languages_are_left_alone() {
    for fine in [
        "He said that the weather would be warm and the roads were clear.",
        "Katanya, “Sugeng enjing, kula badhe sowan dhateng griyanipun panjenengan.”",
        "Ora usah wedi, kabeh wis diatur karo sing duwe omah.",
        "Inna lillahi wa inna ilaihi rajiun, ucapnya lirih.",
        "Assalamualaikum warahmatullahi wabarakatuh, hadirin sekalian.",
        "Beliau berkata bahawa perkara itu ditangguhkan kerana syarikat belum bersedia.",
        "Het is een mooie dag en de kinderen spelen in de tuin van hun oma.",
        "Abdi teu acan tuang, naon deui anu kedah disayogikeun ku urang.",
    ] {
        assert_eq!(found(fine, &[]), [], "{fine}");
    }
    let markdown = |text: &str| {
        let rules = catalog::built_in().into_iter().filter(|rule| rule.name == "salah-eja").collect();
        let rules = RuleSet::new(rules, &[], Lang::Id).expect("the rule is built in");
        Linter::new(&rules).lint(&Source::new("", text), Format::Markdown).len()
    };
    assert_eq!(markdown("Fungsi *penggna* dan `untyk` dipakai di sini."), 0);
    assert_eq!(markdown("Perintah penggna dijalankan: `penggna --semua`. Lalu buka [penggna](docs/penggna.md)."), 0);
    assert_eq!(markdown("Perintah penggna dijalankan dengan `sudo` saja."), 1);
}

#[test]
fn words_of_every_field_that_look_like_others_are_left_alone() {
    for fine in [
        "Pelari itu menderita asma, sedangkan lebah dan rusa hidup di hutan lindung.",
        "Guru fisika itu tega karena kami telat, tetapi risalah rapat sudah masif disebar.",
        "Caching dan tracking memakai keyring serta fungsi inline.",
        "Hubungan hierarkis itu dijelaskan oleh seorang ginekolog dan kardiolog.",
    ] {
        assert_eq!(found(fine, &[]), [], "{fine}");
    }
}
