//! Every way to take the affixes off a word, with the sound changes undone; knows no lexicon.

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::sound::{is_monosyllable, is_plain_doer, is_vowel, keeps_first, loses_r};

/// One way to take a word apart. The root is `head` and `rest` together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stem<'a> {
    pub affixes: Affixes,
    /// A first letter that the prefix had swallowed, or nothing.
    pub head: &'static str,
    pub rest: &'a str,
    pub change: Change,
}

impl Stem<'_> {
    /// The root, written into `buffer`.
    pub fn root<'b>(&self, buffer: &'b mut [u8; LONGEST + 2]) -> &'b str {
        let (head, rest) = (self.head.len(), self.rest.len());
        buffer[..head].copy_from_slice(self.head.as_bytes());
        buffer[head..head + rest].copy_from_slice(self.rest.as_bytes());
        std::str::from_utf8(&buffer[..head + rest]).unwrap_or_default()
    }
}

/// How the sound changes from the root to the word stand to the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// As the rules have it.
    Regular,
    /// Right for some words, which have to be listed: *petenis*.
    Lexical,
    /// Against the rules: *mengkoordinasi, mencat, bercermin*.
    Wrong,
}

const fn right(is_right: bool) -> Change {
    if is_right { Change::Regular } else { Change::Wrong }
}

/// Longest root that is looked at, in bytes; longer ones are no words.
pub(super) const LONGEST: usize = 40;

/// Calls `visit` with every way to take `form` apart, the untouched form first.
pub(super) fn each_stem<'a>(form: &'a str, visit: &mut dyn FnMut(Stem<'a>)) {
    if form.len() > LONGEST || !form.is_ascii() {
        return visit(Stem { affixes: Affixes::NONE, head: "", rest: form, change: Change::Regular });
    }
    each_ending(form, &mut |affixes, base| each_prefix(affixes, base, visit));
}

/// Particles, clitics and suffixes, in all orders that the language has.
fn each_ending<'a>(form: &'a str, visit: &mut dyn FnMut(Affixes, &'a str)) {
    for (particle, rest) in [Some((Particle::None, form)), particle(form)].into_iter().flatten() {
        for (clitic, rest) in [Some((Clitic::None, rest)), clitic(rest)].into_iter().flatten() {
            let mut found = |suffix: Suffix, base: &'a str| {
                visit(Affixes { prefix: Prefix::None, suffix, clitic, particle }, base);
            };
            found(Suffix::None, rest);
            match rest.as_bytes() {
                [.., b'k', b'a', b'n'] => {
                    cut(rest, 3, 3).inspect(|base| found(Suffix::Kan, base));
                    cut(rest, 2, 3).inspect(|base| found(Suffix::An, base));
                }
                [.., b'a', b'n'] => {
                    cut(rest, 2, 3).inspect(|base| found(Suffix::An, base));
                }
                // After *-i* no root ends in i: *rapii* is not a word.
                [.., b'i', b'i'] => {}
                [.., b'i'] => {
                    cut(rest, 1, 3).inspect(|base| found(Suffix::I, base));
                }
                _ => {}
            }
        }
    }
}

/// The particle that a form ends in, and the form without it.
fn particle(form: &str) -> Option<(Particle, &str)> {
    let particle = match form.as_bytes() {
        [.., b'l', b'a', b'h'] => Particle::Lah,
        [.., b'k', b'a', b'h'] => Particle::Kah,
        [.., b'p', b'u', b'n'] => Particle::Pun,
        [.., b't', b'a', b'h'] => Particle::Tah,
        _ => return None,
    };
    Some((particle, cut(form, 3, 2)?))
}

/// The clitic that a form ends in, and the form without it.
fn clitic(form: &str) -> Option<(Clitic, &str)> {
    let (clitic, length) = match form.as_bytes() {
        [.., b'n', b'y', b'a'] => (Clitic::Nya, 3),
        [.., b'k', b'u'] => (Clitic::Ku, 2),
        [.., b'm', b'u'] => (Clitic::Mu, 2),
        _ => return None,
    };
    Some((clitic, cut(form, length, 2)?))
}

/// `form` without its last `length` bytes, if at least `least` bytes stay.
fn cut(form: &str, length: usize, least: usize) -> Option<&str> {
    form.get(..form.len().checked_sub(length)?).filter(|rest| rest.len() >= least)
}

fn each_prefix<'a>(affixes: Affixes, base: &'a str, visit: &mut dyn FnMut(Stem<'a>)) {
    let mut found = |prefix: Prefix, head: &'static str, rest: &'a str, change: Change| {
        if head.len() + rest.len() >= 2 {
            visit(Stem { affixes: Affixes { prefix, ..affixes }, head, rest, change });
        }
    };
    found(Prefix::None, "", base, Change::Regular);
    match base.as_bytes() {
        [b'm', b'e', ..] => each_me(base, &mut found),
        [b'p', b'e', ..] => each_pe(base, &mut found),
        [b'd', b'i', ..] => each_di(&base[2..], &mut found),
        [b'b', b'e', ..] => each_r(Prefix::Ber, &base[2..], &mut found),
        [b't', b'e', ..] => each_ter(&base[2..], &mut found),
        [b'k', b'e', ..] => found(Prefix::Ke, "", &base[2..], Change::Regular),
        [b's', b'e', ..] => found(Prefix::Se, "", &base[2..], Change::Regular),
        [b'k', b'u', ..] => found(Prefix::Ku, "", &base[2..], Change::Regular),
        [b'k', b'a', b'u', ..] => found(Prefix::Kau, "", &base[3..], Change::Regular),
        _ => {}
    }
}

