//! A finding as it is shown to be decided upon: where it stands, what is said of it, and what each fix would make of it.

use std::fmt::Write as _;

use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::report::{Change, Palette, Report as _, Terminal, changes, visible};
use crate::rule::Lang;
use crate::text::Source;

/// So many places that a fix changes are shown; the others are counted.
const CHANGES: usize = 3;
/// Of a longer text that goes or comes, only beginning and end are shown.
const LONG: usize = 160;
/// So many fixes can be chosen by a key.
pub const FIXES: usize = 9;

/// How cards are drawn.
#[derive(Clone, Copy)]
pub struct Cards {
    /// The language of the words around the messages.
    pub lang: Lang,
    /// The colours.
    pub palette: Palette,
}

impl Cards {
    /// The card of `finding` in `source`.
    pub fn card(self, source: &Source, finding: &Diagnostic) -> String {
        let bare = Diagnostic { fixes: Vec::new(), ..finding.clone() };
        let report = Terminal { lang: self.lang, palette: self.palette, has_summary: false };
        let mut out = report.file(source, &[bare]);
        for (index, fix) in finding.fixes.iter().take(FIXES).enumerate() {
            let number = if finding.fixes.len() > 1 { format!("{}  ", index + 1) } else { String::new() };
            let Palette { bold, reset, .. } = self.palette;
            let _infallible =
                writeln!(out, "  {bold}{number}{}{reset} ({})", visible(&fix.title), self.safety(fix.safety));
            self.push_changes(&mut out, &source.text, fix);
        }
        out.push('\n');
        out
    }

    const fn safety(self, safety: Safety) -> &'static str {
        match safety {
            Safety::Safe => self.lang.pick("aman", "safe"),
            Safety::Unsafe => self.lang.pick("periksa dulu", "look first"),
        }
    }

    fn push_changes(self, out: &mut String, text: &str, fix: &Fix) {
        let all = changes(text, &fix.edits);
        for change in all.iter().take(CHANGES) {
            self.push_change(out, change);
        }
        let more = all.len().saturating_sub(CHANGES);
        if more > 0 {
            let line = match self.lang {
                Lang::Id => format!("dan {more} tempat lagi"),
                Lang::En => format!("and {more} more places"),
            };
            let _infallible = writeln!(out, "     {line}");
        }
    }

    fn push_change(self, out: &mut String, change: &Change) {
        let Palette { red, green, bold, reset, .. } = self.palette;
        for (sign, color, part) in [('-', red, &change.old), ('+', green, &change.new)] {
            let (before, part, after) = (visible(&change.before), shortened(part), visible(&change.after));
            let part = visible(&part);
            let _infallible = writeln!(out, "     {color}{sign} {before}{bold}{part}{reset}{color}{after}{reset}");
        }
    }
}

fn shortened(text: &str) -> String {
    let length = text.chars().count();
    if length <= LONG {
        return text.to_owned();
    }
    let first: String = text.chars().take(LONG / 2).collect();
    let last: String = text.chars().skip(length - LONG / 2).collect();
    format!("{first} … {last}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Palette;

    #[test]
    fn a_long_text_keeps_its_ends() {
        let text = format!("awal {} akhir", "x".repeat(500));
        let short = shortened(&text);
        assert!(short.starts_with("awal x") && short.ends_with("x akhir") && short.chars().count() == LONG + 3);
        assert_eq!(shortened("pendek"), "pendek");
    }

    #[test]
    fn what_would_steer_the_terminal_is_shown() {
        let cards = Cards { lang: Lang::Id, palette: Palette::PLAIN };
        let change = Change {
            line: 1,
            before: String::new(),
            old: "a\u{1B}[2J".to_owned(),
            new: String::new(),
            after: String::new(),
        };
        let mut out = String::new();
        cards.push_change(&mut out, &change);
        assert_eq!(out, "     - a␛[2J\n     + \n");
    }
}
