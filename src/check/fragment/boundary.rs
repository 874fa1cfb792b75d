//! What stands on both sides of a full stop, as features of a linear model.

use super::piece::{Nucleus, Piece};
use super::words::{self, Part};
use crate::document::Context;
use crate::language::{Sentence, Shape};

/// By what the right piece opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Opening {
    /// *yang*.
    Relative,
    /// A preposition.
    Preposition,
    /// *yaitu*, *khususnya*.
    Apposition,
    /// *karena*, *sehingga*.
    Subordinator,
    /// *dan*, *atau*.
    And,
    /// *tetapi*, *sedangkan*.
    But,
    /// *akan*, *dapat*, *tidak*.
    Auxiliary,
    /// *adalah*.
    Copula,
    /// A verb with *me-*.
    Me,
    /// A verb with *ber-*.
    Ber,
    /// A verb with *di-*.
    Di,
    /// A verb with *ter-*. Verbs without a prefix are left alone: they may be imperatives.
    Ter,
    /// Nothing of this, but the left piece opens by a preposition or a subordinator.
    Forward,
}

impl Opening {
    /// How many there are.
    pub const COUNT: usize = Self::Forward as usize + 1;

    /// Whether it is a verb, an auxiliary or a copula.
    pub const fn is_verbal(self) -> bool {
        matches!(self, Self::Auxiliary | Self::Copula | Self::Me | Self::Ber | Self::Di | Self::Ter)
    }

    /// The opening of a piece that begins with `part`.
    pub const fn of(part: Part) -> Option<Self> {
        Some(match part {
            Part::Relative => Self::Relative,
            Part::Preposition => Self::Preposition,
            Part::Apposition => Self::Apposition,
            Part::Subordinator => Self::Subordinator,
            Part::And => Self::And,
            Part::But => Self::But,
            Part::Auxiliary | Part::Negation => Self::Auxiliary,
            Part::Copula => Self::Copula,
            Part::Me => Self::Me,
            Part::Ber => Self::Ber,
            Part::Di => Self::Di,
            Part::Ter => Self::Ter,
            _ => return None,
        })
    }
}

/// Two neighbouring pieces and the full stop between them.
#[derive(Clone, Debug)]
pub struct Boundary {
    /// By what the right piece opens.
    pub opening: Opening,
    /// The piece before the stop.
    pub left: Piece,
    /// The piece after the stop.
    pub right: Piece,
    /// The number of the right piece's first word among the closed words.
    pub(super) first: Option<usize>,
    /// The same of the left piece's last word.
    pub(super) last: Option<usize>,
    /// The same of the left piece's first word.
    pub(super) left_first: Option<usize>,
}

impl Boundary {
    /// Reads the boundary between two sentences of one block; `None` where nothing can have been cut.
    pub fn read(context: &Context, left: &Sentence, right: &Sentence) -> Option<Self> {
        let stop = left.words.end.checked_sub(1).filter(|&stop| context.written(stop) == ".")?;
        let opener = context.word(right.words.start).filter(|word| word.is_word())?;
        let opening = opening(context, left, right)?;
        let small = opener.shape == Shape::Lower;
        if context.word(left.words.start).is_some_and(|word| word.shape == Shape::Lower) {
            // The rest of a sentence that an abbreviation or markup divided.
            return None;
        }
        if matches!(opener.shape, Shape::Upper | Shape::Mixed) || small && opening != Opening::Subordinator {
            return None;
        }
        if is_speech(context, left) || is_speech(context, right) || is_call(context, right) || is_open(context, left) {
            return None;
        }
        if is_english(context, left) || is_english(context, right) {
            return None;
        }
        let end = right.words.end - usize::from(is_mark(context, right.words.end - 1));
        let (left, right) = (left.words.start..stop, right.words.start..end);
        if left.len() < 2 || right.len() < 2 {
            return None;
        }
        let closed = |at: usize| words::closed(context.form_text(at));
        let (first, last, left_first) = (closed(right.start), closed(left.end - 1), closed(left.start));
        let (left, right) = (Piece::read(context, left), Piece::read(context, right));
        Some(Self { opening, left, right, first, last, left_first })
    }

