//! Fixes and totals put into words.

use super::{Summary, visible};
use crate::diagnostic::{Diagnostic, Fix, Safety};
use crate::rule::Lang;
use crate::text::{Edit, Span, apply};

/// A replacement longer than this many bytes is named by its title instead of shown.
const LONG: usize = 120;

/// What the fixes of `diagnostic` would have the writer write, best first, at most three lines.
pub fn fixes(text: &str, diagnostic: &Diagnostic, lang: Lang) -> Vec<String> {
    let line = |(index, fix): (usize, &Fix)| {
        let safety = match fix.safety {
            Safety::Safe => lang.pick("aman", "safe"),
            Safety::Unsafe => lang.pick("periksa dulu", "look first"),
        };
        let verb = if index == 0 { lang.pick("tulis", "write") } else { lang.pick("atau", "or") };
        let what = match replacement(text, diagnostic.span, &fix.edits) {
            Some(written) if written.is_empty() => lang.pick("(hapus)", "(remove)").to_owned(),
            Some(written) => written,
            None => return format!("{} ({safety})", visible(&fix.title)),
        };
        format!("{verb}: {} ({safety})", visible(&what))
    };
    diagnostic.fixes.iter().take(3).enumerate().map(line).collect()
}

/// What stands at `span`, and wherever `edits` reach, once they are made; `None` when that is long.
fn replacement(text: &str, span: Span, edits: &[Edit]) -> Option<String> {
    let reach = edits.iter().map(|edit| edit.span).reduce(Span::to)?;
    let whole = if span.to(reach).len() as usize <= LONG { span.to(reach) } else { reach };
    let part = text.get(whole.range())?;
    let moved: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit {
            span: Span::new(edit.span.start - whole.start, edit.span.end - whole.start),
            text: edit.text.clone(),
        })
        .collect();
    let written = apply(part, &moved);
    (part.len() <= LONG && written.len() <= LONG).then(|| written.trim().to_owned())
}

/// The last line of a report for people, such as
/// `3 kesalahan, 2 peringatan, 1 info di 4 berkas; 3 dapat diperbaiki dengan --fix`.
pub fn summary_line(summary: &Summary, lang: Lang) -> String {
    let mut parts = Vec::new();
    if summary.fixed.is_some() {
        parts.push(format!("{} {}", summary.fixed_count(), lang.pick("diperbaiki", "fixed")));
    }
    parts.push(found(summary, lang));
    let (safe, unsafe_) = (summary.fixable, summary.fixable_unsafe);
    if safe > 0 {
        parts.push(match lang {
            Lang::Id => format!("{safe} dapat diperbaiki dengan --fix"),
            Lang::En => format!("{safe} can be fixed with --fix"),
        });
    }
    if unsafe_ > 0 {
        parts.push(match lang {
            Lang::Id => format!("{unsafe_} dengan --unsafe-fixes (periksa dulu)"),
            Lang::En => format!("{unsafe_} with --unsafe-fixes (look first)"),
        });
    }
    if let Some(known) = summary.known.filter(|known| *known > 0) {
        parts.push(match lang {
            Lang::Id => format!("{known} temuan lama di baseline"),
            Lang::En => format!("{known} old in the baseline"),
        });
    }
    if !summary.skipped.is_empty() {
        parts.push(format!("{} {}", summary.skipped.len(), lang.pick("dilewati", "skipped")));
    }
    parts.join("; ")
}

fn found(summary: &Summary, lang: Lang) -> String {
    let &Summary { files, errors, warnings, infos, with_findings, .. } = summary;
    if summary.findings() == 0 {
        return match lang {
            Lang::Id => format!("tidak ada temuan di {files} berkas"),
            Lang::En => format!("nothing found in {}", counted(files, "file")),
        };
    }
    match lang {
        Lang::Id => {
            format!("{errors} kesalahan, {warnings} peringatan, {infos} info di {with_findings} dari {files} berkas")
        }
        Lang::En => format!(
            "{}, {}, {infos} info in {with_findings} of {}",
            counted(errors, "error"),
            counted(warnings, "warning"),
            counted(files, "file"),
        ),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_fix_is_shown_as_what_to_write() {
        let (source, mut diagnostics) = sample::article();
        let joined = Edit::replace(Span::new(27, 28), "");
        diagnostics[0].fixes.push(Fix { title: "Sambung".into(), safety: Safety::Unsafe, edits: vec![joined] });
        let shown = fixes(&source.text, &diagnostics[0], Lang::Id);
        assert_eq!(shown, ["tulis: dimulai (aman)", "atau: dimulai (periksa dulu)"]);
        diagnostics[1].fixes[0].edits = vec![Edit::delete(diagnostics[1].span)];
        assert_eq!(fixes(&source.text, &diagnostics[1], Lang::En), ["write: (remove) (look first)"]);
        diagnostics[1].fixes[0].edits = vec![Edit::replace(diagnostics[1].span, "x".repeat(500))];
        assert_eq!(fixes(&source.text, &diagnostics[1], Lang::En), ["Tulis “besar” (look first)"]);
    }

    #[test]
    fn totals_are_a_sentence() {
        let mut summary = Summary::default();
        assert_eq!(summary_line(&summary, Lang::Id), "tidak ada temuan di 0 berkas");
        summary.add(&sample::article().1);
        summary.add(&[]);
        assert_eq!(
            summary_line(&summary, Lang::Id),
            "1 kesalahan, 1 peringatan, 0 info di 1 dari 2 berkas; 1 dapat diperbaiki dengan --fix; \
             1 dengan --unsafe-fixes (periksa dulu)"
        );
        summary.fixed = Some([("a".to_owned(), 2)].into());
        assert!(summary_line(&summary, Lang::En).starts_with("2 fixed; 1 error, 1 warning, 0 info in 1 of 2 files; "));
    }
}
