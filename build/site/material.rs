//! What the articles of the site are made of: sentences, words and names.

use std::fs;
use std::path::PathBuf;

/// Numbers that look thrown; the same every time (`SplitMix64`).
pub struct Dice(u64);

/// What an article is about.
pub struct Topic {
    /// A person, made up.
    pub person: String,
    /// A village, made up.
    pub place: String,
    /// A noun, or two.
    pub thing: String,
}

/// Sentences and words.
pub struct Material {
    right: Vec<String>,
    wrong: Vec<String>,
    /// Under their frequency, the rarest first.
    nouns: Vec<Vec<String>>,
    verbs: Vec<Vec<String>>,
}

/// Frames: `P` is the person, `T` the place, `B` the topic, `n` a noun, `m` a verb, `#` a number.
const FRAMES: [&str; 16] = [
    "Menurut P, B di T sudah berubah sejak n dan n datang bersama.",
    "P mengatakan bahwa warga T m n setiap pagi sebelum pasar dibuka.",
    "Di T ada # keluarga yang hidup dari n dan # keluarga lain yang hidup dari n.",
    "“Kami m n karena n makin mahal,” kata P di T.",
    "Dalam # tahun terakhir, n dan n menjadi bagian penting dari B di T.",
    "Pemerintah daerah akan m n pada tahun depan, tetapi P belum melihat n itu.",
    "Tidak semua n dapat m n, sehingga warga mencari n yang lain.",
    "Ketika hujan turun, n di tepi sungai m n sampai malam.",
    "Biaya n mencapai # ribu rupiah, sedangkan n hanya # ribu rupiah.",
    "Bagi P, B bukan sekadar n, melainkan juga n.",
    "Jalan ke T melewati n, n, dan n yang jarang dikunjungi orang.",
    "Penelitian itu m n dengan n sebagai pembanding.",
    "Sebelum m n, bacalah petunjuk tentang n dengan saksama.",
    "Tiga guru dari T m n bersama murid-murid mereka.",
    "Harga n naik # persen dalam sebulan, kata P.",
    "Malam itu P pulang ke T dengan n dan n di dalam tasnya.",
];

const TITLES: [&str; 6] = [
    "n dan n di T",
    "Cara m n",
    "Kisah P dan n",
    "B yang jarang dibicarakan",
    "Mengapa n penting bagi n",
    "Dari n ke n",
];

impl Dice {
    /// Dice that fall as `number` says.
    pub fn new(number: u64) -> Self {
        Self(number.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ 0x5851_F42D_4C95_7F2D)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed >> 32) % end.max(1) as u64).unwrap_or(0)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

impl Material {
    /// Reads the seeds, the rules and the lexicon; run it in the folder of `Cargo.toml`.
    pub fn read() -> Self {
        let mut material =
            Self { right: Vec::new(), wrong: Vec::new(), nouns: vec![Vec::new(); 10], verbs: Vec::new() };
        material.verbs.clone_from(&material.nouns);
        for path in files("seeds", "txt") {
            let text = fs::read_to_string(path).expect("the seeds are UTF-8");
            let lines = text.lines().filter(|line| line.ends_with('.'));
            material.right.extend(lines.flat_map(|line| line.split_inclusive(". ")).filter_map(whole));
        }
        for path in files("rules", "toml") {
            let text = fs::read_to_string(path).expect("rules are UTF-8");
            let rule: toml::Table = text.parse().expect("rules are tested");
            let examples = rule.get("example").and_then(toml::Value::as_array);
            for example in examples.into_iter().flatten() {
                let sentence = |key: &str| example.get(key).and_then(toml::Value::as_str).and_then(whole);
                material.right.extend(["good", "fine"].into_iter().filter_map(sentence));
                material.wrong.extend(sentence("bad"));
            }
        }
        let words = fs::read_to_string("lexicon/derived/words.tsv").expect("the lexicon stands beside Cargo.toml");
        for line in words.lines() {
            let columns: Vec<&str> = line.split('\t').collect();
            let [word, class, band, flags] = columns[..] else { continue };
            let band: usize = band.parse().unwrap_or(0);
            if flags.contains(['f', 'n']) || word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                continue;
            }
            match class {
                "N" => material.nouns[band.min(9)].push(word.to_owned()),
                "V" if word.starts_with("me") => material.verbs[band.min(9)].push(word.to_owned()),
                _ => {}
            }
        }
        material
    }

    /// What an article may be about.
    pub fn topic(&self, dice: &mut Dice) -> Topic {
        let person = format!("{} {}", name(dice, 2), name(dice, 3));
        Topic { person, place: name(dice, 3), thing: word(dice, &self.nouns).to_owned() }
    }

    /// A title.
    pub fn title(&self, dice: &mut Dice, topic: &Topic) -> String {
        let frame = *dice.pick(&TITLES);
        capital(&self.filled(dice, topic, frame))
    }

    /// A sentence; of `defects` ones about one is wrong.
    pub fn sentence(&self, dice: &mut Dice, topic: &Topic, defects: usize) -> String {
        match dice.below(defects) {
            0 => dice.pick(&self.wrong).clone(),
            1..=3 => dice.pick(&self.right).clone(),
            _ => {
                let frame = *dice.pick(&FRAMES);
                capital(&self.filled(dice, topic, frame))
            }
        }
    }

    fn filled(&self, dice: &mut Dice, topic: &Topic, frame: &str) -> String {
        let mut out = String::with_capacity(frame.len() * 2);
        for piece in frame.split_inclusive([' ', ',', '.', '”']) {
            let (bare, tail) = piece.split_at(piece.trim_end_matches([' ', ',', '.', '”']).len());
            match bare {
                "P" => out.push_str(&topic.person),
                "T" => out.push_str(&topic.place),
                "B" => out.push_str(&topic.thing),
                "n" => out.push_str(word(dice, &self.nouns)),
                "m" => out.push_str(word(dice, &self.verbs)),
                "#" => out.push_str(&(2 + dice.below(97)).to_string()),
                other => out.push_str(other),
            }
            out.push_str(tail);
        }
        out
    }
}

/// A word; frequent ones come more often.
fn word<'w>(dice: &mut Dice, words: &'w [Vec<String>]) -> &'w str {
    loop {
        let band = 9 - dice.below(10).min(dice.below(10));
        if !words[band].is_empty() {
            return dice.pick::<String>(&words[band]);
        }
    }
}

/// A name that nobody has.
fn name(dice: &mut Dice, syllables: usize) -> String {
    const STARTS: [&str; 14] = ["b", "c", "d", "g", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w"];
    const ENDS: [&str; 10] = ["a", "i", "u", "e", "o", "an", "ir", "ung", "ar", "is"];
    let syllables = (0..syllables).map(|_| format!("{}{}", dice.pick(&STARTS), dice.pick(&ENDS)));
    capital(&syllables.collect::<String>())
}

/// `text` with a capital at its start.
fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// A sentence of one line, of some words, without the marks of an example.
fn whole(text: &str) -> Option<String> {
    let text = text.trim().replace(['«', '»'], "");
    let is_sentence = !text.contains('\n') && text.ends_with('.') && text.split(' ').count() > 3;
    is_sentence.then_some(text)
}

/// The files of `folder` with this extension, sorted.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder stands beside Cargo.toml").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == extension));
    paths.sort();
    paths
}
