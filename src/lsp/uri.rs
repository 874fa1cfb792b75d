//! File URIs and paths.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is written with percent signs in a path of a URI.
const QUOTED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The path of a `file:` URI; `None` for others, such as `untitled:`.
pub fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let rest = &rest[rest.find('/')?..];
    let path = percent_decode_str(rest).decode_utf8().ok()?;
    let bytes = path.as_bytes();
    let has_drive = bytes.get(1).is_some_and(u8::is_ascii_alphabetic) && bytes.get(2) == Some(&b':');
    Some(PathBuf::from(if has_drive { &path[1..] } else { &path }))
}

/// The last part of any URI, with percent signs resolved: the name of its text.
pub fn name(uri: &str) -> String {
    let last = uri.rsplit(['/', ':']).next().unwrap_or(uri);
    percent_decode_str(last).decode_utf8_lossy().into_owned()
}

/// The `file:` URI of a path from the root.
pub fn of_path(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let root = if text.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", utf8_percent_encode(&text, QUOTED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back_from_their_uris() {
        for path in ["/a/b.md", "/tmp/satu dua/é#?%25.md"] {
            let uri = of_path(Path::new(path));
            assert!(uri.is_ascii(), "{uri}");
            assert_eq!(super::path(&uri), Some(PathBuf::from(path)));
        }
        assert_eq!(super::path("file:///c%3A/x.md"), Some(PathBuf::from("c:/x.md")));
        assert_eq!(super::path("file://server/x.md"), Some(PathBuf::from("/x.md")));
        assert_eq!(super::path("untitled:Untitled-1"), None);
        assert_eq!(name("untitled:Untitled-1"), "Untitled-1");
        assert_eq!(name("file:///a/b%20c.md"), "b c.md");
    }
}
