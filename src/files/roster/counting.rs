//! What a workbook unpacks to, counted before anything of it is read.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{Fault, RosterError};
use super::progress::Progress;

/// What a workbook may unpack to in all, in bytes.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;
/// What is said of a workbook that can't be unpacked, whatever the cause.
const DAMAGED: &str = "it is damaged, or was cut off on its way";
/// The most parts it may have.
const MOST_PARTS: usize = 10_000;

/// Unpacks everything once without keeping it, counting real bytes, and looks at what can't be true.
pub(super) fn count(bytes: &[u8], progress: &Progress) -> Result<Counted, RosterError> {
    let refuse = |error: ZipError| {
        let why = match error {
            ZipError::InvalidPassword
            | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => "it has a password",
            ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
                "it is packed in a way no spreadsheet packs it"
            }
            _ => DAMAGED,
        };
        RosterError::whole(Fault::Workbook(why.to_owned()))
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refuse)?;
    if archive.len() > MOST_PARTS {
        let why = format!("it has {} parts", archive.len());
        return Err(RosterError::whole(Fault::Workbook(why)));
    }
    let most = || RosterError::whole(Fault::Unpacked(MOST_UNPACKED / (1024 * 1024)));
    let declared = (0..archive.len()).try_fold(0_u64, |sum, at| {
        let part = archive.by_index_raw(at).map_err(refuse)?;
        Ok::<u64, RosterError>(sum.saturating_add(part.size()))
    })?;
    if declared > MOST_UNPACKED {
        return Err(most());
    }
    progress.begin(declared);
    let mut total = 0_u64;
    let mut piece = vec![0_u8; 1 << 16];
    let mut has_workbook = false;
    let mut counted = Counted::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(refuse)?;
        let name = part
            .name()
            .map_err(refuse)?
            .to_ascii_lowercase()
            .replace('\\', "/");
        if name.ends_with("workbook.bin") {
            let kind = "an Excel binary workbook (.xlsb), whatever its name says";
            return Err(RosterError::whole(Fault::Kind(kind)));
        }
        if name.ends_with("content.xml") && !name.contains('/') {
            let kind = "an OpenDocument spreadsheet (.ods)";
            return Err(RosterError::whole(Fault::Kind(kind)));
        }
        has_workbook = has_workbook || name.ends_with("workbook.xml");
        let mut look = PartLook::of(&name);
        let mut size = 0_u64;
        loop {
            let read = part
                .read(&mut piece)
                .map_err(|_| RosterError::whole(Fault::Workbook(DAMAGED.to_owned())))?;
            if read == 0 {
                break;
            }
            size += read as u64;
            total += read as u64;
            if total > MOST_UNPACKED {
                return Err(most());
            }
            look.at(piece.get(..read).unwrap_or_default())?;
            progress.reach(total)?;
        }
        counted.has_merged |= look.has_merged;
        look.end(size)?;
    }
    if !has_workbook {
        let kind = "a ZIP archive without a workbook in it";
        return Err(RosterError::whole(Fault::Kind(kind)));
    }
    Ok(counted)
}

/// What a look at all parts has shown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counted {
    /// Whether cells are merged anywhere, so that it is worth looking where.
    pub(crate) has_merged: bool,
}

/// What is looked at while a part is counted.
struct PartLook {
    is_xml: bool,
    has_strings: bool,
    is_sheet: bool,
    has_merged: bool,
    /// The end of the piece before, for words that lie across two pieces.
    tail: Vec<u8>,
    /// The greatest number of shared texts the part says it has.
    said: Option<String>,
}

/// The attribute whose value the reading library makes room for.
const COUNT: &[u8] = b"uniqueCount";
/// The element of a merged region.
const MERGED: &[u8] = b"mergeCell";
/// How much of a piece is kept for the next one: the attribute and its number.
const TAIL: usize = 64;

impl PartLook {
    fn of(name: &str) -> Self {
        Self {
            is_xml: name.ends_with(".xml") || name.ends_with(".rels"),
            has_strings: name.ends_with("sharedstrings.xml"),
            // Wherever a workbook keeps its sheets, other parts have no merged cells.
            is_sheet: name.ends_with(".xml"),
            has_merged: false,
            tail: Vec::new(),
            said: None,
        }
    }

    fn at(&mut self, piece: &[u8]) -> Result<(), RosterError> {
        // Text in 16-bit units would pass the look below, and no spreadsheet writes it.
        if self.is_xml && memchr::memchr(0, piece).is_some() {
            let why = "it holds zero bytes where text belongs".to_owned();
            return Err(RosterError::whole(Fault::Workbook(why)));
        }
        if !self.has_strings && (!self.is_sheet || self.has_merged) {
            return Ok(());
        }
        let kept = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..kept);
        self.tail.extend_from_slice(piece);
        self.has_merged |= memmem::find(&self.tail, MERGED).is_some();
        if !self.has_strings {
            return Ok(());
        }
        for found in memmem::find_iter(&self.tail, COUNT) {
            let after = self.tail.get(found + COUNT.len()..).unwrap_or_default();
            let skip = |byte: &&u8| !byte.is_ascii_digit() && **byte != b'>';
            let digits = after.iter().skip_while(skip);
            let digits: Vec<u8> = digits
                .take_while(|byte| byte.is_ascii_digit())
                .copied()
                .collect();
            let text = String::from_utf8_lossy(&digits).into_owned();
            let longer = |said: &String| (text.len(), &text) > (said.len(), said);
            if self.said.as_ref().is_none_or(longer) {
                self.said = Some(text);
            }
        }
        Ok(())
    }

    /// A shared text takes a dozen bytes at least, so a count beyond the part's size can't be true.
    fn end(self, size: u64) -> Result<(), RosterError> {
        match self.said {
            Some(said) if !said.is_empty() && said.parse().map_or(true, |n: u64| n > size) => Err(
                RosterError::whole(Fault::AbsurdCount(crate::units::decimal::shorten(&said))),
            ),
            _ => Ok(()),
        }
    }
}
