//! Configuration files: what they change, and how their mistakes are shown.

use std::fs;
use std::path::Path;

use saksama::cli::configuration::{Choice, CommandLine, Configurations};
use saksama::cli::init;
use saksama::diagnostic::{Diagnostic, Severity};
use saksama::format::Format;
use saksama::lint::Linter;
use saksama::rule::{Lang, Rule};
use saksama::text::Source;

/// `tests/config/mistakes.txt`: a configuration each, and after `---` what is said of it. With `BLESS=1` in the
/// environment the file is written anew.
#[test]
fn mistakes_are_shown_with_line_and_caret() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/config/mistakes.txt");
    let table = fs::read_to_string(&path).expect("the table can be read");
    let mut now = String::new();
    for case in table.split("=== ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name on a line");
        let (config, _) = rest.split_once("---").expect("a line of hyphens");
        now.push_str(&format!("=== {name}\n{config}---\n{}", said_of(&[("saksama.toml", config)])));
    }
    if std::env::var_os("BLESS").is_some() {
        return fs::write(&path, &now).expect("the table can be written");
    }
    assert_eq!(now, table);
}

/// What is said of the configuration of these files, for a file `a.md` beside the first.
fn said_of(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    let path = folder.path().join(Path::new(files[0].0).with_file_name("a.md"));
    let said = Configurations::new(Choice::Nearest, CommandLine::default()).profile(&path);
    let said = said.err().map(|problem| problem.render(false)).unwrap_or_default();
    let said = said.replace(&format!("{}/", folder.path().display()), "");
    said.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

const OWN: &str = r#"
summary = "x"
group = "gaya"
severity = "warning"
message = "x"
source = "x"
en = { summary = "x", message = "x" }
check.suppression.looks-for = "unused"
"#;

/// Files, arguments such as `--select a`, the path asked for, and the rules that are on with their severities.
type Row<'r> = (&'r [(&'r str, &'r str)], &'r str, &'r str, &'r str);

#[rustfmt::skip]
const ROWS: &[Row<'_>] = &[
    // Without a configuration.
    (&[], "", "a.md", "sia=warning tak=warning"),
    // Severities, by rule, by group, for all; the order of lines does not matter.
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'info'")], "", "a.md", "sia=info tak=warning"),
    (&[("saksama.toml", "[rules]\nsaksama = 'error'")], "", "a.md", "sia=error tak=error"),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'info'\nsemua = 'error'")], "", "a.md", "sia=info tak=error"),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = { severity = 'info' }")], "", "a.md", "sia=info tak=warning"),
    // Off, in three ways, and on again.
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'off'")], "", "a.md", "tak=warning"),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'mati'")], "", "a.md", "tak=warning"),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = false")], "", "a.md", "tak=warning"),
    (&[("saksama.toml", "[rules]\nsaksama = 'off'\nperedam-sia-sia = true")], "", "a.md", "sia=warning"),
    // The nearest file governs, alone; the name without a dot counts first.
    (&[("saksama.toml", "[rules]\nsaksama = 'off'"), ("b/.saksama.toml", "")], "", "b/c/a.md", "sia=warning tak=warning"),
    (&[("saksama.toml", "[rules]\nsaksama = 'off'"), ("b/.saksama.toml", "")], "", "c/a.md", ""),
    (&[("saksama.toml", ""), (".saksama.toml", "[rules]\nsaksama = 'off'")], "", "a.md", "sia=warning tak=warning"),
    // What a file extends lies below it; of several, the later over the earlier.
    (&[("saksama.toml", "[rules]\nsaksama = 'error'"), ("b/saksama.toml", "extends = '../saksama.toml'\n[rules]\nperedam-sia-sia = 'info'")], "", "b/a.md", "sia=info tak=error"),
    (&[("x.toml", "[rules]\nsaksama = 'error'"), ("y.toml", "[rules]\nperedam-sia-sia = 'info'"), ("saksama.toml", "extends = ['x.toml', 'y.toml']")], "", "a.md", "sia=info tak=error"),
    (&[("x.toml", "[rules]\nsaksama = 'off'"), ("saksama.toml", "extends = 'x.toml'\n[rules]\nsaksama = 'info'")], "", "a.md", "sia=info tak=info"),
    // Overrides, by glob, in order.
    (&[("saksama.toml", "[[overrides]]\nfiles = ['blog/']\nrules = { saksama = 'info' }")], "", "blog/x/a.md", "sia=info tak=info"),
    (&[("saksama.toml", "[[overrides]]\nfiles = ['blog/']\nrules = { saksama = 'info' }")], "", "a.md", "sia=warning tak=warning"),
    (&[("saksama.toml", "[[overrides]]\nfiles = ['*.md']\nrules = { saksama = 'info' }\n[[overrides]]\nfiles = ['a.*']\nrules = { peredam-sia-sia = 'off' }")], "", "a.md", "tak=info"),
    (&[("saksama.toml", "[[overrides]]\nfiles = ['*', '!a.md']\nrules = { saksama = 'off' }")], "", "a.md", "sia=warning tak=warning"),
    // Globs are relative to the file they stand in.
    (&[("saksama.toml", "[[overrides]]\nfiles = ['/b/a.md']\nrules = { saksama = 'off' }"), ("b/saksama.toml", "extends = '../saksama.toml'")], "", "b/a.md", ""),
    // For files outside they are relative to the file that extends it.
    (&[("x/dasar.toml", "[[overrides]]\nfiles = ['/a.md']\nrules = { saksama = 'off' }"), ("b/saksama.toml", "extends = '../x/dasar.toml'")], "", "b/a.md", ""),
    // Rules of one's own are on, and can be spoken of like others.
    (&[("saksama.toml", "rule-folders = ['aturan']"), ("aturan/rumah.toml", OWN)], "", "a.md", "sia=warning tak=warning rumah=warning"),
    (&[("saksama.toml", "rule-folders = ['aturan']\n[rules]\nrumah = 'error'\nsaksama = 'off'"), ("aturan/rumah.toml", OWN)], "", "a.md", "rumah=error"),
    (&[("saksama.toml", "rule-folders = ['aturan']\n[rules.rumah]\nstatus = 'optional'\nseverity = 'info'"), ("aturan/rumah.toml", OWN)], "--ignore saksama", "a.md", "rumah=info"),
    // A profile lies below the configuration; that of the command line instead of the one named.
    (&[("saksama.toml", "profile = 'akademik'")], "", "a.md", "nama=warning sia=warning tak=warning"),
    (&[("saksama.toml", "profile = 'akademik'\n[rules]\nnama-baku-lazim = 'off'")], "", "a.md", "sia=warning tak=warning"),
    (&[("saksama.toml", "profile = 'akademik'")], "--profile santai", "a.md", "sia=warning tak=warning"),
    (&[], "--profile berita", "a.md", "nama=info sia=warning tak=warning"),
    (&[("x.toml", "profile = 'akademik'"), ("saksama.toml", "extends = 'x.toml'\nprofile = 'blog'")], "", "a.md", "sia=warning tak=warning"),
    (&[("saksama.toml", "[[overrides]]\nfiles = ['skripsi/']\nprofile = 'akademik'")], "", "skripsi/a.md", "nama=warning sia=warning tak=warning"),
    (&[("saksama.toml", "[[overrides]]\nfiles = ['skripsi/']\nprofile = 'akademik'")], "", "a.md", "sia=warning tak=warning"),
    (&[("saksama.toml", "[rules]\nnama-baku-lazim = 'error'\n[[overrides]]\nfiles = ['skripsi/']\nprofile = 'akademik'")], "", "skripsi/a.md", "nama=error sia=warning tak=warning"),
    (&[("saksama.toml", "profile = 'akademik'")], "--ignore nama-baku-lazim,peredam-sia-sia", "a.md", "tak=warning"),
    // The command line has the last word.
    (&[], "--select peredam-sia-sia", "a.md", "sia=warning"),
    (&[], "--ignore peredam-sia-sia", "a.md", "tak=warning"),
    (&[], "--ignore saksama", "a.md", ""),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'off'")], "--select peredam-sia-sia", "a.md", "sia=warning"),
    (&[("saksama.toml", "[rules]\nperedam-sia-sia = 'off'")], "--select saksama", "a.md", "tak=warning"),
    (&[("saksama.toml", "[rules]\nsaksama = 'off'")], "--select semua --ignore peredam-sia-sia", "a.md", "nama=info tak=warning"),
    (&[("saksama.toml", "[rules]\nsaksama = 'info'")], "--no-config", "a.md", "sia=warning tak=warning"),
    (&[("x/lain.toml", "[rules]\nsaksama = 'info'"), ("saksama.toml", "")], "--config x/lain.toml", "a.md", "sia=info tak=info"),
];

