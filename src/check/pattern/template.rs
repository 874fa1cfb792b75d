//! What a pattern writes instead: `{1}{2:lower} lagi`.

use crate::check::casing;
use crate::document::Context;
use crate::language::Shape;

/// A replacement, taken apart.
pub(super) struct Template {
    pieces: Vec<Piece>,
}

enum Piece {
    Text(String),
    Word(usize, Case),
}

#[derive(Clone, Copy)]
enum Case {
    Kept,
    Lower,
    Upper,
    Title,
    /// Of a doubled word, one half.
    Half,
}

impl Template {
    /// The template in `text`, for a pattern of so many words.
    pub(super) fn new(text: &str, words: usize) -> Result<Self, String> {
        pieces(text, words).map(|pieces| Self { pieces })
    }

    /// The replacement, where the words `found` stand for the pattern's; `first` is the first of them.
    pub(super) fn written(&self, context: &Context, first: usize, found: &[Option<usize>]) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Word(index, case) => {
                    let word = found[*index].map_or("", |at| context.written(at));
                    match case {
                        Case::Kept => out.push_str(word),
                        Case::Lower => out.push_str(&word.to_lowercase()),
                        Case::Upper => out.push_str(&word.to_uppercase()),
                        Case::Half => out.push_str(word.split_once('-').map_or(word, |(half, _)| half)),
                        Case::Title => out.push_str(&casing::capitalise(&word.to_lowercase())),
                    }
                }
            }
        }
        let keeps_own = matches!(self.pieces.first(), Some(Piece::Word(..)));
        let is_capital = context.words()[first].shape == Shape::Capital;
        if is_capital && !keeps_own { casing::capitalise(&out) } else { out }
    }
}

/// The pieces of a replacement such as `{1}{2:lower} lagi`.
fn pieces(template: &str, words: usize) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').ok_or_else(|| format!("`{{` without `}}` in `{template}`"))?;
        let (number, case) = name.split_once(':').unwrap_or((name, ""));
        let case = match case {
            "" => Case::Kept,
            "lower" => Case::Lower,
            "upper" => Case::Upper,
            "title" => Case::Title,
            "half" => Case::Half,
            other => {
                return Err(format!("`{other}` in `{template}` is none of lower, upper, title and half"));
            }
        };
        let number = number.parse::<usize>().ok().filter(|number| (1..=words).contains(number));
        let number = number.ok_or_else(|| format!("`{{{name}}}` in `{template}` names no word of the pattern"))?;
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned()));
        }
        pieces.push(Piece::Word(number - 1, case));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    Ok(pieces)
}
