//! Shorter ways to say a phrase that the sentences before have just named: *kerja sama ini*, *biayanya*, or nothing.
//!
//! Only places whose neighbours show what the phrase does there are rewritten: a subject before its predicate, an object
//! or an owner behind its word, what is stuck to the end of a sentence. All others are left to the writer.

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::measure::NEAR;
use crate::check::casing::decapitalise;
use crate::document::Context;
use crate::language::lexicon::Entry;
use crate::language::{Class, Shape, WordKind};
use crate::text::{Edit, Span};

/// `[check.stuffing.short]`: what the short forms are made with, in lower case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// Heads of two words: *kerja sama tim* is *kerja sama*, not *kerja*.
    pub heads: Vec<(String, String)>,
    /// Behind these the head stands alone: *setiap jasa*.
    pub counting: Vec<String>,
    /// Before these the head stands alone: *jasa itu*, *jasa kami*, *jasa yang baik*, *jasa di kota*.
    pub pointing: Vec<String>,
    /// Behind these stands what something is, and no pronoun.
    pub equating: Vec<String>,
    /// Prepositions whose phrase at the end of a sentence may be left out.
    pub stuck: Vec<String>,
    /// Words that need the preposition behind them.
    pub governing: Vec<String>,
    /// Places behind *di*, *ke*, *dari*: *di dalamnya*.
    pub places: Vec<String>,
    /// Verbs that go on with what they describe: *cat berbahan dasar air*.
    pub describing: Vec<String>,
}

/// Makes short forms.
pub struct Shortener {
    words: Words,
    function: FxHashSet<Box<str>>,
}

/// One way to mend a document.
pub struct Fix {
    /// The edits, sorted.
    pub edits: Vec<Edit>,
    /// The first place that is changed, as an index of those given.
    pub first: usize,
}

/// How far a way to mend goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// With *-nya*, and without what is stuck to the end.
    Short,
    /// With *itu* in every place.
    Pointing,
}

/// Where a phrase stands: the words of its sentence, their classes, and its own words.
struct Place<'c> {
    context: &'c Context<'c>,
    sentence: Range<usize>,
    tags: &'c [Option<Class>],
    words: Range<usize>,
}

/// The most places that one fix changes.
const MOST: usize = 12;
/// What is left of a sentence without its end must be one.
const LEAST_LEFT: usize = 5;

impl Shortener {
    /// A shortener with these words; `function` are the words that no phrase holds.
    pub fn new(words: &Words, function: &[String]) -> Self {
        Self { words: words.clone(), function: function.iter().map(|word| word.as_str().into()).collect() }
    }

    /// Ways to shorten the phrase where it is still fresh, the shortest first; `places` are word indices, sorted.
    pub fn shorten(&self, context: &Context, places: &[Range<usize>]) -> Vec<Fix> {
        let (mut short, mut pointing) = (Vec::new(), Vec::new());
        let mut last: Option<(usize, usize)> = None;
        for (number, words) in places.iter().enumerate() {
            let index = context.document.sentence_of(words.start);
            let sentence = &context.document.sentences[index];
            let is_near = last.is_some_and(|(before, block)| block == sentence.block && index - before <= NEAR);
            last = Some((index, sentence.block));
            if !is_near || !context.document.prose.blocks[sentence.block].kind.is_running_text() || short.len() >= MOST
            {
                continue;
            }
            let tags = context.tags(sentence);
            let place = Place { context, sentence: sentence.words.clone(), tags: &tags, words: words.clone() };
            let edits = [Style::Short, Style::Pointing].map(|style| self.edit(&place, style));
            let is_made = |edit: &Edit| context.document.prose.offsets.to_verbatim(edit.span).is_some();
            if let [Some(first), Some(second)] = edits
                && is_made(&first)
                && is_made(&second)
            {
                short.push((number, first));
                pointing.push((number, second));
            }
        }
        let is_same = short == pointing;
        let fix = |edits: Vec<(usize, Edit)>| {
            let first = edits.first()?.0;
            Some(Fix { edits: edits.into_iter().map(|(_, edit)| edit).collect(), first })
        };
        let pointing = if is_same { Vec::new() } else { pointing };
        [short, pointing].into_iter().filter_map(fix).collect()
    }

