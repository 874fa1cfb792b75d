//! Choosing fixes and applying them until the text is at rest.

mod round;

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::diagnostic::{Diagnostic, Safety};
use crate::text::{Edit, Source};

/// The most rounds a text is given to come to rest.
pub const ROUNDS: usize = 10;

/// A text after its fixes.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The text after all rounds.
    pub source: Source,
    /// How many findings of each rule were mended.
    pub counts: BTreeMap<String, usize>,
    /// In how many rounds something was changed.
    pub rounds: usize,
    /// Whether nothing more is to be done; `false` when fixes undo each other or the rounds ran out.
    pub is_at_rest: bool,
    /// What is still found in the text.
    pub remaining: Vec<Diagnostic>,
}

/// Applies the [chosen fixes](Diagnostic::chosen_fix) to `source`, lints the result, and so on until nothing is left to apply.
///
/// Where two fixes touch the same place, the later one waits for the next round. A round that leads back to a text
/// seen before is not made.
pub fn fix(source: Source, least: Safety, mut lint: impl FnMut(&Source) -> Vec<Diagnostic>) -> Fixed {
    fix_following(source, least, |source, _| lint(source))
}

/// The same for a `lint` that has to know how a text came about: it is given the edits that led there from the text it
/// saw last.
pub fn fix_following(
    source: Source,
    least: Safety,
    mut lint: impl FnMut(&Source, &[Edit]) -> Vec<Diagnostic>,
) -> Fixed {
    let remaining = lint(&source, &[]);
    let mut fixed = Fixed { source, counts: BTreeMap::new(), rounds: 0, is_at_rest: true, remaining };
    let mut seen = HashSet::from([digest(&fixed.source.text)]);
    loop {
        let Some(round) = round::apply(&fixed.source.text, &fixed.remaining, least) else { return fixed };
        if fixed.rounds == ROUNDS || !seen.insert(digest(&round.text)) {
            fixed.is_at_rest = false;
            return fixed;
        }
        for rule in round.rules {
            *fixed.counts.entry(rule).or_default() += 1;
        }
        fixed.rounds += 1;
        fixed.source.text = round.text;
        fixed.remaining = lint(&fixed.source, &round.edits);
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fingerprint, Fix, Severity};
    use crate::text::Span;

    /// A linter that finds each `wrong` text and offers the texts `right`.
    fn finds<'a>(table: &'a [(&'a str, &'a [(&'a str, Safety)])]) -> impl Fn(&Source) -> Vec<Diagnostic> + 'a {
        move |source| {
            let mut all = Vec::new();
            for (wrong, rights) in table {
                for (at, _) in source.text.match_indices(wrong) {
                    let span = Span::of(at..at + wrong.len());
                    let fix = |&(right, safety): &(&str, Safety)| Fix {
                        title: format!("Tulis “{right}”"),
                        safety,
                        edits: vec![Edit::replace(span, right)],
                    };
                    all.push(Diagnostic {
                        rule: (*wrong).to_owned(),
                        severity: Severity::Error,
                        span,
                        message: String::new(),
                        related: Vec::new(),
                        fixes: rights.iter().map(fix).collect(),
                        fingerprint: Fingerprint::default(),
                    });
                }
            }
            all
        }
    }

    fn run(text: &str, least: Safety, table: &[(&str, &[(&str, Safety)])]) -> Fixed {
        fix(Source::new("a", text), least, finds(table))
    }

    const SAFE: Safety = Safety::Safe;
    const UNSAFE: Safety = Safety::Unsafe;

    #[test]
    fn only_what_may_be_applied_is_applied() {
        let table: &[(&str, &[_])] = &[
            ("aman", &[("AMAN", SAFE)]),
            ("lihat", &[("LIHAT", UNSAFE)]),
            ("pilih", &[("SATU", UNSAFE), ("DUA", UNSAFE)]),
            ("dulu", &[("PERTAMA", SAFE), ("kedua", UNSAFE)]),
        ];
        let text = "aman lihat pilih dulu";
        assert_eq!(run(text, SAFE, table).source.text, "AMAN lihat pilih PERTAMA");
        let fixed = run(text, UNSAFE, table);
        assert_eq!(fixed.source.text, "AMAN LIHAT pilih PERTAMA");
        assert_eq!((fixed.rounds, fixed.is_at_rest, fixed.remaining.len()), (1, true, 1));
        assert_eq!(fixed.counts.values().sum::<usize>(), 3);
    }

    #[test]
    fn overlapping_fixes_wait_for_the_next_round() {
        let fixed = run("abc", SAFE, &[("ab", &[("xb", SAFE)]), ("bc", &[("by", SAFE)])]);
        assert_eq!((fixed.source.text.as_str(), fixed.rounds), ("xby", 2));
    }

    #[test]
    fn fixes_that_fight_or_change_nothing_come_to_an_end() {
        let fight = run("ya", SAFE, &[("ya", &[("tidak", SAFE)]), ("tidak", &[("ya", SAFE)])]);
        assert_eq!((fight.source.text.as_str(), fight.is_at_rest), ("tidak", false));
        let grow = run("a", SAFE, &[("a", &[("aa", SAFE)])]);
        assert_eq!((grow.rounds, grow.is_at_rest), (ROUNDS, false));
        let still = run("sama", SAFE, &[("sama", &[("sama", SAFE)])]);
        assert_eq!((still.rounds, still.is_at_rest, still.counts.len()), (0, true, 0));
    }
}
