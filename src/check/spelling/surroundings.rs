//! What stands around an unknown word: words of another language, italics, the same word as code.

use rustc_hash::FxHashSet;

use crate::document::Context;
use crate::language::lexicon::Trust;
use crate::language::{Form, Shape, Word};
use crate::text::Span;

/// How a word is surrounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// By Indonesian.
    Own,
    /// So many foreign words stand directly beside it.
    Mixed(u8),
    /// It stands in a passage of another language, or in italics.
    Foreign,
}

/// A passage of so many unknown words in a row is of another language.
const RUN: usize = 4;
/// In a sentence of another language one other word in so many is unknown or foreign, or more.
const SHARE: usize = 2;
/// So many such words do not stand in a sentence by chance.
const STRANGE: usize = 3;
/// A sentence of fewer words is too short to tell.
const LEAST_WORDS: usize = 4;
/// So many words of a neighbouring language tell a sentence of it.
const TELLING: usize = 2;

/// How the word `at` is surrounded; `neighbours` are words of languages near Indonesian.
pub(super) fn around(context: &Context, at: usize, neighbours: &FxHashSet<String>) -> Surroundings {
    let words = context.sentence(at).words.clone();
    let is_unknown_at = |at: usize| context.word(at).is_some_and(|word| is_unknown(context, word));
    let before = (words.start..at).rev().take_while(|&at| is_unknown_at(at)).count();
    let after = (at + 1..words.end).take_while(|&at| is_unknown_at(at)).count();
    if before + 1 + after >= RUN
        || is_foreign_sentence(context, at, neighbours)
        || context.document.prose.is_in_italics(context.words()[at].span)
    {
        return Surroundings::Foreign;
    }
    let is_foreign_at = |at: usize| {
        let word = context.word(at).filter(|word| word.is_word() && word.shape == Shape::Lower);
        words.contains(&at) && word.is_some_and(|word| is_foreign(context.form(word)))
    };
    let before = u8::from(at.checked_sub(1).is_some_and(is_foreign_at));
    match before + u8::from(is_foreign_at(at + 1)) {
        0 => Surroundings::Own,
        words => Surroundings::Mixed(words),
    }
}

/// Whether a word is in small letters and neither of Indonesian nor of English.
fn is_unknown(context: &Context, word: Word) -> bool {
    let form = context.form(word);
    word.is_word() && word.shape == Shape::Lower && !form.is_known() && !is_foreign(form)
}

fn is_foreign(form: &Form) -> bool {
    form.entry().is_none_or(|entry| entry.trust() == Trust::Low) && form.is_foreign()
}

fn is_foreign_sentence(context: &Context, at: usize, neighbours: &FxHashSet<String>) -> bool {
    let words = &context.words()[context.sentence(at).words.clone()];
    let (mut total, mut strange, mut telling) = (0, 0, 0);
    let own = context.words()[at].span;
    for word in words.iter().filter(|word| word.is_word() && word.span != own) {
        total += 1;
        let is_foreign = || word.shape == Shape::Lower && is_foreign(context.form(*word));
        strange += usize::from(is_unknown(context, *word) || is_foreign());
        telling += usize::from(neighbours.contains(&*context.form(*word).text));
    }
    telling >= TELLING || total >= LEAST_WORDS && strange >= STRANGE && strange * SHARE >= total
}

/// Whether the word `at` is one of a formula, or an entry of a list of names: glued to signs that prose has not (*{lang}*,
/// *paral·lel*), or all that its block holds, in small letters.
pub(super) fn is_label(context: &Context, at: usize) -> bool {
    let word = context.words()[at];
    let sentence = context.sentence(at);
    let block = context.document.prose.blocks[sentence.block].span;
    let is_alone = || word.shape == Shape::Lower && context.text(block).trim() == context.text(word.span);
    let before = context.text(Span::new(block.start, word.span.start)).chars().next_back();
    let after = context.text(Span::new(word.span.end, block.end)).chars().next();
    let is_sign = |sign: Option<char>| sign.is_some_and(|sign| SIGNS.contains(&sign));
    is_sign(before) || is_sign(after) || before == Some(',') || is_alone()
}

/// What stands beside the words of code and formulas.
const SIGNS: [char; 14] = ['{', '}', '[', ']', '=', '|', '·', '_', '\\', '$', '+', '^', '~', '%'];

/// Whether the source has the word, which stands `at` in the prose, as code, in a path, or as the name of a function too.
pub(super) fn is_identifier(context: &Context, places: &[usize]) -> bool {
    let Some(&first) = places.first() else { return false };
    let source = &context.document.source.text;
    let in_prose: Vec<Span> = places.iter().filter_map(|&at| place(context, at)).collect();
    let written = context.written(first);
    memchr::memmem::find_iter(source.as_bytes(), written.as_bytes()).any(|start| {
        let end = start + written.len();
        let is_prose = in_prose.iter().any(|span| span.start as usize == start);
        !is_prose && is_code(&source[..start], &source[end..])
    })
}

fn place(context: &Context, at: usize) -> Option<Span> {
    context.document.prose.offsets.to_source(context.words()[at].span)
}

/// Whether what stands between two texts is marked as code, or glued to the signs of a path or a call.
fn is_code(before: &str, after: &str) -> bool {
    const TAGS: [&str; 6] = ["code", "kbd", "pre", "samp", "tt", "var"];
    let is_tagged = || {
        let tag = before.strip_suffix('>').and_then(|before| before.rsplit('<').next());
        tag.is_some_and(|tag| TAGS.contains(&tag.split([' ', '\n']).next().unwrap_or_default()))
    };
    let opens = before.ends_with(['`', '/', '.', '_', '$', '\\']) || is_tagged();
    let closes = after.starts_with(['`', '/', '.', '_', '(', '\\', '<']);
    let is_whole = !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    is_whole && (opens && closes || after.starts_with("()"))
}
