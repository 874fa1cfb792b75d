//! Trains the model of stray full stops on sentences that are cut as the defect cuts them.
//!
//!     pip download --no-deps nlp-id==0.1.23.0 && unzip nlp_id-*.whl nlp_id/data/dataset_postag.txt
//!     cargo run --release --example train_fragments nlp_id/data/dataset_postag.txt > src/check/fragment/weights.rs
//!
//! This is the linear model; `--dump` after the corpus writes the sentences for the network, see `build/fragments/train.py`.
//!
//! The corpus is shuffled, so whole sentences are paired at random: what is learnt is syntax, not coherence.

use std::fmt::Write as _;
use std::fs;

use saksama::check::fragment::boundary::{Boundary, Opening};
use saksama::check::fragment::features::{feature_count, feature_digest};
use saksama::check::fragment::model;
use saksama::check::fragment::reading::{Reading, Stop};
use saksama::document::{Context, Document};
use saksama::format::Format;
use saksama::language::Vocabulary;
use saksama::text::Source;

/// Rounds over the examples.
const ROUNDS: usize = 40;
/// The step of the first round.
const STEP: f64 = 0.15;
/// What a weight loses per example it takes part in, so that rare features stay small.
const DECAY: f64 = 0.000_02;
/// One whole pair counts as much as so many cut ones: a false alarm is worse than a miss.
const WHOLE: f64 = 2.0;

/// Prints the stops of a text with what was read of either side.
fn show(path: &str) {
    let source = Source::new(path, fs::read_to_string(path).expect("the text can be read"));
    let mut vocabulary = Vocabulary::default();
    let document = Document::new(&source, Format::of_name(path), &mut vocabulary);
    let context = Context { document: &document, vocabulary: &vocabulary };
    let reading = Reading::of(&context);
    for block in &reading.blocks {
        let context = Context { document: &block.part, ..context };
        block.stops.stops.iter().for_each(|stop| show_stop(path, &context, block.start, stop, reading.habit));
    }
}

/// Prints a stop of a block that begins at the byte `start`, in a document of this habit.
fn show_stop(path: &str, context: &Context, start: u32, stop: &Stop, habit: f32) {
    let Boundary { opening, left, right, .. } = &stop.boundary;
    let at = context.word(left.words.end).map_or(0, |word| start + word.span.start);
    let (score, doubt) = (model::score(&stop.boundary), stop.boundary.doubt());
    let words = |words: std::ops::Range<usize>| words.map(|at| context.written(at)).collect::<Vec<_>>().join(" ");
    println!(
        "{path}\t{at}\t{opening:?}\t{:?}\t{:?}\t{:?}\t{score}\t{doubt}\t{}\t{:.2}\t{} | {}\t{:?}\t{:?}",
        stop.boundary.room(),
        left.nucleus,
        right.nucleus,
        stop.network.map_or_else(String::new, |network| format!("{network:.2}")),
        stop.odds + habit,
        words(left.words.clone()),
        words(right.words.clone()),
        left.parts,
        right.parts
    );
}

#[path = "fragments/dump.rs"]
mod dump;

struct Token {
    text: String,
    tag: String,
}

struct Example {
    features: Vec<usize>,
    opening: Opening,
    cut: bool,
    kind: &'static str,
    held_out: bool,
    text: String,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("the path of dataset_postag.txt");
    if path == "--show" {
        return arguments.for_each(|path| show(&path));
    }
    let corpus = fs::read_to_string(path).expect("the corpus can be read");
    let sentences: Vec<Vec<Token>> = corpus.split("\n\n").map(tokens).filter(|tokens| is_sentence(tokens)).collect();
    if arguments.next().as_deref() == Some("--dump") {
        return dump::dump(&sentences);
    }
    let examples = examples(&sentences);
    let weights = train(&examples);
    report(&examples, &weights);
    print!("{}", written(&weights));
}

fn tokens(block: &str) -> Vec<Token> {
    let lines = block.lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(text, tag)| Token { text: text.trim().to_owned(), tag: tag.trim().to_owned() }).collect()
}

