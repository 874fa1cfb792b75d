//! The index of the site: what was found, by severity, group, rule, folder and article.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde::Serialize;

use super::charts::{self, Bar};
use super::frame::{Assets, data, page};
use super::tally::{ORDER, Tally, class};
use super::{ARTICLES, RULES_NAME, day, group, grouped, one, severity};
use crate::report::json::to_json;
use crate::report::{Skipped, visible};
use crate::rule::{Group, Lang, Rule};

/// So many articles are in the index as it is written; the others come from its data.
const FIRST: usize = 50;
/// So many bars are shown of the rules.
const BARS: usize = 10;

/// One run of the report, as the next one remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The day: `2026-11-29`.
    pub day: String,
    /// The number of articles.
    pub articles: usize,
    /// All findings.
    pub findings: usize,
}

/// What the index is made of.
pub struct IndexPage<'a> {
    /// The articles, in order of path: path, name of the page, and numbers.
    pub articles: &'a [(&'a str, &'a str, &'a Tally)],
    /// The rules that were applied.
    pub rules: &'a [Rule],
    /// How many findings a baseline knows, which are not among these; `None` without one.
    pub known: Option<usize>,
    /// What was not checked.
    pub skipped: &'a [Skipped],
    /// The runs so far, this one last.
    pub runs: &'a [Run],
    /// The language of all words.
    pub lang: Lang,
}

/// The index as HTML.
pub fn index_page(site: &IndexPage) -> String {
    let lang = site.lang;
    let mut all = Tally::default();
    site.articles.iter().for_each(|(_, _, tally)| all.add(tally));
    let title = lang.pick("Laporan Saksama", "Saksama report");
    let body = html! {
        a.skip href="#artikel" { (lang.pick("Langsung ke daftar artikel", "Skip to the articles")) }
        header.top {
            h1 { (title) }
            @if let Some(run) = site.runs.last() { p.day { (lang.pick("Dibuat pada ", "Made on ")) (day(&run.day, lang)) } }
        }
        main.index {
            (figures(site, &all))
            div.grid {
                (baseline(site, &all))
                (trend(site))
                section.panel.half {
                    h2 { (lang.pick("Menurut tingkat", "By severity")) }
                    div.legend {
                        (charts::ring(all.severities, lang))
                        ul.key {
                            @for (of, count) in ORDER.into_iter().zip(all.severities) {
                                li { span class={ "dot " (class(of)) } aria-hidden="true" {} (severity(of, lang)) " " b { (grouped(count, lang)) } }
                            }
                        }
                    }
                }
                section.panel.half {
                    h2 { (lang.pick("Temuan per artikel", "Findings per article")) }
                    (charts::columns(&spread(site), lang.pick("Artikel menurut banyaknya temuan", "Articles by number of findings"), lang))
                    p.hint { (lang.pick("Banyaknya artikel dengan sekian temuan.", "How many articles have so many findings.")) }
                }
                section.panel.half {
                    h2 { (lang.pick("Menurut kelompok", "By group")) }
                    (charts::bars(&groups(site, &all), lang))
                }
                section.panel.half {
                    h2 { (lang.pick("Aturan yang paling sering", "The most frequent rules")) }
                    (charts::bars(&frequent(&all), lang))
                }
            }
            (rules(site, &all))
            (folders(site))
            (articles(site))
            (skipped(site))
        }
        (data("data", &to_json(&Data::of(site))))
    };
    page(title, lang, Assets::Inside, &body)
}

fn figures(site: &IndexPage, all: &Tally) -> Markup {
    let lang = site.lang;
    let clean = site.articles.iter().filter(|(_, _, tally)| tally.findings() == 0).count();
    let share = if site.articles.is_empty() { 100 } else { clean * 100 / site.articles.len() };
    html! {
        ul.figures aria-label=(lang.pick("Ringkasan", "Summary")) {
            li { b { (grouped(site.articles.len(), lang)) } span { (lang.pick("artikel", "articles")) } }
            li.ok { b { (share) "%" } span { (lang.pick("tanpa temuan", "without findings")) } }
            @for (of, count) in ORDER.into_iter().zip(all.severities) {
                li class=(class(of)) { b { (grouped(count, lang)) } span { (severity(of, lang).to_lowercase()) } }
            }
            li.ok { b { (grouped(all.fixable, lang)) } span { (lang.pick("dapat diperbaiki dengan aman", "safely fixable")) } }
        }
    }
}

