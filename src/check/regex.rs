//! Characters: regular expressions over the prose of a block.

mod lazy;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use lazy::Lazy;

use super::settings::{BlockName, FormatName, allows, one_or_many};
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::{Around, Context};
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
    /// Texts of which every match holds one as well: both ends of a long expression.
    #[serde(default, deserialize_with = "one_or_many")]
    pub needs_also: Vec<String>,
    /// What to write, with `$1` and `${name}` for groups; several are alternatives, best first; none is no fix.
    #[serde(default, deserialize_with = "one_or_many")]
    pub replace: Vec<String>,
    /// Whether what is written begins with a capital.
    #[serde(default)]
    pub capital: bool,
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

/// The check: one expression, compiled when a text first needs it.
pub struct Search {
    all: Arc<Vec<Settings>>,
    index: usize,
    expression: OnceLock<Expression>,
}

struct Expression {
    find: Lazy,
    unless: Option<Lazy>,
    unless_before: Option<Lazy>,
    unless_after: Option<Lazy>,
    unless_block: Option<Lazy>,
}

/// A check for every expression of a rule.
///
/// # Errors
/// An expression without needed texts, or one that looks further into the document than a block can tell.
pub fn checks(settings: &Arc<Vec<Settings>>) -> Result<Vec<Box<dyn Check>>, String> {
    let is_far = |count: Option<usize>| count.is_some_and(|count| count > Around::FAR);
    let check = |(index, one): (usize, &Settings)| {
        if one.needs.iter().all(String::is_empty) {
            return Err(format!("`needs` is empty for `{}`", one.find));
        }
        if is_far(one.first) || is_far(one.last) {
            return Err(format!("`first` and `last` are {} at most", Around::FAR));
        }
        let search = Search { all: Arc::clone(settings), index, expression: OnceLock::new() };
        Ok(Box::new(search) as Box<dyn Check>)
    };
    settings.iter().enumerate().map(check).collect()
}

/// Compiles every expression, to see whether it is one.
///
/// # Errors
/// The first that is none, with the reason.
pub fn verify(settings: &[Settings]) -> Result<(), String> {
    for expression in settings.iter().map(Expression::new) {
        let all = [Some(&expression.find), expression.unless.as_ref(), expression.unless_before.as_ref()];
        let more = [expression.unless_after.as_ref(), expression.unless_block.as_ref()];
        all.into_iter().chain(more).flatten().try_for_each(Lazy::verify)?;
    }
    Ok(())
}

impl Check for Search {
    fn triggers(&self) -> Triggers {
        let Settings { needs, needs_also, .. } = &self.all[self.index];
        Triggers { literals: needs.clone(), more_literals: needs_also.clone(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let (settings, blocks) = (&self.all[self.index], &context.document.prose.blocks);
        let (kind, span) = (blocks[block].kind, blocks[block].span);
        if settings.looks_at(context.document.around)
            && allows(&settings.blocks, |name: BlockName| name.is(kind))
            && allows(&settings.formats, |name: FormatName| name.is(context.document.format))
            && !(settings.unless_tagged && context.document.around.is_tagged)
        {
            let expression = self.expression.get_or_init(|| Expression::new(settings));
            expression.search(settings, context.text(span), span.start, out);
        }
    }
}

impl Settings {
    /// Whether a block stands where the expression is looked for.
    fn looks_at(&self, around: Around) -> bool {
        match (self.first, self.last) {
            (None, None) => true,
            (first, last) => {
                first.is_some_and(|first| around.before < first) || last.is_some_and(|last| around.after < last)
            }
        }
    }
}

impl Expression {
    fn new(settings: &Settings) -> Self {
        let optional =
            |pattern: &Option<String>, wrap: fn(&str) -> String| pattern.as_deref().map(|p| Lazy::new(&wrap(p)));
        Self {
            find: Lazy::new(&settings.find),
            unless: optional(&settings.unless, |p| format!("^(?:{p})$")),
            unless_before: optional(&settings.unless_before, |p| format!("(?:{p})$")),
            unless_after: optional(&settings.unless_after, |p| format!("^(?:{p})")),
            unless_block: optional(&settings.unless_block, ToOwned::to_owned),
        }
    }

    fn search(&self, settings: &Settings, text: &str, start: u32, out: &mut Vec<Finding>) {
        let mut matches = self.find.matches(text).peekable();
        if matches.peek().is_none() || self.unless_block.as_ref().is_some_and(|lazy| lazy.is_match(text)) {
            return;
        }
        let place = |found: Range<usize>| {
            let local = Span::of(found);
            Span::new(local.start + start, local.end + start)
        };
        for groups in matches {
            let group = |name: &str| groups.get_group_by_name(name).map(|group| group.range());
            let Some(found) = group("x").or_else(|| Some(groups.get_match()?.range())) else { continue };
            if self.is_excused(text, found.clone()) {
                continue;
            }
            let cuts: Vec<_> = ["cut", "cut2"].into_iter().filter_map(group).collect();
            let cuts = if cuts.is_empty() { vec![found.clone()] } else { cuts };
            let mut finding = Finding::at(place(found));
            for template in &settings.replace {
                let mut right = String::new();
                groups.interpolate_string_into(text, template, &mut right);
                let right = if settings.capital { casing::capitalise(&right) } else { right };
                let edits = cuts.iter().map(|cut| Edit::replace(place(cut.clone()), right.as_str()));
                finding = finding.or(edits.collect());
            }
            let certainty = if settings.doubtful { Certainty::Doubtful } else { Certainty::Certain };
            out.push(finding.at_most(certainty));
        }
    }

    fn is_excused(&self, text: &str, found: Range<usize>) -> bool {
        let fits = |lazy: &Option<Lazy>, part: &str| lazy.as_ref().is_some_and(|lazy| lazy.is_match(part));
        // A regular expression anchored at its end reads all that stands before: a little is enough.
        let near = text[..found.start].char_indices().rev().nth(59).map_or(0, |(at, _)| at);
        fits(&self.unless, &text[found.clone()])
            || fits(&self.unless_before, &text[near..found.start])
            || fits(&self.unless_after, &text[found.end..])
    }
}
