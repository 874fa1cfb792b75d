//! Charts, drawn as plain SVG.

use maud::{Markup, html};

use super::tally::{ORDER, class};
use super::{grouped, severity};
use crate::rule::Lang;

/// The shares of the severities, as a ring with the sum in its middle.
pub fn ring(severities: [usize; 3], lang: Lang) -> Markup {
    const RADIUS: f64 = 54.0;
    let sum: usize = severities.iter().sum();
    let around = 2.0 * std::f64::consts::PI * RADIUS;
    let mut from = 0.0;
    let arcs: Vec<(&str, f64, f64)> = ORDER
        .into_iter()
        .zip(severities)
        .map(|(severity, count)| {
            let length = around * share(count, sum);
            let arc = (class(severity), length, from);
            from += length;
            arc
        })
        .collect();
    let parts: Vec<String> = ORDER
        .into_iter()
        .zip(severities)
        .map(|(of, count)| format!("{} {}", grouped(count, lang), severity(of, lang)))
        .collect();
    html! {
        svg.ring viewBox="0 0 140 140" role="img" aria-label=(parts.join(", ")) {
            circle.track cx="70" cy="70" r=(RADIUS) {}
            @for (class, length, from) in arcs {
                @if length > 0.0 {
                    circle class={ "arc " (class) } cx="70" cy="70" r=(RADIUS)
                        stroke-dasharray=(format!("{length:.2} {:.2}", around - length))
                        stroke-dashoffset=(format!("{:.2}", around / 4.0 - from)) {}
                }
            }
            text.sum x="70" y="72" text-anchor="middle" { (grouped(sum, lang)) }
            text.unit x="70" y="90" text-anchor="middle" { (lang.pick("temuan", "findings")) }
        }
    }
}

/// A named number.
pub struct Bar {
    /// What is counted.
    pub name: String,
    /// How many.
    pub count: usize,
    /// Where the bar leads to.
    pub link: Option<String>,
}

/// Bars one below the other, the longest as long as there is room.
pub fn bars(bars: &[Bar], lang: Lang) -> Markup {
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(0);
    html! {
        ul.bars {
            @for bar in bars {
                li {
                    span.name {
                        @match &bar.link {
                            Some(link) => a href=(link) { (bar.name) },
                            None => (bar.name),
                        }
                    }
                    span.rail aria-hidden="true" {
                        span.fill style=(format!("width:{:.1}%", 100.0 * share(bar.count, most))) {}
                    }
                    span.count { (grouped(bar.count, lang)) }
                }
            }
        }
    }
}

/// Columns side by side, each with its name below and its number above.
pub fn columns(columns: &[(String, usize)], label: &str, lang: Lang) -> Markup {
    const HEIGHT: f64 = 110.0;
    const STEP: f64 = 56.0;
    let most = columns.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let said: Vec<String> = columns.iter().map(|(name, count)| format!("{name}: {count}")).collect();
    let width = STEP * real(columns.len());
    html! {
        svg.columns viewBox=(format!("0 0 {width} 160")) role="img" aria-label=(format!("{label}: {}", said.join("; "))) {
            @for (index, (name, count)) in columns.iter().enumerate() {
                @let height = (HEIGHT * share(*count, most)).max(if *count > 0 { 2.0 } else { 0.0 });
                @let middle = STEP * real(index) + STEP / 2.0;
                rect.column class=[(index == 0).then_some("none")] x=(format!("{:.1}", middle - 18.0))
                    y=(format!("{:.1}", 134.0 - height)) width="36" height=(format!("{height:.1}")) rx="3" {}
                text.value x=(middle) y=(format!("{:.1}", 128.0 - height)) text-anchor="middle" { (grouped(*count, lang)) }
                text.tick x=(middle) y="152" text-anchor="middle" { (name) }
            }
            line.axis x1="0" x2=(width) y1="134.5" y2="134.5" {}
        }
    }
}

/// One number after the other, as a line from left to right.
pub fn line(points: &[(String, usize)], lang: Lang) -> Markup {
    const WIDTH: f64 = 1080.0;
    const HEIGHT: f64 = 80.0;
    let most = points.iter().map(|(_, count)| *count).max().unwrap_or(0);
    let at = |index: usize, count: usize| {
        let x = 20.0 + (WIDTH - 40.0) * share(index, points.len().saturating_sub(1));
        (x, 20.0 + HEIGHT * (1.0 - share(count, most)))
    };
    let dots: Vec<(f64, f64)> = points.iter().enumerate().map(|(index, (_, count))| at(index, *count)).collect();
    let path: Vec<String> = dots.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let said: Vec<String> = points.iter().map(|(name, count)| format!("{name}: {count}")).collect();
    let area = format!("20,{0} {1} {2},{0}", 20.0 + HEIGHT, path.join(" "), dots.last().map_or(20.0, |dot| dot.0));
    html! {
        svg.trend viewBox="0 0 1080 130" role="img" aria-label=(said.join("; ")) {
            polygon.area points=(area) {}
            line.axis x1="20" x2=(WIDTH - 20.0) y1="100.5" y2="100.5" {}
            polyline.stroke points=(path.join(" ")) {}
            @for ((x, y), (name, count)) in dots.iter().zip(points) {
                circle.dot cx=(format!("{x:.1}")) cy=(format!("{y:.1}")) r="4" {
                    title { (name) ": " (grouped(*count, lang)) }
                }
            }
            @for index in [0, points.len().saturating_sub(1)] {
                @if let (Some((x, y)), Some((name, count))) = (dots.get(index), points.get(index)) {
                    @let anchor = if index == 0 { "start" } else { "end" };
                    text.value x=(format!("{x:.1}")) y=(format!("{:.1}", y - 9.0)) text-anchor=(anchor) { (grouped(*count, lang)) }
                    text.tick x=(format!("{x:.1}")) y="120" text-anchor=(anchor) { (name) }
                }
            }
        }
    }
}

/// What part `count` is of `whole`, from 0 to 1; 0 of nothing.
fn share(count: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { real(count) / real(whole) }
}

/// A count as a number to draw with; counts are far below what it can tell apart.
#[allow(clippy::cast_precision_loss)]
fn real(count: usize) -> f64 {
    count as f64
}
