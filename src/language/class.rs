//! Word classes, by the names of Universal Dependencies, and sets of them.

use std::ops::BitOr;

/// A word class (UPOS of Universal Dependencies, without the classes of punctuation and symbols).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Class {
    /// Adjective: *besar*.
    Adj,
    /// Preposition: *di*, *untuk*.
    Adp,
    /// Adverb: *sangat*.
    Adv,
    /// Auxiliary: *akan*, *telah*, *dapat*, *adalah*.
    Aux,
    /// Coordinating conjunction: *dan*.
    Cconj,
    /// Determiner: *para*, *setiap*, *ini*.
    Det,
    /// Interjection: *wah*.
    Intj,
    /// Noun: *rumah*.
    Noun,
    /// Numeral: *tiga*.
    Num,
    /// Particle: *tidak*, *pun*.
    Part,
    /// Pronoun: *mereka*.
    Pron,
    /// Proper noun: *Jakarta*.
    Propn,
    /// Subordinating conjunction: *karena*.
    Sconj,
    /// Verb: *membaca*.
    Verb,
}

impl Class {
    /// All classes, in the order of their numbers.
    pub const ALL: [Self; 14] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Sconj,
        Self::Verb,
    ];

    /// Its name in Universal Dependencies: `NOUN`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Sconj => "SCONJ",
            Self::Verb => "VERB",
        }
    }
}

/// A set of word classes; empty when nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(pub u16);

impl Classes {
    /// The set with nothing in it.
    pub const NONE: Self = Self(0);

    /// The set of one class.
    pub const fn only(class: Class) -> Self {
        Self(1 << class as u8)
    }

    /// The classes in the set, in the order of their numbers.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        Class::ALL.into_iter().filter(move |class| self.has(*class))
    }

    /// Whether `class` is in the set.
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the two sets share a class.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the set is empty.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `class` is in the set and nothing else.
    #[inline]
    pub const fn is_only(self, class: Class) -> bool {
        self.0 == 1 << class as u8
    }
}

impl From<Class> for Classes {
    fn from(class: Class) -> Self {
        Self::only(class)
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl FromIterator<Class> for Classes {
    fn from_iter<I: IntoIterator<Item = Class>>(classes: I) -> Self {
        classes.into_iter().fold(Self::NONE, |set, class| set | class.into())
    }
}
