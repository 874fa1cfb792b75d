//! One review from the first file to the last: what is asked, and what becomes of the answers.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::article::{Article, Written, moved};
use super::card::{Cards, FIXES};
use super::decisions::{Decision, Decisions};
use super::desk::Desk;
use super::keys::{self, Answer};
use super::step::{Deed, Step};
use super::terminal::Terminal;
use crate::cli::configuration::Problem;
use crate::cli::dictionary::{self, Added};
use crate::cli::known::{Listed, Standing};
use crate::cli::trouble::Trouble;
use crate::diagnostic::Diagnostic;
use crate::report::{page, visible};
use crate::rule::{Lang, catalog};
use crate::text::{Edit, Span};

/// A review under way.
pub struct Session {
    /// What it judges with.
    pub desk: Desk,
    /// What is reviewed, in this order.
    pub files: Vec<PathBuf>,
    /// What has been decided, today and before.
    pub decisions: Decisions,
    /// The baselines that govern the files.
    pub baselines: Vec<Listed>,
    /// Where the files stand in them.
    pub standings: HashMap<PathBuf, Standing>,
    /// The folder of the decision file, without links.
    pub root: PathBuf,
    /// Whom it asks.
    pub terminal: Terminal,
    /// How findings are shown.
    pub cards: Cards,
    /// What was answered, the last at the end.
    pub steps: Vec<Step>,
    /// Whether some file could not be reviewed.
    pub has_failed: bool,
}

/// What comes next.
pub enum Turn {
    /// The next finding of the same file.
    Same,
    /// The next file.
    Next,
    /// An earlier file.
    Back(usize),
    /// Nothing: the review is broken off.
    Over,
}

impl Session {
    /// Asks about all findings of all files; whether it came to the end.
    ///
    /// # Errors
    /// When a configuration is wrong.
    pub fn run(&mut self) -> Result<bool, Problem> {
        let mut at = 0;
        loop {
            let turn = if at < self.files.len() { self.review(at)? } else { self.last_word() };
            match turn {
                Turn::Same => {}
                Turn::Next if at >= self.files.len() => return Ok(true),
                Turn::Next => at += 1,
                Turn::Back(file) => at = file,
                Turn::Over => return Ok(false),
            }
        }
    }

    const fn lang(&self) -> Lang {
        self.cards.lang
    }

    /// Shows a line.
    pub fn say(&self, line: &str) {
        self.terminal.show(&format!("{}\n", visible(line)));
    }

    fn tell(&mut self, path: &Path, trouble: &Trouble) {
        let skipped = trouble.skipped(path, self.lang());
        self.has_failed |= skipped.is_failure;
        self.say(&format!("{}: {}", skipped.path, skipped.message));
    }

    /// Asks about one file until nothing in it is left open.
    fn review(&mut self, file: usize) -> Result<Turn, Problem> {
        let path = self.files[file].clone();
        let opened = Article::open(&path, self.desk.linter(&path)?);
        let mut article = match opened {
            Ok(article) => article,
            Err(trouble) => {
                self.tell(&path, &trouble);
                return Ok(Turn::Next);
            }
        };
        loop {
            match article.refresh(self.desk.linter(&path)?) {
                Ok(false) => {}
                Ok(true) => self.say_changed(&path),
                Err(trouble) => {
                    self.tell(&path, &trouble);
                    return Ok(Turn::Next);
                }
            }
            let open = self.open(&article);
            let Some(&first) = open.first() else { return Ok(Turn::Next) };
            self.show(file, &article, &article.found[first], open.len());
            let finding = article.found[first].clone();
            match self.ask(file, &mut article, &finding)? {
                Turn::Same => {}
                turn => return Ok(turn),
            }
        }
    }

    fn say_changed(&self, path: &Path) {
        let changed = self
            .lang()
            .pick("berubah di luar tinjauan ini; dibaca ulang", "changed outside of this review; it was read again");
        self.say(&format!("{}: {changed}", path.display()));
    }