#[test]
fn layers_lie_over_each_other() {
    for (files, arguments, path, expected) in ROWS {
        let folder = folder(files);
        let configurations = with(folder.path(), arguments);
        let profile = configurations.profile(&folder.path().join(path));
        let profile = profile.unwrap_or_else(|problem| panic!("{files:?}\n{problem}"));
        let rules: Vec<String> = profile.rules.rules().iter().filter(|rule| is_looked_at(rule)).map(brief).collect();
        assert_eq!(rules.join(" "), *expected, "{files:?} {arguments} {path}");
    }
}

fn with(folder: &Path, arguments: &str) -> Configurations {
    let mut command_line = CommandLine::default();
    let mut choice = Choice::Nearest;
    let mut words = arguments.split_whitespace();
    while let Some(flag) = words.next() {
        match flag {
            "--no-config" => choice = Choice::None,
            "--config" => choice = Choice::File(folder.join(words.next().expect("a file"))),
            "--profile" => command_line.profile = words.next().map(ToOwned::to_owned),
            "--select" => command_line.select = words.next().map(ToOwned::to_owned).into_iter().collect(),
            _ => {
                command_line.ignore =
                    words.by_ref().take(1).flat_map(|names| names.split(',')).map(ToOwned::to_owned).collect()
            }
        }
    }
    Configurations::new(choice, command_line)
}

