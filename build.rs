//! Compiles rules and lexicon into the form that the program reads in place.

use std::path::PathBuf;

#[path = "build/figures.rs"]
mod figures;
#[path = "build/foreign.rs"]
mod foreign;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/listed.rs"]
mod listed;
#[path = "build/nonstandard.rs"]
mod nonstandard;
#[path = "build/rules.rs"]
mod rules;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    lexicon::compile(&out);
    nonstandard::compile(&out);
    foreign::compile(&out);
    rules::compile(&out);
    figures::compile(&out);
}