    /// The indices of the findings that are new to the baseline and that nothing has been decided about.
    fn open(&self, article: &Article) -> Vec<usize> {
        let path = self.path_of(article);
        let standing = self.standings.get(&article.path);
        let is_known = |finding: &Diagnostic| {
            standing.is_some_and(|it| self.baselines[it.baseline].known.knows(&it.path, finding.fingerprint))
        };
        let is_open =
            |finding: &Diagnostic| !self.decisions.holds(&path, &finding.rule, &finding.fingerprint.to_string());
        (0..article.found.len())
            .filter(|&index| !is_known(&article.found[index]) && is_open(&article.found[index]))
            .collect()
    }

    /// How the decision file names an article.
    fn path_of(&self, article: &Article) -> String {
        let whole = article.path.canonicalize().unwrap_or_else(|_| article.path.clone());
        let path = whole.strip_prefix(&self.root).unwrap_or(&whole);
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }

    fn show(&self, file: usize, article: &Article, finding: &Diagnostic, open: usize) {
        let (number, all) = (file + 1, self.files.len());
        let name = article.path.display();
        let head = match self.lang() {
            Lang::Id => format!("{name} · berkas {number} dari {all} · sisa {open} temuan"),
            Lang::En => format!("{name} · file {number} of {all} · {open} findings left"),
        };
        let rule = "─".repeat(self.terminal.width().saturating_sub(head.chars().count() + 4));
        self.terminal.show(&format!("\n── {} {rule}\n", visible(&head)));
        self.terminal.show(&self.cards.card(&article.source, finding));
    }

    /// Asks what is to become of `finding` until that is known.
    fn ask(&mut self, file: usize, article: &mut Article, finding: &Diagnostic) -> Result<Turn, Problem> {
        loop {
            let can = |answer| self.can(answer, article, finding);
            self.show_legend(&keys::legend(can, finding.fixes.len().min(FIXES), self.lang()));
            let Some(typed) = self.terminal.key() else { return Ok(Turn::Over) };
            match keys::answer(&typed, self.lang()) {
                Some(answer) if self.can(answer, article, finding) => {
                    if let Some(turn) = self.act(answer, file, article, finding)? {
                        return Ok(turn);
                    }
                }
                Some(_) => self.say(
                    self.lang()
                        .pick("Itu tidak dapat dilakukan pada temuan ini.", "That cannot be done with this finding."),
                ),
                None => self.say(self.lang().pick(
                    "Tombol ini tidak dikenal; ? menampilkan semuanya.",
                    "This key is not known; ? shows them all.",
                )),
            }
        }
    }

    /// Shows the keys in as many lines as they need.
    fn show_legend(&self, legend: &str) {
        let (mut line, width) = (String::new(), self.terminal.width());
        for part in legend.split("  ") {
            if !line.is_empty() && line.chars().count() + 2 + part.chars().count() > width {
                self.say(&line);
                line.clear();
            }
            line.push_str(if line.is_empty() { "" } else { "  " });
            line.push_str(part);
        }
        self.say(&line);
    }

    fn can(&self, answer: Answer, article: &Article, finding: &Diagnostic) -> bool {
        match answer {
            Answer::Accept => !finding.fixes.is_empty(),
            Answer::Choose(number) => number < finding.fixes.len().min(FIXES),
            Answer::AddWord => self.word(article, finding).is_some(),
            Answer::Undo => !self.steps.is_empty(),
            Answer::Explain => catalog::whole(&finding.rule).is_some(),
            _ => true,
        }
    }

    /// The word found, where accepting it would silence the finding.
    fn word(&self, article: &Article, finding: &Diagnostic) -> Option<String> {
        let profile = self.desk.configurations.profile(&article.path).ok()?;
        dictionary::word_of(profile.rules.rules(), finding, &article.source.text)
    }

