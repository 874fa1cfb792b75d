//! The precision of a rule in one sentence.

use crate::rule::precision::{Precision, of, words};
use crate::rule::{Lang, Rule};

/// How often the built-in `rule` was right in natural text; `None` for a rule that was not measured.
pub(super) fn precision(rule: &Rule, lang: Lang) -> Option<String> {
    of(&rule.name).map(|found| sentence(found, words(), lang))
}

fn sentence(found: Precision, words: usize, lang: Lang) -> String {
    let Precision { alarms, judged, right } = found;
    let [alarms, words] = [alarms, words].map(|number| grouped(number, lang));
    match (found.judged, lang) {
        (0, Lang::Id) => format!("{alarms} peringatan dalam {words} kata teks alami"),
        (0, Lang::En) => format!("{alarms} alarms in {words} words of natural text"),
        (_, Lang::Id) => {
            let share = percent(right, judged).replace('.', ",");
            format!("{share}% ({right} dari {judged} yang dibaca tepat; {alarms} dalam {words} kata teks alami)")
        }
        (_, Lang::En) => {
            let share = percent(right, judged);
            format!(
                "{share}% ({right} of {judged} that were read are right; {alarms} in {words} words of natural text)"
            )
        }
    }
}

/// The share of `right` in hundredths, with one decimal where it has one.
fn percent(right: usize, judged: usize) -> String {
    let tenths = (right * 1000 + judged / 2) / judged;
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// A number with marks between thousands.
fn grouped(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(lang.pick(".", ","));
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_a_sentence() {
        let found = Precision { alarms: 1_234, judged: 48, right: 47 };
        let english = "97.9% (47 of 48 that were read are right; 1,234 in 1,220,495 words of natural text)";
        assert_eq!(sentence(found, 1_220_495, Lang::En), english);
        let none = Precision { alarms: 0, judged: 0, right: 0 };
        assert_eq!(sentence(none, 200_000, Lang::Id), "0 peringatan dalam 200.000 kata teks alami");
    }
}