fn is_looked_at(rule: &Rule) -> bool {
    rule.name.starts_with("peredam-") || matches!(&*rule.name, "rumah" | "nama-baku-lazim")
}

fn brief(rule: &Rule) -> String {
    let short = rule.name.strip_prefix("peredam-").or_else(|| rule.name.strip_suffix("-baku-lazim"));
    let name = short.and_then(|rest| rest.split('-').next()).unwrap_or(&rule.name);
    format!("{name}={}", rule.severity.name())
}

#[test]
fn quotations_are_set_as_a_whole_or_by_rule_but_not_where_all_text_counts() {
    let of = |config: &str, arguments: &str| {
        let folder = folder(&[("saksama.toml", config)]);
        let profile =
            with(folder.path(), arguments).profile(&folder.path().join("a.md")).expect("a good configuration");
        ["di-terpisah", "fragmen-frasa", "mojibake"].map(|name| {
            let rule = profile.rules.rules().iter().find(|rule| rule.name == name).expect("the rule is on");
            rule.quotation.name()
        })
    };
    assert_eq!(of("", ""), ["lower", "skip", "count"]);
    assert_eq!(of("quotation = 'skip'", ""), ["skip", "skip", "count"]);
    assert_eq!(of("quotation = 'count'", ""), ["count", "count", "count"]);
    assert_eq!(of("quotation = 'skip'\nrules.di-terpisah.quotation = 'lower'", ""), ["lower", "skip", "count"]);
    assert_eq!(of("", "--profile berita"), ["skip", "skip", "count"]);
    assert_eq!(of("quotation = 'lower'", "--profile berita"), ["lower", "lower", "count"]);
    assert_eq!(of("rules.mojibake.quotation = 'skip'", ""), ["lower", "skip", "skip"]);
}

#[test]
fn a_table_changes_the_settings_of_a_check_and_leaves_the_rest() {
    let config =
        "[rules.peredam-sia-sia]\nmessage = 'Lain.'\n[rules.peredam-sia-sia.check.suppression]\nlooks-for = 'unknown'";
    let folder = folder(&[("saksama.toml", config)]);
    let profile = with(folder.path(), "").profile(&folder.path().join("a.md")).expect("a good configuration");
    let rule = profile.rules.rules().iter().find(|rule| rule.name == "peredam-sia-sia").expect("it is on");
    assert_eq!(rule.message, "Lain.");
    assert_eq!(rule.severity, Severity::Warning);
    assert!(!rule.en.message.is_empty());
    assert!(format!("{:?}", rule.check).contains("Unknown"));
}

