//! Messages: the language they are in, and filling what they leave open.

/// The language that messages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Indonesian, the writers' own.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The one of two texts that is in this language.
    pub const fn pick<T: Copy>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

/// The message `template` with every `{name}` replaced by its value; a name without a value stays as it is.
pub fn fill<T: AsRef<str>>(template: &str, value: impl Fn(&str) -> Option<T>) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = memchr::memchr(b'{', rest.as_bytes()) {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        match memchr::memchr(b'}', after.as_bytes()) {
            Some(close) if let Some(text) = value(&after[..close]) => {
                out.push_str(text.as_ref());
                rest = &after[close + 1..];
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_are_filled_and_others_stay() {
        let value = |name: &str| (name == "saran").then_some("dimulai");
        assert_eq!(fill("Tulis “{saran}”, {apa} {", value), "Tulis “dimulai”, {apa} {");
    }
}