/// What is new and what is old, where there is a baseline.
fn baseline(site: &IndexPage, all: &Tally) -> Markup {
    let lang = site.lang;
    let Some(known) = site.known else { return html! {} };
    let bar = |name: &str, count| Bar { name: name.to_owned(), count, link: None };
    let shares = [
        bar(lang.pick("Baru", "New"), all.findings()),
        bar(lang.pick("Lama, di baseline", "Old, in the baseline"), known),
    ];
    html! {
        section.panel.whole {
            h2 { (lang.pick("Dibandingkan dengan baseline", "Compared with the baseline")) }
            (charts::bars(&shares, lang))
            p.hint {
                (lang.pick(
                    "Laporan ini memuat yang baru; --no-baseline memuat semuanya.",
                    "This report holds what is new; --no-baseline holds all.",
                ))
            }
        }
    }
}

/// How the number of findings went from run to run, once there have been two.
fn trend(site: &IndexPage) -> Markup {
    let lang = site.lang;
    let [.., before, now] = site.runs else { return html! {} };
    let points: Vec<(String, usize)> = site.runs.iter().map(|run| (day(&run.day, lang), run.findings)).collect();
    let change = now.findings.abs_diff(before.findings);
    let says = match now.findings.cmp(&before.findings) {
        std::cmp::Ordering::Less => {
            lang.pick("temuan lebih sedikit daripada laporan sebelumnya", "findings fewer than in the report before")
        }
        std::cmp::Ordering::Equal => {
            lang.pick("Sama banyak dengan laporan sebelumnya", "As many as in the report before")
        }
        std::cmp::Ordering::Greater => {
            lang.pick("temuan lebih banyak daripada laporan sebelumnya", "findings more than in the report before")
        }
    };
    html! {
        section.panel.whole {
            h2 { (lang.pick("Perkembangan", "Trend")) }
            (charts::line(&points, lang))
            p.hint { @if change > 0 { b { (grouped(change, lang)) } " " } (says) "." }
        }
    }
}

/// How many articles have no, one, two … findings.
fn spread(site: &IndexPage) -> Vec<(String, usize)> {
    const UP_TO: [(usize, &str); 6] = [(0, "0"), (1, "1"), (3, "2–3"), (7, "4–7"), (15, "8–15"), (usize::MAX, "16+")];
    let mut counts = [0; UP_TO.len()];
    for (_, _, tally) in site.articles {
        let place = UP_TO.iter().position(|(most, _)| tally.findings() <= *most).unwrap_or(0);
        counts[place] += 1;
    }
    UP_TO.iter().zip(counts).map(|((_, name), count)| ((*name).to_owned(), count)).collect()
}

fn groups(site: &IndexPage, all: &Tally) -> Vec<Bar> {
    let count = |of: Group| {
        let names = site.rules.iter().filter(move |rule| rule.group == of).map(|rule| &rule.name);
        names.filter_map(|name| all.rules.get(name)).sum()
    };
    let bar = |of: Group| Bar { name: group(of, site.lang).to_owned(), count: count(of), link: None };
    let mut bars: Vec<Bar> = Group::ALL.into_iter().map(bar).filter(|bar| bar.count > 0).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    bars
}

fn frequent(all: &Tally) -> Vec<Bar> {
    let mut bars: Vec<Bar> = all
        .rules
        .iter()
        .map(|(name, &count)| Bar { name: name.clone(), count, link: Some(format!("{RULES_NAME}#{name}")) })
        .collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    bars.truncate(BARS);
    bars
}

