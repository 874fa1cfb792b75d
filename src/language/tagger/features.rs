//! What the tagger looks at, as rows of the table of weights: every feature is hashed to one row.

use super::weights::ROWS;
use crate::language::lexicon::{Entry, Trust};
use crate::language::{Form, Shape, WordKind};

/// Where a form stands, as seen from the word that is tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// It is the word itself.
    Own,
    /// Directly before the word.
    Before,
    /// Directly after the word.
    After,
    /// Two places before the word.
    SecondBefore,
    /// Two places after the word.
    SecondAfter,
}

impl Role {
    /// All roles, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Own, Self::Before, Self::After, Self::SecondBefore, Self::SecondAfter];

    /// The place of what has this role for the word `at`; nothing before the first.
    pub const fn place(self, at: usize) -> Option<usize> {
        match self {
            Self::Own => Some(at),
            Self::Before => at.checked_sub(1),
            Self::After => Some(at + 1),
            Self::SecondBefore => at.checked_sub(2),
            Self::SecondAfter => Some(at + 2),
        }
    }
}

/// Where a feature of a form comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The letters of the form.
    Written,
    /// The lexicon, and the morphology that rests on it.
    Listed,
}

/// What the features of a place need of a form, as hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The whole form.
    pub form: u32,
    /// Its last three letters.
    pub ending: u32,
    /// Its possible classes; 0 when nothing is known.
    pub classes: u32,
}

impl Digest {
    /// The digest of `form`.
    pub fn of(form: &Form) -> Self {
        let ending = hash(last(&form.text, 3));
        Self { form: hash(&form.text), ending, classes: u32::from(form.classes().0) }
    }

    /// The digest of what has no form.
    pub const fn of_kind(kind: WordKind) -> Self {
        let number = 0x100 + kind as u32;
        Self { form: number, ending: number, classes: 0 }
    }
}

/// One word as its neighbours see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Its form.
    pub digest: Digest,
    /// Its capitals.
    pub shape: Shape,
}

impl Sight {
    /// What is seen beyond the sentence.
    pub const EDGE: Self = Self { digest: Digest { form: 1, ending: 1, classes: 0 }, shape: Shape::Lower };
}

/// A word between its neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Neighbours {
    /// The word before.
    pub before: Sight,
    /// The word itself.
    pub here: Sight,
    /// The word after.
    pub after: Sight,
    /// Whether only punctuation stands before it in the sentence.
    pub opens: bool,
    /// The tags of the word before and of the one before that.
    pub tags: [u8; 2],
}

/// The rows of a form in a role, wherever it stands.
pub fn of_form(form: &Form, role: Role, add: &mut impl FnMut(Group, u32)) {
    let text = &*form.text;
    let base = u32::from(role as u8) << 8;
    add(Group::Written, row(base, hash(text)));
    match role {
        Role::Own => {
            of_letters(text, base, &mut |row| add(Group::Written, row));
            of_listing(form, base, &mut |row| add(Group::Listed, row));
        }
        Role::Before | Role::After => {
            add(Group::Written, row(base + 1, hash(last(text, 3))));
            add(Group::Written, row(base + 2, hash(first(text, 3))));
            add(Group::Listed, row(base + 3, u32::from(form.classes().0)));
        }
        Role::SecondBefore | Role::SecondAfter => {
            add(Group::Listed, row(base + 3, u32::from(form.classes().0)));
        }
    }
}

fn of_letters(text: &str, base: u32, add: &mut impl FnMut(u32)) {
    add(row(base + 4, 0));
    for length in 1..=4 {
        if length > 1 {
            add(row(base + 4 + length, hash(first(text, length as usize))));
        }
        add(row(base + 8 + length, hash(last(text, length as usize))));
    }
    let bare = without_clitic(text);
    add(row(base + 13, hash(bare)));
    add(row(base + 14, hash(last(bare, 3))));
    let (digits, hyphen) = (text.bytes().any(|byte| byte.is_ascii_digit()), text.contains('-'));
    let has_clitic = bare.len() < text.len();
    let flags = u32::from(digits) | u32::from(hyphen) << 1 | u32::from(has_clitic) << 2;
    add(row(base + 15, flags << 4 | (text.len() as u32).min(12)));
    // *di-* with *-kan*, *ke-* with *-an*.
    add(row(base + 16, hash(first(text, 2)).rotate_left(7) ^ hash(last(bare, 2))));
}

