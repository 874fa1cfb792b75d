//! Taking words apart into root and affixes, and building them again.
