//! Formats: what is read of a text, block by block, and that every place leads back to the source.

mod invariants;
mod table;

use saksama::format::Format;

#[test]
fn plain_text_is_read_by_its_shape() {
    table::check(include_str!("plain.txt"), Format::Plain);
}

#[test]
fn markdown_is_read_without_its_markup() {
    table::check(include_str!("markdown.txt"), Format::Markdown);
}

#[test]
fn mdx_is_read_without_its_code() {
    table::check(include_str!("mdx.txt"), Format::Mdx);
}

#[test]
fn html_is_read_without_its_tags() {
    table::check(include_str!("html.txt"), Format::Html);
}
