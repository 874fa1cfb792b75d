//! The explanations of rules, which are simple Markdown, as markup.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// `text` as paragraphs, lists, emphasis and code; anything else in it is shown as it is written.
pub fn prose(text: &str) -> Markup {
    let mut out = String::new();
    for event in Parser::new(text) {
        match event {
            Event::Start(tag) => out.push_str(opening(&tag)),
            Event::End(tag) => out.push_str(closing(tag)),
            Event::Text(text) => push(&mut out, &text),
            Event::Code(text) => {
                out.push_str("<code>");
                push(&mut out, &text);
                out.push_str("</code>");
            }
            Event::Html(text) | Event::InlineHtml(text) => push(&mut out, &text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    PreEscaped(out)
}

fn push(out: &mut String, text: &str) {
    out.push_str(&html! { (text) }.into_string());
}

const fn opening(tag: &Tag) -> &'static str {
    match tag {
        Tag::Paragraph => "<p>",
        Tag::List(_) => "<ul>",
        Tag::Item => "<li>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        _ => "",
    }
}

const fn closing(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>",
        TagEnd::List(_) => "</ul>",
        TagEnd::Item => "</li>",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn what_looks_like_markup_is_text() {
        let markup = prose("*di* <script>x</script> `<b>`\n\n- [a](javascript:b) & c");
        assert_eq!(
            markup.into_string(),
            "<p><em>di</em> &lt;script&gt;x&lt;/script&gt; <code>&lt;b&gt;</code></p><ul><li>a &amp; c</li></ul>"
        );
    }
}
