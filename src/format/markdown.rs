//! Markdown: pulldown-cmark's events to blocks, marks and what is opaque.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::draft::{Draft, Piece};
use super::html::{self, Level};
use super::mask::{MaskKind, Masked};
use super::{BlockKind, Format, MarkKind, OPAQUE, Prose, directive, front_matter, inline, mdx, template};
use crate::text::Span;

/// Reads Markdown, or MDX when `format` is that.
pub(super) fn read(format: Format, text: &str) -> Prose<'_> {
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut draft = Draft::new(text);
    let body = front_matter::read(&mut draft, text, start);
    let mut masked = Masked::new(text);
    let comments = hide(&mut masked, format, text, body);
    let (parsed, masks) = masked.finish();
    draft.mask(masks);
    mdx::direct(&mut draft, text, &comments);
    reference_comments(&mut draft, text, body);
    let mut reader = Reader::new(draft, &parsed);
    for (event, range) in Parser::new_ext(&parsed[body..], options()).into_offset_iter() {
        reader.event(event, body + range.start..body + range.end);
    }
    reader.draft.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Hides what is no Markdown from its parser. Returns the comments of MDX.
fn hide(masked: &mut Masked<'_>, format: Format, text: &str, body: usize) -> Vec<mdx::Comment> {
    let bytes = &text.as_bytes()[body..];
    let has_braces = memchr::memchr(b'{', bytes).is_some();
    let has_containers = memchr::memmem::find(bytes, b":::").is_some();
    let has_tags_in_code = memchr::memmem::find(bytes, b"`<").is_some();
    if !has_braces && !has_containers && !has_tags_in_code && format != Format::Mdx {
        return Vec::new();
    }
    let code = code_ranges(masked, text, body);
    let comments = match format {
        Format::Mdx => mdx::hide(masked, text, body, &code),
        _ => {
            template::hide(masked, text, body, &code);
            Vec::new()
        }
    };
    if has_containers {
        template::rewrite_containers(masked, text, body, &code);
    }
    comments
}

/// Reads directives in link definitions that serve as comments: `[//]: # (saksama-disable …)`.
fn reference_comments(draft: &mut Draft<'_>, text: &str, body: usize) {
    let opening = "[//]: # (";
    for found in memchr::memmem::find_iter(&text.as_bytes()[body..], opening) {
        let start = body + found;
        if start > body && text.as_bytes()[start - 1] != b'\n' {
            continue;
        }
        let line = text[start..].lines().next().unwrap_or_default().trim_end();
        let content = line.strip_prefix(opening).and_then(|line| line.strip_suffix(')'));
        let place = Span::of(start..start + line.len());
        let found = content.and_then(|content| directive::parse(content, start + opening.len(), place));
        found.into_iter().for_each(|directive| draft.direct(directive));
    }
}

/// Where code stands, sorted, so that a brace in it is not taken for a template. Code in HTML blocks is hidden.
fn code_ranges(masked: &mut Masked<'_>, text: &str, body: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        let range = body + range.start..body + range.end;
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => ranges.push(range),
            Event::Html(_) => {
                for code in code_spans(text, range) {
                    masked.hide(code.clone(), MaskKind::Opaque);
                    ranges.push(code);
                }
            }
            _ => {}
        }
    }
    ranges.sort_by_key(|range| range.start);
    ranges
}

/// Code between backticks in a line of HTML, where it holds a tag.
fn code_spans(text: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let written = text.get(line.clone()).unwrap_or_default();
    let mut ticks = memchr::memchr_iter(b'`', written.as_bytes());
    let pairs = std::iter::from_fn(move || Some((ticks.next()?, ticks.next()?)));
    let holds_tag = move |&(open, close): &(usize, usize)| written[open..close].contains('<');
    pairs.filter(holds_tag).map(move |(open, close)| line.start + open..line.start + close + 1)
}

/// What is open while events come in.
struct Reader<'p, 's> {
    draft: Draft<'s>,
    /// The text the parser reads, of the same length as the source.
    parsed: &'p str,
    html: html::Reader,
    /// The kinds of text in the blocks that are open, outermost first.
    containers: Vec<BlockKind>,
    /// The texts for the images that are open, innermost last.
    images: Vec<Vec<Piece>>,
    /// The lines of the HTML block that is open.
    html_lines: Vec<Range<usize>>,
    is_code: bool,
    is_autolink: bool,
    /// How many struck out passages are open.
    struck: usize,
}

impl<'p, 's> Reader<'p, 's> {
    fn new(draft: Draft<'s>, parsed: &'p str) -> Self {
        Self {
            draft,
            parsed,
            html: html::Reader::of_markdown(inline::read),
            containers: Vec::new(),
            images: Vec::new(),
            html_lines: Vec::new(),
            is_code: false,
            is_autolink: false,
            struck: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(_) => self.html_lines.push(range),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::Rule => self.draft.end(),
            Event::FootnoteReference(_) => self.draft.vanish(),
            Event::TaskListMarker(_) => {}
            _ if self.is_left_out() => {}
            Event::Text(text) => self.text(&text, range),
            Event::Code(_) | Event::DisplayMath(_) => self.opaque(range),
            Event::InlineMath(formula) if is_formula(&formula) => self.opaque(range),
            Event::InlineMath(_) => self.write(Piece { text: None, source: range }),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
        }
    }

