//! Affixes and clitics of Indonesian words.