    /// The features of the boundary, as numbers below [`feature_count`].
    pub fn features(&self) -> Vec<usize> {
        self.all().found
    }

    fn all(&self) -> Features {
        let mut out = Features { next: 0, found: Vec::with_capacity(24) };
        let opening = (self.opening as usize, Opening::COUNT);
        let closed = words::closed_count() + 1;
        let number = |word: Option<usize>| (word.map_or(0, |number| number + 1), closed);
        let (left, right) = (&self.left, &self.right);
        let verbal = right.predicate.map_or(Part::Other, |at| right.part(at)) as usize;
        let state = |piece: &Piece| (piece.nucleus as usize * 2 + usize::from(piece.clause_after_comma), 6);
        out.add(&[opening]);
        out.add(&[number(self.first)]);
        out.add(&[number(self.first), state(right)]);
        out.add(&[opening, state(right), (bucket(right.further, &[1, 2]), 3)]);
        out.add(&[opening, (right.part(1) as usize, Part::COUNT)]);
        out.add(&[opening, (right.part(2) as usize, Part::COUNT)]);
        out.add(&[opening, (bucket(right.length, &[3, 5, 8, 12, 18, 26]), 7), state(right)]);
        out.add(&[opening, (bucket(left.length, &[3, 5, 8, 12, 18, 26]), 7)]);
        out.add(&[opening, (left.last() as usize, Part::COUNT)]);
        out.add(&[number(self.last)]);
        out.add(&[opening, state(left), (usize::from(is_adverbial(left)), 2)]);
        out.add(&[number(self.left_first), state(left)]);
        out.add(&[opening, (verbal, Part::COUNT)]);
        out.add(&[opening, (right.comma.map_or(0, |at| 1 + bucket(at, &[2, 3, 6, 10, 16])), 7), state(right)]);
        out.add(&[opening, (left.comma.map_or(0, |at| 1 + bucket(left.parts.len() - at, &[2, 4, 8, 14])), 6)]);
        out.add(&[opening, (right.dependent.min(3), 4), (usize::from(right.nucleus > Nucleus::None), 2)]);
        out.add(&[opening, (left.dependent.min(3), 4), (usize::from(left.nucleus > Nucleus::None), 2)]);
        out.add(&[opening, (usize::from(left.dangling), 2), (usize::from(right.dangling), 2)]);
        out.add(&[state(left), state(right), (usize::from(self.opening == Opening::Forward), 2)]);
        out
    }
}

/// How many features there are.
pub fn feature_count() -> usize {
    empty().next
}

/// A number that changes when the features do: trained weights belong to the features of one digest only.
pub fn feature_digest() -> u64 {
    let features = empty();
    let words = (0..words::closed_count()).map(words::closed_word).flat_map(str::bytes).map(u64::from);
    let counts = [Opening::COUNT, Part::COUNT, features.next];
    let numbers = features.found.iter().chain(&counts).map(|&number| number as u64);
    // FNV-1a.
    words.chain(numbers).fold(0xcbf2_9ce4_8422_2325, |digest, next| (digest ^ next).wrapping_mul(0x0100_0000_01b3))
}

/// The features of a boundary of which nothing is known.
fn empty() -> Features {
    let (left, right) = (Piece::default(), Piece::default());
    let opening = Opening::Relative;
    Boundary { opening, left, right, first: None, last: None, left_first: None }.all()
}

struct Features {
    next: usize,
    found: Vec<usize>,
}

impl Features {
    /// Adds the feature that has these values, each with the number of values it may have.
    fn add(&mut self, values: &[(usize, usize)]) {
        let mut at = 0;
        let mut width = 1;
        for &(value, count) in values {
            at = at * count + value.min(count - 1);
            width *= count;
        }
        self.found.push(self.next + at);
        self.next += width;
    }
}

fn bucket(value: usize, borders: &[usize]) -> usize {
    borders.partition_point(|&border| border <= value)
}

fn is_adverbial(piece: &Piece) -> bool {
    matches!(piece.part(0), Part::Preposition | Part::Subordinator | Part::Apposition)
}

