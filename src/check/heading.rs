//! Headings that stand twice.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::format::{Block, BlockKind, Format};
use crate::language::WordKind;
use crate::text::Span;

/// `[check.repeated-heading]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The fewest words of a heading inside the text; shorter ones (*Bahan*, *Cara membuat*) recur by plan.
    pub words: usize,
    /// The most places of one heading; more are a plan, not a slip.
    pub most: usize,
    /// The fewest words of a title that is repeated.
    pub title_words: usize,
    /// How many blocks after the title may repeat it.
    pub title_reach: usize,
}

/// The check.
pub struct RepeatedHeading {
    settings: Settings,
}

impl RepeatedHeading {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// The title again among the first blocks: the index of the title and of its repetition.
    fn repeated_title(&self, context: &Context) -> Option<(usize, usize)> {
        let blocks = &context.document.prose.blocks;
        let is_title = |block: &Block| matches!(block.kind, BlockKind::Heading(_));
        let title = blocks.iter().take(self.settings.title_reach).position(is_title)?;
        let words = words_of(context, title);
        if words.len() < self.settings.title_words || is_foreign(context, title) {
            return None;
        }
        let shown = shown_title(context);
        let near = (title + 1..blocks.len()).take(self.settings.title_reach).filter(|&block| Some(block) != shown);
        let may_repeat = |block: &usize| {
            let block = blocks[*block];
            // The cell of a navigation table repeats the title by plan.
            let is_text = block.kind.is_heading() || block.kind == BlockKind::Paragraph;
            is_text && block.span.len() <= blocks[title].span.len() * 2 + 16
        };
        let mut near = near.filter(may_repeat);
        near.find(|&block| words_of(context, block) == words).map(|block| (title, block))
    }

    /// Headings of one level and the same words, in a document where that is no plan.
    fn repeated(&self, context: &Context) -> Vec<Vec<usize>> {
        let mut groups: FxHashMap<(Vec<u64>, u8, usize), Vec<usize>> = FxHashMap::default();
        let mut parents = [usize::MAX; 7];
        // For every heading, the number of those of its level before it.
        let mut seen = [0; 7];
        let mut numbers: FxHashMap<usize, usize> = FxHashMap::default();
        let shown = shown_title(context);
        for (index, block) in context.document.prose.blocks.iter().enumerate() {
            let BlockKind::Heading(level) = block.kind else { continue };
            let depth = usize::from(level.min(6));
            parents[depth] = index;
            seen[depth] += 1;
            numbers.insert(index, seen[depth]);
            if Some(index) == shown {
                continue;
            }
            let words = words_of(context, index);
            // Code shown in plain text looks like a heading at times.
            let is_code = context.text(block.span).contains(['<', '{', '=', ';']);
            if !is_code && words.len() >= self.settings.words {
                // Below the second level a heading may recur under another one.
                let parent = if depth > 2 { parents[depth - 1] } else { usize::MAX };
                groups.entry((words, level, parent)).or_default().push(index);
            }
        }
        // Below the second level labels of options recur in one part, too; only neighbours are a slip there.
        let are_near = |level: u8, group: &[usize]| {
            level < 3
                || group
                    .windows(2)
                    .all(|pair| numbers.get(&pair[1]) == numbers.get(&pair[0]).map(|number| number + 1).as_ref())
        };
        // Headings of the same words are all of one language.
        let is_slip = |level: u8, group: &[usize]| {
            (2..=self.settings.most).contains(&group.len()) && are_near(level, group) && !is_foreign(context, group[0])
        };
        let groups = groups.into_iter().filter(|((_, level, _), group)| is_slip(*level, group));
        let mut groups: Vec<_> = groups.map(|(_, group)| group).collect();
        groups.sort_unstable();
        groups
    }
}

impl Check for RepeatedHeading {
    fn triggers(&self) -> Triggers {
        Triggers { document: true, ..Triggers::default() }
    }

    fn in_document(&self, context: &Context, out: &mut Vec<Finding>) {
        let blocks = &context.document.prose.blocks;
        let title = self.repeated_title(context);
        if let Some((title, again)) = title {
            let mut finding = Finding::at(blocks[again].span);
            finding.related.push(blocks[title].span);
            out.push(finding);
        }
        for group in self.repeated(context) {
            let again = group[1];
            if title.is_some_and(|title| title.1 == again) {
                continue;
            }
            let mut finding = Finding::at(blocks[again].span);
            finding.related = group.iter().filter(|&&at| at != again).map(|&at| blocks[at].span).collect();
            out.push(finding);
        }
    }
}

/// The heading that shows the title of a page or of its front matter, which is not shown itself: the second heading of
/// the first level, where the first opens the document; behind `<title>` the second heading of any level.
fn shown_title(context: &Context) -> Option<usize> {
    let blocks = &context.document.prose.blocks;
    let is_title = |block: &Block| block.kind == BlockKind::Heading(1);
    let opens = context.document.format != Format::Plain && blocks.first().is_some_and(is_title);
    let is_shown = |block: &Block| {
        if is_page_title(context) { matches!(block.kind, BlockKind::Heading(_)) } else { is_title(block) }
    };
    opens.then(|| blocks.iter().skip(1).position(is_shown).map(|at| at + 1)).flatten()
}

/// Whether the first block is the `<title>` of a page of HTML.
fn is_page_title(context: &Context) -> bool {
    let document = context.document;
    let first = document.prose.blocks.first().map(|block| Span::new(block.span.start, block.span.start + 1));
    let place = first.and_then(|first| document.prose.offsets.to_source(first));
    place.filter(|_| document.format == Format::Html).is_some_and(|place| {
        let before = &document.source.text.as_bytes()[..place.start as usize];
        let tag = before.iter().rposition(|byte| *byte == b'<').map_or(&before[..0], |at| &before[at + 1..]);
        tag.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"title"))
    })
}

/// Whether at least half of the words of a heading are of another language.
fn is_foreign(context: &Context, block: usize) -> bool {
    let sentences = context.document.block_sentences[block].clone();
    let words = context.document.sentences[sentences].iter().flat_map(|sentence| sentence.words.clone());
    let (mut all, mut foreign) = (0, 0);
    for word in words.filter_map(|at| context.word(at)).filter(|word| word.is_word()) {
        all += 1;
        foreign += usize::from(context.form(word).is_foreign());
    }
    foreign > 0 && foreign * 2 >= all
}

/// The words and numbers of a block, whatever their capitals, without a number at its start.
fn words_of(context: &Context, block: usize) -> Vec<u64> {
    /// Numbers lie above all forms.
    const NUMBER: u64 = 1 << 63;
    let mut words = Vec::new();
    for sentence in &context.document.sentences[context.document.block_sentences[block].clone()] {
        for word in &context.words()[sentence.words.clone()] {
            match word.kind {
                WordKind::Word => words.push(u64::from(word.form.0)),
                WordKind::Opaque => words.push(NUMBER | u64::from(word.span.start)),
                WordKind::Number if !words.is_empty() => {
                    let digits = context.text(word.span).bytes();
                    words
                        .push(digits.fold(NUMBER, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()) | NUMBER));
                }
                _ => {}
            }
        }
    }
    words
}
