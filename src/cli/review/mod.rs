//! The command `review`: one finding at a time, and what is to become of it.

mod article;
mod card;
mod decisions;
mod desk;
mod keys;
mod session;
mod step;
mod terminal;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::arguments::{self, Review};
use super::cause::Cause;
use super::files::{find, find_here};
use super::known::{self, Baselines};
use super::outcome::{Outcome, Stop};
use super::output::{palette, say};
use super::plan::chosen;
use crate::report::visible;
use crate::rule::Lang;

use card::Cards;
use decisions::{Decisions, NAME};
use desk::Desk;
use session::Session;
use step::{Deed, Step};
use terminal::Terminal;

/// Reviews what `typed` names.
///
/// # Errors
/// When a configuration is wrong, or the decision file cannot be read.
pub fn review(typed: &Review, lang: Option<arguments::Lang>, color: arguments::When) -> Result<Outcome, Stop> {
    let (choice, command_line) = chosen(&typed.selection, lang);
    let desk = Desk::new(choice, command_line);
    let here = typed.paths.is_empty();
    let found = if here { find_here(&desk.configurations)? } else { find(&typed.paths, &desk.configurations)? };
    desk.configurations.asked_for()?;
    let lang = match (lang, found.files.first()) {
        (None, Some(first)) => desk.configurations.profile(first)?.rules.lang(),
        _ => super::lang(lang),
    };
    let mut has_failed = false;
    for (path, trouble) in &found.troubles {
        let skipped = trouble.skipped(path, lang);
        has_failed |= skipped.is_failure;
        say(&format!("saksama: {}: {}", visible(&skipped.path), visible(&skipped.message)));
    }
    if found.files.is_empty() && !has_failed {
        say(lang.pick("saksama: tidak ada berkas yang cocok", "saksama: no file matched"));
    }
    let baseline = known::Choice::of(typed.baseline.as_deref(), typed.no_baseline);
    let mut baselines = Baselines::new(&desk.configurations, &baseline);
    let mut standings = HashMap::new();
    for path in &found.files {
        standings.extend(baselines.standing(path)?.map(|standing| (path.clone(), standing)));
    }
    let baselines = baselines.into_listed();
    let file = typed.decisions.clone().unwrap_or_else(|| PathBuf::from(NAME));
    let mut session = Session {
        decisions: read(&file, lang)?,
        root: folder_of(&file),
        baselines,
        standings,
        desk,
        files: found.files,
        terminal: Terminal::new(),
        cards: Cards { lang, palette: palette(color) },
        steps: Vec::new(),
        has_failed,
    };
    greet(&mut session, &file, typed.again);
    let is_done = session.run()?;
    session.say(&farewell(&session.steps, is_done, lang));
    Ok(match (session.has_failed, is_done) {
        (true, _) => Outcome::Impossible,
        (false, true) => Outcome::Clean,
        (false, false) => Outcome::Findings,
    })
}

fn read(file: &Path, lang: Lang) -> anyhow::Result<Decisions> {
    Decisions::read(file).map_err(|error| {
        let cannot = lang.pick("tidak dapat dibaca", "cannot be read");
        anyhow::anyhow!("{}: {cannot}: {}", file.display(), Cause::from(&error).words(lang))
    })
}

/// The folder that `file` lies in, without links.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// Says what is known from earlier reviews, or forgets it where it is to be asked again.
fn greet(session: &mut Session, file: &Path, again: bool) {
    let (lang, name) = (session.cards.lang, file.display());
    for line in &session.decisions.unread {
        session.say(&match lang {
            Lang::Id => format!("{name}:{line}: baris ini tidak dapat dibaca; diabaikan"),
            Lang::En => format!("{name}:{line}: this line cannot be read; it is left out"),
        });
    }
    if again {
        session.decisions.forget();
    }
    let known = session.decisions.len();
    if known > 0 {
        session.say(&match lang {
            Lang::Id => {
                format!("{known} yang pernah dilewati tidak ditanyakan lagi ({name}; --again menanyakannya lagi).")
            }
            Lang::En => format!("{known} skipped before are not asked again ({name}; --again asks about them)."),
        });
    }
}

/// What the review came to, in a line.
fn farewell(steps: &[Step], is_done: bool, lang: Lang) -> String {
    let count = |deed| steps.iter().filter(|step| step.deed == deed).count();
    let mut parts = Vec::new();
    for (deed, id, en) in [
        (Deed::Mended, "diperbaiki", "mended"),
        (Deed::Skipped, "dilewati", "skipped"),
        (Deed::Ignored, "diabaikan", "ignored"),
        (Deed::Accepted, "kata diterima", "words accepted"),
    ] {
        let count = count(deed);
        if count > 0 {
            parts.push(format!("{count} {}", lang.pick(id, en)));
        }
    }
    let what = if parts.is_empty() {
        lang.pick("tidak ada yang diubah", "nothing was changed").to_owned()
    } else {
        parts.join(", ")
    };
    let end = match is_done {
        true => lang.pick("Selesai", "Done"),
        false => lang.pick(
            "Berhenti di sini; jalankan perintah yang sama untuk melanjutkan",
            "Stopped here; run the same command to go on",
        ),
    };
    format!("{end}: {what}.")
}
