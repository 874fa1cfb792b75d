//! Taking words apart into root and affixes, and building them again.

use std::sync::LazyLock;

use super::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use super::fit::{derived_classes, fits};
use super::lexicon::{self, Entry, Trust};
use super::productive::is_productive;
use super::root::is_rooted;
use super::strip::{self, Change, LONGEST, Stem};
use super::{Class, Classes, hyphen, reduplication};

pub use super::passive::{Passive, is_passive_stem};
pub use super::reduplication::Reduplication;
pub use super::sound::generate;
pub use super::strip::stems;

/// One way to read a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The known word that is left without the affixes; itself derived where two steps were taken
    /// (*keberhasilan* is read as *berhasil* with *ke-* and *-an*).
    pub root: Box<str>,
    /// What stands around it.
    pub affixes: Affixes,
    /// How the root is repeated.
    pub reduplication: Reduplication,
    /// The word classes of the whole form.
    pub classes: Classes,
}

impl Reading {
    /// Whether the root is repeated in any way.
    pub fn is_reduplicated(&self) -> bool {
        self.reduplication != Reduplication::None
    }
}

/// The readings of a form in lower case, the best first; none when no way ends in a known root.
///
/// ```
/// use saksama::language::affix::{Clitic, Prefix};
/// use saksama::language::{Class, morphology};
///
/// let readings = morphology::analyse("menulisnya");
/// assert_eq!(&*readings[0].root, "tulis");
/// assert_eq!((readings[0].affixes.prefix, readings[0].affixes.clitic), (Prefix::Me, Clitic::Nya));
/// assert!(readings[0].classes.has(Class::Verb));
/// assert!(morphology::analyse("qwerti").is_empty());
/// ```
pub fn analyse(form: &str) -> Vec<Reading> {
    let listed = lexicon::entry(form);
    let mut found: Vec<(i32, Reading)> = Vec::new();
    if is_rooted(form.as_bytes()) {
        strip::each_stem(form, &mut |stem| {
            if let Some((score, classes)) = judge(&stem, listed) {
                let root = [stem.head, stem.rest].concat().into_boxed_str();
                let reduplication = Reduplication::None;
                found.push((score, Reading { root, affixes: stem.affixes, reduplication, classes }));
            }
        });
    }
    found.sort_by_key(|(score, _)| -score);
    let mut readings: Vec<Reading> = found.into_iter().map(|(_, reading)| reading).collect();
    if let Some(reading) = reduplication::read(form).or_else(|| hyphen::read(form)) {
        readings.insert(0, reading);
    }
    if readings.is_empty()
        && let Some(classes) = with_bound_form(form)
    {
        readings.push(Reading {
            root: form.into(),
            affixes: Affixes::NONE,
            reduplication: Reduplication::None,
            classes,
        });
    }
    readings
}

/// Whether a form is a word: listed with trust, built rightly from such a word, or joined by hyphens from words.
///
/// ```
/// use saksama::language::morphology::is_known;
///
/// assert!(is_known("mengoordinasi") && is_known("pertanggungjawaban") && is_known("buku-bukunya"));
/// assert!(!is_known("mengkoordinasi"));
/// ```
pub fn is_known(form: &str) -> bool {
    is_word(form) || with_bound_form(form).is_some()
}

/// The same without bound forms (*pascapanen*), which are looked for at some cost.
pub(crate) fn is_word(form: &str) -> bool {
    let listed = lexicon::entry(form).filter(|entry| entry.trust() > Trust::Low && !entry.is_bound());
    let is_certain = listed.is_some_and(|entry| entry.trust() == Trust::Curated || entry.is_root());
    is_certain
        || is_rooted(form.as_bytes()) && (is_built(form) || listed.is_some() && !is_misbuilt(form))
        || is_joined(form)
}

/// Whether a form may be a word by its letters: most that are none are told quickly.
pub(crate) fn may_be_word(letters: &[u8]) -> bool {
    is_rooted(letters) || letters.contains(&b'-')
}

