//! What stands on both sides of a full stop, as features of a linear model.

use std::ops::Range;

use super::piece::{Nucleus, Piece};
use super::silence::{Silence, ends_in_question, is_asking, is_call, is_whole};
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
            // *Sangat penting …* may open a sentence; after a subject without a predicate it does not.
            Part::Auxiliary | Part::Negation | Part::Degree => Self::Auxiliary,
            Part::Copula => Self::Copula,
            Part::Me => Self::Me,
            Part::Ber => Self::Ber,
            Part::Di => Self::Di,
            // *Terjadi …* may open a sentence; after a subject without a predicate it does not.
            Part::Ter | Part::Existential => Self::Ter,
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
        let mut reader = Reader::of(context);
        if reader.is_silent(left, right) { None } else { reader.read(left, right) }
    }

    /// How far both pieces together are a sentence.
    pub fn nucleus(&self) -> Nucleus {
        self.left.nucleus.max(self.right.nucleus)
    }
}

/// Reads the boundaries of one block that may hold a cut, one after the other.
pub(super) struct Reader<'c, 'd> {
    context: &'c Context<'d>,
    silence: Silence,
    /// The right piece of the boundary read last: often the left one of the next.
    last: Option<Piece>,
}

impl<'c, 'd> Reader<'c, 'd> {
    /// For a block that stands by itself.
    pub(super) fn of(context: &'c Context<'d>) -> Self {
        Self { context, silence: Silence::default(), last: None }
    }

    /// Whether one of two sentences cannot be weighed, or the right one is whole by signs that no weighing overrules.
    pub(super) fn is_silent(&mut self, left: &Sentence, right: &Sentence) -> bool {
        let context = self.context;
        self.silence.holds(context, left) || self.silence.holds(context, right) || is_whole(context, right)
    }

    /// The boundary between two sentences; none where nothing can have been cut, and where the left piece alone tells that its
    /// adverbial was not. That neither is [silent](Self::is_silent) is for the caller to ask, where the boundary matters.
    pub(super) fn read(&mut self, left: &Sentence, right: &Sentence) -> Option<Boundary> {
        let context = self.context;
        let sides = Sides::of(context, left, right)?;
        let known = self.last.take().filter(|piece| piece.words == sides.left);
        let left = known.unwrap_or_else(|| Piece::read(context, sides.left.clone()));
        // What a source says is asked for all the same.
        let is_source = || context.form_text(sides.left.start) == "menurut";
        if sides.opening == Opening::Forward && left.stands_alone() && !is_source() {
            return None;
        }
        sides.boundary(context, left)
    }

    /// Keeps the right piece of the boundary that was read last.
    pub(super) fn keep(&mut self, piece: Piece) {
        self.last = Some(piece);
    }
}

/// The words of the pieces on both sides of a full stop, and what the right one opens by.
struct Sides {
    opening: Opening,
    left: Range<usize>,
    right: Range<usize>,
}

impl Sides {
    /// The sides of the stop between two sentences; `None` where nothing can have been cut.
    fn of(context: &Context, left: &Sentence, right: &Sentence) -> Option<Self> {
        let stop = left.words.end.checked_sub(1).filter(|&stop| context.written(stop) == ".")?;
        let opener = context.word(right.words.start).filter(|word| word.is_word())?;
        if context.word(left.words.start).is_some_and(|word| word.shape == Shape::Lower) {
            // The rest of a sentence that an abbreviation or markup divided.
            return None;
        }
        if matches!(opener.shape, Shape::Upper | Shape::Mixed) {
            return None;
        }
        if ends_in_abbreviation(context, left, right) {
            return None;
        }
        let opening = opening(context, left, right)?;
        if opener.shape == Shape::Lower && opening != Opening::Subordinator {
            return None;
        }
        // *Apakah warga setuju. Dan mau ikut?*: the mark of the question stands after the stop.
        if is_call(context, right) && !(is_asking(context, left) && ends_in_question(context, right)) {
            return None;
        }
        let end = right.words.end - usize::from(is_mark(context, right.words.end - 1));
        let begin = if opening == Opening::Forward { lead(context, left) } else { left.words.start };
        let (left, right) = (begin..stop, right.words.start..end);
        (left.len() > 1 && right.len() > 1).then_some(Self { opening, left, right })
    }