    fn edit(&self, place: &Place, style: Style) -> Option<Edit> {
        if self.is_coordinated(place) {
            return None;
        }
        if !self.has_noun_head(place) {
            let is_described = place.after().is_some_and(|at| has(&self.words.pointing, place.form(at)));
            let is_subject = place.before().is_none() && !is_described && self.goes_on(place);
            let that = if style == Style::Short { "Hal ini" } else { "Hal itu" };
            return is_subject.then(|| Edit::replace(place.span(), that));
        }
        if place.after().is_some_and(|at| has(&self.words.pointing, place.form(at))) || self.is_counted(place) {
            return self.headed(place, "");
        }
        if !self.goes_on(place) {
            return None;
        }
        let Some(before) = place.before() else { return self.headed(place, pointer(style)) };
        if style == Style::Short {
            if let Some(edit) = self.left_out(place, before) {
                return Some(edit);
            }
            if self.takes_clitic(place, before) {
                let start = place.context.words()[before].span.end;
                return Some(Edit::replace(Span::new(start, place.span().end), "nya"));
            }
        }
        self.may_point(place, before).then(|| self.headed(place, pointer(style))).flatten()
    }

    /// *… tetap bugar dengan sepatu lari murah.* without its end.
    fn left_out(&self, place: &Place, before: usize) -> Option<Edit> {
        let is_stuck = place.ends() && has(&self.words.stuck, place.form(before));
        let governor = before.checked_sub(1).filter(|at| place.sentence.contains(at))?;
        let is_free = place.context.words()[governor].is_word() && !has(&self.words.governing, place.form(governor));
        let left = before - place.sentence.start;
        let start = place.context.words()[governor].span.end;
        (is_stuck && is_free && left >= LEAST_LEFT).then(|| Edit::delete(Span::new(start, place.span().end)))
    }

    /// Whether *-nya* behind the word before stands for the phrase: its owner, or the object of an active verb.
    fn takes_clitic(&self, place: &Place, before: usize) -> bool {
        let word = place.context.words()[before];
        let form = place.form(before);
        if !word.is_word() || form.ends_with("nya") || place.is_capital(before) || has(&self.words.equating, form) {
            return false;
        }
        let entry = place.context.form(word).entry();
        let opener = before.checked_sub(1).filter(|at| place.sentence.contains(at)).map_or("", |at| place.form(at));
        let is_place = has(&self.words.places, form) && matches!(opener, "di" | "ke" | "dari");
        let is_object = form.starts_with("me")
            && place.tag(before) == Some(Class::Verb)
            && !entry.is_some_and(Entry::is_intransitive);
        let is_owned = place.tag(before) == Some(Class::Noun)
            && !form.starts_with("se")
            && !self.function.contains(form)
            && !has(&self.words.places, form);
        is_place || is_object || is_owned
    }

    /// Whether *ini* or *itu* behind the head fits the word before.
    fn may_point(&self, place: &Place, before: usize) -> bool {
        let form = place.form(before);
        let is_grammar = self.function.contains(form)
            || matches!(place.tag(before), Some(Class::Adp | Class::Cconj | Class::Sconj | Class::Verb | Class::Aux));
        let is_mark = place.context.words()[before].kind == WordKind::Punctuation;
        let is_owned = place.tag(before) == Some(Class::Noun) && !form.ends_with("nya");
        !has(&self.words.equating, form) && (is_mark || is_grammar || is_owned)
    }