fn of_listing(form: &Form, base: u32, add: &mut impl FnMut(u32)) {
    add(row(base + 20, u32::from(form.classes().0)));
    let entry = form.entry();
    let main = entry.and_then(Entry::main_class).map_or(99, |class| class as u32);
    let trust = entry.map_or(3, |entry| match entry.trust() {
        Trust::Low => 0,
        Trust::Corpus => 1,
        Trust::Curated => 2,
    });
    add(row(base + 21, main << 2 | trust));
    let flags = entry.map_or(0, |entry| {
        let flags = [entry.is_name(), entry.is_foreign(), entry.is_root(), entry.is_transitive()];
        flags.into_iter().fold(1, |bits, flag| bits << 1 | u32::from(flag))
    });
    add(row(base + 22, flags));
    if let Some(reading) = form.readings().first() {
        let affixes = reading.affixes;
        let shape = (affixes.prefix as u32) << 8 | (affixes.suffix as u32) << 5 | (affixes.clitic as u32) << 3;
        let shape = shape | u32::from(reading.is_reduplicated());
        add(row(base + 23, shape));
        add(row(base + 24, shape << 14 | u32::from(reading.classes.0)));
        add(row(base + 25, hash(&reading.root)));
    }
}

/// The rows of a place: what depends on several words, on capitals, or on the tags before.
#[inline]
pub fn of_place(place: &Neighbours, add: &mut impl FnMut(u32)) {
    let Neighbours { before, here, after, opens, tags } = *place;
    let (last, second) = (u32::from(tags[0]), u32::from(tags[1]));
    let pair = last << 4 | second;
    let shape = (here.shape as u32) << 1 | u32::from(opens);
    let shapes = shape << 4 | (before.shape as u32) << 2 | after.shape as u32;
    const BASE: u32 = 0x1000;
    add(row(BASE, shapes));
    add(row(BASE + 1, shape << 4 | last));
    add(row(BASE + 2, pair));
    add(row(BASE + 3, mix(here.digest.form, shape)));
    add(row(BASE + 4, mix(here.digest.form, last)));
    add(row(BASE + 5, mix(here.digest.ending, last)));
    add(row(BASE + 6, mix(here.digest.classes, pair)));
    add(row(BASE + 7, mix(after.digest.form, last)));
    add(row(BASE + 8, mix(here.digest.form, before.digest.form)));
    add(row(BASE + 9, mix(here.digest.form, after.digest.form)));
    add(row(BASE + 10, mix(here.digest.classes << 14 | after.digest.classes, shape)));
}

/// The form without possessive and particle, judged by its letters alone.
fn without_clitic(text: &str) -> &str {
    let bare = ["nya", "lah", "kah"].into_iter().find_map(|clitic| text.strip_suffix(clitic)).unwrap_or(text);
    if bare.len() > 2 { bare.trim_end_matches('-') } else { text }
}

fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

fn last(text: &str, count: usize) -> &str {
    text.char_indices().nth_back(count - 1).map_or(text, |(start, _)| &text[start..])
}

/// FNV-1a: the same on every machine, so that the table fits.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

const fn mix(a: u32, b: u32) -> u32 {
    (a ^ b.wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B).rotate_left(13)
}

/// The row of the feature `kind` with the value `value`.
#[inline]
const fn row(kind: u32, value: u32) -> u32 {
    let mixed = (value as u64 ^ (kind as u64) << 32 ^ 0x51ED_270B_0000).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (((mixed >> 32) * ROWS as u64) >> 32) as u32
}
