//! A note of where the program stopped unexpectedly.
//!
//! A panic's message may hold anything, pay data too. The note says where it happened and how the
//! program got there, and nothing else.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::data_folder::{DataFolder, make_private};
use crate::units::visible::path as shown;

/// How many notes are kept.
const MOST_NOTES: usize = 20;
/// How many one program writes: a fault that repeats with every frame must not fill the disk.
const MOST_OF_ONE_PROGRAM: u32 = 5;

/// Counts the panics of this process.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// From now on a panic leaves a note in the data folder and a line on the error output, both
/// without the panic's message. Without a data folder there is only the line.
pub fn install(folder: Option<&DataFolder>) {
    let folder = folder.map(DataFolder::crashes);
    if let Some(folder) = &folder {
        for old in listed(folder).into_iter().skip(MOST_NOTES) {
            // One that can't be removed now is one too many next time too.
            let _ = fs::remove_file(old);
        }
    }
    std::panic::set_hook(Box::new(move |info| report(folder.as_deref(), info)));
}

/// The notes there are, the newest first.
#[must_use]
pub fn notes(folder: &DataFolder) -> Vec<PathBuf> {
    listed(&folder.crashes())
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    // The name begins with the time.
    found.sort_unstable_by(|one, other| other.cmp(one));
    found
}

/// Runs inside a panic: it must not panic itself, and gives up silently where it can't write.
fn report(folder: Option<&Path>, info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(
        || "an unknown place".to_owned(),
        |place| format!("{}:{}:{}", place.file(), place.line(), place.column()),
    );
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let note = folder
        .filter(|_| count < MOST_OF_ONE_PROGRAM)
        .and_then(|folder| write_note(folder, count, &place).ok());
    let mut line = format!("Counteroffer met an error of its own at {place}.");
    if let Some(note) = note {
        let _ = write!(
            line,
            " A note without any of your data is in {}.",
            shown(&note)
        );
    }
    line.push_str(" If it stops, start it again: unsaved work is offered.");
    let _ = writeln!(io::stderr(), "{line}");
}

fn write_note(folder: &Path, count: u32, place: &str) -> io::Result<PathBuf> {
    let milliseconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    make_private(folder)?;
    let path = folder.join(format!(
        "{milliseconds:015}-{}-{count}.txt",
        std::process::id()
    ));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let text = format!(
        "Counteroffer {} on {} {}\nstopped at {place}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        Backtrace::force_capture()
    );
    options.open(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}
