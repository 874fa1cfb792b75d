//! What is shown of a finding under the pointer: its rule, the reason, and the norm.

use crate::diagnostic::Diagnostic;
use crate::report::flowing;
use crate::rule::{Lang, Rule, catalog};

/// The text for `diagnostics`, all in one place, in Markdown. `own` are the rules that were run.
pub fn text(diagnostics: &[&Diagnostic], own: &[Rule], lang: Lang, href: impl Fn(&str) -> Option<String>) -> String {
    let one = |diagnostic: &&Diagnostic| {
        let name = &diagnostic.rule;
        let rule = catalog::whole(name).or_else(|| own.iter().find(|rule| rule.name == *name).cloned());
        rule.map_or_else(|| escaped(&diagnostic.message), |rule| about(diagnostic, &rule, lang, href(name)))
    };
    diagnostics.iter().map(one).collect::<Vec<_>>().join("\n\n---\n\n")
}

fn about(diagnostic: &Diagnostic, rule: &Rule, lang: Lang, href: Option<String>) -> String {
    let name = href.map_or_else(|| format!("`{}`", rule.name), |href| format!("[`{}`]({href})", rule.name));
    let mut parts = vec![format!("**{}** {name}", escaped(&diagnostic.message))];
    parts.push(escaped(&flowing(lang.pick(&rule.summary, &rule.en.summary))));
    let explanation = flowing(lang.pick(&rule.explanation, &rule.en.explanation));
    parts.extend(Some(explanation).filter(|text| !text.is_empty()));
    parts.push(format!("*{}:* {}", lang.pick("Kaidah", "Norm"), escaped(rule.source.trim())));
    parts.join("\n\n")
}

/// The text with what Markdown would read as markup taken literally.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '<' | '[' | ']' | '\\' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Markdown of [`text`] for a client that shows it as it is.
pub fn plain(markdown: &str) -> String {
    let link = |text: String, part: &str| match part.split_once("](") {
        Some((name, rest)) => text + name + rest.split_once(')').map_or("", |(_, after)| after),
        None => text + part,
    };
    let without_links = markdown.replace("\\[", "\u{1}").replace("\\]", "\u{2}");
    let without_links = without_links.split("[`").fold(String::new(), link);
    let without_links = without_links.replace("\\*", "\u{3}").replace('*', "").replace('\u{3}', "\\*");
    let bare = without_links.replace('\u{1}', "[").replace('\u{2}', "]");
    ["\\*", "\\_", "\\`", "\\<", "\\#"].iter().fold(bare, |text, mark| text.replace(mark, &mark[1..])).replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fingerprint, Severity};
    use crate::text::Span;

    #[test]
    fn the_norm_is_named_and_marks_are_escaped() {
        let diagnostic = Diagnostic {
            rule: "di-terpisah".to_owned(),
            severity: Severity::Error,
            span: Span::default(),
            message: "Tulis “a*b”, bukan “[a]”.".to_owned(),
            related: Vec::new(),
            fixes: Vec::new(),
            fingerprint: Fingerprint::default(),
        };
        let own = Rule { name: "milik".to_owned(), ..catalog::built_in().swap_remove(0) };
        let shown = text(&[&diagnostic], &[own], Lang::En, |_| Some("https://contoh.test/x.md".to_owned()));
        assert!(shown.starts_with("**Tulis “a\\*b”, bukan “\\[a\\]”.** "), "{shown}");
        let bare = plain("**a\\*b \\[c\\]** [`x`](https://contoh.test/x.md)\n\nSebab.");
        assert_eq!(bare, "a*b [c] x\n\nSebab.");
    }
}
