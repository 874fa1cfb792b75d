//! The command `analyze`: what is known of the words of a text.

use std::path::Path;

use anyhow::{Context as _, anyhow};

use super::arguments::{Analyze, ListFormat};
use super::outcome::Outcome;
use super::output::Output;
use super::read::{read_file, read_stdin};
use super::trouble::Trouble;
use crate::document::{Context, Document};
use crate::format::Format;
use crate::format::encoding::decode;
use crate::language::affix::{Clitic, Particle, Prefix, Suffix};
use crate::language::lexicon::{Entry, Trust};
use crate::language::morphology::Reading;
use crate::language::{Class, Classes, Sentence, Vocabulary, Word, WordKind};
use crate::report::{
    AnalysedEntry, AnalysedReading, AnalysedSentence, AnalysedWord, Analysis, Palette, analysis_json, analysis_table,
};
use crate::rule::Lang;
use crate::text::{Source, Span};

/// Shows the analysis of the text that was typed, of a file, or of standard input.
///
/// # Errors
/// When the text cannot be read or standard output cannot be written.
pub fn analyze(typed: &Analyze, lang: Lang, palette: Palette) -> anyhow::Result<Outcome> {
    let (source, format) = read(typed, lang)?;
    let mut vocabulary = Vocabulary::default();
    let document = Document::new(&source, format, &mut vocabulary);
    let analysis = analysis(&Context { document: &document, vocabulary: &vocabulary });
    let text = match typed.format {
        ListFormat::Text => analysis_table(&analysis, lang, palette),
        ListFormat::Json => analysis_json(&analysis),
    };
    let mut output = Output::stdout();
    output.write(text.as_bytes()).and_then(|()| output.flush()).context("standard output")?;
    Ok(Outcome::Clean)
}

fn read(typed: &Analyze, lang: Lang) -> anyhow::Result<(Source, Format)> {
    if let Some(path) = &typed.file {
        let decoded = read_file(path).map_err(|trouble| failure(&trouble, path, lang))?;
        let name = path.to_string_lossy();
        return Ok((Source::new(&*name, decoded.text), Format::of_name(&name)));
    }
    let text = match typed.text.as_deref() {
        Some(text) if text != "-" => text.to_owned(),
        _ => {
            let decoded = read_stdin().and_then(|bytes| decode(bytes).map_err(Trouble::Undecodable));
            decoded.map_err(|trouble| failure(&trouble, Path::new("<stdin>"), lang))?.text
        }
    };
    Ok((Source::new("", text), Format::Plain))
}

fn failure(trouble: &Trouble, path: &Path, lang: Lang) -> anyhow::Error {
    let skipped = trouble.skipped(path, lang);
    anyhow!("{}: {}", skipped.path, skipped.message)
}

fn analysis(context: &Context) -> Analysis {
    let sentences = context.document.sentences.iter().map(|sentence| analysed(context, sentence)).collect();
    Analysis { version: 1, sentences }
}

fn analysed(context: &Context, sentence: &Sentence) -> AnalysedSentence {
    let (start, end) = place(context, sentence.span);
    let words = &context.words()[sentence.words.clone()];
    let classes = context.tags(sentence);
    let words = words.iter().zip(&*classes).map(|(word, class)| analysed_word(context, *word, *class));
    AnalysedSentence { start, end, text: context.text(sentence.span).to_owned(), words: words.collect() }
}

fn analysed_word(context: &Context, word: Word, class: Option<Class>) -> AnalysedWord {
    let (start, end) = place(context, word.span);
    let form = context.form(word);
    let text = match word.kind {
        WordKind::Opaque => Span { start, end }.of_text(&context.document.source.text),
        _ => context.text(word.span),
    };
    let (entry, readings) = if word.is_word() { (form.entry(), form.readings()) } else { (None, &[][..]) };
    AnalysedWord {
        start,
        end,
        text: text.to_owned(),
        kind: kind(word.kind),
        class: class.map(Class::name),
        known: word.is_word() && form.is_known(),
        entry: entry.map(analysed_entry),
        readings: readings.iter().map(analysed_reading).collect(),
    }
}

/// Bytes of the source for a place in the prose.
fn place(context: &Context, span: Span) -> (u32, u32) {
    let offsets = &context.document.prose.offsets;
    offsets.to_source(span).map_or((span.start, span.end), |span| (span.start, span.end))
}

fn names(classes: Classes) -> Vec<&'static str> {
    classes.iter().map(Class::name).collect()
}

fn analysed_entry(entry: Entry) -> AnalysedEntry {
    let marks = [
        ("root", entry.is_root()),
        ("transitive", entry.is_transitive()),
        ("name", entry.is_name()),
        ("foreign", entry.is_foreign()),
        ("function", entry.is_function_word()),
        ("place", entry.is_place()),
        ("bound", entry.is_bound()),
    ];
    AnalysedEntry {
        classes: names(entry.classes()),
        main: entry.main_class().map(Class::name),
        band: entry.band(),
        trust: match entry.trust() {
            Trust::Low => "low",
            Trust::Corpus => "corpus",
            Trust::Curated => "curated",
        },
        marks: marks.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect(),
    }
}

fn analysed_reading(reading: &Reading) -> AnalysedReading {
    let affixes = reading.affixes;
    AnalysedReading {
        root: reading.root.to_string(),
        prefix: prefix(affixes.prefix),
        suffix: match affixes.suffix {
            Suffix::None => None,
            Suffix::Kan => Some("-kan"),
            Suffix::I => Some("-i"),
            Suffix::An => Some("-an"),
        },
        clitic: match affixes.clitic {
            Clitic::None => None,
            Clitic::Nya => Some("-nya"),
            Clitic::Ku => Some("-ku"),
            Clitic::Mu => Some("-mu"),
        },
        particle: match affixes.particle {
            Particle::None => None,
            Particle::Lah => Some("-lah"),
            Particle::Kah => Some("-kah"),
            Particle::Pun => Some("-pun"),
            Particle::Tah => Some("-tah"),
        },
        reduplicated: reading.is_reduplicated(),
        reduplication: reading.reduplication.name(),
        classes: names(reading.classes),
    }
}

const fn prefix(prefix: Prefix) -> Option<&'static str> {
    Some(match prefix {
        Prefix::None => return None,
        Prefix::Me => "meN-",
        Prefix::Di => "di-",
        Prefix::Ber => "ber-",
        Prefix::Ter => "ter-",
        Prefix::Per => "per-",
        Prefix::Pe => "peN-",
        Prefix::PlainPe => "pe-",
        Prefix::Ke => "ke-",
        Prefix::Se => "se-",
        Prefix::Memper => "memper-",
        Prefix::Diper => "diper-",
        Prefix::Terper => "terper-",
        Prefix::Ku => "ku-",
        Prefix::Kau => "kau-",
    })
}

const fn kind(kind: WordKind) -> &'static str {
    match kind {
        WordKind::Word => "word",
        WordKind::Number => "number",
        WordKind::Url => "url",
        WordKind::Email => "email",
        WordKind::Mention => "mention",
        WordKind::Hashtag => "hashtag",
        WordKind::Emoji => "emoji",
        WordKind::Punctuation => "punctuation",
        WordKind::Symbol => "symbol",
        WordKind::Opaque => "opaque",
    }
}
