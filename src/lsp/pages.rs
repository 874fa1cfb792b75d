//! Where the pages of rules are.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::uri;
use crate::report::rule_markdown;
use crate::rule::{Lang, catalog};

/// The pages of rules: at an address, or as files written when they are first needed.
#[derive(Debug, Default)]
pub struct Pages {
    /// The address that the client's settings name.
    pub address: Option<String>,
    written: RefCell<HashMap<(String, Lang), Option<String>>>,
}

impl Pages {
    /// The address of a rule's page; `None` for rules of the user's own.
    pub fn href(&self, rule: &str, lang: Lang) -> Option<String> {
        let toml = catalog::toml_of(rule)?;
        if let Some(address) = &self.address {
            return Some(format!("{address}/{rule}.md"));
        }
        let mut written = self.written.borrow_mut();
        written.entry((rule.to_owned(), lang)).or_insert_with(|| write(rule, toml, lang)).clone()
    }
}

/// Whether the file is a page that was written here.
pub fn is_page(path: &Path) -> bool {
    folder().is_some_and(|folder| path.starts_with(folder))
}

/// Writes the page into the user's cache, so that it is the page of this very version and needs no network.
fn write(rule: &str, toml: &str, lang: Lang) -> Option<String> {
    let folder = folder()?.join(env!("CARGO_PKG_VERSION")).join(lang.pick("id", "en"));
    let path = folder.join(format!("{rule}.md"));
    let text = rule_markdown(&catalog::whole(rule)?, toml, lang);
    if fs::read_to_string(&path).ok().as_ref() != Some(&text) {
        fs::create_dir_all(&folder).ok()?;
        fs::write(&path, text).ok()?;
    }
    Some(uri::of_path(&path))
}

/// The folder of the pages of all versions.
fn folder() -> Option<PathBuf> {
    cache().map(|cache| cache.join("saksama"))
}

/// The folder of the user's caches, as the system has it.
fn cache() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = |below: &str| set("HOME").map(|home| home.join(below));
    if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home("Library/Caches")
    } else {
        set("XDG_CACHE_HOME").or_else(|| home(".cache"))
    }
}
