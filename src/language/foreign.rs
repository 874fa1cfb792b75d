//! English words of Indonesian articles: what takes affixes (*di-upload*), and what Indonesian has instead.

use super::affix::{Affixes, Prefix};
use super::{lexicon, morphology};

include!(concat!(env!("OUT_DIR"), "/foreign.rs"));

/// A foreign verb that takes Indonesian affixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verb {
    /// What takes the affixes in Indonesian: *unggah* for *upload*, *bagikan* for *share*; a second word keeps its place.
    stem: &'static str,
    /// Whether the word is a noun as well, before which *di* may be the preposition: *di link itu*.
    pub is_place: bool,
}

impl Verb {
    /// The Indonesian verb with this prefix: *diunggah*, *mengunggah*, *memperbarui*.
    pub fn own(&self, prefix: Prefix) -> String {
        let (head, tail) = self.stem.split_once(' ').map_or((self.stem, ""), |(head, tail)| (head, tail));
        let head = match head.strip_prefix("per") {
            Some(rest) if prefix == Prefix::Me && !is_root(head) => {
                morphology::generate(rest, Affixes { prefix: Prefix::Memper, ..Affixes::NONE })
            }
            _ => morphology::generate(head, Affixes { prefix, ..Affixes::NONE }),
        };
        if tail.is_empty() { head } else { format!("{head} {tail}") }
    }
}

/// Whether the spelling of a word is one that Indonesian does not have: *byte*, *proxy*, *thread*.
pub fn is_spelt_foreign(form: &str) -> bool {
    let has_strange_y = || {
        let letters = form.as_bytes();
        letters.iter().enumerate().any(|(at, letter)| {
            *letter == b'y' && !letters.get(at + 1).is_some_and(|next| super::sound::is_vowel(*next))
        })
    };
    ["x", "q", "ck", "th", "ph", "ee", "oo"].iter().any(|letters| form.contains(letters)) || has_strange_y()
}

fn is_root(word: &str) -> bool {
    lexicon::entry(word).is_some_and(lexicon::Entry::is_root)
}

/// The foreign verb that a form in lower case is.
pub fn verb(form: &str) -> Option<Verb> {
    find(VERBS, form)
}

/// What Indonesian has for a foreign word in lower case that stands alone.
pub fn own_term(form: &str) -> Option<&'static str> {
    find(TERMS, form)
}

/// A form in lower case that joins an affix to a foreign verb without a hyphen (*diupload*, *ngeshare*): prefix and verb in
/// their bytes, and the verb.
pub fn joined(form: &str) -> Option<(Prefix, usize, Verb)> {
    // Most forms begin with none of the prefixes.
    let (b"di" | b"me" | b"ng") = form.as_bytes().first_chunk()? else { return None };
    PREFIXES.iter().find_map(|&(text, prefix)| Some((prefix, text.len(), verb(form.strip_prefix(text)?)?)))
}

const PREFIXES: &[(&str, Prefix)] = &[
    ("di", Prefix::Di),
    ("menge", Prefix::Me),
    ("meng", Prefix::Me),
    ("men", Prefix::Me),
    ("mem", Prefix::Me),
    ("me", Prefix::Me),
    ("nge", Prefix::Me),
    ("ng", Prefix::Me),
];

fn find<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table.binary_search_by_key(&key, |(word, _)| word).ok().map(|at| table[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_get_their_own_affixes() {
        let own = |form: &str| joined(form).map(|(prefix, _, verb)| verb.own(prefix));
        let cases = [
            ("diupload", "diunggah"),
            ("mendownload", "mengunduh"),
            ("ngeshare", "membagikan"),
            ("mengupdate", "memperbarui"),
            ("diupdate", "diperbarui"),
            ("mereview", "mengulas"),
            ("direschedule", "dijadwalkan ulang"),
            ("merepair", "memperbaiki"),
        ];
        for (form, right) in cases {
            assert_eq!(own(form).as_deref(), Some(right), "{form}");
        }
        assert!(own("dimakan").is_none() && own("di").is_none());
    }
}