fn is_sentence(tokens: &[Token]) -> bool {
    let closed = tokens.last().is_some_and(|token| token.text == ".");
    let quoted = tokens.iter().any(|token| matches!(&*token.text, "\"" | "“" | "”" | "'"));
    // The corpus holds pieces of sentences too; most of them begin small.
    let begins = tokens.first().is_some_and(|token| token.text.starts_with(char::is_uppercase));
    closed && begins && !quoted && tokens.len() > 5 && tokens.iter().any(|token| token.tag == "VB")
}

/// The tokens as running text, without a closing stop.
fn joined(tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut glued = true;
    for token in tokens {
        let text = token.text.as_str();
        let clitic = matches!(text, "nya" | "ku" | "mu" | "lah" | "kah" | "pun");
        if !glued && !clitic && !matches!(text, "," | "." | ")" | ":" | ";" | "?" | "!" | "%") {
            out.push(' ');
        }
        out.push_str(text);
        glued = text == "(";
    }
    out.trim_end_matches('.').to_owned()
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A cut before the token at `at` and its kind, if the defect could stand there.
fn kind_at(tokens: &[Token], at: usize) -> Option<&'static str> {
    let (token, before) = (&tokens[at], &tokens[at - 1]);
    let content = |tag: &str| matches!(tag, "NN" | "NNP" | "VB" | "JJ" | "DT" | "NUM" | "PR" | "ADV" | "SYM" | "FW");
    if at < 2 || at + 3 > tokens.len() || !content(&before.tag) || matches!(&*before.text, "," | "(" | ":" | "-" | "/")
    {
        return None;
    }
    let noun = matches!(&*before.tag, "NN" | "NNP" | "DT" | "FW");
    Some(match (&*token.tag, &*token.text) {
        (_, "yang") => "relative",
        (_, "dan" | "atau" | "serta") => "coordination",
        ("SC", _) => "subordinate",
        ("IN", "karena" | "ketika" | "sehingga" | "agar" | "setelah" | "sebelum" | "jika" | "sejak" | "bahwa") => {
            "subordinate"
        }
        ("IN", _) => "preposition",
        ("VB" | "MD", _) if noun => "predicate",
        ("ADV" | "NEG", _) if noun && tokens[at + 1].tag == "VB" => "predicate",
        ("VB", _) if before.tag == "VB" => "participle",
        _ => return None,
    })
}

/// The comma after an adverbial that opens the sentence.
fn adverbial_end(tokens: &[Token]) -> Option<usize> {
    let opens = matches!(&*tokens[0].tag, "IN" | "SC");
    let comma = tokens.iter().position(|token| token.text == ",")?;
    let right = tokens.get(comma + 1)?;
    let subject = matches!(&*right.tag, "NN" | "NNP" | "PR" | "DT" | "NUM");
    let listed = tokens[comma + 1..].iter().take(6).any(|token| matches!(&*token.text, "," | "dan"));
    (opens && subject && !listed && (3..16).contains(&comma) && tokens.len() > comma + 5).then_some(comma)
}

fn examples(sentences: &[Vec<Token>]) -> Vec<Example> {
    let mut vocabulary = Vocabulary::default();
    let mut random = Random(88_172_645_463_325_252);
    let mut out = Vec::new();
    for (index, tokens) in sentences.iter().enumerate() {
        let held_out = index.is_multiple_of(5);
        let mut add = |text: String, cut: bool, kind: &'static str| {
            if let Some((features, opening)) = read(&text, &mut vocabulary) {
                out.push(Example { features, opening, cut, kind, held_out, text });
            }
        };
        let mut places: Vec<_> = (2..tokens.len()).filter_map(|at| Some((at, kind_at(tokens, at)?))).collect();
        for _ in 0..2 {
            if !places.is_empty() {
                let (at, kind) = places.swap_remove(random.below(places.len()));
                add(format!("{}. {}.", joined(&tokens[..at]), capitalised(&joined(&tokens[at..]))), true, kind);
            }
        }
        if let Some(comma) = adverbial_end(tokens) {
            let (left, right) = (joined(&tokens[..comma]), capitalised(&joined(&tokens[comma + 1..])));
            add(format!("{left}. {right}."), true, "adverbial");
        }
        for _ in 0..6 {
            let other = random.below(sentences.len());
            if other.is_multiple_of(5) == held_out {
                add(format!("{}. {}.", joined(&sentences[other]), joined(tokens)), false, "whole");
                add(format!("{}. {}.", joined(tokens), joined(&sentences[other])), false, "whole");
            }
        }
    }
    out
}

