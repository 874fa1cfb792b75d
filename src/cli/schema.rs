//! The JSON Schema of `saksama.toml`, for editors that complete and check it.
//!
//! The types here say what may be written; [`crate::config`] reads it, with places for its mistakes. A test holds that both know
//! the same keys.

#![expect(dead_code, reason = "only the schema is made of these types")]

use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

use crate::config::{Catalog, genre};

/// Configuration of saksama
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Configuration {
    /// Bahasa pesan. / Language of messages.
    lang: Option<Lang>,
    /// Berkas berisi temuan lama, relatif terhadap folder ini. / The file with known findings, relative to this folder.
    baseline: Option<String>,
    /// Konfigurasi yang berada di bawah konfigurasi ini. / Configurations that lie below this one.
    extends: Option<OneOrMany>,
    /// Folder berisi aturan sendiri. / Folders with rules of your own.
    rule_folders: Option<OneOrMany>,
    /// Berkas mana yang diperiksa. / Which files are checked.
    files: Option<Files>,
    /// Lain untuk berkas tertentu; yang belakangan menimpa. / Other settings for some files; later ones over earlier ones.
    overrides: Option<Vec<Override>>,
    #[schemars(flatten)]
    settings: Settings,
}

/// Settings for some files
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Override {
    /// Berkasnya, sebagai glob. / The files, as globs.
    files: OneOrMany,
    #[schemars(flatten)]
    settings: Settings,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
struct Settings {
    /// Profil tempat semuanya bertumpu. / The profile that all else lies on.
    profile: Option<String>,
    /// Pakai juga aturan yang masih diuji coba. / Also rules that are still being tried out.
    preview: Option<bool>,
    /// Nasib kutipan. / What becomes of quoted speech.
    quotation: Option<Quotation>,
    /// Aturan dan kelompok aturan. / Rules and groups of rules.
    rules: Option<BTreeMap<String, Switch>>,
    /// Kata yang diterima dan ditolak. / Words accepted and rejected.
    words: Option<Words>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Files {
    /// Hanya ini. / Only these.
    include: Option<OneOrMany>,
    /// Bukan ini. / Not these.
    exclude: Option<OneOrMany>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Words {
    /// Di dalam kata ini tidak ada temuan. / No rule finds anything in these words.
    accept: Option<OneOrMany>,
    /// Kata yang tidak boleh dipakai. / Words that must not be used.
    reject: Option<Rejected>,
    /// Berkas berisi kata yang diterima. / Files with words to accept.
    dictionaries: Option<OneOrMany>,
    /// Kamus hunspell, tanpa `.aff` dan `.dic`. / Dictionaries of hunspell, without `.aff` and `.dic`.
    hunspell: Option<OneOrMany>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Rejected {
    List(OneOrMany),
    /// Penggantinya. / What to write instead.
    Instead(BTreeMap<String, OneOrMany>),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Lang {
    Id,
    En,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Quotation {
    Count,
    Lower,
    Skip,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Switch {
    IsOn(bool),
    Word(SwitchWord),
    Table(serde_json::Map<String, Value>),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum SwitchWord {
    Off,
    Mati,
    On,
    Nyala,
    Error,
    Warning,
    Info,
}

/// The schema, with all built-in rules and profiles by name.
pub fn schema() -> String {
    let mut schema = schema_for!(Configuration).to_value();
    let catalog = Catalog::built_in();
    let summaries: BTreeMap<&str, String> = catalog
        .rules()
        .map(|rule| (rule.name.as_str(), format!("{} / {}", rule.summary.trim(), rule.en.summary.trim())))
        .collect();
    let mut rules = serde_json::Map::new();
    for name in catalog.names() {
        let mut switch = json!({"$ref": "#/$defs/Switch"});
        if let Some(summary) = summaries.get(name) {
            switch["description"] = json!(summary);
        }
        rules.insert(name.to_owned(), switch);
    }
    for settings in ["", "/$defs/Override"] {
        let Some(properties) = schema.pointer_mut(&format!("{settings}/properties")) else { continue };
        properties["rules"]["properties"] = Value::Object(rules.clone());
        properties["profile"]["enum"] = json!(genre::names());
    }
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::config;
    use crate::rule;

    /// The keys that the reader of configurations names when it meets one that it does not know.
    fn known(text: &str) -> BTreeSet<String> {
        let (_, mistakes) = config::parse(text, &Catalog::built_in(), rule::Lang::En);
        let mut hints =
            mistakes.iter().filter_map(|mistake| mistake.hint.as_deref()).filter(|hint| hint.starts_with("there are"));
        let hint = hints.next_back().expect("an unknown key far from all others is told with all there are");
        hint.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn the_schema_knows_the_keys_that_are_read() {
        let schema: Value = serde_json::from_str(&schema()).expect("a schema is JSON");
        let keys = |at: &str| {
            let properties = schema.pointer(at).and_then(Value::as_object).expect("a table of properties");
            properties.keys().cloned().collect::<BTreeSet<_>>()
        };
        for (at, text) in [
            ("/properties", "qqqqqqqqqqqq = 1"),
            ("/$defs/Override/properties", "[[overrides]]\nfiles = \"a\"\nqqqqqqqqqqqq = 1"),
            ("/$defs/Words/properties", "[words]\nqqqqqqqqqqqq = 1"),
            ("/$defs/Files/properties", "[files]\nqqqqqqqqqqqq = 1"),
        ] {
            assert_eq!(keys(at), known(text), "{at}");
        }
        assert!(keys("/properties/rules/properties").contains("di-terpisah"));
    }

    #[test]
    fn the_file_in_the_documents_is_this_schema() {
        let written = std::fs::read_to_string("docs/saksama.schema.json").unwrap_or_default();
        assert_eq!(written, schema(), "run: cargo run -- config schema > docs/saksama.schema.json");
    }
}
