//! Whether something listed is left of a form without what may be its affixes: told by hashes, without taking it apart.

use super::Hashes;
use super::bucket::hash;
use super::lexicon::{self, Trust};
use super::sound::is_vowel;
use super::strip::LONGEST;

/// Whether a form is listed, or is a listed word of some trust between affixes by its letters alone; `true` as well where it
/// is too long to tell.
pub(super) fn is_rooted(form: &[u8]) -> bool {
    has_part(form, |hash, parts| {
        let is_whole = parts[1].len() == form.len();
        lexicon::entry_of(hash, parts).is_some_and(|entry| is_whole || entry.trust() > Trust::Low)
    })
}

/// Whether `is_meant` holds for the form, or for what is left of it without what may be affixes, by its hash and its letters:
/// those that a prefix has swallowed, and the rest; `true` as well where the form is too long to tell. What
/// [`each_stem`](super::strip::each_stem) finds is among it.
pub(super) fn has_part(form: &[u8], mut is_meant: impl FnMut(u64, [&[u8]; 2]) -> bool) -> bool {
    if form.len() > LONGEST || !form.is_ascii() {
        return true;
    }
    let hashes = Hashes::<{ LONGEST + 1 }>::of(form);
    let (mut ends, mut count) = ([0; ENDS], 0);
    each_end(form, |end| {
        ends[count] = end;
        count += 1;
    });
    let mut is_found = false;
    each_start(form, |head, start| {
        is_found = is_found
            || ends[..count].iter().any(|&end| {
                let Some(rest) = form.get(start..end) else { return false };
                is_meant(hashes.behind(hash(head), start..end), [head, rest])
            });
    });
    is_found
}

/// Where a root may begin, with the first letters that a prefix has swallowed.
fn each_start(form: &[u8], mut visit: impl FnMut(&'static [u8], usize)) {
    visit(b"", 0);
    // After a prefix in *r*.
    let r = |from: usize, visit: &mut dyn FnMut(&'static [u8], usize)| {
        visit(b"", from);
        if let Some(b'r' | b'l') = form.get(from) {
            visit(b"", from + 1);
        }
    };
    match form {
        [b'm', b'e', rest @ ..] => {
            nasal(rest, &mut visit);
            if rest.starts_with(b"mpe") {
                r(5, &mut visit);
            }
        }
        [b'p', b'e', rest @ ..] => {
            nasal(rest, &mut visit);
            r(2, &mut visit);
            match rest {
                [b'm', b'r' | b'l', ..] => visit(b"p", 3),
                [b'n', b'y', b'a', b'i', b'r', ..] => visit(b"sy", 4),
                _ => {}
            }
        }
        [b'd', b'i', rest @ ..] => {
            visit(b"", 2);
            if rest.starts_with(b"pe") {
                r(4, &mut visit);
            }
        }
        [b't', b'e', rest @ ..] => {
            r(2, &mut visit);
            if rest.starts_with(b"rpe") {
                r(5, &mut visit);
            }
        }
        [b'b', b'e', ..] => r(2, &mut visit),
        [b'k' | b's', b'e', ..] | [b'k', b'u', ..] => visit(b"", 2),
        [b'k', b'a', b'u', ..] => visit(b"", 3),
        _ => {}
    }
}

/// The same after *meN-* or *peN-*, of which `rest` is what follows its *e*.
fn nasal(rest: &[u8], visit: &mut dyn FnMut(&'static [u8], usize)) {
    let is_before_vowel = |at: usize| rest.get(at).is_some_and(|letter| is_vowel(*letter));
    if let Some(b'l' | b'r' | b'w' | b'y' | b'm' | b'n') = rest.first() {
        visit(b"", 2);
    }
    match rest {
        [b'n', b'g', ..] => {
            visit(b"", 4);
            if is_before_vowel(2) {
                visit(b"k", 4);
                visit(b"", 5);
            }
        }
        [b'n', b'y', ..] => visit(b"s", 4),
        [b'n', ..] if is_before_vowel(1) => visit(b"t", 3),
        [b'm', ..] if is_before_vowel(1) => visit(b"p", 3),
        [b'n' | b'm', ..] => visit(b"", 3),
        _ => {}
    }
}

/// A root ends in so many places at most.
const ENDS: usize = 12;

/// Where a root may end, before suffix, clitic and particle.
fn each_end(form: &[u8], mut visit: impl FnMut(usize)) {
    let whole = form.len();
    let particle = matches!(form, [.., b'l' | b'k' | b't', b'a', b'h'] | [.., b'p', b'u', b'n']).then(|| whole - 3);
    for end in [Some(whole), particle].into_iter().flatten() {
        let clitic = match &form[..end] {
            [.., b'n', b'y', b'a'] => Some(end - 3),
            [.., b'k' | b'm', b'u'] => Some(end - 2),
            _ => None,
        };
        for end in [Some(end), clitic].into_iter().flatten() {
            visit(end);
            match &form[..end] {
                [.., b'k', b'a', b'n'] => [end - 2, end - 3].into_iter().for_each(&mut visit),
                [.., b'a', b'n'] => visit(end - 2),
                [.., b'i'] => visit(end - 1),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{each_end, each_start, is_rooted};
    use crate::language::lexicon;
    use crate::language::strip::each_stem;

    #[test]
    fn every_stem_stands_between_a_start_and_an_end() {
        for form in lexicon::forms().iter().filter(|form| form.is_ascii()) {
            let (mut starts, mut ends) = (Vec::new(), Vec::new());
            each_start(form.as_bytes(), |head, start| starts.push((head, start)));
            each_end(form.as_bytes(), |end| ends.push(end));
            each_stem(form, &mut |stem| {
                let start = stem.rest.as_ptr().addr() - form.as_ptr().addr();
                assert!(starts.contains(&(stem.head.as_bytes(), start)), "{form}: {stem:?}");
                assert!(ends.contains(&(start + stem.rest.len())), "{form}: {stem:?}");
            });
        }
    }

    #[test]
    fn roots_are_told() {
        for form in ["rumah", "menulisnya", "pengukuran", "penyair", "pelajarlah", "memperbarui", "terperinci"] {
            assert!(is_rooted(form.as_bytes()), "{form}");
        }
        assert!(!is_rooted(b"qwerti") && !is_rooted(b"mengqwertikan"));
    }
}
