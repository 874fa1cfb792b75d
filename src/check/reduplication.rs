//! A word said twice but not joined by a hyphen: *anak anak*, *anak - anak*, *anak2*.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::doubled::{self, Twice};
use super::settings::one_or_many;
use super::{Certainty, Check, Finding, Triggers, casing};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix};
use crate::language::lexicon::{self, Trust};
use crate::language::{Class, Form, Shape, Word, WordKind, morphology};
use crate::text::{Edit, Span};

/// `[check.reduplication]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What may stand where the hyphen should be.
    #[serde(deserialize_with = "one_or_many")]
    pub between: Vec<Between>,
    /// Doubled words whose halves differ, or that the lexicon may not have: *sayur-mayur*, *berhari-hari*.
    #[serde(default)]
    pub pairs: Vec<String>,
    /// Words that may stand beside themselves, or before a 2 that is a number (*kelas2*).
    #[serde(default)]
    pub except: Vec<String>,
    /// Words after which no second half is looked for: *sama sama sekali*.
    #[serde(default)]
    pub unless_after: Vec<String>,
}

/// What stands between the halves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Between {
    /// Nothing but white space.
    Space,
    /// A hyphen with white space at least on one side, or a dash.
    Dash,
    /// The second half is a figure: *anak2*, *anak²*.
    Figure,
}

/// The check.
pub struct Reduplication {
    between: Vec<Between>,
    pairs: FxHashSet<Box<str>>,
    /// The number of every first half of a pair.
    firsts: FxHashMap<Box<str>, u32>,
    /// For every first half, the second halves.
    seconds: Vec<Vec<Box<str>>>,
    except: FxHashSet<Box<str>>,
    unless_after: Vec<String>,
}

