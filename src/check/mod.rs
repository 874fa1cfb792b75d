//! The kinds of check: what may be looked for in a document.
//!
//! A check sees clean prose and returns findings; it knows no rule, no message and no other check. Checks that hang on
//! words name the forms they start from, checks that hang on characters the literals they need, so that the cost of a
//! text does not grow with their number. Both see their block by itself, and of the rest of the document no more than
//! [`Around`](crate::document::Around) says: what they find in a block stays true until the block changes.

pub mod across;
pub mod attached;
pub(crate) mod beside;
pub mod boilerplate;
pub mod bound;
pub mod capital_affix;
mod casing;
pub mod chain;
pub mod comma;
pub mod compound;
pub mod detached;
pub(crate) mod doubled;
pub mod empty_heading;
mod finding;
pub mod foreign;
pub mod fragment;
pub mod heading;
pub mod heading_emoji;
pub mod hyphen_break;
pub mod keyword;
pub mod length;
pub mod lookalike;
pub mod melting;
pub mod mixed;
pub mod mojibake;
pub mod opening;
pub mod pattern;
pub mod phrase;
pub mod pun;
pub mod reduplication;
pub mod regex;
pub mod register;
pub mod repeated;
pub mod repetition;
mod settings;
pub mod similar_heading;
pub mod spelling;
pub mod stuffing;
pub mod suppression;
pub mod tracking;
pub mod unpaired;

use std::sync::Arc;

use serde::Deserialize;

pub use beside::Beside;
pub use finding::{Certainty, Finding};

use crate::document::Context;
use crate::language::Form;

/// The settings of one check, by its kind: the table `[check.KIND]` of a rule file.
///
/// The kinds that most rules are of share their settings with their checks, so that neither rules nor checks cost much
/// before a text needs them.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// These words, written otherwise.
    Phrase(Arc<phrase::Settings>),
    /// Words by form, root, affix, class or shape, one after the other.
    Pattern(Arc<Vec<pattern::Settings>>),
    /// Sentences that a stray full stop cut in two.
    Fragment(fragment::Settings),
    /// Characters.
    Regex(Arc<Vec<regex::Settings>>),
    /// Words of casual speech.
    Register(register::Settings),
    /// A word twice.
    Repeated(repeated::Settings),
    /// A comma missing or too many between the parts of a sentence.
    Comma(comma::Settings),
    /// A bracket or quotation mark without its partner.
    Unpaired(unpaired::Settings),
    /// Letters of another script in a word.
    Lookalike(lookalike::Settings),
    /// Characters read in the wrong encoding.
    Mojibake(mojibake::Settings),
    /// Emoji at either end of a heading.
    HeadingEmoji(heading_emoji::Settings),
    /// Hyphens of a line break left inside words.
    HyphenBreak(hyphen_break::Settings),
    /// Headings without words.
    EmptyHeading(empty_heading::Settings),
    /// Parameters in addresses that follow readers.
    Tracking(tracking::Settings),
    /// Lines of the page around the article.
    Boilerplate(Box<boilerplate::Settings>),
    /// A prefix written apart from its word.
    DetachedPrefix(detached::Settings),
    /// A preposition written together with its noun.
    AttachedPreposition(attached::Settings),
    /// A bound form written apart, or with a hyphen too many or too few.
    BoundForm(bound::Settings),
    /// An affix joined to capitals without a hyphen.
    CapitalAffix(capital_affix::Settings),
    /// The particle *pun* written together with the word before it.
    JoinedPun(pun::Settings),
    /// A first letter that should have melted into *meN-* or *peN-*.
    Melting(melting::Settings),
    /// A compound with prefix and suffix written as two words.
    Compound(compound::Settings),
    /// A word said twice but not joined by a hyphen.
    Reduplication(reduplication::Settings),
    /// Foreign words with affixes, or where Indonesian has a word of its own.
    Foreign(foreign::Settings),
    /// Two ways of writing one thing in one document.
    Mixed(Vec<mixed::Settings>),
    /// Words that are none.
    Spelling(spelling::Settings),
    /// Comments that silence rules.
    Suppression(suppression::Settings),
    /// A phrase said far more often than its text needs.
    Stuffing(stuffing::Settings),
    /// A phrase with the capitals of a headline inside running text, or stuck to the end of a sentence.
    Keyword(keyword::Settings),
    /// Paragraphs or sentences that begin with the same words.
    Opening(opening::Settings),
    /// Headings that stand twice.
    RepeatedHeading(heading::Settings),
    /// Headings that say nearly the same.
    SimilarHeading(similar_heading::Settings),
    /// Sentences and paragraphs that stand twice.
    Repetition(repetition::Settings),
    /// Long parts of sentences that stand twice.
    Passage(repetition::passage::Settings),
    /// Long sentences and paragraphs.
    Length(length::Settings),
    /// Words of one kind that follow each other within a sentence.
    Chain(chain::Settings),
    /// Paragraphs and openings that stand in several files.
    Across(across::Settings),
}

