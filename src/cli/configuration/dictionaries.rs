//! Hunspell dictionaries that a configuration names, each read when the first text needs it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chain::{Named, shown};
use super::words::{Unreadable, text};
use super::{Kept, Problem, lock, plain};
use crate::cli::cache::Digest;
use crate::config::Mistake;
use crate::language::{BrokenHunspell, Hunspell, HunspellFile};
use crate::rule::Lang;
use crate::text::Span;

/// Dictionaries; what has been read once is kept.
#[derive(Default)]
pub(super) struct Dictionaries {
    read: Kept<PathBuf, Result<Dictionary, Trouble>>,
}

/// A dictionary, and the digest of its files.
type Dictionary = (Arc<Hunspell>, Digest);

/// What is wrong with a dictionary.
#[derive(Clone)]
enum Trouble {
    /// A file cannot be read: said where the dictionary is named.
    Missing(String),
    /// A file has a mistake: its path, its text, and the mistake.
    Broken(PathBuf, String, Mistake),
}

impl Dictionaries {
    /// The dictionaries that parts of a configuration name.
    pub(super) fn load(&self, named: &[Named<'_>], here: &Path, lang: Lang) -> Result<Vec<Dictionary>, Problem> {
        let mut problem = Problem::new(lang);
        let mut good = Vec::new();
        for name in named {
            let folder = name.file.parent().unwrap_or(Path::new(""));
            let base = plain(&folder.join(bare(&name.value.value)));
            let mut read = lock(&self.read);
            match read.entry(base).or_insert_with_key(|base| open(base, here, lang)) {
                Ok(dictionary) => good.push(dictionary.clone()),
                Err(Trouble::Missing(message)) => {
                    let mistake = Mistake { hint: Some(hint(lang)), ..Mistake::new(name.value.span, message.clone()) };
                    problem.add(&shown(name.file, here), name.text, vec![mistake]);
                }
                Err(Trouble::Broken(file, text, mistake)) => {
                    problem.add(&shown(file, here), text, vec![mistake.clone()]);
                }
            }
        }
        problem.into_result().map(|()| good)
    }
}

fn hint(lang: Lang) -> String {
    let id = "kamus hunspell terdiri atas dua berkas, NAMA.aff dan NAMA.dic; tulis NAMA di [words] hunspell";
    let en = "a hunspell dictionary is two files, NAME.aff and NAME.dic; write NAME under [words] hunspell";
    lang.pick(id, en).to_owned()
}

/// The path without the ending of either file.
fn bare(named: &str) -> &str {
    named.strip_suffix(".aff").or(named.strip_suffix(".dic")).unwrap_or(named)
}

fn open(base: &Path, here: &Path, lang: Lang) -> Result<Dictionary, Trouble> {
    let file = |end: &str| {
        let mut path = OsString::from(base);
        path.push(end);
        PathBuf::from(path)
    };
    let (affixes, words) = (file(".aff"), file(".dic"));
    let read = |file: &Path| {
        text(file, lang).map_err(|error| match error {
            Unreadable::Refused(reason) => {
                let cannot = lang.pick("kamus tidak dapat dibaca", "dictionary cannot be read");
                Trouble::Missing(format!("{cannot}: {}: {reason}", shown(file, here)))
            }
            Unreadable::Encoding(text, mistake) => Trouble::Broken(file.to_owned(), text, mistake),
        })
    };
    let (affix_text, word_text) = (read(&affixes)?, read(&words)?);
    let digest = Digest::of([affix_text.as_bytes(), word_text.as_bytes()]);
    Hunspell::parse(&affix_text, &word_text).map(|dictionary| (Arc::new(dictionary), digest)).map_err(|error| {
        match error.file {
            HunspellFile::Affixes => broken(affixes, affix_text, &error, lang),
            HunspellFile::Words => broken(words, word_text, &error, lang),
        }
    })
}

fn broken(file: PathBuf, text: String, error: &BrokenHunspell, lang: Lang) -> Trouble {
    let message = lang.pick("kamus hunspell rusak", "broken hunspell dictionary");
    let hint = lang.pick(
        "perbaiki baris itu atau ambil kembali kamusnya; tanpa kamus ini, hapus namanya dari [words] hunspell",
        "mend the line or fetch the dictionary anew; to do without it, delete its name under [words] hunspell",
    );
    let span = error.line.map_or(Span::default(), |line| line_span(&text, line));
    let mistake = Mistake { span, message: format!("{message}: {}", error.reason), hint: Some(hint.to_owned()) };
    // A text without a line would not show its file's name.
    let text = if text.is_empty() { "\n".to_owned() } else { text };
    Trouble::Broken(file, text, mistake)
}

/// Where the line stands, counted from 1.
fn line_span(text: &str, line: usize) -> Span {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    Span::of(start..start + text[start..].lines().next().map_or(0, str::len))
}
