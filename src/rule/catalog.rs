//! The rules that come with the program.

use super::Rule;

/// The name and the TOML text of every rule file, sorted by name; made by the build script.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rule_files.rs"));

/// What linting needs of every rule, without explanations and examples; made by the build script.
static COMPACT: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.json"));

/// All built-in rules, sorted by name, without explanations and examples.
pub fn built_in() -> Vec<Rule> {
    serde_json::from_str(COMPACT).expect("a test reads every rule file into this type")
}

/// The names of all built-in rules, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

/// The TOML text of the built-in rule `name`.
pub fn toml_of(name: &str) -> Option<&'static str> {
    let at = FILES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    Some(FILES[at].1)
}

/// The built-in rule `name` with its explanation and examples.
pub fn whole(name: &str) -> Option<Rule> {
    parse(name, toml_of(name)?).ok()
}

/// The rule `name` of a TOML text.
///
/// # Errors
/// What is wrong with the text, with its place.
pub fn parse(name: &str, text: &str) -> Result<Rule, toml::de::Error> {
    let mut rule: Rule = toml::from_str(text)?;
    name.clone_into(&mut rule.name);
    Ok(rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_file_is_a_rule_with_both_languages() {
        for (name, text) in FILES {
            let rule = parse(name, text).unwrap_or_else(|error| panic!("{name}: {error}"));
            rule.check.verify().unwrap_or_else(|error| panic!("{name}: {error}"));
            for text in [&rule.explanation, &rule.en.summary, &rule.en.message, &rule.en.explanation] {
                assert!(!text.trim().is_empty(), "{name} lacks a text");
            }
        }
        assert_eq!(built_in().len(), FILES.len());
    }
}
