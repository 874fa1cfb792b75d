//! Compiles the records of judged alarms, precision/, into a table of what they say of every rule.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FOLDER: &str = "precision";

/// Writes `precision.rs` (words of all texts; alarms, judged and right of every rule) into `out`.
pub fn compile(out: &Path) {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut figures: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    for columns in lines("alarms.tsv") {
        let [rule, alarms] = columns.as_slice() else { panic!("alarms.tsv: {columns:?}") };
        figures.entry(rule.clone()).or_default()[0] = alarms.parse().expect("alarms.tsv: a number");
    }
    for entry in fs::read_dir(FOLDER).expect("the folder stands beside Cargo.toml").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(rule) = name.strip_suffix(".tsv").filter(|rule| !["alarms", "texts"].contains(rule)) else { continue };
        let figure = figures.entry(rule.to_owned()).or_default();
        for columns in lines(&name) {
            let verdict = columns.get(3).map_or("", String::as_str);
            figure[1] += usize::from(["right", "wrong"].contains(&verdict));
            figure[2] += usize::from(verdict == "right");
        }
        figure[0] = figure[0].max(figure[1]);
    }
    let words: usize = lines("texts.tsv").iter().map(|columns| columns[5].parse::<usize>().expect("a number")).sum();
    let mut code = format!("static WORDS: usize = {words};\nstatic FIGURES: &[(&str, [usize; 3])] = &[\n");
    for (rule, figure) in figures {
        let _ = writeln!(code, "    ({rule:?}, {figure:?}),");
    }
    code.push_str("];\n");
    fs::write(out.join("precision.rs"), code).expect("OUT_DIR can be written");
}

/// The columns of every line of a file, without comments.
fn lines(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(FOLDER).join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').map(ToOwned::to_owned).collect()).collect()
}
