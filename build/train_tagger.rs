//! Trains the tagger on the tagged corpus of nlp-id and measures it on sentences held out.
//!
//!     pip download --no-deps nlp-id==0.1.23.0 && unzip nlp_id-*.whl nlp_id/data/dataset_postag.txt
//!     cargo run --release --example train_tagger nlp_id/data/dataset_postag.txt src/language/tagger/weights.bin
//!
//! The weights are written to the second path; without it, those in the program are measured. The corpus splits words
//! from their clitics; here it is joined again and split as the program splits it, so that what is learnt is what is read.

use std::collections::HashMap;
use std::fs;
use std::time::Instant;

use saksama::document::Document;
use saksama::format::Format;
use saksama::language::tagger::features::{of_form, of_place};
use saksama::language::tagger::{
    COLUMNS, Digest, FOREIGN, Group, Neighbours, OUTSIDE, ROWS, Role, Sight, class, settled, tag,
};
use saksama::language::{Class, FormId, Vocabulary, Word};
use saksama::text::Source;

/// Rounds over the sentences; more gain nothing on the development part.
const ROUNDS: usize = 8;
/// One sentence in so many is learnt without the lexicon, which was itself derived from this corpus and knows its
/// words better than those of other texts.
const BLIND: usize = 2;
/// What a weight of 1.0 is in the table; those beyond its bounds are cut.
const SCALE: f32 = 16.0;
/// Auxiliaries of Universal Dependencies, which the corpus calls adverbs and verbs.
const AUXILIARIES: &str =
    " adalah akan bakal bisa boleh dapat harus hendak ialah merupakan mesti pernah sedang sudah telah ";
/// Verbs that end in *-i* by themselves; all others without a prefix are damage, see `lexicon/build/derive.py`.
const I_ROOTS: &str = " abai bagi beli beri bunyi cari cerai cuci curi gadai gali ganti iri isi jadi kaji kembali lari \
    maki mandi mati mulai nanti ngeri nyanyi pakai peduli pergi puji sangsi santai selesai sembunyi tari uji usai ";

/// A sentence of the corpus as the program reads it, with the right tag of every word where there is one.
struct Sentence {
    words: Vec<Word>,
    tags: Vec<Option<u8>>,
    /// A hash of its letters; in the end the tenth of the corpus it belongs to.
    part: u64,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let corpus = fs::read_to_string(arguments.next().expect("the path of dataset_postag.txt")).expect("a corpus");
    let mut vocabulary = Vocabulary::default();
    let mut sentences: Vec<Sentence> = corpus.split("\n\n").filter_map(|block| read(block, &mut vocabulary)).collect();
    divide(&mut sentences);
    let parts = [0, 1].map(|part| sentences.iter().filter(|sentence| sentence.part == part).collect::<Vec<_>>());
    let [test, development] = &parts;
    let rest: Vec<&Sentence> = sentences.iter().filter(|sentence| sentence.part > 1).collect();
    eprintln!("sentences: {} to learn, {} to choose by, {} held out", rest.len(), development.len(), test.len());
    if let Some(out) = arguments.next() {
        let forms = Forms::read(&vocabulary);
        let weights = train(&rest, development, &forms);
        eprintln!("held out: {}", measure(test, &weights, &forms));
        fs::write(out, packed(&weights)).expect("the weights can be written");
    } else {
        report(&vocabulary, test);
        speed(&vocabulary, &sentences);
    }
}

/// The tag of a token of the corpus.
fn universal(text: &str, tag: &str) -> Option<u8> {
    let is_auxiliary = || AUXILIARIES.contains(&format!(" {} ", text.to_lowercase()));
    let class = match tag {
        "NN" => Class::Noun,
        "ADV" | "VB" if is_auxiliary() => Class::Aux,
        "VB" => Class::Verb,
        "NNP" => Class::Propn,
        "IN" => Class::Adp,
        "PR" => Class::Pron,
        "ADV" => Class::Adv,
        "JJ" => Class::Adj,
        "SC" => Class::Sconj,
        "DT" => Class::Det,
        "NUM" => Class::Num,
        "CC" => Class::Cconj,
        "NEG" | "RP" => Class::Part,
        "UH" => Class::Intj,
        "FW" => return Some(FOREIGN),
        "SYM" => return Some(OUTSIDE),
        _ => return None,
    };
    Some(class as u8)
}

