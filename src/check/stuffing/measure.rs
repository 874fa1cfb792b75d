//! What is measured of a phrase: how often it stands, and where.

use super::gram::Gram;
use super::real;
use super::stream::Token;
use crate::document::Context;
use crate::format::BlockKind;
use crate::language::{Shape, Word, WordKind};

/// The measures of one phrase; all shares are of its places in running text.
///
/// A paragraph of one sentence has nothing that a phrase could be taken up from: what stands there is counted, but leads,
/// ends and repeats nothing. So reference works, whose every entry names its term, stay apart from articles.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measures {
    /// The words of the phrase.
    pub words: usize,
    /// Its places in the document, headings included.
    pub count: usize,
    /// How many times more often than usual it stands.
    pub times: f64,
    /// Leads a sentence or clause with few words before it: *Kerja sama …*, *Pentingnya kerja sama …*.
    pub lead: f64,
    /// Is the first of its sentence or clause: *Kerja sama …*, *Namun, kerja sama …*.
    pub first: f64,
    /// Is the last of its sentence: *… dengan sepatu lari murah.*
    pub end: f64,
    /// Stands in the same sentence or one of the two before already.
    pub near: f64,
    /// Has capitals on all its words that nothing asks for.
    pub capital: f64,
    /// How often it stands in headings.
    pub heading: usize,
    /// Is followed by a colon: a label.
    pub label: f64,
    /// Holds a name, so that its capitals say nothing.
    pub has_name: bool,
}

/// One place of a phrase, as word indices.
struct Place<'c> {
    context: &'c Context<'c>,
    words: std::ops::Range<usize>,
    sentence: std::ops::Range<usize>,
}

/// How many words may stand between the start of a clause and a phrase that leads it, and which words count.
pub struct Lead<F> {
    /// The most words.
    pub reach: usize,
    /// Whether a word is one of content.
    pub is_content: F,
}

/// Measures the phrase at `gram`; `usual` is how often it would stand in a text of this length.
pub fn measure<F: Fn(Word) -> bool>(
    context: &Context,
    tokens: &[Token],
    gram: &Gram,
    usual: f64,
    lead: &Lead<F>,
) -> Measures {
    let mut sum = Measures { words: gram.len, count: gram.places.len(), ..Measures::default() };
    let (mut running, mut told, mut mixed, mut last) = (0.0, 0.0, 0.0, None);
    for &at in &gram.places {
        let words = tokens[at as usize].word as usize..tokens[at as usize + gram.len - 1].word as usize + 1;
        let index = context.document.sentence_of(words.start);
        let sentence = &context.document.sentences[index];
        let kind = context.document.prose.blocks[sentence.block].kind;
        sum.heading += usize::from(kind.is_heading());
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote) {
            continue;
        }
        running += 1.0;
        let place = Place { context, words, sentence: sentence.words.clone() };
        if let Some((some, all)) = place.capitals(lead) {
            told += 1.0;
            sum.capital += share(all);
            mixed += share(some && !all);
        }
        sum.label += share(context.written(place.words.end) == ":");
        let is_near = last.is_some_and(|(before, block)| block == sentence.block && index - before <= NEAR);
        last = Some((index, sentence.block));
        if context.document.block_sentences[sentence.block].len() < 2 {
            continue;
        }
        let led = place.led_by(lead);
        sum.lead += share(led.is_some_and(|led| led <= lead.reach));
        sum.first += share(led == Some(0));
        sum.end += share(place.ends());
        sum.near += share(is_near);
    }
    sum.times = real(sum.count) / usual;
    sum.has_name = mixed > sum.capital;
    for share in [&mut sum.lead, &mut sum.first, &mut sum.end, &mut sum.near, &mut sum.label] {
        *share /= f64::max(running, 1.0);
    }
    // What shows its capitals nowhere may be a name.
    sum.capital = if told == 0.0 { 1.0 } else { sum.capital / told };
    sum
}

/// How many sentences back a phrase is still fresh: there a pronoun would do.
pub const NEAR: usize = 2;

impl Place<'_> {
    /// The words of content before the phrase in its clause; `None` where other words stand before it.
    fn led_by<F: Fn(Word) -> bool>(&self, lead: &Lead<F>) -> Option<usize> {
        let before = &self.context.words()[self.sentence.start..self.words.start];
        let led = before.iter().rev().take_while(|word| word.is_word() && (lead.is_content)(**word)).count();
        let border = before.len().checked_sub(led + 1).map(|at| before[at]);
        let is_border = border.is_none_or(|word| {
            let mark = self.context.text(word.span);
            word.kind == WordKind::Punctuation && matches!(mark, "," | ";" | ":" | "—" | "–" | "-" | "*" | "**")
        });
        is_border.then_some(led)
    }

    fn ends(&self) -> bool {
        let after = &self.context.words()[self.words.end..self.sentence.end];
        after.iter().all(|word| word.kind == WordKind::Punctuation)
    }

    /// Whether some, and whether all words of content have a capital that the sentence's start does not ask for; `None`
    /// where none could.
    fn capitals<F: Fn(Word) -> bool>(&self, lead: &Lead<F>) -> Option<(bool, bool)> {
        let opens = self.context.opens_sentence(self.words.start);
        let words = self.context.words()[self.words.clone()].iter().skip(usize::from(opens));
        let told: Vec<bool> =
            words.filter(|word| (lead.is_content)(**word)).map(|word| word.shape != Shape::Lower).collect();
        (!told.is_empty()).then(|| (told.contains(&true), !told.contains(&false)))
    }
}

/// What one place adds to a share.
const fn share(is_so: bool) -> f64 {
    if is_so { 1.0 } else { 0.0 }
}