    /// Whether the phrase ends where it ends: nothing behind it describes it further.
    fn goes_on(&self, place: &Place) -> bool {
        let Some(after) = place.after() else { return true };
        let form = place.form(after);
        let is_mark = place.context.words()[after].kind == WordKind::Punctuation;
        let is_grammar = matches!(
            place.tag(after),
            Some(Class::Verb | Class::Aux | Class::Adp | Class::Cconj | Class::Sconj | Class::Part | Class::Adv)
        );
        let opens = matches!(place.written(after), "(" | "“" | "\"" | "/" | "-");
        !opens && !has(&self.words.describing, form) && (is_mark || is_grammar || self.function.contains(form))
    }

    fn is_counted(&self, place: &Place) -> bool {
        place.before().is_some_and(|at| {
            has(&self.words.counting, place.form(at)) || place.context.words()[at].kind == WordKind::Number
        }) && self.goes_on(place)
    }

    fn has_noun_head(&self, place: &Place) -> bool {
        let form = place.context.form(place.context.words()[place.words.start]);
        let is_joined = |(one, two): &(String, String)| form.text.strip_prefix(&**one) == Some(&**two);
        place.head(&self.words.heads).len() > 1
            || self.words.heads.iter().any(is_joined)
            || form.may_be(Class::Noun) && !form.entry().is_some_and(Entry::is_pure_verb)
    }

    /// *pertahanan dan keamanan* has no head that could stand for it.
    fn is_coordinated(&self, place: &Place) -> bool {
        place.words.clone().any(|at| matches!(place.form(at), "dan" | "serta"))
    }

    /// The head with `tail` behind it instead of the phrase; `None` where the head is all there is.
    fn headed(&self, place: &Place, tail: &str) -> Option<Edit> {
        let head = place.head(&self.words.heads);
        if head == place.words {
            return None;
        }
        let words = place.context.words();
        let span = words[head.start].span.to(words[head.end - 1].span);
        let text = place.context.text(span);
        let is_headline = !place.context.opens_sentence(head.start) && words[head.start].shape == Shape::Capital;
        let head =
            if is_headline { text.split(' ').map(decapitalise).collect::<Vec<_>>().join(" ") } else { text.to_owned() };
        Some(Edit::replace(place.span(), head + tail))
    }
}

impl<'c> Place<'c> {
    fn span(&self) -> Span {
        let words = self.context.words();
        words[self.words.start].span.to(words[self.words.end - 1].span)
    }

    fn before(&self) -> Option<usize> {
        self.words.start.checked_sub(1).filter(|at| self.sentence.contains(at))
    }

    fn after(&self) -> Option<usize> {
        Some(self.words.end).filter(|at| self.sentence.contains(at))
    }

    fn form(&self, at: usize) -> &'c str {
        self.context.form_text(at)
    }

    fn written(&self, at: usize) -> &'c str {
        self.context.written(at)
    }

    fn tag(&self, at: usize) -> Option<Class> {
        self.tags.get(at - self.sentence.start).copied().flatten()
    }

    /// Whether the word has a capital that its sentence does not ask for.
    fn is_capital(&self, at: usize) -> bool {
        self.context.words()[at].shape != Shape::Lower && !self.context.opens_sentence(at)
    }

    fn ends(&self) -> bool {
        self.context.words()[self.words.end..self.sentence.end].iter().all(|word| word.kind == WordKind::Punctuation)
    }

    /// The head of the phrase: its first word, or two where they are one of `heads`.
    fn head(&self, heads: &[(String, String)]) -> Range<usize> {
        let (first, second) = (self.form(self.words.start), self.form(self.words.start + 1));
        let is_pair = self.words.len() > 1 && heads.iter().any(|(one, two)| one == first && two == second);
        self.words.start..self.words.start + 1 + usize::from(is_pair)
    }
}

fn has(list: &[String], form: &str) -> bool {
    list.iter().any(|word| word == form)
}

const fn pointer(style: Style) -> &'static str {
    match style {
        Style::Short => " ini",
        Style::Pointing => " itu",
    }
}
