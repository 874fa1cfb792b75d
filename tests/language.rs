//! Runs the tables of tests/language/ against the morphology.

use saksama::language::affix::{Affixes, Clitic, Particle, Prefix, Suffix};
use saksama::language::lexicon::{self, Trust};
use saksama::language::morphology::{self, Passive, Reading};

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Affixes written as *me+kan+nya*; the root stands elsewhere.
fn affixes(code: &str) -> Affixes {
    let mut affixes = Affixes::NONE;
    for part in code.split('+').filter(|part| *part != "-") {
        match part {
            "me" => affixes.prefix = Prefix::Me,
            "di" => affixes.prefix = Prefix::Di,
            "ber" => affixes.prefix = Prefix::Ber,
            "ter" => affixes.prefix = Prefix::Ter,
            "per" => affixes.prefix = Prefix::Per,
            "pe" => affixes.prefix = Prefix::PlainPe,
            "peN" => affixes.prefix = Prefix::Pe,
            "ke" => affixes.prefix = Prefix::Ke,
            "se" => affixes.prefix = Prefix::Se,
            "memper" => affixes.prefix = Prefix::Memper,
            "diper" => affixes.prefix = Prefix::Diper,
            "terper" => affixes.prefix = Prefix::Terper,
            "ku" => affixes.prefix = Prefix::Ku,
            "kau" => affixes.prefix = Prefix::Kau,
            "kan" => affixes.suffix = Suffix::Kan,
            "i" => affixes.suffix = Suffix::I,
            "an" => affixes.suffix = Suffix::An,
            "-nya" => affixes.clitic = Clitic::Nya,
            "-ku" => affixes.clitic = Clitic::Ku,
            "-mu" => affixes.clitic = Clitic::Mu,
            "-lah" => affixes.particle = Particle::Lah,
            "-kah" => affixes.particle = Particle::Kah,
            "-pun" => affixes.particle = Particle::Pun,
            _ => panic!("unknown affix {part}"),
        }
    }
    affixes
}

fn report(kind: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong {kind}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn generations() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("language/forms.tsv")) {
        let [form, code, root] = row[..] else { panic!("not three columns: {row:?}") };
        let made = morphology::generate(root, affixes(code));
        if made != form {
            wrong.push(format!("{root} {code}: {made}, not {form}"));
        }
    }
    report("generations", &wrong);
}

#[test]
fn analyses() {
    let mut wrong = Vec::new();
    let tables = [include_str!("language/forms.tsv"), include_str!("language/analyses.tsv")];
    for row in tables.into_iter().flat_map(rows) {
        let [form, code, root, ..] = row[..] else { panic!("not three columns: {row:?}") };
        let repeated =
            |first: &Reading| row.get(3).is_none_or(|kind| first.reduplication.name().unwrap_or("-") == *kind);
        let expected = (root, affixes(code), true);
        let readings = morphology::analyse(form);
        if readings.first().map(|first| (&*first.root, first.affixes, repeated(first))) != Some(expected) {
            let found: Vec<_> = readings.iter().take(3).map(|r| format!("{r:?}")).collect();
            wrong.push(format!("{form}: {found:#?}, not {root} {code}"));
        }
    }
    report("analyses", &wrong);
}

#[test]
fn nonstandard_forms_keep_their_stems() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("language/stems.tsv")) {
        let [form, code, root] = row[..] else { panic!("not three columns: {row:?}") };
        if !morphology::stems(form).contains(&(affixes(code), root.to_owned())) {
            wrong.push(format!("{form}: no {root} {code}"));
        }
        if morphology::is_known(form) {
            wrong.push(format!("{form}: known, but should not be"));
        }
    }
    report("stems", &wrong);
}

#[test]
fn known_words() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("language/known.tsv")) {
        let [form, judgement] = row[..] else { panic!("not two columns: {row:?}") };
        if morphology::is_known(form) != (judgement == "yes") {
            wrong.push(format!("{form}: not {judgement}"));
        }
    }
    report("judgements", &wrong);
}

