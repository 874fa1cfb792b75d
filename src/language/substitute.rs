//! Writing a word otherwise where its root should be another one: *mempraktekkan* by *praktek* and *praktik*.

use super::affix::{Affixes, Prefix, Suffix};
use super::lexicon::Trust;
use super::strip::{LONGEST, each_stem};
use super::{Form, morphology};

/// What a table has under a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitute<'t> {
    /// What to write instead, best first.
    pub right: Vec<&'t str>,
    /// Whether the word takes no affixes: with them it looks like a part of others (*ruh* in *keruh*).
    pub whole: bool,
}

/// What to write for a form that is built from a word of a table, or is that word twice; nothing for the word itself.
pub fn substitute<'t>(form: &Form, find: &dyn Fn(&str) -> Option<Substitute<'t>>) -> Option<Vec<String>> {
    if form.text.len() > 3 * LONGEST {
        return None;
    }
    match form.text.split_once('-') {
        Some((left, right)) => doubled(left, right, find),
        None => built(form, find),
    }
}

fn built<'t>(form: &Form, find: &dyn Fn(&str) -> Option<Substitute<'t>>) -> Option<Vec<String>> {
    let mut rights = None;
    each_stem(&form.text, &mut |stem| {
        if rights.is_some() || stem.affixes.is_none() {
            return;
        }
        let mut buffer = [0; LONGEST + 2];
        let root = stem.root(&mut buffer);
        let Some(found) = find(root) else { return };
        let is_chance = stem.affixes.derives() && (found.whole || !is_only_reading(form, root));
        if !is_chance && !is_root(form) {
            rights = found.right.iter().map(|right| affixed(right, stem.affixes)).collect::<Option<_>>();
        }
    });
    // What the table makes of a chance likeness is seldom a word.
    let is_word = |rights: &Vec<String>| rights.iter().all(|right| right.split(' ').all(morphology::is_known));
    rights.filter(|rights| !form.is_known() || is_word(rights))
}

/// *praktek-praktek*, *praktek-prakteknya*.
fn doubled<'t>(left: &str, right: &str, find: &dyn Fn(&str) -> Option<Substitute<'t>>) -> Option<Vec<String>> {
    let first = *find(left)?.right.first()?;
    let mut tails = morphology::stems(right).into_iter();
    let (affixes, _) = tails.find(|(affixes, stem)| affixes.prefix == Prefix::None && stem == left)?;
    Some(match first.split_once(' ') {
        // Of a compound only the first word stands twice: *kerja-kerja sama*, *rumah-rumah sakit*.
        Some((head, tail)) => vec![format!("{head}-{head} {}", morphology::generate(tail, affixes))],
        None => vec![format!("{first}-{}", morphology::generate(first, affixes))],
    })
}

/// Whether the lexicon knows no other root of the form than `stem`: *berubah* is *ubah*, not *rubah*.
fn is_only_reading(form: &Form, stem: &str) -> bool {
    form.readings().iter().all(|reading| *reading.root == *stem || *reading.root == *form.text)
}

/// Whether the form is itself a root that may be relied on.
fn is_root(form: &Form) -> bool {
    form.entry().is_some_and(|entry| entry.is_root() && entry.trust() > Trust::Low)
}

/// `right` with the affixes of the wrong word: of a phrase the first word takes what stands before the root and the last
/// what stands after it (*bekerja sama*, *kerja samanya*). A compound with both prefix and suffix is one word, and right
/// as it is: *mempertanggungjawabkan*.
fn affixed(right: &str, affixes: Affixes) -> Option<String> {
    let Some((first, rest)) = right.rsplit_once(' ') else {
        // *dipraktekan* is *dipraktikkan*: no -an follows meN- or di-.
        let is_verb = matches!(affixes.prefix, Prefix::Me | Prefix::Di) && affixes.suffix == Suffix::An;
        let suffix = if is_verb { Suffix::Kan } else { affixes.suffix };
        return Some(morphology::generate(right, Affixes { suffix, ..affixes }));
    };
    if affixes.prefix != Prefix::None && affixes.suffix != Suffix::None {
        return None;
    }
    let before = Affixes { prefix: affixes.prefix, ..Affixes::default() };
    let after = Affixes { prefix: Prefix::None, ..affixes };
    let (head, middle) = first.split_once(' ').map_or((first, None), |(head, middle)| (head, Some(middle)));
    let head = morphology::generate(head, before);
    let last = morphology::generate(rest, after);
    Some(match middle {
        Some(middle) => format!("{head} {middle} {last}"),
        None => format!("{head} {last}"),
    })
}
