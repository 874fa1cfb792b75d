//! What must hold of the prose of any text, and that it does for texts broken at random.

use saksama::format::{self, Format, Prose};

/// Panics when the prose of `source` breaks a promise of its types.
pub fn hold(source: &str, prose: &Prose<'_>) {
    let text = prose.text.as_ref();
    let mut end = 0;
    let mut places = Vec::new();
    for segment in prose.offsets.segments() {
        assert!(segment.prose.start >= end && !segment.prose.is_empty() || text.is_empty(), "{segment:?} after {end}");
        end = segment.prose.end;
        let (copy, original) = (text.get(segment.prose.range()), source.get(segment.source.range()));
        assert!(copy.is_some() && original.is_some(), "{segment:?} is not on character boundaries");
        assert!(!segment.is_verbatim() || copy == original, "{segment:?}: {copy:?} is not {original:?}");
        places.push(segment.source);
    }
    places.sort_unstable();
    let is_disjoint = places.windows(2).all(|pair| pair[0].end <= pair[1].start);
    assert!(is_disjoint, "sources overlap: {places:?}");
    blocks(source, prose);
}

fn blocks(source: &str, prose: &Prose<'_>) {
    let text = prose.text.as_ref();
    let mut end = 0;
    for (at, block) in prose.blocks.iter().enumerate() {
        let content = text.get(block.span.range()).unwrap_or_else(|| panic!("{block:?} is cut"));
        assert!(!content.is_empty() && content.trim() == content, "{block:?}: {content:?}");
        let between = text.get(end as usize..block.span.start as usize).expect("blocks are sorted");
        assert!(at == 0 || between.contains(['\n', '\r']), "{block:?} stands too close: {between:?}");
        end = block.span.end;
        assert!(prose.offsets.to_source(block.span).is_some(), "{block:?} came from nowhere");
    }
    let mut start = 0;
    for mark in &prose.marks {
        assert!(!mark.span.is_empty() && mark.span.start >= start, "{mark:?}");
        assert!(prose.blocks.iter().any(|block| block.span.contains(mark.span)), "{mark:?} lies outside all blocks");
        start = mark.span.start;
    }
    for directive in &prose.directives {
        let rules = directive.rules.iter().map(|rule| (rule.span, Some(rule.name.as_str())));
        for (span, name) in rules.chain([(directive.span, None)]) {
            let place = source.get(span.range());
            assert!(place.is_some_and(|place| name.is_none_or(|name| name == place)), "{directive:?}: {place:?}");
        }
    }
}

/// Numbers that look random and are the same in every run: xorshift.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap_or(0)
    }
}

/// Pieces of markup that break what they are put into.
const PIECES: [&str; 56] = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{% raw %}",
    "{% endraw %}",
    "{% highlight x %}",
    "{{< ",
    " >}}",
    "{/*",
    "*/}",
    "{",
    "}",
    "<",
    ">",
    "</",
    "<p>",
    "</p>",
    "<pre>",
    "</code>",
    "<code>",
    "<!--",
    "-->",
    "&amp;",
    "&nbsp;",
    "&#0;",
    "&",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "[",
    "](",
    ")",
    "![",
    "\n\n",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "---\n",
    "+++\n",
    "title: ",
    "|",
    ":::",
    "$",
    "\u{FEFF}",
    "💪🏽",
    "saksama-disable x: y",
];

/// `source` after a few changes, still UTF-8.
fn mutated(source: &str, numbers: &mut Numbers) -> String {
    let mut text: Vec<char> = source.chars().collect();
    for _ in 0..1 + numbers.below(6) {
        let at = numbers.below(text.len() + 1);
        match numbers.below(4) {
            0 => drop(text.splice(at..at, PIECES[numbers.below(PIECES.len())].chars())),
            1 => drop(text.drain(at..(at + numbers.below(30)).min(text.len()))),
            2 => text.truncate(text.len() - numbers.below(text.len() / 4 + 1)),
            _ => {
                let from = numbers.below(text.len() + 1);
                let piece: Vec<char> = text[from..(from + numbers.below(80)).min(text.len())].to_vec();
                text.splice(at..at, piece);
            }
        }
    }
    text.into_iter().collect()
}

#[test]
fn no_text_breaks_a_promise() {
    let tables =
        [include_str!("plain.txt"), include_str!("markdown.txt"), include_str!("mdx.txt"), include_str!("html.txt")];
    let sources: Vec<&str> = tables.iter().flat_map(|table| table.split("=== ")).collect();
    let mut numbers = Numbers(0x5EED_5A45_A111_0001);
    for round in 0..6000 {
        let (one, other) = (sources[numbers.below(sources.len())], sources[numbers.below(sources.len())]);
        let source = mutated(&format!("{one}{other}"), &mut numbers);
        for format in [Format::Plain, Format::Markdown, Format::Mdx, Format::Html] {
            let outcome = std::panic::catch_unwind(|| hold(&source, &format::read(format, &source)));
            assert!(outcome.is_ok(), "round {round}, {format:?}:\n{source}");
        }
    }
}

#[test]
fn cost_grows_with_the_text_and_not_faster() {
    let hostile = [
        "{{ ",
        "{% raw %}",
        "{",
        "<",
        "&",
        "<a ",
        "[",
        "*a ",
        "<!--",
        "<code>",
        "<blockquote>",
        "> ",
        "a ",
        "{/*",
        ":::\n",
        "{{< mermaid >}}",
        "<b>",
        "`{{`",
    ];
    for piece in hostile {
        let source = piece.repeat(200_000 / piece.len());
        for format in [Format::Plain, Format::Markdown, Format::Mdx, Format::Html] {
            let start = std::time::Instant::now();
            hold_quickly(&source, format);
            let spent = start.elapsed();
            assert!(spent.as_secs() < 5, "{piece:?} as {format:?} took {spent:?}");
        }
    }
}

fn hold_quickly(source: &str, format: Format) {
    let prose = format::read(format, source);
    assert!(prose.text.len() <= source.len() * 4);
}
