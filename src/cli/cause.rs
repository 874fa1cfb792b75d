//! Why the system refused to read or write, in words.

use std::io;

use crate::rule::Lang;

/// What the system answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    kind: io::ErrorKind,
    text: String,
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), text: error.to_string() }
    }
}

impl Cause {
    /// The cause in `lang`; an unusual one in the words of the system.
    pub fn words(&self, lang: Lang) -> String {
        let (id, en) = match self.kind {
            io::ErrorKind::NotFound => {
                ("tidak ada berkas atau folder dengan nama ini", "no file or folder of this name")
            }
            io::ErrorKind::PermissionDenied => ("izin ditolak", "permission denied"),
            io::ErrorKind::IsADirectory => ("ini folder, bukan berkas", "this is a folder, not a file"),
            io::ErrorKind::NotADirectory => ("ini berkas, bukan folder", "this is a file, not a folder"),
            io::ErrorKind::StorageFull => ("tempat penyimpanan penuh", "the disk is full"),
            io::ErrorKind::ReadOnlyFilesystem => ("media ini hanya dapat dibaca", "this medium is read-only"),
            _ => return self.text.clone(),
        };
        lang.pick(id, en).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_causes_are_told_in_both_languages() {
        let words = |kind, lang| Cause::from(&io::Error::from(kind)).words(lang);
        assert_eq!(words(io::ErrorKind::PermissionDenied, Lang::Id), "izin ditolak");
        assert_eq!(words(io::ErrorKind::PermissionDenied, Lang::En), "permission denied");
        let unusual = io::Error::other("xyzzy");
        assert_eq!(Cause::from(&unusual).words(Lang::Id), "xyzzy");
    }
}
