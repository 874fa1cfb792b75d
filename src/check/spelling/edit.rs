//! Every form that one slip away from a form may have been meant, with how unlikely the slip is.

use crate::language::lexicon::{self, Edge};
use crate::language::{Hashes, TOO_MANY};

/// What stands under the fingers beside each letter of a keyboard, *a* to *z*.
const NEIGHBOURS: [&[u8]; 26] = [
    b"qwsz", b"vghn", b"xdfv", b"serfcx", b"wsdr", b"drtgvc", b"ftyhbv", b"gyujnb", b"ujko", b"huikmn", b"jiolm",
    b"kop", b"njk", b"bhjm", b"iklp", b"ol", b"wa", b"edft", b"awedxz", b"rfgy", b"yhji", b"cfgb", b"qase", b"zsdc",
    b"tghu", b"asx",
];

/// Letters that sound alike, or that older or foreign spelling has for each other.
const SOUNDS: &[[u8; 2]] =
    &[*b"fv", *b"fp", *b"pv", *b"kq", *b"kc", *b"zs", *b"zj", *b"ei", *b"ou", *b"dt", *b"bp", *b"gk"];

/// One slip, in hundredths of an ordinary one: the lower, the likelier.
mod weight {
    /// Two letters that changed places.
    pub const SWAPPED: u32 = 80;
    /// A letter that stands once instead of twice, or twice instead of once, or as other languages double it: *ck*, *th*.
    pub const DOUBLED: u32 = 70;
    /// A letter too few: lost sooner than typed for another.
    pub const LOST: u32 = 82;
    /// A letter too many that stands under the fingers beside one of its neighbours.
    pub const SLIPPED: u32 = 85;
    /// Any other letter too many.
    pub const ADDED: u32 = 115;
    /// A letter for one that sounds alike.
    pub const HEARD: u32 = 85;
    /// A letter for one beside it on the keyboard.
    pub const BESIDE: u32 = 85;
    /// A vowel for another one.
    pub const VOWEL: u32 = 112;
    /// Any other letter for another one.
    pub const OTHER: u32 = 130;
    /// What an *h* too many or too few costs: it is hardly heard.
    pub const SILENT: u32 = 75;
    /// What another first letter costs on top: writers seldom miss it.
    pub const FIRST: u32 = 15;
}

/// What may have happened to the form that was meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slip {
    /// Two letters changed places, the first of which stands at this place now.
    Swapped(usize),
    /// The letter at this place is one too many.
    Added(usize),
    /// The letter at this place stands for this one.
    Replaced(usize, u8),
    /// Before this place this letter is missing.
    Lost(usize, u8),
}

impl Slip {
    /// How unlikely it is in a form of these letters.
    pub fn cost(self, letters: &[u8]) -> u32 {
        let (at, cost) = match self {
            Self::Swapped(at) => (at, weight::SWAPPED),
            Self::Added(at) => (at, added(letters, at)),
            Self::Replaced(at, meant) => (at, replaced(letters[at], meant)),
            // The first letter is lost like any other: *ukum*.
            Self::Lost(at, letter) => return lost(letters, at, letter),
        };
        if at == 0 { cost + weight::FIRST } else { cost }
    }
}

/// Where slips are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Everywhere.
    Any,
    /// Where the letters before and behind begin and end some listed word.
    BetweenListed,
}

