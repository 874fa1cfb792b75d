//! What the client's own configuration says, under the section `saksama`.

use std::path::PathBuf;

use serde_json::Value;

use crate::rule::Lang;

/// When a text is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Run {
    /// After every change.
    #[default]
    OnType,
    /// When it is opened and when it is saved.
    OnSave,
}

/// Which texts are checked by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those that are open.
    #[default]
    Open,
    /// All of the workspace, where the client asks for them.
    Workspace,
}

/// The client's settings. Whatever cannot be read counts as not said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Whether anything is checked at all.
    pub is_on: bool,
    /// The language of messages; what `saksama.toml` says when it is not said here.
    pub lang: Option<Lang>,
    /// This configuration instead of the nearest `saksama.toml`, relative to the workspace folder.
    pub configuration: Option<PathBuf>,
    /// Only these rules or groups.
    pub select: Vec<String>,
    /// None of these rules or groups.
    pub ignore: Vec<String>,
    /// Rules that are still being tried out, too.
    pub preview: bool,
    /// The profile below all configurations, instead of the one they name.
    pub profile: Option<String>,
    /// When a text is checked.
    pub run: Run,
    /// Which texts are checked.
    pub scope: Scope,
    /// Where the pages of rules are, as an address without the rule's name and `.md`.
    pub rule_pages: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self::read(&Value::Null)
    }
}

impl Settings {
    /// The settings in `value`: the section `saksama`, or an object that holds it, or one that holds `settings`.
    pub fn read(value: &Value) -> Self {
        let inner = value.get("settings").unwrap_or(value);
        let section = inner.get("saksama").unwrap_or(inner);
        let text = |key: &str| section.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let flag = |key: &str| section.get(key).and_then(Value::as_bool);
        let list = |key: &str| -> Vec<String> {
            let names = section.get(key).and_then(Value::as_array).into_iter().flatten();
            names.filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Self {
            is_on: flag("enable").unwrap_or(true),
            lang: match text("lang") {
                Some("id") => Some(Lang::Id),
                Some("en") => Some(Lang::En),
                _ => None,
            },
            configuration: text("configuration").map(PathBuf::from),
            select: list("select"),
            ignore: list("ignore"),
            preview: flag("preview").unwrap_or(false),
            profile: text("profile").map(str::to_owned),
            run: if text("run") == Some("onSave") { Run::OnSave } else { Run::OnType },
            scope: if text("scope") == Some("workspace") { Scope::Workspace } else { Scope::Open },
            rule_pages: text("rulePages").map(|address| address.trim_end_matches('/').to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_are_found_at_every_depth_and_nonsense_is_passed_over() {
        let section = json!({ "lang": "en", "preview": true, "ignore": ["gaya", 3], "run": 5 });
        let read = Settings::read(&section);
        assert_eq!((read.lang, read.preview, read.run), (Some(Lang::En), true, Run::OnType));
        assert_eq!(read.ignore, ["gaya"]);
        assert_eq!(Settings::read(&json!({ "saksama": section.clone() })), read);
        assert_eq!(Settings::read(&json!({ "settings": { "saksama": section } })), read);
        assert_eq!(Settings::read(&json!([1])), Settings::default());
    }
}
