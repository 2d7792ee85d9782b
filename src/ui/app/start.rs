//! Starting the window, and plain words where it can't start.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use eframe::egui::{self, Vec2, ViewportBuilder};

use super::{App, place, remembered};
use crate::files::keeping::{DataFolder, preferences};
use crate::files::{example, sweep};
use crate::ui::disk::SystemDialogs;
use crate::ui::state::{Notice, OpenFile};
use crate::ui::widgets::theme;
use crate::units::Date;

/// The exit code of something wrong with the machine, as the command line's.
const MACHINE: u8 = 3;
const NO_DISPLAY: &str =
    "no display was found; `counteroffer report FILE` prints the figures without a window";

/// The program eframe runs.
struct Program {
    app: App,
}

impl eframe::App for Program {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.frame(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        remembered::remember(&self.app, |name, value| storage.set_string(name, value));
        // The file is written next; it may have been removed since the start.
        if let Ok(folder) = DataFolder::standard() {
            preferences::keep_private(&folder);
        }
    }
}

/// Opens the window on a file, on the last file, or on the example; returns when it is closed.
#[must_use]
pub fn run(file: Option<PathBuf>) -> ExitCode {
    if !display_is_named() {
        return complain(NO_DISPLAY);
    }
    if wayland_is_dead() {
        // Without X11 there is nothing else to try.
        let again = is_named("DISPLAY").then(start_again_without_wayland);
        return again.flatten().unwrap_or_else(|| complain(NO_DISPLAY));
    }
    let told = DataFolder::standard()
        .ok()
        .and_then(|folder| preferences::look_over(&folder));
    let options = eframe::NativeOptions {
        renderer: eframe::Renderer::Glow,
        viewport: ViewportBuilder::default()
            .with_title("Counteroffer")
            .with_app_id("counteroffer")
            .with_icon(icon())
            .with_inner_size(Vec2::new(1440.0, 900.0))
            .with_min_inner_size(Vec2::new(860.0, 600.0)),
        ..Default::default()
    };
    let on_wayland =
        is_named("DISPLAY") && (is_named("WAYLAND_DISPLAY") || is_named("WAYLAND_SOCKET"));
    let started = eframe::run_native(
        "counteroffer",
        options,
        Box::new(move |creation| {
            theme::install(&creation.egui_ctx);
            Ok(Box::new(Program {
                app: first(creation, file, told)?,
            }))
        }),
    );
    match started {
        Ok(()) => ExitCode::SUCCESS,
        // Somebody listens at its socket who is no display.
        Err(_) if on_wayland => {
            start_again_without_wayland().unwrap_or_else(|| complain(NO_DISPLAY))
        }
        Err(_) => complain(
            "the window can\u{2019}t be opened, because this machine offers no usable display or OpenGL; `counteroffer report FILE` prints the figures without a window",
        ),
    }
}

fn complain(words: &str) -> ExitCode {
    // Where even this can't be printed, the exit code still tells.
    let _ = std::io::Write::write_all(
        &mut std::io::stderr(),
        format!("counteroffer: {words}\n").as_bytes(),
    );
    ExitCode::from(MACHINE)
}

/// On systems with X11 or Wayland, whether one is named.
fn display_is_named() -> bool {
    !cfg!(target_os = "linux")
        || is_named("DISPLAY")
        || is_named("WAYLAND_DISPLAY")
        || is_named("WAYLAND_SOCKET")
}

/// Whether a program listens at a socket: a file left by one that died is there all the same.
#[cfg(unix)]
fn listens(socket: &Path) -> bool {
    std::os::unix::net::UnixStream::connect(socket).is_ok()
}

#[cfg(not(unix))]
fn listens(socket: &Path) -> bool {
    socket.exists()
}