/// Whether `is_meant` holds for one of the ways to take affixes off a form, the roots not looked up: see [`stems`].
pub(crate) fn has_stem(form: &str, mut is_meant: impl FnMut(Affixes, &str) -> bool) -> bool {
    let mut is_found = false;
    strip::each_stem(form, &mut |stem| {
        is_found = is_found
            || if stem.head.is_empty() {
                is_meant(stem.affixes, stem.rest)
            } else {
                is_meant(stem.affixes, stem.root(&mut [0; LONGEST + 2]))
            };
    });
    is_found
}

/// Whether a form shows a sound change against the rules, as edited text too has many: *mengkonsumsi*.
fn is_misbuilt(form: &str) -> bool {
    let mut is_misbuilt = false;
    strip::each_stem(form, &mut |stem| {
        let right = Stem { change: Change::Regular, ..stem };
        is_misbuilt = is_misbuilt || stem.change == Change::Wrong && judge(&right, None).is_some();
    });
    is_misbuilt
}

/// Whether a form is built rightly from a word that edited text has; from a rarer one, it has to be listed itself.
fn is_built(form: &str) -> bool {
    let mut is_built = false;
    strip::each_stem(form, &mut |stem| {
        if is_built || stem.affixes.is_none() || judge(&stem, None).is_none() {
            return;
        }
        is_built = root_entry(&stem).is_some_and(|root| is_productive(&stem, root))
            || stem.affixes.derives()
                && lexicon::entry(base(form, stem.affixes)).is_some_and(|entry| !entry.is_bound());
    });
    is_built
}

/// The form without its clitic and particle, which the lists seldom hold.
fn base(form: &str, affixes: Affixes) -> &str {
    let particle = if affixes.particle == Particle::None { 0 } else { 3 };
    let clitic = match affixes.clitic {
        Clitic::None => 0,
        Clitic::Nya => 3,
        Clitic::Ku | Clitic::Mu => 2,
    };
    form.get(..form.len() - particle - clitic).unwrap_or(form)
}

static BOUND_FORMS: LazyLock<Option<u32>> = LazyLock::new(|| lexicon::list_number("bound-forms"));

/// Letters of the shortest words that bound forms are joined to, and of the two together.
const SHORTEST_BASE: usize = 4;
const SHORTEST_BOUND: usize = 8;

/// The classes of a word behind a bound form (*pascapanen, antarnegara*), if the form is built so.
fn with_bound_form(form: &str) -> Option<Classes> {
    const OPEN: [Class; 4] = [Class::Noun, Class::Adj, Class::Verb, Class::Num];
    let number = (*BOUND_FORMS)?;
    (2..form.len().saturating_sub(3).min(7)).find_map(|cut| {
        let (bound, base) = form.split_at_checked(cut)?;
        // *retang* is no *tang* again.
        if base.len() < SHORTEST_BASE || form.len() < SHORTEST_BOUND || !lexicon::lists(bound).has(number) {
            return None;
        }
        let base = lexicon::entry(base)?;
        let is_word = base.trust() > Trust::Low && !base.is_name() && !base.is_function_word() && !base.is_bound();
        (is_word && OPEN.into_iter().any(|class| base.classes().has(class))).then(|| base.classes())
    })
}

/// What may stand on either side of a hyphen without being a word.
const HYPHENATED: &[&str] =
    &["se", "ke", "di", "ber", "ter", "non", "pro", "anti", "pasca", "nya", "ku", "mu", "lah", "kan", "an", "lahnya"];

fn is_joined(form: &str) -> bool {
    form.contains('-')
        && (reduplication::is_full(form)
            || hyphen::read(form).is_some()
            || form.split('-').all(|part| {
                HYPHENATED.contains(&part)
                    || lexicon::entry(part).is_some_and(|entry| entry.trust() > Trust::Low)
                    || is_built(part)
            }))
}

