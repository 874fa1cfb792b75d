//! Brackets and quotation marks without their partner.

use serde::Deserialize;

use super::{Check, Finding, Triggers};
use crate::document::Context;
use crate::text::Span;

/// `[check.unpaired]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The mark that opens.
    pub open: char,
    /// The mark that closes; the same where one mark does both.
    pub close: char,
    /// Whether the mark may stay open at the end of a paragraph when the next one opens with it, as long speech does.
    #[serde(default)]
    pub goes_on: bool,
}

/// The check.
pub struct Unpaired {
    settings: Settings,
}

impl Unpaired {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// The places, in bytes of `text`, of the marks without a partner.
    fn lonely(&self, text: &str) -> Vec<usize> {
        let (mut open, mut lonely) = (Vec::new(), Vec::new());
        for (at, c) in text.char_indices() {
            let opens = c == self.settings.open && (c != self.settings.close || open.is_empty());
            if !opens && c != self.settings.close || is_other(text, at, c, !open.is_empty()) {
                continue;
            }
            if opens {
                open.push(at);
            } else if open.pop().is_none() {
                lonely.push(at);
            }
        }
        lonely.extend(open);
        lonely.sort_unstable();
        lonely
    }

    /// Whether the block after this one opens with the mark.
    fn goes_on_after(&self, context: &Context) -> bool {
        self.settings.goes_on && context.document.around.next == Some(self.settings.open)
    }
}

impl Check for Unpaired {
    fn triggers(&self) -> Triggers {
        let literals = [self.settings.open, self.settings.close].map(String::from);
        Triggers { literals: literals.to_vec(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let span = context.document.prose.blocks[block].span;
        let text = context.text(span);
        let lonely = self.lonely(text);
        // More than one is a habit of the text or a sign of another kind, not a slip.
        let &[at] = lonely.as_slice() else { return };
        if text[at..].starts_with(self.settings.open) && self.goes_on_after(context) {
            return;
        }
        let start = span.start + u32::try_from(at).unwrap_or(0);
        let length = text[at..].chars().next().map_or(1, char::len_utf8);
        out.push(Finding::at(Span::new(start, start + u32::try_from(length).unwrap_or(1))));
    }
}

/// Whether the mark `c` at `at` is something else: the bracket of a list marker *a)* or *1)*, part of an emoticon
/// *:)*, the inch sign *14"*.
fn is_other(text: &str, at: usize, c: char, is_open: bool) -> bool {
    match c {
        ')' => !is_open && (is_marker(&text[..at]) || is_emoticon(text, at)),
        '(' => is_emoticon(text, at),
        '"' => text[..at].chars().next_back().is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether what stands between white space around `at` is a face: *:)*, *:-(*, *^_^)*.
fn is_emoticon(text: &str, at: usize) -> bool {
    const LONGEST: usize = 4;
    let is_written = |c: &char| !c.is_whitespace();
    let before: String = text[..at].chars().rev().take_while(is_written).take(LONGEST + 1).collect();
    let after: String = text[at..].chars().take_while(is_written).take(LONGEST + 1).collect();
    let after = after.trim_end_matches(['.', ',', '!', '?']);
    let mut face = before.chars().chain(after.chars());
    let length = face.clone().count();
    (2..=LONGEST).contains(&length)
        && !face.clone().any(char::is_alphanumeric)
        && face.any(|c| matches!(c, ':' | ';' | '=' | '-' | '^' | '_'))
}

/// Whether `before` ends with a short number or a letter of its own.
fn is_marker(before: &str) -> bool {
    let word =
        before.rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':')).next().unwrap_or_default();
    let is_number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}
