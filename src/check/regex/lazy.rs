//! A regular expression that is compiled when a text first needs it, and only as far as it is needed.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::Input;
use regex_automata::meta::Regex;
use regex_automata::util::captures::Captures;

/// Most texts never need most expressions, and one article needs an expression for a few of its blocks only. So it is first
/// compiled to a plain automaton, which takes a third of the time; once it has read much, to all that makes searching fast.
/// Both find the same.
pub(super) struct Lazy {
    pattern: String,
    plain: OnceLock<Option<Regex>>,
    fast: OnceLock<Option<Regex>>,
    read: AtomicUsize,
}

/// How many bytes an expression reads before it repays compiling it once more.
const MUCH: usize = 3 << 10;

impl Lazy {
    pub(super) fn new(pattern: &str) -> Self {
        Self { pattern: latin(pattern), plain: OnceLock::new(), fast: OnceLock::new(), read: AtomicUsize::new(0) }
    }

    /// Compiles the expression, to see whether it is one.
    pub(super) fn verify(&self) -> Result<(), String> {
        plain(&self.pattern).map(drop)
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.regex(text).is_some_and(|regex| fits(regex, text))
    }

    /// All matches in `text`, from left to right; none where the expression is none.
    pub(super) fn matches(&self, text: &str) -> impl Iterator<Item = Captures> {
        // Most texts have none, and that is told sooner without looking for groups.
        let regex = self.regex(text).filter(|regex| fits(regex, text));
        regex.into_iter().flat_map(move |regex| regex.captures_iter(text))
    }

    fn regex(&self, text: &str) -> Option<&Regex> {
        if self.read.fetch_add(text.len(), Ordering::Relaxed) < MUCH {
            self.plain.get_or_init(|| plain(&self.pattern).ok()).as_ref()
        } else {
            self.fast.get_or_init(|| Regex::new(&self.pattern).ok()).as_ref()
        }
    }
}

/// Whether `regex` fits somewhere in `text`. Asked where the match ends, a plain automaton goes the shorter way.
fn fits(regex: &Regex, text: &str) -> bool {
    regex.search_half(&Input::new(text)).is_some()
}

fn plain(pattern: &str) -> Result<Regex, String> {
    let slow = Regex::config().hybrid(false).dfa(false).onepass(false).auto_prefilter(false);
    Regex::builder().configure(slow).build(pattern).map_err(|error| match error.syntax_error() {
        Some(error) => error.to_string(),
        None => error.to_string(),
    })
}

/// `pattern` with classes of letters and digits that hold no more than the Latin script has: they compile a hundred times
/// faster than those of all scripts. The edge of a word is one of ASCII, which an automaton can tell.
fn latin(pattern: &str) -> String {
    const CLASSES: [(&str, &str); 7] = [
        (r"\p{Lu}", "[A-ZÀ-ÖØ-Þ]"),
        (r"\p{Ll}", "[a-zß-öø-ÿ]"),
        (r"\p{L}", "[A-Za-zÀ-ÖØ-öø-ɏ]"),
        (r"\p{N}", "[0-9]"),
        (r"\d", "[0-9]"),
        (r"\D", "[^0-9]"),
        (r"\b", r"(?-u:\b)"),
    ];
    let bare = pattern.replace(r"(?-u:\b)", r"\b");
    CLASSES.into_iter().fold(bare, |pattern, (class, latin)| pattern.replace(class, latin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_is_found_before_and_after_much_was_read() {
        let lazy = Lazy::new(r"(?P<x>\p{L}+)-2");
        let found = |text| lazy.matches(text).filter_map(|found| Some(found.get_group_by_name("x")?.range())).collect();
        let text = "anak-2 dan rumah-2, tidak 3-2";
        let early: Vec<_> = found(text);
        assert_eq!(early, [0..4, 11..16]);
        assert!(lazy.fast.get().is_none() && !lazy.is_match(&" ".repeat(MUCH)));
        assert_eq!(found(text), early);
        assert!(lazy.fast.get().is_some());
    }

    #[test]
    fn what_is_no_expression_finds_nothing_and_says_why() {
        let lazy = Lazy::new("(a");
        assert!(lazy.verify().is_err_and(|reason| reason.contains("unclosed group")));
        assert_eq!(lazy.matches("(a").count(), 0);
    }
}
