//! What all pages have in common: head, style and script.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::rule::Lang;

/// The style of all pages.
pub const STYLE: &str = include_str!("style.css");
/// What the pages can do beside being read.
pub const SCRIPT: &str = include_str!("script.js");
/// The name of the style's file, beside the index.
pub const STYLE_NAME: &str = "saksama.css";
/// The name of the script's file, beside the index.
pub const SCRIPT_NAME: &str = "saksama.js";

/// How a page comes by style and script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assets {
    /// They are part of the page, which can be sent on by itself.
    Inside,
    /// They lie in the folder above: there are thousands of such pages.
    Above,
}

/// A browser that follows this asks nothing of any other place, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline' 'self' file:; script-src 'unsafe-inline' 'self' file:; \
                      img-src data:; base-uri 'none'; form-action 'none'";

/// A whole page.
pub fn page(title: &str, lang: Lang, assets: Assets, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("id", "en")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("saksama ", env!("CARGO_PKG_VERSION")));
                meta name="robots" content="noindex";
                link rel="icon" href="data:,";
                title { (title) }
                @match assets {
                    Assets::Inside => style { (PreEscaped(STYLE)) },
                    Assets::Above => link rel="stylesheet" href={ "../" (STYLE_NAME) };,
                }
            }
            body {
                (body)
                footer.foot {
                    (lang.pick("Dibuat oleh", "Made by")) " saksama " (env!("CARGO_PKG_VERSION")) ". "
                    (lang.pick(
                        "Halaman ini tidak memuat apa pun dari internet.",
                        "This page loads nothing from the internet.",
                    ))
                }
                @match assets {
                    Assets::Inside => script { (PreEscaped(SCRIPT)) },
                    Assets::Above => script src={ "../" (SCRIPT_NAME) } {},
                }
            }
        }
    };
    page.into_string()
}

/// `json` as it may stand inside of a script element.
pub fn data(id: &str, json: &str) -> Markup {
    let harmless = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    html! { script type="application/json" id=(id) { (PreEscaped(harmless)) } }
}
