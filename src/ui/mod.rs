//! The window: panels, timeline and table on screen. It reads a document and gives it commands.
// Places on the screen are floating point; no figure is computed here (see `place`).
#![allow(clippy::float_arithmetic)]

mod actions;
mod assumptions;
mod compare;
mod controls;
mod dialogs;
mod file_place;
mod files;
mod gap;
mod grid;
mod grid_entry;
mod headline;
mod inspector;
mod keeping;
mod menus;
mod new_contract;
mod offers;
mod people;
pub mod place;
pub mod presenting;
mod shortcuts;
pub mod start;
mod status_bar;
mod table;
pub mod theme;
pub mod timeline;
mod top_bar;
mod why;
mod words_of;
mod years;

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{self, Frame, Margin, Panel, Ui, UiBuilder};

use crate::document::{Document, Results};
use crate::explore::Hold;
use crate::scenario::{OfferId, Scenario};
use crate::units::Date;

pub use dialogs::Dialog;
pub use file_place::FilePlace;
pub use files::{FileChoice, SystemDialogs};

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
    /// Whether the side panels are folded away.
    pub folded: (bool, bool),
    /// The whole document, while only what is shared is presented.
    behind: Option<Document>,
    drag: Option<timeline::drag::Drag>,
    table_height: f32,
    timeline: timeline::Timeline,
    grid: grid::Grid,
    people: people::People,
    type_exact_values: bool,
    last: Option<Arc<Results>>,
    files: files::Files,
    keeping: keeping::Keeping,
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
            cursor,
            today,
            view: View::Timeline,
            presenting: false,
            holding: Hold::Nothing,
            locks: BTreeSet::new(),
            notice: None,
            dialog: None,
            folded: (false, false),
            behind: None,
            drag: None,
            table_height: 0.0,
            timeline: timeline::Timeline::default(),
            grid: grid::Grid::default(),
            people: people::People::default(),
            type_exact_values: false,
            last: None,
            files: files::Files::new(choice),
            keeping: keeping::Keeping::default(),
            closing: false,
            titled: String::new(),
        }
    }

    /// One frame.
    pub fn frame(&mut self, ui: &mut Ui) {
        files::poll(self, ui.ctx());
        keeping::tick(self, ui.ctx());
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
        let side = Frame::new().fill(palette.side).inner_margin(Margin {
            left: 14,
            right: 2,
            top: 4,
            bottom: 4,
        });
        if let Some(results) = &results {
            let (left, right) = if wide < 1200.0 {
                (232.0, 252.0)
            } else {
                (256.0, 352.0)
            };
            if !self.folded.0 && !self.presenting {
                let panel = Panel::left("offers")
                    .resizable(false)
                    .exact_size(left)
                    .frame(side);
                panel.show(ui, |ui| left_side(self, ui, results));
            }
            // The right side comes last: Tab goes from left to right.
            let mut centre_place = ui.available_rect_before_wrap();
            let mut right_place = centre_place;
            let values = !self.folded.1 && !self.presenting && self.view == View::Timeline;
            if values {
                centre_place.set_right(centre_place.right() - right);
                right_place.set_left(centre_place.right());
            }
            let centre = Frame::new()
                .fill(palette.paper)
                .inner_margin(Margin::symmetric(14, 8));
            let place = UiBuilder::new().max_rect(centre_place).id_salt("centre");
            egui::CentralPanel::no_frame()
                .frame(centre)
                .show(&mut ui.new_child(place), |ui| self.centre(ui, results));
            if values {
                let panel = Panel::right("values")
                    .resizable(false)
                    .exact_size(right)
                    .frame(side);
                let place = UiBuilder::new().max_rect(right_place).id_salt("right");
                panel.show(&mut ui.new_child(place), |ui| {
                    inspector::show(self, ui, results);
                });
            }
        }
        dialogs::show(self, ui);
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

    fn centre(&mut self, ui: &mut Ui, results: &Results) {
        headline::show(self, ui, results);
        match self.view {
            View::Timeline => {
                // The table keeps its height during a drag, and with it the lanes theirs.
                if self.drag.is_none() {
                    let rows = self.document.scenario().offers.len().max(2) as f32;
                    let most = ui.available_height() * 0.35;
                    self.table_height = (rows.min(6.0) * 25.0 + 30.0).min(most);
                }
                let mut lanes = ui.available_rect_before_wrap();
                let mut table = lanes;
                lanes.set_bottom(lanes.bottom() - self.table_height);
                table.set_top(lanes.bottom() + 6.0);
                let place = UiBuilder::new().max_rect(lanes).id_salt("lanes");
                timeline::show(self, &mut ui.new_child(place), results);
                let place = UiBuilder::new().max_rect(table).id_salt("table");
                grid::show(self, &mut ui.new_child(place));
            }
            View::Compare => compare::show(self, ui, results),
            View::Gap => gap::show(self, ui, results),
            View::Years => years::show(self, ui, results),
            View::People => people::show(self, ui, results),
        }
    }
}

fn left_side(window: &mut Window, ui: &mut Ui, results: &Results) {
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            beside_the_bar(ui, |ui| {
                offers::show(window, ui, results);
                assumptions::show(window, ui, results);
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