/// Calls `visit` with the letters and the hash of every form that is one slip at such a place away from `form` (letters and
/// hyphens) and looks like a word: every three signs around what was changed stand in some word too. None does that is one
/// slip away from more letters than any word has.
pub(super) fn each(form: &str, place: Place, visit: &mut impl FnMut(&[u8], u64, Slip)) {
    let letters = form.as_bytes();
    if letters.len() >= TOO_MANY {
        return;
    }
    let hashes = Hashes::<TOO_MANY>::of(letters);
    // So many letters at the beginning and at the end may stay as they are.
    let (most_before, most_behind) = match place {
        Place::Any => (letters.len(), letters.len()),
        Place::BetweenListed => {
            let begins = |count: &usize| lexicon::has_edge(*count, hashes.first(*count), Edge::Beginning);
            let ends = |count: &usize| lexicon::has_edge(*count, hashes.last(*count), Edge::End);
            let most = |is_edge: &dyn Fn(&usize) -> bool| (1..=letters.len()).take_while(is_edge).last().unwrap_or(0);
            (most(&begins), most(&ends))
        }
    };
    let sign = |at: usize| letters.get(at).copied();
    // With letters in other places or other ones, with one fewer, and with one more, each where `at` is.
    let mut other = letters.to_vec();
    let mut fewer = letters.get(1..).unwrap_or_default().to_vec();
    let mut more = [&[0], letters].concat();
    for at in 0..=most_before {
        let behind = letters.len() - at;
        let before = [at.checked_sub(2), at.checked_sub(1)].map(|at| at.and_then(sign));
        if behind <= most_behind + 2
            && let Some(&[left, right]) = letters.get(at..at + 2)
            && left != right
            && looks_like_a_word(&letters[..at], &[right, left], &letters[at + 2..])
        {
            other.swap(at, at + 1);
            visit(&other, hashes.with(at..at + 2, &[right, left]), Slip::Swapped(at));
            other.swap(at, at + 1);
        }
        if let Some(letter) = sign(at).filter(|_| behind <= most_behind + 1) {
            if looks_like_a_word(&letters[..at], &[], &letters[at + 1..]) {
                visit(&fewer, hashes.with(at..at + 1, &[]), Slip::Added(at));
            }
            for meant in lexicon::letters_between(before, [sign(at + 1), sign(at + 2)]).filter(|meant| *meant != letter)
            {
                other[at] = meant;
                visit(&other, hashes.with(at..at + 1, &[meant]), Slip::Replaced(at, meant));
            }
            other[at] = letter;
        }
        if behind <= most_behind {
            for letter in lexicon::letters_between(before, [sign(at), sign(at + 1)]) {
                more[at] = letter;
                visit(&more, hashes.with(at..at, &[letter]), Slip::Lost(at, letter));
            }
        }
        if let Some(letter) = sign(at) {
            more[at] = letter;
            if let Some(kept) = fewer.get_mut(at) {
                *kept = letter;
            }
        }
    }
}

/// Whether every three signs around `changed` stand in some word too, in the form of these three parts.
fn looks_like_a_word(before: &[u8], changed: &[u8], behind: &[u8]) -> bool {
    let (start, end) = (before.len(), before.len() + changed.len());
    let letter = |at: usize| match at {
        at if at < start => before.get(at),
        at if at < end => changed.get(at - start),
        at => behind.get(at - end),
    };
    let sign = |at: usize| at.checked_sub(1).and_then(letter).copied();
    // Signs are counted from the border before the word, which is 0; the last one is the border after it.
    let last = end.min((end + behind.len()).saturating_sub(1));
    (start.saturating_sub(1)..=last).all(|at| lexicon::has_signs([sign(at), sign(at + 1), sign(at + 2)]))
}

/// What it costs that the letter `at` is one too many.
fn added(letters: &[u8], at: usize) -> u32 {
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|near| letters.get(near));
    let letter = letters[at];
    let mut cost = if letter == b'h' { weight::SILENT } else { weight::ADDED };
    for &near in beside {
        if near == letter || matches!([letter, near], [b'c', b'k'] | [b'h', b't']) {
            cost = cost.min(weight::DOUBLED);
        } else if are_neighbours(near, letter) {
            cost = cost.min(weight::SLIPPED);
        }
    }
    cost
}

/// What it costs that `letter` is missing before the letter `at`.
fn lost(letters: &[u8], at: usize, letter: u8) -> u32 {
    let is_double =
        at.checked_sub(1).is_some_and(|before| letters[before] == letter) || letters.get(at) == Some(&letter);
    match letter {
        _ if is_double => weight::DOUBLED,
        b'h' => weight::SILENT,
        _ => weight::LOST,
    }
}

/// What it costs that `written` stands for `meant`.
fn replaced(written: u8, meant: u8) -> u32 {
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
    let sounds_alike = SOUNDS.iter().any(|pair| *pair == [written, meant] || *pair == [meant, written]);
    if sounds_alike {
        weight::HEARD
    } else if are_neighbours(written, meant) {
        weight::BESIDE
    } else if is_vowel(written) && is_vowel(meant) {
        weight::VOWEL
    } else {
        weight::OTHER
    }
}

fn are_neighbours(left: u8, right: u8) -> bool {
    let place = |letter: u8| letter.checked_sub(b'a').map(usize::from);
    place(left).and_then(|place| NEIGHBOURS.get(place)).is_some_and(|near| near.contains(&right))
}

#[cfg(test)]
mod tests {
    use super::{Place, each};

    #[test]
    fn forms_longer_than_any_word_are_passed_over() {
        let count = |form: &str| {
            let mut count = 0;
            each(form, Place::Any, &mut |_, _, _| count += 1);
            count
        };
        assert!(count(&"tata".repeat(63)) > 0 && count(&"tata".repeat(64)) == 0);
    }
}
