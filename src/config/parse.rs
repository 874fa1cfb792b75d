//! From the text of a configuration file to a layer.

use serde::Deserialize as _;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::catalog::Catalog;
use super::genre;
use super::layer::{Layer, Override, Placed, Rejected, RuleSetting, Settings, Switch};
use super::mistake::{Mistake, of_toml};
use super::overlay;
use super::reader::{Key, Reader, Value, entries};
use crate::diagnostic::Severity;
use crate::rule::{Lang, Quotation};
use crate::text::Span;

const TOP: [&str; 11] = [
    "baseline",
    "extends",
    "files",
    "lang",
    "overrides",
    "preview",
    "profile",
    "quotation",
    "rule-folders",
    "rules",
    "words",
];
const OVERRIDE: [&str; 6] = ["files", "preview", "profile", "quotation", "rules", "words"];
const SWITCHES: [&str; 7] = ["off", "mati", "on", "nyala", "error", "warning", "info"];

/// What has to be read before a file can be checked.
#[derive(Clone, Debug, Default)]
pub struct References {
    /// The files it lies over, the lowest first.
    pub extends: Vec<Placed<String>>,
    /// Folders with rules of the user's own.
    pub rule_folders: Vec<Placed<String>>,
    /// The language it says.
    pub lang: Option<Lang>,
}

/// What the configuration `text` refers to. Mistakes are left to [`parse`].
pub fn references(text: &str) -> References {
    let Ok(table) = DeTable::parse(text) else { return References::default() };
    let mut reader = Reader { lang: Lang::Id, mistakes: Vec::new() };
    let mut list = |key: &str| table.get_ref().get(key).map(|value| reader.strings(value)).unwrap_or_default();
    let (extends, rule_folders) = (list("extends"), list("rule-folders"));
    let lang = table.get_ref().get("lang").and_then(|value| lang_of(value.get_ref().as_str()?));
    References { extends, rule_folders, lang }
}

/// What the configuration `text` says, and all that is wrong with it, in words of `lang`, sorted by place.
pub fn parse(text: &str, catalog: &Catalog, lang: Lang) -> (Layer, Vec<Mistake>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => return (Layer::default(), vec![of_toml(lang, &error)]),
    };
    let mut parser = Parser { catalog, reader: Reader { lang, mistakes: Vec::new() } };
    let layer = parser.layer(table.get_ref());
    let mut mistakes = parser.reader.mistakes;
    mistakes.sort_by_key(|mistake| mistake.span);
    (layer, mistakes)
}

/// What the table of a profile in `genre` says, and what is wrong with it.
pub(super) fn settings(table: &DeTable<'_>, catalog: &Catalog) -> (Settings, Vec<Mistake>) {
    let mut parser = Parser { catalog, reader: Reader { lang: Lang::En, mistakes: Vec::new() } };
    let mut settings = Settings::default();
    for (key, value) in entries(table) {
        match key.get_ref().as_ref() {
            "summary" | "en" => drop(parser.reader.string(value)),
            "preview" | "quotation" | "rules" => parser.setting(key, value, &mut settings),
            _ => parser.reader.unknown_key(key, &["summary", "en", "preview", "quotation", "rules"]),
        }
    }
    (settings, parser.reader.mistakes)
}

fn quotation_of(name: &str) -> Option<Quotation> {
    Quotation::ALL.into_iter().find(|quotation| quotation.name() == name)
}

fn lang_of(name: &str) -> Option<Lang> {
    match name {
        "id" => Some(Lang::Id),
        "en" => Some(Lang::En),
        _ => None,
    }
}

struct Parser<'c> {
    catalog: &'c Catalog,
    reader: Reader,
}

