//! The way back from prose to source.

use crate::text::Span;

/// A stretch of prose and the stretch of source it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Segment {
    /// Where it stands in the prose, in bytes.
    pub prose: Span,
    /// Where it came from in the source, in bytes.
    pub source: Span,
    /// Set only where the two are equal byte for byte; equal lengths alone do not promise it.
    verbatim: bool,
}

impl Segment {
    /// A copy of `source`, byte for byte, that stands at `start` in the prose.
    pub const fn copy(start: u32, source: Span) -> Self {
        Self { prose: Span::new(start, start + source.len()), source, verbatim: true }
    }

    /// Prose written in the place of `source`: a decoded entity, one space for many, [`super::OPAQUE`] for code.
    pub const fn stand_in(prose: Span, source: Span) -> Self {
        Self { prose, source, verbatim: false }
    }

    /// The part that stands in `block` of the prose; one that is no copy is not cut.
    fn within(self, block: Span) -> Self {
        if !self.verbatim || block.contains(self.prose) {
            return self;
        }
        let prose = Span::new(self.prose.start.max(block.start), self.prose.end.min(block.end));
        let shift = |at: u32| self.source.start + (at - self.prose.start);
        Self { prose, source: Span::new(shift(prose.start), shift(prose.end)), verbatim: true }
    }

    /// Whether the two stretches are equal byte for byte; an entity such as `&amp;` is not.
    pub const fn is_verbatim(self) -> bool {
        self.verbatim
    }
}

/// Maps places in the prose to places in the source.
///
/// Segments are sorted and disjoint in the prose, begin and end on character boundaries, and do not overlap in the
/// source. Inside a block they are sorted in the source too; only a caption taken out of a paragraph stands behind it.
/// Prose between segments is made up (a line break between blocks); source between segments is markup.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Offsets {
    segments: Vec<Segment>,
}

impl Offsets {
    /// A map of these segments, sorted by position. Neighbours that continue each other on both sides become one.
    pub fn new(segments: impl IntoIterator<Item = Segment>) -> Self {
        let mut joined: Vec<Segment> = Vec::new();
        for next in segments {
            match joined.last_mut() {
                Some(last)
                    if last.prose.end == next.prose.start
                        && last.source.end == next.source.start
                        && last.is_verbatim()
                        && next.is_verbatim() =>
                {
                    last.prose.end = next.prose.end;
                    last.source.end = next.source.end;
                }
                _ => joined.push(next),
            }
        }
        Self { segments: joined }
    }

    /// The map of a prose that is its source, `length` bytes long.
    pub fn identity(length: usize) -> Self {
        let whole = Span::of(0..length);
        Self { segments: vec![Segment::copy(0, whole)] }
    }

    /// The part of the map for `block` of the prose: as far from its beginning, and in the source as far from where its first
    /// segment comes from, so that it is the same wherever the block stands.
    pub fn part(&self, block: Span) -> Self {
        let first = self.segments.partition_point(|segment| segment.prose.end <= block.start);
        let near = self.segments[first..].iter().take_while(|segment| segment.prose.start < block.end);
        let mut segments: Vec<Segment> = near.map(|segment| segment.within(block)).collect();
        let from = segments.first().map_or(0, |segment| segment.source.start);
        for segment in &mut segments {
            segment.prose = Span::new(segment.prose.start - block.start, segment.prose.end - block.start);
            segment.source = Span::new(segment.source.start.wrapping_sub(from), segment.source.end.wrapping_sub(from));
        }
        Self { segments }
    }

    /// The segments, sorted.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The place in the source that `span` of the prose came from; markup inside it is covered.
    ///
    /// `None` when nothing of it came from the source. A part of an entity stands for the whole entity. An empty span
    /// stays empty, at the end of what stands before it.
    pub fn to_source(&self, span: Span) -> Option<Span> {
        if span.is_empty() {
            let before = self.segments.partition_point(|segment| segment.prose.start < span.start);
            let segment = self.segments.get(before.saturating_sub(1))?;
            let at = if before == 0 || span.start < segment.prose.start {
                segment.source.start
            } else {
                end_in(*segment, span.start.min(segment.prose.end))
            };
            return Some(Span::new(at, at));
        }
        let first = self.segments.partition_point(|segment| segment.prose.end <= span.start);
        let last = self.segments.partition_point(|segment| segment.prose.start < span.end).checked_sub(1)?;
        if first > last {
            return None;
        }
        let (first, last) = (*self.segments.get(first)?, *self.segments.get(last)?);
        let start = if span.start <= first.prose.start || !first.is_verbatim() {
            first.source.start
        } else {
            first.source.start + (span.start - first.prose.start)
        };
        Some(Span::new(start, end_in(last, span.end.min(last.prose.end))))
    }

    /// The place in the source of which `span` is a copy, byte for byte: where an edit may be made.
    ///
    /// `None` when markup, an entity or made-up text lies inside, so that an edit would cross it.
    pub fn to_verbatim(&self, span: Span) -> Option<Span> {
        let at = self.segments.partition_point(|segment| segment.prose.end < span.end);
        let segment = *self.segments.get(at)?;
        let fits = segment.is_verbatim() && segment.prose.contains(span);
        fits.then(|| {
            let shift = |offset: u32| segment.source.start + (offset - segment.prose.start);
            Span::new(shift(span.start), shift(span.end))
        })
    }
}

/// The source offset of the prose offset `at`, taken as an end, inside `segment`.
const fn end_in(segment: Segment, at: u32) -> u32 {
    if segment.is_verbatim() { segment.source.start + (at - segment.prose.start) } else { segment.source.end }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The prose `Tom & Ani makan` of the source `Tom &amp; **Ani** makan`.
    fn example() -> Offsets {
        Offsets::new([
            Segment::copy(0, Span::new(0, 4)),
            Segment::stand_in(Span::new(4, 5), Span::new(4, 9)),
            Segment::copy(5, Span::new(9, 10)),
            Segment::copy(6, Span::new(12, 15)),
            Segment::copy(9, Span::new(17, 23)),
        ])
    }

    #[test]
    fn a_span_of_prose_covers_the_markup_inside_it() {
        let offsets = example();
        assert_eq!(offsets.to_source(Span::new(0, 3)), Some(Span::new(0, 3)));
        assert_eq!(offsets.to_source(Span::new(4, 5)), Some(Span::new(4, 9)));
        assert_eq!(offsets.to_source(Span::new(6, 9)), Some(Span::new(12, 15)));
        assert_eq!(offsets.to_source(Span::new(6, 15)), Some(Span::new(12, 23)));
    }

    #[test]
    fn an_edit_is_made_only_where_prose_is_a_copy_of_the_source() {
        let offsets = example();
        assert_eq!(offsets.to_verbatim(Span::new(10, 15)), Some(Span::new(18, 23)));
        assert_eq!(offsets.to_verbatim(Span::new(4, 5)), None);
        assert_eq!(offsets.to_verbatim(Span::new(6, 15)), None);
        assert_eq!(offsets.to_verbatim(Span::new(9, 9)), Some(Span::new(15, 15)));
    }
}
