//! What a check may look at: source, blocks, sentences and words of one article.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use crate::format::{self, Block, Format, Prose};
use crate::language::{Class, Form, Sentence, Vocabulary, Word, WordKind, sentence, tagger, word};
use crate::text::{Source, Span};

/// An article, read.
#[derive(Clone, Debug)]
pub struct Document<'s> {
    /// Where it came from.
    pub source: &'s Source,
    /// How it is marked up.
    pub format: Format,
    /// Its text without markup.
    pub prose: Prose<'s>,
    /// All sentences, in order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// All words, in order.
    pub words: Vec<Word>,
    /// For every block, its sentences as indices.
    pub block_sentences: Vec<Range<usize>>,
    /// For every word, the index of its sentence.
    pub word_sentences: Vec<u32>,
    /// What checks have found out about it.
    pub notes: Notes,
}

/// What checks have found out about a document, so that rules which need the same find it out once.
#[derive(Clone, Default)]
pub struct Notes(RefCell<Vec<Rc<dyn Any>>>);

impl Notes {
    /// The note of this type; `write` writes it when it is first asked for.
    pub fn note<T: Any>(&self, write: impl FnOnce() -> T) -> Rc<T> {
        let known = self.0.borrow().iter().find_map(|note| Rc::clone(note).downcast().ok());
        known.unwrap_or_else(|| {
            let note = Rc::new(write());
            self.0.borrow_mut().push(note.clone());
            note
        })
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Notes").field(&self.0.borrow().len()).finish()
    }
}

impl<'s> Document<'s> {
    /// Reads `source`; whatever it holds, there is a document.
    pub fn new(source: &'s Source, format: Format, vocabulary: &mut Vocabulary) -> Self {
        let prose = format::read(format, &source.text);
        let (mut words, mut sentences, mut block_sentences) = (Vec::new(), Vec::new(), Vec::new());
        for (index, block) in prose.blocks.iter().enumerate() {
            let (first_word, first_sentence) = (words.len(), sentences.len());
            word::split(&prose.text, block.span, vocabulary, &mut words);
            sentence::split(&prose.text, vocabulary, &words, first_word, index, &mut sentences);
            block_sentences.push(first_sentence..sentences.len());
        }
        let mut word_sentences = vec![0; words.len()];
        for (number, sentence) in (0..).zip(&sentences) {
            word_sentences[sentence.words.clone()].fill(number);
        }
        Self { source, format, prose, sentences, words, block_sentences, word_sentences, notes: Notes::default() }
    }

    /// The text at `span` of the prose.
    pub fn text(&self, span: Span) -> &str {
        span.of_text(&self.prose.text)
    }

    /// The sentence that holds the word `word`, as an index.
    pub fn sentence_of(&self, word: usize) -> usize {
        self.word_sentences.get(word).map_or(self.sentences.len(), |&number| number as usize)
    }
}

/// A document with the vocabulary its words are in: all that a check sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'d> {
    /// The article.
    pub document: &'d Document<'d>,
    /// The forms of its words.
    pub vocabulary: &'d Vocabulary,
}

impl<'d> Context<'d> {
    /// All words of the article.
    pub fn words(&self) -> &'d [Word] {
        &self.document.words
    }

    /// The word `index`, if there is one.
    pub fn word(&self, index: usize) -> Option<Word> {
        self.document.words.get(index).copied()
    }

    /// The text of the prose at `span`.
    pub fn text(&self, span: Span) -> &'d str {
        span.of_text(&self.document.prose.text)
    }

    /// The word `index` as it is written; empty beyond the last.
    pub fn written(&self, index: usize) -> &'d str {
        self.word(index).map_or("", |word| self.text(word.span))
    }

    /// What is known of `word`.
    pub fn form(&self, word: Word) -> &'d Form {
        self.vocabulary.form(word.form)
    }

    /// The lower-case form of the word `index`; empty beyond the last, and for numbers and addresses.
    pub fn form_text(&self, index: usize) -> &'d str {
        self.word(index).map_or("", |word| &*self.form(word).text)
    }

    /// The sentence that holds the word `word`.
    pub fn sentence(&self, word: usize) -> &'d Sentence {
        &self.document.sentences[self.document.sentence_of(word)]
    }

    /// The class of every word of `sentence`, in its order; computed anew at every call.
    pub fn tags(&self, sentence: &Sentence) -> Vec<Option<Class>> {
        tagger::tag(self.vocabulary, &self.document.words[sentence.words.clone()])
    }

    /// The block that holds the word `word`.
    pub fn block(&self, word: usize) -> Block {
        self.document.prose.blocks[self.sentence(word).block]
    }

    /// Whether `word` is the first of its sentence that is not punctuation.
    pub fn opens_sentence(&self, word: usize) -> bool {
        let first = self.sentence(word).words.start;
        self.document.words[first..word].iter().all(|word| word.kind == WordKind::Punctuation)
    }

    /// Whether nothing but white space, or nothing, stands between the words `index` and `index + 1`.
    pub fn is_spaced(&self, index: usize) -> bool {
        let (Some(left), Some(right)) = (self.word(index), self.word(index + 1)) else {
            return false;
        };
        left.span.end < right.span.start
    }
}