fn is_damaged(text: &str, tag: &str) -> bool {
    let text = text.to_lowercase();
    let is_prefixed = ["me", "di", "ber", "ter"].iter().any(|prefix| text.starts_with(prefix));
    tag == "VB" && text.ends_with('i') && !is_prefixed && !I_ROOTS.contains(&format!(" {text} "))
}

/// Joins the tokens of a block, reads the text, and carries the tags over: a word has the tag of the token it begins with.
fn read(block: &str, vocabulary: &mut Vocabulary) -> Option<Sentence> {
    let tokens: Vec<(&str, &str)> =
        block.lines().filter_map(|line| line.split_once('\t')).map(|(text, tag)| (text.trim(), tag.trim())).collect();
    if tokens.is_empty() || tokens.iter().any(|(text, tag)| is_damaged(text, tag)) {
        return None;
    }
    let (mut text, mut starts, mut glued) = (String::new(), Vec::new(), true);
    for &(token, tag) in &tokens {
        let clitic = matches!(token, "nya" | "ku" | "mu" | "lah" | "kah") && tag != "NN";
        if !glued && !clitic && !matches!(token, "," | "." | ")" | ":" | ";" | "?" | "!" | "%") {
            text.push(' ');
        }
        starts.push((text.len() as u32, universal(token, tag)));
        text.push_str(token);
        glued = token == "(";
    }
    let source = Source::new("", text);
    let document = Document::new(&source, Format::Plain, vocabulary);
    let tags = document.words.iter().map(|word| {
        let at = starts.binary_search_by_key(&word.span.start, |(start, _)| *start).ok()?;
        starts[at].1
    });
    let tags = tags.collect();
    Some(Sentence { words: document.words, tags, part: 0 })
}

/// Divides the sentences into tenths by a hash of their forms. Sentences that share five consecutive words stay together:
/// the corpus holds many twice, with little changed.
fn divide(sentences: &mut [Sentence]) {
    let mut parent: Vec<usize> = (0..sentences.len()).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    let mut first_with = HashMap::new();
    for (index, sentence) in sentences.iter().enumerate() {
        for five in sentence.words.windows(5) {
            let forms: Vec<FormId> = five.iter().map(|word| word.form).collect();
            let other = *first_with.entry(forms).or_insert(index);
            let (left, right) = (root(&mut parent, index), root(&mut parent, other));
            parent[left.max(right)] = left.min(right);
        }
    }
    for index in 0..sentences.len() {
        let first = root(&mut parent, index);
        let forms = sentences[first].words.iter().map(|word| u64::from(word.form.0));
        let hash = forms.fold(0xCBF2_9CE4_8422_2325_u64, |hash, form| (hash ^ form).wrapping_mul(0x0100_0000_01B3));
        sentences[index].part = (hash ^ hash >> 32) % 10;
    }
}

/// Every form with its rows, by role.
struct Form {
    written: [Vec<u32>; 5],
    listed: [Vec<u32>; 5],
    digest: Digest,
}

struct Forms(Vec<Form>);

impl Forms {
    fn read(vocabulary: &Vocabulary) -> Self {
        let form = |number: usize| {
            let form = vocabulary.form(FormId(number as u32));
            let rows = |wanted| {
                Role::ALL.map(|role| {
                    let mut rows = Vec::new();
                    of_form(form, role, &mut |group, row| rows.extend((group == wanted).then_some(row)));
                    rows
                })
            };
            Form { written: rows(Group::Written), listed: rows(Group::Listed), digest: Digest::of(form) }
        };
        Self((0..vocabulary.len()).map(form).collect())
    }

