//! Words one after the other, by form, root, affix, class, list or shape.

use serde::Deserialize;

use super::settings::{BlockName, allows, one_or_many};
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::{Class, Classes, Form, Shape, Word, WordKind, lexicon};
use crate::text::{Edit, Span};

/// One pattern of `[[check.pattern]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The words found.
    pub words: Vec<Element>,
    /// Words that must stand directly before.
    #[serde(default)]
    pub before: Vec<Element>,
    /// Words that must stand directly after.
    #[serde(default)]
    pub after: Vec<Element>,
    /// Sequences of which none may stand directly before.
    #[serde(default)]
    pub unless_before: Vec<Vec<Element>>,
    /// Sequences of which none may stand directly after.
    #[serde(default)]
    pub unless_after: Vec<Vec<Element>>,
    /// Forms of which one must stand somewhere in the sentence.
    #[serde(default, deserialize_with = "one_or_many")]
    pub sentence: Vec<String>,
    /// Forms of which none may stand anywhere in the sentence.
    #[serde(default, deserialize_with = "one_or_many")]
    pub unless_sentence: Vec<String>,
    /// Whether the first word found must open its sentence (`true`) or must not (`false`).
    pub opens: Option<bool>,
    /// The kinds of block looked at; all when empty.
    #[serde(default, deserialize_with = "one_or_many")]
    pub blocks: Vec<BlockName>,
    /// What to write: `{1}` is the first word as written, `{1:lower}` with small letters, `{1:upper}` with capitals,
    /// `{1:title}` with a capital at its start. Several are alternatives, best first; none is no fix.
    #[serde(default, deserialize_with = "one_or_many")]
    pub replace: Vec<String>,
    /// Whether a finding is one to look at.
    #[serde(default)]
    pub doubtful: bool,
}

/// What one word must be; every condition that is given must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Element {
    /// One of these lower-case forms.
    #[serde(deserialize_with = "one_or_many")]
    pub form: Vec<String>,
    /// None of these lower-case forms.
    #[serde(deserialize_with = "one_or_many")]
    pub not: Vec<String>,
    /// The form begins with one of these.
    #[serde(deserialize_with = "one_or_many")]
    pub starts: Vec<String>,
    /// The form ends with one of these.
    #[serde(deserialize_with = "one_or_many")]
    pub ends: Vec<String>,
    /// One of its readings has one of these roots.
    #[serde(deserialize_with = "one_or_many")]
    pub root: Vec<String>,
    /// It may be of one of these classes.
    #[serde(deserialize_with = "one_or_many")]
    pub class: Vec<Class>,
    /// It cannot be of any of these classes.
    #[serde(deserialize_with = "one_or_many")]
    pub not_class: Vec<Class>,
    /// It stands in one of these word lists (`lexicon/lists`).
    #[serde(deserialize_with = "one_or_many")]
    pub list: Vec<String>,
    /// It stands in none of these word lists.
    #[serde(deserialize_with = "one_or_many")]
    pub not_list: Vec<String>,
    /// Its capitals are one of these shapes.
    #[serde(deserialize_with = "one_or_many")]
    pub shape: Vec<Shape>,
    /// It is made of this; words when nothing is said, punctuation when `form` is.
    pub kind: Option<KindName>,
    /// Whether the lexicon knows it.
    pub known: Option<bool>,
    /// Whether it follows the word before it without white space.
    pub glued: Option<bool>,
    /// Whether it may be left out.
    pub optional: bool,
    /// Whether the sentence may end here instead.
    pub or_end: bool,
}

/// What an element's word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindName {
    /// Letters.
    Word,
    /// A number.
    Number,
    /// A punctuation mark.
    Punctuation,
    /// Anything.
    Any,
}

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
    replace: Vec<Vec<Piece>>,
    /// The index of the word that the pattern is hung on: the first with forms, else the first.
    anchor: usize,
}

/// An element with its lists and classes as sets.
struct Test {
    element: Element,
    classes: Classes,
    not_classes: Classes,
    lists: u64,
    not_lists: u64,
}

enum Piece {
    Text(String),
    Word(usize, Case),
}

#[derive(Clone, Copy)]
enum Case {
    Kept,
    Lower,
    Upper,
    Title,
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
        let pieces = |template: &String| pieces(template, words.len());
        Ok(Self {
            replace: settings.replace.iter().map(pieces).collect::<Result<_, _>>()?,
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
            let text = self.written(context, first, template, found);
            finding = finding.or(vec![removing_space(context, first, last, span, text)]);
        }
        if self.settings.doubtful { finding.at_most(Certainty::Doubtful) } else { finding }
    }