fn is_mark(context: &Context, at: usize) -> bool {
    context.word(at).is_some_and(|word| !word.is_word() && context.text(word.span).starts_with(['.', '!', '?', '…']))
}

/// By what the right piece opens, if anything may have been cut there: cheap, and asked of every boundary.
pub fn opening(context: &Context, left: &Sentence, right: &Sentence) -> Option<Opening> {
    let part = |at: usize| context.word(at).map_or(Part::Other, |word| words::part(context, word, true));
    let first = right.words.start;
    if context.form_text(first).starts_with("bukan") {
        return None;
    }
    if left_ends_in_number(context, left) || context.form_text(first) == "secara" && part(first + 2).is_nominal() {
        return None;
    }
    if matches!((context.form_text(first), context.form_text(first + 1)), ("di", "mana")) {
        return Some(Opening::Subordinator);
    }
    if part(first + 1) == Part::Existential && matches!(part(first), Part::Auxiliary | Part::Negation) {
        return None;
    }
    if let Some(opening) = Opening::of(part(first)) {
        return (!is_link(context, first)).then_some(opening);
    }
    let adverbial =
        matches!(part(left.words.start), Part::Preposition | Part::Subordinator) && !is_link(context, left.words.start);
    adverbial.then_some(Opening::Forward)
}

/// Whether the stop may belong to a number, as in a list: *2. Menyimpan*.
fn left_ends_in_number(context: &Context, left: &Sentence) -> bool {
    let written = left.words.end.checked_sub(2).map_or("", |last| context.written(last));
    written.len() < 3 && written.starts_with(|first: char| first.is_ascii_digit())
}

/// *Karena itu*, *Untuk itu*, *Dengan demikian*, *Sebagai contoh*: links to the sentence before, at `at`.
fn is_link(context: &Context, at: usize) -> bool {
    let next = context.form_text(at + 1);
    let after = matches!(context.form_text(at + 2), "itu" | "ini" | "demikian");
    match context.form_text(at) {
        "sebagai" => {
            matches!(next, "contoh" | "gantinya" | "tambahan" | "catatan" | "hasilnya" | "akibatnya" | "informasi")
        }
        "di" => matches!(
            next,
            "sini" | "situ" | "sana" | "sinilah" | "situlah" | "sanalah" | "samping" | "sisi" | "antaranya"
        ),
        "dengan" if next == "kata" => true,
        "untuk" if next == "sementara" => true,
        "sebab" if next == "," => true,
        // *Sekitar 600 gambar*, *Sebanyak dua orang*: a number that may be the subject.
        "sekitar" | "sebanyak" | "hingga" | "sampai" | "sebesar" | "hampir" | "per"
            if context.word(at + 1).is_some_and(|word| words::part(context, word, false) == Part::Number) =>
        {
            true
        }
        _ => {
            matches!(next, "itu" | "ini" | "demikian" | "begitu" | "sebaliknya" | "itulah" | "inilah")
                || matches!(next, "karena" | "sebab" | "hal" | "cara") && after
        }
    }
}

/// A question, an exclamation, or what introduces a list or an example set apart.
fn is_call(context: &Context, sentence: &Sentence) -> bool {
    let tail = &context.words()[sentence.words.clone()];
    tail.iter().rev().take(3).any(|word| matches!(context.text(word.span), "?" | "!" | ":"))
}

/// Whether the sentence is English: nothing of it can be read.
fn is_english(context: &Context, sentence: &Sentence) -> bool {
    sentence
        .words
        .clone()
        .any(|at| matches!(context.form_text(at), "the" | "of" | "is" | "are" | "with" | "and" | "or"))
}

/// Whether a parenthesis is left open: the stop then belongs to an abbreviation inside it.
fn is_open(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    text.matches('(').count() > text.matches(')').count()
}

/// Whether a quotation begins or ends in the middle of the sentence, which may then answer or go on with another.
fn is_speech(context: &Context, sentence: &Sentence) -> bool {
    let text = context.text(sentence.span);
    text.matches('"').count() % 2 == 1 || text.matches('“').count() != text.matches('”').count()
}
