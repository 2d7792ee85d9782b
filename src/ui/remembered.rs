//! What the window remembers over restarts, besides its place, the theme and the zoom: recent
//! files, the view, folded panels, lanes, how years are cut, what is ticked for export.

use std::path::PathBuf;

use super::exporting::Choice;
use super::folding::{Folding, Side};
use super::years::Cut;
use super::{View, Window};

/// Under which names settings are kept.
const RECENT: &str = "recent files";
const VIEW: &str = "view";
const FOLDED: &str = "folded panels";
const LANES: &str = "lanes";
const YEARS: &str = "years";
const EXPORT: &str = "export";

/// The views by name.
const VIEWS: [(View, &str); 5] = [
    (View::Timeline, "timeline"),
    (View::Compare, "compare"),
    (View::Gap, "gap"),
    (View::Years, "years"),
    (View::People, "people"),
];

/// Gives each setting to `keep`, by its name.
pub fn remember(window: &Window, mut keep: impl FnMut(&str, String)) {
    let recent = window.place.recent.iter();
    let recent: Vec<String> = recent.map(|path| path.display().to_string()).collect();
    keep(RECENT, recent.join("\n"));
    if let Some((_, name)) = VIEWS.iter().find(|(view, _)| *view == window.view) {
        keep(VIEW, (*name).to_owned());
    }
    let sides = [(Side::Left, "left"), (Side::Right, "right")];
    let folded = sides
        .into_iter()
        .filter(|(side, _)| window.folding.is_wished(*side));
    let folded: Vec<&str> = folded.map(|(_, name)| name).collect();
    keep(FOLDED, folded.join(" "));
    keep(LANES, window.lanes.to_text());
    keep(YEARS, window.year_cut.to_text());
    keep(EXPORT, window.exporting.choice.to_text());
}

/// Takes the settings back; one that is missing or can't be read stays as it is at first.
pub fn recall(window: &mut Window, known: impl Fn(&str) -> Option<String>) {
    if let Some(recent) = known(RECENT) {
        let paths = recent.lines().filter(|line| !line.is_empty());
        window.place.recent = paths.map(PathBuf::from).collect();
    }
    let view = known(VIEW).and_then(|kept| VIEWS.into_iter().find(|(_, name)| *name == kept));
    if let Some((view, _)) = view {
        window.view = view;
    }
    if let Some(folded) = known(FOLDED) {
        let has = |side: &str| folded.split(' ').any(|name| name == side);
        window.folding = Folding::wished(has("left"), has("right"));
    }
    if let Some(lanes) = known(LANES).and_then(|lanes| lanes.parse().ok()) {
        window.lanes = lanes;
    }
    if let Some(cut) = known(YEARS).and_then(|text| Cut::from_text(&text)) {
        window.year_cut = cut;
    }
    if let Some(text) = known(EXPORT) {
        window.exporting.choice = Choice::from_text(&text);
    }
}
