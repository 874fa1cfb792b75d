//! The page of one article: its text with the marked places, and what is said of each.

use maud::{Markup, html};

use super::frame::{Assets, page};
use super::marks::{Piece, lines};
use super::tally::{ORDER, Tally, class};
use super::{INDEX_NAME, RULES_NAME, grouped, one, severity};
use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::report::elsewhere::elsewhere;
use crate::report::{Change, Places, changes, visible};
use crate::rule::Lang;
use crate::text::Source;

/// A place over more bytes than this is only underlined faintly, so that the text stays readable.
const WIDE: u32 = 160;
/// So many places of a fix, and so many further places, are shown.
const SHOWN: usize = 4;

/// What the page of an article is made of.
pub struct ArticlePage<'a> {
    /// The text.
    pub source: &'a Source,
    /// What was found in it, sorted by place.
    pub diagnostics: &'a [Diagnostic],
    /// The language of the words around the messages.
    pub lang: Lang,
    /// The name of the page of another article, in the same folder.
    pub link: &'a dyn Fn(&str) -> String,
}

/// The page as HTML.
pub fn article_page(article: &ArticlePage) -> String {
    let ArticlePage { source, diagnostics, lang, .. } = *article;
    let tally = Tally::of(diagnostics);
    let body = html! {
        a.skip href="#teks" { (lang.pick("Langsung ke teks", "Skip to the text")) }
        header.top {
            nav.crumbs aria-label=(lang.pick("Letak", "Location")) {
                a href={ "../" (INDEX_NAME) } { "← " (lang.pick("Laporan", "Report")) }
            }
            h1.path { (visible(&source.name)) }
            ul.chips {
                @for (of, count) in ORDER.into_iter().zip(tally.severities) {
                    li class={ "chip " (class(of)) } { b { (grouped(count, lang)) } " " (severity(of, lang)) }
                }
                li.chip.ok { b { (grouped(tally.fixable, lang)) } " " (lang.pick("perbaikan aman", "safe fixes")) }
            }
        }
        main.article {
            div #teks .text lang="id" { (text(article)) }
            aside.findings aria-label=(lang.pick("Temuan", "Findings")) {
                h2 { (lang.pick("Temuan", "Findings")) " (" (grouped(diagnostics.len(), lang)) ")" }
                @if diagnostics.is_empty() {
                    p.empty { (lang.pick("Tidak ada temuan dalam artikel ini.", "Nothing was found in this article.")) }
                } @else {
                    p.hint { (lang.pick("Tombol ", "The keys ")) kbd { "n" } (lang.pick(" dan ", " and ")) kbd { "p" }
                        (lang.pick(" melompat ke temuan berikut dan sebelumnya.", " go to the next and the previous finding.")) }
                    ol.cards {
                        @let places = Places::new(&source.text);
                        @for (index, diagnostic) in diagnostics.iter().enumerate() {
                            (card(article, &places, index, diagnostic))
                        }
                    }
                }
            }
        }
        div #tip .tip role="tooltip" hidden {}
    };
    let title = format!("{} – Saksama", visible(&source.name));
    page(&title, lang, Assets::Above, &body)
}

/// The text, a line an element.
fn text(article: &ArticlePage) -> Markup {
    let ArticlePage { source, diagnostics, .. } = *article;
    let is_markdown = source.name.rsplit('.').next().is_some_and(|end| matches!(end, "md" | "mdx" | "markdown"));
    html! {
        @for (number, line) in lines(&source.text, diagnostics).iter().enumerate() {
            @let first = line.first().map_or("", |piece| piece.text);
            div.l.h[is_markdown && first.starts_with('#')] id={ "b" (number + 1) } {
                span.n aria-hidden="true" { (number + 1) }
                span.t { @for piece in line { (marked(article, piece)) } }
            }
        }
    }
}

/// A piece of a line; where it belongs to findings, with what is said of them for pointer and keyboard.
fn marked(article: &ArticlePage, piece: &Piece) -> Markup {
    let ArticlePage { diagnostics, lang, .. } = *article;
    // Of several findings in one place, the narrowest is meant.
    let Some(&main) = piece.findings.iter().min_by_key(|&&index| diagnostics[index].span.len()) else {
        return html! { (visible(piece.text)) };
    };
    let diagnostic = &diagnostics[main];
    let is_wide = diagnostic.span.len() > WIDE;
    let said: Vec<&str> = piece.findings.iter().map(|&index| diagnostics[index].message.as_str()).collect();
    let name = format!("{} – {}: {}", piece.text, one(diagnostic.severity, lang), diagnostic.message);
    html! {
        @for index in &piece.begins { a.at id={ "t" (index + 1) } {} }
        mark.(class(diagnostic.severity)).wide[is_wide] .none[piece.text.is_empty()] data-f=(numbers(&piece.findings, " "))
            tabindex=[(!piece.begins.is_empty()).then_some("0")] role=[(!piece.begins.is_empty()).then_some("button")] aria-label=[(!piece.begins.is_empty()).then_some(&name)]
            title=(said.join("\n")) { (visible(piece.text)) }
        @if !piece.begins.is_empty() { sup.ref aria-hidden="true" { (numbers(&piece.begins, ",")) } }
    }
}

