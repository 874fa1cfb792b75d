//! Word classes in context: a greedy averaged perceptron over the words of one sentence.
//!
//! Nothing is read or computed before the first sentence is tagged; what a form itself tells is summed up once per form
//! and kept with it in the [`Vocabulary`].

pub mod features;
mod weights;

use super::vocabulary::Vocabulary;
use super::word::{Word, WordKind};
use super::{Class, FormId};

pub use features::{Digest, Group, Neighbours, Role, Sight};
pub use weights::{COLUMNS, ROWS};

/// The number that stands for words of other languages.
pub const FOREIGN: u8 = 14;
/// The number that stands for punctuation, symbols and the edge of a sentence; never the outcome for a word.
pub const OUTSIDE: u8 = 15;

type Scores = [i16; COLUMNS];

/// What one form adds to the scores of its own place and of the places around it.
#[derive(Debug)]
pub(super) struct Traces {
    digest: Digest,
    sums: [Scores; Role::ALL.len()],
}

impl Traces {
    pub(super) fn of(form: &super::Form) -> Self {
        let sums = Role::ALL.map(|role| {
            let mut sum = [0; COLUMNS];
            features::of_form(form, role, &mut |_, row| weights::add(row, &mut sum));
            sum
        });
        Self { digest: Digest::of(form), sums }
    }
}

/// The class of every word of one sentence: `words` are the words of a [`Sentence`](super::Sentence), with their
/// punctuation. There is none for punctuation, symbols, addresses, and words of other languages.
///
/// ```
/// use saksama::language::{Class, Sentence, Vocabulary, tagger, word};
/// use saksama::text::Span;
///
/// let (text, mut vocabulary, mut words) = ("Mereka membaca buku.", Vocabulary::default(), Vec::new());
/// word::split(text, Span::of(0..text.len()), &mut vocabulary, &mut words);
/// let classes = tagger::tag(&vocabulary, &words);
/// assert_eq!(classes, [Some(Class::Pron), Some(Class::Verb), Some(Class::Noun), None]);
/// ```
pub fn tag(vocabulary: &Vocabulary, words: &[Word]) -> Vec<Option<Class>> {
    let mut tags = [OUTSIDE; 2];
    let mut has_begun = false;
    let mut out = Vec::with_capacity(words.len());
    let mut sights = [Sight::EDGE, Sight::EDGE, sight(vocabulary, words, 0)];
    for at in 0..words.len() {
        sights = [sights[1], sights[2], sight(vocabulary, words, at + 1)];
        let tag = settled(words[at].kind).unwrap_or_else(|| {
            let [before, here, after] = sights;
            let neighbours = Neighbours { before, here, after, opens: !has_begun, tags };
            best(&scores(vocabulary, words, at, &neighbours))
        });
        has_begun |= tag != OUTSIDE;
        tags = [tag, tags[0]];
        out.push(class(tag));
    }
    out
}

/// The tag of what needs no context: everything that is not made of letters.
pub const fn settled(kind: WordKind) -> Option<u8> {
    match kind {
        WordKind::Word => None,
        WordKind::Number => Some(Class::Num as u8),
        WordKind::Mention => Some(Class::Propn as u8),
        WordKind::Opaque | WordKind::Url | WordKind::Email | WordKind::Hashtag => Some(FOREIGN),
        WordKind::Emoji | WordKind::Punctuation | WordKind::Symbol => Some(OUTSIDE),
    }
}

/// The class that a tag stands for.
pub fn class(tag: u8) -> Option<Class> {
    Class::ALL.get(usize::from(tag)).copied()
}

fn scores(vocabulary: &Vocabulary, words: &[Word], at: usize, neighbours: &Neighbours) -> Scores {
    let mut scores = [0; COLUMNS];
    for role in Role::ALL {
        let word = role.place(at).and_then(|place| words.get(place));
        if let Some(word) = word.filter(|word| word.form != FormId::NONE) {
            let sum = &vocabulary.form(word.form).traces().sums[role as usize];
            (0..COLUMNS).for_each(|column| scores[column] += sum[column]);
        }
    }
    features::of_place(neighbours, &mut |row| weights::add(row, &mut scores));
    scores
}

/// The tag with the highest score, the first of equals.
fn best(scores: &Scores) -> u8 {
    (1..OUTSIDE).fold(0, |best, tag| if scores[usize::from(tag)] > scores[usize::from(best)] { tag } else { best })
}

/// What is seen of the word `at` from beside it.
fn sight(vocabulary: &Vocabulary, words: &[Word], at: usize) -> Sight {
    words.get(at).map_or(Sight::EDGE, |word| {
        let digest = if word.form == FormId::NONE {
            Digest::of_kind(word.kind)
        } else {
            vocabulary.form(word.form).traces().digest
        };
        Sight { digest, shape: word.shape }
    })
}

/// What the weights take up in the program, in bytes.
pub const fn bytes() -> usize {
    weights::ROWS * weights::COLUMNS
}
