//! Turning a rule off in `saksama.toml`, all else left as it was written.

use toml_edit::{DocumentMut, Item, Table, TomlError, value};

/// The text of a configuration in which `rule` is off.
///
/// # Errors
/// When the text is no TOML, or `rules` is no table.
pub fn off(text: &str, rule: &str) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: TomlError| error.message().to_owned())?;
    let rules = document.entry("rules").or_insert_with(|| Item::Table(Table::new()));
    let Some(rules) = rules.as_table_like_mut() else { return Err("`rules` is no table".to_owned()) };
    if rules.get(rule).is_some_and(Item::is_table) {
        rules.remove(rule);
    }
    if let Some(Item::Value(old)) = rules.get_mut(rule) {
        // The note behind the old value stays.
        let decor = old.decor().clone();
        *old = "off".into();
        *old.decor_mut() = decor;
    } else {
        rules.insert(rule, value("off"));
    }
    let text_after = document.to_string();
    Ok(if text.contains("\r\n") { text_after.replace("\r\n", "\n").replace('\n', "\r\n") } else { text_after })
}

#[cfg(test)]
mod tests {
    use super::off;

    #[test]
    fn comments_and_other_rules_stay() {
        let cases = [
            ("", "[rules]\nx = \"off\"\n"),
            (
                "# c\nlang = \"id\"\n\n[rules]\na = \"info\" # d\n",
                "# c\nlang = \"id\"\n\n[rules]\na = \"info\" # d\nx = \"off\"\n",
            ),
            ("[rules]\nx = \"info\" # d\n", "[rules]\nx = \"off\" # d\n"),
            ("rules = { a = false }\n", "rules = { a = false , x = \"off\" }\n"),
            ("[rules.x]\nseverity = \"info\"\n\n[words]\n", "[rules]\nx = \"off\"\n\n[words]\n"),
        ];
        for (before, after) in cases {
            assert_eq!(off(before, "x").as_deref(), Ok(after));
        }
        assert!(off("rules = 3", "x").is_err());
        assert!(off("[", "x").is_err());
    }
}
