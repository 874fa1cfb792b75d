//! Lines that are told by their signs: credits, short codes, paths, arrows, handles, names.

use super::line::is_number;
use super::settings::Place;

/// The most words of a line that is told by its signs.
const WORDS: usize = 16;
/// A name has so many words at most.
const NAME_WORDS: usize = 4;

/// The place of a line of this shape.
pub(super) fn place(text: &str) -> Option<Place> {
    let text = text.trim();
    let (&first, &last) = (text.as_bytes().first()?, text.as_bytes().last()?);
    let is_one_word = !text.bytes().any(|byte| byte == b' ');
    let is_at_edge = || {
        let has_arrow = !(first.is_ascii() && last.is_ascii()) && is_arrow(text);
        (has_arrow || is_path(text) || is_rights(text)) && has_at_most(WORDS, text)
    };
    if matches!(first, b'[' | b'{') && is_short_code(text) {
        Some(Place::Anywhere)
    } else if first == b'(' && is_credit(text) {
        Some(Place::Tail)
    } else if is_one_word && is_icon(text) || is_at_edge() {
        Some(Place::Edges)
    } else if is_one_word && (is_handle(text) || is_mail(text) || is_single(text))
        || is_telephone(text)
        || first == b'R' && is_price(text)
        || is_caption(text)
    {
        Some(Place::Beside)
    } else {
        None
    }
}

/// Whether `text` has so many words or fewer.
fn has_at_most(words: usize, text: &str) -> bool {
    text.split_whitespace().nth(words).is_none()
}

/// Whether `text` is one character.
fn is_single(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some() && characters.next().is_none()
}

/// Codes of a system that writes pages, alone on their line: *[gambas:video]*, *\[ads id="3"\]\[/ads\]*, *{module iklan}*.
fn is_short_code(text: &str) -> bool {
    let inner = |open: char, close: char| text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let (code, is_curly) = match (inner('[', ']'), inner('{', '}')) {
        (Some(code), _) => (code, false),
        (_, Some(code)) => (code, true),
        _ => return false,
    };
    let code = code.trim_start_matches('/');
    let name = &code[..code.find(|c: char| c.is_whitespace() || matches!(c, ']' | '}')).unwrap_or(code.len())];
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'));
    let is_joined = name.contains(['_', ':']) || name.matches('-').count() >= 2 || code.contains('=');
    is_name && (is_joined || is_curly && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.len() > 3)
}

/// The marks of reporter and editor behind a report: *(ani/bud)*, *(DND/UN)*, *(\*)*.
fn is_credit(text: &str) -> bool {
    let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return false };
    let is_stars = !inner.is_empty() && inner.chars().all(|c| c == '*');
    let is_initials = |part: &str| (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut parts = inner.rsplit('/').map(str::trim);
    let is_signed =
        inner.contains('/') && inner.split_whitespace().count() <= 3 && parts.next().is_some_and(is_initials);
    is_stars || is_signed && !inner.contains(|c: char| c.is_ascii_digit())
}

/// A link to the page before or behind this one.
fn is_arrow(text: &str) -> bool {
    const BACK: [char; 5] = ['←', '«', '‹', '⟵', '◀'];
    const ON: [char; 5] = ['→', '»', '›', '⟶', '▶'];
    text.starts_with(BACK) && !text.contains('»') || text.ends_with(ON) && !text.contains('«')
}

/// A path through a site that begins at its first page: *Home / Berita / Desa*.
fn is_path(text: &str) -> bool {
    const FIRST: [&str; 2] = ["home", "beranda"];
    let begins =
        |name: &&str| text.as_bytes().get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
    if !FIRST.iter().any(begins) {
        return false;
    }
    let mut entries = text.split(['/', '>', '»', '›', '|', '•', '·']).map(str::trim);
    let is_start = entries.next().is_some_and(|entry| FIRST.iter().any(|name| entry.eq_ignore_ascii_case(name)));
    is_start && entries.next().is_some_and(|entry| !entry.is_empty())
}

/// A line of copyright with its sign.
fn is_rights(text: &str) -> bool {
    memchr::memchr("©".as_bytes()[0], text.as_bytes()).is_some() && text.contains('©')
}

/// The name of a picture that stood for a button: *share-link-white*. Words said twice have one hyphen.
fn is_icon(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && text.matches('-').count() >= 2
        && text.split('-').all(|part| !part.is_empty())
}

