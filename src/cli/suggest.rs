//! The name that was probably meant.

/// The one of `known` nearest to `name`, where one is near: letter case, hyphens and a few letters may differ.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let name = name.trim().to_lowercase().replace(['_', ' '], "-");
    let far = (name.chars().count() / 3).max(2);
    let distance = |candidate: &str| {
        if !name.is_empty() && candidate.starts_with(&name) { 0 } else { strsim::osa_distance(&name, candidate) }
    };
    let scored = known.into_iter().map(|candidate| (distance(candidate), candidate));
    scored.min().filter(|(distance, _)| *distance <= far).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["di-terpisah", "di-serangkai", "kata-berulang"];
        assert_eq!(nearest("di-terpisa", known), Some("di-terpisah"));
        assert_eq!(nearest("DI_TERPISAH", known), Some("di-terpisah"));
        assert_eq!(nearest("kata-beruang", known), Some("kata-berulang"));
        assert_eq!(nearest("kata", known), Some("kata-berulang"));
        assert_eq!(nearest("tanda-seru", known), None);
        assert_eq!(nearest("x", []), None);
    }
}
