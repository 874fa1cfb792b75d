//! The words of a document that no list has and no affixes explain.

use rustc_hash::FxHashMap;

use super::{Settings, casual};
use crate::document::Context;
use crate::language::affix::{Affixes, Prefix};
use crate::language::lexicon::{self, Trust};
use crate::language::{Form, FormId, Memo, Shape, Told, Word, morphology};

/// An unknown form with its places, as indices of words.
pub(super) struct Unknown<'d> {
    pub form: &'d Form,
    pub places: Vec<usize>,
    /// Whether something speaks for it: a list of the web has it, or it is built from a word.
    pub is_supported: bool,
    /// Whether it stands once in the edited texts of the lexicon, which have slips too.
    pub is_scarce: bool,
    /// Whether the author writes it again and again.
    pub is_term: bool,
}

/// The unknown words that may be misspelt, in the order they are met; none where the document is not Indonesian.
pub(super) fn unknown_words<'d>(context: &Context<'d>, settings: &Settings) -> Vec<Unknown<'d>> {
    let Some(doubtful) = doubtful_places(context, settings) else { return Vec::new() };
    let mut numbers: FxHashMap<FormId, usize> = FxHashMap::default();
    let mut found: Vec<Unknown<'d>> = Vec::new();
    for &at in &doubtful {
        let word = context.words()[at];
        let form = context.form(word);
        let slip = slip(form);
        if slip == NO_SLIP || !is_whole(context, word) {
            continue;
        }
        let number = *numbers.entry(word.form).or_insert_with(|| {
            found.push(Unknown {
                form,
                places: Vec::new(),
                is_supported: slip == SUPPORTED,
                is_scarce: doubt(form) == SCARCE,
                is_term: false,
            });
            found.len() - 1
        });
        found[number].places.push(at);
    }
    found.truncate(settings.most_words);
    for unknown in &mut found {
        unknown.is_term = is_term(context, unknown, &doubtful, settings.term);
    }
    found
}

/// Where unknown words stand, and words that are hardly known, in small letters or with a capital; none where the document
/// has too many of them.
fn doubtful_places(context: &Context, settings: &Settings) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    let (mut words, mut unknown) = (0, 0);
    for (at, &word) in context.words().iter().enumerate() {
        if !word.is_word() {
            continue;
        }
        let is_lower = word.shape == Shape::Lower;
        words += usize::from(is_lower);
        let form = context.form(word);
        let doubt = doubt(form);
        if doubt == NO_DOUBT || form.text.len() < settings.least_letters {
            continue;
        }
        unknown += usize::from(is_lower && doubt == UNKNOWN);
        if is_lower || word.shape == Shape::Capital {
            places.push(at);
        }
    }
    (words < settings.unknown_words || unknown * settings.unknown_share <= words).then_some(places)
}

/// Whether the word has no markup inside: else it is two words, or a game with letters.
fn is_whole(context: &Context, word: Word) -> bool {
    context.document.prose.offsets.to_verbatim(word.span).is_some()
}

const NO_SLIP: u8 = 0;
const UNSUPPORTED: u8 = 1;
const SUPPORTED: u8 = 2;

/// Whether an unknown form may be a slip, and then whether something speaks for it as it is.
fn slip(form: &Form) -> u8 {
    static TOLD: Told = Told::new();
    let find = || match &*form.text {
        text if !may_be_misspelt(text) || casual::is_casual(text) => NO_SLIP,
        text if is_supported(text) => SUPPORTED,
        _ => UNSUPPORTED,
    };
    form.memo(Memo::Slip, || TOLD.recall(form, find).into()) as u8
}

/// Whether an unknown word stands `often` or more in the document, with the clitic *-nya* and without; `doubtful` are the
/// places of all doubtful words.
fn is_term(context: &Context, unknown: &Unknown<'_>, doubtful: &[usize], often: usize) -> bool {
    let own = &*unknown.form.text;
    let other = match own.strip_suffix("nya") {
        Some(bare) => bare.to_owned(),
        None => [own, "nya"].concat(),
    };
    // Only one clitic is taken off.
    let other = context.vocabulary.number(&other).filter(|_| bare(&other) == bare(own));
    let is_other = |at: &&usize| {
        let word = context.words()[**at];
        Some(word.form) == other && is_whole(context, word)
    };
    unknown.places.len() + doubtful.iter().filter(is_other).count() >= often
}

fn bare(form: &str) -> &str {
    form.strip_suffix("nya").unwrap_or(form)
}

const NO_DOUBT: u8 = 0;
const SCARCE: u8 = 1;
const UNKNOWN: u8 = 2;

/// Whether a form is unknown, or hardly known.
fn doubt(form: &Form) -> u8 {
    static TOLD: Told = Told::new();
    let find = || match form.is_known() {
        false => UNKNOWN,
        true if is_scarce(form) => SCARCE,
        true => NO_DOUBT,
    };
    form.memo(Memo::Doubt, || TOLD.recall(form, find).into()) as u8
}

/// Whether a known form is known by nothing but one place in edited text.
fn is_scarce(form: &Form) -> bool {
    let once = form.entry().filter(|entry| entry.trust() == Trust::Corpus && entry.band() == 1 && !entry.is_root());
    once.is_some_and(|entry| !entry.is_name())
        && form.readings().iter().all(|reading| reading.affixes.is_none() && !reading.is_reduplicated())
}