#[test]
fn passive_stems() {
    let mut wrong = Vec::new();
    for row in rows(include_str!("language/passive.tsv")) {
        let [word, judgement] = row[..] else { panic!("not two columns: {row:?}") };
        let found = morphology::is_passive_stem(word);
        let expected = match judgement {
            "certain" => found == Passive::Certain,
            "likely" => found == Passive::Likely,
            "passive" => found >= Passive::Likely,
            "ambiguous" => found == Passive::Ambiguous,
            "no" => found == Passive::No,
            "unsure" => found <= Passive::Ambiguous,
            _ => panic!("unknown judgement {judgement}"),
        };
        if !expected {
            wrong.push(format!("{word}: {found:?}, not {judgement}"));
        }
    }
    report("judgements", &wrong);
}

#[test]
fn lists_have_numbers() {
    let place = lexicon::list_number("places-common").expect("the list is in the folder");
    assert!(lexicon::lists("rumah").has(place));
    assert!(!lexicon::lists("perlukan").has(place));
    assert_eq!(lexicon::list_number("no-such-list"), None);
}

#[test]
fn entries_tell_what_is_known() {
    let rumah = lexicon::entry("rumah").expect("a common word");
    assert!(rumah.follows_di() && rumah.trust() > Trust::Low);
    assert!(lexicon::entry("jakarta").is_some_and(|entry| entry.is_name()));
    assert!(lexicon::entry("ambil").is_some_and(|entry| entry.is_transitive() && entry.passive_seen() > 2));
    assert_eq!(lexicon::entry("zzyzx"), None);
}

#[test]
fn english_is_foreign_and_not_known() {
    for word in ["reshuffle", "mainstream", "because", "software"] {
        assert!(lexicon::is_foreign(word), "{word}");
        assert!(lexicon::entry(word).is_none_or(|entry| entry.trust() == Trust::Low), "{word}");
        assert!(!morphology::is_known(word), "{word}");
    }
    for word in ["makan", "air", "data", "menu", "level", "hotel", "area", "membaca"] {
        assert!(!lexicon::is_foreign(word), "{word}");
    }
}

#[test]
fn a_verb_root_stands_in_one_list() {
    let numbers = ["verb-roots", "verb-roots-mostly", "verb-roots-noun"].map(lexicon::list_number);
    let lists = [
        include_str!("../lexicon/lists/verb-roots.txt"),
        include_str!("../lexicon/lists/verb-roots-mostly.txt"),
        include_str!("../lexicon/lists/verb-roots-noun.txt"),
    ];
    for word in lists.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')) {
        let found = numbers.into_iter().flatten().filter(|list| lexicon::lists(word).has(*list)).count();
        assert_eq!(found, 1, "{word}");
    }
}

/// Forms whose sound change is theirs alone; the regular one is a word too: *mengkaji*.
const LEXICAL: &[&str] = &["mengaji", "pengajian", "penyair"];

/// Every derived form that edited text has is built again from its best reading.
#[test]
fn generation_undoes_analysis() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for row in rows(include_str!("../lexicon/derived/words.tsv")) {
        let [form, _, _, flags] = row[..] else { panic!("not four columns: {row:?}") };
        let readings = morphology::analyse(form);
        let Some(first) = readings.first() else { continue };
        let is_plain = !form.contains('-') && !first.is_reduplicated() && first.affixes.derives();
        if !is_plain || flags.contains('?') {
            continue;
        }
        tried += 1;
        let made = morphology::generate(&first.root, first.affixes);
        if made != form && !LEXICAL.contains(&form) {
            wrong.push(format!("{form}: {made}"));
        }
    }
    println!("{tried} derived forms");
    assert!(tried > 2_000, "only {tried} derived forms");
    report("round trips", &wrong);
}
