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
    /// For every word, the index of its sentence; empty for a block by itself, which has few sentences.
    word_sentences: Vec<u32>,
    /// What checks have found out about it.
    pub notes: Notes,
    /// Every block by itself; none where the document is such a block.
    pub parts: Vec<Rc<Document<'static>>>,
    /// What a block knows of the rest; of a whole document, nothing.
    pub around: Around,
}

/// All that a block by itself knows of the document it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Around {
    /// The number of blocks before it, as far as [`Around::FAR`].
    pub before: usize,
    /// The number of blocks after it, as far as [`Around::FAR`].
    pub after: usize,
    /// The first character of the block after it.
    pub next: Option<char>,
    /// Whether a tag of HTML stands right before it in a text that is no HTML.
    pub is_tagged: bool,
}

impl Around {
    /// So many blocks are as good as any number of them.
    pub const FAR: usize = 8;

    fn of(source: &Source, format: Format, prose: &Prose, index: usize) -> Self {
        let next = prose.blocks.get(index + 1);
        let first = Span::new(prose.blocks[index].span.start, prose.blocks[index].span.start + 1);
        let place = prose.offsets.to_source(first).filter(|_| format != Format::Html);
        Self {
            before: index.min(Self::FAR),
            after: (prose.blocks.len() - 1 - index).min(Self::FAR),
            next: next.and_then(|next| next.span.of_text(&prose.text).chars().next()),
            is_tagged: place.is_some_and(|place| ends_with_tag(&source.text[..place.start as usize])),
        }
    }
}

fn ends_with_tag(text: &str) -> bool {
    let text = text.trim_end();
    let Some(inside) = text.strip_suffix('>') else { return false };
    inside.rfind(['<', '>']).is_some_and(|at| inside[at..].starts_with('<'))
}

/// A block by itself, before its words are read: two that are equal are read alike, and checks find the same in them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    format: Format,
    prose: Prose<'static>,
    around: Around,
}

/// The source of blocks by themselves, which have none.
static NO_SOURCE: Source = Source { name: String::new(), text: String::new() };

impl Part {
    /// Reads the words and sentences of the block.
    pub fn read(self, vocabulary: &mut Vocabulary) -> Document<'static> {
        let Self { format, prose, around } = self;
        // A word has some seven bytes with its space, a sentence some hundred: nearly always there is room enough.
        let bytes = prose.text.len();
        let (mut words, mut sentences) = (Vec::with_capacity(bytes / 5 + 2), Vec::with_capacity(bytes / 64 + 1));
        for block in &prose.blocks {
            word::split(&prose.text, block.span, vocabulary, &mut words);
            sentence::split(&prose.text, vocabulary, &words, 0, 0, &mut sentences);
        }
        let block_sentences = std::iter::once(0..sentences.len()).collect();
        let word_sentences = Vec::new();
        let (source, notes, parts) = (&NO_SOURCE, Notes::default(), Vec::new());
        Document { source, format, prose, sentences, words, block_sentences, word_sentences, notes, parts, around }
    }
}

/// Whether somebody else holds the block as well, to look at it again.
pub fn is_kept(part: &Rc<Document<'static>>) -> bool {
    Rc::strong_count(part) > 1
}

/// For every one of so many words, the index of its sentence.
fn word_sentences(words: usize, sentences: &[Sentence]) -> Vec<u32> {
    let mut numbers = vec![0; words];
    for (number, sentence) in (0..).zip(sentences) {
        numbers[sentence.words.clone()].fill(number);
    }
    numbers
}

/// What checks have found out about a document, so that rules which need the same find it out once.
#[derive(Clone, Default)]
pub struct Notes(RefCell<Vec<(usize, Rc<dyn Any>)>>);

impl Notes {
    /// The note of this type; `write` writes it when it is first asked for.
    pub fn note<T: Any>(&self, write: impl FnOnce() -> T) -> Rc<T> {
        self.note_of(&(), write)
    }

