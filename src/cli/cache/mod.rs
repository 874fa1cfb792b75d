//! What was found in texts before, so that unchanged ones are not looked at again.
//!
//! What is found depends on nothing but the text, its format, the rules and this program; the key of an entry is a hash of
//! all of them, and so an entry is never out of date. No clock and no name of a file is asked. A cache that is damaged,
//! missing or not writable makes a run slower, never different.

mod entry;
mod key;
mod place;
mod shard;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::arguments::CacheAction;
use super::cause::Cause;
use super::check::unwritten;
use super::outcome::{Outcome, Stop};
use super::output::{Output, say};
use crate::rule::Lang;

pub use entry::Found;
pub use key::{Digest, Key};
pub use place::{default_folder, named_folder};
use shard::Shard;

/// The shards of a cache: a change in one article rewrites one of them.
const SHARDS: u8 = 64;

/// A cache on disk; shared by all threads, and by programs that run at the same time.
pub struct Cache {
    folder: PathBuf,
    shards: Vec<Mutex<Option<Shard>>>,
    program: Key,
}

impl Cache {
    /// The cache in `folder`, which need not exist; `None` where this program does not know itself.
    pub fn open(folder: PathBuf) -> Option<Self> {
        let shards = (0..SHARDS).map(|_| Mutex::new(None)).collect();
        Some(Self { folder, shards, program: key::of_program()? })
    }

    /// The key of a text under rules that have this `digest`, told apart by what else the `look` at it depends on.
    pub fn key(&self, digest: Digest, look: &str, text: &str) -> Key {
        self.program.with(digest, look, text)
    }

    /// What was found before.
    pub fn recall(&self, key: Key) -> Option<Found> {
        let bytes = self.with_shard(key, |shard| shard.read(key))?;
        Found::decode(&bytes)
    }

    /// Keeps what was found.
    pub fn keep(&self, key: Key, found: &Found) {
        let Some(bytes) = found.encode() else { return };
        self.with_shard(key, |shard| shard.add(key, bytes));
    }

    /// Writes what is new.
    ///
    /// # Errors
    /// When it cannot be written; what was written before stays.
    pub fn save(&self) -> std::io::Result<()> {
        self.shards.iter().try_for_each(|shard| lock(shard).as_mut().map_or(Ok(()), Shard::save))
    }

    fn with_shard<R>(&self, key: Key, act: impl FnOnce(&mut Shard) -> R) -> R {
        let number = key.number(SHARDS);
        let mut shard = lock(&self.shards[usize::from(number)]);
        act(shard.get_or_insert_with(|| Shard::open(self.path(number))))
    }

    fn path(&self, number: u8) -> PathBuf {
        self.folder.join(format!("{number:02}.{}", shard::EXTENSION))
    }
}

/// Does what the command `cache` is asked for, with the cache in `folder` or the usual one.
///
/// # Errors
/// When there is no usual folder, or something cannot be deleted.
pub fn serve(action: CacheAction, folder: Option<PathBuf>, lang: Lang) -> Result<Outcome, Stop> {
    let folder = folder.or_else(named_folder).or_else(default_folder).ok_or_else(|| {
        anyhow::anyhow!(lang.pick("folder cache pengguna tidak diketahui", "the user's folder of caches is not known"))
    })?;
    let shown = folder.display();
    match action {
        CacheAction::Path => {
            let mut stdout = Output::stdout();
            let written = stdout.write(format!("{shown}\n").as_bytes()).and_then(|()| stdout.flush());
            written.map_err(|error| unwritten(&error, lang))?;
        }
        CacheAction::Clean => {
            let bytes = place::clean(&folder).map_err(|error| {
                let cannot = lang.pick("singgahan tidak dapat dihapus", "the cache cannot be deleted");
                anyhow::anyhow!("{shown}: {cannot}: {}", Cause::from(&error).words(lang))
            })?;
            say(&match lang {
                Lang::Id => format!("singgahan dihapus: {shown} ({} KB)", bytes.div_ceil(1000)),
                Lang::En => format!("cache deleted: {shown} ({} KB)", bytes.div_ceil(1000)),
            });
        }
    }
    Ok(Outcome::Clean)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
