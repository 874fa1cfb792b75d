//! Web addresses, domains, file names and e-mail addresses inside prose.

use super::word::WordKind;

/// An address that goes on at `at` after a first run of letters: a URL, a domain, a file name or an e-mail address.
pub(super) fn address(rest: &str, at: usize) -> Option<(WordKind, usize)> {
    let is_scheme = matches!(&rest[..at], "http" | "https" | "ftp" | "mailto" | "HTTP" | "HTTPS");
    if rest.as_bytes()[at] == b':' {
        let length = is_scheme.then(|| trimmed(run(rest, is_address)).len())?;
        return (length > at + 1).then_some((WordKind::Url, length));
    }
    let whole = trimmed(run(rest, is_address));
    if let Some((before, after)) = whole.split_once('@') {
        let is_email = !before.is_empty() && after.contains('.') && !after.contains('@');
        return is_email.then_some((WordKind::Email, whole.len()));
    }
    let host = whole.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let last = host.rsplit_once('.').map_or("", |(_, last)| last);
    let is_domain = host.starts_with("www.") || ENDINGS.binary_search(&last).is_ok();
    is_domain.then_some((WordKind::Url, whole.len()))
}

/// Endings of domains and file names that Indonesian articles mention, sorted.
const ENDINGS: [&str; 62] = [
    "ac", "ai", "app", "asia", "biz", "blog", "cc", "cloud", "co", "com", "cpp", "css", "csv", "dev", "doc", "docx",
    "edu", "exe", "gif", "go", "gov", "html", "id", "info", "io", "java", "jpeg", "jpg", "js", "json", "jsx", "md",
    "me", "mil", "mp3", "mp4", "net", "news", "online", "or", "org", "pdf", "php", "png", "py", "rs", "sch", "sh",
    "site", "store", "svg", "toml", "ts", "tsx", "tv", "txt", "vue", "xml", "xyz", "yaml", "yml", "zip",
];

/// An address without the punctuation of the sentence around it.
fn trimmed(address: &str) -> &str {
    let bare = address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '/']);
    // *https://id.wikipedia.org/wiki/Apel_(buah)*
    let is_open = bare.matches('(').count() > bare.matches(')').count() && address[bare.len()..].starts_with(')');
    &address[..bare.len() + usize::from(is_open)]
}

fn is_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

pub(super) fn run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    &text[..end]
}
