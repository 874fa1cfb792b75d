//! How what is known of a word is packed into 64 bits; shared with the build script that packs it.

/// Bits 0..14: the word classes, in the order of `Class`.
pub const CLASSES: u64 = (1 << 14) - 1;
/// Bits 14..18: the number of the most frequent class, or `NO_CLASS`.
pub const MAIN: u32 = 14;
/// The main class of a word whose class is not known.
pub const NO_CLASS: u64 = 15;
/// Bits 18..22: the frequency band.
pub const BAND: u32 = 18;
/// Bits 22..24: the trust.
pub const TRUST: u32 = 22;
/// Trust of a word that people wrote into a list.
pub const CURATED: u64 = 2;
/// Bits 30..34: how often *di-* is joined to the word, as a band.
pub const PASSIVE: u32 = 30;
/// Bits 34..38: how often the word follows the preposition *di*, as a band.
pub const PREPOSITION: u32 = 34;

/// A name of a person, place or organisation, seldom anything else.
pub const NAME: u64 = 1 << 24;
/// A word of another language.
pub const FOREIGN: u64 = 1 << 25;
/// A root with a *di-* passive.
pub const TRANSITIVE: u64 = 1 << 26;
/// A root: not itself built with an affix.
pub const ROOT: u64 = 1 << 27;
/// A verb root without a noun reading.
pub const PURE_VERB: u64 = 1 << 28;
/// A place or locative that the preposition *di* introduces.
pub const PLACE: u64 = 1 << 29;
/// A word of a closed class (preposition, pronoun, conjunction, ...).
pub const FUNCTION: u64 = 1 << 38;
/// A verb root that also has a noun reading, but after *di* is nearly always a passive.
pub const MOSTLY_VERB: u64 = 1 << 39;
/// A noun that ends in *-kan* or *-i* (*pekan*, *kaki*), or another word that is never a passive stem.
pub const NEVER_PASSIVE: u64 = 1 << 40;
/// A verb root that after *di* is as often a noun.
pub const NOUN_AND_VERB: u64 = 1 << 41;
/// A compound that is one word only between a prefix and a suffix (*tindaklanjut*).
pub const BOUND: u64 = 1 << 42;
/// A verb root that takes *ber-*, *ter-* or nothing, or becomes transitive by a suffix only.
pub const INTRANSITIVE: u64 = 1 << 43;
/// A root whose classes people judged, so that what is missing among them is missing.
pub const JUDGED: u64 = 1 << 44;
