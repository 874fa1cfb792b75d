//! Splitting prose into sentences and words, held to tables of hard cases.

use saksama::document::Document;
use saksama::format::Format;
use saksama::language::{Class, Shape, Vocabulary, WordKind, tagger, word};
use saksama::text::{Source, Span};

fn with_document<T>(text: &str, read: impl FnOnce(&Document) -> T) -> T {
    let source =
        Source::new("table", format!("Paragraf pembuka yang cukup panjang agar tidak menjadi judul.\n\n{text}"));
    read(&Document::new(&source, Format::Plain, &mut Vocabulary::default()))
}

#[test]
fn sentences_end_where_the_table_says() {
    let table = include_str!("language/sentences.txt");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let expected: Vec<_> = line.split('|').map(str::trim).collect();
        let text = line.replace(" | ", " ").replace("|", "");
        let found: Vec<String> = with_document(&text, |document| {
            let sentences = document.sentences.iter().filter(|sentence| sentence.block > 0);
            sentences.map(|sentence| document.text(sentence.span).to_owned()).collect()
        });
        let marked = line.strip_prefix("1. ").map_or(expected.clone(), |rest| vec![rest]);
        if found != expected && found != marked {
            wrong.push(format!("{line}\n    {}", found.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Words of a text, `_` between them.
const WORDS: &[(&str, &str)] = &[
    ("anak-anak berlari-lari", "anak-anak _ berlari-lari"),
    ("Qur’an dan Jum'at", "Qur’an _ dan _ Jum'at"),
    ("KTP-mu, SIM-nya", "KTP-mu _ , _ SIM-nya"),
    ("Rp10.000,00 dan US$5", "Rp10.000,00 _ dan _ US$5"),
    ("pukul 15.30–16.00", "pukul _ 15.30–16.00"),
    ("tahun 1990-an", "tahun _ 1990-an"),
    ("COVID-19 dan G20", "COVID-19 _ dan _ G20"),
    ("Siti, S.H., M.Si.", "Siti _ , _ S.H. _ , _ M.Si."),
    ("di www.contoh.id.", "di _ www.contoh.id _ ."),
    ("ke info@contoh.co.id,", "ke _ info@contoh.co.id _ ,"),
    ("@budi #tagar_baru", "@budi _ #tagar_baru"),
    ("https://contoh.id/a?b=1)", "https://contoh.id/a?b=1 _ )"),
    ("🕵️‍♂️ datang", "🕵️‍♂️ _ datang"),
    ("👨‍👩‍👧!", "👨‍👩‍👧 _ !"),
    ("1️⃣ Pertama", "1️⃣ _ Pertama"),
    ("🇮🇩🇲🇾", "🇮🇩 _ 🇲🇾"),
    ("dan/atau", "dan _ / _ atau"),
    ("kata...lain", "kata _ ... _ lain"),
    ("café résumé", "café _ résumé"),
    ("re\u{301}sume\u{301}", "re\u{301}sume\u{301}"),
    ("di\u{200B}mulai", "di\u{200B}mulai"),
    ("ber\u{AD}main", "ber\u{AD}main"),
    ("“kata”—lain", "“ _ kata _ ” _ — _ lain"),
    ("5% dari 3,14", "5 _ % _ dari _ 3,14"),
    ("Node.js", "Node.js"),
    ("a.n. Budi", "a.n. _ Budi"),
    ("17/8/1945", "17/8/1945"),
    ("AT&T", "AT _ & _ T"),
    ("-5 derajat", "- _ 5 _ derajat"),
    ("se-Indonesia", "se-Indonesia"),
    ("di-PHK-kan", "di-PHK-kan"),
    ("5kg beras", "5kg _ beras"),
    ("negara2 itu", "negara2 _ itu"),
    ("Rp1,5 juta/bulan", "Rp1,5 _ juta _ / _ bulan"),
    ("Rp 10.000,-", "Rp _ 10.000 _ , _ -"),
    ("IDR 10,000.00", "IDR _ 10,000.00"),
    ("€20 dan ¥300", "€ _ 20 _ dan _ ¥ _ 300"),
    ("+62 812-3456-7890", "+ _ 62 _ 812-3456-7890"),
    ("(021) 555-0101", "( _ 021 _ ) _ 555-0101"),
    ("3×4=12", "3 _ × _ 4 _ = _ 12"),
    ("1/2 gelas", "1/2 _ gelas"),
    ("½ sendok", "½ _ sendok"),
    ("10–15 menit", "10–15 _ menit"),
    ("5°C", "5 _ ° _ C"),
    ("37,5 °C", "37,5 _ ° _ C"),
    ("H2O dan CO₂", "H2O _ dan _ CO₂"),
    ("m² dan km³", "m² _ dan _ km³"),
    ("ke-1, ke-2", "ke-1 _ , _ ke-2"),
    ("abad ke-21", "abad _ ke-21"),
    ("2020-an", "2020-an"),
    ("S-1/S1", "S-1 _ / _ S1"),
    ("P3K", "P3K"),
    ("MP3-nya", "MP3-nya"),
    ("non-ASEAN", "non-ASEAN"),
    ("pro-kontra", "pro-kontra"),
    ("hamba-Nya", "hamba-Nya"),
    ("Asma’ul Husna", "Asma’ul _ Husna"),
    ("O'Brien", "O'Brien"),
    ("'kutip'", "' _ kutip _ '"),
    ("‘kutip’", "‘ _ kutip _ ’"),
    ("\"kutip\".", "\" _ kutip _ \" _ ."),
    ("«kutip»", "« _ kutip _ »"),
    ("(a) dan [b]", "( _ a _ ) _ dan _ [ _ b _ ]"),
    ("apa?!", "apa _ ? _ !"),
    ("lalu… diam", "lalu _ … _ diam"),
    ("lalu ....", "lalu _ ...."),
    ("ya—tidak", "ya _ — _ tidak"),
    ("ya - tidak", "ya _ - _ tidak"),
    ("Jakarta-Bandung", "Jakarta-Bandung"),
    ("Jakarta–Bandung", "Jakarta _ – _ Bandung"),
    ("dan/atau.", "dan _ / _ atau _ ."),
    ("km/jam", "km _ / _ jam"),
    ("10.30 WIB", "10.30 _ WIB"),
    ("08:00:15", "08:00:15"),
    ("2026-11-22", "2026-11-22"),
    ("v1.2.3", "v1.2.3"),
    ("README.md", "README.md"),
    ("contoh.id", "contoh.id"),
    ("http://a.id/x_(y)", "http://a.id/x_(y)"),
    ("<https://a.id>", "< _ https://a.id _ >"),
    ("a_b dan c_d", "a_b _ dan _ c_d"),
    ("#1 dan #satu", "# _ 1 _ dan _ #satu"),
    ("@a.b!", "@a.b _ !"),
    ("C++ dan C#", "C _ + _ + _ dan _ C _ #"),
    ("🏳️‍🌈👍🏽", "🏳️‍🌈 _ 👍🏽"),
    ("①②", "① _ ②"),
    ("日本 dan العربية", "日本 _ dan _ العربية"),
    ("ﬁlm", "ﬁlm"),
    ("satu\u{A0}dua", "satu _ dua"),
    ("satu\u{2009}dua", "satu _ dua"),
    ("tanda ™ dan ©", "tanda _ ™ _ dan _ ©"),
    ("100%-nya", "100 _ % _ - _ nya"),
    ("ke-\u{2011}x", "ke _ - _ \u{2011} _ x"),
];

#[test]
fn words_are_split_as_the_table_says() {
    let mut wrong = Vec::new();
    for (text, expected) in WORDS {
        let text = format!("Kata kata {text}");
        let found = with_document(&text, |document| {
            let words = document.words.iter().map(|word| document.text(word.span));
            words.skip_while(|word| *word != "Kata").skip(2).collect::<Vec<_>>().join(" _ ")
        });
        if found != *expected {
            wrong.push(format!("{text}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn kinds_and_shapes() {
    let text = "Kata PBB iPhone Undang-Undang rumah 12 😀 @x www.a.id";
    with_document(text, |document| {
        let words: Vec<_> = document.words.iter().rev().take(9).rev().collect();
        let shapes: Vec<_> = words.iter().take(5).map(|word| word.shape).collect();
        assert_eq!(shapes, [Shape::Capital, Shape::Upper, Shape::Mixed, Shape::Capital, Shape::Lower]);
        let kinds: Vec<_> = words.iter().skip(5).map(|word| word.kind).collect();
        assert_eq!(kinds, [WordKind::Number, WordKind::Emoji, WordKind::Mention, WordKind::Url]);
    });
}

#[test]
fn the_form_of_a_word_has_no_capitals_and_nothing_invisible() {
    let mut vocabulary = Vocabulary::default();
    let id = vocabulary.intern("Qur’\u{200B}AN");
    assert_eq!(&*vocabulary.form(id).text, "qur'an");
    assert_eq!(vocabulary.intern("qur'an"), id);
}

/// The tagger on text of other kinds than it has learnt from: at least 92 in 100 words have the right class.
#[test]
fn other_kinds_of_text_are_tagged() {
    let (mut right, mut wrong) = (0_usize, Vec::new());
    for line in include_str!("language/tagged.txt").lines().filter(|line| !line.starts_with('#')) {
        let expected: Vec<_> = line.split(' ').map(|pair| pair.rsplit_once('/').expect("word/CLASS")).collect();
        let text = line.split(' ').map(|pair| pair.rsplit_once('/').map_or(pair, |(word, _)| word));
        let mut vocabulary = Vocabulary::default();
        let text = text.collect::<Vec<_>>().join(" ");
        let mut words = Vec::new();
        word::split(&text, Span::of(0..text.len()), &mut vocabulary, &mut words);
        assert_eq!(words.len(), expected.len(), "{text}");
        for (found, (word, class)) in tagger::tag(&vocabulary, &words).into_iter().zip(expected) {
            match found.map_or("PUNCT", Class::name) {
                found if found == class => right += usize::from(class != "PUNCT"),
                found => wrong.push(format!("{word} {class}: {found}")),
            }
        }
    }
    println!(
        "{right} of {} words: {:.4}\n{}",
        right + wrong.len(),
        right as f64 / (right + wrong.len()) as f64,
        wrong.join("\n")
    );
    assert!(right * 100 >= (right + wrong.len()) * 92, "{} wrong", wrong.len());
}
