//! A first `saksama.toml`, with comments that say what may stand in it.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::configuration::NAMES;
use crate::rule::Lang;

/// Writes `saksama.toml`, commented in `lang`, into `folder` and returns its path. Never overwrites one.
///
/// # Errors
/// When there is a configuration already, by either of its names, or it cannot be written.
pub fn init(folder: &Path, lang: Lang) -> anyhow::Result<PathBuf> {
    let exists = lang.pick("sudah ada; tidak ditimpa", "exists already and is left as it is");
    if let Some(path) = NAMES.iter().map(|name| folder.join(name)).find(|path| path.exists()) {
        bail!("{} {exists}", path.display());
    }
    let path = folder.join(NAMES[0]);
    let mut file = match File::create_new(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => bail!("{} {exists}", path.display()),
        Err(error) => return Err(error).context(path.display().to_string()),
    };
    file.write_all(starter(lang).as_bytes()).with_context(|| path.display().to_string())?;
    Ok(path)
}

/// The text of a first configuration: all of it is a comment or says what holds anyway.
pub const fn starter(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => include_str!("init/id.toml"),
        Lang::En => include_str!("init/en.toml"),
    }
}
