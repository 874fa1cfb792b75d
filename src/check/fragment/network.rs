//! How likely a full stop cuts a sentence in two: a small recurrent network reads towards it from both sides.
//!
//! A gated recurrent unit (Cho et al. 2014) reads the words before the stop forwards, another one those after it backwards,
//! so that each ends at the stop; one hidden layer judges what both remember. `build/train_fragments.py` trains it.

use std::sync::{LazyLock, OnceLock};

use fearless_simd::{Level, dispatch};

use super::symbol::{self, BEGIN};

/// How many words are read on either side.
pub const REACH: usize = 24;
/// Numbers that stand for a symbol.
const EMBEDDING: usize = 24;
/// Numbers that are remembered.
const STATE: usize = 32;
const GATES: usize = 3 * STATE;

static BYTES: &[u8] = include_bytes!("weights.bin");
static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::read(&mut Reader { rest: BYTES }));

/// The widest registers of this processor: the sums are the same in all of them.
static LEVEL: LazyLock<Level> = LazyLock::new(Level::new);

type State = [f32; STATE];

/// The log odds, in nats, that a stop is spurious whose left context is `left` and whose right context is `right`, as symbols
/// in reading order: as if cuts and whole boundaries were equally frequent.
pub fn score(left: &[u16], right: &[u16]) -> f32 {
    let network = &*NETWORK;
    dispatch!(*LEVEL, _simd => network.score(left, right))
}

/// Whether the weights were trained for the symbols as they are now.
pub fn is_current() -> bool {
    let network = &*NETWORK;
    network.embedding.len() == symbol::count() && network.output.len() == STATE && network.is_whole
}

struct Network {
    embedding: Vec<[f32; EMBEDDING]>,
    left: Unit,
    right: Unit,
    hidden: Vec<State>,
    hidden_bias: State,
    output: Vec<f32>,
    bias: f32,
    is_whole: bool,
}

impl Network {
    fn read(reader: &mut Reader) -> Self {
        let embedding: Vec<[f32; EMBEDDING]> = reader.rows(symbol::count());
        let begin = embedding[usize::from(BEGIN)];
        let (left, right) = (Unit::read(reader, &begin), Unit::read(reader, &begin));
        let hidden = reader.rows(3 * STATE);
        let [hidden_bias, output] = [reader.row::<STATE>(), reader.row::<STATE>()];
        let [bias] = reader.row::<1>();
        let is_whole = reader.rest.is_empty();
        Self { embedding, left, right, hidden, hidden_bias, output: output.to_vec(), bias, is_whole }
    }

    #[inline(always)]
    fn score(&self, left: &[u16], right: &[u16]) -> f32 {
        let left = self.left.run(&self.embedding, left.iter().copied());
        let right = self.right.run(&self.embedding, right.iter().rev().copied());
        self.judge(&left, &right)
    }

    #[inline(always)]
    fn judge(&self, left: &State, right: &State) -> f32 {
        let mut hidden = self.hidden_bias;
        let both: State = std::array::from_fn(|at| left[at] * right[at]);
        for (&value, row) in left.iter().chain(right).chain(&both).zip(&self.hidden) {
            add(&mut hidden, value, row);
        }
        self.bias + hidden.iter().zip(&self.output).map(|(value, weight)| value.max(0.0) * weight).sum::<f32>()
    }
}

/// What the gates of a unit make of so many numbers, in the order reset, update, new.
struct Gates<const N: usize> {
    rows: Box<[[State; 3]; N]>,
    bias: [State; 3],
}

impl<const N: usize> Gates<N> {
    fn of(rows: &[[f32; GATES]], bias: &[f32; GATES]) -> Self {
        let parts = |row: &[f32; GATES]| std::array::from_fn(|gate| std::array::from_fn(|at| row[gate * STATE + at]));
        Self { rows: Box::new(std::array::from_fn(|at| parts(&rows[at]))), bias: parts(bias) }
    }

    #[inline(always)]
    fn apply(&self, values: &[f32; N]) -> [State; 3] {
        let [mut reset, mut update, mut new] = self.bias;
        for (&value, row) in values.iter().zip(self.rows.iter()) {
            add(&mut reset, value, &row[0]);
            add(&mut update, value, &row[1]);
            add(&mut new, value, &row[2]);
        }
        [reset, update, new]
    }
}

