//! What a word that stands twice in a row is, told by its neighbours: a doubled word, or one that was typed twice.

use crate::document::Context;
use crate::language::lexicon;
use crate::language::{Class, Form, Word, WordKind};

/// What two equal words beside each other are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Twice {
    /// The halves of one doubled word, as far as the neighbours tell.
    Doubled,
    /// One word, typed twice: *setiap sel sel*.
    Typed,
    /// The end of one phrase and the beginning of another, or one word too many: *periode pembayaran pembayaran bulanan*.
    Parted,
}

/// Words before one thing.
const SINGULAR: [&str; 10] =
    ["setiap", "tiap", "sebuah", "suatu", "seorang", "seekor", "sebatang", "selembar", "sepotong", "satu"];

/// Modal verbs; doubled they are another word, which opens a clause: *bisa-bisa*.
const MODALS: [&str; 5] = ["bisa", "boleh", "harus", "mau", "perlu"];

/// Nouns before the many that they are made of: *kelompok ibu-ibu*.
const GATHERINGS: [&str; 9] =
    ["kelompok", "kumpulan", "daftar", "jumlah", "rangkaian", "deretan", "barisan", "koleksi", "segala"];

/// Verbs of such roots have a noun of their own behind them before what is spoken of: *mengganti nama | nama cabang*.
const GIVING_ROOTS: [&str; 3] = ["ganti", "ubah", "beri"];

/// A noun that is seen doubled so often, in doublings, is doubled behind another noun too: *rumah anak-anak*.
const OFTEN_DOUBLED: u8 = 4;

/// Whether the form has more than two letters, and nothing but small ones of ASCII.
pub(super) fn is_plain(form: &Form) -> bool {
    form.text.len() > 2 && form.text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Whether the word `at` of `text` may stand twice or be the first half of a doubled word, as far as a glance at it and the next word
/// tells: most words are looked at and are not.
#[inline]
pub(crate) fn may_begin(text: &[u8], words: &[Word], at: usize) -> bool {
    let Some(first) = words.get(at).filter(|word| word.is_word()) else { return false };
    let next = match words.get(at + 1) {
        Some(dash) if dash.kind == WordKind::Punctuation => words.get(at + 2),
        next => next,
    };
    let may_follow = |next: &Word| next.form == first.form || may_match(text, first.span.end, next.span.end);
    next.is_some_and(|next| next.is_word() && may_follow(next))
}

/// Whether the word that ends at `left` may end like the one that ends at `right`, or like that without its suffix, both of three
/// letters or more: the last three tell of nearly all.
#[inline]
pub(super) fn may_match(text: &[u8], left: u32, right: u32) -> bool {
    const THREE: u32 = 64 - 3 * 8;
    let (left, right) = (tail(text, left), tail(text, right));
    let is_tail = |right: u64| (left ^ right) >> THREE == 0;
    let suffix = match (right >> 56) as u8 {
        b'i' => 1,
        b'a' | b'n' => 3,
        _ => 0,
    };
    is_tail(right) || is_tail(right << (8 * suffix))
}

/// The eight bytes before `end`, the last one highest; zeros before the start of the text.
#[inline]
fn tail(text: &[u8], end: u32) -> u64 {
    let before = &text[..text.len().min(end as usize)];
    match before.last_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => before.iter().fold(0, |tail, &byte| tail >> 8 | u64::from(byte) << 56),
    }
}

/// What the equal words `first` and `second` are.
pub(super) fn read(context: &Context, first: usize, second: usize) -> Twice {
    let form = context.form_text(first);
    let start = context.sentence(first).words.start;
    let before = first.checked_sub(1).filter(|before| *before >= start);
    if is_one(context, form, before, second) || before.is_some_and(|before| is_modal(context, before, first)) {
        return Twice::Typed;
    }
    let ends_phrase = || before.is_some_and(|before| ends_phrase(context, before, form));
    let is_noun = context.form(context.words()[first]).may_be(Class::Noun) && !is_always_doubled(form);
    if is_noun && (ends_phrase() || is_named(context, second)) { Twice::Parted } else { Twice::Doubled }
}

