//! Values of a TOML text, read with every mistake noted and none fatal.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Globs, Mistake, Placed};
use crate::rule::Lang;
use crate::text::Span;

/// A key of a table.
pub(super) type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
/// A value of a table.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// Reads values and notes what is wrong.
pub(super) struct Reader {
    pub(super) lang: Lang,
    pub(super) mistakes: Vec<Mistake>,
}

impl Reader {
    /// Notes a mistake, in one language of two.
    pub(super) fn note(&mut self, span: Span, id: impl Into<String>, en: impl Into<String>) {
        let message = if self.lang == Lang::Id { id.into() } else { en.into() };
        self.mistakes.push(Mistake::new(span, message));
    }

    /// Notes that the value is not `wanted`, named in both languages.
    fn note_kind(&mut self, value: &Value<'_>, wanted: (&str, &str)) {
        let (id, en) = kind(value.get_ref());
        let span = Span::of(value.span());
        self.note(span, format!("seharusnya {}, bukan {id}", wanted.0), format!("expected {}, not {en}", wanted.1));
    }

    /// Notes a key that is none of `known`.
    pub(super) fn unknown_key(&mut self, key: &Key<'_>, known: &[&str]) {
        let name = key.get_ref();
        let message = match self.lang {
            Lang::Id => format!("kunci `{name}` tidak dikenal"),
            Lang::En => format!("unknown key `{name}`"),
        };
        let mistake = Mistake::new(Span::of(key.span()), message);
        self.mistakes.push(mistake.one_of(self.lang, name, known));
    }

    /// Notes a value that is none of `known`.
    pub(super) fn unknown_value(&mut self, span: Span, written: &str, known: &[&str]) {
        let message = match self.lang {
            Lang::Id => format!("nilai `{written}` tidak dikenal"),
            Lang::En => format!("unknown value `{written}`"),
        };
        self.mistakes.push(Mistake::new(span, message).one_of(self.lang, written, known));
    }

    /// A text.
    pub(super) fn string(&mut self, value: &Value<'_>) -> Option<Placed<String>> {
        let DeValue::String(text) = value.get_ref() else {
            self.note_kind(value, ("teks dalam tanda petik", "a string"));
            return None;
        };
        Some(Placed { span: Span::of(value.span()), value: text.clone().into_owned() })
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, value: &Value<'_>) -> Option<bool> {
        let DeValue::Boolean(boolean) = value.get_ref() else {
            self.note_kind(value, ("true atau false", "true or false"));
            return None;
        };
        Some(*boolean)
    }

    /// A list of texts, or one text.
    pub(super) fn strings(&mut self, value: &Value<'_>) -> Vec<Placed<String>> {
        match value.get_ref() {
            DeValue::String(_) => self.string(value).into_iter().collect(),
            DeValue::Array(values) => values.iter().filter_map(|value| self.string(value)).collect(),
            _ => {
                self.note_kind(value, ("daftar teks", "a list of strings"));
                Vec::new()
            }
        }
    }

    /// Globs that can be used.
    pub(super) fn globs(&mut self, value: &Value<'_>) -> Vec<String> {
        let mut good = Vec::new();
        for glob in self.strings(value) {
            match Globs::new([glob.value.as_str()]) {
                Ok(_) => good.push(glob.value),
                Err((_, reason)) => {
                    let id = format!("pola berkas tidak dapat dipakai: {reason}");
                    self.note(glob.span, id, format!("glob cannot be used: {reason}"));
                }
            }
        }
        good
    }

    /// The entries of a table, in the order of the text.
    pub(super) fn table<'v, 't>(&mut self, value: &'v Value<'t>) -> Vec<(&'v Key<'t>, &'v Value<'t>)> {
        let DeValue::Table(table) = value.get_ref() else {
            self.note_kind(value, ("tabel", "a table"));
            return Vec::new();
        };
        entries(table)
    }

    /// The elements of a list of tables.
    pub(super) fn tables<'v, 't>(&mut self, value: &'v Value<'t>) -> Vec<&'v Value<'t>> {
        let DeValue::Array(values) = value.get_ref() else {
            self.note_kind(value, ("daftar tabel `[[…]]`", "a list of tables `[[…]]`"));
            return Vec::new();
        };
        values.iter().collect()
    }
}

/// The entries of a table, in the order of the text.
pub(super) fn entries<'v, 't>(table: &'v DeTable<'t>) -> Vec<(&'v Key<'t>, &'v Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The kind of a value, in both languages.
pub(super) fn kind(value: &DeValue<'_>) -> (&'static str, &'static str) {
    match value {
        DeValue::String(_) => ("teks", "a string"),
        DeValue::Integer(_) => ("bilangan bulat", "an integer"),
        DeValue::Float(_) => ("bilangan", "a number"),
        DeValue::Boolean(_) => ("true atau false", "a boolean"),
        DeValue::Datetime(_) => ("tanggal", "a date"),
        DeValue::Array(_) => ("daftar", "a list"),
        DeValue::Table(_) => ("tabel", "a table"),
    }
}
