//! What the window remembers over restarts, besides its place, the theme and the zoom: recent
//! files, the view, folded panels, lanes, how years are cut, what is ticked for export.

use std::path::PathBuf;

use super::App;
use crate::ui::dialogs::export::Choice;
use crate::ui::state::folding::{Folding, Side};
use crate::ui::state::open_file::MOST_RECENT;
use crate::ui::views::years::Cut;

/// Under which names settings are kept.
const RECENT: &str = "recent files";
const VIEW: &str = "view";
const FOLDED: &str = "folded panels";
const LANES: &str = "lanes";
const YEARS: &str = "years";
const EXPORT: &str = "export";

/// Gives each setting to `keep`, by its name.
pub fn remember(app: &App, mut keep: impl FnMut(&str, String)) {
    let recent = app.context.session.file.recent.iter();
    let recent: Vec<String> = recent.map(|path| path.display().to_string()).collect();
    keep(RECENT, recent.join("\n"));
    keep(VIEW, app.context.screen.view.key.to_owned());
    let sides = [(Side::Left, "left"), (Side::Right, "right")];
    let folded = sides
        .into_iter()
        .filter(|(side, _)| app.context.screen.folding.is_wished(*side));
    let folded: Vec<&str> = folded.map(|(_, name)| name).collect();
    keep(FOLDED, folded.join(" "));
    keep(LANES, app.context.screen.lanes.to_text());
    keep(YEARS, app.views.years.cut.to_text());
    keep(EXPORT, app.dialogs.export.choice.to_text());
}

/// Takes the settings back; one that is missing or can't be read stays as it is at first.
pub fn recall(app: &mut App, known: impl Fn(&str) -> Option<String>) {
    if let Some(recent) = known(RECENT) {
        let paths = recent.lines().filter(|line| !line.is_empty());
        app.context.session.file.recent = paths.map(PathBuf::from).take(MOST_RECENT).collect();
    }
    let view = known(VIEW).and_then(|kept| {
        let views = app.context.screen.views.iter();
        views.copied().find(|one| one.key == kept)
    });
    if let Some(view) = view {
        app.context.screen.view = view;
    }
    if let Some(folded) = known(FOLDED) {
        let has = |side: &str| folded.split(' ').any(|name| name == side);
        app.context.screen.folding = Folding::wished(has("left"), has("right"));
    }
    if let Some(lanes) = known(LANES).and_then(|lanes| lanes.parse().ok()) {
        app.context.screen.lanes = lanes;
    }
    if let Some(cut) = known(YEARS).and_then(|text| Cut::from_text(&text)) {
        app.views.years.cut = cut;
    }
    if let Some(text) = known(EXPORT) {
        app.dialogs.export.choice = Choice::from_text(&text);
    }
}
