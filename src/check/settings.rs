//! Shapes that settings of several kinds of check share.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{Error, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::format::{BlockKind, Format};

/// Reads one value, named by a text, or a list of values.
pub fn one_or_many<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_any(OneOrMany(PhantomData))
}

struct OneOrMany<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a sequence")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Vec<T>, E> {
        T::deserialize(BorrowedStrDeserializer::new(text)).map(|value| vec![value])
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<T>, E> {
        T::deserialize(text.into_deserializer()).map(|value| vec![value])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut values = Vec::with_capacity(list.size_hint().unwrap_or(0));
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(values)
    }
}

/// A kind of block, as rule files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockName {
    /// Headings of any level.
    Heading,
    /// Running text.
    Paragraph,
    /// List items.
    Item,
    /// Table cells.
    Cell,
    /// Block quotations.
    Quote,
    /// Captions and texts that stand for images.
    Caption,
    /// Descriptions in front matter.
    Summary,
}

impl BlockName {
    /// Whether this is the name of `kind`.
    pub fn is(self, kind: BlockKind) -> bool {
        self == match kind {
            BlockKind::Heading(_) => Self::Heading,
            BlockKind::Paragraph => Self::Paragraph,
            BlockKind::Item => Self::Item,
            BlockKind::Cell => Self::Cell,
            BlockKind::Quote => Self::Quote,
            BlockKind::Caption => Self::Caption,
            BlockKind::Summary => Self::Summary,
        }
    }
}

/// A format, as rule files name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormatName {
    /// Plain text.
    Plain,
    /// Markdown and MDX.
    Markdown,
    /// HTML.
    Html,
}

impl FormatName {
    /// Whether this is the name of `format`.
    pub fn is(self, format: Format) -> bool {
        self == match format {
            Format::Plain => Self::Plain,
            Format::Markdown | Format::Mdx => Self::Markdown,
            Format::Html => Self::Html,
        }
    }
}

/// Whether `list` is empty or one of its members is right.
pub fn allows<T: Copy>(list: &[T], is: impl Fn(T) -> bool) -> bool {
    list.is_empty() || list.iter().any(|&member| is(member))
}
