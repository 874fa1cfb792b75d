//! What the program tells of its settings and of its command line, and silencing with a reason.

use crate::BAD;
use crate::folder::{Folder, parsed};

/// The value of `key` and what set it.
fn origin(folder: &Folder, arguments: &str, key: &str) -> Option<(String, Option<String>)> {
    let told = folder.run(&format!("config show --format json {arguments}")).json();
    let values = told["values"].as_array().expect("a list").clone();
    let found = values.iter().find(|value| value["key"] == key)?;
    let text = |key: &str| found[key].as_str().map(str::to_owned);
    Some((text("value").expect("every key has a value"), text("source")))
}

#[test]
fn the_layer_that_set_a_value_is_told() {
    let folder = Folder::with(&[
        ("dasar.toml", "lang = \"en\"\n[rules]\nspasi-ganda = \"error\"\nkata-ganda = \"info\"\n"),
        (
            "saksama.toml",
            "extends = \"dasar.toml\"\nprofile = \"santai\"\n[rules]\nspasi-ganda = \"info\"\n[words]\naccept = [\"wisaya\"]\n\
             [[overrides]]\nfiles = \"arsip/\"\nrules = { spasi-ganda = \"off\" }\n",
        ),
        ("saksama.words.txt", "gawai\n"),
    ]);
    for (arguments, key, value, source) in [
        ("a.md", "lang", "en", Some("dasar.toml")),
        ("a.md", "profile", "santai", Some("saksama.toml")),
        ("a.md", "preview", "false", None),
        ("a.md", "rules.spasi-ganda", "info", Some("saksama.toml")),
        ("a.md", "rules.di-waktu", "off", Some("profile santai (saksama.toml)")),
        ("arsip/a.md", "rules.spasi-ganda", "off", Some("saksama.toml, overrides[0] (arsip/)")),
        ("a.md --select spasi-ganda", "rules.di-terpisah", "off", Some("command line")),
        ("a.md --preview", "preview", "true", Some("command line")),
        ("a.md", "words.accept", "gawai", Some("saksama.words.txt")),
    ] {
        let expected = Some((value.to_owned(), source.map(str::to_owned)));
        assert_eq!(origin(&folder, arguments, key), expected, "{arguments}: {key}");
    }
    assert_eq!(origin(&folder, "a.md", "rules.di-terpisah"), None, "what nothing set is not listed");
    assert!(folder.run("config show a.md").stdout.contains("rules.spasi-ganda"));
}

#[test]
fn all_configurations_are_looked_at_and_words_without_use_are_named() {
    let folder = Folder::with(&[
        ("saksama.toml", "[words]\naccept = [\"wisaya\", \"sapu\", \"gawai\"]\n"),
        ("saksama.words.txt", "tetikus\nnusa indah\n"),
        ("blog/saksama.toml", "[words]\naccept = [\"cuan\"]\n"),
        ("a.md", "Ia mewisayakan dan menyapu di Nusa Indah.\n"),
        ("blog/b.md", "Tetikus itu baru.\n"),
    ]);
    assert_eq!(folder.run("config check").code, 0);
    let unused = folder.run("config check --unused");
    assert_eq!(unused.code, 1);
    let told: Vec<&str> = unused.stdout.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(told, ["blog/saksama.toml", "saksama.toml"], "{}", unused.stdout);
    assert!(
        unused.stdout.contains("cuan") && unused.stdout.lines().any(|line| line.ends_with(": gawai")),
        "{}",
        unused.stdout
    );
    folder.write("blog/saksama.toml", b"[rules]\ntidak-ada = \"off\"\n");
    let wrong = folder.run("config check");
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("tidak-ada") && wrong.stderr.contains("blog/saksama.toml:2:1"), "{}", wrong.stderr);
    let schema = parsed(&folder.run("config schema").stdout);
    assert!(schema["properties"]["rules"]["properties"]["di-terpisah"].is_object());
}

#[test]
fn completions_and_pages_of_the_manual_are_there() {
    let folder = Folder::with(&[]);
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef saksama"),
        ("fish", "complete -c saksama"),
        ("powershell", "Register-"),
        ("elvish", "edit:"),
    ] {
        let printed = folder.run(&format!("completions {shell}")).stdout;
        assert!(printed.contains(mark) && printed.contains("fail-on-stale-baseline"), "{shell}");
    }
    assert_eq!(folder.run("completions tidak-ada").code, 2);
    assert!(folder.run("man").stdout.contains(".TH saksama 1"));
    assert_eq!(folder.run("man --folder halaman").code, 0);
    assert!(folder.text("halaman/saksama-check.1").contains("output"));
    assert!(folder.text("halaman/saksama-baseline-show.1").contains("baseline"));
}

#[test]
fn what_is_found_is_silenced_with_a_reason() {
    let two = format!("# Judul\n\n{BAD}\nSurat di tulis dan di kirim kemarin.\n");
    let folder = Folder::with(&[("a.md", &two), ("b.txt", BAD), ("c.md", "Tidak ada apa-apa di sini.\n")]);
    assert_eq!(folder.run("check --add-ignores").code, 2);
    let silenced = folder.run_with_words(&["check", "--add-ignores", "kutipan asli"]);
    assert_eq!(silenced.code, 0, "{}{}", silenced.stdout, silenced.stderr);
    assert!(silenced.stderr.contains("a.md: 3 temuan diredam"), "{}", silenced.stderr);
    let text = folder.text("a.md");
    assert!(text.contains("saksama-disable") && text.contains("di-terpisah: kutipan asli"), "{text}");
    assert!(text.contains("Rapat di mulai") && folder.text("b.txt").contains("kutipan asli"), "{text}");
    assert_eq!(folder.text("c.md"), "Tidak ada apa-apa di sini.\n");
    let after = folder.run("check");
    assert_eq!(after.code, 0, "nothing is found any more, not even a comment that is of no use: {}", after.stdout);
}