/// A gated recurrent unit.
struct Unit {
    /// What the gates make of every symbol, once it has been met.
    seen: Vec<OnceLock<[State; 3]>>,
    input: Gates<EMBEDDING>,
    state: Gates<STATE>,
    /// The state after so many [`BEGIN`]s: short contexts are filled up with them.
    starts: Vec<State>,
}

impl Unit {
    fn read(reader: &mut Reader, begin: &[f32; EMBEDDING]) -> Self {
        let (input, state) = (reader.rows(EMBEDDING), reader.rows(STATE));
        let (input_bias, state_bias) = (reader.row(), reader.row());
        let (input, state) = (Gates::of(&input, &input_bias), Gates::of(&state, &state_bias));
        let seen = (0..symbol::count()).map(|_| OnceLock::new()).collect();
        let mut unit = Self { seen, input, state, starts: vec![[0.0; STATE]] };
        let begin = unit.input.apply(begin);
        for count in 0..REACH {
            let mut state = unit.starts[count];
            unit.step(&begin, &mut state);
            unit.starts.push(state);
        }
        unit
    }

    #[inline(always)]
    fn run(&self, embedding: &[[f32; EMBEDDING]], symbols: impl ExactSizeIterator<Item = u16>) -> State {
        let mut state = self.starts[REACH.saturating_sub(symbols.len())];
        let skipped = symbols.len().saturating_sub(REACH);
        for symbol in symbols.skip(skipped).map(usize::from) {
            if let (Some(input), Some(seen)) = (embedding.get(symbol), self.seen.get(symbol)) {
                self.step(seen.get_or_init(|| self.input.apply(input)), &mut state);
            }
        }
        state
    }

    #[inline(always)]
    fn step(&self, outer: &[State; 3], state: &mut State) {
        let inner = self.state.apply(state);
        let [mut reset, mut update] = [[0.0; STATE]; 2];
        for at in 0..STATE {
            reset[at] = sigmoid(outer[0][at] + inner[0][at]);
            update[at] = sigmoid(outer[1][at] + inner[1][at]);
        }
        for at in 0..STATE {
            let new = tanh(outer[2][at] + reset[at] * inner[2][at]);
            state[at] = new + update[at] * (state[at] - new);
        }
    }
}

/// Counted, since not every build sees through two iterators. Like all that a score is made of it is always in place: only
/// there the wide registers may be used.
#[inline(always)]
fn add<const N: usize>(sum: &mut [f32; N], factor: f32, row: &[f32; N]) {
    for at in 0..N {
        sum[at] += factor * row[at];
    }
}

#[inline(always)]
fn sigmoid(value: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * value)
}

/// Lambert's continued fraction, cut off where it is right to four digits.
#[inline(always)]
fn tanh(value: f32) -> f32 {
    let value = value.clamp(-4.97, 4.97);
    let square = value * value;
    let above = value * (135_135.0 + square * (17_325.0 + square * (378.0 + square)));
    above / (135_135.0 + square * (62_370.0 + square * (3_150.0 + square * 28.0)))
}

/// Reads tables of weights: a scale of four bytes, then numbers of two bytes, little end first.
struct Reader {
    rest: &'static [u8],
}

impl Reader {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self.rest.split_first_chunk::<N>().unwrap_or((&[0; N], &[]));
        self.rest = rest;
        *head
    }

    fn rows<const N: usize>(&mut self, count: usize) -> Vec<[f32; N]> {
        let scale = f32::from_le_bytes(self.take());
        (0..count).map(|_| std::array::from_fn(|_| f32::from(i16::from_le_bytes(self.take())) * scale)).collect()
    }

    fn row<const N: usize>(&mut self) -> [f32; N] {
        self.rows(1).pop().unwrap_or([0.0; N])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_is_close_to_the_hyperbolic_tangent() {
        for step in -600_i16..=600 {
            let value = f32::from(step) / 100.0;
            assert!((tanh(value) - value.tanh()).abs() < 3e-4, "{value}");
        }
    }
}