/// Whether a variable of the environment says something.
fn is_named(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Whether the open connection to a Wayland display, named by its number, is one.
#[cfg(target_os = "linux")]
fn is_socket(number: &OsStr) -> bool {
    let number = number.to_str().and_then(|text| text.parse::<u32>().ok());
    number.is_some_and(|number| {
        let open = std::fs::metadata(format!("/proc/self/fd/{number}"));
        open.is_ok_and(|open| std::os::unix::fs::FileTypeExt::is_socket(&open.file_type()))
    })
}

/// Elsewhere than on Linux it can't be told.
#[cfg(not(target_os = "linux"))]
fn is_socket(_number: &OsStr) -> bool {
    true
}

/// Whether a Wayland display is named and nobody is there.
fn wayland_is_dead() -> bool {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(number) = named("WAYLAND_SOCKET") {
        return !is_socket(&number);
    }
    named("WAYLAND_DISPLAY").is_some_and(|display| {
        let folder = std::env::var_os("XDG_RUNTIME_DIR").unwrap_or_default();
        !listens(&Path::new(&folder).join(&display))
    })
}

/// Starts the program again on X11. A Wayland display that isn't there makes winit fail, and it can't be tried
/// twice in one process.
fn start_again_without_wayland() -> Option<ExitCode> {
    let program = std::env::current_exe().ok()?;
    let status = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .status()
        .ok()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Some(ExitCode::from(code.unwrap_or(MACHINE)))
}

/// The window's first contents.
fn first(
    creation: &eframe::CreationContext<'_>,
    file: Option<PathBuf>,
    told: Option<String>,
) -> Result<App, Box<dyn std::error::Error + Send + Sync>> {
    let started = SystemTime::now();
    place::bring_into_sight(creation);
    let file_of_example = OpenFile::example();
    let today = today();
    let mut app = App::new(
        example()?,
        file_of_example,
        today.unwrap_or_else(Date::earliest),
        Box::new(SystemDialogs),
    );
    remembered::recall(&mut app, |name| creation.storage?.get_string(name));
    let lost = app.start_keeping(&creation.egui_ctx);
    // Opening a file puts away what was told of the one before; this was told of the machine.
    let of_the_machine = app.context.notices.troubles().to_vec();
    let recent = app.context.file().recent.clone();
    let last = recent.first().cloned();
    let asked = file.is_some();
    let file = file.or_else(|| last.clone().filter(|path| path.is_file()));
    sweep_folders(&recent, file.as_deref(), started);
    if let Some(path) = file {
        app.open_path(path);
    } else if let Some(gone) = last.filter(|_| !asked) {
        app.tell_missing(&gone);
    }
    let clock = today.is_none().then(|| {
        "This machine\u{2019}s clock shows no year from 1900 to 2200; set it, so that today\u{2019}s line and the \
         times of saves are right"
            .to_owned()
    });
    let of_the_start = told.into_iter().chain(clock).map(Notice::trouble);
    for notice in of_the_machine.into_iter().chain(of_the_start) {
        app.tell(notice);
    }
    // Last, so that opening doesn't close the question.
    app.offer_lost_work(lost);
    Ok(app)
}

/// Removes what killed saves left beside the files known, off this thread: a folder may be on a
/// slow network.
fn sweep_folders(recent: &[PathBuf], file: Option<&Path>, started: SystemTime) {
    let files = recent.iter().map(PathBuf::as_path).chain(file);
    let folders: BTreeSet<PathBuf> = files
        .filter_map(|file| std::path::absolute(file).ok())
        .filter_map(|file| file.parent().map(Path::to_path_buf))
        .collect();
    std::thread::spawn(move || {
        for folder in folders {
            // What can't be removed now is swept at the next start.
            let _ = sweep(&folder, started);
        }
    });
}

/// The day the program is started, where the user is; none where the clock shows no day that a contract
/// can have.
fn today() -> Option<Date> {
    // Asked this way, a clock beyond all calendars is an error and no panic.
    let now = jiff::Timestamp::try_from(SystemTime::now()).ok()?;
    let now = now.to_zoned(jiff::tz::TimeZone::system());
    Date::new(now.year(), now.month(), now.day()).ok()
}

/// The program's icon: two heads on stems, in the colours of A and B.
fn icon() -> egui::IconData {
    const SIZE: i16 = 64;
    let mut rgba = Vec::new();
    let (ground, a, b) = (
        [255, 255, 255, 255],
        [18, 67, 109, 255],
        [244, 106, 37, 255],
    );
    let clear = [0; 4];
    for y in 0..SIZE {
        for x in 0..SIZE {
            let corner = |v: i16| v.min(SIZE - 1 - v);
            let near = |cx: i16, cy: i16| {
                let (dx, dy) = (x - cx, y - cy);
                (dx * dx + dy * dy, dx.abs() + dy.abs())
            };
            let on_stem =
                |at: i16, top: i16| (at - 2..=at + 2).contains(&x) && (top..56).contains(&y);
            rgba.extend(if near(43, 18).1 <= 12 || on_stem(43, 18) {
                b
            } else if near(22, 28).0 <= 100 || on_stem(22, 28) {
                a
            } else if corner(x) + corner(y) >= 8 {
                ground
            } else {
                clear
            });
        }
    }
    egui::IconData {
        rgba,
        width: SIZE.unsigned_abs().into(),
        height: SIZE.unsigned_abs().into(),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// What a compositor that died leaves behind is there, but nobody listens at it.
    #[test]
    fn a_dead_socket_is_no_display() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("wayland-0");
        assert!(!listens(&socket));
        let living = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert!(listens(&socket));
        drop(living);
        assert!(socket.exists() && !listens(&socket));
        #[cfg(target_os = "linux")]
        for number in ["", "-1", "99999", "many", "0x1"] {
            assert!(!is_socket(OsStr::new(number)), "{number}");
        }
        std::fs::remove_file(&socket).unwrap();
        std::fs::write(&socket, "").unwrap();
        assert!(!listens(&socket));
    }
}