    fn is_left_out(&self) -> bool {
        self.is_code || self.is_autolink || self.struck > 0 || self.html.is_skipping()
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        self.html.reach(range.start);
        match tag {
            Tag::Paragraph => self.begin(self.kind()),
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(level as u8)),
            Tag::TableCell => self.begin(BlockKind::Cell),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.enter(BlockKind::Item),
            Tag::BlockQuote(None) => self.enter(BlockKind::Quote),
            Tag::BlockQuote(Some(_)) | Tag::FootnoteDefinition(_) => self.enter(BlockKind::Paragraph),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.draft.end();
                self.is_code = true;
            }
            Tag::HtmlBlock | Tag::List(_) | Tag::DefinitionList | Tag::Table(_) => self.draft.end(),
            Tag::Emphasis => self.draft.open_mark(MarkKind::Emphasis),
            Tag::Strong => self.draft.open_mark(MarkKind::Strong),
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                if !self.is_left_out() {
                    self.opaque(range);
                }
                self.is_autolink = true;
            }
            Tag::Link { .. } => self.draft.open_mark(MarkKind::Link),
            Tag::Image { .. } => self.images.push(Vec::new()),
            Tag::Strikethrough if self.is_struck(&range) => {
                self.draft.vanish();
                self.struck += 1;
            }
            Tag::Strikethrough => self.write(Piece { text: None, source: range.start..range.start + 1 }),
            Tag::TableHead | Tag::TableRow | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.end_block(),
            TagEnd::Item
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {
                self.end_block();
                self.containers.pop();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.is_code = false,
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Emphasis => self.draft.close_mark(MarkKind::Emphasis),
            TagEnd::Strong => self.draft.close_mark(MarkKind::Strong),
            TagEnd::Link if self.is_autolink => self.is_autolink = false,
            TagEnd::Link => self.draft.close_mark(MarkKind::Link),
            TagEnd::Image => self.image(range),
            TagEnd::Strikethrough if self.is_struck(&range) => self.struck -= 1,
            TagEnd::Strikethrough => self.write(Piece { text: None, source: range.end - 1..range.end }),
            TagEnd::Table | TagEnd::List(_) | TagEnd::DefinitionList => self.draft.end(),
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// Whether a passage stands between double tildes; a single one is only a sign.
    fn is_struck(&self, range: &Range<usize>) -> bool {
        self.parsed[range.clone()].starts_with("~~")
    }

    fn kind(&self) -> BlockKind {
        self.containers.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn begin(&mut self, kind: BlockKind) {
        if !self.html.is_skipping() {
            self.draft.begin(kind);
        }
    }

    fn enter(&mut self, kind: BlockKind) {
        self.draft.end();
        self.containers.push(kind);
    }

    fn end_block(&mut self) {
        self.draft.end();
        self.html.end_inline();
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let is_copy = self.parsed.get(range.clone()) == Some(text);
        self.write(Piece { text: (!is_copy).then(|| Box::from(text)), source: range });
    }

    fn line_break(&mut self, range: Range<usize>) {
        let newline = memchr::memchr(b'\n', &self.parsed.as_bytes()[range.clone()]);
        let source = newline.map_or(range.clone(), |at| range.start + at..range.start + at + 1);
        self.write(Piece { text: newline.is_none().then(|| Box::from("\n")), source });
    }

    fn opaque(&mut self, range: Range<usize>) {
        self.write(Piece { text: Some(Box::from(OPAQUE.encode_utf8(&mut [0; 3]) as &str)), source: range });
    }

    fn write(&mut self, piece: Piece) {
        if self.is_left_out() {
            return;
        }
        if let Some(image) = self.images.last_mut() {
            return image.push(piece);
        }
        if !self.draft.is_open() {
            self.draft.begin(self.kind());
        }
        self.draft.write(piece);
    }

    fn image(&mut self, range: Range<usize>) {
        let Some(text) = self.images.pop() else { return };
        if !self.is_left_out() {
            let before_text = text.first().map_or(range.end, |piece| piece.source.start);
            self.opaque(range.start..before_text);
            self.draft.caption(text);
        }
    }

    fn inline_html(&mut self, range: Range<usize>) {
        let tag = &self.parsed[range.clone()];
        self.html.around = Some(self.kind());
        self.html.read(&mut self.draft, tag, range.start, Level::Inline);
    }

    /// Reads the HTML block that ends here; what stands between its lines belongs to the Markdown around it.
    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.html_lines);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let start = first.start;
        let is_whole = lines.windows(2).all(|pair| pair[0].end == pair[1].start);
        let mut block = Cow::Borrowed(&self.parsed[start..last.end]);
        if !is_whole {
            let mut copy = " ".repeat(last.end - start).into_bytes();
            for line in &lines {
                copy[line.start - start..line.end - start].copy_from_slice(self.parsed[line.clone()].as_bytes());
            }
            block = String::from_utf8(copy).map_or(block, Cow::Owned);
        }
        self.html.around = Some(self.kind());
        self.html.read(&mut self.draft, &block, start, Level::Block);
        self.draft.end();
        self.draft.close_all_marks();
        self.html.end_fragment(self.parsed, last.end);
    }
}

/// Whether what stands between dollar signs is a formula and not prose about money.
fn is_formula(text: &str) -> bool {
    text.contains(['\\', '^', '_', '=', '{', '<', '>', '+']) || !text.contains(' ')
}
