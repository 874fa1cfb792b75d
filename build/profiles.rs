//! The page on profiles, from their data.

use saksama::config::genre;
use saksama::report::{ProfileColumn, ProfileRow, profiles_markdown};
use saksama::rule::Lang;

/// The name of the page in docs/.
pub const fn file(lang: Lang) -> &'static str {
    lang.pick("profil.md", "profiles.md")
}

/// The page.
pub fn page(lang: Lang) -> String {
    let column =
        |genre: genre::Genre| ProfileColumn { name: genre.name, summary: genre.summary, quotation: genre.quotation };
    let row = |difference: genre::Difference| ProfileRow {
        rule: difference.rule,
        severities: std::iter::once(difference.usual).chain(difference.in_profiles).collect(),
    };
    let columns: Vec<_> = genre::all().into_iter().map(column).collect();
    let rows: Vec<_> = genre::differences().into_iter().map(row).collect();
    profiles_markdown(&columns, &rows, lang)
}
