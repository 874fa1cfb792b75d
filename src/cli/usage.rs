//! What is wrong with the arguments, in Indonesian. In English the argument parser says it itself.

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use super::output::say;
use crate::report::visible;
use crate::rule::Lang;

/// Shows `error`, which may also be help that was asked for, and returns the exit code.
pub fn show(error: &Error, lang: Lang) -> u8 {
    match sentence(error).filter(|_| lang == Lang::Id) {
        Some(sentence) => say(&format!("saksama: {}\nLihat: saksama --help", visible(&sentence))),
        None => {
            let _nobody_listens = error.print();
        }
    }
    if error.use_stderr() { 2 } else { 0 }
}

/// What is wrong, where it is one of the usual mistakes.
fn sentence(error: &Error) -> Option<String> {
    let context = |kind| error.get(kind).map(ToString::to_string);
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            Some(format!("argumen {} tidak dikenal{}", argument?, meant(context(ContextKind::SuggestedArg))))
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand)?;
            Some(format!("perintah {name} tidak dikenal{}", meant(context(ContextKind::SuggestedSubcommand))))
        }
        ErrorKind::InvalidValue => {
            let value = context(ContextKind::InvalidValue).filter(|value| !value.is_empty());
            let Some(value) = value else { return Some(format!("{} perlu sebuah nilai", argument?)) };
            let valid = context(ContextKind::ValidValue).map(|valid| format!("; pilihan: {valid}"));
            Some(format!("nilai {value} untuk {} tidak sah{}", argument?, valid.unwrap_or_default()))
        }
        ErrorKind::ValueValidation => Some(format!(
            "nilai {} untuk {} tidak sah; tulislah bilangan bulat",
            context(ContextKind::InvalidValue)?,
            argument?
        )),
        ErrorKind::MissingRequiredArgument => Some(format!("{} harus diberikan", argument?)),
        ErrorKind::ArgumentConflict => {
            Some(format!("{} tidak dapat digabung dengan {}", argument?, context(ContextKind::PriorArg)?))
        }
        _ => None,
    }
}

fn meant(suggestion: Option<String>) -> String {
    suggestion.map_or_else(String::new, |name| format!("; mungkin maksud Anda {name}?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_mistakes_are_told_in_indonesian() {
        let told = |line: &str| {
            let words = line.split(' ');
            let error = super::super::help::command(Lang::Id).try_get_matches_from(words).expect_err("a mistake");
            sentence(&error)
        };
        for (line, expected) in [
            ("saksama check --fixx", "argumen --fixx tidak dikenal; mungkin maksud Anda --fix?"),
            ("saksama chek", "perintah chek tidak dikenal; mungkin maksud Anda check?"),
            (
                "saksama check --format xml",
                "nilai xml untuk --format <FORMAT> tidak sah; pilihan: text, concise, json, jsonl, github, sarif, \
                 gitlab, junit, checkstyle, rdjson, rdjsonl, markdown",
            ),
            ("saksama check --max-warnings x", "nilai x untuk --max-warnings <N> tidak sah; tulislah bilangan bulat"),
            ("saksama check --format", "--format <FORMAT> perlu sebuah nilai"),
            ("saksama check --config a --no-config", "--config <FILE> tidak dapat digabung dengan --no-config"),
            ("saksama explain", "<RULE> harus diberikan"),
        ] {
            assert_eq!(told(line).as_deref(), Some(expected), "{line}");
        }
    }
}
