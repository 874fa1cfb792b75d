//! Baselines that cannot be read, shown like mistakes in a configuration.

use std::io;
use std::path::Path;

use super::Problem;
use super::chain::shown;
use crate::baseline::Unreadable;
use crate::cli::cause::Cause;
use crate::config::Mistake;
use crate::rule::Lang;
use crate::text::Span;

/// The problem that the baseline in `file`, which has this text, is none.
pub fn broken_baseline(file: &Path, here: &Path, lang: Lang, (text, wrong): (&str, Unreadable)) -> Problem {
    let message = lang.pick("bukan baseline yang sah", "no valid baseline");
    let hint = lang.pick(
        "pulihkan berkas ini dari git, atau hapus lalu jalankan saksama baseline",
        "restore this file from git, or delete it and run saksama baseline",
    );
    let mistake =
        Mistake { span: wrong.span, message: format!("{message}: {}", wrong.reason), hint: Some(hint.to_owned()) };
    problem(file, here, lang, text, mistake)
}

/// The problem that the baseline in `file` cannot be read.
pub fn missing_baseline(file: &Path, here: &Path, lang: Lang, error: &io::Error) -> Problem {
    let message = lang.pick("baseline tidak dapat dibaca", "the baseline cannot be read");
    let hint = lang.pick("buat dengan saksama baseline", "make it with saksama baseline");
    let hint = (error.kind() == io::ErrorKind::NotFound).then(|| hint.to_owned());
    let message = format!("{}: {message}: {}", shown(file, here), Cause::from(error).words(lang));
    problem(file, here, lang, "", Mistake { span: Span::default(), message, hint })
}

fn problem(file: &Path, here: &Path, lang: Lang, text: &str, mistake: Mistake) -> Problem {
    let mut problem = Problem::new(lang);
    problem.add(&shown(file, here), text, vec![mistake]);
    problem
}