impl Parser<'_> {
    fn layer(&mut self, table: &DeTable<'_>) -> Layer {
        let mut layer = Layer::default();
        for (key, value) in entries(table) {
            match key.get_ref().as_ref() {
                "extends" | "rule-folders" => drop(self.reader.strings(value)),
                "lang" => layer.lang = self.lang(value),
                "baseline" => layer.baseline = self.reader.string(value),
                "files" => self.files(value, &mut layer),
                "overrides" => layer.overrides = self.overrides(value),
                "preview" | "profile" | "quotation" | "rules" | "words" => {
                    self.setting(key, value, &mut layer.settings);
                }
                _ => self.reader.unknown_key(key, &TOP),
            }
        }
        layer
    }

    fn lang(&mut self, value: &Value<'_>) -> Option<Lang> {
        let name = self.reader.string(value)?;
        let lang = lang_of(&name.value);
        if lang.is_none() {
            self.reader.unknown_value(name.span, &name.value, &["id", "en"]);
        }
        lang
    }

    fn files(&mut self, value: &Value<'_>, layer: &mut Layer) {
        for (key, value) in self.reader.table(value) {
            match key.get_ref().as_ref() {
                "include" => layer.include = self.reader.globs(value),
                "exclude" => layer.exclude = self.reader.globs(value),
                _ => self.reader.unknown_key(key, &["include", "exclude"]),
            }
        }
    }

    fn overrides(&mut self, value: &Value<'_>) -> Vec<Override> {
        let tables = self.reader.tables(value);
        tables.into_iter().map(|table| self.one_override(table)).collect()
    }

    fn one_override(&mut self, table: &Value<'_>) -> Override {
        let mut out = Override::default();
        let mut is_limited = false;
        for (key, value) in self.reader.table(table) {
            match key.get_ref().as_ref() {
                "files" => {
                    is_limited = true;
                    out.files = self.reader.globs(value);
                }
                "preview" | "profile" | "quotation" | "rules" | "words" => self.setting(key, value, &mut out.settings),
                _ => self.reader.unknown_key(key, &OVERRIDE),
            }
        }
        if !is_limited {
            let span = Span::of(table.span());
            self.reader.note(
                span,
                "kunci `files` tidak ada: untuk berkas mana?",
                "`files` is missing: for which files?",
            );
        }
        out
    }

    fn setting(&mut self, key: &Key<'_>, value: &Value<'_>, settings: &mut Settings) {
        match key.get_ref().as_ref() {
            "preview" => settings.preview = self.reader.boolean(value),
            "profile" => settings.profile = self.profile(value),
            "quotation" => settings.quotation = self.quotation(value),
            "rules" => settings.rules = self.rules(value),
            _ => self.words(value, settings),
        }
    }

    fn profile(&mut self, value: &Value<'_>) -> Option<String> {
        let name = self.reader.string(value)?;
        let mistake = genre::unknown(&name.value, name.span, self.reader.lang);
        let is_known = mistake.is_none();
        self.reader.mistakes.extend(mistake);
        is_known.then_some(name.value)
    }

    fn quotation(&mut self, value: &Value<'_>) -> Option<Quotation> {
        let name = self.reader.string(value)?;
        let quotation = quotation_of(&name.value);
        if quotation.is_none() {
            self.reader.unknown_value(name.span, &name.value, &Quotation::ALL.map(Quotation::name));
        }
        quotation
    }

    fn rules(&mut self, value: &Value<'_>) -> Vec<RuleSetting> {
        let table = self.reader.table(value);
        table.into_iter().filter_map(|(key, value)| self.rule(key, value)).collect()
    }

    fn rule(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<RuleSetting> {
        let name = key.get_ref().as_ref();
        let span = Span::of(key.span());
        let names = self.catalog.names();
        if !names.contains(&name) {
            self.reader.note(span, format!("tidak ada aturan `{name}`"), format!("there is no rule `{name}`"));
            let mistake = self.reader.mistakes.pop()?;
            self.reader.mistakes.push(mistake.meaning(self.reader.lang, name, names));
            return None;
        }
        let switch = self.switch(name, span, value)?;
        Some(RuleSetting { name: name.to_owned(), span, switch })
    }

    fn switch(&mut self, name: &str, key: Span, value: &Value<'_>) -> Option<Switch> {
        match value.get_ref() {
            DeValue::Boolean(true) => Some(Switch::On),
            DeValue::Boolean(false) => Some(Switch::Off),
            DeValue::Table(_) => self.table(name, key, value),
            DeValue::String(word) => {
                let switch = switch_of(word);
                if switch.is_none() {
                    self.reader.unknown_value(Span::of(value.span()), word, &SWITCHES);
                }
                switch
            }
            other => {
                let (id, en) = super::reader::kind(other);
                let id =
                    format!("seharusnya \"off\", tingkat (\"error\", \"warning\", \"info\") atau tabel, bukan {id}");
                let en =
                    format!("expected \"off\", a severity (\"error\", \"warning\", \"info\") or a table, not {en}");
                self.reader.note(Span::of(value.span()), id, en);
                None
            }
        }
    }

    fn table(&mut self, name: &str, key: Span, value: &Value<'_>) -> Option<Switch> {
        if !self.catalog.has_rule(name) {
            let id = format!("`{name}` adalah kelompok aturan: hanya \"off\" atau tingkat yang berlaku untuknya");
            self.reader.note(key, id, format!("`{name}` is a group of rules: it takes only \"off\" or a severity"));
            return None;
        }
        if let Some(text) = self.catalog.text_of(name) {
            overlay::check(&mut self.reader, text, value, key);
        }
        toml::Table::deserialize(ValueDeserializer::from(value.clone())).ok().map(Switch::Table)
    }

    fn words(&mut self, value: &Value<'_>, settings: &mut Settings) {
        for (key, value) in self.reader.table(value) {
            match key.get_ref().as_ref() {
                "accept" => {
                    let words = self.reader.strings(value);
                    settings.accept = words.into_iter().map(|word| word.value.to_lowercase()).collect();
                }
                "reject" => settings.reject = self.rejected(value),
                "dictionaries" => settings.dictionaries = self.reader.strings(value),
                "hunspell" => settings.hunspell = self.reader.strings(value),
                _ => self.reader.unknown_key(key, &["accept", "dictionaries", "hunspell", "reject"]),
            }
        }
        for word in settings.reject.iter().filter(|word| settings.accept.contains(&word.wrong)) {
            let id = format!("`{}` diterima dan ditolak sekaligus", word.wrong);
            self.reader.note(word.span, id, format!("`{}` is both accepted and rejected", word.wrong));
        }
    }

    fn rejected(&mut self, value: &Value<'_>) -> Vec<Rejected> {
        if let DeValue::Table(_) = value.get_ref() {
            let words = self.reader.table(value).into_iter().map(|(key, value)| {
                let right = self.reader.strings(value).into_iter().map(|word| word.value).collect();
                Rejected { wrong: key.get_ref().to_lowercase(), right, span: Span::of(key.span()) }
            });
            return words.collect();
        }
        let words = self.reader.strings(value).into_iter();
        words.map(|word| Rejected { wrong: word.value.to_lowercase(), right: Vec::new(), span: word.span }).collect()
    }
}

fn switch_of(word: &str) -> Option<Switch> {
    Some(match word {
        "off" | "mati" => Switch::Off,
        "on" | "nyala" => Switch::On,
        "error" => Switch::Severity(Severity::Error),
        "warning" => Switch::Severity(Severity::Warning),
        "info" => Switch::Severity(Severity::Info),
        _ => return None,
    })
}