/// The numbers of findings as people count them.
fn numbers(findings: &[usize], separator: &str) -> String {
    findings.iter().map(|index| (index + 1).to_string()).collect::<Vec<_>>().join(separator)
}

fn card(article: &ArticlePage, places: &Places, index: usize, diagnostic: &Diagnostic) -> Markup {
    let ArticlePage { source, lang, .. } = *article;
    let at = places.location(diagnostic.span.start);
    html! {
        li.card.(class(diagnostic.severity)) id={ "f" (index + 1) } {
            p.what {
                a.number href={ "#t" (index + 1) } { (index + 1) }
                span class={ "tag " (class(diagnostic.severity)) } { (one(diagnostic.severity, lang)) }
                a.rule href={ "../" (RULES_NAME) "#" (diagnostic.rule) } { (diagnostic.rule) }
                span.where { (at.line) ":" (at.column) }
            }
            p.message { (visible(&diagnostic.message)) }
            @for fix in diagnostic.fixes.iter().take(SHOWN) { (fix_of(&source.text, fix, lang)) }
            (further(article, places, diagnostic))
        }
    }
}

fn fix_of(text: &str, fix: &Fix, lang: Lang) -> Markup {
    let all = changes(text, &fix.edits);
    let more = all.len().saturating_sub(SHOWN);
    html! {
        div.fix {
            p.title { (visible(&fix.title)) " "
                @match fix.safety {
                    Safety::Safe => span.safe { (lang.pick("aman", "safe")) },
                    Safety::Unsafe => span.look { (lang.pick("periksa dulu", "look first")) },
                }
            }
            @for change in all.iter().take(SHOWN) { (change_of(change)) }
            @if more > 0 { p.more { (more_places(more, lang)) } }
        }
    }
}

fn change_of(change: &Change) -> Markup {
    html! {
        p.change {
            (visible(&change.before))
            @if !change.old.is_empty() { del { (shown(&change.old)) } }
            @if !change.old.is_empty() && !change.new.is_empty() { " " }
            @if !change.new.is_empty() { ins { (shown(&change.new)) } }
            (visible(&change.after))
        }
    }
}

/// `text`, of which only beginning and end are shown where it is long.
fn shown(text: &str) -> String {
    const LONG: usize = 200;
    let length = text.chars().count();
    let shown = if length <= LONG {
        text.to_owned()
    } else {
        let first: String = text.chars().take(LONG / 2).collect();
        let last: String = text.chars().skip(length - LONG / 2).collect();
        format!("{first} … {last}")
    };
    visible(&shown.replace("\r\n", "↵").replace('\n', "↵")).into_owned()
}

/// The further places of a finding, here and in other articles.
fn further(article: &ArticlePage, places: &Places, diagnostic: &Diagnostic) -> Markup {
    let lang = article.lang;
    let others = elsewhere(diagnostic);
    let here: Vec<_> = diagnostic.related.iter().filter(|related| related.elsewhere.is_none()).collect();
    let more = here.len().saturating_sub(SHOWN) + others.len().saturating_sub(SHOWN);
    html! {
        @if !diagnostic.related.is_empty() {
            ul.further {
                @for related in here.iter().take(SHOWN) {
                    @let line = places.location(related.span.start).line;
                    li { a href={ "#b" (line) } { (lang.pick("baris ", "line ")) (line) } ": " (visible(&related.message)) }
                }
                @for other in others.iter().take(SHOWN) {
                    @let [start, _] = other.range;
                    li {
                        a href={ ((article.link)(&other.source.name)) "#b" (start.line) } { (visible(&other.source.name)) ":" (start.line) }
                        ": " (visible(other.message)) " “" (other.beginning()) " …”"
                    }
                }
                @if more > 0 { li { (more_places(more, lang)) } }
            }
        }
    }
}

fn more_places(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("dan {more} tempat lagi"),
        Lang::En => format!("and {more} more places"),
    }
}