    fn sight(&self, words: &[Word], at: Option<usize>, blind: bool) -> Sight {
        let Some(word) = at.and_then(|at| words.get(at)) else { return Sight::EDGE };
        let mut digest =
            if word.form == FormId::NONE { Digest::of_kind(word.kind) } else { self.0[word.form.0 as usize].digest };
        if blind {
            digest.classes = 0;
        }
        Sight { digest, shape: word.shape }
    }

    /// The rows that are looked at for the word `at`.
    fn rows(&self, words: &[Word], at: usize, opens: bool, tags: [u8; 2], blind: bool, out: &mut Vec<u32>) {
        out.clear();
        for role in Role::ALL {
            let word = role.place(at).and_then(|place| words.get(place));
            if let Some(word) = word.filter(|word| word.form != FormId::NONE) {
                let form = &self.0[word.form.0 as usize];
                out.extend(&form.written[role as usize]);
                if !blind {
                    out.extend(&form.listed[role as usize]);
                }
            }
        }
        let sight = |at| self.sight(words, at, blind);
        let (before, here, after) = (sight(at.checked_sub(1)), sight(Some(at)), sight(Some(at + 1)));
        of_place(&Neighbours { before, here, after, opens, tags }, &mut |row| out.push(row));
    }
}

fn best(weights: &[f32], rows: &[u32]) -> u8 {
    let mut scores = [0.0_f32; COLUMNS];
    for &row in rows {
        let row = &weights[row as usize * COLUMNS..][..COLUMNS];
        scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
    }
    let tags = (0..OUTSIDE).max_by(|&a, &b| scores[usize::from(a)].total_cmp(&scores[usize::from(b)]));
    tags.unwrap_or(FOREIGN)
}

/// Goes through a sentence from left to right; `guess` is asked for the tag of every word of letters, given its rows
/// and the right tag.
fn walk(
    sentence: &Sentence,
    forms: &Forms,
    blind: bool,
    rows: &mut Vec<u32>,
    guess: &mut impl FnMut(&[u32], Option<u8>) -> u8,
) {
    let (mut tags, mut has_begun) = ([OUTSIDE; 2], false);
    for (at, word) in sentence.words.iter().enumerate() {
        let tag = settled(word.kind).unwrap_or_else(|| {
            forms.rows(&sentence.words, at, !has_begun, tags, blind, rows);
            guess(rows, sentence.tags[at].filter(|tag| *tag != OUTSIDE))
        });
        has_begun |= tag != OUTSIDE;
        tags = [tag, tags[0]];
    }
}

/// Learns; prints the accuracy on `development` after every round.
fn train(sentences: &[&Sentence], development: &[&Sentence], forms: &Forms) -> Vec<f32> {
    let mut weights = vec![0.0_f32; ROWS * COLUMNS];
    let mut late = vec![0.0_f64; ROWS * COLUMNS];
    let mut order = sentences.to_vec();
    let mut random = Random(88_172_645_463_325_252);
    let (mut rows, mut seen) = (Vec::new(), 1.0_f64);
    let mut average = Vec::new();
    for round in 1..=ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for sentence in &order {
            let blind = random.below(BLIND) == 0;
            walk(sentence, forms, blind, &mut rows, &mut |rows, right| {
                let guess = best(&weights, rows);
                seen += 1.0;
                if let Some(right) = right.filter(|right| *right != guess) {
                    for &row in rows {
                        let start = row as usize * COLUMNS;
                        for (tag, step) in [(right, 1.0), (guess, -1.0)] {
                            weights[start + usize::from(tag)] += step;
                            late[start + usize::from(tag)] += f64::from(step) * seen;
                        }
                    }
                }
                guess
            });
        }
        average = weights.iter().zip(&late).map(|(weight, late)| weight - (late / seen) as f32).collect();
        eprintln!("round {round}: {}", measure(development, &average, forms));
    }
    let largest = average.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    let used = average.chunks(COLUMNS).filter(|row| row.iter().any(|weight| *weight != 0.0)).count();
    let cut = average.iter().filter(|weight| (*weight * SCALE).abs() > 127.0).count();
    eprintln!("largest weight {largest}, {used} rows in use, {cut} weights cut");
    average
}