#[test]
fn the_language_is_the_command_lines_then_the_files() {
    let folder = folder(&[("saksama.toml", "lang = 'en'")]);
    let lang = |lang| {
        let command_line = CommandLine { lang, ..CommandLine::default() };
        let configurations = Configurations::new(Choice::Nearest, command_line);
        configurations.profile(&folder.path().join("a.md")).expect("a good configuration").rules.lang()
    };
    assert_eq!(lang(None), Lang::En);
    assert_eq!(lang(Some(Lang::Id)), Lang::Id);
}

#[test]
fn files_are_included_and_excluded() {
    let files = [
        ("saksama.toml", "[files]\ninclude = ['*.md']\nexclude = ['arsip/', '!arsip/baru.md']"),
        ("b/saksama.toml", "extends = '../saksama.toml'\n[files]\nexclude = ['draf-*']"),
        ("c/saksama.toml", "extends = '../saksama.toml'\n[files]\ninclude = ['*.txt']"),
    ];
    let folder = folder(&files);
    let configurations = with(folder.path(), "");
    for (path, is_in) in [
        ("a.md", true),
        ("a.txt", false),
        ("arsip/a.md", false),
        ("arsip/baru.md", true),
        ("x/arsip/a.md", false),
        ("b/a.md", true),
        ("b/draf-a.md", false),
        ("b/arsip/a.md", false),
        ("c/a.txt", true),
        ("c/a.md", false),
        ("x/../a.md", true),
    ] {
        let said = configurations.includes(&folder.path().join(path));
        assert_eq!(said.unwrap_or_else(|problem| panic!("{problem}")), is_in, "{path}");
    }
}

#[test]
fn profiles_are_shared() {
    let config = "[[overrides]]\nfiles = ['a*']\nrules = { saksama = 'off' }";
    let folder = folder(&[("saksama.toml", config)]);
    let configurations = with(folder.path(), "");
    let profile = |path: &str| configurations.profile(&folder.path().join(path)).expect("a good configuration");
    assert!(std::sync::Arc::ptr_eq(&profile("a1.md"), &profile("x/a2.md")));
    assert!(!std::sync::Arc::ptr_eq(&profile("a1.md"), &profile("b.md")));
}

#[test]
fn circles_are_named() {
    let files = [("saksama.toml", "extends = 'x/y.toml'"), ("x/y.toml", "\nextends = ['../saksama.toml']")];
    let said = said_of(&files);
    assert!(said.contains("x/y.toml:2:12"), "{said}");
    assert!(said.contains("saling memperluas"), "{said}");
    assert!(said_of(&[("saksama.toml", "extends = 'saksama.toml'")]).contains("saksama.toml:1:11"));
}

#[test]
fn mistakes_in_own_rules_are_shown_in_their_file() {
    let said = |name: &str, text: &str| said_of(&[("saksama.toml", "rule-folders = ['aturan']"), (name, text)]);
    let wrong = said("aturan/rumah.toml", &OWN.replace("severity", "severty"));
    assert!(wrong.contains("aturan/rumah.toml:4:1") && wrong.contains("`severity`?"), "{wrong}");
    let taken = said("aturan/peredam-sia-sia.toml", OWN);
    assert!(taken.contains("[rules.peredam-sia-sia]"), "{taken}");
    let misnamed = said("aturan/Rumah Kita.toml", OWN);
    assert!(misnamed.contains("bukan nama aturan"), "{misnamed}");
}

#[test]
fn unknown_names_on_the_command_line_are_shown() {
    let command_line = CommandLine {
        select: vec!["saksama".to_owned(), "gyaa".to_owned()],
        ignore: vec!["peredam-sia".to_owned()],
        ..CommandLine::default()
    };
    let said = Configurations::new(Choice::None, command_line).profile(Path::new("a.md")).err();
    let said = said.expect("two names are unknown").render(false);
    assert!(said.contains("--select:1:9") && said.contains("`gaya`?"), "{said}");
    assert!(said.contains("--ignore:1:1") && said.contains("`peredam-sia-sia`?"), "{said}");
}

