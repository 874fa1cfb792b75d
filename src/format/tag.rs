//! A start tag of HTML with those of its attributes that matter to a reader.

use std::ops::Range;

/// A start tag.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag {
    /// The name in lower case.
    pub name: Vec<u8>,
    /// The whole tag, in bytes of the source.
    pub range: Range<usize>,
    /// Whether it is written `<…/>`.
    pub is_closed: bool,
    /// Whether an attribute says that the content is not for an Indonesian reader.
    pub is_unread: bool,
    /// Where the text for an image stands: the value of `alt`.
    pub alt: Option<Range<usize>>,
    /// Where the value of `content` stands.
    pub content: Option<Range<usize>>,
    /// Whether it is the description of a page.
    pub is_description: bool,
    attribute: Attribute,
}

/// The attribute being read.
#[derive(Clone, Copy, Debug, Default)]
enum Attribute {
    Lang,
    Translate,
    AriaHidden,
    Hidden,
    Class,
    Alt,
    Content,
    Name,
    #[default]
    Other,
}

impl Tag {
    /// A tag of this name whose `<` stands at byte `start`.
    pub fn new(name: &[u8], start: usize) -> Self {
        Self { name: name.to_vec(), range: start..start, ..Self::default() }
    }

    /// Notes the name of the next attribute.
    pub fn attribute(&mut self, name: &[u8]) {
        self.attribute = match name {
            b"lang" | b"xml:lang" => Attribute::Lang,
            b"translate" => Attribute::Translate,
            b"aria-hidden" => Attribute::AriaHidden,
            b"hidden" => Attribute::Hidden,
            b"class" => Attribute::Class,
            b"alt" => Attribute::Alt,
            b"content" => Attribute::Content,
            b"name" | b"property" => Attribute::Name,
            _ => Attribute::Other,
        };
        self.is_unread |= matches!(self.attribute, Attribute::Hidden);
    }

    /// Notes the value of the attribute named last; it stands at `range` of the source.
    pub fn value(&mut self, value: &[u8], range: Range<usize>) {
        match self.attribute {
            Attribute::Lang => self.is_unread |= !is_indonesian(value),
            Attribute::Translate => self.is_unread |= value.eq_ignore_ascii_case(b"no"),
            Attribute::AriaHidden => self.is_unread |= value.eq_ignore_ascii_case(b"true"),
            Attribute::Class => {
                self.is_unread |= value.split(u8::is_ascii_whitespace).any(|class| class == b"notranslate");
            }
            Attribute::Alt => self.alt = Some(range),
            Attribute::Content => self.content = Some(range),
            Attribute::Name => {
                self.is_description |= value.eq_ignore_ascii_case(b"description") || value == b"og:description";
            }
            Attribute::Hidden | Attribute::Other => {}
        }
    }
}

/// Whether a language tag names Indonesian, by its old code too, or no language at all.
fn is_indonesian(tag: &[u8]) -> bool {
    let primary = tag.split(|byte| matches!(byte, b'-' | b'_')).next().unwrap_or_default().trim_ascii();
    primary.is_empty() || primary.eq_ignore_ascii_case(b"id") || primary.eq_ignore_ascii_case(b"in")
}