/// The share of words with the right tag, with and without the lexicon.
fn measure(sentences: &[&Sentence], weights: &[f32], forms: &Forms) -> String {
    let mut rows = Vec::new();
    let share = [false, true].map(|blind| {
        let (mut right_ones, mut all) = (0, 0);
        for sentence in sentences {
            walk(sentence, forms, blind, &mut rows, &mut |rows, right| {
                let guess = best(weights, rows);
                all += usize::from(right.is_some());
                right_ones += usize::from(right == Some(guess));
                guess
            });
        }
        100.0 * right_ones as f64 / all as f64
    });
    format!("{:.2} % of words of letters, {:.2} % without the lexicon", share[0], share[1])
}

fn packed(weights: &[f32]) -> Vec<u8> {
    weights.iter().map(|weight| ((weight * SCALE).round().clamp(-127.0, 127.0) as i8).cast_unsigned()).collect()
}

/// The accuracy of the weights in the program, by class.
fn report(vocabulary: &Vocabulary, sentences: &[&Sentence]) {
    let mut counts = [[0_usize; COLUMNS]; COLUMNS];
    for sentence in sentences {
        let found = tag(vocabulary, &sentence.words);
        for ((word, right), found) in sentence.words.iter().zip(&sentence.tags).zip(found) {
            if let Some(right) = right {
                let other = settled(word.kind).filter(|tag| *tag == OUTSIDE).unwrap_or(FOREIGN);
                counts[usize::from(*right)][found.map_or(usize::from(other), |class| class as usize)] += 1;
            }
        }
    }
    let name = |tag: usize| class(tag as u8).map_or(if tag == 14 { "X" } else { "PUNCT" }, Class::name);
    let (mut right, mut all) = (0, 0);
    for tag in 0..COLUMNS {
        let (of, met) = (counts[tag].iter().sum::<usize>(), counts.iter().map(|row| row[tag]).sum::<usize>());
        let good = counts[tag][tag];
        let mut mistaken: Vec<_> = (0..COLUMNS).filter(|&other| other != tag && counts[tag][other] > 0).collect();
        mistaken.sort_by_key(|&other| std::cmp::Reverse(counts[tag][other]));
        let mistaken = mistaken.iter().take(3).map(|&other| format!("{} {}", name(other), counts[tag][other]));
        println!(
            "{:6} {of:6}  recall {:.3}  precision {:.3}  taken for {}",
            name(tag),
            good as f64 / of.max(1) as f64,
            good as f64 / met.max(1) as f64,
            mistaken.collect::<Vec<_>>().join(", ")
        );
        if tag != usize::from(OUTSIDE) {
            (right, all) = (right + good, all + of);
        }
    }
    let marks = counts[15].iter().sum::<usize>();
    println!("words: {right} of {all} right, {:.2} %", 100.0 * right as f64 / all as f64);
    let (right, all) = (right + counts[15][15], all + marks);
    println!("with punctuation: {right} of {all} right, {:.2} %", 100.0 * right as f64 / all as f64);
}

/// Tags the whole corpus, first with nothing known of any form, then again and again; the best round counts, since others
/// may be at work on the machine.
fn speed(vocabulary: &Vocabulary, sentences: &[Sentence]) {
    let words: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    let round = |_| {
        let start = Instant::now();
        let verbs = |sentence: &Sentence| {
            tag(vocabulary, &sentence.words).iter().filter(|class| **class == Some(Class::Verb)).count()
        };
        let verbs: usize = sentences.iter().map(verbs).sum();
        (words as f64 / start.elapsed().as_secs_f64(), verbs)
    };
    let (first, verbs) = round(0);
    let warm = (0..20).map(round).fold(0.0, |best: f64, (rate, _)| best.max(rate));
    println!("{words} words, {verbs} verbs: {first:.0} words/s at first, {warm:.0} words/s when the forms are known");
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