#[test]
fn nothing_in_a_configuration_reaches_the_terminal() {
    let said = said_of(&[("saksama.toml", "\"\\u001b[31m\" = \"\u{1b}]0;x\u{7}\"")]);
    assert!(!said.contains(['\u{1b}', '\u{7}']), "{said:?}");
    let folder = folder(&[("saksama.toml", "\"\\u001b[31m\" = 1")]);
    let said = with(folder.path(), "").profile(&folder.path().join("a.md")).err().expect("an unknown key");
    assert!(!said.render(false).contains('\u{1b}'));
    assert!(said.render(true).contains("\u{1b}["));
}

#[test]
fn a_first_configuration_is_good_and_never_overwrites() {
    for lang in [Lang::Id, Lang::En] {
        let folder = folder(&[]);
        let path = init::init(folder.path(), lang).expect("an empty folder");
        assert!(with(folder.path(), "").profile(&folder.path().join("a.md")).is_ok());
        fs::write(&path, "# milik saya").expect("a file");
        assert!(init::init(folder.path(), lang).is_err());
        assert_eq!(fs::read_to_string(path).expect("still there"), "# milik saya");
    }
    let hidden = folder(&[(".saksama.toml", "")]);
    assert!(init::init(hidden.path(), Lang::Id).is_err());
}

#[test]
fn rejected_words_are_found_and_accepted_ones_left_alone() {
    let config = "[words]\naccept = ['disini']\n[words.reject]\ncustomer = 'pelanggan'\nmeeting = ['rapat', 'temu']\nguys = []\n\
        [[overrides]]\nfiles = ['b.md']\nwords = { accept = ['guys'], reject = { meeting = 'pertemuan' } }\n\
        rules = { kata-ditolak = 'error' }\n[[overrides]]\nfiles = ['c.md']\nrules = { kata-ditolak = 'off' }";
    let folder = folder(&[("saksama.toml", config)]);
    let configurations = with(folder.path(), "");
    let text = "Seorang Customer menunggu disini dan guys ikut meeting.\n";
    for (name, expected) in [
        ("a.md", "warning Customer→Pelanggan warning guys→ warning meeting→rapat|temu"),
        ("b.md", "error Customer→Pelanggan error meeting→pertemuan"),
        ("c.md", ""),
    ] {
        let profile = configurations.profile(&folder.path().join(name)).unwrap_or_else(|problem| panic!("{problem}"));
        let found = Linter::new(&profile.rules).lint(&Source::new(name, text), Format::Markdown);
        let brief = |diagnostic: &Diagnostic| {
            let fixes: Vec<&str> = diagnostic.fixes.iter().map(|fix| fix.edits[0].text.as_str()).collect();
            format!("{} {}→{}", diagnostic.severity.name(), diagnostic.span.of_text(text), fixes.join("|"))
        };
        assert_eq!(found.iter().map(brief).collect::<Vec<_>>().join(" "), expected, "{name}");
    }
}

#[test]
fn a_comment_may_name_an_own_rule_that_is_off() {
    let files = [("saksama.toml", "rule-folders = ['aturan']\n[rules]\nrumah = 'off'"), ("aturan/rumah.toml", OWN)];
    let folder = folder(&files);
    let profile = with(folder.path(), "").profile(&folder.path().join("a.md")).expect("a good configuration");
    let lint = |text: &str| Linter::new(&profile.rules).lint(&Source::new("a.md", text), Format::Markdown).len();
    assert_eq!(lint("<!-- saksama-disable-file rumah -->\n\nRapat dimulai.\n"), 0);
    assert_eq!(lint("<!-- saksama-disable-file ruma -->\n\nRapat dimulai.\n"), 1);
}

#[test]
fn many_files_cost_next_to_nothing() {
    let folder =
        folder(&[("saksama.toml", "[files]\nexclude = ['x/']\n[[overrides]]\nfiles = ['*1.md']\npreview = true")]);
    let configurations = with(folder.path(), "");
    let first = configurations.profile(&folder.path().join("a1.md")).expect("a good configuration");
    let paths: Vec<_> = (0..5_000).map(|n| folder.path().join(format!("b/{}/{n}1.md", n % 50))).collect();
    let start = std::time::Instant::now();
    for path in &paths {
        assert!(configurations.includes(path).is_ok_and(|is_in| is_in));
        assert!(configurations.profile(path).is_ok_and(|profile| std::sync::Arc::ptr_eq(&profile, &first)));
    }
    // A few microseconds each; the bound is for slow machines and unoptimised builds.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}
