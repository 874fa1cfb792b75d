//! The report as pages for a browser: an index of the site, a page for every article, and one on the rules.
//!
//! All text is escaped by the template library, and nothing is asked of any other place: see `frame`.

mod article;
mod charts;
mod frame;
mod index;
mod marks;
mod name;
mod prose;
mod rules;
mod tally;

pub use article::{ArticlePage, article_page};
pub use frame::{SCRIPT, SCRIPT_NAME, STYLE, STYLE_NAME};
pub use index::{IndexPage, Run, index_page};
pub use name::Names;
pub use rules::rules_page;
pub use tally::Tally;

use crate::diagnostic::Severity;
use crate::rule::{Group, Lang};

/// The name of the index.
pub const INDEX_NAME: &str = "index.html";
/// The name of the page on the rules.
pub const RULES_NAME: &str = "aturan.html";
/// The folder of the articles' pages.
pub const ARTICLES: &str = "artikel";

/// The word for a severity, as a heading.
const fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("Kesalahan", "Errors"),
        Severity::Warning => lang.pick("Peringatan", "Warnings"),
        Severity::Info => lang.pick("Info", "Infos"),
    }
}

/// The word for a severity, of one finding.
const fn one(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("kesalahan", "error"),
        Severity::Warning => lang.pick("peringatan", "warning"),
        Severity::Info => "info",
    }
}

/// The title of a group of rules.
const fn group(group: Group, lang: Lang) -> &'static str {
    match group {
        Group::Ejaan => lang.pick("Ejaan", "Spelling"),
        Group::Kata => lang.pick("Kata", "Words"),
        Group::TandaBaca => lang.pick("Tanda baca", "Punctuation"),
        Group::HurufKapital => lang.pick("Huruf kapital", "Capitals"),
        Group::Kalimat => lang.pick("Kalimat", "Sentences"),
        Group::Gaya => lang.pick("Gaya", "Style"),
        Group::Sisa => lang.pick("Sisa", "Leftovers"),
        Group::Struktur => lang.pick("Struktur", "Structure"),
        Group::Konsistensi => lang.pick("Konsistensi", "Consistency"),
        Group::Saksama => lang.pick("Peredam", "Suppressions"),
    }
}

/// `number` with its thousands set apart as the language does it.
fn grouped(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(match lang {
                Lang::Id => '.',
                Lang::En => ',',
            });
        }
        out.push(digit);
    }
    out
}

/// The day `2026-11-29` in words.
fn day(iso: &str, lang: Lang) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("Januari", "January"),
        ("Februari", "February"),
        ("Maret", "March"),
        ("April", "April"),
        ("Mei", "May"),
        ("Juni", "June"),
        ("Juli", "July"),
        ("Agustus", "August"),
        ("September", "September"),
        ("Oktober", "October"),
        ("November", "November"),
        ("Desember", "December"),
    ];
    let parts: Vec<&str> = iso.split('-').collect();
    let &[year, month, day] = parts.as_slice() else { return iso.to_owned() };
    let month = month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    month.map_or_else(
        || iso.to_owned(),
        |&(id, en)| format!("{} {} {year}", day.trim_start_matches('0'), lang.pick(id, en)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_in_words_of_the_language() {
        for (number, id, en) in [(0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000")] {
            assert_eq!((grouped(number, Lang::Id), grouped(number, Lang::En)), (id.to_owned(), en.to_owned()));
        }
        assert_eq!(grouped(12_345_678, Lang::Id), "12.345.678");
        for (iso, id) in [("2026-05-09", "9 Mei 2026"), ("2026-13-09", "2026-13-09"), ("", "")] {
            assert_eq!(day(iso, Lang::Id), id);
        }
    }
}
