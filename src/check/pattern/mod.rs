//! Words one after the other, by form, root, affix, class, list or shape.

mod settings;
mod template;
mod test;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub use settings::{Element, KindName, Settings};

use template::Template;
use test::{Place, Test, backward, forward};

use rustc_hash::FxHashMap;

use super::beside::{Beside, bit, trace};
use super::settings::{BlockName, allows};
use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::language::{Form, morphology};
use crate::text::{Edit, Span};

/// The check: patterns, each made ready when a text first holds a word that it is hung on.
pub struct Pattern {
    settings: Arc<Vec<Settings>>,
    compiled: Vec<OnceLock<Compiled>>,
    hooks: OnceLock<Hooks>,
}

/// Which patterns are tried at a word, as indices, in their order.
struct Hooks {
    by_form: FxHashMap<Box<str>, Vec<usize>>,
    /// At words with other forms: those that are hung on no form.
    elsewhere: Vec<usize>,
    /// What is seen of every pattern at a glance.
    glances: Vec<Glance>,
}

/// What tells of most words that a pattern does not fit them.
struct Glance {
    /// What may stand beside the word that it is hung on.
    beside: Beside,
    /// What the word must be apart from its form.
    place: Place,
}

impl Glance {
    fn of(settings: &Settings) -> Self {
        let anchor = settings.anchor_index();
        let before = settings.words[..anchor].last().or(settings.before.last());
        let after = settings.words.get(anchor + 1).or(settings.after.first());
        let must_stand = |element: &&Element| !element.optional && !element.or_end && !element.form.is_empty();
        let traced = |one: &Element| trace(one.form.iter().map(String::as_str));
        let forms = |element: Option<&Element>| element.filter(must_stand).map_or(u64::MAX, traced);
        Self { beside: Beside::new(forms(before), forms(after)), place: Place::of(settings.anchor()) }
    }
}

/// A word that patterns are tried at, with the bits of the forms beside it; none where there is no word, all where they have
/// been looked at.
struct Spot<'c, 'd> {
    context: &'c Context<'d>,
    at: usize,
    before: u64,
    after: u64,
}

impl<'c, 'd> Spot<'c, 'd> {
    fn new(context: &'c Context<'d>, at: usize) -> Self {
        let form_bit = |at: usize| context.word(at).map_or(0, |word| bit(context.form(word).stamp));
        Self { context, at, before: at.checked_sub(1).map_or(0, form_bit), after: form_bit(at + 1) }
    }

    /// The word `at` where what stands beside it fits.
    fn fitting(context: &'c Context<'d>, at: usize) -> Self {
        Self { context, at, before: u64::MAX, after: u64::MAX }
    }

    /// Whether a pattern that is so seen may fit here.
    #[inline]
    fn may_fit(&self, glance: &Glance) -> bool {
        glance.beside.may_be(self.before, self.after)
            && glance.place.fits(self.context, self.at, self.context.words()[self.at])
    }
}

/// A pattern with what is made ready of it.
struct Ready<'p> {
    settings: &'p Settings,
    compiled: &'p Compiled,
}

/// The bit of all patterns from this one on: see [`Pattern::note`].
const LAST_BIT: usize = u32::BITS as usize - 1;

struct Compiled {
    words: Vec<Test>,
    /// The index of the word that the pattern is hung on.
    anchor: usize,
    before: Vec<Test>,
    after: Vec<Test>,
    unless_before: Vec<Vec<Test>>,
    unless_after: Vec<Vec<Test>>,
    replace: Vec<Template>,
}

impl Pattern {
    /// The check with these patterns.
    ///
    /// # Errors
    /// A word list that does not exist, a pattern without words, a replacement that names a word beyond the last.
    pub fn new(settings: &Arc<Vec<Settings>>) -> Result<Self, String> {
        settings.iter().try_for_each(Settings::verify)?;
        let compiled = settings.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { settings: Arc::clone(settings), compiled, hooks: OnceLock::new() })
    }

    fn ready(&self, index: usize) -> Ready<'_> {
        let settings = &self.settings[index];
        Ready { settings, compiled: self.compiled[index].get_or_init(|| Compiled::new(settings)) }
    }

    fn hooks(&self) -> &Hooks {
        self.hooks.get_or_init(|| Hooks::new(&self.settings))
    }

    /// The finding of the first pattern that has no bit of its own.
    fn try_rest(&self, hooks: &Hooks, spot: &Spot) -> Option<Finding> {
        let form = spot.context.form(spot.context.words()[spot.at]);
        let rest = hooks.at(&form.text).iter().filter(|&&index| index >= LAST_BIT);
        let seen = rest.filter(|&&index| spot.may_fit(&hooks.glances[index])).map(|&index| self.ready(index));
        let mut fitting = seen.filter(|ready| ready.anchor().fits_form(form));
        fitting.find_map(|ready| ready.try_at(spot.context, spot.at))
    }
}