    /// Does what was answered; `None` when it has to be asked again.
    fn act(
        &mut self,
        answer: Answer,
        file: usize,
        article: &mut Article,
        finding: &Diagnostic,
    ) -> Result<Option<Turn>, Problem> {
        match answer {
            Answer::Accept => self.write(file, article, &finding.fixes[0].edits, Deed::Mended),
            Answer::Choose(number) => self.write(file, article, &finding.fixes[number].edits, Deed::Mended),
            Answer::Edit => self.edit(file, article, finding),
            Answer::Skip => Ok(self.skip(file, article, &finding.rule, Some(finding.fingerprint.to_string()))),
            Answer::SkipRule => Ok(self.skip(file, article, &finding.rule, None)),
            Answer::Ignore => self.ignore(file, article, finding),
            Answer::AddWord => Ok(self.add_word(file, article, finding)),
            Answer::Undo => Ok(self.undo()),
            Answer::Quit => Ok(Some(Turn::Over)),
            Answer::Explain => {
                let rule = catalog::whole(&finding.rule);
                let shown = rule.map(|rule| page(&rule, self.lang(), self.cards.palette));
                self.terminal.show(&shown.unwrap_or_default());
                Ok(None)
            }
            Answer::Help => {
                self.terminal.show(&keys::help(self.lang()));
                Ok(None)
            }
        }
    }

    /// Makes `edits`. What was skipped stays skipped where its sentence is now another.
    fn write(
        &mut self,
        file: usize,
        article: &mut Article,
        edits: &[Edit],
        deed: Deed,
    ) -> Result<Option<Turn>, Problem> {
        let open = self.open(article);
        let skipped = article.found.iter().enumerate().filter(|(index, _)| !open.contains(index));
        let skipped: Vec<(String, Span)> =
            skipped.filter_map(|(_, finding)| Some((finding.rule.clone(), moved(finding.span, edits)?))).collect();
        match article.write(edits, self.desk.linter(&article.path)?) {
            Ok(written) => {
                let decided = self.carry(article, &skipped);
                self.steps.push(Step { file, deed, written: Some(written), decided });
                Ok(Some(Turn::Same))
            }
            // It is read again before the next question.
            Err(Trouble::Changed) => Ok(Some(Turn::Same)),
            Err(trouble) => {
                self.tell(&article.path, &trouble);
                Ok(Some(Turn::Same))
            }
        }
    }

    /// Decides anew upon what was `skipped` before and is now found under another fingerprint.
    fn carry(&mut self, article: &Article, skipped: &[(String, Span)]) -> Vec<Decision> {
        let path = self.path_of(article);
        let is_skipped =
            |finding: &Diagnostic| skipped.iter().any(|(rule, span)| *rule == finding.rule && *span == finding.span);
        let mut decided = Vec::new();
        for index in self.open(article) {
            let finding = &article.found[index];
            if is_skipped(finding) {
                let fingerprint = Some(finding.fingerprint.to_string());
                decided.extend(self.decide(&path, &finding.rule, fingerprint));
            }
        }
        decided
    }

    /// Writes a decision down, and returns it; says so where that is not possible.
    fn decide(&mut self, path: &str, rule: &str, fingerprint: Option<String>) -> Option<Decision> {
        let decision = Decision { path: path.to_owned(), rule: rule.to_owned(), fingerprint };
        match self.decisions.add(decision.clone()) {
            Ok(()) => Some(decision),
            Err(error) => {
                let trouble = Trouble::Unwritable((&error).into());
                self.tell(&self.root.join(super::decisions::NAME), &trouble);
                None
            }
        }
    }

    fn skip(&mut self, file: usize, article: &Article, rule: &str, fingerprint: Option<String>) -> Option<Turn> {
        let path = self.path_of(article);
        let decided = vec![self.decide(&path, rule, fingerprint)?];
        self.steps.push(Step { file, deed: Deed::Skipped, written: None, decided });
        Some(Turn::Same)
    }