/// A caption that ends by who took the picture: *… di pasar. Foto: Ani*, *… (Foto: Ani)*, *… KANTOR/Ani*.
fn is_caption(text: &str) -> bool {
    const LONGEST: usize = 25;
    let text = text.trim_end_matches(['.', ')']);
    let is_agency = |word: &str| {
        word.split_once('/').is_some_and(|(agency, name)| {
            agency.trim_start_matches('(').len() >= 3
                && agency.chars().all(|c| c.is_uppercase() || c == '(')
                && name.starts_with(|c: char| c.is_uppercase())
        })
    };
    let words = text.split_whitespace();
    /// What every credit holds one of.
    const WORDS: [&str; 3] = ["Foto", "Photo", "Dok"];
    const CREDITS: [&str; 8] = ["(Foto", ". Foto:", "| Foto:", ". Foto :", "(Photo", ". Photo:", ". Dok.", "(Dok"];
    let has = |marks: &[&str]| marks.iter().any(|mark| text.contains(mark));
    let bytes = text.as_bytes();
    // Every credit has one of these signs, or a file behind a full stop.
    let is_filed = |at: usize| text[..at].ends_with(". ") && text[at..].starts_with("Dok.");
    let is_credited = if memchr::memchr3(b'(', b':', b'/', bytes).is_some() {
        has(&WORDS) && has(&CREDITS) || words.rev().take(3).any(is_agency)
    } else {
        memchr::memchr_iter(b'D', bytes).any(is_filed)
    };
    is_credited && has_at_most(LONGEST, text)
}

/// The name of a user: *@sari*, *u/sari*, *sari_99*.
fn is_handle(text: &str) -> bool {
    let is_token =
        |name: &str| name.len() > 2 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
    let is_marked = ["@", "u/", "r/"].iter().any(|mark| text.strip_prefix(mark).is_some_and(is_token));
    let is_account = text.starts_with(|c: char| c.is_ascii_lowercase())
        && (text.contains('_') || text.ends_with(|c: char| c.is_ascii_digit()));
    is_marked || is_account && is_token(text)
}

/// An address of mail alone.
fn is_mail(text: &str) -> bool {
    !text.contains(char::is_whitespace) && text.contains('@') && text.contains('.')
}

/// A telephone number alone.
fn is_telephone(text: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'-' | b'(' | b')' | b'+');
    text.bytes().all(is_sign) && text.bytes().filter(u8::is_ascii_digit).count() >= 7
}

/// A price alone, or a range of prices.
fn is_price(text: &str) -> bool {
    let is_piece = |word: &str| match word.strip_prefix("Rp") {
        Some(rest) => rest.trim_start_matches('.').is_empty() || is_number(rest.trim_start_matches('.')),
        None => is_number(word) || matches!(word, "-" | "–" | "~"),
    };
    text.starts_with("Rp") && text.split_whitespace().all(is_piece)
}

/// Whether the line may be the name of a person, of a section or of the site: a few words with capitals.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    let words: Vec<&str> = words.take(NAME_WORDS + 1).collect();
    let is_capital = |word: &&str| {
        let bare = word.trim_start_matches('(');
        bare.starts_with(char::is_uppercase) || is_glued(bare)
    };
    let is_title = || words.len() > 1 && !text.contains(char::is_lowercase);
    (1..=NAME_WORDS).contains(&words.len())
        && words.iter().all(is_capital)
        && !is_title()
        && !text.ends_with(['.', '!', '?', ':', ';'])
}

/// The pieces of words of buttons that were pasted without the space between them: *SubscribeSign in*; `None` where no
/// word has a capital behind a small letter.
pub(super) fn unglued(text: &str) -> Option<String> {
    if !is_glued(text) {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = ' ';
    for c in text.chars() {
        if last.is_lowercase() && c.is_uppercase() {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    Some(out)
}

/// Whether a capital stands behind a small letter.
fn is_glued(text: &str) -> bool {
    if text.is_ascii() {
        return text.as_bytes().windows(2).any(|two| two[0].is_ascii_lowercase() && two[1].is_ascii_uppercase());
    }
    text.chars().zip(text.chars().skip(1)).any(|(last, c)| last.is_lowercase() && c.is_uppercase())
}
