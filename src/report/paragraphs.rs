//! Long texts of rules for people: lines joined to paragraphs, and broken again where the reader wants it.

use super::visible;

/// `text` with one line per paragraph, items of lists apart; an empty line between paragraphs.
pub fn flowing(text: &str) -> String {
    let mut out = String::new();
    let mut is_after_gap = false;
    for line in text.trim().lines().map(str::trim_end) {
        if line.is_empty() {
            is_after_gap = true;
            continue;
        }
        let is_apart = line.starts_with(['-', '*', ' ']);
        out.push_str(match (out.is_empty(), is_after_gap, is_apart) {
            (true, ..) => "",
            (_, true, _) => "\n\n",
            (_, false, true) => "\n",
            (_, false, false) => " ",
        });
        out.push_str(line);
        is_after_gap = false;
    }
    out
}

/// [`flowing`] text in lines of at most `width` characters, and nothing in it that a terminal would obey.
pub fn wrapped(text: &str, width: usize) -> String {
    let lines = flowing(text);
    lines.lines().map(|line| broken(&visible(line), width)).collect::<Vec<_>>().join("\n")
}

fn broken(line: &str, width: usize) -> String {
    let (mut out, mut column) = (String::with_capacity(line.len()), 0);
    for word in line.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_paragraphs() {
        for (text, expected) in [
            ("satu\ndua\n", "satu dua"),
            ("satu\n\ndua\ntiga", "satu\n\ndua tiga"),
            ("daftar:\n- satu\n- dua", "daftar:\n- satu\n- dua"),
            ("satu\n\n\ndua", "satu\n\ndua"),
            ("", ""),
        ] {
            assert_eq!(flowing(text), expected, "{text:?}");
        }
    }

    #[test]
    fn paragraphs_are_broken_between_words() {
        assert_eq!(wrapped("satu dua tiga\nempat", 9), "satu dua\ntiga\nempat");
        assert_eq!(wrapped("sangatpanjangsekali a", 5), "sangatpanjangsekali\na");
        assert_eq!(wrapped("a\u{1B}b", 9), format!("a{}b", visible("\u{1B}")));
    }
}
