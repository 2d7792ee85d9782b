//! The window: panels, timeline and table on screen. It reads a document and gives it commands.
// Places on the screen are floating point; no figure is computed here (see `place`).
#![allow(clippy::float_arithmetic)]

mod actions;
mod assumptions;
mod case;
pub mod chart;
mod clause_details;
mod compare;
mod controls;
mod dialogs;
mod earlier;
pub mod exporting;
mod file_choice;
mod file_place;
mod files;
mod first_start;
pub mod folding;
mod gap;
mod grid;
mod grid_entry;
mod grid_lock;
mod grid_paint;
mod headline;
mod inspector;
pub mod keeping;
mod menus;
mod new_contract;
mod offer_details;
mod offers;
mod outside;
mod pages;
mod people;
pub mod place;
pub mod remembered;
mod rows;
mod sheet;
mod shortcuts;
pub mod start;
mod status_bar;
mod table;
pub mod theme;
pub mod timeline;
mod to_whom;
mod top_bar;
mod why;
mod words_of;
pub mod years;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Frame, Margin, Panel, Rect, Ui, UiBuilder, Vec2, pos2};

use crate::document::{Document, Results};
use crate::explore::Hold;
use crate::scenario::{OfferId, Scenario};
use crate::units::Date;

pub use dialogs::Dialog;
pub use file_choice::{FileChoice, SystemDialogs};
pub use file_place::FilePlace;
use folding::{Folding, Side};

/// What the centre shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The lanes and the table.
    Timeline,
    /// Offers side by side.
    Compare,
    /// Why A and B differ.
    Gap,
    /// By year.
    Years,
    /// One employee.
    People,
}

/// The raise chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// Whose raise.
    pub offer: OfferId,
    /// Its place in the offer's clauses.
    pub clause: usize,
}

/// The window's state: the document, and what is only on screen.
pub struct Window {
    /// The open scenario.
    pub document: Document,
    /// Where it is kept.
    pub place: FilePlace,
    /// The raise chosen.
    pub selected: Option<Selected>,
    /// The offer whose details are shown while no raise is chosen.
    pub chosen: Option<OfferId>,
    /// The day the cursor is on.
    pub cursor: Date,
    /// The day the program was started.
    pub today: Date,
    /// What the centre shows.
    pub view: View,
    /// A clean view with shared offers only.
    pub presenting: bool,
    /// What is held while a raise moves.
    pub holding: Hold,
    /// Raises that don't give way.
    pub locks: BTreeSet<(OfferId, usize)>,
    /// What was refused or done last.
    pub notice: Option<String>,
    /// A question or a page on top of everything.
    pub dialog: Option<Dialog>,
    /// Which side panels are folded away.
    pub folding: Folding,
    /// How the view by year cuts years.
    pub year_cut: years::Cut,
    /// Which lanes are shown, and how high.
    pub lanes: timeline::lane_sizes::LaneSizes,
    /// The whole document, while only what is shared is presented.
    behind: Option<Document>,
    drag: Option<timeline::drag::Drag>,
    table_height: f32,
    timeline: timeline::Timeline,
    grid: grid::Grid,
    people: people::People,
    type_exact_values: bool,
    last: Option<Arc<Results>>,
    files: file_choice::Files,
    /// The export dialog.
    pub exporting: exporting::Exporting,
    sheet: Option<sheet::Waiting>,
    /// What a locked offer's raise was refused with, so that the status bar offers the counter beside it.
    locked: Option<(OfferId, String)>,
    /// Autosave, recovery and earlier versions.
    pub keeping: keeping::Keeping,
    outside: outside::Outside,
    closing: bool,
    titled: String,
}

impl Window {
    /// A window on a scenario.
    #[must_use]
    pub fn new(
        scenario: Scenario,
        place: FilePlace,
        today: Date,
        choice: Box<dyn FileChoice>,
    ) -> Self {
        let cursor = today.clamp(scenario.term.first_day, scenario.term.last_day);
        Self {
            document: Document::new(scenario),
            place,
            selected: None,
            chosen: None,
            cursor,
            today,
            view: View::Timeline,
            presenting: false,
            holding: Hold::Nothing,
            locks: BTreeSet::new(),
            notice: None,
            dialog: None,
            folding: Folding::default(),
            year_cut: years::Cut::default(),
            lanes: timeline::lane_sizes::LaneSizes::default(),
            behind: None,
            drag: None,
            table_height: 0.0,
            timeline: timeline::Timeline::default(),
            grid: grid::Grid::default(),
            people: people::People::default(),
            type_exact_values: false,
            last: None,
            files: file_choice::Files::new(choice),
            exporting: exporting::Exporting::default(),
            sheet: None,
            locked: None,
            keeping: keeping::Keeping::default(),
            outside: outside::Outside::default(),
            closing: false,
            titled: String::new(),
        }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        files::poll(self, ui.ctx());
        sheet::poll(self, ui.ctx());
        keeping::tick(self, ui.ctx());
        outside::look(self, ui.ctx());
        timeline::drag::Drag::follow(self, ui.ctx());
        shortcuts::take(self, ui.ctx());
        let results = match self.document.results() {
            Ok(results) => {
                self.last = Some(results.clone());
                Some(results)
            }
            Err(error) => {
                self.notice = Some(error.to_string());
                self.last.clone()
            }
        };
        let palette = theme::palette(ui);
        top_bar::show(self, ui);
        status_bar::show(self, ui);
        let wide = ui.available_width();
        self.folding.fit(wide);
        if self.type_exact_values {
            // The fields for them are there.
            self.folding.set(Side::Right, false);
        }
        if let Some(results) = &results {
            let right = self.sides(ui, results, wide);
            let centre = Frame::new()
                .fill(palette.paper)
                .inner_margin(Margin::symmetric(if wide < 1120.0 { 10 } else { 14 }, 8));
            egui::CentralPanel::no_frame()
                .frame(centre)
                .show(ui, |ui| self.centre(ui, results));
            // After the centre, so that Tab goes there last, as the eye does.
            if let Some(rect) = right {
                self.over(ui, rect, Side::Right, |window, ui| {
                    inspector::show(window, ui, results)
                });
            }
        }
        if !self.keeping.asks() {
            dialogs::show(self, ui);
            exporting::show(self, ui);
        }
        keeping::offer_lost_work(self, ui);
        self.name_the_window(ui);
        files::before_closing(self, ui.ctx());
    }

