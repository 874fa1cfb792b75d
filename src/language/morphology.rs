//! Taking words apart into root and affixes, and building them again.
use super::Classes;
use super::affix::Affixes;
/// stub
#[derive(Clone, Debug)]
pub struct Reading {
    /// s
    pub root: String,
    /// s
    pub affixes: Affixes,
    /// s
    pub classes: Classes,
}
/// stub
pub fn analyse(_: &str) -> Vec<Reading> {
    vec![]
}
/// stub
pub fn stems(_: &str) -> Vec<(Affixes, String)> {
    vec![]
}
/// stub
pub fn generate(root: &str, _: Affixes) -> String {
    root.into()
}
/// stub
pub fn is_known(_: &str) -> bool {
    true
}
