//! A text with its name.

/// What is linted: the decoded text of a file, of standard input or of an editor's buffer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// How the text is called in reports: a path as it was given or found, or `<stdin>`.
    pub name: String,
    /// The text, a leading byte order mark included, so that offsets are those of a UTF-8 file.
    /// All spans are byte offsets into it.
    pub text: String,
}

impl Source {
    /// A source of this name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}
