//! One file of a cache: an index and the entries, written anew as a whole.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use tempfile::Builder;

use super::key::{Key, checksum};

/// What names of shards end in.
pub const EXTENSION: &str = "saksama-cache";

/// What a shard begins with; another number for another layout.
const MAGIC: &[u8; 16] = b"saksama-cache 1\n";

/// The bytes at the end: the length of the index and its checksum. The index stands before, the entries before that.
const FOOT: u64 = 16;

/// The bytes of new entries that are held in memory before they are written.
const MOST_UNSAVED: usize = 512 << 10;

/// The bytes of entries that a shard may have; the ones not used longest go first.
const MOST_BYTES: u64 = 4 << 20;

/// The days after which an entry that was not used goes, and after which its use is noted anew.
const DAYS_KEPT: u32 = 30;
/// See [`DAYS_KEPT`].
const DAYS_UNNOTED: u32 = 7;

/// A shard: what its file has, and what is new.
pub struct Shard {
    path: PathBuf,
    stored: Stored,
    fresh: HashMap<Key, Vec<u8>>,
    fresh_bytes: usize,
    today: u32,
    has_news: bool,
}

/// What a file has.
#[derive(Default)]
struct Stored {
    file: Option<File>,
    slots: HashMap<Key, Slot>,
}

/// Where an entry stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Slot {
    key: Key,
    start: u64,
    length: u64,
    checksum: u64,
    /// When it was used last, in days since 1970.
    day: u32,
}

impl Shard {
    /// The shard at `path`; an empty one where there is none that can be read.
    pub fn open(path: PathBuf) -> Self {
        let stored = Stored::read(&path).unwrap_or_default();
        Self { path, stored, fresh: HashMap::new(), fresh_bytes: 0, today: today(), has_news: false }
    }

    /// The entry under `key`.
    pub fn read(&mut self, key: Key) -> Option<Vec<u8>> {
        if let Some(fresh) = self.fresh.get(&key) {
            return Some(fresh.clone());
        }
        let bytes = self.stored.bytes(key);
        let slot = self.stored.slots.get_mut(&key)?;
        self.has_news |= bytes.is_none() || slot.day + DAYS_UNNOTED <= self.today;
        slot.day = self.today;
        bytes
    }

    /// Adds an entry; when many are new, they are written.
    pub fn add(&mut self, key: Key, bytes: Vec<u8>) {
        self.fresh_bytes += bytes.len();
        self.fresh.insert(key, bytes);
        self.has_news = true;
        if self.fresh_bytes > MOST_UNSAVED {
            // What cannot be written is found again another time.
            let _unwritten = self.save();
        }
    }

    /// Writes what is new, beside what others have written meanwhile.
    ///
    /// # Errors
    /// When it cannot be written; it is then forgotten.
    pub fn save(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.has_news) {
            return Ok(());
        }
        let entries = self.entries();
        self.fresh_bytes = 0;
        // An open file cannot be replaced everywhere.
        self.stored.file = None;
        let written = write(&self.path, entries);
        self.stored = Stored::read(&self.path).unwrap_or_default();
        written
    }

    /// All entries that are worth keeping, the ones used last first; the new ones are taken out.
    fn entries(&mut self) -> Vec<(Slot, Vec<u8>)> {
        let mut now = Stored::read(&self.path).unwrap_or_default();
        let mut entries = Vec::new();
        for mut slot in now.slots.values().copied().collect::<Vec<_>>() {
            let own = self.stored.slots.get(&slot.key).map_or(0, |own| own.day);
            slot.day = slot.day.max(own).min(self.today);
            if slot.day + DAYS_KEPT >= self.today && !self.fresh.contains_key(&slot.key) {
                entries.extend(now.bytes(slot.key).map(|bytes| (slot, bytes)));
            }
        }
        for (key, bytes) in self.fresh.drain() {
            let slot =
                Slot { key, start: 0, length: bytes.len() as u64, checksum: key.checksum(&bytes), day: self.today };
            entries.push((slot, bytes));
        }
        entries.sort_by_key(|(slot, _)| (Reverse(slot.day), slot.key));
        entries
    }
}

impl Stored {
    /// What the file at `path` has; `None` where it is no shard, or a damaged one.
    fn read(path: &Path) -> Option<Self> {
        let mut file = File::open(path).ok()?;
        let length = file.metadata().ok()?.len();
        let mut head = [0; MAGIC.len()];
        file.read_exact(&mut head).ok().filter(|()| head == *MAGIC)?;
        file.seek(SeekFrom::Start(length.checked_sub(FOOT)?)).ok()?;
        let (size, sum) = (number(&mut file)?, number(&mut file)?);
        let start = length.checked_sub(FOOT)?.checked_sub(size)?;
        file.seek(SeekFrom::Start(start)).ok()?;
        let mut index = vec![0; usize::try_from(size).ok()?];
        file.read_exact(&mut index).ok()?;
        let slots: Vec<Slot> = postcard::from_bytes(&index).ok().filter(|_| checksum(&index) == sum)?;
        Some(Self { file: Some(file), slots: slots.into_iter().map(|slot| (slot.key, slot)).collect() })
    }

