//! Changes to texts as the protocol has them.

use std::collections::HashMap;

use gen_lsp_types as lsp;
use similar::{DiffOp, TextDiff};

use super::buffer::Buffer;
use super::client::Abilities;
use crate::text::{Edit, Span};

/// The change of a buffer that `edits` are.
pub fn workspace_edit(buffer: &Buffer, edits: &[Edit], can: &Abilities) -> lsp::WorkspaceEdit {
    let places = buffer.places(can.encoding);
    let text_edit = |edit: &Edit| lsp::TextEdit { range: places.range(edit.span), new_text: edit.text.clone() };
    let uri = lsp::Uri(buffer.uri.clone());
    if can.versioned_edits {
        let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
            version: Some(buffer.version),
            text_document_identifier: lsp::TextDocumentIdentifier { uri },
        };
        let edits = edits.iter().map(|edit| lsp::Edit::TextEdit(text_edit(edit))).collect();
        let edit = lsp::TextDocumentEdit { text_document, edits };
        let changes = Some(vec![lsp::DocumentChange::TextDocumentEdit(edit)]);
        return lsp::WorkspaceEdit { document_changes: changes, ..lsp::WorkspaceEdit::default() };
    }
    let changes = HashMap::from([(uri, edits.iter().map(text_edit).collect())]);
    lsp::WorkspaceEdit { changes: Some(changes), ..lsp::WorkspaceEdit::default() }
}

/// The edits that make `new` of `old`: as little of every changed line as can be.
pub fn between(old: &str, new: &str) -> Vec<Edit> {
    let lines = TextDiff::from_lines(old, new);
    let starts = |text: &str| {
        let ends = text.split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        });
        std::iter::once(0).chain(ends).collect::<Vec<usize>>()
    };
    let (old_starts, new_starts) = (starts(old), starts(new));
    let mut edits = Vec::new();
    for op in lines.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let (from, to) = (op.old_range(), op.new_range());
        let from = old_starts[from.start]..old_starts[from.end];
        edits.push(trimmed(from.start, &old[from], &new[new_starts[to.start]..new_starts[to.end]]));
    }
    edits
}

/// The edit at byte `start` that makes `new` of `old`, without what both begin and end with.
fn trimmed(start: usize, old: &str, new: &str) -> Edit {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |(c, _): (char, char)| c.len_utf8();
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(length).sum();
    let (old, new) = (&old[head..], &new[head..]);
    let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(length).sum();
    Edit::replace(Span::of(start + head..start + head + old.len() - tail), &new[..new.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply;

    #[test]
    fn edits_lead_from_one_text_to_the_other() {
        for (old, new, count) in [
            ("satu\ndua\ntiga\n", "satu\nDua\ntiga\nempat", 2),
            ("a\r\nb\r\n", "a\r\n", 1),
            ("", "x", 1),
            ("sama", "sama", 0),
            ("🙂 di mulai", "🙂 dimulai", 1),
        ] {
            let edits = between(old, new);
            assert_eq!(apply(old, &edits), new);
            assert_eq!(edits.len(), count, "{old:?}");
        }
        assert_eq!(between("🙂 di mulai", "🙂 dimulai"), [Edit::delete(Span::new(7, 8))]);
    }
}