    fn edit(&mut self, file: usize, article: &mut Article, finding: &Diagnostic) -> Result<Option<Turn>, Problem> {
        const LONG: usize = 200;
        let old = finding.span.of_text(&article.source.text).to_owned();
        let can_be_changed = old.len() <= LONG && !old.contains(['\n', '\r']) && visible(&old) == old;
        let lang = self.lang();
        let prompt = match (lang, can_be_changed) {
            (Lang::Id, true) => format!("Ganti “{old}” dengan"),
            (Lang::En, true) => format!("Write instead of “{old}”"),
            (Lang::Id, false) => "Ganti seluruh teks yang ditandai dengan".to_owned(),
            (Lang::En, false) => "Write instead of all that is marked".to_owned(),
        };
        let initial = if can_be_changed { old.as_str() } else { "" };
        let Some(new) = self.terminal.line(&prompt, initial).filter(|new| *new != old) else {
            self.say(lang.pick("Tidak ada yang diubah.", "Nothing was changed."));
            return Ok(None);
        };
        if new.is_empty() && !self.confirms_deletion() {
            return Ok(None);
        }
        self.write(file, article, &[Edit::replace(finding.span, new)], Deed::Mended)
    }

    fn confirms_deletion(&self) -> bool {
        self.say(
            self.lang().pick("Hapus teks yang ditandai? [y] ya  [n] tidak", "Delete the marked text? [y] yes  [n] no"),
        );
        self.terminal.key().is_some_and(|typed| typed.trim() == "y")
    }

    fn ignore(&mut self, file: usize, article: &mut Article, finding: &Diagnostic) -> Result<Option<Turn>, Problem> {
        let lang = self.lang();
        let reason = self.terminal.line(lang.pick("Alasan", "Reason"), "").unwrap_or_default();
        if reason.trim().is_empty() {
            self.say(lang.pick("Tanpa alasan, tidak ada yang diabaikan.", "Without a reason nothing is ignored."));
            return Ok(None);
        }
        let edit = article.silencing(finding, &reason, self.desk.linter(&article.path)?);
        let Some(edit) = edit else {
            self.say(lang.pick(
                "Tidak ada komentar yang meredam temuan ini saja; temuan ini masih dapat dilewati.",
                "No comment silences this finding alone; it can still be skipped.",
            ));
            return Ok(None);
        };
        self.write(file, article, &[edit], Deed::Ignored)
    }

    fn add_word(&mut self, file: usize, article: &mut Article, finding: &Diagnostic) -> Option<Turn> {
        let word = self.word(article, finding)?;
        let here = self.desk.configurations.here().to_owned();
        match dictionary::add(&here.join(&article.path), &here, &word) {
            Ok(Added { file: words, before, after }) => {
                self.say(&format!("{}: + {word}", words.display()));
                let written = Some(Written { path: words, before, after });
                self.steps.push(Step { file, deed: Deed::Accepted, written, decided: Vec::new() });
                self.desk.reload();
                // All that is known of the text was found without the word.
                Some(Turn::Back(file))
            }
            Err((path, trouble)) => {
                self.tell(&path, &trouble);
                None
            }
        }
    }

    fn undo(&mut self) -> Option<Turn> {
        let step = self.steps.pop()?;
        if let Err(trouble) = step.undo(&mut self.decisions) {
            let path = step.written.as_ref().map_or_else(|| self.root.clone(), |written| written.path.clone());
            self.tell(&path, &trouble);
            return Some(Turn::Same);
        }
        self.say(self.lang().pick("Jawaban terakhir ditarik kembali.", "The last answer is taken back."));
        if step.deed == Deed::Accepted {
            self.desk.reload();
        }
        Some(Turn::Back(step.file))
    }

    /// After the last finding: the last answer may still be taken back.
    fn last_word(&mut self) -> Turn {
        if self.steps.is_empty() {
            return Turn::Next;
        }
        let can = |answer| matches!(answer, Answer::Undo | Answer::Quit);
        self.say(self.lang().pick("Semua temuan sudah ditinjau.", "All findings have been reviewed."));
        self.show_legend(&keys::legend(can, 0, self.lang()));
        match self.terminal.key().and_then(|typed| keys::answer(&typed, self.lang())) {
            Some(Answer::Undo) => self.undo().unwrap_or(Turn::Next),
            _ => Turn::Next,
        }
    }
}
