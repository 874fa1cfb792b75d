//! What a linter remembers of the blocks of one text from one look at it to the next.
//!
//! Equal blocks are read alike, and what is found in a block by itself depends on nothing but the block and the rules; so a
//! block that has not changed is not looked at again. See [`Part`].

use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashMap;

use crate::document::{Document, Part};

/// The blocks of a text as it was, with what was found in each. Belongs to one linter at a time.
#[derive(Default)]
pub struct Memo {
    linter: u64,
    known: FxHashMap<Part, Rc<Document<'static>>>,
    before: FxHashMap<Part, Rc<Document<'static>>>,
}

/// A number that no other linter has.
pub(super) fn number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Memo {
    /// Begins another look at the text, by the linter of this number: blocks that it does not come upon are forgotten.
    pub(super) fn turn_to(&mut self, linter: u64) {
        self.before = std::mem::take(&mut self.known);
        if self.linter != linter {
            self.before.clear();
            self.linter = linter;
        }
    }

    /// The block as it is remembered; where it is not, as `read` reads it.
    pub(super) fn recall(&mut self, part: Part, read: impl FnOnce(Part) -> Document<'static>) -> Rc<Document<'static>> {
        if let Some(known) = self.known.get(&part) {
            return known.clone();
        }
        let (part, document) = match self.before.remove_entry(&part) {
            Some(known) => known,
            None => (part.clone(), Rc::new(read(part))),
        };
        self.known.insert(part, document.clone());
        document
    }
}
