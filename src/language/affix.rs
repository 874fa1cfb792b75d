//! Affixes and clitics of Indonesian words.
/// stub
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Affixes;
impl Affixes {
    /// stub
    pub fn has_suffix(self) -> bool {
        false
    }
    /// stub
    pub fn split(self) -> (Self, Self) {
        (self, self)
    }
}
