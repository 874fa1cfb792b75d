//! How strongly the two sides of a stop speak for a cut: network, linear model and grammar weighed together.

use super::boundary::{Boundary, Opening};
use super::model;
use super::piece::Nucleus;
use super::room::Room;
use super::words::Part;

/// No evidence at all, in nats.
pub const NONE: f32 = -100.0;
/// From where on a stop counts as spurious when its neighbour is read.
pub const STRONG: f32 = 4.0;

/// What the network's score weighs.
const NETWORK: f32 = 1.1;
/// What the linear model's score weighs beside it: for a cut, and against one.
const FOR: f32 = 0.3;
const AGAINST: f32 = 0.45;
/// The most that the linear model may say for or against, in nats.
const MOST: f32 = 6.0;
/// What little room costs, and what less costs.
const NARROW: f32 = 2.5;
const TIGHT: f32 = 4.0;
/// Pieces of so few words are whole sentences in stories and in talk, and cost so much.
const SHORT: usize = 7;
const SHORT_COST: f32 = 1.5;
/// What a list item costs, where fragments are style.
pub const ITEM_COST: f32 = 2.0;
/// What the network says at most: where that does not suffice for [`LEAST`], it is not asked.
const HIGHEST: f32 = 7.5;
/// The least evidence that any habit makes a finding of.
const LEAST: f32 = 1.0;
/// What grammar's word is worth for a clause that nothing follows, and the share of the linear model in it.
const LOOSE_CLAUSE: f32 = 5.0;
const LOOSE_LINEAR: f32 = 0.5;
/// The same for a subject or an adverbial that waits for its predicate or clause.
const LONELY_SUBJECT: f32 = 3.0;
/// What an auxiliary that opens the right piece adds: few sentences begin so.
const AUXILIARY: f32 = 0.5;
/// What a conjunction costs whose main clause may follow without a comma: *Jika hujan kami pulang*.
const LEADING_COST: f32 = 1.0;

/// The evidence that costs little.
#[derive(Clone, Copy, Debug)]
pub struct Cheap {
    room: Room,
    linear: f32,
    sum: f32,
}

impl Cheap {
    /// Reads it; none where the network's word would not change the outcome.
    pub fn of(boundary: &Boundary) -> Option<Self> {
        let room = boundary.room();
        let cost = match room {
            Room::None => return None,
            Room::Tight => TIGHT,
            Room::Narrow => NARROW,
            Room::Wide => 0.0,
        };
        let linear = linear(boundary);
        let short = if is_short(boundary) { SHORT_COST } else { 0.0 };
        let opening = match boundary.opening {
            Opening::Auxiliary => AUXILIARY,
            Opening::Subordinator if boundary.may_lead() => -LEADING_COST,
            _ => 0.0,
        };
        let sum = linear * if linear > 0.0 { FOR } else { AGAINST } - cost - short + opening;
        (sum + HIGHEST > LEAST).then_some(Self { room, linear, sum })
    }

    /// The evidence where grammar has the last word: a clause that only goes on with the sentence before.
    pub fn settled(&self, boundary: &Boundary) -> Option<f32> {
        // *Agar ini bekerja Anda memerlukan …*
        let right = &boundary.right;
        let led = right.predicate.is_some_and(|at| at > 2 && right.part(at - 1) == Part::Pronoun);
        let whole = (right.nucleus == Nucleus::Clause || led) && !boundary.never_opens();
        let loose = boundary.opening == Opening::Subordinator && self.linear >= 0.0 && !boundary.may_lead() && !whole;
        loose.then_some(LOOSE_CLAUSE + LOOSE_LINEAR * self.linear)
    }

    /// All evidence, in nats: `network` is the network's score.
    pub fn with(&self, boundary: &Boundary, network: f32) -> f32 {
        let evidence = self.sum + NETWORK * network;
        // *Dalam keadaan darurat, lembaga itu. Memiliki …*: nobody needs more than grammar to see it.
        if self.room == Room::Wide && waits(boundary, self.linear) {
            return evidence.max(LONELY_SUBJECT + LOOSE_LINEAR * self.linear);
        }
        evidence
    }
}

/// Whether a subject stands alone before a plain predicate, or an adverbial before a clause.
fn waits(boundary: &Boundary, linear: f32) -> bool {
    let (left, right) = (&boundary.left, &boundary.right);
    let end = right.parts.iter().position(|part| matches!(part, Part::Comma | Part::Relative | Part::Subordinator));
    let clause = &right.parts[..end.unwrap_or(right.parts.len())];
    let plain = !clause.iter().skip(1).any(|part| matches!(part, Part::Negation | Part::Copula | Part::Auxiliary));
    if boundary.opening == Opening::Forward {
        // *Sejak kecil.*, an answer, is short; *Karena harga naik.* is a clause.
        let clause = left.part(0) == Part::Subordinator && left.length > 3 && right.nucleus == Nucleus::Clause;
        return linear >= 0.0 && clause || linear >= 2.0 && !is_short(boundary);
    }
    let alone = left.is_bare() && left.part(0) != Part::Verb && left.length > 3;
    boundary.opening.is_verbal() && alone && plain && !right.second && linear >= 0.0
}

fn is_short(boundary: &Boundary) -> bool {
    boundary.left.length.max(boundary.right.length) <= SHORT
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
