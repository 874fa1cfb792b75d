//! What keeps a file from being checked or written, in words.

use std::io;
use std::path::Path;

use super::cause::Cause;
use crate::format::encoding::Unreadable;
use crate::report::Skipped;
use crate::rule::Lang;

/// Why a file was not checked, or not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is nothing at the path.
    Missing,
    /// It may not be read.
    Forbidden,
    /// It cannot be read, for this reason.
    Unreadable(Cause),
    /// Its bytes are no text.
    Undecodable(Unreadable),
    /// The configuration excludes it.
    Excluded,
    /// The program failed on it.
    Internal,
    /// It became another while it was checked.
    Changed,
    /// It may only be read.
    ReadOnly,
    /// It cannot be written, for this reason.
    Unwritable(Cause),
    /// It is no file that can be replaced, such as a pipe.
    NoFile,
}

/// The trouble of an error in reading.
pub fn unreadable(error: &io::Error) -> Trouble {
    match error.kind() {
        io::ErrorKind::NotFound => Trouble::Missing,
        io::ErrorKind::PermissionDenied => Trouble::Forbidden,
        _ => Trouble::Unreadable(error.into()),
    }
}

impl Trouble {
    /// The trouble as reports list it.
    pub fn skipped(&self, path: &Path, lang: Lang) -> Skipped {
        Skipped {
            path: path.display().to_string(),
            reason: self.reason(),
            message: self.message(lang),
            is_failure: self.is_failure(),
        }
    }

    /// Whether the work could not be done; a binary or an excluded file is not work.
    const fn is_failure(&self) -> bool {
        !matches!(self, Self::Excluded | Self::Undecodable(Unreadable::Binary { .. }))
    }

    const fn reason(&self) -> &'static str {
        match self {
            Self::Missing => "not-found",
            Self::Forbidden | Self::Unreadable(_) => "unreadable",
            Self::Undecodable(Unreadable::InvalidUtf8 { .. }) => "invalid-utf8",
            Self::Undecodable(Unreadable::InvalidUtf16 { .. }) => "invalid-utf16",
            Self::Undecodable(Unreadable::Binary { .. }) => "binary",
            Self::Undecodable(Unreadable::TooLarge) => "too-large",
            Self::Excluded => "excluded",
            Self::Internal => "internal-error",
            Self::Changed => "changed",
            Self::ReadOnly | Self::NoFile | Self::Unwritable(_) => "not-written",
        }
    }

    fn message(&self, lang: Lang) -> String {
        let fixed = |id: &str, en: &str| lang.pick(id, en).to_owned();
        match self {
            Self::Missing => fixed("tidak ada berkas atau folder dengan nama ini", "no file or folder of this name"),
            Self::Forbidden => fixed("tidak boleh dibaca: izin ditolak", "may not be read: permission denied"),
            Self::Unreadable(why) => {
                format!("{}: {}", lang.pick("tidak dapat dibaca", "cannot be read"), why.words(lang))
            }
            Self::Undecodable(why) => undecodable(why, lang),
            Self::Excluded => fixed("dikecualikan oleh konfigurasi", "excluded by the configuration"),
            Self::Internal => fixed(
                "kesalahan di dalam saksama; berkas ini dilewati, mohon laporkan",
                "an error inside saksama; this file is skipped, please report it",
            ),
            Self::Changed => fixed(
                "berubah sejak dibaca; dibiarkan seperti adanya, jalankan sekali lagi",
                "changed since it was read; left as it is, run once more",
            ),
            Self::ReadOnly => fixed("hanya dapat dibaca; tidak ditulis", "read-only; not written"),
            Self::NoFile => fixed("bukan berkas biasa; tidak ditulis", "not a regular file; not written"),
            Self::Unwritable(why) => {
                format!("{}: {}", lang.pick("tidak dapat ditulis", "cannot be written"), why.words(lang))
            }
        }
    }
}

fn undecodable(why: &Unreadable, lang: Lang) -> String {
    match (why, lang) {
        (Unreadable::InvalidUtf8 { offset }, Lang::Id) => format!(
            "bukan UTF-8 yang sah pada bita ke-{offset} (dihitung dari 0); simpan ulang sebagai UTF-8, \
             misalnya dengan: iconv -f WINDOWS-1252 -t UTF-8"
        ),
        (Unreadable::InvalidUtf8 { offset }, Lang::En) => format!(
            "invalid UTF-8 at byte {offset} (counted from 0); save it as UTF-8, \
             for instance with: iconv -f WINDOWS-1252 -t UTF-8"
        ),
        (Unreadable::InvalidUtf16 { offset }, Lang::Id) => {
            format!("bukan UTF-16 yang sah pada bita ke-{offset} (dihitung dari 0); simpan ulang sebagai UTF-8")
        }
        (Unreadable::InvalidUtf16 { offset }, Lang::En) => {
            format!("invalid UTF-16 at byte {offset} (counted from 0); save it as UTF-8")
        }
        (Unreadable::Binary { offset }, Lang::Id) => format!("berkas biner (NUL pada bita ke-{offset}); dilewati"),
        (Unreadable::Binary { offset }, Lang::En) => format!("binary file (NUL at byte {offset}); skipped"),
        (Unreadable::TooLarge, Lang::Id) => "terlalu besar: 4 GiB atau lebih".to_owned(),
        (Unreadable::TooLarge, Lang::En) => "too large: 4 GiB or more".to_owned(),
    }
}
