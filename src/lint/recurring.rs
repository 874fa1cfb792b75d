//! The blocks that texts have in common: boxes about authors, disclaimers, calls to action.
//!
//! What is found in a block by itself depends on nothing but the block and the rules (see [`Part`]), so a block that is met
//! again and again is looked at no more than twice. One that is met once leaves no more than a hash: texts that repeat nothing
//! pay next to nothing.

use std::hash::BuildHasher as _;
use std::rc::Rc;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::document::{Document, Part};

/// Blocks met twice or more by one linter, with what was found in each, and hashes of those met.
#[derive(Default)]
pub(super) struct Recurring {
    /// For every slot, the lower half of the hash of the last block that fell into it.
    met: Vec<u32>,
    kept: Blocks,
    /// Those kept before `kept` was begun; the ones that are met once more go over.
    before: Blocks,
    /// The text of `kept`, in bytes.
    bytes: usize,
}

type Blocks = FxHashMap<Part, Rc<Document<'static>>>;

/// The number of slots, as a power of two.
const SLOTS_BITS: u32 = 15;

/// So much text is kept before the blocks that are not met any more are forgotten; with its words and findings a block takes
/// some thirty times its text.
const MOST_BYTES: usize = 128 << 10;

impl Recurring {
    /// The block as it was met before; where it was not, as `read` reads it.
    pub(super) fn recall(&mut self, part: Part, read: impl FnOnce(Part) -> Document<'static>) -> Rc<Document<'static>> {
        if !self.has_met(&part) {
            return Rc::new(read(part));
        }
        if let Some(known) = self.kept.get(&part) {
            return known.clone();
        }
        let (part, document) = match self.before.remove_entry(&part) {
            Some(known) => known,
            None => (part.clone(), Rc::new(read(part))),
        };
        self.keep(part, document.clone());
        document
    }

    /// Whether the block has been met, as far as the slots tell; it has been now.
    fn has_met(&mut self, part: &Part) -> bool {
        self.met.resize(1 << SLOTS_BITS, 0);
        let hash = FxBuildHasher.hash_one(part);
        let slot = usize::try_from(hash >> (u64::BITS - SLOTS_BITS)).unwrap_or(0);
        std::mem::replace(&mut self.met[slot], hash as u32) == hash as u32
    }

    fn keep(&mut self, part: Part, document: Rc<Document<'static>>) {
        self.bytes += document.prose.text.len();
        if self.bytes > MOST_BYTES {
            self.before = std::mem::take(&mut self.kept);
            self.bytes = document.prose.text.len();
        }
        self.kept.insert(part, document);
    }
}
