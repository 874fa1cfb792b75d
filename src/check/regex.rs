//! Characters: regular expressions over the prose of a block.

use std::sync::OnceLock;

use ::regex::{Match, Regex};
use serde::Deserialize;

use super::settings::{BlockName, FormatName, allows, one_or_many};
use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::format::Format;
use crate::text::{Edit, Span};

/// One expression of `[[check.regex]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The expression. Where it has a group named `x`, only that group is reported and replaced; where it has groups
    /// named `cut` (and `cut2`), they are what is replaced, each by the same text.
    pub find: String,
    /// Texts of which every match holds one. Only blocks that hold one are searched, so that the expression costs
    /// nothing elsewhere.
    #[serde(deserialize_with = "one_or_many")]
    pub needs: Vec<String>,
    /// What to write, with `$1` and `${name}` for groups; several are alternatives, best first; none is no fix.
    #[serde(default, deserialize_with = "one_or_many")]
    pub replace: Vec<String>,
    /// Matches whose text fits this expression are no findings.
    pub unless: Option<String>,
    /// Matches before which the block's text fits this expression at its end are no findings.
    pub unless_before: Option<String>,
    /// Matches after which the block's text fits this expression at its start are no findings.
    pub unless_after: Option<String>,
    /// Blocks in which this expression fits anywhere have no findings.
    pub unless_block: Option<String>,
    /// Only this many blocks at the start of the document are looked at, or `last` many at its end.
    pub first: Option<usize>,
    /// Only this many blocks at the end of the document are looked at, or `first` many at its start.
    pub last: Option<usize>,
    /// Whether a finding is one to look at.
    #[serde(default)]
    pub doubtful: bool,
    /// Whether blocks that stand in tags of HTML inside Markdown, as demonstrations do, have no findings.
    #[serde(default)]
    pub unless_tagged: bool,
    /// The kinds of block looked at; all when empty.
    #[serde(default, deserialize_with = "one_or_many")]
    pub blocks: Vec<BlockName>,
    /// The formats looked at; all when empty.
    #[serde(default, deserialize_with = "one_or_many")]
    pub formats: Vec<FormatName>,
}

/// The check: expressions, each compiled when it is first needed.
pub struct Expressions {
    expressions: Vec<Expression>,
}

struct Expression {
    settings: Settings,
    find: Lazy,
    unless: Option<Lazy>,
    unless_before: Option<Lazy>,
    unless_after: Option<Lazy>,
    unless_block: Option<Lazy>,
}

/// A regular expression, compiled at first use: most texts never need most expressions.
struct Lazy {
    pattern: String,
    compiled: OnceLock<Option<Regex>>,
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

impl Lazy {
    fn new(pattern: String) -> Self {
        Self { pattern: latin(&pattern), compiled: OnceLock::new() }
    }

    fn get(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&self.pattern).ok()).as_ref()
    }

    fn is_match(&self, text: &str) -> bool {
        self.get().is_some_and(|regex| regex.is_match(text))
    }
}

impl Expressions {
    /// The check with these expressions, which are not compiled yet.
    ///
    /// # Errors
    /// An expression without needed texts.
    pub fn new(settings: &[Settings]) -> Result<Self, String> {
        if let Some(bad) = settings.iter().find(|settings| settings.needs.iter().all(String::is_empty)) {
            return Err(format!("`needs` is empty for `{}`", bad.find));
        }
        Ok(Self { expressions: settings.iter().map(Expression::new).collect() })
    }

