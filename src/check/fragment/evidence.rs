//! How strongly the two sides of a stop speak for a cut: network, linear model and grammar weighed together.

use super::boundary::{Boundary, Opening};
use super::grammar::Room;
use super::model;

/// No evidence at all, in nats.
pub const NONE: f32 = -100.0;
/// From where on a stop counts as spurious when its neighbour is read.
pub const STRONG: f32 = 4.0;

/// What a point of the linear model weighs beside one of the network.
const LINEAR: f32 = 0.5;
/// The most that the linear model may say for or against, in nats.
const MOST: f32 = 6.0;
/// What little room costs.
const NARROW: f32 = 2.0;
/// The network's highest score is near this: below [`LEAST`] less this it is not asked.
const HIGHEST: f32 = 7.5;
/// The least evidence that any habit makes a finding of.
const LEAST: f32 = 1.0;
/// What grammar's word is worth for a clause that nothing follows.
const LOOSE_CLAUSE: f32 = 5.5;

/// The evidence that costs little; none where more would not change the outcome.
pub fn cheap(boundary: &Boundary) -> Option<f32> {
    let room = match boundary.room() {
        Room::None => return None,
        Room::Narrow => -NARROW,
        Room::Wide => 0.0,
    };
    let cheap = room + LINEAR * linear(boundary);
    (cheap + HIGHEST > LEAST).then_some(cheap)
}

/// All evidence, in nats: `network` is the network's score.
pub fn whole(boundary: &Boundary, cheap: f32, network: f32) -> f32 {
    let evidence = cheap + network;
    let linear = linear(boundary);
    if boundary.opening == Opening::Subordinator && linear >= 0.0 && !boundary.may_lead() {
        return evidence.max(LOOSE_CLAUSE + LINEAR * linear);
    }
    evidence
}

/// The linear model's score above the border of its opening, in nats.
fn linear(boundary: &Boundary) -> f32 {
    let score = (model::score(boundary) - boundary.doubt() - border(boundary)) as f32 / 100.0;
    score.clamp(-MOST, MOST)
}

/// The score of the linear model, in hundredths, where cuts and whole boundaries balance; chosen by reading alarms on
/// development texts.
fn border(boundary: &Boundary) -> i32 {
    match (boundary.opening, boundary.first_word()) {
        // Without a main clause after a comma, these can only go on with the sentence before.
        (Opening::Subordinator, "di" | "dimana") => -1000,
        (Opening::Subordinator, "sehingga") => -600,
        (Opening::Subordinator, "bahwa") => -400,
        (Opening::Subordinator, "karena") => -100,
        (Opening::Subordinator, "jika" | "bila" | "kalau" | "apabila") => 300,
        (Opening::Subordinator, "ketika" | "saat" | "setelah" | "sebelum") => 200,
        (Opening::Subordinator | Opening::Relative | Opening::Forward, _) => 0,
        (Opening::Preposition, _) => 25,
        _ => 100,
    }
}

impl Boundary {
    /// Whether a main clause may follow the conjunction's clause without a comma, or as an imperative.
    fn may_lead(&self) -> bool {
        matches!(
            self.first_word(),
            "jika" | "bila" | "kalau" | "apabila" | "ketika" | "saat" | "setelah" | "sebelum" | "sementara" | "sejak"
        )
    }
}
