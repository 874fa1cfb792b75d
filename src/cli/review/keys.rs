//! What may be answered, and the keys for it.

use crate::rule::Lang;

/// An answer to the question what is to become of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The first fix is right.
    Accept,
    /// The fix of this number, from 0, is right.
    Choose(usize),
    /// Something else is to be written.
    Edit,
    /// It stays, and is not asked again.
    Skip,
    /// It stays, and so does all that its rule finds in this file.
    SkipRule,
    /// A comment is to silence it.
    Ignore,
    /// The word is right, here and everywhere.
    AddWord,
    /// What was answered last was wrong.
    Undo,
    /// What does the rule ask for?
    Explain,
    /// Enough for today.
    Quit,
    /// What can be answered?
    Help,
}

/// One key with what it does, in one language.
struct Entry {
    answer: Answer,
    /// The key, and further ones that do the same.
    keys: &'static [char],
    /// Its name, which may be typed, too.
    name: &'static str,
    /// What it does, for the help.
    says: &'static str,
}

const fn entry(answer: Answer, keys: &'static [char], name: &'static str, says: &'static str) -> Entry {
    Entry { answer, keys, name, says }
}

const INDONESIAN: [Entry; 10] = [
    entry(Answer::Accept, &['t', 'y'], "terima", "terapkan perbaikan yang ditawarkan, atau yang pertama"),
    entry(Answer::Edit, &['u'], "ubah", "tulis sendiri penggantinya"),
    entry(Answer::Skip, &['l', 'n'], "lewati", "biarkan, dan jangan tanyakan lagi"),
    entry(Answer::SkipRule, &['L', 'N'], "lewati aturan", "biarkan semua temuan aturan ini di berkas ini"),
    entry(Answer::Ignore, &['a'], "abaikan", "tulis komentar peredam beserta alasannya ke dalam berkas"),
    entry(Answer::AddWord, &['k'], "kata", "terima kata ini di mana-mana (saksama.words.txt)"),
    entry(Answer::Undo, &['b'], "batalkan", "tarik kembali jawaban terakhir, juga yang sudah ditulis"),
    entry(Answer::Explain, &['j'], "jelaskan", "tampilkan kaidah dan contoh aturan ini"),
    entry(Answer::Quit, &['q'], "keluar", "berhenti; lain kali dilanjutkan dari sini"),
    entry(Answer::Help, &['?'], "bantuan", "tampilkan daftar ini"),
];

const ENGLISH: [Entry; 10] = [
    entry(Answer::Accept, &['a', 'y'], "accept", "apply the fix that is offered, or the first of them"),
    entry(Answer::Edit, &['e'], "edit", "type what is to be written instead"),
    entry(Answer::Skip, &['s', 'n'], "skip", "leave it, and do not ask again"),
    entry(Answer::SkipRule, &['S', 'N'], "skip rule", "leave all that this rule finds in this file"),
    entry(Answer::Ignore, &['i'], "ignore", "write a comment that silences it into the file, with a reason"),
    entry(Answer::AddWord, &['w'], "word", "accept this word everywhere (saksama.words.txt)"),
    entry(Answer::Undo, &['u'], "undo", "take the last answer back, what was written included"),
    entry(Answer::Explain, &['x'], "explain", "show the norm and examples of this rule"),
    entry(Answer::Quit, &['q'], "quit", "stop; the next review goes on from here"),
    entry(Answer::Help, &['?'], "help", "show this list"),
];

const fn entries(lang: Lang) -> &'static [Entry] {
    match lang {
        Lang::Id => &INDONESIAN,
        Lang::En => &ENGLISH,
    }
}

/// What `typed`, a key or a name, means; `None` when it means nothing.
pub fn answer(typed: &str, lang: Lang) -> Option<Answer> {
    let typed = typed.trim();
    if let Ok(number) = typed.parse::<usize>() {
        return number.checked_sub(1).map(Answer::Choose);
    }
    let mut characters = typed.chars();
    let key = characters.next().filter(|_| characters.next().is_none());
    let is_meant = |entry: &&Entry| key.is_some_and(|key| entry.keys.contains(&key)) || entry.name == typed;
    entries(lang).iter().find(is_meant).map(|entry| entry.answer)
}

/// What can be answered now, on one line: the keys in brackets, with their names.
pub fn legend(can: impl Fn(Answer) -> bool, choices: usize, lang: Lang) -> String {
    let mut parts = Vec::new();
    for entry in entries(lang).iter().filter(|entry| can(entry.answer)) {
        parts.push(format!("[{}] {}", entry.keys[0], entry.name));
        if entry.answer == Answer::Accept && choices > 1 {
            parts.push(format!("[1–{}] {}", choices.min(9), lang.pick("pilih", "choose")));
        }
    }
    parts.join("  ")
}

/// All keys, one a line, with what they do.
pub fn help(lang: Lang) -> String {
    let width = entries(lang).iter().map(|entry| entry.name.len()).max().unwrap_or(0);
    let line = |entry: &Entry| {
        let keys: Vec<String> = entry.keys.iter().map(char::to_string).collect();
        format!("  {:<5} {:<width$}  {}\n", keys.join(", "), entry.name, entry.says)
    };
    let choose = match lang {
        Lang::Id => format!("  {:<5} {:<width$}  terapkan perbaikan bernomor ini\n", "1–9", "pilih"),
        Lang::En => format!("  {:<5} {:<width$}  apply the fix of this number\n", "1–9", "choose"),
    };
    let (first, rest) = entries(lang).split_at(1);
    first.iter().map(line).chain([choose]).chain(rest.iter().map(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_names_mean_one_thing_each() {
        for lang in [Lang::Id, Lang::En] {
            for entry in entries(lang) {
                assert_eq!(answer(entry.name, lang), Some(entry.answer), "{}", entry.name);
                for key in entry.keys {
                    assert_eq!(answer(&key.to_string(), lang), Some(entry.answer), "{key}");
                }
            }
            for (typed, expected) in [("1", Some(Answer::Choose(0))), ("0", None), ("", None), ("z", None)] {
                assert_eq!(answer(typed, lang), expected, "{typed}");
            }
        }
        assert_eq!(answer("L", Lang::Id), Some(Answer::SkipRule));
        assert_eq!(answer("i", Lang::Id), None, "the key of another language");
    }

    #[test]
    fn only_what_can_be_answered_is_offered() {
        let can = |answer| matches!(answer, Answer::Accept | Answer::Quit | Answer::Help);
        assert_eq!(legend(can, 2, Lang::Id), "[t] terima  [1–2] pilih  [q] keluar  [?] bantuan");
        assert_eq!(legend(can, 1, Lang::En), "[a] accept  [q] quit  [?] help");
    }
}
