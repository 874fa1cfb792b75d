//! Which affixes make words of any root of a kind, so that a form need not be listed to be known.

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::lexicon::{self, Entry, Trust};
use super::sound::generate;
use super::strip::Stem;
use super::{Class, Classes};

/// Roots with fewer letters stand near too many others for a verb that nobody has written.
const SHORT_ROOT: usize = 5;

/// Whether a fitting word of this root is known though no list has it. Of a root whose classes were judged by hand, only the
/// affixes count that its class takes freely (*dibaca*, but not *berbaca*); a rare root makes no words of its own accord.
pub(super) fn is_productive(stem: &Stem<'_>, root: Entry) -> bool {
    let affixes = stem.affixes;
    if !root.is_root() && matches!(affixes.prefix, Prefix::Me | Prefix::Di) && affixes.suffix == Suffix::None {
        return false;
    }
    if !root.is_judged() || root.is_function_word() {
        return root.band() > 1 || root.trust() == Trust::Curated || !affixes.derives();
    }
    let kind = Kind::of(root);
    (root.band() > 1 || !affixes.derives()) && takes_ending(affixes, root, &kind) && takes_affixes(stem, root, &kind)
}

/// Whether clitic and particle are usual behind the word.
fn takes_ending(affixes: Affixes, root: Entry, kind: &Kind) -> bool {
    // *dirikah* is *dirikan* mistyped: only what can be a predicate is asked for so.
    let is_predicate = [Class::Verb, Class::Aux, Class::Adv].into_iter().any(|class| root.classes().has(class));
    if affixes.particle == Particle::Kah && !kind.is_state() && !is_predicate {
        return false;
    }
    let is_owner = matches!(affixes.clitic, Clitic::Ku | Clitic::Mu);
    !is_owner || kind.noun || kind.transitive || root.band() > 3
}

fn takes_affixes(stem: &Stem<'_>, root: Entry, kind: &Kind) -> bool {
    let verbal = kind.transitive || kind.is_state();
    let length = stem.head.len() + stem.rest.len();
    match (stem.affixes.prefix, stem.affixes.suffix) {
        (Prefix::Me | Prefix::Ter, Suffix::None) => verbal,
        (Prefix::Di | Prefix::Ku | Prefix::Kau, Suffix::None) => kind.transitive,
        (Prefix::None, Suffix::An) => kind.transitive || kind.intransitive || kind.number,
        (Prefix::Ter, Suffix::Kan | Suffix::I) => verbal && is_attested(stem),
        (Prefix::None | Prefix::Me | Prefix::Di | Prefix::Ku | Prefix::Kau, Suffix::Kan) => {
            verbal && length >= SHORT_ROOT || is_attested(stem)
        }
        // *menggelari*, of a word that everybody uses.
        (Prefix::Me | Prefix::Di, Suffix::I) if root.band() > 3 && length >= SHORT_ROOT => true,
        (Prefix::None | Prefix::Me | Prefix::Di | Prefix::Ku | Prefix::Kau, Suffix::I) => is_attested(stem),
        (Prefix::Ber, Suffix::None) => kind.noun || kind.intransitive || kind.number,
        (Prefix::Ber, _) | (Prefix::Per, Suffix::An) => kind.intransitive,
        (Prefix::Ke, Suffix::An) => kind.is_state(),
        (Prefix::Pe | Prefix::PlainPe, _) => verbal,
        (Prefix::Se, Suffix::None) => kind.adjective || kind.number || root.band() > 3,
        (Prefix::Memper | Prefix::Diper, _) => kind.adjective,
        (Prefix::Terper | Prefix::Per, Suffix::None) => kind.adjective || kind.number,
        (Prefix::Terper, _) => false,
        _ => true,
    }
}

/// Whether a list has the active, the passive or the bare stem of a verb with this suffix.
fn is_attested(stem: &Stem<'_>) -> bool {
    let root = [stem.head, stem.rest].concat();
    let has = |prefix: Prefix| lexicon::entry(&generate(&root, Affixes::new(prefix, stem.affixes.suffix))).is_some();
    has(Prefix::Me) || has(Prefix::Di) || has(Prefix::None)
}

/// What a root may be.
struct Kind {
    noun: bool,
    adjective: bool,
    number: bool,
    transitive: bool,
    intransitive: bool,
}

impl Kind {
    fn of(root: Entry) -> Self {
        let classes: Classes = root.classes();
        Self {
            noun: classes.has(Class::Noun),
            adjective: classes.has(Class::Adj),
            number: classes.has(Class::Num),
            transitive: root.is_transitive(),
            intransitive: root.is_intransitive(),
        }
    }

    /// Whether it tells how something is or what it does by itself.
    fn is_state(&self) -> bool {
        self.adjective || self.intransitive
    }
}
