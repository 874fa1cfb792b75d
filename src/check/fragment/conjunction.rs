//! Complete sentences that open by a conjunction which joins inside sentences.

use super::boundary::{Boundary, Opening};
use super::piece::Nucleus;
use crate::check::Finding;
use crate::document::Context;
use crate::text::Edit;

/// Openings by which a sentence links to the one before it, instead of the conjunctions.
const LINKS: [(&str, &[&str]); 7] = [
    ("dan", &["Selain itu,"]),
    ("tetapi", &["Akan tetapi,", "Namun,"]),
    ("tapi", &["Akan tetapi,", "Namun,"]),
    ("sedangkan", &["Sementara itu,"]),
    ("melainkan", &[]),
    ("serta", &["Selain itu,"]),
    ("atau", &[]),
];

/// The finding at the conjunction that opens the right piece, where the piece is a sentence.
pub(super) fn finding(context: &Context, boundary: &Boundary) -> Option<Finding> {
    let opens = matches!(boundary.opening, Opening::And | Opening::But);
    if !opens || boundary.right.nucleus == Nucleus::None {
        return None;
    }
    let first = boundary.right.words.start;
    let word = context.word(first)?;
    let (_, links) = LINKS.iter().find(|(form, _)| *form == context.form_text(first))?;
    let mut finding = Finding::at(word.span);
    for link in *links {
        finding = finding.or(vec![Edit::replace(word.span, *link)]);
    }
    Some(finding)
}
