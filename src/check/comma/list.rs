//! A comma missing before the last member of a list of three or more: *buku, majalah dan jurnal*.

use super::reach::{is_comma, sentence};
use crate::check::Finding;
use crate::check::fragment::piece::{Nucleus, Piece};
use crate::check::fragment::words::Part;
use crate::document::Context;
use crate::language::{Class, Shape};
use crate::text::{Edit, Span};

/// The longest member, in words.
const LONGEST: usize = 3;

/// The word before the conjunction at `word`, where a list of like members goes before.
pub(super) fn at(context: &Context, word: usize) -> Option<Finding> {
    // Nearly always there is none.
    let last = (word.saturating_sub(LONGEST + 1)..word).rev().find(|&at| is_comma(context, at))?;
    let sentence = sentence(context, word);
    if word <= sentence.start + 3 || word + 1 >= sentence.end || last + 1 == word {
        return None;
    }
    // *grafik, waktu dan tempat, penulis*: the two words are one member of a longer list.
    let goes_on = (word + 1..sentence.end.min(word + 6)).any(|at| is_comma(context, at));
    // Classes are asked for only where the commas stand as in a list, of words like each other.
    let has_earlier = || (sentence.start..last).rev().take(LONGEST + 1).any(|at| is_comma(context, at));
    if goes_on
        || last <= sentence.start
        || !are_alike(context, last + 1, word + 1)
        || is_lead(context, last - 1)
        || is_pair(context, last + 1, word)
        || !(has_earlier() || word == last + 2 && may_open_list(context, sentence.start, last))
    {
        return None;
    }
    let tags = context.tags(context.sentence(word));
    let start = context.sentence(word).words.start;
    let reader = Reader { context, tags: &tags, start };
    let second = reader.member(sentence.start, word)?;
    let comma = second.checked_sub(1).filter(|&at| at > sentence.start && is_comma(context, at))?;
    if !reader.is_like(second, word + 1) {
        return None;
    }
    let is_list = match reader.member(sentence.start, comma) {
        // *…, apel, jeruk dan mangga*
        Some(first) if first > sentence.start && is_comma(context, first - 1) => {
            reader.is_like(first, second) && reader.is_member_before(sentence.start, first - 1, first)
        }
        _ => comma == second - 1 && word == second + 1 && reader.opens_list(sentence.start, comma, second),
    };
    let words = context.words();
    let at = words[word - 1].span.end;
    is_list.then(|| {
        let span = words[word - 1].span.to(words[word].span);
        Finding::at(span).or(vec![Edit::replace(Span::new(at, words[word].span.start), ", ")])
    })
}

/// *misalnya, hari dan tanggal*: the comma belongs to the word that leads to the list.
fn is_lead(context: &Context, at: usize) -> bool {
    matches!(context.form_text(at), "misalnya" | "contohnya" | "lain" | "yaitu" | "yakni" | "umpamanya")
}

/// *gaya catatan kaki dan catatan akhir*: the conjunction at `word` joins what describes the first noun of one member.
fn is_pair(context: &Context, first: usize, word: usize) -> bool {
    (first + 1..word).any(|at| context.form_text(at) == context.form_text(word + 1))
}

/// Whether the word before the only comma may begin a list, as far as can be told without its class.
fn may_open_list(context: &Context, from: usize, comma: usize) -> bool {
    let first = comma - 1;
    first > from + 1
        && are_alike(context, first, comma + 1)
        && (leads_to(context, first) || follows_clause(context, from, first))
}

/// *buah-buahan seperti apel*
fn leads_to(context: &Context, first: usize) -> bool {
    let before = context.form_text(first - 1);
    matches!(before, "seperti" | "misalnya" | "yaitu" | "yakni" | "meliputi" | "antara")
}

/// Whether a main clause ends before the word `first`, which may be its object.
fn follows_clause(context: &Context, from: usize, first: usize) -> bool {
    let before = Piece::read(context, from..first);
    before.nucleus == Nucleus::Clause && !matches!(before.part(0), Part::Subordinator | Part::Preposition)
}

/// Whether both are words of letters, with capitals both or neither.
fn are_alike(context: &Context, one: usize, other: usize) -> bool {
    let [one, other] = [one, other].map(|at| context.words()[at]);
    one.is_word() && other.is_word() && (one.shape == Shape::Lower) == (other.shape == Shape::Lower)
}

struct Reader<'a, 'd> {
    context: &'a Context<'d>,
    tags: &'a [Option<Class>],
    start: usize,
}

impl Reader<'_, '_> {
    fn tag(&self, at: usize) -> Option<Class> {
        self.tags.get(at - self.start).copied().flatten()
    }

    fn is_noun(&self, at: usize) -> bool {
        let is_word = self.context.word(at).is_some_and(|word| word.is_word());
        is_word && matches!(self.tag(at), Some(Class::Noun | Class::Propn))
    }

    /// The first word of the member that ends before `end`: nouns and what describes them, back to a comma.
    fn member(&self, from: usize, end: usize) -> Option<usize> {
        let first = (from..end).rev().find(|&at| is_comma(self.context, at))? + 1;
        let describes = |at: usize| self.is_noun(at) || at > first && self.tag(at) == Some(Class::Adj);
        (first < end && end - first <= LONGEST && (first..end).all(describes)).then_some(first)
    }

    /// Whether both words are nouns, with capitals both or neither.
    fn is_like(&self, one: usize, other: usize) -> bool {
        self.is_noun(one) && self.is_noun(other) && are_alike(self.context, one, other)
    }

    /// Whether a noun like that at `other` ends before the comma at `comma`.
    fn is_member_before(&self, from: usize, comma: usize, other: usize) -> bool {
        if comma <= from {
            return false;
        }
        let describes = comma > from + 1 && self.tag(comma - 1) == Some(Class::Adj);
        self.is_like(if describes { comma - 2 } else { comma - 1 }, other)
    }

    /// Whether the noun before the only comma begins a list: right after a verb, or after *seperti*.
    fn opens_list(&self, from: usize, comma: usize, second: usize) -> bool {
        let first = comma - 1;
        if first <= from + 1 || !self.is_like(first, second) {
            return false;
        }
        let is_object = || self.tag(first - 1) == Some(Class::Verb) && follows_clause(self.context, from, first);
        leads_to(self.context, first) || is_object()
    }
}
