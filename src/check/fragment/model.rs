//! How likely a full stop cuts a sentence in two: a linear model over the features of both sides.

use super::boundary::Boundary;
use super::features;
use super::weights::{BIAS, DIGEST, WEIGHTS};

/// The log odds, in hundredths, that the stop of `boundary` does not belong there.
pub fn score(boundary: &Boundary) -> i32 {
    let weight = |feature: usize| {
        let feature = u16::try_from(feature).unwrap_or(u16::MAX);
        WEIGHTS.binary_search_by_key(&feature, |&(number, _)| number).map_or(0, |at| i32::from(WEIGHTS[at].1))
    };
    BIAS + boundary.features().into_iter().map(weight).sum::<i32>()
}

/// Whether the weights were trained for the features as they are now.
pub fn is_current() -> bool {
    features::feature_digest() == DIGEST
}