fn read(text: &str, vocabulary: &mut Vocabulary) -> Option<(Vec<usize>, Opening)> {
    let source = Source::new("", text);
    let document = Document::new(&source, Format::Plain, vocabulary);
    let context = Context { document: &document, vocabulary };
    let [left, right] = document.sentences.as_slice() else {
        return None;
    };
    let boundary = Boundary::read(&context, left, right)?;
    Some((boundary.features(), boundary.opening))
}

struct Weights {
    bias: f64,
    of: Vec<f64>,
}

impl Weights {
    fn score(&self, features: &[usize]) -> f64 {
        self.bias + features.iter().map(|&feature| self.of[feature]).sum::<f64>()
    }
}

fn train(examples: &[Example]) -> Weights {
    let mut weights = Weights { bias: 0.0, of: vec![0.0; feature_count()] };
    let mut order: Vec<_> = examples.iter().filter(|example| !example.held_out).collect();
    let mut random = Random(1_234_567);
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        let step = STEP / (1.0 + round as f64 * 0.3);
        for example in &order {
            let expected = 1.0 / (1.0 + (-weights.score(&example.features)).exp());
            let weight = if example.cut { 1.0 } else { WHOLE };
            let error = weight * (f64::from(u8::from(example.cut)) - expected);
            weights.bias += step * error * 0.1;
            for &feature in &example.features {
                let old = weights.of[feature];
                weights.of[feature] += step * (error * 0.3 - DECAY * old * 100.0);
            }
        }
    }
    weights
}

/// Recall by kind and false alarms per opening on the sentences held out, for several thresholds.
fn report(examples: &[Example], weights: &Weights) {
    let held: Vec<_> = examples.iter().filter(|example| example.held_out).collect();
    let kinds =
        ["relative", "preposition", "coordination", "subordinate", "predicate", "participle", "adverbial", "whole"];
    for threshold in [1.0, 2.0, 3.0, 4.0, 5.0] {
        let mut line = format!("{threshold}:");
        for kind in kinds {
            let of: Vec<_> = held.iter().filter(|example| example.kind == kind).collect();
            let found = of.iter().filter(|example| weights.score(&example.features) >= threshold).count();
            write!(line, " {kind} {found}/{}", of.len()).expect("writing to a string");
        }
        eprintln!("{line}");
        let mut by = vec![(0, 0); Opening::COUNT];
        for example in &held {
            if weights.score(&example.features) >= threshold {
                let at = &mut by[example.opening as usize];
                if example.cut { at.0 += 1 } else { at.1 += 1 }
            }
        }
        eprintln!("   {by:?}");
    }
    let mut alarms: Vec<_> = held.iter().filter(|example| !example.cut).collect();
    alarms.sort_by(|a, b| weights.score(&b.features).total_cmp(&weights.score(&a.features)));
    for example in alarms.iter().take(60) {
        eprintln!("{:5.2} {:?} {}", weights.score(&example.features), example.opening, example.text);
    }
}

fn written(weights: &Weights) -> String {
    let hundredths = |weight: f64| (weight * 100.0).round() as i32;
    let kept: Vec<_> =
        weights.of.iter().enumerate().map(|(at, &w)| (at, hundredths(w))).filter(|(_, w)| w.abs() >= 5).collect();
    let mut out = String::from(
        "//! The weights of the model of stray full stops, in hundredths; written by `build/train_fragments.rs`.\n\n\
         /// What every boundary starts from.\n",
    );
    let bias = hundredths(weights.bias);
    let digest = feature_digest();
    let head = "/// Features with their weights, sorted by feature.\n#[rustfmt::skip]\npub const WEIGHTS: &[(u16, i16)] = &[\n";
    write!(out, "pub const BIAS: i32 = {bias};\n/// The features they were trained for; see `features::feature_digest`.\npub const DIGEST: u64 = {digest};\n\n{head}").expect("writing to a string");
    for row in kept.chunks(12) {
        let cells: Vec<_> = row.iter().map(|(at, weight)| format!("({at}, {weight})")).collect();
        writeln!(out, "    {},", cells.join(", ")).expect("writing to a string");
    }
    out + "];\n"
}

/// A small generator of random numbers (xorshift), so that every run gives the same weights.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }
}
