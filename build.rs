//! Compiles what is embedded in the program: the lexicon.

#[path = "build/lexicon.rs"]
mod lexicon;

fn main() {
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    lexicon::compile(std::path::Path::new(&out));
}
