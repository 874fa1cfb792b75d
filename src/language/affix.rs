//! Affixes and clitics of Indonesian words.

/// What stands before a root; the compound ones are those that no listed word shows the inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Prefix {
    /// Nothing.
    #[default]
    None,
    /// *meN-*: *menulis*.
    Me,
    /// *di-*: *ditulis*.
    Di,
    /// *ber-*: *berjalan*.
    Ber,
    /// *ter-*: *terbesar*.
    Ter,
    /// *per-*: *pertanian*.
    Per,
    /// *peN-*: *penulis*, *pengaduan*.
    Pe,
    /// *ke-*: *kedua*, *kebaikan*.
    Ke,
    /// *se-*: *sebesar*.
    Se,
    /// *memper-*: *memperbaiki*.
    Memper,
    /// *diper-*: *diperbaiki*.
    Diper,
    /// *terper-*: *terpercayai*.
    Terper,
    /// The clitic *ku-*: *kubaca*.
    Ku,
    /// The clitic *kau-*: *kaubaca*.
    Kau,
    /// *pe-* without a nasal, of verbs in *ber-* for the most part: *petani*, *pekerja*, *pelajar*.
    PlainPe,
}

/// What stands after a root.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Suffix {
    /// Nothing.
    #[default]
    None,
    /// *-kan*: *gunakan*.
    Kan,
    /// *-i*: *hadapi*.
    I,
    /// *-an*: *tulisan*.
    An,
}

/// A possessive or object clitic after root and suffix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clitic {
    /// Nothing.
    #[default]
    None,
    /// *-nya*.
    Nya,
    /// *-ku*.
    Ku,
    /// *-mu*.
    Mu,
}

/// A particle at the end of the word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Particle {
    /// Nothing.
    #[default]
    None,
    /// *-lah*.
    Lah,
    /// *-kah*.
    Kah,
    /// *-pun*, joined.
    Pun,
    /// *-tah*.
    Tah,
}

/// Everything around a root.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Affixes {
    /// Before the root.
    pub prefix: Prefix,
    /// Directly after the root.
    pub suffix: Suffix,
    /// After the suffix.
    pub clitic: Clitic,
    /// At the very end.
    pub particle: Particle,
}

impl Affixes {
    /// No affix at all.
    pub const NONE: Self =
        Self { prefix: Prefix::None, suffix: Suffix::None, clitic: Clitic::None, particle: Particle::None };

    /// A prefix and a suffix, without clitic or particle.
    pub const fn new(prefix: Prefix, suffix: Suffix) -> Self {
        Self { prefix, suffix, ..Self::NONE }
    }

    /// Whether the root stands alone.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// Whether there is a prefix or a suffix; clitics and particles do not count.
    pub fn derives(self) -> bool {
        self.prefix != Prefix::None || self.suffix != Suffix::None
    }
}