    /// The bytes of an entry, when they are what was written.
    fn bytes(&mut self, key: Key) -> Option<Vec<u8>> {
        let (slot, file) = (self.slots.get(&key)?, self.file.as_mut()?);
        let mut bytes = vec![0; usize::try_from(slot.length).ok().filter(|_| slot.length <= MOST_BYTES)?];
        file.seek(SeekFrom::Start(slot.start)).ok()?;
        file.read_exact(&mut bytes).ok()?;
        (key.checksum(&bytes) == slot.checksum).then_some(bytes)
    }
}

/// Puts a file with these entries in the place of the one at `path`; those at the end that are too many are left out.
fn write(path: &Path, entries: Vec<(Slot, Vec<u8>)>) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    super::place::prepare(folder)?;
    let mut fresh = io::BufWriter::new(Builder::new().prefix(".").suffix(".tmp").tempfile_in(folder)?);
    fresh.write_all(MAGIC)?;
    let mut slots = Vec::with_capacity(entries.len());
    let mut start = MAGIC.len() as u64;
    for (slot, bytes) in entries {
        if start + slot.length > MOST_BYTES {
            break;
        }
        fresh.write_all(&bytes)?;
        slots.push(Slot { start, ..slot });
        start += slot.length;
    }
    let index = postcard::to_allocvec(&slots).map_err(io::Error::other)?;
    fresh.write_all(&index)?;
    fresh.write_all(&(index.len() as u64).to_le_bytes())?;
    fresh.write_all(&checksum(&index).to_le_bytes())?;
    let fresh = fresh.into_inner().map_err(io::IntoInnerError::into_error)?;
    fresh.persist(path).map(drop).map_err(|error| error.error)
}

fn number(file: &mut File) -> Option<u64> {
    let mut bytes = [0; 8];
    file.read_exact(&mut bytes).ok()?;
    Some(u64::from_le_bytes(bytes))
}

fn today() -> u32 {
    const DAY: u64 = 24 * 60 * 60;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    u32::try_from(seconds / DAY).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        Key::of_text(name)
    }

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder can be made")
    }

    #[test]
    fn entries_outlive_the_program_and_those_of_others_stay() {
        let folder = folder();
        let path = folder.path().join("satu");
        let (mut mine, mut theirs) = (Shard::open(path.clone()), Shard::open(path.clone()));
        mine.add(key("a"), b"satu".to_vec());
        theirs.add(key("b"), b"dua".to_vec());
        mine.save().expect("writable");
        theirs.save().expect("writable");
        let mut shard = Shard::open(path);
        assert_eq!(shard.read(key("a")).as_deref(), Some(&b"satu"[..]));
        assert_eq!(shard.read(key("b")).as_deref(), Some(&b"dua"[..]));
        assert_eq!(shard.read(key("c")), None);
        assert!(!shard.has_news, "what was used today is not written again");
    }

    #[test]
    fn every_damage_is_noticed() {
        let folder = folder();
        let path = folder.path().join("satu");
        let mut shard = Shard::open(path.clone());
        shard.add(key("a"), b"satu dua tiga".to_vec());
        shard.save().expect("writable");
        let whole = std::fs::read(&path).expect("readable");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x55;
            std::fs::write(&path, damaged).expect("writable");
            assert_eq!(Shard::open(path.clone()).read(key("a")), None, "byte {at}");
            std::fs::write(&path, &whole[..at]).expect("writable");
            assert_eq!(Shard::open(path.clone()).read(key("a")), None, "cut at {at}");
        }
        let mut shard = Shard::open(path.clone());
        shard.add(key("a"), b"baru".to_vec());
        shard.save().expect("writable");
        assert_eq!(Shard::open(path).read(key("a")).as_deref(), Some(&b"baru"[..]), "a damaged one is replaced");
    }

    #[test]
    fn what_is_old_or_too_much_goes() {
        let folder = folder();
        let path = folder.path().join("satu");
        let mut shard = Shard::open(path.clone());
        shard.today -= DAYS_KEPT + 1;
        shard.add(key("lama"), b"a".to_vec());
        shard.save().expect("writable");
        let mut shard = Shard::open(path.clone());
        shard.today -= DAYS_UNNOTED;
        shard.add(key("minggu lalu"), b"b".to_vec());
        shard.save().expect("writable");
        let mut shard = Shard::open(path.clone());
        assert!(shard.read(key("minggu lalu")).is_some() && shard.has_news, "its use is noted");
        shard.save().expect("writable");
        assert_eq!(shard.read(key("lama")), None);
        for number in 0..12 {
            shard.add(key(&number.to_string()), vec![number; MOST_UNSAVED]);
        }
        shard.save().expect("writable");
        assert!(std::fs::metadata(&path).expect("there").len() <= MOST_BYTES + 4096);
        assert!((0..12).any(|number: u8| shard.read(key(&number.to_string())).is_some()));
    }
}
