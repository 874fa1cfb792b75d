//! Characters: regular expressions over the prose of a block.

use std::sync::OnceLock;

use ::regex::Regex;
use serde::Deserialize;

use super::settings::{BlockName, FormatName, allows, one_or_many};
use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::text::{Edit, Span};

/// One expression of `[[check.regex]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The expression. Where it has a group named `x`, only that group is reported and replaced.
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
}

/// A regular expression, compiled at first use: most texts never need most expressions.
struct Lazy {
    pattern: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Lazy {
    fn new(pattern: String) -> Self {
        Self { pattern, compiled: OnceLock::new() }
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
            for lazy in all.into_iter().chain([expression.unless_after.as_ref()]).flatten() {
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
        let block = context.document.prose.blocks[block];
        for expression in &self.expressions {
            let settings = &expression.settings;
            if allows(&settings.blocks, |name: BlockName| name.is(block.kind))
                && allows(&settings.formats, |name: FormatName| name.is(context.document.format))
            {
                expression.search(context.text(block.span), block.span.start, out);
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
            settings: settings.clone(),
        }
    }

    fn search(&self, text: &str, start: u32, out: &mut Vec<Finding>) {
        if !self.settings.needs.iter().any(|need| text.contains(need.as_str())) {
            return;
        }
        let Some(regex) = self.find.get() else { return };
        for captures in regex.captures_iter(text) {
            let Some(found) = captures.name("x").or_else(|| captures.get(0)) else {
                continue;
            };
            if self.is_excused(text, found.range()) {
                continue;
            }
            let local = Span::of(found.range());
            let span = Span::new(local.start + start, local.end + start);
            let mut finding = Finding::at(span);
            for template in &self.settings.replace {
                let mut right = String::new();
                captures.expand(template, &mut right);
                finding = finding.or(vec![Edit::replace(span, right)]);
            }
            out.push(finding);
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