impl Hooks {
    fn new(settings: &[Settings]) -> Self {
        let is_open = |index: &usize| settings[*index].anchor().form.is_empty();
        let elsewhere: Vec<usize> = (0..settings.len()).filter(is_open).collect();
        let mut by_form: FxHashMap<Box<str>, Vec<usize>> = FxHashMap::default();
        for (index, pattern) in settings.iter().enumerate() {
            for form in &pattern.anchor().form {
                by_form.entry(form.as_str().into()).or_insert_with(|| elsewhere.clone()).push(index);
            }
        }
        for indices in by_form.values_mut() {
            indices.sort_unstable();
            indices.dedup();
        }
        Self { by_form, elsewhere, glances: settings.iter().map(Glance::of).collect() }
    }

    fn at(&self, form: &str) -> &[usize] {
        self.by_form.get(form).unwrap_or(&self.elsewhere)
    }
}

impl Check for Pattern {
    fn triggers(&self) -> Triggers {
        let forms = self.settings.iter().flat_map(|pattern| pattern.anchor().form.iter().cloned());
        let asks_forms = self.settings.iter().any(|pattern| pattern.anchor().form.is_empty());
        Triggers { forms: forms.collect(), asks_forms, ..Triggers::default() }
    }

    fn wants(&self, form: &Form) -> bool {
        self.hooks().elsewhere.iter().any(|&index| self.ready(index).anchor().fits_form(form))
    }

    /// A bit for every pattern whose word a word of this form may be; the last one is that of all patterns from there on.
    fn note(&self, form: &Form) -> u32 {
        let hung = self.hooks().at(&form.text).iter();
        let fitting = hung.filter(|&&index| self.ready(index).anchor().fits_form(form));
        fitting.fold(0, |note, &index| note | 1 << index.min(LAST_BIT))
    }

    fn beside(&self, form: &Form, note: u32) -> Beside {
        let hooks = self.hooks();
        let noted = hooks.at(&form.text).iter().filter(|&&index| note & 1 << index.min(LAST_BIT) != 0);
        noted.fold(Beside::NEVER, |beside, &index| beside.or(hooks.glances[index].beside))
    }

    fn at_word(&self, context: &Context, word: usize, note: u32, out: &mut Vec<Finding>) {
        let hooks = self.hooks();
        // What must stand beside the word for the only pattern does.
        let is_one = note.is_power_of_two() && note >> LAST_BIT == 0;
        let spot = if is_one { Spot::fitting(context, word) } else { Spot::new(context, word) };
        let mut bits = note;
        while bits != 0 {
            let index = bits.trailing_zeros() as usize;
            let finding = match index {
                LAST_BIT => self.try_rest(hooks, &spot),
                _ if spot.may_fit(&hooks.glances[index]) => self.ready(index).try_at(context, word),
                _ => None,
            };
            if let Some(finding) = finding {
                return out.push(finding);
            }
            bits &= bits - 1;
        }
    }
}

impl Compiled {
    fn new(settings: &Settings) -> Self {
        let many = |elements: &[Element]| elements.iter().map(Test::new).collect();
        let lists = |lists: &[Vec<Element>]| lists.iter().map(|list| many(list)).collect();
        let template = |text: &String| Template::new(text, settings.words.len()).ok();
        let (words, anchor): (Vec<Test>, _) = (many(&settings.words), settings.anchor_index());
        let (before, after): (Vec<Test>, Vec<Test>) = (many(&settings.before), many(&settings.after));
        Self {
            words,
            anchor,
            before,
            after,
            replace: settings.replace.iter().filter_map(template).collect(),
            unless_before: lists(&settings.unless_before),
            unless_after: lists(&settings.unless_after),
        }
    }
}

