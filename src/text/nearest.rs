//! The name that was probably meant.

/// The one of `names` that is most like `written`, when one is like enough to be worth naming.
///
/// Like enough means: at most a third of its characters inserted, left out, replaced or swapped with the next; or one
/// is the beginning of the other, up to a hyphen, or three letters of it at least. Of equals the first wins.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let written = written.to_lowercase().replace('_', "-");
    let most = (written.chars().count() / 3).max(1);
    let ranked = names.into_iter().filter_map(|name| {
        let distance = distance(&written, name);
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

/// The number of characters inserted, left out, replaced or swapped with the next between two texts.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    rows[0] = (0..=right.len()).collect();
    for i in 1..=left.len() {
        rows[i][0] = i;
        for j in 1..=right.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(left[i - 1] != right[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[left.len()][right.len()]
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
