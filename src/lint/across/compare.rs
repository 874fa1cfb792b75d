//! Finding what several files share.
//!
//! Two pieces are compared when they have a key in common. The work is done on all threads; everything is sorted by file
//! and place before it is looked at, so that the outcome is the same however it was shared out.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::sketch::{self, Glance};
use super::trace::{Piece, Trace};
use crate::check::Kind;
use crate::check::across::{Settings, Unit};
use crate::lint::RuleSet;
use crate::text::Span;

/// How many files with the same key a piece is compared with: the first ones.
const CANDIDATES: usize = 6;

/// The trace of one file, and the rules it was linted with.
#[derive(Clone, Copy)]
pub struct Traced<'t> {
    /// The rules.
    pub rules: &'t RuleSet,
    /// The trace.
    pub trace: &'t Trace,
}

/// Something that one file shares with others.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The file, as an index of those compared.
    pub file: usize,
    /// The places in other files, and further ones in this file, each with the index of its file.
    pub places: Vec<(usize, Span)>,
    pub(super) rule: usize,
    pub(super) span: Span,
    /// How many pieces are shared.
    pub(super) count: usize,
    /// In how many other files.
    pub(super) files: usize,
    /// The least likeness of two of them.
    pub(super) likeness: f64,
    /// Whether it is a fixed part of pages.
    pub(super) is_everywhere: bool,
}

struct Entry<'t> {
    file: usize,
    rule: usize,
    settings: &'t Settings,
    piece: &'t Piece,
    hashes: &'t [u32],
}

/// What tells most pieces apart, side by side.
#[derive(Clone, Copy)]
struct Seen {
    glance: Glance,
    file: usize,
    /// The likeness that its rule asks for.
    least: f64,
}

/// The earliest piece in another file that a piece is like.
#[derive(Clone, Copy)]
struct Origin {
    entry: usize,
    likeness: f64,
}

/// What `files` share, sorted by file and place. A copy is reported in the later file.
pub fn compare(files: &[Traced]) -> Vec<Match> {
    let mut found = Vec::new();
    let mut said = FxHashSet::default();
    for (_, name) in rules(files) {
        let mut entries = entries(files, name);
        entries.retain(|entry| !said.contains(&(entry.file, entry.piece.span)));
        let origins = origins(&entries);
        gather(&entries, &origins, &mut found);
        let alike = entries.iter().zip(&origins).filter(|(_, origin)| origin.is_some());
        said.extend(alike.map(|(entry, _)| (entry.file, entry.piece.span)));
    }
    found.sort_by_key(|found| (found.file, found.span, found.rule));
    found
}

/// The rules that compare files, those about paragraphs first: an opening of theirs is not reported again.
fn rules<'t>(files: &[Traced<'t>]) -> Vec<(Unit, &'t str)> {
    let parts = files.iter().flat_map(|file| file.trace.parts.iter().map(move |part| (file.rules, part.rule)));
    let mut names: Vec<_> = parts
        .filter_map(|(rules, rule)| {
            let rule = &rules.rules[rule];
            let Kind::Across(settings) = &rule.check else { return None };
            Some((settings.unit, rule.name.as_str()))
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The pieces that the rule `name` compares, in the order of the files.
fn entries<'t>(files: &[Traced<'t>], name: &str) -> Vec<Entry<'t>> {
    let mut entries = Vec::new();
    for (file, traced) in files.iter().enumerate() {
        for part in &traced.trace.parts {
            let rule = &traced.rules.rules[part.rule];
            let Kind::Across(settings) = &rule.check else { continue };
            if rule.name == name {
                let entry = |piece| Entry { file, rule: part.rule, settings, piece, hashes: part.hashes(piece) };
                entries.extend(part.pieces.iter().map(entry));
            }
        }
    }
    entries
}

/// For every piece, its origin.
fn origins(entries: &[Entry]) -> Vec<Option<Origin>> {
    let pairs = candidates(entries);
    let mut sets = vec![Vec::new(); entries.len()];
    let mut is_compared = vec![false; entries.len()];
    pairs.iter().flat_map(|&(later, earlier)| [later, earlier]).for_each(|at| is_compared[at as usize] = true);
    sets.par_iter_mut().enumerate().filter(|(at, _)| is_compared[*at]).for_each(|(at, set)| {
        *set = sketch::set(entries[at].hashes);
    });
    let mut origins = vec![None; entries.len()];
    let found: Vec<(usize, Origin)> = pairs
        .par_chunk_by(|a, b| a.0 == b.0)
        .filter_map(|pairs| {
            let later = pairs[0].0 as usize;
            let least = entries[later].settings.alike;
            let mut alike = pairs.iter().filter_map(|&(_, earlier)| {
                let likeness = sketch::likeness_from(least, &sets[later], &sets[earlier as usize])?;
                Some(Origin { entry: earlier as usize, likeness })
            });
            alike.next().map(|origin| (later, origin))
        })
        .collect();
    found.into_iter().for_each(|(later, origin)| origins[later] = Some(origin));
    origins
}

