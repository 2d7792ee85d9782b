//! Files made to do harm, and files with random damage.

use std::io::Write;
use std::time::{Duration, Instant};

use counteroffer::files::roster::{Progress, RosterFile, made_up_csv, made_up_xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::own_time::own_time;

use super::made::{Folder, read, read_bytes};

/// A workbook's parts, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn changed(from: &str, to: &str, in_part: &str) -> Vec<u8> {
    let mut parts = parts(&made_up_xlsx(3, 1).unwrap());
    let mut found = false;
    for (name, bytes) in &mut parts {
        if name.ends_with(in_part) {
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert!(text.contains(from), "{name} has no {from}: {text}");
            *bytes = text.replacen(from, to, 1).into_bytes();
            found = true;
        }
    }
    assert!(found);
    packed(&parts)
}

fn refused_at_once(name: &str, bytes: &[u8], words: &str) {
    let before = own_time();
    let error = read_bytes(bytes, &made_up()).expect_err(name).to_string();
    // Unoptimised builds of the tests are given some more time than the program.
    let took = own_time() - before;
    assert!(took < Duration::from_secs(3), "{name} took {took:?}");
    assert!(error.contains(words), "{name}: {error}");
}

fn made_up() -> counteroffer::files::roster::Profile {
    counteroffer::files::roster::made_up_profile()
}

#[test]
fn workbooks_made_to_do_harm_are_refused() {
    let count = "uniqueCount=\"18446744073709551615\" other=\"";
    refused_at_once(
        "a count of texts",
        &changed("uniqueCount=\"", count, "sharedStrings.xml"),
        "shared texts, which can't be",
    );
    let spaced = "uniqueCount = '18446744073709551615' other=\"";
    refused_at_once(
        "the same, written otherwise",
        &changed("uniqueCount=\"", spaced, "sharedStrings.xml"),
        "shared texts, which can't be",
    );
    // A cell in the last row and column: streamed, not spread out in memory.
    let far = "<c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let far = changed("</row></sheetData>", far, "sheet1.xml");
    let before = own_time();
    assert!(read_bytes(&far, &made_up()).is_err());
    assert!(own_time() - before < Duration::from_secs(3));
    let bomb = packed(&[
        ("xl/workbook.xml".to_owned(), b"<workbook/>".to_vec()),
        ("xl/bomb.xml".to_owned(), vec![b' '; 300 * 1024 * 1024]),
    ]);
    refused_at_once("a bomb", &bomb, "more than 256 MB");
    let many: Vec<_> = (0..9)
        .map(|at| (format!("xl/part{at}.xml"), vec![b' '; 30 * 1024 * 1024]))
        .collect();
    refused_at_once("many that sum up", &packed(&many), "more than 256 MB");
    let binary = [("xl/workbook.bin".to_owned(), b"x".to_vec())];
    refused_at_once("xlsb with another name", &packed(&binary), ".xlsb");
    refused_at_once(
        "an archive",
        &packed(&[("a.txt".to_owned(), vec![1])]),
        "without a workbook",
    );
    refused_at_once(
        "half a workbook",
        &made_up_xlsx(3, 1).unwrap()[..2000],
        "can't be read",
    );
    refused_at_once("an old workbook", &[0xd0, 0xcf, 0x11, 0xe0, 0, 0], ".xls");
    refused_at_once("a PDF", b"%PDF-1.7 \n", "a PDF");
}

/// Numbers that look random, from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        const TELLING: &[u8] = b"\",;\n\r\t\0<>&=/0123456789.-'\xff\xc3";
        for _ in 0..=self.below(4) {
            // Nothing is left of a part cut down to nothing.
            if bytes.is_empty() {
                return;
            }
            let at = self.below(bytes.len());
            match self.below(4) {
                0 => bytes[at] = TELLING[self.below(TELLING.len())],
                1 => bytes.insert(at, TELLING[self.below(TELLING.len())]),
                2 => {
                    bytes.remove(at);
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
    }
}

/// How long each of the two searches goes on; longer where the environment asks for it.
fn time() -> Duration {
    let seconds = std::env::var("ROSTER_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(4))
}

#[test]
fn damaged_text_never_panics_and_every_line_is_accounted_for() {
    let whole = made_up_csv(12, 7).into_bytes();
    let folder = Folder::new();
    let mut dice = Dice(0x1234_5678_9abc);
    let (until, mut runs, mut read_right) = (Instant::now() + time(), 0, 0);
    while Instant::now() < until || runs < 300 {
        let mut bytes = whole.clone();
        dice.damage(&mut bytes);
        let path = folder.put("roster.csv", &bytes);
        // The reading itself checks that its lines add up.
        read_right += usize::from(read(&path, &made_up()).is_ok());
        let progress = Progress::new();
        if let Ok(file) = RosterFile::open(&path, &progress) {
            let _ = file.guess_form(&progress);
        }
        runs += 1;
    }
    assert!(read_right > runs / 20, "{read_right} of {runs} were read");
}

#[test]
fn damaged_workbooks_never_panic() {
    let whole = parts(&made_up_xlsx(4, 7).unwrap());
    let folder = Folder::new();
    let mut dice = Dice(0x9876_5432_1fed);
    let (until, mut runs, mut read_right) = (Instant::now() + time(), 0, 0);
    while Instant::now() < until || runs < 100 {
        let mut parts = whole.clone();
        let at = dice.below(parts.len());
        dice.damage(&mut parts[at].1);
        let path = folder.put("roster.xlsx", &packed(&parts));
        read_right += usize::from(read(&path, &made_up()).is_ok());
        runs += 1;
    }
    assert!(read_right > runs / 20, "{read_right} of {runs} were read");
}

#[test]
fn a_reading_can_be_cancelled_at_any_time() {
    let folder = Folder::new();
    let path = folder.put("roster.csv", made_up_csv(20_000, 1).as_bytes());
    let progress = Progress::new();
    let file = RosterFile::open(&path, &progress).unwrap();
    progress.cancel();
    let beside = counteroffer::files::roster::Beside {
        hours: counteroffer::units::HoursPerYear::default(),
        scales: &[],
        currency: counteroffer::units::Currency::us_dollar(),
    };
    let read = counteroffer::files::roster::read_roster(&file, &made_up(), beside, &progress);
    assert!(matches!(
        read,
        Err(counteroffer::files::roster::RosterError::Cancelled)
    ));
    // Nothing but the roster itself is there.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