/// Whether an unknown form is of plain letters, neither foreign nor a name nor built from one, and not the business of the
/// rules about affixes and prepositions.
fn may_be_misspelt(form: &str) -> bool {
    let is_plain = form.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    if !is_plain || form.split('-').any(is_of_others) || is_borrowed_kin(form) || is_english(form) || has_doer(form) {
        return false;
    }
    let joined = form.strip_prefix("di").or_else(|| form.strip_prefix("ke"));
    if joined.is_some_and(|rest| rest.len() >= SHORT_STEM && is_listed(rest)) {
        return false;
    }
    if is_unfit_prefix(form) {
        return false;
    }
    let is_foreign = |affixes: Affixes, stem: &str| {
        let least = if affixes.derives() { LONG_STEM } else { SHORT_STEM };
        stem.len() >= least && is_of_others(stem)
    };
    let is_misbuilt = |affixes: Affixes, stem: &str| {
        affixes.prefix != Prefix::None
            && stem.len() >= SHORT_STEM
            && is_trusted(stem)
            && morphology::generate(stem, affixes) != form
    };
    !morphology::has_stem(form, |affixes, stem| {
        !affixes.is_none() && (is_foreign(affixes, stem) || is_misbuilt(affixes, stem))
    })
}

/// Whether a form is a root that takes *meN-*, with the prefix in a shape that does not fit its first letters: *menklik*.
fn is_unfit_prefix(form: &str) -> bool {
    let is_root = |rest: &str| {
        lexicon::entry(rest).is_some_and(|entry| entry.trust() > Trust::Low && entry.is_root() && entry.is_transitive())
    };
    ["men", "mem", "meng"].iter().any(|prefix| {
        let rest = form.strip_prefix(prefix).filter(|rest| rest.len() >= SHORT_STEM);
        rest.is_some_and(|rest| {
            rest.bytes().take(2).filter(|letter| b"aeiou".contains(letter)).count() == 0 && is_root(rest)
        })
    })
}

/// Whether a form is to a known noun as *reaktif* is to *reaksi*, *hierarkis* to *hierarki*, and *ginekolog* to *ginekologi*:
/// borrowed with it.
fn is_borrowed_kin(form: &str) -> bool {
    let noun = |end: &str, other: &str| form.strip_suffix(end).is_some_and(|stem| is_trusted(&[stem, other].concat()));
    noun("sif", "si")
        || noun("tif", "si")
        || noun("tif", "tas")
        || form.len() >= LONG && (noun("is", "i") || noun("log", "logi") || noun("graf", "grafi"))
}

/// A borrowed word of so many letters shows its ending for certain: *hierarkis* to *hierarki*, not *haris* to *hari*.
const LONG: usize = 7;

/// Whether a form is built in English, though no list has it: *masking*, *keyring*, *inline*.
fn is_english(form: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ing", "er", "ed", "able", "ly", "s"];
    const BEGINNINGS: [&str; 7] = ["in", "on", "off", "out", "up", "un", "re"];
    let is_word = |word: &str| word.len() >= SHORT_STEM && lexicon::is_foreign(word);
    let is_stem = |stem: &str| is_word(stem) || is_word(&[stem, "e"].concat());
    let is_compound = |at: usize| {
        let Some((left, right)) = form.split_at_checked(at) else { return false };
        // One of the two may be a letter shorter.
        let is_long = left.len().min(right.len()) + 1 >= SHORT_STEM && left.len().max(right.len()) >= SHORT_STEM;
        is_long && lexicon::is_foreign(left) && lexicon::is_foreign(right)
    };
    ENDINGS.iter().any(|end| form.strip_suffix(end).is_some_and(is_stem))
        || BEGINNINGS.iter().any(|start| form.strip_prefix(start).is_some_and(is_word))
        || (SHORT_STEM - 1..form.len()).any(is_compound)
}

/// Whether a verb with *meN-* has a doer that is known: *menyintas* beside *penyintas*. A noun in *-an* is none:
/// *menunjukan* is a slip, though there is *penunjukan*.
fn has_doer(form: &str) -> bool {
    let rest = form.strip_prefix("me").filter(|rest| !rest.ends_with("an"));
    rest.is_some_and(|rest| is_trusted(&["pe", rest].concat()))
}

/// Whether a form ends as borrowed words do, which often stand one letter apart: *defleksi* and *refleksi*.
pub(super) fn looks_borrowed(form: &str) -> bool {
    const ENDINGS: [&str; 10] = ["si", "tas", "isme", "or", "ik", "al", "is", "if", "logi", "gram"];
    form.len() >= LONG - 1 && ENDINGS.iter().any(|end| form.ends_with(end))
}

/// A shorter stem is left over from taking affixes off by chance: *but* in *membut*.
const SHORT_STEM: usize = 4;
/// The same for words of other languages, which are many, where more than a clitic is taken off.
const LONG_STEM: usize = 5;

/// Whether a form is a word of another language, or a name that is met now and then.
fn is_of_others(form: &str) -> bool {
    lexicon::is_foreign(form) || lexicon::entry(form).is_some_and(|entry| entry.is_name() && entry.band() > 0)
}

/// Whether a list has the form, or what is left of it without affixes.
fn is_supported(form: &str) -> bool {
    morphology::has_stem(form, |affixes, stem| (affixes.is_none() || stem.len() > SHORT_STEM) && is_listed(stem))
}

fn is_listed(form: &str) -> bool {
    lexicon::entry(form).is_some()
}

fn is_trusted(form: &str) -> bool {
    lexicon::entry(form).is_some_and(|entry| entry.trust() > Trust::Low && !entry.is_name())
}
