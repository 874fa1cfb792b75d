//! A report that writes pages while files are checked.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Place;
use crate::diagnostic::Diagnostic;
use crate::report::html::{
    ARTICLES, ArticlePage, INDEX_NAME, IndexPage, Names, RULES_NAME, SCRIPT, SCRIPT_NAME, STYLE, STYLE_NAME, Tally,
    article_page, index_page, rules_page,
};
use crate::report::{Report, Summary, visible};
use crate::rule::{Lang, Rule};
use crate::text::Source;

/// Writes a page for every article as soon as it is checked, and the index at the end.
pub struct Pages {
    place: Arc<Place>,
    rules: Vec<Rule>,
    lang: Lang,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    names: Names,
    articles: BTreeMap<String, Article>,
}

/// An article that has a page.
struct Article {
    page: String,
    tally: Tally,
    /// What was found in it alone; what it shares with others comes later.
    found: Vec<Diagnostic>,
}

impl Pages {
    /// Pages in `place`, about findings of `rules`.
    pub fn new(place: Arc<Place>, rules: Vec<Rule>, lang: Lang) -> Self {
        Self { place, rules, lang, known: Mutex::default() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds `diagnostics` to what is known of an article; the name of its page, and all that was found.
    fn learn(&self, path: &str, diagnostics: &[Diagnostic]) -> (String, Vec<Diagnostic>) {
        let mut known = self.known();
        let page = known.names.of(path);
        let mut all = diagnostics.to_vec();
        if let Some(article) = known.articles.get_mut(path) {
            all.append(&mut article.found);
            all.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
            article.tally = Tally::of(&all);
        } else {
            let article = Article { page: page.clone(), tally: Tally::of(&all), found: all.clone() };
            known.articles.insert(path.to_owned(), article);
        }
        (page, all)
    }
}

impl Report for Pages {
    fn file(&self, source: &Source, diagnostics: &[Diagnostic]) -> String {
        let (page, all) = self.learn(&source.name, diagnostics);
        let link = |path: &str| self.known().names.of(path);
        let article = ArticlePage { source, diagnostics: &all, lang: self.lang, link: &link };
        self.place.write(&format!("{ARTICLES}/{page}"), &article_page(&article));
        String::new()
    }

    fn tail(&self, summary: &Summary) -> String {
        let known = self.known();
        let articles: Vec<_> = known
            .articles
            .iter()
            .map(|(path, article)| (path.as_str(), article.page.as_str(), &article.tally))
            .collect();
        let mut all = Tally::default();
        articles.iter().for_each(|(_, _, tally)| all.add(tally));
        let runs = self.place.runs(articles.len(), all.findings());
        let site = IndexPage {
            articles: &articles,
            rules: &self.rules,
            known: summary.known,
            skipped: &summary.skipped,
            runs: &runs,
            lang: self.lang,
        };
        self.place.write(STYLE_NAME, STYLE);
        self.place.write(SCRIPT_NAME, SCRIPT);
        self.place.write(RULES_NAME, &rules_page(&self.rules, &all, self.lang));
        self.place.write(INDEX_NAME, &index_page(&site));
        self.place.end(&runs);
        let (index, count) = (self.place.path(INDEX_NAME), all.findings());
        let said = match self.lang {
            Lang::Id => format!("{}: {count} temuan dalam {} artikel", index.display(), articles.len()),
            Lang::En => format!("{}: {count} findings in {} articles", index.display(), articles.len()),
        };
        format!("{}\n", visible(&said))
    }
}
