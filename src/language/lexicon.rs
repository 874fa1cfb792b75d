//! The words that are known, embedded in the program and read in place.
