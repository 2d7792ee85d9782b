//! The names and numbers of a roster are unique words; after an import through the window, and all that can follow
//! it, none of them is in any byte of any file the program wrote, nor in what it said when it broke down.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command as Program;
use std::time::{Duration, Instant};

use counteroffer::export::figure_set::Format;
use counteroffer::figure::FigureName;
use counteroffer::files::keeping::{DataFolder, crash};
use counteroffer::files::roster::made_up_csv;
use counteroffer::files::{self, Over};
use counteroffer::ui::app::remembered::remember;
use counteroffer::ui::state::{Ask, Disk};
use counteroffer::ui::{Action, App, OpenFile};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::importing::{click, import_window, open, until};
use crate::screen::{self, Hands, Rest};
use crate::traces::{AWKWARD, all_files};
use crate::{five_markets, press, put};

/// Where the program that breaks down finds its folder and its roster.
const TASK: &str = "COUNTEROFFER_CANARY_TASK";

/// Steps until something has come true, or gives up after half a minute.
fn step_until(harness: &mut Harness<'_, App>, mut done: impl FnMut(&App) -> bool) {
    let start = Instant::now();
    while !done(harness.state()) {
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "it never came true"
        );
        harness.step();
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn type_over(harness: &mut Harness<'_, App>, field: &str, text: &str) {
    harness.get_by_label(field).click();
    harness.rest();
    press(harness, Key::A, Modifiers::COMMAND);
    put(harness, Event::Text(text.to_owned()));
}

/// Not a test of its own: imports through the window, does all that can follow, and breaks down.
#[test]
fn program_that_breaks_down() {
    let Ok(task) = std::env::var(TASK) else {
        return;
    };
    let (folder, roster) = task.split_once('\n').unwrap();
    let (folder, roster) = (PathBuf::from(folder), PathBuf::from(roster));
    let path = folder.join("case.ron");
    files::save(&five_markets(), &path, Over::Nothing).unwrap();
    let mut harness = import_window(OpenFile::example());
    harness.state_mut().close_dialogs();
    let data = DataFolder::at(folder.join("data")).unwrap();
    crash::install(Some(&data));
    let ctx = harness.ctx.clone();
    harness.state_mut().start_keeping_in(&ctx, Ok(data));
    harness.state_mut().open_path(path.clone());
    harness.rest();

    harness.state_mut().open(Ask::ImportRoster);
    harness.rest();
    open(&mut harness, &roster);
    click(&mut harness, "Next: columns");
    until(&mut harness, "every line accounted for");
    click(&mut harness, "Check");
    click(&mut harness, "Save as CSV\u{2026}");
    until(&mut harness, "Path of the rejected lines");
    let rejected = folder.join("rejected.csv").display().to_string();
    type_over(&mut harness, "Path of the rejected lines", &rejected);
    press(&mut harness, Key::Enter, Modifiers::NONE);
    step_until(&mut harness, |_| Path::new(&rejected).exists());
    for tick in [
        "Leave these terms out of the figures",
        "These rates are right",
    ] {
        if harness.query_by_label(tick).is_some() {
            click(&mut harness, tick);
        }
    }
    click(&mut harness, "Import");
    harness.state_mut().perform_one(Action::Disk(Disk::Save));
    harness.rest();
    assert_eq!(harness.state().notice(), "Saved");

    // Edited, taken back, done again, autosaved, saved: a backup is there then, too.
    let title = |words: &str| counteroffer::document::Command::Title(words.to_owned());
    harness.state_mut().apply(title("Edited"));
    harness.state_mut().undo(false);
    harness.state_mut().undo(true);
    step_until(&mut harness, |app| app.context.autosave.is_some());
    harness.state_mut().perform_one(Action::Disk(Disk::Save));
    harness.rest();

    // Every figure in every form, with and without what is private.
    for private in [false, true] {
        press(&mut harness, Key::E, Modifiers::COMMAND);
        harness.rest();
        let out = folder.join(format!("figures-{private}"));
        fs::create_dir(&out).unwrap();
        let choice = &mut harness.state_mut().dialogs.export.choice;
        choice.figures = FigureName::ALL.into_iter().collect();
        choice.formats = [Format::Csv, Format::Svg].into();
        choice.with_private = private;
        choice.folder = out.display().to_string();
        harness.rest();
        harness
            .get_by_role_and_label(eframe::egui::accesskit::Role::Button, "Export")
            .click();
        until(&mut harness, "Wrote ");
        harness.state_mut().close_dialogs();
    }
    let shared = harness.state().scenario().shared_copy();
    files::save(&shared, &folder.join("shared.ron"), Over::Nothing).unwrap();
    let mut kept = String::new();
    remember(harness.state(), |name, value| {
        kept.push_str(&format!("{name}: {value}\n"))
    });
    assert!(kept.contains("case.ron"), "{kept}");
    fs::write(folder.join("preferences"), kept).unwrap();
    fs::write(
        folder.join("screen"),
        screen::said(&harness) + &screen::painted(&harness),
    )
    .unwrap();

    // Unsaved work, autosaved; and a panic whose message holds a line of the roster.
    harness.state_mut().apply(title("Lost"));
    let autosaves = folder.join("data/autosaves");
    step_until(&mut harness, |_| {
        all_files(&autosaves).iter().any(|file| {
            fs::read(file).is_ok_and(|bytes| bytes.windows(4).any(|four| four == b"Lost"))
        })
    });
    let text = fs::read_to_string(&roster).unwrap();
    panic!("{}", text.lines().last().unwrap());
}

#[test]
fn no_name_and_no_number_is_in_any_byte_the_window_writes() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let text = made_up_csv(120, 3) + AWKWARD;
    let roster = elsewhere.path().join("extract.csv");
    fs::write(&roster, &text).unwrap();
    let ended = Program::new(std::env::current_exe().unwrap())
        .args(["--exact", "canary::program_that_breaks_down", "--nocapture"])
        .env(
            TASK,
            format!("{}\n{}", folder.path().display(), roster.display()),
        )
        .env("TMPDIR", folder.path())
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&ended.stderr).into_owned();
    let written = all_files(folder.path());
    let names: Vec<String> = written
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    for part in [
        "case.ron",
        "case.import.ron",
        "rejected.csv",
        "shared.ron",
        "preferences",
        "screen",
        "autosaves",
        "backups",
        "crashes",
        "figures-false",
        "figures-true",
    ] {
        assert!(
            names.iter().any(|name| name.contains(part)),
            "no {part} in {names:?}\n{errors}"
        );
    }
    let words: Vec<&str> = text
        .lines()
        .skip(1)
        .flat_map(|line| {
            let mut cells = line.split(',');
            let id = cells.next().unwrap();
            std::iter::once(id).chain(cells.next().unwrap().split(' '))
        })
        .collect();
    assert!(words.len() > 360);
    let mut everything: Vec<(String, Vec<u8>)> = written
        .iter()
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    everything.push((
        "what it printed".to_owned(),
        [ended.stdout, ended.stderr].concat(),
    ));
    for (name, bytes) in &everything {
        for word in &words {
            let hit = memchr::memmem::find(bytes, word.as_bytes());
            assert!(hit.is_none(), "{word} is in {name}");
        }
    }
    for file in written.iter().filter(|path| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        name == "rejected.csv"
            || name == "case.import.ron"
            || (name.starts_with("case.") && name.ends_with(".csv"))
    }) {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{}", file.display());
    }
}
