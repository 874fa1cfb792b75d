//! Stretches of a source that its Markdown or HTML parser must not see, hidden without moving anything.

use std::borrow::Cow;
use std::ops::Range;

/// What the reader sees in the place of what is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MaskKind {
    /// One opaque word.
    Opaque,
    /// Nothing.
    Vanish,
}

/// A hidden stretch, in bytes of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mask {
    pub kind: MaskKind,
    pub range: Range<usize>,
}

/// A source and the copy of the same length that its parser reads.
#[derive(Debug)]
pub(super) struct Masked<'s> {
    source: &'s str,
    copy: Option<Vec<u8>>,
    masks: Vec<Mask>,
}

impl<'s> Masked<'s> {
    /// A source of which nothing is hidden yet.
    pub fn new(source: &'s str) -> Self {
        Self { source, copy: None, masks: Vec::new() }
    }

    /// Hides `range`: by blanks when it stands alone in its lines, so that nothing is left of it, else by letters, so
    /// that the text around it is parsed as if a word stood there.
    pub fn hide(&mut self, range: Range<usize>, kind: MaskKind) {
        if stands_alone(self.source, &range) {
            self.blank(range.clone());
            self.masks.push(Mask { kind: MaskKind::Vanish, range });
        } else {
            self.overwrite(range.clone(), b'x', |_| true);
            self.masks.push(Mask { kind, range });
        }
    }

    /// Overwrites all but line breaks in `range` by spaces.
    pub fn blank(&mut self, range: Range<usize>) {
        self.overwrite(range, b' ', |byte| byte != b'\n' && byte != b'\r');
    }

    /// Overwrites `range` by `byte`, for the parser's eyes only: a marker in the place of another.
    pub fn write(&mut self, range: Range<usize>, byte: u8) {
        self.overwrite(range, byte, |_| true);
    }

    /// Shows `range` of the source again.
    pub fn restore(&mut self, range: Range<usize>) {
        let shown = self.source.as_bytes().get(range.clone());
        let hidden = self.copy.as_mut().and_then(|copy| copy.get_mut(range));
        if let (Some(shown), Some(hidden)) = (shown, hidden) {
            hidden.copy_from_slice(shown);
        }
    }

    fn overwrite(&mut self, range: Range<usize>, by: u8, is_hidden: impl Fn(u8) -> bool) {
        let is_whole = self.source.is_char_boundary(range.start) && self.source.is_char_boundary(range.end);
        let copy = self.copy.get_or_insert_with(|| self.source.as_bytes().to_vec());
        if let (true, Some(bytes)) = (is_whole, copy.get_mut(range)) {
            bytes.iter_mut().filter(|byte| is_hidden(**byte)).for_each(|byte| *byte = by);
        }
    }

    /// The text to be parsed, of the length of the source, and what is hidden in it.
    ///
    /// What is hidden is sorted; of two stretches that overlap the later is left out.
    pub fn finish(mut self) -> (Cow<'s, str>, Vec<Mask>) {
        self.masks.sort_by_key(|mask| mask.range.start);
        let mut end = 0;
        self.masks.retain(|mask| {
            let is_free = mask.range.start >= end && !mask.range.is_empty();
            end = if is_free { mask.range.end } else { end };
            is_free
        });
        let copy = self.copy.and_then(|copy| String::from_utf8(copy).ok());
        (copy.map_or(Cow::Borrowed(self.source), Cow::Owned), self.masks)
    }
}

/// Whether nothing but blanks stands beside `range` in its lines.
pub(super) fn stands_alone(source: &str, range: &Range<usize>) -> bool {
    let is_blank = |c: u8| c == b' ' || c == b'\t' || c == b'\r';
    let bytes = source.as_bytes();
    let before = bytes[..range.start].iter().rev().find(|byte| !is_blank(**byte));
    let behind = bytes[range.end..].iter().find(|byte| !is_blank(**byte));
    before.is_none_or(|byte| *byte == b'\n') && behind.is_none_or(|byte| *byte == b'\n')
}
