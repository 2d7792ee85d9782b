//! Autosave, recovery and document locks, as the window uses them.

use std::path::Path;
use std::time::{Instant, SystemTime};

use eframe::egui::{self, Context, RichText, Ui};

use super::{FilePlace, Window, files, theme};
use crate::document::{Document, words};
use crate::files::SaveOutcome;
use crate::files::keeping::{
    AutosaveStatus, Backup, Backups, DataFolder, Keeper, KeepingError, LostWork, Original,
    Recovery, crash,
};
use crate::units::Date;

/// Work is kept and lost work looked for in the program's data folder. Tests have none of it.
#[derive(Default)]
pub struct Keeping {
    keeper: Option<Keeper>,
    lost: Vec<LostWork>,
    folder: Option<DataFolder>,
}

impl Keeping {
    /// Whether lost work is being offered.
    #[must_use]
    pub fn asks(&self) -> bool {
        !self.lost.is_empty()
    }

    /// What the last saves of a file replaced, the newest first.
    #[must_use]
    pub fn versions(&self, file: &Path) -> Vec<Backup> {
        let folder = self.folder.as_ref();
        folder.map_or_else(Vec::new, |folder| Backups::new(folder).list(file))
    }
}

/// Starts keeping: crash notes, lost work of earlier sessions, autosaves of this one.
pub fn start(window: &mut Window, ctx: &Context) {
    let data = DataFolder::standard();
    crash::install(data.as_ref().ok());
    start_in(window, ctx, data);
}

/// As [`start`], in a data folder of the caller's.
pub fn start_in(window: &mut Window, ctx: &Context, data: Result<DataFolder, KeepingError>) {
    let recovery = data.as_ref().map(Recovery::look).unwrap_or_default();
    if !recovery.messages.is_empty() {
        window.notice = Some(recovery.messages.join(" "));
    }
    let woken = ctx.clone();
    let keeper = Keeper::start(data.as_ref(), move || woken.request_repaint());
    window.keeping = Keeping {
        keeper: Some(keeper),
        lost: recovery.work,
        folder: data.ok(),
    };
    opened(window);
}

/// Tells that another document is shown: its lock is taken, the former one's autosave cleared.
pub fn opened(window: &mut Window) {
    let original = window
        .place
        .path
        .clone()
        .zip(window.place.fingerprint.clone())
        .map(|(path, fingerprint)| Original { path, fingerprint });
    if let Some(keeper) = &mut window.keeping.keeper
        && let Some(notice) = keeper.opened(original)
    {
        window.notice = Some(notice);
    }
}

/// Tells that the document was saved.
pub fn saved(window: &mut Window, path: &Path, outcome: &SaveOutcome) {
    if let Some(keeper) = &mut window.keeping.keeper
        && let Some(notice) = keeper.saved(path, outcome)
    {
        window.notice = Some(notice);
    }
}

/// Tells that nothing is left to keep: the window closes with its work saved or given up.
pub fn close(window: &mut Window) {
    if let Some(keeper) = &mut window.keeping.keeper
        && let Err(error) = keeper.close()
    {
        window.notice = Some(error.to_string());
    }
}

/// Each frame: an autosave where one is due, and a frame at the time the next one will be.
pub fn tick(window: &mut Window, ctx: &Context) {
    let document = window.behind.as_ref().unwrap_or(&window.document);
    let Some(keeper) = &mut window.keeping.keeper else {
        return;
    };
    let next = keeper.tick(Instant::now(), document.revision(), || {
        document.is_edited().then(|| document.scenario().clone())
    });
    if let Some(at) = next {
        ctx.request_repaint_after(at.saturating_duration_since(Instant::now()));
    }
    let troubles = keeper.take_troubles();
    if !troubles.is_empty() {
        window.notice = Some(troubles.join(" "));
    }
}

/// What the status bar says of the autosave; nothing before the first.
#[must_use]
pub fn in_words(window: &Window) -> Option<String> {
    match window.keeping.keeper.as_ref()?.status() {
        AutosaveStatus::Nothing => None,
        AutosaveStatus::At(when) => Some(format!("Autosaved {}", time_of_day(*when))),
        AutosaveStatus::Failed(error) | AutosaveStatus::Off(error) => Some(error.to_string()),
    }
}

/// Hours and minutes where the user is.
fn time_of_day(when: SystemTime) -> String {
    jiff::Timestamp::try_from(when).map_or_else(
        |_| String::new(),
        |moment| {
            let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
            format!("{:02}:{:02}", zoned.hour(), zoned.minute())
        },
    )
}

/// `Nov 22, 2026, 14:32`, where the user is.
pub(super) fn date_and_time(when: SystemTime) -> String {
    let Ok(moment) = jiff::Timestamp::try_from(when) else {
        return String::new();
    };
    let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
    let day = Date::new(zoned.year(), zoned.month(), zoned.day());
    let day = day.map_or_else(|_| String::new(), words::date);
    format!("{day}, {}", time_of_day(when))
}

/// What was chosen for lost work.
enum Choice {
    Recover,
    Discard,
    Later,
}

/// Offers lost work, one document after the other, the newest first.
pub fn offer_lost_work(window: &mut Window, ui: &Ui) {
    let Some(work) = window.keeping.lost.first() else {
        return;
    };
    let words = work.in_words(SystemTime::now());
    let mut choice = None;
    let palette = theme::palette(ui);
    let modal = egui::Modal::new(egui::Id::unique("lost work"))
        .frame(egui::Frame::window(ui.style()).inner_margin(20));
    modal.show(ui.ctx(), |ui| {
        ui.set_max_width(440.0);
        super::dialogs::title(ui, "Recover unsaved work?");
        ui.add_space(6.0);
        ui.label(words);
        ui.add_space(4.0);
        ui.label(
            RichText::new(
                "Recovered work opens as unsaved changes; its file stays as it is until you save.",
            )
            .color(palette.soft),
        );
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            for (label, answer) in [
                ("Recover", Choice::Recover),
                ("Discard", Choice::Discard),
                ("Ask again next time", Choice::Later),
            ] {
                if ui.button(label).clicked() {
                    choice = Some(answer);
                }
            }
        });
    });
    let Some(choice) = choice else { return };
    let work = window.keeping.lost.remove(0);
    match choice {
        Choice::Recover => recover(window, work),
        Choice::Discard => told(window, work.discard()),
        Choice::Later => {}
    }
}

fn recover(window: &mut Window, work: LostWork) {
    let Some(keeper) = &mut window.keeping.keeper else {
        return;
    };
    let (scenario, original, notice) = keeper.recover(work);
    let mut place = FilePlace {
        untitled: scenario.title.clone(),
        recent: std::mem::take(&mut window.place.recent),
        ..FilePlace::default()
    };
    if let Some(original) = original {
        place.path = Some(original.path);
        place.fingerprint = Some(original.fingerprint);
    }
    files::put(window, Document::never_saved(scenario), place);
    window.notice = notice;
}

fn told(window: &mut Window, outcome: Result<(), KeepingError>) {
    if let Err(error) = outcome {
        window.notice = Some(error.to_string());
    }
}

#[cfg(test)]
mod tests;