/// The pairs of pieces of two files that have a key in common and may be alike, the later one first; sorted.
fn candidates(entries: &[Entry]) -> Vec<(u32, u32)> {
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let seen = |entry: &Entry| Seen { glance: Glance::of(entry.hashes), file: entry.file, least: entry.settings.alike };
    let seen: Vec<Seen> = entries.par_iter().map(seen).collect();
    // Key and piece in one number, which is sorted faster than a pair.
    let joined = |key: u32, at: usize| u64::from(key) << 32 | u64::from(narrow(at));
    let mut keyed: Vec<u64> = entries
        .par_iter()
        .enumerate()
        .flat_map_iter(|(at, entry)| sketch::keys(entry.hashes).map(move |key| joined(key, at)))
        .collect();
    keyed.par_sort_unstable();
    let pairs = keyed.par_chunk_by(|a, b| a >> 32 == b >> 32).filter(|same| same.len() > 1).flat_map_iter(|same| {
        let mut firsts: Vec<(u32, Seen)> = Vec::with_capacity(CANDIDATES);
        let mut pairs = Vec::new();
        for later in same.iter().map(|&joined| joined as u32) {
            let own = seen[later as usize];
            for (earlier, other) in &firsts {
                if other.file != own.file && own.glance.may_be_alike(&other.glance, own.least) {
                    pairs.push((later, *earlier));
                }
            }
            if firsts.len() < CANDIDATES && firsts.last().is_none_or(|(_, last)| last.file != own.file) {
                firsts.push((later, own));
            }
        }
        pairs
    });
    let mut pairs: Vec<_> = pairs.collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Puts what is alike together: one match for every two files, one for what stands in many files.
fn gather(entries: &[Entry], origins: &[Option<Origin>], found: &mut Vec<Match>) {
    let mut roots: Vec<usize> = (0..entries.len()).collect();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, origin) in origins.iter().enumerate() {
        let Some(origin) = origin else { continue };
        let root = roots[origin.entry];
        roots[at] = root;
        members.entry(root).or_insert_with(|| vec![root]).push(at);
    }
    members.retain(|root, members| distinct_files(entries, members) > entries[*root].settings.most_files);
    found.extend(members.values().filter_map(|members| everywhere(entries, origins, members)));
    let mut pairs: BTreeMap<(usize, usize), Vec<(usize, Origin)>> = BTreeMap::new();
    for (at, origin) in origins.iter().enumerate() {
        let Some(origin) = origin.filter(|_| !entries[at].piece.is_silent) else { continue };
        if !members.contains_key(&roots[at]) {
            let pair = pairs.entry((entries[at].file, entries[origin.entry].file)).or_default();
            // A paragraph that stands twice in the later file is the matter of another rule.
            if pair.iter().all(|(_, other)| other.entry != origin.entry) {
                pair.push((at, origin));
            }
        }
    }
    found.extend(pairs.into_values().map(|pairs| pair(entries, &pairs)));
}

/// `members` are sorted, and so their files.
fn distinct_files(entries: &[Entry], members: &[usize]) -> usize {
    1 + members.windows(2).filter(|two| entries[two[0]].file != entries[two[1]].file).count()
}

/// The match of a piece that is a fixed part of pages: at the first file that does not silence it.
fn everywhere(entries: &[Entry], origins: &[Option<Origin>], members: &[usize]) -> Option<Match> {
    let at = *members.iter().find(|&&at| !entries[at].piece.is_silent)?;
    let entry = &entries[at];
    let others = members.iter().map(|&at| &entries[at]).filter(|other| other.file != entry.file);
    let likeness = members.iter().filter_map(|&at| origins[at]).map(|origin| origin.likeness).fold(1.0, f64::min);
    Some(Match {
        file: entry.file,
        places: others.map(|other| (other.file, other.piece.span)).take(entry.settings.places).collect(),
        rule: entry.rule,
        span: entry.piece.span,
        count: 1,
        files: distinct_files(entries, members) - 1,
        likeness,
        is_everywhere: true,
    })
}

/// The match of two files.
fn pair(entries: &[Entry], pairs: &[(usize, Origin)]) -> Match {
    let first = &entries[pairs[0].0];
    let mut places = Vec::new();
    for (index, &(at, origin)) in pairs.iter().enumerate().take(first.settings.places) {
        let (here, there) = (&entries[at], &entries[origin.entry]);
        places.push((there.file, there.piece.span));
        places.extend((index > 0).then_some((here.file, here.piece.span)));
    }
    Match {
        file: first.file,
        places,
        rule: first.rule,
        span: first.piece.span,
        count: pairs.len(),
        files: 1,
        likeness: pairs.iter().map(|(_, origin)| origin.likeness).fold(1.0, f64::min),
        is_everywhere: false,
    }
}
