//! Bytes of a text file to text, piece by piece.

use std::fmt;
use std::io::Read;

use encoding_rs::{Decoder, DecoderResult};
use serde::{Deserialize, Serialize};

/// How many bytes are read at a time.
const PIECE: usize = 1 << 16;

/// How a text file is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without its mark.
    #[default]
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, as older programs of western languages write.
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16",
            Self::Utf16Be => "UTF-16, high byte first",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

impl Encoding {
    /// The encodings, as a menu lists them.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252];

    fn decoder(self) -> Decoder {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        }
        // A mark at the beginning goes; it never changes what was chosen.
        .new_decoder_with_bom_removal()
    }

    /// The encodings that have a mark, each with it.
    const MARKS: [(Self, &[u8]); 3] = [
        (Self::Utf8, &[0xef, 0xbb, 0xbf]),
        (Self::Utf16Le, &[0xff, 0xfe]),
        (Self::Utf16Be, &[0xfe, 0xff]),
    ];

    /// The encoding whose mark a file begins with.
    #[must_use]
    pub fn marked(head: &[u8]) -> Option<Self> {
        let mut marks = Self::MARKS.into_iter();
        marks.find_map(|(own, mark)| head.starts_with(mark).then_some(own))
    }

    /// A file's first bytes after such a mark.
    #[must_use]
    pub fn without_mark(head: &[u8]) -> &[u8] {
        let mut marks = Self::MARKS.into_iter();
        marks
            .find_map(|(_, mark)| head.strip_prefix(mark))
            .unwrap_or(head)
    }

    /// The encoding a file's first bytes give away: a mark, or the zero bytes of UTF-16.
    #[must_use]
    pub fn of_mark(head: &[u8]) -> Option<Self> {
        if let Some(marked) = Self::marked(head) {
            return Some(marked);
        }
        let start = head.get(..head.len().min(512) & !1).unwrap_or_default();
        let zeros = |first: usize| {
            let bytes = start.iter().skip(first).step_by(2);
            bytes.filter(|byte| **byte == 0).count()
        };
        let half = start.len() / 2;
        let mostly = |count: usize| count * 5 >= half * 4;
        match (mostly(zeros(0)), mostly(zeros(1))) {
            (false, true) if half > 1 => Some(Self::Utf16Le),
            (true, false) if half > 1 => Some(Self::Utf16Be),
            _ => None,
        }
    }

    /// The encoding of a whole file: what its first bytes give away, else UTF-8 if all of it is, else
    /// Windows-1252.
    ///
    /// # Errors
    /// Whatever the system says while reading.
    pub fn guess(mut file: impl Read) -> std::io::Result<Self> {
        let mut piece = vec![0; PIECE];
        let mut decoder = Self::Utf8.decoder();
        let mut text = vec![0; PIECE * 3 + 16];
        let mut first = true;
        loop {
            let read = file.read(&mut piece)?;
            let bytes = piece.get(..read).unwrap_or_default();
            if first && let Some(marked) = Self::of_mark(bytes) {
                return Ok(marked);
            }
            first = false;
            let (result, ..) =
                decoder.decode_to_utf8_without_replacement(bytes, &mut text, read == 0);
            match result {
                DecoderResult::Malformed(..) => return Ok(Self::Windows1252),
                _ if read == 0 => return Ok(Self::Utf8),
                _ => {}
            }
        }
    }
}

/// What a piece of a file decodes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decoded {
    /// More text has been added.
    More,
    /// The file has ended.
    End,
    /// The text so far is right; then come bytes the encoding doesn't have.
    Wrong,
}

/// A file's text, piece by piece.
pub struct Decoding<R> {
    file: R,
    encoding: Encoding,
    decoder: Decoder,
    raw: Vec<u8>,
    /// Bytes read so far.
    pub(crate) bytes: u64,
    ended: bool,
}

impl<R: Read> Decoding<R> {
    /// The text of a file that begins at its first byte.
    pub fn new(file: R, encoding: Encoding) -> Self {
        Self {
            file,
            encoding,
            decoder: encoding.decoder(),
            raw: vec![0; PIECE],
            bytes: 0,
            ended: false,
        }
    }

    /// The encoding it is read in.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Adds the next piece to `text`.
    ///
    /// # Errors
    /// Whatever the system says while reading.
    pub fn read_into(&mut self, text: &mut Vec<u8>) -> std::io::Result<Decoded> {
        if self.ended {
            return Ok(Decoded::End);
        }
        let read = self.file.read(&mut self.raw)?;
        self.bytes = self.bytes.saturating_add(read as u64);
        self.ended = read == 0;
        let bytes = self.raw.get(..read).unwrap_or_default();
        let start = text.len();
        // Three bytes of UTF-8 for each byte read is the most any of these encodings needs.
        text.resize(start + read * 3 + 16, 0);
        let into = text.get_mut(start..).unwrap_or_default();
        let (result, _, written) = self
            .decoder
            .decode_to_utf8_without_replacement(bytes, into, self.ended);
        text.truncate(start + written);
        Ok(match result {
            DecoderResult::Malformed(..) => {
                self.ended = true;
                Decoded::Wrong
            }
            _ if self.ended && written == 0 => Decoded::End,
            _ => Decoded::More,
        })
    }
}
