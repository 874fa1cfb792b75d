//! Every form that one slip away from a form may have been meant, with how unlikely the slip is.

use crate::language::lexicon;

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

/// Calls `visit` with every form that is one slip away from `form` (letters and hyphens) and looks like a word: every three
/// signs around what was changed stand in some word too.
pub(super) fn each(form: &str, visit: &mut dyn FnMut(&str, u32)) {
    let letters = form.as_bytes();
    let mut buffer = String::with_capacity(letters.len() + 1);
    let mut offer = |at: usize, changed: &[u8], rest: usize, cost: u32| {
        if let Ok(changed) = std::str::from_utf8(changed) {
            buffer.clear();
            buffer.push_str(&form[..at]);
            buffer.push_str(changed);
            buffer.push_str(&form[rest..]);
            // The first letter is lost like any other: *ukum*.
            let is_changed = at == 0 && rest > 0;
            visit(&buffer, if is_changed { cost + weight::FIRST } else { cost });
        }
    };
    let sign = |at: usize| letters.get(at).copied();
    for at in 0..=letters.len() {
        let before = [at.checked_sub(2), at.checked_sub(1)].map(|at| at.and_then(sign));
        if let Some(&[left, right]) = letters.get(at..at + 2)
            && left != right
            && looks_like_a_word(&letters[..at], &[right, left], &letters[at + 2..])
        {
            offer(at, &[right, left], at + 2, weight::SWAPPED);
        }
        if let Some(letter) = sign(at) {
            if looks_like_a_word(&letters[..at], &[], &letters[at + 1..]) {
                offer(at, &[], at + 1, added(letters, at));
            }
            let others = lexicon::letters_between(before, [sign(at + 1), sign(at + 2)]);
            let others = others.filter(|other| *other != letter);
            others.for_each(|other| offer(at, &[other], at + 1, replaced(letter, other)));
        }
        let more = lexicon::letters_between(before, [sign(at), sign(at + 1)]);
        more.for_each(|letter| offer(at, &[letter], at, lost(letters, at, letter)));
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
