//! Comments in a text that silence rules.

use crate::text::Span;

/// How far a directive reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DirectiveKind {
    /// From here to the matching [`DirectiveKind::Enable`] or the end: `saksama-disable`, `saksama-matikan`.
    Disable,
    /// Ends a [`DirectiveKind::Disable`]: `saksama-enable`, `saksama-nyalakan`.
    Enable,
    /// The line it stands in: `saksama-disable-line`, `saksama-matikan-baris`.
    DisableLine,
    /// The next line that holds prose: `saksama-disable-next-line`, `saksama-matikan-baris-berikut`.
    DisableNextLine,
    /// The whole file: `saksama-disable-file`, `saksama-matikan-berkas`, or the front-matter key `saksama`.
    DisableFile,
}

/// One rule named in a directive.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NamedRule {
    /// The name as written.
    pub name: String,
    /// Where the name stands, in bytes of the source.
    pub span: Span,
}

/// One comment that silences rules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Directive {
    /// How far it reaches.
    pub kind: DirectiveKind,
    /// The rules it names; all rules when empty.
    pub rules: Vec<NamedRule>,
    /// Why, as the writer put it after a colon; empty when not said.
    pub reason: String,
    /// The whole comment with its delimiters, in bytes of the source; what a fix deletes when it silences nothing.
    pub span: Span,
}

impl DirectiveKind {
    /// The kind a command such as `saksama-disable-line` asks for.
    fn of_command(command: &str) -> Option<Self> {
        match command.strip_prefix("saksama-")? {
            "disable" | "matikan" => Some(Self::Disable),
            "enable" | "nyalakan" => Some(Self::Enable),
            "disable-line" | "matikan-baris" => Some(Self::DisableLine),
            "disable-next-line" | "matikan-baris-berikut" => Some(Self::DisableNextLine),
            "disable-file" | "matikan-berkas" => Some(Self::DisableFile),
            _ => None,
        }
    }
}

/// Reads the inside of a comment: `saksama-disable RULE RULE: reason`, rules parted by spaces or commas.
///
/// `content` stands at byte `at` of the source; `span` is the comment with its delimiters. `None` when it is an
/// ordinary comment.
pub fn parse(content: &str, at: usize, span: Span) -> Option<Directive> {
    let start = content.len() - content.trim_start().len();
    let rest = &content[start..];
    let length = rest.find(|c: char| c != '-' && !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let kind = DirectiveKind::of_command(&rest[..length])?;
    let (names, reason) = rest[length..].split_once(':').unwrap_or((&rest[length..], ""));
    if names.starts_with(|c: char| !c.is_whitespace() && c != ',') {
        return None;
    }
    let rules = named(names, at + start + length);
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Directive { kind, rules, reason, span })
}

/// The rules named in `names`, which stands at byte `at` of the source.
pub(super) fn named(names: &str, at: usize) -> Vec<NamedRule> {
    let is_border = |c: char| c.is_whitespace() || c == ',';
    let pieces = names.split(is_border).filter(|name| !name.is_empty());
    let place = |name: &str| at + (name.as_ptr().addr() - names.as_ptr().addr());
    pieces
        .map(|name| NamedRule { name: name.to_owned(), span: Span::of(place(name)..place(name) + name.len()) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_in_both_languages_name_rules_and_a_reason() {
        let cases = [
            ("saksama-disable", Some((DirectiveKind::Disable, "", ""))),
            (" saksama-disable di-terpisah ", Some((DirectiveKind::Disable, "di-terpisah", ""))),
            (" saksama-matikan a, b c: kutipan: asli", Some((DirectiveKind::Disable, "a b c", "kutipan: asli"))),
            ("saksama-enable a", Some((DirectiveKind::Enable, "a", ""))),
            ("saksama-nyalakan", Some((DirectiveKind::Enable, "", ""))),
            ("saksama-disable-line x", Some((DirectiveKind::DisableLine, "x", ""))),
            ("saksama-matikan-baris: sebab", Some((DirectiveKind::DisableLine, "", "sebab"))),
            ("saksama-disable-next-line\n", Some((DirectiveKind::DisableNextLine, "", ""))),
            ("saksama-matikan-baris-berikut x,y", Some((DirectiveKind::DisableNextLine, "x y", ""))),
            ("saksama-disable-file", Some((DirectiveKind::DisableFile, "", ""))),
            ("saksama-matikan-berkas", Some((DirectiveKind::DisableFile, "", ""))),
            ("saksama-lain a", None),
            ("saksama-disable.", None),
            ("saksama", None),
            ("pakai saksama-disable", None),
            ("", None),
        ];
        for (content, expected) in cases {
            let directive = parse(content, 5, Span::new(0, 90));
            let seen = directive.as_ref().map(|directive| {
                let names: Vec<_> = directive.rules.iter().map(|rule| rule.name.as_str()).collect();
                (directive.kind, names.join(" "), directive.reason.as_str())
            });
            assert_eq!(seen, expected.map(|(kind, names, reason)| (kind, names.to_owned(), reason)), "{content:?}");
            for rule in directive.iter().flat_map(|directive| &directive.rules) {
                let place = Span::new(rule.span.start - 5, rule.span.end - 5);
                assert_eq!(place.of_text(content), rule.name);
            }
        }
    }
}
