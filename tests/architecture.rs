//! The invariants of docs/architecture.md that can be read off the `use` lines.

use std::fs;
use std::path::{Path, PathBuf};

/// For every module, the modules of this crate it may name.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("text", &[]),
    ("diagnostic", &["text"]),
    ("format", &["text"]),
    ("language", &["text", "format"]),
    ("document", &["text", "format", "language"]),
    ("check", &["text", "format", "language", "document"]),
    ("rule", &["text", "diagnostic", "check"]),
    ("config", &["text", "rule", "diagnostic"]),
    ("lint", &["text", "diagnostic", "format", "language", "document", "check", "rule"]),
    ("fix", &["text", "diagnostic"]),
    ("baseline", &["text", "diagnostic"]),
    ("report", &["text", "diagnostic", "rule", "baseline"]),
    (
        "cli",
        &[
            "text",
            "diagnostic",
            "format",
            "language",
            "document",
            "lint",
            "rule",
            "config",
            "fix",
            "report",
            "lsp",
            "baseline",
        ],
    ),
    ("lsp", &["text", "diagnostic", "format", "lint", "rule", "config", "fix", "report", "cli"]),
    ("wasm", &["text", "diagnostic", "format", "lint", "rule", "config"]),
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// Every source file with its module and its text, unit tests left out.
fn modules() -> Vec<(String, PathBuf, String)> {
    let mut paths = Vec::new();
    sources(Path::new("src"), &mut paths);
    paths.sort();
    let module = |path: &Path| {
        let first = path.components().nth(1).expect("a path below src");
        first.as_os_str().to_str().expect("ASCII").trim_end_matches(".rs").to_owned()
    };
    let code = |path: &Path| {
        let text = fs::read_to_string(path).expect("a readable file");
        text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
    };
    paths.into_iter().map(|path| (module(&path), path.clone(), code(&path))).collect()
}

#[test]
fn modules_name_only_those_below_them() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else { continue };
        for (index, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for named in line.split("crate::").skip(1) {
                let end = named.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(named.len());
                let named = &named[..end];
                if !named.is_empty() && named != module && !allowed.contains(&named) {
                    wrong.push(format!("{}:{}: {module} names {named}", path.display(), index + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_edges_touch_files_environment_clock_and_terminal() {
    let mut wrong = Vec::new();
    for (module, path, code) in modules() {
        if matches!(module.as_str(), "cli" | "lsp" | "main") {
            continue;
        }
        for bad in ["std::fs", "std::env", "std::time", "std::process", "println!", "eprintln!", "std::net"] {
            let says = |line: &&str| line.contains(bad) && !line.trim_start().starts_with("//");
            if let Some(line) = code.lines().find(says) {
                wrong.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for (_, path, code) in modules() {
        assert!(code.starts_with("//! "), "{} does not begin with a sentence on its purpose", path.display());
    }
}
