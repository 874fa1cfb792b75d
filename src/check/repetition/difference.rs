//! Whether two pieces that are nearly alike say the same: *dan* for *serta* changes nothing, *kiri* for *kanan* does.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::Context;
use crate::language::{Word, WordKind, morphology};
use crate::text::slips;

/// Two forms of one word differ in so many letters at most: *mengklik*, *menklik*.
const LETTERS: usize = 2;

/// Whether two pieces have the same words in the same order.
pub fn are_equal(context: &Context, left: Range<usize>, right: Range<usize>) -> bool {
    let (left, right) = (words(context, left), words(context, right));
    left.map(|word| shown(context, word)).eq(right.map(|word| shown(context, word)))
}

/// Words that may come, go or change and leave a sentence what it says. Not among them: those of place and direction,
/// negation, quantity and time.
const GRAMMAR: [&str; 44] = [
    "adalah",
    "agar",
    "akan",
    "akibatnya",
    "bagi",
    "bahwa",
    "dan",
    "dapat",
    "bisa",
    "dari",
    "dengan",
    "di",
    "hal",
    "ialah",
    "ini",
    "itu",
    "jika",
    "juga",
    "kalau",
    "apabila",
    "bila",
    "karena",
    "sebab",
    "ke",
    "kepada",
    "lalu",
    "kemudian",
    "maka",
    "merupakan",
    "oleh",
    "pada",
    "para",
    "pun",
    "secara",
    "serta",
    "suatu",
    "sebuah",
    "supaya",
    "terhadap",
    "tersebut",
    "tentang",
    "untuk",
    "yaitu",
    "yang",
];

/// Whether what only one of the two has are function words, or another spelling of what the other has; where the two are
/// nearly equal one may go on where the other ends. The same words in another order say something else: *nilai positif di
/// atas, negatif di bawah*.
pub fn say_the_same(context: &Context, left: Range<usize>, right: Range<usize>, may_go_on: bool) -> bool {
    let mut counts: FxHashMap<&str, i32> = FxHashMap::default();
    for (sentences, step) in [(left, 1), (right, -1)] {
        for word in words(context, sentences) {
            *counts.entry(shown(context, word)).or_default() += step;
        }
    }
    if counts.values().all(|count| *count == 0) {
        return false;
    }
    let only = |sign: i32| -> Vec<&str> {
        let own = counts.iter().filter(|(word, count)| **count * sign > 0 && !GRAMMAR.contains(word));
        own.map(|(word, _)| *word).collect()
    };
    let (left, right) = (only(1), only(-1));
    let is_matched = |word: &&str, others: &[&str]| others.iter().any(|other| is_variant(word, other));
    let goes_on = |more: &[&str], less: &[&str]| less.is_empty() && (more.is_empty() || may_go_on);
    goes_on(&left, &right)
        || goes_on(&right, &left)
        || left.iter().all(|word| is_matched(word, &right)) && right.iter().all(|word| is_matched(word, &left))
}

fn words<'d>(context: &Context<'d>, sentences: Range<usize>) -> impl Iterator<Item = &'d Word> {
    let sentences = &context.document.sentences[sentences];
    let words = sentences.first().zip(sentences.last()).map_or(0..0, |(a, b)| a.words.start..b.words.end);
    context.words()[words].iter().filter(|word| matches!(word.kind, WordKind::Word | WordKind::Number))
}

fn shown<'d>(context: &Context<'d>, word: &Word) -> &'d str {
    if word.is_word() { &context.form(*word).text } else { context.text(word.span) }
}

fn is_variant(left: &str, right: &str) -> bool {
    let is_long = left.chars().count() > LETTERS * 2 && right.chars().count() > LETTERS * 2;
    let has_letters = |word: &str| word.chars().all(char::is_alphabetic);
    let is_near = || slips(left, right) <= LETTERS;
    // Names of functions differ by a letter and are others: AVERAGEIF, AVERAGEIFS.
    let is_word = |word: &str| morphology::is_known(word);
    let is_typo = is_near() && (is_word(left) || is_word(right));
    let holds = || left.ends_with(right) || right.ends_with(left) || left.starts_with(right) || right.starts_with(left);
    is_long && has_letters(left) && has_letters(right) && (is_typo || holds() && is_word(left) && is_word(right))
}
