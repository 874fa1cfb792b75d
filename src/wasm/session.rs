//! A conversation with a program: settings, then one text after the other, each as JSON.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::told::{ToldFailure, ToldFinding, ToldFindings, ToldMistake, ToldMistakes};
use super::units::Units;
use crate::config::{self, Catalog, Mistake, REJECTED, Settings, Wishes};
use crate::format::Format;
use crate::lint::{Linter, Memo, RuleSet};
use crate::rule::Lang;
use crate::text::{Source, Span};

/// What is to hold for all texts.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Wanted {
    /// The language of messages: `id` or `en`; without one, that of the configuration.
    lang: Option<Language>,
    /// The text of a `saksama.toml`.
    configuration: String,
}

/// A language, as it is called here.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Language {
    Id,
    En,
}

/// A text to lint.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// Its name, whose extension says how it is marked up.
    #[serde(default)]
    name: String,
    text: String,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Id => Self::Id,
            Language::En => Self::En,
        }
    }
}

/// Rules, and what they know of the text linted last: it is most likely to come again, with one more letter.
#[derive(Default)]
pub struct Session {
    linter: Option<Linter<'static>>,
    memo: Memo,
}

impl Session {
    /// Takes settings, `{"lang": "id", "configuration": "…"}`, both of which may be missing. Answers with
    /// `{"mistakes": […]}`; unless there are none, what held before still holds.
    pub fn configure(&mut self, request: &[u8]) -> String {
        let wanted: Wanted = match read(request) {
            Ok(wanted) => wanted,
            Err(failure) => return failure,
        };
        let text = &wanted.configuration;
        let mistakes = match rules(text, wanted.lang.map(Lang::from)) {
            Ok(rules) => {
                self.linter = Some(Linter::shared(Arc::new(rules)));
                Vec::new()
            }
            Err(mistakes) => mistakes,
        };
        let units = Units::new(text);
        told(&ToldMistakes { mistakes: mistakes.iter().map(|mistake| ToldMistake::new(mistake, &units)).collect() })
    }

    /// Lints `{"name": "draf.md", "text": "…"}`. Answers with `{"diagnostics": […]}`. Only what has changed since the last
    /// text is looked at anew.
    pub fn lint(&mut self, request: &[u8]) -> String {
        let Given { name, text } = match read(request) {
            Ok(given) => given,
            Err(failure) => return failure,
        };
        let format = Format::of_name(&name);
        let source = Source::new(name, text);
        let linter = self.linter.get_or_insert_with(|| Linter::shared(Arc::new(unchanged())));
        let found = linter.lint_again(&source, format, &mut self.memo);
        let units = Units::new(&source.text);
        told(&ToldFindings { diagnostics: found.iter().map(|finding| ToldFinding::new(finding, &units)).collect() })
    }
}

/// The rules that hold without any settings.
fn unchanged() -> RuleSet {
    rules("", None).unwrap_or_else(|mistakes| unreachable!("nothing is wrong with nothing: {mistakes:?}"))
}

/// The rules that the configuration `text` makes, with messages in `lang`, or in the language it says.
///
/// There are no files: what it says of some files only, and all files that it names, are passed over.
fn rules(text: &str, lang: Option<Lang>) -> Result<RuleSet, Vec<Mistake>> {
    let catalog = Catalog::built_in();
    let lang = lang.or(config::references(text).lang).unwrap_or_default();
    let (layer, mistakes) = config::parse(text, &catalog, lang);
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let resolved = config::resolve(&catalog, &[&layer.settings], &Wishes::default());
    let unfit = |(rule, reason): &(String, String)| unfit(&layer.settings, rule, reason, lang);
    if !resolved.unfit.is_empty() {
        return Err(resolved.unfit.iter().map(unfit).collect());
    }
    let rules = RuleSet::new(resolved.rules, &resolved.accept, lang);
    let rules = rules.map_err(|error| vec![unfit(&(error.rule, error.message))])?;
    Ok(rules.knowing(vec![REJECTED.to_owned()]))
}

/// The mistake that a rule cannot be used as `settings` have it.
fn unfit(settings: &Settings, rule: &str, reason: &str, lang: Lang) -> Mistake {
    let place = settings.rules.iter().rfind(|setting| setting.name == rule).map(|setting| setting.span);
    let message = format!("{} `{rule}`: {reason}", lang.pick("aturan tidak dapat dipakai", "cannot use rule"));
    Mistake::new(place.unwrap_or(Span::new(0, 0)), message)
}

/// The request, or the answer that it cannot be understood.
fn read<T: DeserializeOwned>(request: &[u8]) -> Result<T, String> {
    serde_json::from_slice(request).map_err(|error| told(&ToldFailure { error: error.to_string() }))
}

fn told(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).expect("plain structs with string keys are JSON")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn ask(answer: impl FnOnce(&[u8]) -> String, request: &Value) -> Value {
        serde_json::from_str(&answer(request.to_string().as_bytes())).expect("JSON")
    }

    #[test]
    fn a_text_is_linted_under_the_settings_that_hold() {
        let mut session = Session::default();
        let text = json!({"name": "draf.md", "text": "🙂 Rapat **di mulai**.\n"});
        let found = ask(|request| session.lint(request), &text);
        let [finding] = found["diagnostics"].as_array().map_or(&[][..], Vec::as_slice) else { panic!("{found}") };
        assert_eq!(
            (&finding["rule"], &finding["start"], &finding["end"]),
            (&json!("di-terpisah"), &json!(11), &json!(19))
        );
        assert_eq!(finding["fixes"][0]["edits"], json!([{"start": 11, "end": 19, "text": "dimulai"}]));

        let settings = json!({"lang": "en", "configuration": "[rules]\ndi-terpisah = \"info\"\n"});
        assert_eq!(ask(|request| session.configure(request), &settings), json!({"mistakes": []}));
        let found = ask(|request| session.lint(request), &text);
        assert_eq!(found["diagnostics"][0]["severity"], "info");
        assert!(found["diagnostics"][0]["message"].as_str().is_some_and(|said| said.starts_with("Write")), "{found}");
    }

    #[test]
    fn a_mistake_is_told_where_it_is_and_changes_nothing() {
        let mut session = Session::default();
        let wrong = json!({"lang": "en", "configuration": "[rules]\ndi-terpisa = \"off\"\n"});
        let answer = ask(|request| session.configure(request), &wrong);
        assert_eq!(
            (&answer["mistakes"][0]["start"], &answer["mistakes"][0]["end"]),
            (&json!(8), &json!(18)),
            "{answer}"
        );
        let found = ask(|request| session.lint(request), &json!({"text": "Rapat di mulai."}));
        assert_eq!(found["diagnostics"][0]["rule"], "di-terpisah");
        assert!(ask(|request| session.lint(request), &json!({"teks": ""}))["error"].is_string());
        assert!(session.configure(b"{").contains("error"));
    }
}
