//! Replacing a file by its fixed text: all of it or nothing of it.

use std::fs::{self, Metadata};
use std::io::Write as _;
use std::path::Path;

use tempfile::Builder;

use super::trouble::Trouble;

/// Replaces the content of the file at `path`, which was `old` when it was read, by `new`.
///
/// The new content is written beside the file and then takes its place, with its permissions and owner. A symbolic
/// link stays, and the file it leads to is replaced. Other hard links to the file keep the old content.
///
/// # Errors
/// Why the file was left as it was.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Trouble> {
    let failed = |error: std::io::Error| Trouble::Unwritable((&error).into());
    let target = path.canonicalize().map_err(failed)?;
    let metadata = fs::metadata(&target).map_err(failed)?;
    if !metadata.is_file() {
        return Err(Trouble::NoFile);
    }
    if metadata.permissions().readonly() {
        return Err(Trouble::ReadOnly);
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut fresh = Builder::new().prefix(".saksama-").tempfile_in(folder).map_err(failed)?;
    fresh.write_all(new).map_err(failed)?;
    keep_owner(fresh.as_file(), &metadata);
    fresh.as_file().set_permissions(metadata.permissions()).map_err(failed)?;
    fresh.as_file().sync_all().map_err(failed)?;
    if fs::read(&target).map_err(failed)? != old {
        return Err(Trouble::Changed);
    }
    fresh.persist(&target).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Gives `file` the owner and group in `metadata`, as far as the user may.
#[cfg(unix)]
fn keep_owner(file: &fs::File, metadata: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let is_same = file.metadata().is_ok_and(|own| (own.uid(), own.gid()) == (metadata.uid(), metadata.gid()));
    if !is_same {
        // Only the superuser may always do this; a file of our own is the next best.
        let _best_effort = fchown(file, Some(metadata.uid()), Some(metadata.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_file: &fs::File, _metadata: &Metadata) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder can be made")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_only_while_it_is_what_was_read() {
        let folder = folder();
        let path = folder.path().join("a.md");
        fs::write(&path, "lama").expect("writable");
        assert_eq!(replace(&path, b"lama", b"baru"), Ok(()));
        assert_eq!(fs::read(&path).expect("readable"), b"baru");
        assert_eq!(replace(&path, b"lama", b"lain"), Err(Trouble::Changed));
        assert_eq!(fs::read(&path).expect("readable"), b"baru");
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = folder();
        let (path, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&path, "lama").expect("writable");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("ours");
        symlink("a.md", &link).expect("links can be made");
        assert_eq!(replace(&link, b"lama", b"baru"), Ok(()));
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&path).expect("readable"), b"baru");
        let mode = || fs::metadata(&path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(), 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("ours");
        assert_eq!(replace(&path, b"baru", b"lain"), Err(Trouble::ReadOnly));
        assert_eq!((fs::read(&path).expect("readable").as_slice(), mode()), (b"baru".as_slice(), 0o444));
    }

    #[test]
    fn a_file_that_is_gone_is_told() {
        let path = folder().path().join("a.md");
        assert!(matches!(replace(&path, b"", b"baru"), Err(Trouble::Unwritable(_))));
    }
}
