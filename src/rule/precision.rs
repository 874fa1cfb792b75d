//! How often the built-in rules are right in natural text: what `precision/` records.

use crate::diagnostic::Severity;

include!(concat!(env!("OUT_DIR"), "/precision.rs"));

/// So many alarms have to be judged before their share says something.
pub const ENOUGH: usize = 20;
/// A rule that gave no wrong alarm in so many words is proven with fewer.
pub const WORDS_ENOUGH: usize = 200_000;

/// What is known of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// Alarms in all texts.
    pub alarms: usize,
    /// Those that were drawn and read.
    pub judged: usize,
    /// Those of them that an editor would follow.
    pub right: usize,
}

/// The record of the built-in rule `name`.
pub fn of(name: &str) -> Option<Precision> {
    let at = FIGURES.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    let [alarms, judged, right] = FIGURES[at].1;
    Some(Precision { alarms, judged, right })
}

/// The words of all texts that were read.
pub fn words() -> usize {
    WORDS
}

/// The least share of right alarms, in hundredths, that a stable rule of this severity has.
pub const fn least(severity: Severity) -> usize {
    match severity {
        Severity::Error => 95,
        Severity::Warning => 85,
        Severity::Info => 75,
    }
}

impl Precision {
    /// The share of right alarms among the judged ones.
    pub fn share(self) -> Option<f64> {
        (self.judged > 0).then(|| self.right as f64 / self.judged as f64)
    }

    /// Whether a rule of this severity may be stable: right often enough on twenty alarms, or never wrong in 200,000 words.
    pub fn is_proven(self, severity: Severity) -> bool {
        if self.judged >= ENOUGH {
            return self.right * 100 >= self.judged * least(severity);
        }
        WORDS >= WORDS_ENOUGH && self.judged == self.alarms && self.right == self.judged
    }
}
