//! What was found in a text, as it is kept: structs of its own, apart from those of the core.

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Diagnostic, Fix, Related, Safety, Severity};
use crate::lint::across::{Part, Piece, Trace};
use crate::text::{Edit, Span};

/// What was found in a text.
pub struct Found {
    /// What the rules say about it.
    pub diagnostics: Vec<Diagnostic>,
    /// What it leaves for the comparison with others, where there were others.
    pub trace: Option<Trace>,
}

impl Found {
    /// The bytes that are kept; `None` for what cannot be: a finding that speaks of another text.
    pub fn encode(&self) -> Option<Vec<u8>> {
        let diagnostics = self.diagnostics.iter().map(KeptDiagnostic::of).collect::<Option<_>>()?;
        postcard::to_allocvec(&Kept { diagnostics, trace: self.trace.as_ref().map(KeptTrace::of) }).ok()
    }

    /// What was kept.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let Kept { diagnostics, trace } = postcard::from_bytes(bytes).ok()?;
        let diagnostics = diagnostics.into_iter().map(Diagnostic::from).collect();
        Some(Self { diagnostics, trace: trace.map(Trace::from) })
    }
}

#[derive(Serialize, Deserialize)]
struct Kept {
    diagnostics: Vec<KeptDiagnostic>,
    trace: Option<KeptTrace>,
}

#[derive(Serialize, Deserialize)]
struct KeptDiagnostic {
    rule: String,
    severity: Severity,
    span: KeptSpan,
    message: String,
    related: Vec<(KeptSpan, String)>,
    fixes: Vec<KeptFix>,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
struct KeptFix {
    title: String,
    safety: Safety,
    edits: Vec<(KeptSpan, String)>,
}

#[derive(Serialize, Deserialize)]
struct KeptTrace {
    length: usize,
    parts: Vec<KeptPart>,
}

#[derive(Serialize, Deserialize)]
struct KeptPart {
    rule: usize,
    /// The place, whether it is silent, and how many of the hashes are its own.
    pieces: Vec<(KeptSpan, bool, usize)>,
    /// Four bytes each: hashes are seldom small.
    hashes: Vec<[u8; 4]>,
}

/// First byte and length.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct KeptSpan(u32, u32);

impl KeptDiagnostic {
    fn of(diagnostic: &Diagnostic) -> Option<Self> {
        let related =
            |related: &Related| related.elsewhere.is_none().then(|| (related.span.into(), related.message.clone()));
        Some(Self {
            rule: diagnostic.rule.clone(),
            severity: diagnostic.severity,
            span: diagnostic.span.into(),
            message: diagnostic.message.clone(),
            related: diagnostic.related.iter().map(related).collect::<Option<_>>()?,
            fixes: diagnostic.fixes.iter().map(KeptFix::of).collect(),
            fingerprint: diagnostic.fingerprint.to_string(),
        })
    }
}

impl From<KeptDiagnostic> for Diagnostic {
    fn from(kept: KeptDiagnostic) -> Self {
        let related = kept.related.into_iter().map(|(span, message)| Related::here(span.into(), message));
        Self {
            rule: kept.rule,
            severity: kept.severity,
            span: kept.span.into(),
            message: kept.message,
            related: related.collect(),
            fixes: kept.fixes.into_iter().map(Fix::from).collect(),
            fingerprint: kept.fingerprint.parse().unwrap_or_default(),
        }
    }
}

impl KeptFix {
    fn of(fix: &Fix) -> Self {
        let edits = fix.edits.iter().map(|edit| (edit.span.into(), edit.text.clone()));
        Self { title: fix.title.clone(), safety: fix.safety, edits: edits.collect() }
    }
}

impl From<KeptFix> for Fix {
    fn from(kept: KeptFix) -> Self {
        let edits = kept.edits.into_iter().map(|(span, text)| Edit { span: span.into(), text });
        Self { title: kept.title, safety: kept.safety, edits: edits.collect() }
    }
}

impl KeptTrace {
    fn of(trace: &Trace) -> Self {
        Self { length: trace.length, parts: trace.parts.iter().map(KeptPart::of).collect() }
    }
}

impl From<KeptTrace> for Trace {
    fn from(kept: KeptTrace) -> Self {
        Self { length: kept.length, parts: kept.parts.into_iter().map(Part::from).collect() }
    }
}

impl KeptPart {
    fn of(part: &Part) -> Self {
        let piece = |piece: &Piece| (piece.span.into(), piece.is_silent, piece.hashes.len());
        let hashes = part.hashes.iter().map(|hash| hash.to_le_bytes());
        Self { rule: part.rule, pieces: part.pieces.iter().map(piece).collect(), hashes: hashes.collect() }
    }
}

impl From<KeptPart> for Part {
    fn from(kept: KeptPart) -> Self {
        let mut start = 0;
        let pieces = kept.pieces.into_iter().map(|(span, is_silent, count)| {
            let hashes = start..start + count;
            start = hashes.end;
            Piece { span: span.into(), is_silent, hashes }
        });
        Self {
            rule: kept.rule,
            pieces: pieces.collect(),
            hashes: kept.hashes.into_iter().map(u32::from_le_bytes).collect(),
        }
    }
}

impl From<Span> for KeptSpan {
    fn from(span: Span) -> Self {
        Self(span.start, span.len())
    }
}

impl From<KeptSpan> for Span {
    fn from(KeptSpan(start, length): KeptSpan) -> Self {
        Self::new(start, start.saturating_add(length))
    }
}
