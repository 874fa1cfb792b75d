//! A first `saksama.toml`. A stand-in.

use std::path::{Path, PathBuf};

use crate::rule::Lang;

/// Writes a `saksama.toml` into `folder` and returns its path.
///
/// # Errors
/// When there is one already, or it cannot be written.
pub fn init(folder: &Path, _lang: Lang) -> anyhow::Result<PathBuf> {
    use std::io::Write as _;
    let path = folder.join("saksama.toml");
    let mut file = std::fs::File::create_new(&path)?;
    file.write_all(b"[rules]\n")?;
    Ok(path)
}
