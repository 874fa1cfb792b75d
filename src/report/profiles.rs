//! The page on profiles: for which texts each is, and which rules it treats otherwise.

use std::fmt::Write as _;

use super::page::severity;
use crate::diagnostic::Severity;
use crate::rule::{Lang, Quotation};

/// A profile as the page shows it.
#[derive(Clone, Debug)]
pub struct ProfileColumn {
    /// Its name.
    pub name: &'static str,
    /// For which texts it is, in Indonesian and English.
    pub summary: [String; 2],
    /// What becomes of quoted speech; as each rule says when not said.
    pub quotation: Option<Quotation>,
}

/// A rule that is not the same in all profiles.
#[derive(Clone, Debug)]
pub struct ProfileRow {
    /// The rule.
    pub rule: String,
    /// Its severity without a profile and then in each one; `None` is off.
    pub severities: Vec<Option<Severity>>,
}

/// The page in Markdown.
pub fn profiles_markdown(profiles: &[ProfileColumn], rows: &[ProfileRow], lang: Lang) -> String {
    let mut out = lang.pick(HEAD.0, HEAD.1).to_owned();
    for profile in profiles {
        let _infallible = writeln!(
            out,
            "- **`{}`** {}",
            profile.name,
            after_name(lang.pick(&profile.summary[0], &profile.summary[1]))
        );
    }
    out.push_str(lang.pick(TABLE.0, TABLE.1));
    let names = profiles.iter().map(|profile| format!("`{}`", profile.name)).collect::<Vec<_>>().join(" | ");
    let _infallible = writeln!(out, "| {} | {names} |", lang.pick("aturan | tanpa profil", "rule | no profile"));
    let _infallible = writeln!(out, "| --- |{}", " --- |".repeat(profiles.len() + 1));
    let as_rules = lang.pick("menurut aturan", "as the rules say");
    let quotations = profiles.iter().map(|profile| profile.quotation.map_or(as_rules, Quotation::name));
    let quotations = quotations.collect::<Vec<_>>().join(" | ");
    let _infallible = writeln!(out, "| {} | {as_rules} | {quotations} |", lang.pick("*kutipan*", "*quotations*"));
    for row in rows {
        let off = lang.pick("mati", "off");
        let cells = row.severities.iter().map(|known| known.map_or(off, |known| severity(known, lang)));
        let folder = lang.pick("id", "en");
        let cells = cells.collect::<Vec<_>>().join(" | ");
        let _infallible = writeln!(out, "| [{0}](rules/{folder}/{0}.md) | {cells} |", row.rule);
    }
    out
}

/// The summary without the name it begins with.
fn after_name(summary: &str) -> &str {
    summary.split_once(": ").map_or(summary, |(_, rest)| rest)
}

const HEAD: (&str, &str) = (
    "# Profil\n\n\
     Profil adalah pengaturan siap pakai untuk satu jenis tulisan. Ia dipilih dengan `profile = \"berita\"` dalam `saksama.toml`, juga\n\
     di dalam `[[overrides]]` untuk berkas tertentu, atau dengan `--profile berita`. Semua yang disebut dalam `saksama.toml` menimpa\n\
     profil. Tanpa profil, aturan berlaku sebagaimana tertulis dalam berkasnya; itu cocok untuk artikel web.\n\
     `saksama rules --profile berita` menampilkan aturan yang nyala dalam profil itu. (In English: [profiles.md](profiles.md).)\n\n",
    "# Profiles\n\n\
     A profile is a set of settings for one kind of text. `profile = \"berita\"` in `saksama.toml` chooses it, also inside\n\
     `[[overrides]]` for some files, and so does `--profile berita`. Whatever `saksama.toml` says goes before the profile. Without\n\
     a profile the rules are as their files have them, which suits articles on the web. `saksama rules --profile berita` lists the\n\
     rules that are on in it. (Dalam bahasa Indonesia: [profil.md](profil.md).)\n\n",
);

const TABLE: (&str, &str) = (
    "\n## Bedanya\n\nAturan yang tidak disebut di sini sama dalam semua profil. Tabel ini dibuat dari data profil.\n\n",
    "\n## What differs\n\nRules that are not named here are the same in all profiles. The table is made from the profiles' data.\n\n",
);