    /// Compiles every expression, to see whether it is one.
    ///
    /// # Errors
    /// The first that is none, with the reason.
    pub fn verify(settings: &[Settings]) -> Result<(), String> {
        for expression in settings.iter().map(Expression::new) {
            let all = [Some(&expression.find), expression.unless.as_ref(), expression.unless_before.as_ref()];
            let more = [expression.unless_after.as_ref(), expression.unless_block.as_ref()];
            for lazy in all.into_iter().chain(more).flatten() {
                Regex::new(&lazy.pattern).map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }
}

impl Check for Expressions {
    fn triggers(&self) -> Triggers {
        let literals = self.expressions.iter().flat_map(|expression| expression.settings.needs.iter().cloned());
        Triggers { literals: literals.collect(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let (index, blocks) = (block, context.document.prose.blocks.len());
        let block = context.document.prose.blocks[index];
        for expression in &self.expressions {
            let settings = &expression.settings;
            if settings.looks_at(index, blocks)
                && allows(&settings.blocks, |name: BlockName| name.is(block.kind))
                && allows(&settings.formats, |name: FormatName| name.is(context.document.format))
                && !(settings.unless_tagged && is_tagged(context, block.span))
            {
                expression.search(context.text(block.span), block.span.start, out);
            }
        }
    }
}

/// Whether a tag of HTML opens right before `block` in a text that is no HTML.
fn is_tagged(context: &Context, block: Span) -> bool {
    let document = context.document;
    let first = Span::new(block.start, block.start + 1);
    let Some(place) = document.prose.offsets.to_source(first).filter(|_| document.format != Format::Html) else {
        return false;
    };
    let before = document.source.text[..place.start as usize].trim_end();
    before.ends_with('>') && before.rfind('<').is_some_and(|at| !before[at..before.len() - 1].contains('>'))
}

impl Settings {
    /// Whether the block `index` of `blocks` stands where the expression is looked for.
    fn looks_at(&self, index: usize, blocks: usize) -> bool {
        match (self.first, self.last) {
            (None, None) => true,
            (first, last) => {
                first.is_some_and(|first| index < first) || last.is_some_and(|last| index + last >= blocks)
            }
        }
    }
}

impl Expression {
    fn new(settings: &Settings) -> Self {
        let optional =
            |pattern: &Option<String>, wrap: fn(&str) -> String| pattern.as_deref().map(|p| Lazy::new(wrap(p)));
        Self {
            find: Lazy::new(settings.find.clone()),
            unless: optional(&settings.unless, |p| format!("^(?:{p})$")),
            unless_before: optional(&settings.unless_before, |p| format!("(?:{p})$")),
            unless_after: optional(&settings.unless_after, |p| format!("^(?:{p})")),
            unless_block: optional(&settings.unless_block, ToOwned::to_owned),
            settings: settings.clone(),
        }
    }

    fn search(&self, text: &str, start: u32, out: &mut Vec<Finding>) {
        if !self.settings.needs.iter().any(|need| text.contains(need.as_str())) {
            return;
        }
        let Some(regex) = self.find.get() else { return };
        if self.unless_block.as_ref().is_some_and(|lazy| lazy.is_match(text)) {
            return;
        }
        let place = |found: Match| {
            let local = Span::of(found.range());
            Span::new(local.start + start, local.end + start)
        };
        for captures in regex.captures_iter(text) {
            let Some(found) = captures.name("x").or_else(|| captures.get(0)) else {
                continue;
            };
            if self.is_excused(text, found.range()) {
                continue;
            }
            let cuts: Vec<_> = ["cut", "cut2"].into_iter().filter_map(|name| captures.name(name)).collect();
            let cuts = if cuts.is_empty() { vec![found] } else { cuts };
            let mut finding = Finding::at(place(found));
            for template in &self.settings.replace {
                let mut right = String::new();
                captures.expand(template, &mut right);
                finding = finding.or(cuts.iter().map(|&cut| Edit::replace(place(cut), right.as_str())).collect());
            }
            let certainty = if self.settings.doubtful { Certainty::Doubtful } else { Certainty::Certain };
            out.push(finding.at_most(certainty));
        }
    }

    fn is_excused(&self, text: &str, found: std::ops::Range<usize>) -> bool {
        let fits = |lazy: &Option<Lazy>, part: &str| lazy.as_ref().is_some_and(|lazy| lazy.is_match(part));
        // A regular expression anchored at its end reads all that stands before: a little is enough.
        let near = text[..found.start].char_indices().rev().nth(59).map_or(0, |(at, _)| at);
        fits(&self.unless, &text[found.clone()])
            || fits(&self.unless_before, &text[near..found.start])
            || fits(&self.unless_after, &text[found.end..])
    }
}
