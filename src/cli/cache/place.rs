//! Where a cache lies.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;

use super::shard::EXTENSION;

/// The variable that names another folder.
const VARIABLE: &str = "SAKSAMA_CACHE_DIR";

/// What backup programs look for.
const TAG: &str = "CACHEDIR.TAG";
/// Its content: the first line is fixed by bford.info/cachedir.
const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time: saksama check fills it anew.\n";
/// Keeps a cache inside a repository out of it.
const IGNORE: &str = ".gitignore";

/// The folder that the environment names.
pub fn named_folder() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).filter(|named| !named.is_empty()).map(PathBuf::from)
}

/// Where the cache lies when nobody says it.
///
/// Beside all of a user's other caches: entries depend on no path, so that all copies of a site share them, and no folder
/// of articles gets a file that nobody put there.
pub fn default_folder() -> Option<PathBuf> {
    let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(strategy.cache_dir().join("saksama"))
}

/// Makes the folder of a cache, where it is not there yet.
///
/// # Errors
/// When it cannot be made.
pub fn prepare(folder: &Path) -> io::Result<()> {
    if folder.join(TAG).exists() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join(IGNORE), "*\n")?;
    fs::write(folder.join(TAG), TAG_TEXT)
}

/// Deletes the cache in `folder` and nothing else that lies there; how many bytes that were.
///
/// # Errors
/// When something cannot be deleted.
pub fn clean(folder: &Path) -> io::Result<u64> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(error) => return Err(error),
    };
    let mut bytes = 0;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == EXTENSION) {
            bytes += fs::metadata(&path)?.len();
            fs::remove_file(&path)?;
        }
    }
    let is_ours = fs::read_to_string(folder.join(TAG)).is_ok_and(|text| text == TAG_TEXT);
    if is_ours {
        fs::remove_file(folder.join(TAG))?;
        if fs::read_to_string(folder.join(IGNORE)).is_ok_and(|text| text == "*\n") {
            fs::remove_file(folder.join(IGNORE))?;
        }
        // Something of somebody else's may lie there, too.
        let _others = fs::remove_dir(folder);
    }
    Ok(bytes)
}
