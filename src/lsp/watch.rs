//! Noticing changed configuration files where the client does not tell of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::cli::configuration::{NAMES, WORDS};

/// When a file was written last and how long it is; `None` where there is none.
type State = Option<(SystemTime, u64)>;

/// Configuration files, there or not, as they were when last looked at.
#[derive(Debug, Default)]
pub struct Watch {
    seen: BTreeMap<PathBuf, State>,
}

impl Watch {
    /// Looks at all files that may govern the texts at `paths`; says whether one that was seen before has changed.
    pub fn look<'p>(&mut self, paths: impl Iterator<Item = &'p Path>) -> bool {
        let mut now = BTreeMap::new();
        for folder in paths.flat_map(|path| path.ancestors().skip(1)) {
            for name in NAMES.iter().chain([&WORDS]) {
                now.entry(folder.join(name)).or_insert_with_key(|file| state(file));
            }
        }
        let has_changed = now.iter().any(|(file, state)| self.seen.get(file).is_some_and(|seen| seen != state));
        self.seen = now;
        has_changed
    }
}

fn state(file: &Path) -> State {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}