impl Ready<'_> {
    fn anchor(&self) -> &Test {
        &self.compiled.words[self.compiled.anchor]
    }

    /// The finding of this pattern whose anchor is the word `at`, which fits.
    fn try_at(&self, context: &Context, at: usize) -> Option<Finding> {
        let (anchor, words) = (self.compiled.anchor, &self.compiled.words);
        let sentence = context.sentence(at).words.clone();
        let sentence_end = sentence.end;
        let first = at.checked_sub(anchor).filter(|&first| first >= sentence.start)?;
        let end = forward(&words[anchor + 1..], context, at + 1, sentence_end, &mut |_| {})?;
        let last = end - 1;
        // Cheap first: nearly all fail at their first neighbour.
        let holds = (first..at).zip(words).all(|(at, test)| test.fits(context, at))
            && self.fits_around(context, first, end, sentence.start, sentence.end)
            && self.settings.opens.is_none_or(|opens| opens == context.opens_sentence(first))
            && allows(&self.settings.blocks, |name: BlockName| name.is(context.block(at).kind))
            && self.fits_sentence(context, sentence)
            && !(self.settings.unless_marked && is_marked(context, first, last))
            && (!self.settings.joined || is_known_joined(context, first..end));
        holds.then(|| {
            // Few words fit, so that only then is kept which.
            let mut found = Vec::with_capacity(words.len());
            let _same_end = forward(words, context, first, sentence_end, &mut |at| found.push(at));
            self.finding(context, first, last, &found)
        })
    }

    fn fits_around(&self, context: &Context, first: usize, end: usize, from: usize, to: usize) -> bool {
        let before = |tests: &[Test]| backward(tests, context, first, from);
        let after = |tests: &[Test]| forward(tests, context, end, to, &mut |_| {}).is_some();
        let pattern = self.compiled;
        before(&pattern.before)
            && after(&pattern.after)
            && !pattern.unless_before.iter().any(|tests| before(tests))
            && !pattern.unless_after.iter().any(|tests| after(tests))
    }

    fn fits_sentence(&self, context: &Context, mut words: Range<usize>) -> bool {
        let Settings { sentence, unless_sentence, .. } = self.settings;
        let among = |list: &[String], at: usize| list.iter().any(|form| form == context.form_text(at));
        (sentence.is_empty() || words.clone().any(|at| among(sentence, at)))
            && (unless_sentence.is_empty() || !words.any(|at| among(unless_sentence, at)))
    }

    fn finding(&self, context: &Context, first: usize, last: usize, found: &[Option<usize>]) -> Finding {
        let words = context.words();
        let span = words[first].span.to(words[last].span);
        let mut finding = Finding::at(span);
        for template in &self.compiled.replace {
            let text = template.written(context, first, found);
            let edit = rejoining(context, first, last, &text)
                .unwrap_or_else(|| removing_space(context, first, last, span, text));
            finding = finding.or(vec![edit]);
        }
        if self.settings.doubtful { finding.at_most(Certainty::Doubtful) } else { finding }
    }
}

/// Whether the words of this range are a known word when they are written together.
fn is_known_joined(context: &Context, words: Range<usize>) -> bool {
    morphology::is_known(&words.map(|at| context.form_text(at)).collect::<String>())
}

/// Whether markup stands somewhere between the words `first` and `last`.
fn is_marked(context: &Context, first: usize, last: usize) -> bool {
    let span = context.words()[first].span.to(context.words()[last].span);
    let source = context.document.prose.offsets.to_source(span);
    source.is_some_and(|source| source.len() != span.len())
}

/// An edit of nothing but what stands between two words, where `text` is both of them and markup ends behind the first:
/// *\*rendering\* nya*.
fn rejoining(context: &Context, first: usize, last: usize, text: &str) -> Option<Edit> {
    let words = context.words();
    let (left, right) = (words[first].span, words[last].span);
    let joint = text.strip_prefix(context.text(left))?.strip_suffix(context.text(right))?;
    let is_pair = last == first + 1 && matches!(joint, "" | "-");
    let crosses = || context.document.prose.offsets.to_verbatim(left.to(right)).is_none();
    (is_pair && crosses()).then(|| Edit::replace(Span::new(left.end, right.start), joint))
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
