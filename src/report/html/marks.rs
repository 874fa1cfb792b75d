//! A text cut at the edges of its findings, line by line.

use crate::diagnostic::Diagnostic;
use crate::text::{Lines, Span};

/// A piece of a line, with the findings that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The text.
    pub text: &'t str,
    /// The indices of the findings, sorted; empty between findings.
    pub findings: Vec<usize>,
    /// Of these, those that begin here.
    pub begins: Vec<usize>,
}

/// The lines of `text` without their endings, cut so that every piece is wholly inside or outside of each finding. A finding
/// of no length gets a piece of no text.
pub fn lines<'t>(text: &'t str, diagnostics: &[Diagnostic]) -> Vec<Vec<Piece<'t>>> {
    let lines = Lines::new(text);
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut out = Vec::with_capacity(lines.count());
    for number in 0..lines.count() {
        let line = lines.span(number, text);
        let body = line.of_text(text).trim_end_matches(['\n', '\r']);
        while next < diagnostics.len() && (diagnostics[next].span.start < line.end || number + 1 == lines.count()) {
            open.push(next);
            next += 1;
        }
        out.push(pieces(text, Span::of(line.start as usize..line.start as usize + body.len()), &open, diagnostics));
        open.retain(|&index| diagnostics[index].span.end > line.end);
    }
    out
}

/// The pieces of the line at `body`, which the findings `open` may reach.
fn pieces<'t>(text: &'t str, body: Span, open: &[usize], diagnostics: &[Diagnostic]) -> Vec<Piece<'t>> {
    let clamp = |at: u32| at.clamp(body.start, body.end);
    let mut cuts: Vec<u32> = vec![body.start, body.end];
    for &index in open {
        let Span { start, end } = diagnostics[index].span;
        cuts.extend([clamp(start), clamp(end)]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    let begins_at = |at: u32, index: usize| {
        let start = diagnostics[index].span.start;
        start == at || (at == body.start && start <= at && start >= body.start)
    };
    let mut out = Vec::new();
    for &at in &cuts {
        let empty: Vec<usize> =
            open.iter().copied().filter(|&index| is_empty_at(diagnostics[index].span, at, body)).collect();
        if !empty.is_empty() {
            out.push(Piece { text: "", begins: empty.clone(), findings: empty });
        }
        let Some(&end) = cuts.iter().find(|&&cut| cut > at) else { continue };
        let covers = |&index: &usize| diagnostics[index].span.start <= at && end <= diagnostics[index].span.end;
        let findings: Vec<usize> = open.iter().copied().filter(covers).collect();
        let begins = findings.iter().copied().filter(|&index| begins_at(at, index)).collect();
        out.push(Piece { text: Span::new(at, end).of_text(text), findings, begins });
    }
    out
}

/// Whether a finding shows nothing of the line and is to be pointed at here: it has no length, or only a line's end.
fn is_empty_at(span: Span, at: u32, body: Span) -> bool {
    let shown = Span::new(span.start.clamp(body.start, body.end), span.end.clamp(body.start, body.end));
    shown.is_empty() && shown.start == at && span.start >= body.start && span.start.clamp(body.start, body.end) == at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    fn shown(text: &str, spans: &[(usize, usize)]) -> Vec<String> {
        let of = |&(start, end): &(usize, usize)| Diagnostic {
            rule: String::new(),
            severity: Severity::Info,
            span: Span::of(start..end),
            message: String::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            fingerprint: crate::diagnostic::Fingerprint::default(),
        };
        let diagnostics: Vec<Diagnostic> = spans.iter().map(of).collect();
        let piece = |piece: &Piece| match piece.findings.as_slice() {
            [] => piece.text.to_owned(),
            findings => format!("[{}{findings:?}{}]", piece.text, if piece.begins.is_empty() { "" } else { "*" }),
        };
        lines(text, &diagnostics).iter().map(|line| line.iter().map(piece).collect()).collect()
    }

    #[test]
    fn every_finding_begins_once_and_no_text_is_lost() {
        for (text, spans, expected) in [
            ("satu dua", &[][..], &["satu dua"][..]),
            ("satu dua", &[(0, 4)], &["[satu[0]*] dua"]),
            ("abc", &[(0, 2), (1, 3)], &["[a[0]*][b[0, 1]*][c[1]]"]),
            ("ab\r\ncd\n", &[(1, 5)], &["a[b[0]*]", "[c[0]]d", ""]),
            ("a\n\n\nb", &[(1, 4)], &["a[[0]*]", "", "", "b"]),
            ("ab", &[(1, 1), (2, 2)], &["a[[0]*]b[[1]*]"]),
            ("", &[(0, 0)], &["[[0]*]"]),
            ("a\n", &[(2, 2)], &["a", "[[0]*]"]),
        ] {
            assert_eq!(shown(text, spans), expected, "{text:?} {spans:?}");
        }
    }
}