    fn written(&self, context: &Context, first: usize, template: &[Piece], found: &[Option<usize>]) -> String {
        let mut out = String::new();
        for piece in template {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Word(index, case) => {
                    let word = found[*index].map_or("", |at| context.written(at));
                    match case {
                        Case::Kept => out.push_str(word),
                        Case::Lower => out.push_str(&word.to_lowercase()),
                        Case::Upper => out.push_str(&word.to_uppercase()),
                        Case::Title => out.push_str(&casing::capitalise(&word.to_lowercase())),
                    }
                }
            }
        }
        let keeps_own = matches!(template.first(), Some(Piece::Word(..)));
        let is_capital = context.words()[first].shape == Shape::Capital;
        if is_capital && !keeps_own { casing::capitalise(&out) } else { out }
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

/// The index after the last word when `tests` fit the words from `at`, at most up to `end`.
///
/// `found` receives the index of the word that each test fitted, `None` for one left out.
fn forward(
    tests: &[Test],
    context: &Context,
    mut at: usize,
    end: usize,
    mut found: Option<&mut Vec<Option<usize>>>,
) -> Option<usize> {
    for test in tests {
        let fits = at < end && test.fits(context, at);
        if let Some(found) = found.as_deref_mut() {
            found.push(fits.then_some(at));
        }
        if fits {
            at += 1;
        } else if !(test.element.optional || test.element.or_end && at >= end) {
            return None;
        }
    }
    Some(at)
}

/// Whether `tests` fit the words that end before `end`, at the earliest from `start`.
fn backward(tests: &[Test], context: &Context, end: usize, start: usize) -> bool {
    let mut at = end;
    for test in tests.iter().rev() {
        let before = at.checked_sub(1).filter(|&before| before >= start);
        match before {
            Some(before) if test.fits(context, before) => at = before,
            _ if test.element.optional || test.element.or_end && before.is_none() => {}
            _ => return false,
        }
    }
    true
}

impl Test {
    fn new(element: &Element) -> Result<Self, String> {
        let lists = |names: &[String]| {
            names.iter().try_fold(0_u64, |set, name| {
                let number = lexicon::list_number(name).ok_or_else(|| format!("no word list `{name}`"))?;
                Ok::<_, String>(set | 1 << number)
            })
        };
        Ok(Self {
            classes: element.class.iter().copied().collect(),
            not_classes: element.not_class.iter().copied().collect(),
            lists: lists(&element.list)?,
            not_lists: lists(&element.not_list)?,
            element: element.clone(),
        })
    }

    fn fits(&self, context: &Context, at: usize) -> bool {
        let Some(word) = context.word(at) else {
            return false;
        };
        let element = &self.element;
        self.fits_kind(word)
            && (element.shape.is_empty() || element.shape.contains(&word.shape))
            && element.glued.is_none_or(|glued| at > 0 && glued != context.is_spaced(at - 1))
            && self.fits_form(context.form(word))
    }

    fn fits_kind(&self, word: Word) -> bool {
        match self.element.kind {
            Some(KindName::Any) => true,
            Some(KindName::Number) => word.kind == WordKind::Number,
            Some(KindName::Punctuation) => word.kind == WordKind::Punctuation,
            Some(KindName::Word) => word.is_word(),
            None => word.is_word() || !self.element.form.is_empty() && word.kind != WordKind::Number,
        }
    }

    fn fits_form(&self, form: &Form) -> bool {
        let element = &self.element;
        let text = &*form.text;
        let is = |list: &[String]| list.iter().any(|known| known == text);
        (element.form.is_empty() || is(&element.form))
            && !is(&element.not)
            && (element.starts.is_empty() || element.starts.iter().any(|start| text.starts_with(start.as_str())))
            && (element.ends.is_empty() || element.ends.iter().any(|end| text.ends_with(end.as_str())))
            && (self.lists == 0 || form.lists().0 & self.lists != 0)
            && form.lists().0 & self.not_lists == 0
            && (self.classes.is_empty() || form.classes().meets(self.classes))
            && !form.classes().meets(self.not_classes)
            && (element.root.is_empty() || self.has_root(form))
            && element.known.is_none_or(|known| known == form.is_known())
    }

    fn has_root(&self, form: &Form) -> bool {
        form.readings().iter().any(|reading| self.element.root.iter().any(|root| **root == *reading.root))
    }
}

/// The pieces of a replacement such as `{1}{2:lower} lagi`.
fn pieces(template: &str, words: usize) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').ok_or_else(|| format!("`{{` without `}}` in `{template}`"))?;
        let (number, case) = name.split_once(':').unwrap_or((name, ""));
        let case = match case {
            "" => Case::Kept,
            "lower" => Case::Lower,
            "upper" => Case::Upper,
            "title" => Case::Title,
            other => {
                return Err(format!("`{other}` in `{template}` is none of lower, upper and title"));
            }
        };
        let number = number.parse::<usize>().ok().filter(|number| (1..=words).contains(number));
        let number = number.ok_or_else(|| format!("`{{{name}}}` in `{template}` names no word of the pattern"))?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Word(number - 1, case));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}