/// Whether a singular stands around: *setiap sel sel*, *salah salah satunya*.
fn is_one(context: &Context, form: &str, before: Option<usize>, second: usize) -> bool {
    let is_singular = before.is_some_and(|before| SINGULAR.contains(&context.form_text(before)));
    is_singular || form == "salah" && context.form_text(second + 1).starts_with("satu")
}

/// Whether the word is a modal behind another modal, a negation or *juga*: *juga bisa bisa*.
fn is_modal(context: &Context, before: usize, first: usize) -> bool {
    let has = |at: usize, list: &str| {
        let lists = context.word(at).map(|word| context.form(word).lists());
        lexicon::list_number(list).zip(lists).is_some_and(|(number, lists)| lists.has(number))
    };
    MODALS.contains(&context.form_text(first))
        && (context.form_text(before) == "juga" || has(before, "auxiliaries") || has(before, "negations"))
}

/// Whether the first of two nouns `form` completes the phrase that the word `before` belongs to.
fn ends_phrase(context: &Context, before: usize, form: &str) -> bool {
    let word = context.form_text(before);
    let is_copula = matches!(word, "adalah" | "ialah" | "merupakan");
    let is_giving = || {
        let readings = context.word(before).map(|word| context.form(word).readings());
        readings.is_some_and(|readings| readings.iter().any(|reading| GIVING_ROOTS.contains(&&*reading.root)))
    };
    let is_gathering = || GATHERINGS.iter().any(|noun| word.ends_with(noun)) || word.starts_with("se");
    let is_rare = || lexicon::entry(&format!("{form}-{form}")).is_none_or(|entry| entry.band() < OFTEN_DOUBLED);
    is_copula || is_giving() || is_noun(context, before) && !is_gathering() && is_rare()
}

/// Whether the word is hardly anything without its double: *kura-kura*.
fn is_always_doubled(form: &str) -> bool {
    let doubled = format!("{form}-{form}");
    lexicon::list_number("reduplicated-inherent").is_some_and(|list| lexicon::lists(&doubled).has(list))
}

/// Whether a name in quotes or in code stands behind the words: *gambar gambar "picture.gif"*.
fn is_named(context: &Context, second: usize) -> bool {
    let is_within = second + 1 < context.sentence(second).words.end;
    let next = context.word(second + 1).filter(|_| is_within);
    next.is_some_and(|next| next.kind == WordKind::Opaque)
        || is_within && matches!(context.written(second + 1), "\"" | "“")
}

/// Whether the word is a noun, at least in most of its uses.
fn is_noun(context: &Context, at: usize) -> bool {
    let word = context.word(at).filter(|word| word.is_word());
    word.map(|word| context.form(word)).is_some_and(|form| {
        form.classes().is_only(Class::Noun) || form.entry().is_some_and(|entry| entry.main_class() == Some(Class::Noun))
    })
}

/// Whether a dash stands shortly before the first half or directly after the second: a list or the steps through a menu
/// (*Alat - Setelan Bahasa - Bahasa*), no doubling.
pub(super) fn is_in_a_row(context: &Context, first: usize, second: usize) -> bool {
    const STEP: usize = 4;
    let dash = |at: usize| matches!(context.written(at), "-" | "–" | "—");
    // *negara - negara dan rumah - rumah*
    let is_step = |at: usize| dash(at) && (at == 0 || context.form_text(at - 1) != context.form_text(at + 1));
    let start = context.sentence(first).words.start;
    let is_within = |at: &usize| context.word(*at).is_some_and(|word| word.is_word() || dash(*at));
    let mut near = (start..first).rev().take(STEP).take_while(is_within);
    dash(second + 1) || near.any(is_step)
}

#[cfg(test)]
mod tests {
    use super::may_match;

    #[test]
    fn the_last_letters_tell_which_words_may_be_doubled() {
        let may = |left: &str, right: &str| {
            let text = format!("{left} {right}");
            let end = |text: &str| u32::try_from(text.len()).expect("it is short");
            may_match(text.as_bytes(), end(left), end(&text))
        };
        for right in ["Rumah", "rumahnya", "rumahkan", "rumahi", "serumah"] {
            assert!(may("rumah", right), "{right}");
        }
        assert!(!may("rumah", "sawah") && !may("rumah", "rumput") && !may("rumah", "sawahnya"));
    }
}
