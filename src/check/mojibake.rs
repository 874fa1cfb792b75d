//! UTF-8 that was read as Windows-1252: *â€œ* for *“*, *Ã©* for *é*.

use serde::Deserialize;

use super::{Certainty, Check, Finding, Triggers};
use crate::document::Context;
use crate::text::Span;

/// `[check.mojibake]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Texts that UTF-8 begins with when it is misread; only blocks that hold one are looked at.
    pub needs: Vec<String>,
    /// Misread texts that lost a byte, with what they must have been.
    pub torn: Vec<(String, String)>,
    /// Words of paragraphs that speak of encodings, and may show what misreading does.
    #[serde(default)]
    pub about: Vec<String>,
}

/// The check.
pub struct Mojibake {
    settings: Settings,
}

impl Mojibake {
    /// The check with these settings.
    pub fn new(settings: &Settings) -> Self {
        Self { settings: settings.clone() }
    }

    /// The findings in one run of characters beyond ASCII that begins at `start`.
    fn read(&self, run: &str, start: u32, out: &mut Vec<Finding>) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let at = start + length(run) - length(rest);
            if let Some((wrong, right)) = decoded(rest) {
                out.push(Finding::replace(Span::new(at, at + length(wrong)), right));
                rest = &rest[wrong.len()..];
            } else if let Some((wrong, right)) = self.settings.torn.iter().find(|(wrong, _)| rest.starts_with(wrong)) {
                let finding = Finding::replace(Span::new(at, at + length(wrong)), right);
                out.push(finding.at_most(Certainty::Doubtful));
                rest = &rest[wrong.len()..];
            } else {
                rest = &rest[first.len_utf8()..];
            }
        }
    }
}

impl Check for Mojibake {
    fn triggers(&self) -> Triggers {
        Triggers { literals: self.settings.needs.clone(), ..Triggers::default() }
    }

    fn in_block(&self, context: &Context, block: usize, out: &mut Vec<Finding>) {
        let span = context.document.prose.blocks[block].span;
        let text = context.text(span);
        if self.settings.about.iter().any(|word| text.contains(word.as_str())) {
            return;
        }
        let mut at = 0;
        while let Some(from) = text[at..].find(|c: char| !c.is_ascii()) {
            let start = at + from;
            let end = text[start..].find(|c: char| c.is_ascii()).map_or(text.len(), |end| start + end);
            self.read(&text[start..end], span.start + u32::try_from(start).unwrap_or(0), out);
            at = end;
        }
    }
}

/// The longest text at the start of `run` that is misread UTF-8, with what it should read.
fn decoded(run: &str) -> Option<(&str, String)> {
    let mut bytes = Vec::new();
    let mut best = None;
    for (at, c) in run.char_indices() {
        let Some(byte) = byte_of(c) else { break };
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.chars().all(is_plausible) => best = Some((&run[..at + c.len_utf8()], text.to_owned())),
            // The sequence is not whole yet.
            Err(error) if error.error_len().is_none() => {}
            _ => break,
        }
    }
    best
}

/// Whether misread text is likely to have been `c`: accented letters, punctuation, signs and emoji. Anything else is
/// rather two right characters side by side, as the end of *“CAFÉ”* is.
const fn is_plausible(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{FF}' | '\u{2000}'..='\u{22FF}' | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{FEFF}'
        | '\u{1F000}'..='\u{1FAFF}')
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(0)
}

/// The byte that Windows-1252 writes for `c`; the five bytes it leaves open stand for themselves.
fn byte_of(c: char) -> Option<u8> {
    if ('\u{80}'..='\u{FF}').contains(&c) {
        return u8::try_from(u32::from(c)).ok();
    }
    let at = HIGH.iter().position(|&high| high == c)?;
    u8::try_from(0x80 + at).ok()
}

/// What Windows-1252 has for the bytes 80 to 9F; NUL for the five it leaves open.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];