type Found<'a, 'f> = &'f mut dyn FnMut(Prefix, &'static str, &'a str, Change);

fn each_di<'a>(rest: &'a str, found: Found<'a, '_>) {
    found(Prefix::Di, "", rest, Change::Regular);
    if let Some(rest) = rest.strip_prefix("pe") {
        each_r(Prefix::Diper, rest, found);
    }
}

fn each_ter<'a>(rest: &'a str, found: Found<'a, '_>) {
    each_r(Prefix::Ter, rest, found);
    if let Some(rest) = rest.strip_prefix("rpe") {
        each_r(Prefix::Terper, rest, found);
    }
}

/// A prefix in *r*, of which `rest` is what follows its *e*.
fn each_r<'a>(prefix: Prefix, rest: &'a str, found: Found<'a, '_>) {
    if let Some(root) = rest.strip_prefix('r') {
        found(prefix, "", root, right(!loses_r(root) && root != "ajar"));
        found(prefix, "", rest, Change::Regular);
    } else if rest == "lajar" {
        found(prefix, "", &rest[1..], Change::Regular);
    } else if loses_r(rest) {
        found(prefix, "", rest, Change::Regular);
    }
}

fn each_me<'a>(base: &'a str, found: Found<'a, '_>) {
    each_nasal(Prefix::Me, &base[2..], found);
    if let Some(rest) = base.strip_prefix("mempe") {
        each_r(Prefix::Memper, rest, found);
    }
}

fn each_pe<'a>(base: &'a str, found: Found<'a, '_>) {
    each_nasal(Prefix::Pe, &base[2..], found);
    if base == "pelajar" {
        found(Prefix::PlainPe, "", &base[3..], Change::Regular);
    }
    each_r(Prefix::Per, &base[2..], found);
}

/// *meN-* or *peN-*, of which `rest` is what follows its *e*.
fn each_nasal<'a>(prefix: Prefix, rest: &'a str, found: Found<'a, '_>) {
    let bytes = rest.as_bytes();
    let is_doer = prefix == Prefix::Pe;
    if let [b'l' | b'r' | b'w' | b'y' | b'm' | b'n', ..] = bytes {
        found(prefix, "", rest, right(!is_monosyllable(rest)));
    } else if is_doer {
        let change = if is_plain_doer(rest) { Change::Regular } else { Change::Lexical };
        found(Prefix::PlainPe, "", rest, change);
    }
    match bytes {
        [b'n', b'g', ..] => each_ng(prefix, &rest[2..], found),
        [b'n', b'y', after, ..] if is_vowel(*after) => {
            found(prefix, "s", &rest[2..], right(!is_closed_syllable(&rest[2..])));
            if is_doer && rest.starts_with("nyair") {
                found(prefix, "sy", &rest[2..], Change::Lexical);
            }
        }
        [b'n', after, ..] => {
            let root = &rest[1..];
            match after {
                b'd' | b'c' | b'j' | b'z' => found(prefix, "", root, right(!is_monosyllable(root))),
                b't' | b's' => found(prefix, "", root, right(keeps(root))),
                _ if is_vowel(*after) => found(prefix, "t", root, right(!is_closed_syllable(root))),
                _ => {}
            }
        }
        [b'm', after, ..] => {
            let root = &rest[1..];
            match after {
                b'b' | b'f' | b'v' => found(prefix, "", root, right(!is_monosyllable(root))),
                b'p' => found(prefix, "", root, right(keeps(root) && !is_doer)),
                b'r' | b'l' if is_doer => found(prefix, "p", root, Change::Regular),
                _ if is_vowel(*after) => found(prefix, "p", root, right(!is_closed_syllable(root))),
                _ => {}
            }
        }
        _ => {}
    }
}

/// Whether a root that lost its first letter had one syllable and so should have taken *menge-*.
fn is_closed_syllable(rest: &str) -> bool {
    rest.len() <= 4 && rest.bytes().filter(|byte| is_vowel(*byte)).count() == 1
}

/// Whether *k p s t* at the start of the root rightly stays after a nasal.
fn keeps(root: &str) -> bool {
    let bytes = root.as_bytes();
    bytes.len() > 1 && !is_vowel(bytes[1]) || keeps_first(root)
}

/// *meng-* and *menge-*, of which `root` is what follows the *ng*.
fn each_ng<'a>(prefix: Prefix, root: &'a str, found: Found<'a, '_>) {
    let Some(first) = root.bytes().next() else { return };
    if is_vowel(first) {
        found(prefix, "", root, Change::Regular);
        found(prefix, "k", root, Change::Regular);
    } else {
        let is_right = match first {
            b'k' => keeps(root),
            b'g' | b'h' | b'q' => !is_monosyllable(root),
            _ => false,
        };
        found(prefix, "", root, right(is_right));
    }
    if let Some(short) = root.strip_prefix('e').filter(|short| is_monosyllable(short)) {
        found(prefix, "", short, Change::Regular);
    }
}

/// Every way to take affixes off `form`, the sound changes undone, the roots not looked up.
///
/// Also undoes what the standard does not do: *mengkoordinasikan* gives *koordinasi*. The first one is
/// the form itself.
pub fn stems(form: &str) -> Vec<(Affixes, String)> {
    let mut stems = Vec::new();
    each_stem(form, &mut |stem| stems.push((stem.affixes, [stem.head, stem.rest].concat())));
    stems
}