impl Kind {
    /// Looks closely at settings that have not been tried: expressions are compiled.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn verify(&self) -> Result<(), String> {
        match self {
            Self::Regex(settings) => regex::verify(settings),
            _ => Ok(()),
        }
    }

    /// Whether what is found is a matter of a text as a whole: a change anywhere in it may bring it forth.
    pub const fn is_about_whole_texts(&self) -> bool {
        matches!(
            self,
            Self::Mixed(_)
                | Self::Suppression(_)
                | Self::Stuffing(_)
                | Self::Opening(_)
                | Self::RepeatedHeading(_)
                | Self::SimilarHeading(_)
                | Self::Repetition(_)
                | Self::Passage(_)
                | Self::Across(_)
        )
    }

    /// The checks with these settings: one for every expression, and one of any other kind.
    ///
    /// # Errors
    /// What is wrong with the settings: an expression without needed texts, no such word list.
    pub fn checks(&self) -> Result<Vec<Box<dyn Check>>, String> {
        let check: Box<dyn Check> = match self {
            Self::Regex(settings) => return regex::checks(settings),
            Self::Phrase(settings) => Box::new(phrase::Phrase::new(settings)?),
            Self::Pattern(settings) => Box::new(pattern::Pattern::new(settings)?),
            Self::Fragment(settings) => Box::new(fragment::Fragments::new(settings)),
            Self::Register(settings) => Box::new(register::Register::new(settings)?),
            Self::Repeated(settings) => Box::new(repeated::Repeated::new(settings)),
            Self::Comma(settings) => Box::new(comma::Comma::new(settings)),
            Self::Unpaired(settings) => Box::new(unpaired::Unpaired::new(settings)),
            Self::Lookalike(settings) => Box::new(lookalike::Lookalike::new(settings)),
            Self::Mojibake(settings) => Box::new(mojibake::Mojibake::new(settings)),
            Self::HeadingEmoji(settings) => Box::new(heading_emoji::HeadingEmoji::new(settings)),
            Self::HyphenBreak(settings) => Box::new(hyphen_break::HyphenBreak::new(settings)),
            Self::EmptyHeading(_) => Box::new(empty_heading::Silent),
            Self::Tracking(_) => Box::new(tracking::Silent),
            Self::Boilerplate(settings) => Box::new(boilerplate::Boilerplate::new(settings)),
            Self::DetachedPrefix(settings) => Box::new(detached::DetachedPrefix::new(settings)),
            Self::AttachedPreposition(settings) => Box::new(attached::AttachedPreposition::new(settings)),
            Self::BoundForm(settings) => Box::new(bound::BoundForm::new(settings)),
            Self::CapitalAffix(settings) => Box::new(capital_affix::CapitalAffix::new(settings)),
            Self::JoinedPun(settings) => Box::new(pun::JoinedPun::new(settings)),
            Self::Melting(settings) => Box::new(melting::Melting::new(settings)),
            Self::Compound(settings) => Box::new(compound::Compound::new(settings)),
            Self::Reduplication(settings) => Box::new(reduplication::Reduplication::new(settings)),
            Self::Foreign(settings) => Box::new(foreign::Foreign::new(settings)),
            Self::Mixed(settings) => Box::new(mixed::Mixed::new(settings)),
            Self::Spelling(settings) => Box::new(spelling::Spelling::new(settings)),
            Self::Suppression(_) => Box::new(suppression::Silent),
            Self::Stuffing(settings) => Box::new(stuffing::Stuffing::new(settings)),
            Self::Keyword(settings) => Box::new(keyword::Keyword::new(settings)),
            Self::Opening(settings) => Box::new(opening::Opening::new(settings)),
            Self::RepeatedHeading(settings) => Box::new(heading::RepeatedHeading::new(settings)),
            Self::SimilarHeading(settings) => Box::new(similar_heading::SimilarHeading::new(settings)),
            Self::Repetition(settings) => Box::new(repetition::Repetition::new(settings)),
            Self::Passage(settings) => Box::new(repetition::passage::Passage::new(*settings)),
            Self::Length(settings) => Box::new(length::Length::new(settings)),
            Self::Chain(settings) => Box::new(chain::Chain::new(settings)),
            Self::Across(_) => Box::new(across::Silent),
        };
        Ok(vec![check])
    }
}

/// Where a check wants to be called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Triggers {
    /// At every word with one of these forms, lower case.
    pub forms: Vec<String>,
    /// At every word whose form [`Check::wants`]; asked once per form.
    pub asks_forms: bool,
    /// At every word that has a capital after a small letter, or small letters after two capitals.
    pub mixed: bool,
    /// At every word that may stand twice, or be the first half of a doubled word.
    pub twice: bool,
    /// In every block that holds one of these texts, byte for byte. One that begins with `\w` stands behind a letter, a
    /// digit or what is beyond ASCII; one that ends with `\b` stands before nothing that `\w` is in ASCII.
    pub literals: Vec<String>,
    /// And also one of these, where there are any.
    pub more_literals: Vec<String>,
    /// In every block.
    pub blocks: bool,
    /// What is found in words and blocks counts only in documents of which [`Check::counts_in`] says so.
    pub choosy: bool,
    /// Once per document.
    pub document: bool,
}

/// Something that can be looked for.
pub trait Check: Send + Sync {
    /// Where the check wants to be called; asked once.
    fn triggers(&self) -> Triggers;

    /// Whether the check wants to be called at words of this form.
    fn wants(&self, _form: &Form) -> bool {
        false
    }

    /// What the check wants to be told at every word of this form, so that it need not look at the form again; asked once
    /// per form.
    fn note(&self, _form: &Form) -> u32 {
        0
    }

    /// What must stand beside a word of this form, of which the check noted `note`, for it to be called there; asked once
    /// per form.
    fn beside(&self, _form: &Form, _note: u32) -> Beside {
        Beside::ANY
    }

    /// Looks at the word with this index of a block that stands by itself; `note` is what [`Check::note`] said of its form.
    fn at_word(&self, _context: &Context, _word: usize, _note: u32, _out: &mut Vec<Finding>) {}

    /// Looks at the block with this index, which stands by itself.
    fn in_block(&self, _context: &Context, _block: usize, _out: &mut Vec<Finding>) {}

    /// Whether what was found in the words and blocks of this document counts; asked once, where something was.
    fn counts_in(&self, _context: &Context) -> bool {
        true
    }

    /// Looks at the whole document.
    fn in_document(&self, _context: &Context, _out: &mut Vec<Finding>) {}
}