/// The entry of a root that a prefix has been taken off, looked up without allocating.
fn root_entry(stem: &Stem<'_>) -> Option<Entry> {
    if stem.head.is_empty() {
        return lexicon::entry(stem.rest);
    }
    lexicon::entry(stem.root(&mut [0; LONGEST + 2]))
}

/// How good a way to take a word apart is, and the classes of the word; nothing when it is no way at all.
fn judge(stem: &Stem<'_>, listed: Option<Entry>) -> Option<(i32, Classes)> {
    if stem.affixes.is_none() {
        let entry = listed.filter(|entry| !entry.is_bound())?;
        // A root stands for itself; a listed derivation is better understood from its parts.
        let is_whole = entry.is_root() || entry.is_function_word() && !entry.classes().has(Class::Num);
        let is_whole = is_whole && !has_particle(stem.rest);
        let score = if is_whole { 40 + i32::from(entry.band()) } else { -20 };
        return Some((score, entry.classes()));
    }
    let is_right = match stem.change {
        Change::Regular => true,
        Change::Lexical => listed.is_some_and(|entry| entry.trust() > Trust::Low),
        Change::Wrong => false,
    };
    if !is_right {
        return None;
    }
    let entry = root_entry(stem)?;
    if entry.trust() == Trust::Low || !fits(stem, entry) {
        return None;
    }
    let classes = match listed {
        Some(listed) if !listed.classes().is_empty() => listed.classes(),
        _ => derived_classes(stem.affixes, entry.classes()),
    };
    // *gerai* is listed, and not as a verb: it is not *gera* with *-i*.
    let is_verb_stem = stem.affixes.prefix == Prefix::None && matches!(stem.affixes.suffix, Suffix::Kan | Suffix::I);
    let is_belied = is_verb_stem && !classes.has(Class::Verb);
    // *dialah* is *dia* with *-lah*.
    let is_emphasised = entry.is_function_word() && !stem.affixes.derives() && stem.affixes.particle != Particle::None;
    let belied = if is_belied { 50 } else { 0 };
    Some((score(stem, entry) - belied + if is_emphasised { 30 } else { 0 }, classes))
}

fn may_act(entry: Entry) -> bool {
    entry.classes().is_empty() || entry.classes().has(Class::Verb)
}

/// Whether a form is a word of the closed classes with *-lah* or *-kah*: *siapakah, bukanlah*.
fn has_particle(form: &str) -> bool {
    let base = form.strip_suffix("kah").or_else(|| form.strip_suffix("lah"));
    base.and_then(lexicon::entry).is_some_and(|base| base.is_function_word() && base.trust() > Trust::Low)
}

fn score(stem: &Stem<'_>, entry: Entry) -> i32 {
    let affixes = stem.affixes;
    let steps = [
        affixes.prefix != Prefix::None,
        affixes.suffix != Suffix::None,
        affixes.clitic != Clitic::None,
        affixes.particle != Particle::None,
    ];
    let steps = steps.into_iter().filter(|step| *step).count() as i32;
    let root = if entry.is_root() { 12 } else { 0 };
    let kind = match (affixes.prefix, affixes.suffix) {
        // *mengelas* is *las* rather than *kelas*.
        (Prefix::Me | Prefix::Pe, _) if stem.head == "k" && stem.rest.starts_with('e') && !may_act(entry) => -8,
        (Prefix::Me | Prefix::Di, _) if entry.is_pure_verb() => 8,
        (Prefix::Me | Prefix::Di, _) if entry.is_transitive() => 4,
        (Prefix::Per, Suffix::An) => 1,
        // *terperinci* is *rinci*, no matter of inches.
        (Prefix::Terper, _) if entry.classes().is_only(Class::Noun) => -8,
        _ => 0,
    };
    root + kind + i32::from(entry.band() / 2) - 2 * steps
}
