//! Text as it may stand in an attribute of XML 1.0.

use quick_xml::escape::escape;

use super::visible;

/// `text` between the quotation marks of an attribute: what has a meaning there is escaped, and what may not stand in XML
/// at all, such as control characters, is shown.
pub fn attribute(text: &str) -> String {
    let no_character = |c: char| matches!(c, '\u{FFFE}' | '\u{FFFF}');
    escape(visible(text).replace(no_character, "\u{FFFD}").as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn nothing_ends_the_attribute_or_breaks_the_document() {
        for (raw, written) in [
            ("\"a\" & 'b' <c>", "&quot;a&quot; &amp; &apos;b&apos; &lt;c&gt;"),
            ("dua\nbaris\u{1B}[31m", "dua␊baris␛[31m"),
            ("]]>\u{FFFF}\u{0}", "]]&gt;\u{FFFD}␀"),
            ("“dimulai” 🕵️", "“dimulai” 🕵️"),
        ] {
            assert_eq!(attribute(raw), written);
        }
    }
}
