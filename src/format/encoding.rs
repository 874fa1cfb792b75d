//! From a file's bytes to text, and back in the same encoding.

use std::fmt;

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first, after a byte order mark.
    Utf16Le,
    /// UTF-16, the high byte first, after a byte order mark.
    Utf16Be,
}

/// A file's text and the encoding it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, a byte order mark included as its first character, so that offsets are those of a UTF-8 file.
    pub text: String,
    /// The encoding of the file.
    pub encoding: Encoding,
}

/// Why bytes are not a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The byte at `offset` is not part of a UTF-8 character.
    InvalidUtf8 {
        /// In bytes of the file.
        offset: usize,
    },
    /// The UTF-16 unit at `offset` is half a character, or half a unit.
    InvalidUtf16 {
        /// In bytes of the file.
        offset: usize,
    },
    /// A NUL at `offset`: no text file.
    Binary {
        /// In bytes of the file.
        offset: usize,
    },
    /// 4 GiB or more, beyond what a [`crate::text::Span`] can address.
    TooLarge,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidUtf8 { offset } => write!(f, "invalid UTF-8 at byte {offset}"),
            Self::InvalidUtf16 { offset } => write!(f, "invalid UTF-16 at byte {offset}"),
            Self::Binary { offset } => write!(f, "binary file: NUL at byte {offset}"),
            Self::TooLarge => write!(f, "too large: 4 GiB or more"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// Reads `bytes` as UTF-8, or as UTF-16 when it begins with the byte order mark of one. No bytes are an empty text.
///
/// # Errors
///
/// When the bytes are no text in these encodings; the offset is that of the first bad byte.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    let decoded = match bytes.as_slice() {
        _ if u32::try_from(bytes.len()).is_err() => return Err(Unreadable::TooLarge),
        [0xFF, 0xFE, ..] => Decoded { text: utf16(&bytes, u16::from_le_bytes)?, encoding: Encoding::Utf16Le },
        [0xFE, 0xFF, ..] => Decoded { text: utf16(&bytes, u16::from_be_bytes)?, encoding: Encoding::Utf16Be },
        _ => Decoded { text: utf8(bytes)?, encoding: Encoding::Utf8 },
    };
    if u32::try_from(decoded.text.len()).is_err() { Err(Unreadable::TooLarge) } else { Ok(decoded) }
}

impl Decoded {
    /// The bytes of `text` in the encoding this text came in.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        match self.encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

fn utf8(bytes: Vec<u8>) -> Result<String, Unreadable> {
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err(Unreadable::Binary { offset });
    }
    String::from_utf8(bytes).map_err(|error| Unreadable::InvalidUtf8 { offset: error.utf8_error().valid_up_to() })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok('\0') => return Err(Unreadable::Binary { offset }),
            Ok(character) => {
                text.push(character);
                offset += 2 * character.len_utf16();
            }
            Err(_) => return Err(Unreadable::InvalidUtf16 { offset }),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(Unreadable::InvalidUtf16 { offset }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn text_survives_the_way_there_and_back() {
        let text = "\u{FEFF}Halo, dunia 💪\r\nbaru";
        let files = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (utf16_bytes(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16_bytes(text, u16::to_be_bytes), Encoding::Utf16Be),
        ];
        for (bytes, encoding) in files {
            let decoded = decode(bytes.clone()).expect("well-formed");
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
            assert_eq!(decoded.encode(&decoded.text), bytes);
        }
    }

    #[test]
    fn what_is_no_text_is_told_by_its_offset() {
        let cases: [(&[u8], Result<&str, Unreadable>); 8] = [
            (b"", Ok("")),
            (b"ab\xFFc", Err(Unreadable::InvalidUtf8 { offset: 2 })),
            (b"ab\xC3", Err(Unreadable::InvalidUtf8 { offset: 2 })),
            (b"ab\0\xFF", Err(Unreadable::Binary { offset: 2 })),
            (b"\xFF\xFEa\0\0\0", Err(Unreadable::Binary { offset: 4 })),
            (b"\xFF\xFEa\0\x3D\xD8b\0", Err(Unreadable::InvalidUtf16 { offset: 4 })),
            (b"\xFE\xFF\0a\0", Err(Unreadable::InvalidUtf16 { offset: 4 })),
            (b"\xFE\xFF", Ok("\u{FEFF}")),
        ];
        for (bytes, expected) in cases {
            let text = decode(bytes.to_vec()).map(|decoded| decoded.text);
            assert_eq!(text, expected.map(str::to_owned), "{bytes:?}");
        }
    }
}
