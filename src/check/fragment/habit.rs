//! What a document does with its full stops: where many cut sentences, one more is likelier; where none does, less.

/// Spurious and whole stops that every document is thought to have had before its first one.
const BEFORE: [f32; 2] = [0.06, 8.0];
/// The largest share of spurious stops that is believed.
const MOST: f32 = 0.5;
const ROUNDS: usize = 12;

/// The log odds that any of `total` stops of a document is spurious, given the evidence of those that might be, in nats.
///
/// Expectation and maximisation under a beta distribution: the share is what the stops, so weighed, come to.
pub fn log_odds(evidence: impl Iterator<Item = f32> + Clone, total: usize) -> f32 {
    let [cut, whole] = BEFORE;
    let mut share = cut / (cut + whole);
    for _ in 0..ROUNDS {
        let odds = logit(share);
        let expected: f32 = evidence.clone().map(|evidence| 1.0 / (1.0 + (-evidence - odds).exp())).sum();
        let next = ((cut + expected) / (cut + whole + total as f32)).min(MOST);
        // From here on every round comes to the same, as it does at once where no stop may be spurious.
        if next.to_bits() == share.to_bits() {
            break;
        }
        share = next;
    }
    logit(share)
}

fn logit(share: f32) -> f32 {
    (share / (1.0 - share)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certain_cuts_make_others_likelier_and_whole_stops_unlikelier() {
        let none = log_odds(std::iter::empty(), 0);
        assert!(log_odds([8.0; 6].into_iter(), 20) > none + 1.0);
        assert!(log_odds([-8.0; 6].into_iter(), 200) < none - 1.0);
    }

    #[test]
    fn doubtful_stops_do_not_confirm_each_other() {
        let alone = 2.0 + log_odds([2.0].into_iter(), 30);
        let together = 2.0 + log_odds([2.0; 5].into_iter(), 30);
        assert!(alone < -1.0 && together < 0.0, "{alone} {together}");
    }
}
