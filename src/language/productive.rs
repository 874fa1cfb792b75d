//! Which affixes make words of any root of a kind, so that a form need not be listed to be known.

use super::affix::{Affixes, Prefix, Suffix};
use super::lexicon::{Entry, Trust};
use super::{Class, Classes};

/// Whether a fitting word of this root is known though no list has it. Of a root whose classes were judged by hand, only the
/// affixes count that its class takes freely (*dibaca*, but not *berbaca*); a rare root makes no words of its own accord.
pub(super) fn is_productive(affixes: Affixes, root: Entry) -> bool {
    if !root.is_judged() || root.is_function_word() {
        return root.band() > 1 || root.trust() == Trust::Curated;
    }
    if root.band() < 2 {
        return false;
    }
    let kind = Kind::of(root);
    let state = kind.intransitive || kind.adjective;
    match (affixes.prefix, affixes.suffix) {
        (Prefix::Me, Suffix::None) => kind.transitive || state,
        (Prefix::Di | Prefix::Ku | Prefix::Kau, Suffix::None) => kind.transitive,
        (Prefix::None, Suffix::An) => kind.transitive || kind.intransitive || kind.number,
        (Prefix::None, Suffix::Kan) => kind.transitive || state,
        (Prefix::None, Suffix::I) => kind.transitive || state,
        (Prefix::Me | Prefix::Di, Suffix::Kan | Suffix::I) => kind.transitive || state || kind.number || root.band() > 3,
        (Prefix::Ter, Suffix::None) => kind.transitive || state,
        (Prefix::Ter, Suffix::Kan | Suffix::I) => kind.transitive || state,
        (Prefix::Ber, Suffix::None) => kind.noun || kind.intransitive || kind.number,
        (Prefix::Ber, _) => kind.intransitive,
        (Prefix::Ke, Suffix::An) => state || kind.noun,
        (Prefix::Pe | Prefix::PlainPe, Suffix::None) => kind.transitive || state,
        (Prefix::Memper | Prefix::Diper, _) => kind.adjective,
        (Prefix::Terper | Prefix::Per, Suffix::None) => kind.adjective || kind.number,
        (Prefix::Terper, _) => false,
        _ => true,
    }
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
}
