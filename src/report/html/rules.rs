//! The page on the rules that spoke: what each asks for, and why.

use maud::html;

use super::frame::{Assets, page};
use super::prose::prose;
use super::tally::{Tally, class};
use super::{INDEX_NAME, group, grouped, one};
use crate::report::precision::precision;
use crate::report::visible;
use crate::rule::{Group, Lang, Rule};

/// The page on those of `rules` that `all` counts findings of.
pub fn rules_page(rules: &[Rule], all: &Tally, lang: Lang) -> String {
    let spoken = |rule: &&Rule| all.rules.contains_key(&rule.name);
    let of_group = |of: Group| rules.iter().filter(spoken).filter(move |rule| rule.group == of).collect::<Vec<_>>();
    let title = lang.pick("Aturan dalam laporan ini", "The rules in this report");
    let body = html! {
        header.top {
            nav.crumbs aria-label=(lang.pick("Letak", "Location")) {
                a href=(INDEX_NAME) { "← " (lang.pick("Laporan", "Report")) }
            }
            h1 { (title) }
        }
        main.rules {
            @for of in Group::ALL.into_iter().filter(|of| !of_group(*of).is_empty()) {
                section.panel {
                    h2 { (group(of, lang)) }
                    @for rule in of_group(of) {
                        article.rule id=(rule.name) {
                            h3 {
                                span class={ "tag " (class(rule.severity)) } { (one(rule.severity, lang)) }
                                " " (rule.name) " "
                                a.count href={ (INDEX_NAME) "#aturan=" (rule.name) } {
                                    (grouped(all.rules.get(&rule.name).copied().unwrap_or(0), lang)) " "
                                    (lang.pick("temuan", "findings"))
                                }
                            }
                            p.summary { (visible(lang.pick(&rule.summary, &rule.en.summary).trim())) }
                            (prose(lang.pick(&rule.explanation, &rule.en.explanation)))
                            p.source { (lang.pick("Kaidah: ", "Norm: ")) (rule.source.trim()) }
                            @if let Some(precision) = precision(rule, lang) {
                                p.source { (lang.pick("Presisi: ", "Precision: ")) (precision) }
                            }
                        }
                    }
                }
            }
        }
    };
    page(&format!("{title} – Saksama"), lang, Assets::Inside, &body)
}
