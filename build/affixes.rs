//! Tells roots from words that are built from them, with the sound changes that the program itself knows.

#[path = "../src/language/affix.rs"]
#[allow(dead_code)]
mod affix;
#[path = "../src/language/sound.rs"]
#[allow(dead_code)]
mod sound;
#[path = "../src/language/strip.rs"]
#[allow(dead_code)]
mod strip;

use affix::{Prefix, Suffix};

/// Whether `form` is built rightly, by a prefix of its own or with a suffix, from a word that `is_root` vouches for.
pub fn is_built(form: &str, is_root: &dyn Fn(&str) -> bool) -> bool {
    let mut is_built = false;
    strip::each_stem(form, &mut |stem| {
        let affixes = stem.affixes;
        let has_plain_end = affixes.suffix == Suffix::None || affixes.prefix != Prefix::None;
        let derives = affixes.prefix != Prefix::None && affixes.prefix != Prefix::Ku && has_plain_end;
        let root = [stem.head, stem.rest].concat();
        is_built |= derives && stem.change != strip::Change::Wrong && root.len() > 3 && is_root(&root);
    });
    is_built
}
