//! Which affixes a root takes, by its class, and what class the word then has.

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::lexicon::Entry;
use super::strip::Stem;
use super::{Class, Classes};

/// Whether a root of this kind takes these affixes.
pub(super) fn fits(stem: &Stem<'_>, root: Entry) -> bool {
    let affixes = stem.affixes;
    let length = stem.head.len() + stem.rest.len();
    if !affixes.derives() {
        return !root.is_bound() && takes_clitic(affixes, root, length);
    }
    if length < 3 || root.is_function_word() && !takes_affix_though_function(root) {
        return false;
    }
    if root.is_bound() && (affixes.prefix == Prefix::None || affixes.suffix == Suffix::None) {
        return false;
    }
    if root.is_name() || root.is_foreign() || !root.is_root() && !is_open(stem, root) {
        return false;
    }
    let classes = root.classes();
    let any = classes.is_empty() || root.is_function_word() && root.is_root();
    let noun = any || classes.has(Class::Noun);
    let verb = any || classes.has(Class::Verb) || root.is_transitive() || root.is_intransitive();
    let adjective = any || classes.has(Class::Adj) || classes.has(Class::Adv);
    let number = classes.has(Class::Num);
    let open = noun || verb || adjective;
    match (affixes.prefix, affixes.suffix) {
        (Prefix::None, Suffix::None) => true,
        (Prefix::None, _) => length > 3 && open,
        (Prefix::Me | Prefix::Di | Prefix::Memper | Prefix::Diper, Suffix::Kan | Suffix::I) => open || number,
        (Prefix::Me, Suffix::None) => open,
        (Prefix::Di, Suffix::None) => root.is_transitive() || verb,
        (Prefix::Memper | Prefix::Diper, Suffix::None) => noun || adjective || root.is_transitive(),
        (Prefix::Terper, suffix) => suffix != Suffix::An,
        (Prefix::Ku | Prefix::Kau, Suffix::None) => length > 3 && root.is_transitive(),
        (Prefix::Ku | Prefix::Kau, Suffix::Kan | Suffix::I) => length > 3 && verb,
        (Prefix::Ber, suffix) => suffix != Suffix::I && (open || number),
        (Prefix::Ter, Suffix::None) => verb || adjective || noun && length > 4,
        (Prefix::Ter, Suffix::Kan | Suffix::I) | (Prefix::Ke, Suffix::An) => open,
        (Prefix::Ke, Suffix::None) => number,
        (Prefix::Se, Suffix::None) => noun || adjective || number,
        (Prefix::Pe | Prefix::PlainPe, Suffix::None | Suffix::An) => open,
        (Prefix::Per, Suffix::None) => number || adjective && length > 3,
        (Prefix::Per, _) => open,
        _ => false,
    }
}

/// Many words of the closed classes are also nouns, verbs or adjectives and take affixes: *ketiga, membuat*.
fn takes_affix_though_function(root: Entry) -> bool {
    const OPEN: [Class; 5] = [Class::Noun, Class::Verb, Class::Adj, Class::Adv, Class::Num];
    root.is_root() || OPEN.into_iter().any(|class| root.classes().has(class))
}

fn takes_clitic(affixes: Affixes, root: Entry, length: usize) -> bool {
    if length < 3 {
        return false;
    }
    match (affixes.clitic, affixes.particle) {
        (_, Particle::Pun | Particle::Tah) => false,
        (Clitic::None, _) => true,
        (Clitic::Nya, _) => !root.is_name(),
        _ => length > 3 && !root.is_name() && !root.is_function_word(),
    }
}

/// Whether a listed word that is no root may yet take this affix: *berhasil* does in *keberhasilan*.
fn is_open(stem: &Stem<'_>, root: Entry) -> bool {
    let rest = stem.rest;
    let is_built = ["me", "di", "ku", "kau"].iter().any(|open| rest.starts_with(open)) && rest.len() > 6;
    let is_stem = rest.ends_with("kan") && !root.classes().has(Class::Noun);
    let is_closed = is_stem || ["nya", "lah", "kah", "pun"].iter().any(|end| rest.ends_with(end)) && rest.len() > 6;
    stem.head.is_empty() && !is_built && !is_closed && rest.len() > 3
}

/// The classes of a word that the lists do not hold, from its affixes and the classes of its root.
pub(super) fn derived_classes(affixes: Affixes, root: Classes) -> Classes {
    match (affixes.prefix, affixes.suffix) {
        (Prefix::None, Suffix::None) => root,
        (Prefix::Me | Prefix::Di | Prefix::Memper | Prefix::Diper | Prefix::Terper | Prefix::Ku | Prefix::Kau, _)
        | (Prefix::Ber, _)
        | (Prefix::None, Suffix::Kan | Suffix::I)
        | (Prefix::Per, Suffix::Kan | Suffix::I) => Class::Verb.into(),
        (Prefix::Ter, Suffix::None) if root.has(Class::Adj) && !root.has(Class::Verb) => Class::Adj.into(),
        (Prefix::Ter, _) => Class::Verb.into(),
        (Prefix::None, Suffix::An) | (Prefix::Pe | Prefix::PlainPe, _) | (Prefix::Ke, Suffix::An) => Class::Noun.into(),
        (Prefix::Per, _) if root.has(Class::Num) => Class::Num.into(),
        (Prefix::Per, Suffix::None) => Class::Verb.into(),
        (Prefix::Per, _) => Class::Noun.into(),
        (Prefix::Ke | Prefix::Se, _) if root.has(Class::Num) => Class::Num.into(),
        (Prefix::Ke, _) => Class::Noun.into(),
        (Prefix::Se, _) if root.has(Class::Adj) => Classes::only(Class::Adj) | Class::Adv.into(),
        (Prefix::Se, _) => Classes::only(Class::Noun) | Class::Adj.into() | Class::Adv.into(),
    }
}
