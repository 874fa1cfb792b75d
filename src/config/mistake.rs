//! What is wrong with a configuration or a rule file, and where.

use crate::rule::Lang;
use crate::text::{Span, nearest};

/// One mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where it is, in bytes of the file.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What was probably meant, or what to do.
    pub hint: Option<String>,
}

impl Mistake {
    /// A mistake without a hint.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), hint: None }
    }

    /// The same mistake, with the one of `names` that was probably meant for `written`.
    #[must_use]
    pub fn meaning<'n>(mut self, lang: Lang, written: &str, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.hint = nearest(written, names).map(|name| did_you_mean(lang, name));
        self
    }

    /// The same mistake, with the name that was probably meant, or all there are when none is near.
    #[must_use]
    pub fn one_of(self, lang: Lang, written: &str, names: &[&str]) -> Self {
        let mut mistake = self.meaning(lang, written, names.iter().copied());
        if mistake.hint.is_none() && !names.is_empty() {
            let list = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            mistake.hint = Some(format!("{}: {list}", lang.pick("yang ada", "there are")));
        }
        mistake
    }
}

fn did_you_mean(lang: Lang, name: &str) -> String {
    format!("{} `{name}`?", lang.pick("mungkin maksud Anda", "did you mean"))
}

/// The mistake that reading TOML met, in words of `lang`.
pub fn of_toml(lang: Lang, error: &toml::de::Error) -> Mistake {
    let span = error.span().map(Span::of).unwrap_or_default();
    let text = error.message();
    let (head, expected) = text.split_once(", expected ").unwrap_or((text, ""));
    let names: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    let written = head.split('`').nth(1).unwrap_or_default();
    let say = |id: &str, en: &str| lang.pick(id, en).to_owned();
    if head.starts_with("unknown field") {
        let message = say("kunci", "unknown key") + &format!(" `{written}`") + lang.pick(" tidak dikenal", "");
        return Mistake::new(span, message).one_of(lang, written, &names);
    }
    if head.starts_with("unknown variant") {
        let message = say("nilai", "unknown value") + &format!(" `{written}`") + lang.pick(" tidak dikenal", "");
        return Mistake::new(span, message).one_of(lang, written, &names);
    }
    if head.starts_with("missing field") {
        return Mistake::new(
            span,
            say("kunci", "the key") + &format!(" `{written}` ") + lang.pick("tidak ada", "is missing"),
        );
    }
    if let Some(kind) = head.strip_prefix("invalid type: ").or_else(|| head.strip_prefix("invalid value: ")) {
        let expected = if expected.is_empty() {
            String::new()
        } else {
            format!(", {} {}", lang.pick("seharusnya", "expected"), kind_of(lang, expected))
        };
        return Mistake::new(
            span,
            format!("{}: {}{expected}", lang.pick("jenis nilai keliru", "wrong kind of value"), kind_of(lang, kind)),
        );
    }
    // Where several kinds would do, serde names only the type that holds them.
    if head.starts_with("data did not match any variant") {
        return Mistake::new(span, lang.pick("jenis nilai keliru", "wrong kind of value").to_owned());
    }
    Mistake::new(span, format!("{}: {}", lang.pick("tidak dapat dibaca", "cannot be read"), text.replace('\n', "; ")))
}

/// The name of a kind of value as serde says it, in words of `lang`.
fn kind_of(lang: Lang, kind: &str) -> String {
    const WORDS: [(&str, &str); 12] = [
        ("string ", "teks "),
        ("a string or a sequence", "teks atau daftar"),
        ("a string", "teks"),
        ("boolean ", "nilai benar/salah "),
        ("a boolean", "true atau false"),
        ("integer ", "bilangan "),
        ("an integer", "bilangan bulat"),
        ("floating point ", "bilangan "),
        ("a sequence", "daftar"),
        ("sequence", "daftar"),
        ("a map", "tabel"),
        ("map", "tabel"),
    ];
    if lang == Lang::En {
        return kind.to_owned();
    }
    let known = WORDS.iter().find(|(english, _)| kind.starts_with(english));
    known.map_or_else(|| kind.to_owned(), |(english, own)| format!("{own}{}", &kind[english.len()..]))
}
