//! Names of pages: safe on every file system, the same in every run, and no two alike.

use std::collections::HashMap;
use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;

/// So many characters of a path are kept in the name of its page.
const KEPT: usize = 60;

/// The names that were given, so that none is given twice.
#[derive(Default)]
pub struct Names {
    of_path: HashMap<String, String>,
    taken: HashMap<String, ()>,
}

impl Names {
    /// The name of the page of the article at `path`: letters and digits of the path, and a number that tells paths apart
    /// which look alike or differ in their case alone.
    pub fn of(&mut self, path: &str) -> String {
        if let Some(name) = self.of_path.get(path) {
            return name.clone();
        }
        let stem = format!("{}{:016x}", readable(path), digest(path));
        let free = |number: &u32| {
            let name = if *number == 1 { format!("{stem}.html") } else { format!("{stem}-{number}.html") };
            (!self.taken.contains_key(&name)).then_some(name)
        };
        let name = (1..).find_map(|number| free(&number)).unwrap_or(stem.clone());
        self.taken.insert(name.clone(), ());
        self.of_path.insert(path.to_owned(), name.clone());
        name
    }
}

/// The end of `path` in lower-case ASCII letters and digits, with `-` for all else, and a `-` behind it.
fn readable(path: &str) -> String {
    let mut out = String::new();
    for character in path.chars() {
        if character.is_ascii_alphanumeric() {
            out.push(character.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let kept = out.trim_matches('-');
    let kept = kept[kept.len().saturating_sub(KEPT)..].trim_start_matches('-');
    if kept.is_empty() { String::new() } else { format!("{kept}-") }
}

fn digest(path: &str) -> u64 {
    let mut hasher = SipHasher13::new();
    hasher.write(path.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_no_two_are_alike() {
        let mut names = Names::default();
        let paths = ["a.md", "A.md", "a/md", "a-md", "../a.md", "日本.md", "", "CON", &"x/".repeat(300)];
        let given: Vec<String> = paths.iter().map(|path| names.of(path)).collect();
        for (path, name) in paths.iter().zip(&given) {
            assert_eq!(names.of(path), *name, "a path keeps its name");
            assert!(name.len() < 100 && name.ends_with(".html"), "{name}");
            assert!(
                name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
            );
            assert_eq!(given.iter().filter(|other| *other == name).count(), 1, "{name}");
        }
        assert!(given[0].starts_with("a-md-"), "{}", given[0]);
    }
}
