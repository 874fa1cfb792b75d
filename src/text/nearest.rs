//! The name that was probably meant.

/// The one of `names` that is most like `written`, when one is like enough to be worth naming.
///
/// Like enough means: at most a third of its characters inserted, left out, replaced or swapped with the next; or one
/// is the beginning of the other, up to a hyphen, or three letters of it at least. Of equals the first wins.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written = written.to_lowercase().replace(['_', ' '], "-");
    let most = (written.chars().count() / 3).max(1);
    let ranked = names.into_iter().filter_map(|name| {
        let distance = strsim::osa_distance(&written, name);
        let rank = if distance <= most { distance } else { most + 1 };
        (rank <= most || is_beginning(&written, name)).then_some((rank, name))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, name)| name)
}

fn is_beginning(written: &str, name: &str) -> bool {
    let begins = |whole: &str, part: &str| whole.strip_prefix(part).is_some_and(|rest| rest.starts_with('-'));
    let is_start = written.chars().count() >= 3 && name.starts_with(written);
    is_start || begins(name, written) || begins(written, name)
}

/// How many letters one has to insert, delete, replace or swap to make `right` of `left`.
pub fn slips(left: &str, right: &str) -> usize {
    strsim::osa_distance(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["di-terpisah", "di-serangkai", "kata-berulang", "gaya"];

    #[test]
    fn slips_find_their_name_and_other_words_do_not() {
        for (written, meant) in [
            ("di-terpish", Some("di-terpisah")),
            ("Di_Terpisah", Some("di-terpisah")),
            ("kata", Some("kata-berulang")),
            ("kata-berulang-ulang", Some("kata-berulang")),
            ("gyaa", Some("gaya")),
            ("ka", None),
            ("kat", Some("kata-berulang")),
            ("spasi", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, NAMES), meant, "{written}");
        }
    }
}