impl Reduplication {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        let set = |words: &[String]| words.iter().map(|word| word.as_str().into()).collect();
        let mut firsts: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut seconds: Vec<Vec<Box<str>>> = Vec::new();
        for (first, second) in settings.pairs.iter().filter_map(|pair| pair.split_once('-')) {
            let next = u32::try_from(seconds.len()).unwrap_or(u32::MAX);
            let number = *firsts.entry(first.into()).or_insert(next);
            if number == next {
                seconds.push(Vec::new());
            }
            seconds[number as usize].push(second.into());
        }
        Self {
            between: settings.between.clone(),
            pairs: set(&settings.pairs),
            firsts,
            seconds,
            except: set(&settings.except),
            unless_after: settings.unless_after.clone(),
        }
    }

    /// Whether the words may be the halves of one doubled word, as far as the text tells.
    fn may_be_doubled(context: &Context, left: Word, right: Word) -> bool {
        let (left_text, right_text) = (context.text(left.span), context.text(right.span));
        // The first letter may be a capital.
        let is_longer = || without_ending(right_text.get(1..).unwrap_or_default(), left_text);
        left.form == right.form
            || left.span.len() > right.span.len() && left_text.ends_with(right_text)
            || right.span.len() > 4 && is_longer()
    }

    /// Whether a pair of which the first half has this number has the word `last` as its second.
    fn is_listed(&self, context: &Context, number: u32, last: Word) -> bool {
        let seconds = number.checked_sub(1).and_then(|number| self.seconds.get(number as usize));
        seconds.is_some_and(|seconds| seconds.contains(&context.form(last).text))
    }

    /// How sure it is that `left-right` is one doubled word; `None` where it is none.
    fn doubled(&self, left: &str, right: &str, between: Between) -> Option<Certainty> {
        if self.except.contains(left) {
            return None;
        }
        let joined = format!("{left}-{right}");
        if self.pairs.contains(joined.as_str()) {
            return Some(Certainty::Certain);
        }
        let is_content = lexicon::entry(left).is_none_or(|entry| !entry.is_function_word());
        let is_trusted = |form: &str| lexicon::entry(form).is_some_and(|entry| entry.trust() > Trust::Low);
        let certain = |holds: bool| holds.then_some(Certainty::Certain);
        match (left == right, between) {
            (true, Between::Dash) => certain(is_content && is_trusted(left)),
            (true, _) if is_content && is_trusted(&joined) => Some(Certainty::Certain),
            // A noun twice in a row that nobody has been seen to double: its plural, or one noun too many.
            (true, _) => (is_content && is_plain_noun(left)).then_some(Certainty::Doubtful),
            // *teman temannya*: the clitic stands behind the whole.
            (false, _) if right.strip_suffix("nya") == Some(left) => {
                (is_content && is_trusted(&format!("{left}-{left}"))).then_some(Certainty::Certain)
            }
            // *diiming imingi*: prefix and suffix stand around the whole.
            (false, _) if without_ending(right, left) => certain(is_circumfixed(left, right)),
            (false, _) => certain(left.len() > right.len() + 1 && left.ends_with(right) && is_trusted(&joined)),
        }
    }

    /// The second half and what stands before it, when the word `at` may be the first half: of a listed pair where `note` is the
    /// number of its form, of any other where there is none.
    fn second(&self, context: &Context, at: usize, note: u32) -> Option<(usize, Between)> {
        let words = context.words();
        let is_dash = words.get(at + 1)?.kind == WordKind::Punctuation;
        let (second, between) = if is_dash { (at + 2, Between::Dash) } else { (at + 1, Between::Space) };
        let (first, last) = (words[at], *words.get(second)?);
        let is_fitting = match note {
            0 => {
                Self::may_be_doubled(context, first, last)
                    && !self.is_listed(context, self.note(context.form(first)), last)
            }
            _ => self.is_listed(context, note, last),
        };
        let glance = last.is_word() && last.span.len() > 2 && is_fitting;
        if !glance || !self.between.contains(&between) {
            return None;
        }
        let end = context.sentence(at).words.end;
        let gap = context.text(Span::new(first.span.end, last.span.start));
        // Where markup ends between them, one word is a term and the other begins what is said of it.
        let offsets = &context.document.prose.offsets;
        let is_verbatim = offsets.to_verbatim(first.span.to(last.span)).is_some();
        let fits = match between {
            Between::Dash => is_parting_dash(gap) && is_verbatim && !doubled::is_in_a_row(context, at, second),
            _ => gap.trim().is_empty() && is_verbatim,
        };
        let shapes = last.shape == Shape::Lower
            && (first.shape == Shape::Lower || first.shape == Shape::Capital && !casing::may_be_name(context, at));
        let whole = context.is_spaced(second) || words.get(second + 1).is_none_or(|next| !next.is_word());
        (second < end && fits && shapes && whole).then_some((second, between))
    }

    /// What a word in *2* stands for, and whether the lexicon has it so doubled.
    fn written_out(&self, form: &Form) -> Option<(String, Certainty)> {
        let at = form.text.find(['2', '²'])?;
        let (stem, tail) = (&form.text[..at], form.text[at..].trim_start_matches(['2', '²']));
        let is_one = form.text[at..].chars().filter(|c| matches!(c, '2' | '²')).count() == 1;
        if !is_one
            || !matches!(tail, "" | "nya" | "an" | "lah" | "kan" | "ku" | "mu" | "annya")
            || stem.len() < 3
            || stem.ends_with('-')
        {
            return None;
        }
        let whole = stem.replace('-', "");
        if self.except.contains(whole.as_str()) || !whole.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let second = second_half(&whole)?;
        let doubled = format!("{whole}-{second}");
        let is_listed = lexicon::entry(&doubled).is_some_and(|entry| entry.trust() > Trust::Low);
        let is_sure = is_listed || self.pairs.contains(doubled.as_str()) || whole != second;
        Some((doubled + tail, if is_sure { Certainty::Certain } else { Certainty::Doubtful }))
    }
}

impl Check for Reduplication {
    fn triggers(&self) -> Triggers {
        if self.between.contains(&Between::Figure) {
            return Triggers { asks_forms: true, ..Triggers::default() };
        }
        let firsts = self.firsts.keys().map(ToString::to_string).collect();
        Triggers { forms: firsts, twice: true, ..Triggers::default() }
    }

    /// Whether the form ends in a figure that doubles it.
    fn wants(&self, form: &Form) -> bool {
        self.between.contains(&Between::Figure) && self.written_out(form).is_some()
    }

    /// The number of the form among the first halves of listed pairs, from one on; zero where it is none.
    fn note(&self, form: &Form) -> u32 {
        self.firsts.get(&form.text).map_or(0, |number| number + 1)
    }

