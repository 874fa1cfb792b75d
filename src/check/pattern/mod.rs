//! Words one after the other, by form, root, affix, class, list or shape.

mod settings;
mod template;
mod test;

pub use settings::{Element, KindName, Settings};

use template::Template;
use test::{Test, backward, forward};

use super::settings::{BlockName, allows};
use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::language::Form;
use crate::text::{Edit, Span};

/// The check: patterns, ready to be tried.
pub struct Pattern {
    patterns: Vec<Compiled>,
}

struct Compiled {
    settings: Settings,
    words: Vec<Test>,
    before: Vec<Test>,
    after: Vec<Test>,
    unless_before: Vec<Vec<Test>>,
    unless_after: Vec<Vec<Test>>,
    replace: Vec<Template>,
    /// The index of the word that the pattern is hung on: the first with forms, else the first.
    anchor: usize,
}

impl Pattern {
    /// The check with these patterns.
    ///
    /// # Errors
    /// A word list that does not exist, a pattern without words, a replacement that names a word beyond the last.
    pub fn new(settings: &[Settings]) -> Result<Self, String> {
        Ok(Self { patterns: settings.iter().map(Compiled::new).collect::<Result<_, _>>()? })
    }
}

impl Check for Pattern {
    fn triggers(&self) -> Triggers {
        let forms = self.patterns.iter().flat_map(|pattern| pattern.words[pattern.anchor].element.form.iter().cloned());
        let asks_forms = self.patterns.iter().any(|pattern| pattern.words[pattern.anchor].element.form.is_empty());
        Triggers { forms: forms.collect(), asks_forms, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        let anchors = self.patterns.iter().map(|pattern| &pattern.words[pattern.anchor]);
        anchors.filter(|test| test.element.form.is_empty()).any(|test| test.fits_form(form))
    }

    fn at_word(&self, context: &Context, word: usize, out: &mut Vec<Finding>) {
        for pattern in &self.patterns {
            if let Some(finding) = pattern.try_at(context, word) {
                out.push(finding);
                return;
            }
        }
    }
}

impl Compiled {
    fn new(settings: &Settings) -> Result<Self, String> {
        let many = |elements: &[Element]| elements.iter().map(Test::new).collect::<Result<Vec<_>, _>>();
        let lists = |lists: &[Vec<Element>]| lists.iter().map(|list| many(list)).collect::<Result<Vec<_>, _>>();
        let words = many(&settings.words)?;
        if words.is_empty() {
            return Err("a pattern needs at least one word".to_owned());
        }
        let anchor = words.iter().position(|test| !test.element.form.is_empty() && !test.element.optional).unwrap_or(0);
        if words[..=anchor].iter().any(|test| test.element.optional) {
            return Err("no word before the pattern's first form may be optional".to_owned());
        }
        let template = |text: &String| Template::new(text, words.len());
        Ok(Self {
            replace: settings.replace.iter().map(template).collect::<Result<_, _>>()?,
            before: many(&settings.before)?,
            after: many(&settings.after)?,
            unless_before: lists(&settings.unless_before)?,
            unless_after: lists(&settings.unless_after)?,
            settings: settings.clone(),
            words,
            anchor,
        })
    }

    /// The finding of this pattern whose anchor is the word `at`.
    fn try_at(&self, context: &Context, at: usize) -> Option<Finding> {
        let test = &self.words[self.anchor];
        if !test.fits(context, at) {
            return None;
        }
        let sentence = context.sentence(at).words.clone();
        let first = at.checked_sub(self.anchor).filter(|&first| first >= sentence.start)?;
        let mut found = Vec::with_capacity(self.words.len());
        let end = forward(&self.words, context, first, sentence.end, Some(&mut found))?;
        let last = end - 1;
        let holds = self.fits_around(context, first, end, sentence.start, sentence.end)
            && self.fits_sentence(context, sentence)
            && self.settings.opens.is_none_or(|opens| opens == context.opens_sentence(first))
            && allows(&self.settings.blocks, |name: BlockName| name.is(context.block(at).kind));
        holds.then(|| self.finding(context, first, last, &found))
    }

    fn fits_around(&self, context: &Context, first: usize, end: usize, from: usize, to: usize) -> bool {
        let before = |tests: &[Test]| backward(tests, context, first, from);
        let after = |tests: &[Test]| forward(tests, context, end, to, None).is_some();
        before(&self.before)
            && after(&self.after)
            && !self.unless_before.iter().any(|tests| before(tests))
            && !self.unless_after.iter().any(|tests| after(tests))
    }

    fn fits_sentence(&self, context: &Context, mut words: std::ops::Range<usize>) -> bool {
        let Settings { sentence, unless_sentence, .. } = &self.settings;
        let among = |list: &[String], at: usize| list.iter().any(|form| form == context.form_text(at));
        (sentence.is_empty() || words.clone().any(|at| among(sentence, at)))
            && (unless_sentence.is_empty() || !words.any(|at| among(unless_sentence, at)))
    }

    fn finding(&self, context: &Context, first: usize, last: usize, found: &[Option<usize>]) -> Finding {
        let words = context.words();
        let span = words[first].span.to(words[last].span);
        let mut finding = Finding::at(span);
        for template in &self.replace {
            let text = template.written(context, first, found);
            finding = finding.or(vec![removing_space(context, first, last, span, text)]);
        }
        if self.settings.doubtful { finding.at_most(Certainty::Doubtful) } else { finding }
    }
}

/// An edit that writes `text` over `span`; where nothing is written, one of the spaces around it goes as well.
fn removing_space(context: &Context, first: usize, last: usize, span: Span, text: String) -> Edit {
    if !text.is_empty() {
        return Edit::replace(span, text);
    }
    let words = context.words();
    match (first.checked_sub(1).map(|at| words[at].span.end), words.get(last + 1).map(|word| word.span.start)) {
        (Some(before), _) if !context.opens_sentence(first) && before <= span.start => {
            Edit::delete(Span::new(before, span.end))
        }
        (_, Some(after)) => Edit::delete(Span::new(span.start, after)),
        _ => Edit::delete(span),
    }
}
