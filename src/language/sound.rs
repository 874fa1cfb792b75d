//! The sound changes of prefixes: *meN-* with *koordinasi* makes *mengoordinasi*.

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};

/// Roots whose first consonant stays after *meN-*, against the rule.
const KEPT: &[&str] = &["kaji", "keret", "punya"];

/// Roots that begin with *r* in none of their sounds and yet lose the *r* of *ber-*, *ter-* and *per-*.
const DISSIMILATED: &[&str] = &[
    "kerja", "cermin", "serta", "ternak", "terbang", "pergi", "percaya", "bersit", "perdaya", "pergok", "lanjur",
    "lantar",
];

/// Roots that take *pe-* without a nasal when they name a doer.
const PLAIN_DOERS: &[&str] = &[
    "kerja", "tani", "tugas", "dagang", "juang", "jabat", "jalan", "tinju", "golf", "serta", "suruh", "tapa", "ubah",
    "silat", "sepak", "senam", "tenis", "judo", "gulat", "catur", "tualang", "ternak", "kebun", "cinta", "gawai",
    "tarung", "tatar", "saham", "dansa", "basket", "dangdut", "seluncur", "selancar", "panah", "dayung", "bisnis",
    "siar", "tambak", "tembakau", "disko", "drama", "bulu", "biola", "sulap", "gitar", "bola", "boling", "voli",
    "sepeda", "mobil", "motor", "kuda", "hobi", "duduk", "daftar", "dakwah", "damai",
];

/// Whether this root takes *pe-* without a nasal.
pub(super) fn is_plain_doer(root: &str) -> bool {
    PLAIN_DOERS.contains(&root)
}

/// Whether the *r* of *ber-*, *ter-*, *per-* is lost before this root.
pub(super) fn loses_r(root: &str) -> bool {
    root.starts_with('r') || DISSIMILATED.contains(&root)
}

/// Whether a nasal prefix leaves the first consonant of this root although the rule would melt it.
pub(super) fn keeps_first(root: &str) -> bool {
    KEPT.contains(&root)
}

/// Whether this letter is a vowel.
pub(super) fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether a root of one syllable takes *menge-* and *penge-*: one vowel, one consonant before it (*cat, sah*).
pub(super) fn is_monosyllable(root: &str) -> bool {
    let bytes = root.as_bytes();
    let vowels = bytes.iter().filter(|byte| is_vowel(**byte)).count();
    vowels == 1 && (2..=5).contains(&bytes.len()) && !is_vowel(bytes[0]) && is_vowel(bytes[1])
}

/// Builds the word of a root and its affixes, with the sound changes of standard spelling.
///
/// The root is taken as it is, known or not; an unheard-of one gets the regular form.
///
/// ```
/// use saksama::language::affix::{Affixes, Prefix, Suffix};
/// use saksama::language::morphology::generate;
///
/// assert_eq!(generate("koordinasi", Affixes::new(Prefix::Me, Suffix::None)), "mengoordinasi");
/// assert_eq!(generate("ajar", Affixes::new(Prefix::Pe, Suffix::An)), "pengajaran");
/// ```
pub fn generate(root: &str, affixes: Affixes) -> String {
    let mut word = String::with_capacity(root.len() + 16);
    match affixes.prefix {
        Prefix::None => {}
        Prefix::Me => push_nasal(&mut word, "me", root),
        Prefix::Pe => push_nasal(&mut word, "pe", root),
        Prefix::PlainPe => word.push_str(if root == "ajar" { "pel" } else { "pe" }),
        Prefix::Ber => push_r(&mut word, "be", root),
        Prefix::Ter => push_r(&mut word, "te", root),
        Prefix::Per => push_r(&mut word, "pe", root),
        Prefix::Memper => push_r(&mut word, "mempe", root),
        Prefix::Diper => push_r(&mut word, "dipe", root),
        Prefix::Terper => push_r(&mut word, "terpe", root),
        Prefix::Di => word.push_str("di"),
        Prefix::Ke => word.push_str("ke"),
        Prefix::Se => word.push_str("se"),
        Prefix::Ku => word.push_str("ku"),
        Prefix::Kau => word.push_str("kau"),
    }
    let melts = matches!(affixes.prefix, Prefix::Me | Prefix::Pe) && loses_first(root, affixes.prefix);
    word.push_str(if melts { &root[1..] } else { root });
    word.push_str(ending(affixes));
    word.push_str(clitic(affixes.clitic));
    word.push_str(particle(affixes.particle));
    word
}

fn ending(affixes: Affixes) -> &'static str {
    match affixes.suffix {
        Suffix::None => "",
        Suffix::Kan => "kan",
        Suffix::I => "i",
        Suffix::An => "an",
    }
}

fn clitic(clitic: Clitic) -> &'static str {
    match clitic {
        Clitic::None => "",
        Clitic::Nya => "nya",
        Clitic::Ku => "ku",
        Clitic::Mu => "mu",
    }
}

fn particle(particle: Particle) -> &'static str {
    match particle {
        Particle::None => "",
        Particle::Lah => "lah",
        Particle::Kah => "kah",
        Particle::Pun => "pun",
        Particle::Tah => "tah",
    }
}

/// *ber-, ter-, per-*: `open` without its *r*, which follows unless the root makes it fall; *ajar* makes it *l*.
fn push_r(word: &mut String, open: &str, root: &str) {
    word.push_str(open);
    if root == "ajar" && open != "te" {
        word.push('l');
    } else if !loses_r(root) {
        word.push('r');
    }
}

/// *meN-* or *peN-* with its nasal.
fn push_nasal(word: &mut String, open: &str, root: &str) {
    word.push_str(open);
    if is_monosyllable(root) {
        word.push_str("nge");
        return;
    }
    word.push_str(nasal(root));
}

/// The nasal that a root asks for.
fn nasal(root: &str) -> &'static str {
    let bytes = root.as_bytes();
    let Some(first) = bytes.first() else { return "" };
    match first {
        b'b' | b'f' | b'p' | b'v' => "m",
        b'd' | b'c' | b'j' | b't' | b'z' => "n",
        b's' if melts(root) => "ny",
        b's' => "n",
        b'l' | b'r' | b'w' | b'y' | b'm' | b'n' => "",
        _ => "ng",
    }
}

/// Whether the first letter melts into the nasal: *k p s t* before a vowel.
fn melts(root: &str) -> bool {
    let bytes = root.as_bytes();
    bytes.len() > 1 && matches!(bytes[0], b'k' | b'p' | b's' | b't') && is_vowel(bytes[1]) && !keeps_first(root)
}

/// Whether the first letter of the root is not written after the prefix.
fn loses_first(root: &str, prefix: Prefix) -> bool {
    if is_monosyllable(root) {
        return false;
    }
    // *peN-* also swallows the p of pr- and pl-: *pemrogram*.
    melts(root) || prefix == Prefix::Pe && (root.starts_with("pr") || root.starts_with("pl"))
}
