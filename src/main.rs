//! The command `saksama`.

fn main() {}
