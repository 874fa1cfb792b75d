//! The corpus as symbols and places to cut, for the network of stray full stops.

use saksama::check::fragment::{symbol, words};
use saksama::document::{Context, Document};
use saksama::format::Format;
use saksama::language::{Shape, Vocabulary, Word, WordKind};
use saksama::text::Source;

use super::{Token, adverbial_end, kind_at};

/// Writes every sentence as the symbols of its words, and the places where the defect could cut it.
pub fn dump(sentences: &[Vec<Token>]) {
    let mut vocabulary = Vocabulary::default();
    for tokens in sentences {
        let (text, starts) = placed(tokens);
        let source = Source::new("", text);
        let document = Document::new(&source, Format::Plain, &mut vocabulary);
        let context = Context { document: &document, vocabulary: &vocabulary };
        let words: Vec<_> = document.words.iter().map(|&word| described(&context, word)).collect();
        let at = |token: usize| document.words.iter().position(|word| word.span.start as usize == starts[token]);
        let cuts = (2..tokens.len() - 2).filter_map(|token| {
            let (kind, comma) = cut_at(tokens, token)?;
            Some(format!("{}:{kind}:{}", at(token)?, u8::from(comma)))
        });
        println!("{}\t{}", words.join(" "), cuts.collect::<Vec<_>>().join(" "));
    }
}

fn described(context: &Context, word: Word) -> String {
    let form = context.form(word);
    let seen = |part: words::Part| {
        let own = part != words::Part::Name && word.kind == WordKind::Word;
        let kind = if own { symbol::kind(form, part) } else { part as u16 * 16 };
        format!("{kind}|{}", u8::from(own))
    };
    let capital = Word { shape: if word.shape == Shape::Lower { Shape::Capital } else { word.shape }, ..word };
    format!("{}|{}|{}", form.text, seen(words::part(context, word, false)), seen(words::part(context, capital, true)))
}

/// The sentence as text, with the place of every token.
fn placed(tokens: &[Token]) -> (String, Vec<usize>) {
    let (mut text, mut starts) = (String::new(), Vec::new());
    let mut glued = true;
    for token in tokens {
        let word = token.text.as_str();
        let clitic = matches!(word, "nya" | "ku" | "mu" | "lah" | "kah" | "pun");
        if !glued && !clitic && !matches!(word, "," | "." | ")" | ":" | ";" | "?" | "!" | "%") {
            text.push(' ');
        }
        starts.push(text.len());
        text.push_str(word);
        glued = word == "(";
    }
    (text, starts)
}

/// The kind of a cut before the token at `at`, if the defect could stand there, and whether a comma goes with it.
fn cut_at(tokens: &[Token], at: usize) -> Option<(&'static str, bool)> {
    if tokens[at - 1].text != "," {
        return Some((kind_at(tokens, at)?, false));
    }
    let token = &tokens[at];
    let has_verb = |tokens: &[Token]| tokens.iter().any(|token| token.tag == "VB");
    if adverbial_end(tokens) == Some(at - 1) {
        return Some(("adverbial", true));
    }
    if at < 4 || !has_verb(&tokens[..at]) {
        return None;
    }
    let kind = match (&*token.tag, &*token.text) {
        (_, "yang") => "relative",
        (_, "dan" | "atau" | "serta") if !has_verb(&tokens[at..]) => "coordination",
        ("SC", _)
        | ("IN", "karena" | "ketika" | "sehingga" | "agar" | "setelah" | "sebelum" | "jika" | "sejak" | "bahwa") => {
            "subordinate"
        }
        ("IN", _) if !matches!(&*tokens[0].tag, "IN" | "SC") => "preposition",
        ("VB", _) => "participle",
        _ => return None,
    };
    Some((kind, true))
}