    fn at_word(&self, context: &Context, word: usize, note: u32, out: &mut Vec<Finding>) {
        let here = context.words()[word];
        if self.between.contains(&Between::Figure) {
            // A capital at the start of a cell or a label may begin a numbered name: *Teks2*.
            let words = context.sentence(word).words.len();
            let opens = here.shape == Shape::Capital && context.opens_sentence(word) && words > 4;
            let is_shaped = here.shape == Shape::Lower || opens;
            let right = self.written_out(context.form(here)).filter(|_| is_shaped && !is_numbered(context, word));
            let finding = right.map(|(right, certainty)| {
                Finding::replace(here.span, casing::like(context, word, word, &right)).at_most(if opens {
                    Certainty::Doubtful
                } else {
                    certainty
                })
            });
            out.extend(finding);
            return;
        }
        if !doubled::is_plain(context.form(here)) {
            return;
        }
        let Some((second, between)) = self.second(context, word, note) else { return };
        let (left, right) = (context.form_text(word), context.form_text(second));
        let after = context.form_text(second + 1);
        if after == right || self.unless_after.iter().any(|form| form == after) {
            return;
        }
        let is_other =
            left == right && between == Between::Space && doubled::read(context, word, second) != Twice::Doubled;
        // *Menjadi jadi saksi*: *menjadi-jadi* has no complement.
        let is_restart = left == "menjadi" && context.word(second + 1).is_some_and(|next| next.is_word());
        let Some(certainty) = self.doubled(left, right, between).filter(|_| !is_other && !is_restart) else {
            return;
        };
        let last = context.words()[second].span;
        let gap = Span::new(here.span.end, last.start);
        out.push(Finding::at(here.span.to(last)).or(vec![Edit::replace(gap, "-")]).at_most(certainty));
    }
}

/// Whether `left` ends in what `right` is without its suffix: *diiming imingi*, *teman temannya*. Nouns in *-an* are left out:
/// *memakan makanan*.
fn without_ending(right: &str, left: &str) -> bool {
    let endings = ["nya", "kan", "i"].into_iter().filter_map(|ending| right.strip_suffix(ending));
    endings.into_iter().any(|stem| stem.len() > 2 && left.ends_with(stem))
}

/// Whether a prefix stands before the first half and a suffix behind the second, and neither half is a word alone.
fn is_circumfixed(left: &str, right: &str) -> bool {
    let has_prefix = ["di", "me", "ber", "ter"].iter().any(|prefix| left.starts_with(prefix));
    let is_alone = |form: &str| morphology::is_known(form);
    has_prefix && !right.ends_with("nya") && !is_alone(left) && !is_alone(right)
}

fn is_plain_noun(form: &str) -> bool {
    form.len() > 4
        && lexicon::entry(form)
            .is_some_and(|entry| entry.trust() > Trust::Low && entry.classes().is_only(Class::Noun) && !entry.is_name())
}

/// Whether the text also has the word with another number, or the word stands as a name of something: *nilai1 dan nilai2*,
/// *f(nilai2)*, *nilai2: bilangan kedua*.
fn is_numbered(context: &Context, word: usize) -> bool {
    let here = context.words()[word].span;
    let text = &context.document.prose.text;
    if matches!(context.form_text(word + 1), ":" | "adalah" | "ialah") {
        return true;
    }
    let stem = context.text(here).split(['2', '²']).next().unwrap_or_default();
    let is_touched =
        |at: usize| matches!(context.written(at), "(" | ")" | ";" | "=" | "[" | "]" | "_" | "*" | "+" | "<" | "|");
    let touches = is_touched(word + 1) || word.checked_sub(1).is_some_and(is_touched);
    touches || ['1', '3', '_'].iter().any(|mark| text.contains(&format!("{stem}{mark}")))
}

/// Whether the text between two words is one dash that does not join them as a hyphen does; a hyphen at the end of a
/// line may only divide the word.
fn is_parting_dash(gap: &str) -> bool {
    gap != "-" && !gap.contains('\n') && matches!(gap.trim(), "-" | "–" | "—" | "\u{2011}")
}

/// What is said the second time of a word with its prefix: *jalan* of *berjalan*, *nulis* of *menulis*; the word itself
/// where it has none and may be relied on.
fn second_half(word: &str) -> Option<String> {
    let reading = morphology::analyse(word).into_iter().next()?;
    let prefix = reading.affixes.prefix;
    if prefix == Prefix::None {
        let entry = lexicon::entry(word)?;
        let is_word =
            entry.trust() > Trust::Low && !entry.is_foreign() && !entry.is_name() && !entry.is_function_word();
        return is_word.then(|| word.to_owned());
    }
    let root = &*reading.root;
    let bare = Affixes { prefix: Prefix::None, ..reading.affixes };
    Some(match prefix {
        Prefix::Me if !word.contains(root) => word.get(2..)?.to_owned(),
        Prefix::Me | Prefix::Ber | Prefix::Ter | Prefix::Di | Prefix::Se => morphology::generate(root, bare),
        _ => word.to_owned(),
    })
}
