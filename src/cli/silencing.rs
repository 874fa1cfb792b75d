//! Silencing what is found, with a reason, in the files themselves.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::fix::Fixed;
use crate::format::Format;
use crate::lint::silence::silencing_edit;
use crate::text::{Source, apply};

/// `source` with a comment for every finding that one can silence, for `reason`; `look` finds what is in a text.
pub fn silence(source: Source, reason: &str, mut look: impl FnMut(&Source) -> Vec<Diagnostic>) -> Fixed {
    let format = Format::of_name(&source.name);
    let mut found = look(&source);
    let mut fixed = Fixed { source, counts: BTreeMap::new(), rounds: 0, is_at_rest: true, remaining: Vec::new() };
    // From the end, so that a comment moves nothing that is still to be looked at.
    let mut left = found.len();
    while left > 0 {
        left = left.min(found.len());
        let Some(finding) = left.checked_sub(1).and_then(|at| found.get(at)).cloned() else { break };
        left -= 1;
        let name = fixed.source.name.clone();
        let mut lint = |text: &str| look(&Source::new(name.clone(), text));
        let edit = silencing_edit(&fixed.source.text, format, (&found, &finding), reason, &mut lint);
        let Some(edit) = edit else { continue };
        let text = apply(&fixed.source.text, &[edit]);
        let after = lint(&text);
        *fixed.counts.entry(finding.rule).or_default() += found.len() - after.len().min(found.len());
        fixed.source.text = text;
        fixed.rounds += 1;
        found = after;
    }
    fixed.remaining = found;
    fixed
}
