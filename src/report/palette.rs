//! Colours for a terminal, or none.

/// The escape sequences for what stands out; all empty where colour is not wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Back to plain text.
    pub reset: &'static str,
    /// Headings and what matters.
    pub bold: &'static str,
    /// Errors, and what a diff takes away.
    pub red: &'static str,
    /// Warnings.
    pub yellow: &'static str,
    /// What is good, and what a diff adds.
    pub green: &'static str,
    /// Borders, numbers and further places.
    pub cyan: &'static str,
}

impl Palette {
    /// No colour at all.
    pub const PLAIN: Self = Self { reset: "", bold: "", red: "", yellow: "", green: "", cyan: "" };

    /// The sixteen colours every terminal knows.
    pub const ANSI: Self = Self {
        reset: "\u{1B}[0m",
        bold: "\u{1B}[1m",
        red: "\u{1B}[31m",
        yellow: "\u{1B}[33m",
        green: "\u{1B}[32m",
        cyan: "\u{1B}[36m",
    };
}
