//! How a text is marked up, from what the editor calls its language.

use crate::format::Format;

/// The format of a text with this language id; where the id promises none, the format that `name` promises.
///
/// Ids are those of the protocol and of editors: *plaintext* in VS Code, *text* in Neovim and Emacs, *md* in some.
pub fn format(language: &str, name: &str) -> Format {
    match language.to_ascii_lowercase().as_str() {
        "markdown" | "md" | "gfm" | "rmd" | "rmarkdown" | "quarto" | "pandoc" | "multimarkdown" => Format::Markdown,
        "mdx" => Format::Mdx,
        "html" | "xhtml" | "mhtml" | "web" | "handlebars" | "jinja-html" | "django-html" | "htmldjango"
        | "vue-html" => Format::Html,
        "plaintext" | "plain" | "text" | "txt" | "gitcommit" | "git-commit" | "mail" => Format::Plain,
        _ => Format::of_name(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_counts_before_the_name() {
        assert_eq!(format("markdown", "draf.txt"), Format::Markdown);
        assert_eq!(format("plaintext", "draf.md"), Format::Plain);
        assert_eq!(format("asing", "draf.md"), Format::Markdown);
        assert_eq!(format("asing", "draf"), Format::Plain);
        assert_eq!(format("HTML", ""), Format::Html);
        assert_eq!(format("mdx", ""), Format::Mdx);
    }
}
