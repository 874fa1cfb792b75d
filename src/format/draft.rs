//! Prose while it is being written: blocks, marks and the way back, filled by the readers of markup.

use std::borrow::Cow;
use std::ops::Range;

use super::mask::{Mask, MaskKind};
use super::{Block, BlockKind, Directive, Mark, MarkKind, OPAQUE, Offsets, Prose, Segment};
use crate::text::Span;

/// A piece of text to be written: copied from the source where `text` is `None`, else standing in for it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub text: Option<Box<str>>,
    pub source: Range<usize>,
}

/// Where the prose stood when a block began, to return to when it turns out empty.
#[derive(Clone, Copy, Debug)]
struct Opening {
    kind: BlockKind,
    text: usize,
    segments: usize,
    marks: usize,
}

/// Collects the prose of one source.
#[derive(Debug)]
pub(super) struct Draft<'s> {
    source: &'s str,
    masks: Vec<Mask>,
    /// The first mask that may still lie ahead.
    next_mask: usize,
    text: String,
    segments: Vec<Segment>,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    directives: Vec<Directive>,
    opening: Option<Opening>,
    /// Marks that are open: their kind and their place in `marks` while a block is open.
    open_marks: Vec<(MarkKind, Option<usize>)>,
    /// Captions to be written when the block around them ends.
    captions: Vec<Vec<Piece>>,
    /// Something was left out here, so that the white space on both sides of it is one.
    gap: bool,
}

/// Open marks beyond this depth are not recorded.
const DEEPEST: usize = 64;