    /// The note of this type that belongs to `writer`, a check that stays where it is.
    pub fn note_of<W, T: Any>(&self, writer: &W, write: impl FnOnce() -> T) -> Rc<T> {
        let place = if size_of::<W>() == 0 { 0 } else { std::ptr::from_ref(writer).addr() };
        let notes = self.0.borrow();
        let mut own = notes.iter().filter(|(writer, _)| *writer == place);
        let known = own.find_map(|(_, note)| Rc::clone(note).downcast().ok());
        drop(notes);
        known.unwrap_or_else(|| {
            let note = Rc::new(write());
            self.0.borrow_mut().push((place, note.clone()));
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
        Self::of_parts(source, format, |part| Rc::new(part.read(vocabulary)))
    }

    /// Reads `source` by its blocks, each of which `read` reads or remembers.
    pub fn of_parts(source: &'s Source, format: Format, mut read: impl FnMut(Part) -> Rc<Document<'static>>) -> Self {
        let prose = format::read(format, &source.text);
        let part = |index| Part { format, prose: prose.part(index), around: Around::of(source, format, &prose, index) };
        let parts: Vec<Rc<Document<'static>>> = (0..prose.blocks.len()).map(|index| read(part(index))).collect();
        let mut words = Vec::with_capacity(parts.iter().map(|part| part.words.len()).sum());
        let mut sentences = Vec::with_capacity(parts.iter().map(|part| part.sentences.len()).sum());
        let mut block_sentences = Vec::with_capacity(parts.len());
        for (index, (block, part)) in prose.blocks.iter().zip(&parts).enumerate() {
            let (first_word, first_sentence) = (words.len(), sentences.len());
            let place = |span: Span| span.shifted(block.span.start);
            words.extend(part.words.iter().map(|word| Word { span: place(word.span), ..*word }));
            sentences.extend(part.sentences.iter().map(|sentence| Sentence {
                span: place(sentence.span),
                words: sentence.words.start + first_word..sentence.words.end + first_word,
                block: index,
            }));
            block_sentences.push(first_sentence..sentences.len());
        }
        let word_sentences = word_sentences(words.len(), &sentences);
        let (notes, around) = (Notes::default(), Around::default());
        Self { source, format, prose, sentences, words, block_sentences, word_sentences, notes, parts, around }
    }

    /// The text at `span` of the prose.
    pub fn text(&self, span: Span) -> &str {
        span.of_text(&self.prose.text)
    }

    /// The sentence that holds the word `word`, as an index.
    #[inline]
    pub fn sentence_of(&self, word: usize) -> usize {
        match self.word_sentences.get(word) {
            Some(&number) => number as usize,
            None => self.sentences.partition_point(|sentence| sentence.words.end <= word),
        }
    }
}

/// The class of every word of a sentence, in its order.
pub type Tags = Rc<[Option<Class>]>;

/// The classes of the words of those sentences of a block that were asked for, under their first word.
#[derive(Default)]
struct Tagged(RefCell<Vec<(usize, Tags)>>);

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
    #[inline]
    pub fn words(&self) -> &'d [Word] {
        &self.document.words
    }

    /// The word `index`, if there is one.
    #[inline]
    pub fn word(&self, index: usize) -> Option<Word> {
        self.document.words.get(index).copied()
    }

    /// The text of the prose at `span`.
    #[inline]
    pub fn text(&self, span: Span) -> &'d str {
        span.of_text(&self.document.prose.text)
    }

    /// The word `index` as it is written; empty beyond the last.
    #[inline]
    pub fn written(&self, index: usize) -> &'d str {
        self.word(index).map_or("", |word| self.text(word.span))
    }

    /// What is known of `word`.
    #[inline]
    pub fn form(&self, word: Word) -> &'d Form {
        self.vocabulary.form(word.form)
    }

    /// The lower-case form of the word `index`; empty beyond the last, and for numbers and addresses.
    #[inline]
    pub fn form_text(&self, index: usize) -> &'d str {
        self.word(index).map_or("", |word| &*self.form(word).text)
    }

    /// The sentence that holds the word `word`.
    #[inline]
    pub fn sentence(&self, word: usize) -> &'d Sentence {
        &self.document.sentences[self.document.sentence_of(word)]
    }

    /// The class of every word of `sentence`, in its order; kept with its block.
    pub fn tags(&self, sentence: &Sentence) -> Tags {
        let document = self.document;
        let Some(part) = document.parts.get(sentence.block) else { return self.own_tags(sentence.words.clone()) };
        let first = document.sentences[document.block_sentences[sentence.block].start].words.start;
        let own = Context { document: part, ..*self };
        own.own_tags(sentence.words.start - first..sentence.words.end - first)
    }

    /// The classes of a sentence of a block that stands by itself.
    fn own_tags(&self, words: Range<usize>) -> Tags {
        let tagged = self.document.notes.note(Tagged::default);
        let mut tagged = tagged.0.borrow_mut();
        if let Some((_, tags)) = tagged.iter().find(|(first, _)| *first == words.start) {
            return tags.clone();
        }
        let tags: Tags = tagger::tag(self.vocabulary, &self.document.words[words.clone()]).into();
        tagged.push((words.start, tags.clone()));
        tags
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
    #[inline]
    pub fn is_spaced(&self, index: usize) -> bool {
        let (Some(left), Some(right)) = (self.word(index), self.word(index + 1)) else {
            return false;
        };
        left.span.end < right.span.start
    }
}