    /// The desktop's title: what is open; nothing of it while presenting.
    fn name_the_window(&mut self, ui: &Ui) {
        let title = if self.presenting {
            "Counteroffer".to_owned()
        } else {
            format!("{} \u{2013} Counteroffer", self.place.name())
        };
        if title != self.titled {
            ui.ctx()
                .send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
    }

    /// The left panel, and the room for the right one, or what stands for them where they are
    /// folded.
    fn sides(&mut self, ui: &mut Ui, results: &Results, wide: f32) -> Option<Rect> {
        if self.presenting {
            return None;
        }
        let side = Frame::new().fill(theme::palette(ui).side);
        let (left, right) = if wide < 1200.0 {
            (232.0, 252.0)
        } else {
            (256.0, 352.0)
        };
        if self.folding.is_folded(Side::Left) {
            folding::strip(self, ui, Side::Left);
        } else {
            let panel = Panel::left("offers").resizable(false).exact_size(left);
            let rect = panel.frame(side).show(ui, room).inner;
            self.over(ui, rect, Side::Left, |window, ui| {
                left_side(window, ui, results)
            });
        }
        if self.view != View::Timeline {
            return None;
        }
        if self.folding.is_folded(Side::Right) {
            folding::strip(self, ui, Side::Right);
            return None;
        }
        let panel = Panel::right("values").resizable(false).exact_size(right);
        Some(panel.frame(side).show(ui, room).inner)
    }

    /// Contents over a panel's room, within its margins. Its fold button stands in the first row, and so
    /// comes first for Tab.
    fn over(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        side: Side,
        contents: impl FnOnce(&mut Self, &mut Ui),
    ) {
        let center = pos2(rect.right() - 24.0, rect.top() + 23.0);
        let fold = Rect::from_center_size(center, Vec2::splat(20.0));
        folding::chevron(self, ui, side, fold, false);
        let inner = Rect::from_min_max(
            rect.min + Vec2::new(14.0, 4.0),
            rect.max - Vec2::new(2.0, 4.0),
        );
        let place = UiBuilder::new().id_salt(side.panel()).max_rect(inner);
        let mut child = ui.new_child(place);
        child.set_clip_rect(rect.intersect(ui.clip_rect()));
        contents(self, &mut child);
    }

    fn centre(&mut self, ui: &mut Ui, results: &Results) {
        headline::show(self, ui, results);
        match self.view {
            View::Timeline => {
                // The table keeps its height during a drag, and with it the lanes theirs.
                if self.drag.is_none() {
                    let rows = self.document.scenario().offers.len().max(3) as f32;
                    let most = ui.available_height() * 0.35;
                    self.table_height = (rows.min(6.0) * 25.0 + 30.0).min(most);
                }
                let table = self.table_height;
                let frame = Frame::new().inner_margin(Margin {
                    top: 6,
                    ..Margin::ZERO
                });
                let panel = Panel::bottom("table")
                    .resizable(false)
                    .exact_size(table)
                    .frame(frame);
                let panel = panel.show_separator_line(false);
                let table = panel.show(ui, room).inner;
                egui::CentralPanel::no_frame().show(ui, |ui| timeline::show(self, ui, results));
                grid::show(
                    self,
                    &mut ui.new_child(UiBuilder::new().id_salt("table").max_rect(table)),
                );
            }
            View::Compare => compare::show(self, ui, results),
            View::Gap => gap::show(self, ui, results),
            View::Years => years::show(self, ui, results),
            View::People => people::show(self, ui, results),
        }
    }
}

/// All the room of a panel, to be filled later.
fn room(ui: &mut Ui) -> Rect {
    let rect = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rect);
    rect
}

fn left_side(window: &mut Window, ui: &mut Ui, results: &Results) {
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            beside_the_bar(ui, |ui| {
                offers::show(window, ui, results);
                assumptions::show(window, ui, results);
                case::show(window, ui);
                ui.add_space(12.0);
            });
        });
}

/// Contents of a scrolling panel, clear of its scroll bar.
fn beside_the_bar(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let margin = Margin {
        right: 12,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, contents);
}