impl<'s> Draft<'s> {
    /// An empty draft over `source`.
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            masks: Vec::new(),
            next_mask: 0,
            text: String::with_capacity(source.len()),
            segments: Vec::new(),
            blocks: Vec::new(),
            marks: Vec::new(),
            directives: Vec::new(),
            opening: None,
            open_marks: Vec::new(),
            captions: Vec::new(),
            gap: false,
        }
    }

    /// The source all places refer to.
    pub const fn source(&self) -> &'s str {
        self.source
    }

    /// Sets what is not to be read: sorted and disjoint.
    pub fn mask(&mut self, masks: Vec<Mask>) {
        self.masks = masks;
        self.next_mask = 0;
    }

    /// Ends the block that is open and begins one of this kind.
    pub fn begin(&mut self, kind: BlockKind) {
        self.end();
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let opening = Opening { kind, text: self.text.len(), segments: self.segments.len(), marks: self.marks.len() };
        self.opening = Some(opening);
        for at in 0..self.open_marks.len() {
            self.open_marks[at].1 = Some(self.start_mark(self.open_marks[at].0));
        }
    }

    /// Whether a block is open.
    pub fn is_open(&self) -> bool {
        self.opening.is_some()
    }

    /// Whether the open block ends in a line break.
    pub fn ends_in_break(&self) -> bool {
        self.opening.is_some() && !self.is_at_start() && self.text.ends_with('\n')
    }

    /// Ends the block that is open, if one is, and writes the captions found in it.
    pub fn end(&mut self) {
        self.close_block();
        for caption in std::mem::take(&mut self.captions) {
            self.begin_caption();
            caption.into_iter().for_each(|piece| self.write(piece));
            self.close_block();
        }
    }

    fn begin_caption(&mut self) {
        let marks = std::mem::take(&mut self.open_marks);
        self.begin(BlockKind::Caption);
        self.open_marks = marks;
    }

    fn close_block(&mut self) {
        let Some(opening) = self.opening.take() else { return };
        self.gap = false;
        let written = &self.text[opening.text..];
        let is_prose = written.chars().any(|c| c != OPAQUE && !c.is_whitespace());
        let start = opening.text + (written.len() - written.trim_start().len());
        let end = opening.text + written.trim_end().len();
        self.open_marks.iter_mut().for_each(|(_, place)| {
            if let Some(mark) = place.take().and_then(|place| self.marks.get_mut(place)) {
                mark.span.end = u32::MAX;
            }
        });
        if !is_prose {
            self.text.truncate(opening.text.saturating_sub(1));
            self.segments.truncate(opening.segments);
            self.marks.truncate(opening.marks);
            return;
        }
        let span = Span::of(start..end);
        let own = opening.marks.min(self.marks.len())..;
        for mark in &mut self.marks[own.clone()] {
            mark.span = Span::new(mark.span.start.max(span.start), mark.span.end.min(span.end));
        }
        self.marks.extract_if(own, |mark| mark.span.start >= mark.span.end).for_each(drop);
        self.blocks.push(Block { kind: opening.kind, span });
    }

    /// Writes the source of `range` into the open block; what is masked there is left out or opaque.
    pub fn copy(&mut self, range: Range<usize>) {
        let mut at = range.start;
        self.next_mask = self.next_mask.min(self.masks.len());
        if self.next_mask > 0 && self.masks[self.next_mask - 1].range.end > at {
            self.next_mask = self.masks.partition_point(|mask| mask.range.end <= at);
        }
        while let Some(mask) = self.masks.get(self.next_mask).cloned() {
            if mask.range.start >= range.end {
                break;
            }
            if mask.range.end > at {
                self.copy_plain(at..mask.range.start.max(at));
                match mask.kind {
                    MaskKind::Opaque => self.opaque(mask.range.clone()),
                    MaskKind::Vanish => self.vanish(),
                }
                at = mask.range.end;
            }
            self.next_mask += 1;
        }
        if at < range.end {
            self.copy_plain(at..range.end);
        }
    }

    fn copy_plain(&mut self, range: Range<usize>) {
        let (mut start, Some(slice)) = (range.start, self.source.get(range)) else { return };
        let mut slice = slice;
        if self.opening.is_none() || slice.is_empty() {
            return;
        }
        if self.gap || self.is_at_start() {
            let trimmed = slice.trim_start_matches([' ', '\t', '\n', '\r']);
            let ends_in_space = self.text.ends_with([' ', '\t', '\n']);
            if self.is_at_start() || ends_in_space {
                start += slice.len() - trimmed.len();
                slice = trimmed;
            }
            if ends_in_space && slice.starts_with(['.', ',', ';', ':', '!', '?', ')']) {
                self.drop_last_space();
            }
            self.gap = self.gap && slice.is_empty();
        }
        if slice.is_empty() {
            return;
        }
        let at = self.end_of_text();
        self.text.push_str(slice);
        self.segments.push(Segment::copy(at, Span::of(start..start + slice.len())));
    }

    /// Takes back the space before something that was left out, when punctuation follows it.
    fn drop_last_space(&mut self) {
        let end = self.end_of_text();
        let shrinkable = |last: &&mut Segment| last.is_verbatim() && last.prose.end == end && last.prose.len() > 1;
        if let Some(last) = self.segments.last_mut().filter(shrinkable) {
            last.prose.end -= 1;
            last.source.end -= 1;
            self.text.pop();
        }
    }

    /// Writes `text` in the place of the source of `range`.
    pub fn stand_in(&mut self, text: &str, range: Range<usize>) {
        if self.opening.is_none() || text.is_empty() {
            return;
        }
        let is_repeated = match text {
            "\n" => self.text.ends_with('\n'),
            _ => self.gap && self.text.ends_with([' ', '\n']),
        };
        if text.trim().is_empty() && (self.is_at_start() || is_repeated) {
            return;
        }
        self.gap = false;
        let start = self.end_of_text();
        self.text.push_str(text);
        let prose = Span::new(start, self.end_of_text());
        self.segments.push(Segment::stand_in(prose, Span::of(range)));
    }

    /// Writes what a piece says.
    pub fn write(&mut self, piece: Piece) {
        match piece.text {
            Some(text) => self.stand_in(&text, piece.source),
            None => self.copy(piece.source),
        }
    }

    /// Writes [`OPAQUE`] in the place of the source of `range`.
    pub fn opaque(&mut self, range: Range<usize>) {
        self.stand_in(OPAQUE.encode_utf8(&mut [0; 3]), range);
    }

    /// Notes that something is left out here.
    pub fn vanish(&mut self) {
        self.gap = true;
    }

    /// Opens a mark; [`Draft::close_mark`] ends it.
    pub fn open_mark(&mut self, kind: MarkKind) {
        if self.open_marks.len() < DEEPEST {
            let place = self.opening.is_some().then(|| self.start_mark(kind));
            self.open_marks.push((kind, place));
        }
    }

    /// Ends the innermost mark of this kind.
    pub fn close_mark(&mut self, kind: MarkKind) {
        let Some(at) = self.open_marks.iter().rposition(|&(open, _)| open == kind) else { return };
        let (_, place) = self.open_marks.remove(at);
        let end = self.end_of_text();
        if let Some(mark) = place.and_then(|place| self.marks.get_mut(place)) {
            mark.span.end = end;
        }
    }

    /// Ends all marks.
    pub fn close_all_marks(&mut self) {
        while let Some(&(kind, _)) = self.open_marks.last() {
            self.close_mark(kind);
        }
    }

    fn start_mark(&mut self, kind: MarkKind) -> usize {
        let at = self.end_of_text();
        self.marks.push(Mark { kind, span: Span::new(at, at) });
        self.marks.len() - 1
    }

    /// Keeps a caption, to be written as a block of its own behind the open block.
    pub fn caption(&mut self, pieces: Vec<Piece>) {
        self.captions.push(pieces);
    }

    /// Adds a directive.
    pub fn direct(&mut self, directive: Directive) {
        self.directives.push(directive);
    }

    /// The prose, after all open blocks have ended.
    pub fn finish(mut self) -> Prose<'s> {
        self.end();
        self.directives.sort_by_key(|directive| directive.span);
        Prose {
            text: Cow::Owned(self.text),
            blocks: self.blocks,
            marks: self.marks,
            offsets: Offsets::new(self.segments),
            directives: self.directives,
        }
    }

    fn is_at_start(&self) -> bool {
        self.opening.is_some_and(|opening| opening.text == self.text.len())
    }

    fn end_of_text(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }
}