    /// The boundary, of which `left` is the left piece.
    fn boundary(self, context: &Context, left: Piece) -> Option<Boundary> {
        let closed = |at: usize| words::closed_number(context, context.words()[at]);
        let (first, last, left_first) = (closed(self.right.start), closed(self.left.end - 1), closed(self.left.start));
        let right = Piece::read(context, self.right);
        // *Muncul benang putih* has its subject behind it, *Terjadi di mana-mana* has none.
        let waits = || left.is_bare() && left.length > 3 && left.comma.is_none() && left.last() != Part::Adjective;
        if right.part(0) == Part::Existential && (right.part(1).is_nominal() || !waits()) {
            return None;
        }
        if right.part(0) == Part::Degree && !waits() {
            return None;
        }
        // *Dari Jakarta mereka berjalan ke Bandung*: a name has no possessor.
        let is_led = |at: usize| right.parts[..at].ends_with(&[Part::Name, Part::Pronoun]);
        let is_whole = right.nucleus == Nucleus::Clause && right.predicate.is_some_and(is_led);
        if self.opening == Opening::Preposition && is_whole {
            return None;
        }
        Some(Boundary { opening: self.opening, left, right, first, last, left_first })
    }
}

fn is_mark(context: &Context, at: usize) -> bool {
    context.word(at).is_some_and(|word| !word.is_word() && context.text(word.span).starts_with(['.', '!', '?', '…']))
}

/// By what the right piece opens, if anything may have been cut there: cheap, and asked of every boundary.
pub fn opening(context: &Context, left: &Sentence, right: &Sentence) -> Option<Opening> {
    let part = |at: usize| context.word(at).map_or(Part::Other, |word| words::part(context, word, true));
    let (first, lead) = (right.words.start, lead(context, left));
    let own = Opening::of(part(first));
    let leans = matches!(part(lead), Part::Preposition | Part::Subordinator);
    if own.is_none() && !leans {
        return None;
    }
    let is_barred = context.word(first).is_some_and(|word| words::has_mark(context, word, words::BARRED));
    if is_barred && context.form_text(first).starts_with("bukan") {
        return None;
    }
    let numbered = left_ends_in_number(context, left) && !matches!(part(first), Part::Relative | Part::Copula);
    if numbered || is_barred && context.form_text(first) == "secara" && part(first + 2).is_nominal() {
        return None;
    }
    if own == Some(Opening::Preposition)
        && matches!((context.form_text(first), context.form_text(first + 1)), ("di", "mana"))
    {
        return Some(Opening::Subordinator);
    }
    if is_barred && context.form_text(first) != "secara" {
        // *ada*, *terdapat*, *diketahui*, *ternyata*
        return None;
    }
    if own == Some(Opening::Auxiliary) && part(first + 1) == Part::Existential {
        return None;
    }
    if let Some(opening) = own {
        // *Belajarnya dari melihat* is a noun, *Dicarinya buah* says who does it.
        let deed =
            matches!(opening, Opening::Ber | Opening::Ter | Opening::Di) && context.form_text(first).ends_with("nya");
        if deed {
            return None;
        }
        return (!is_link(context, first)).then_some(opening);
    }
    // *Sementara b dalam bentuk tebal* sets something against the sentence before, and waits for nothing behind it.
    if context.form_text(lead) == "sementara" {
        return None;
    }
    (leans && !is_link(context, lead)).then_some(Opening::Forward)
}

/// The first word of a sentence after what links it to the one before: *Akan tetapi ketika …*, *Namun, ketika …*.
pub(super) fn lead(context: &Context, sentence: &Sentence) -> usize {
    let start = sentence.words.start;
    if !words::has_mark(context, context.words()[start], words::LINKS) {
        return start;
    }
    let link = match (context.form_text(start), context.form_text(start + 1)) {
        ("akan" | "tetapi", "tetapi") => 2,
        ("namun" | "tetapi" | "tapi" | "dan", _) => 1,
        _ => 0,
    };
    let comma = usize::from(link > 0 && context.form_text(start + link) == ",");
    if start + link + comma < sentence.words.end { start + link + comma } else { start }
}

/// Whether the stop may belong to an abbreviation before a name: *dirawat di RS. Harapan Kita*.
fn ends_in_abbreviation(context: &Context, left: &Sentence, right: &Sentence) -> bool {
    /// In bytes.
    const LONGEST: u32 = 5;
    let word = |at: usize| context.word(at).filter(|word| word.is_word());
    let is_capital = |at: usize| word(at).is_some_and(|word| word.shape != Shape::Lower);
    let last = left.words.end.checked_sub(2).and_then(word);
    let first = right.words.start;
    last.is_some_and(|last| last.shape == Shape::Upper && last.span.len() <= LONGEST)
        && is_capital(first)
        && is_capital(first + 1)
}

/// Whether the stop may belong to a number, as in a list: *2. Menyimpan*.
fn left_ends_in_number(context: &Context, left: &Sentence) -> bool {
    let written = left.words.end.checked_sub(2).map_or("", |last| context.written(last));
    written.len() < 3 && written.starts_with(|first: char| first.is_ascii_digit())
}

/// *Karena itu*, *Untuk itu*, *Dengan demikian*, *Sebagai contoh*: links to the sentence before, at `at`.
pub(super) fn is_link(context: &Context, at: usize) -> bool {
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
        "sehingga" | "dimana" | "agar" | "supaya" | "bahwa" => false,
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