fn rules(site: &IndexPage, all: &Tally) -> Markup {
    let lang = site.lang;
    let mut articles: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, tally) in site.articles {
        tally.rules.keys().for_each(|rule| *articles.entry(rule).or_default() += 1);
    }
    let mut spoken: Vec<(&String, usize)> = all.rules.iter().map(|(rule, &count)| (rule, count)).collect();
    spoken.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let of = |name: &str| site.rules.iter().find(|rule| rule.name == name);
    html! {
        section.panel #aturan {
            h2 { (lang.pick("Aturan", "Rules")) }
            (filter("aturan-tabel", lang.pick("Saring aturan", "Filter rules"), lang))
            div.scroll tabindex="0" role="region" aria-label=(lang.pick("Aturan", "Rules")) {
                table.sortable #aturan-tabel {
                    thead { tr {
                        (heading(lang.pick("Aturan", "Rule"), "text")) (heading(lang.pick("Kelompok", "Group"), "text"))
                        (heading(lang.pick("Tingkat", "Severity"), "text")) (heading(lang.pick("Temuan", "Findings"), "number"))
                        (heading(lang.pick("Artikel", "Articles"), "number")) th scope="col" { (lang.pick("Daftar", "List")) }
                    } }
                    tbody {
                        @for (name, count) in &spoken {
                            @let rule = of(name);
                            tr {
                                th scope="row" { a href={ (RULES_NAME) "#" (name) } { (name) } }
                                td { @if let Some(rule) = rule { (group(rule.group, lang)) } }
                                td { @if let Some(rule) = rule { span class={ "tag " (class(rule.severity)) } { (one(rule.severity, lang)) } } }
                                td.number data-v=(count) { (grouped(*count, lang)) }
                                @let articles = articles.get(name.as_str()).copied().unwrap_or(0);
                                td.number data-v=(articles) { (grouped(articles, lang)) }
                                td { a.small href={ "#aturan=" (name) } { (lang.pick("artikelnya", "its articles")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn folders(site: &IndexPage) -> Markup {
    let lang = site.lang;
    let mut folders: BTreeMap<&str, (usize, Tally)> = BTreeMap::new();
    for (path, _, tally) in site.articles {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (articles, sum) = folders.entry(folder).or_default();
        *articles += 1;
        sum.add(tally);
    }
    if folders.len() < 2 {
        return html! {};
    }
    html! {
        section.panel #folder {
            h2 { (lang.pick("Folder", "Folders")) }
            (filter("folder-tabel", lang.pick("Saring folder", "Filter folders"), lang))
            div.scroll tabindex="0" role="region" aria-label=(lang.pick("Folder", "Folders")) {
                table.sortable #folder-tabel {
                    thead { tr {
                        (heading(lang.pick("Folder", "Folder"), "text")) (heading(lang.pick("Artikel", "Articles"), "number"))
                        @for of in ORDER { (heading(severity(of, lang), "number")) }
                        (heading(lang.pick("Per artikel", "Per article"), "number"))
                    } }
                    tbody {
                        @for (folder, (articles, sum)) in &folders {
                            tr {
                                th scope="row" { a href={ "#cari=" (encoded(folder)) "/" } { @if folder.is_empty() { "." } @else { (visible(folder)) } } }
                                td.number data-v=(articles) { (grouped(*articles, lang)) }
                                @for count in sum.severities { td.number data-v=(count) { (grouped(count, lang)) } }
                                @let tenths = sum.findings() * 10 / articles;
                                td.number data-v=(tenths) { (tenths / 10) (lang.pick(",", ".")) (tenths % 10) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The worst articles; the script puts all of them in their place, sorted and filtered as one likes.
fn articles(site: &IndexPage) -> Markup {
    let lang = site.lang;
    let mut worst: Vec<_> = site.articles.iter().collect();
    worst.sort_by_key(|(_, _, tally)| std::cmp::Reverse((tally.severities[0], tally.findings())));
    html! {
        section.panel #artikel {
            h2 { (lang.pick("Artikel", "Articles")) }
            div.tools {
                label { (lang.pick("Cari", "Search")) " "
                    input #cari type="search" placeholder=(lang.pick("jalur berkas …", "path …")) autocomplete="off"; }
                label { (lang.pick("Aturan", "Rule")) " "
                    select #pilih-aturan { option value="" { (lang.pick("semua", "all")) } } }
                label { (lang.pick("Tingkat", "Severity")) " "
                    select #pilih-tingkat {
                        option value="" { (lang.pick("semua", "all")) }
                        @for (index, of) in ORDER.into_iter().enumerate() { option value=(index) { (severity(of, lang)) } }
                    } }
                span #jumlah .hint role="status" {}
            }
            div.scroll tabindex="0" role="region" aria-label=(lang.pick("Artikel", "Articles")) {
                table #artikel-tabel {
                    thead { tr {
                        (heading(lang.pick("Artikel", "Article"), "text"))
                        @for of in ORDER { (heading(severity(of, lang), "number")) }
                        (heading(lang.pick("Temuan", "Findings"), "number"))
                    } }
                    tbody {
                        @for (path, page, tally) in worst.iter().take(FIRST) {
                            tr {
                                th scope="row" { a href={ (ARTICLES) "/" (page) } { (visible(path)) } }
                                @for count in tally.severities { td.number { (grouped(count, lang)) } }
                                td.number { (grouped(tally.findings(), lang)) }
                            }
                        }
                    }
                }
            }
            div.pages hidden {
                button #mundur type="button" { "← " (lang.pick("Sebelumnya", "Previous")) }
                span #halaman role="status" {}
                button #maju type="button" { (lang.pick("Berikutnya", "Next")) " →" }
            }
        }
    }
}

fn skipped(site: &IndexPage) -> Markup {
    let lang = site.lang;
    html! {
        @if !site.skipped.is_empty() {
            section.panel #dilewati {
                h2 { (lang.pick("Tidak diperiksa", "Not checked")) }
                ul.plain { @for skipped in site.skipped { li { code { (visible(&skipped.path)) } ": " (visible(&skipped.message)) } } }
            }
        }
    }
}

fn heading(name: &str, kind: &str) -> Markup {
    html! { th scope="col" .number[kind == "number"] aria-sort="none" { button type="button" data-k=(kind) { (name) } } }
}

fn filter(table: &str, name: &str, lang: Lang) -> Markup {
    html! {
        div.tools {
            label { (name) " " input.filter type="search" data-table=(table) placeholder=(lang.pick("ketik …", "type …")) autocomplete="off"; }
        }
    }
}

/// `text` as it may stand in the fragment of a link; browsers write the rest of it as they like.
fn encoded(text: &str) -> String {
    text.replace('%', "%25")
}

/// An article: path, page, findings by severity, and pairs of a rule's index and its findings.
type Numbers<'s> = (&'s str, &'s str, [usize; 3], Vec<(usize, usize)>);

/// The articles as the script reads them.
#[derive(Serialize)]
struct Data<'s> {
    lang: &'static str,
    folder: &'static str,
    words: [&'static str; 3],
    rules: Vec<&'s str>,
    articles: Vec<Numbers<'s>>,
}

impl<'s> Data<'s> {
    fn of(site: &IndexPage<'s>) -> Self {
        let mut names: Vec<&str> =
            site.articles.iter().flat_map(|(_, _, tally)| tally.rules.keys().map(String::as_str)).collect();
        names.sort_unstable();
        names.dedup();
        let rule = |name: &String| names.binary_search(&name.as_str()).unwrap_or(0);
        let article = |&(path, page, tally): &(&'s str, &'s str, &'s Tally)| {
            let rules = tally.rules.iter().map(|(name, &count)| (rule(name), count)).collect();
            (path, page, tally.severities, rules)
        };
        let articles = site.articles.iter().map(article).collect();
        let words = [
            site.lang.pick("{n} artikel", "{n} articles"),
            site.lang.pick("Halaman {a} dari {b}", "Page {a} of {b}"),
            site.lang.pick("Tidak ada artikel yang cocok.", "No article matches."),
        ];
        Self { lang: site.lang.pick("id", "en"), folder: ARTICLES, words, rules: names, articles }
    }
}
