//! The window as a whole: what it knows, the rooms' own states, the order of a frame. The one room that
//! knows all others; none of them knows it.

mod closing;
mod copies;
mod counters;
mod edits;
mod gestures;
mod opening;
mod paint;
mod perform;
mod place;
pub mod recovery;
pub mod remembered;
mod roster;
mod saving;
mod shortcuts;
pub mod start;
mod table;

use std::path::PathBuf;

use eframe::egui::{self, Ui};

use super::dialogs::Dialogs;
use super::disk::{FileChoice, FileDialogs, Keeping, Outside};
use super::frame::said_here;
use super::panels::LeftPanel;
use super::panels::inspector::Inspector;
use super::raise_table::RaiseTable;
use super::state::{Actions, Ask, Context, Next, Notice, Notices, OpenFile, Screen};
use super::state::{Selection, Session};
use super::timeline::Timeline;
use super::views::{self, Views};
use super::widgets::in_sight::InSight;
use super::widgets::typed::{self, InOrder, out_of_sight};
use super::widgets::unread::{self, Unread};
use crate::document::none_yet;
use crate::files::Fingerprint;
use crate::files::keeping::LostWork;
use crate::files::{Disk, RealDisk};
use crate::scenario::Scenario;
use crate::units::Date;

pub struct App {
    /// What it knows, read by every room.
    pub context: Context,
    /// What is asked on top of everything.
    pub dialogs: Dialogs,
    /// What the views remember.
    pub views: Views,
    /// Autosave, recovery and earlier versions.
    pub keeping: Keeping,
    /// What scenarios and the tables beside them are saved on.
    pub disk: Box<dyn Disk>,
    timeline: Timeline,
    raise_table: RaiseTable,
    left: LeftPanel,
    inspector: Inspector,
    file_dialogs: FileDialogs,
    outside: Outside,
    after_saving: Option<Next>,
    /// The revision whose unsaved changes the user gave up for another document, which isn't there yet.
    given_up: Option<u64>,
    /// Work of earlier sessions that is still to be offered, the newest first.
    lost: Vec<LostWork>,
    /// What was on disk where the user was asked whether it may be replaced.
    asked_over: Option<(PathBuf, Option<Fingerprint>)>,
    /// What is typed somewhere and can't be read, as of the last frame.
    unread: Vec<Unread>,
    /// Whether another document was put into the window since the last frame.
    replaced: bool,
    closing: bool,
    /// The desktop's title as it was set last.
    titled: String,
    /// The height of the table under the lanes, in points.
    table_height: f32,
}

impl App {
    /// A window on a scenario.
    #[must_use]
    pub fn new(
        scenario: Scenario,
        file: OpenFile,
        today: Date,
        choice: Box<dyn FileChoice>,
    ) -> Self {
        let cursor = today.clamp(scenario.term.first_day, scenario.term.last_day);
        let results = none_yet(&scenario);
        Self {
            context: Context {
                session: Session::new(scenario, file, today),
                results: results.into(),
                selection: Selection::default(),
                screen: Screen::new(cursor, &views::ALL),
                notices: Notices::default(),
                autosave: None,
            },
            dialogs: Dialogs::default(),
            views: Views::default(),
            keeping: Keeping::default(),
            disk: Box::new(RealDisk),
            timeline: Timeline::default(),
            raise_table: RaiseTable::default(),
            left: LeftPanel::default(),
            inspector: Inspector::default(),
            file_dialogs: FileDialogs::new(choice),
            outside: Outside::default(),
            after_saving: None,
            given_up: None,
            lost: Vec::new(),
            asked_over: None,
            unread: Vec::new(),
            replaced: false,
            closing: false,
            titled: String::new(),
            table_height: 0.0,
        }
    }

    /// One frame: what came from outside, the drag under way, keys, figures, paint, and last what was asked
    /// for.
    pub fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        // Once is enough: plugins already there stay.
        ctx.add_plugin(InOrder::default());
        ctx.add_plugin(InSight::default());
        if std::mem::take(&mut self.replaced) {
            typed::give_up_all(&ctx);
            // How far the former document was scrolled says nothing of this one.
            ctx.data_mut(|data| data.remove_by_type::<egui::scroll_area::State>());
        }
        self.unread = unread::all(&ctx);
        said_here::follow(&ctx, &mut self.context.notices);
        self.context.screen.zoom = ctx.zoom_factor();
        self.context.screen.theme = ctx.options(|options| options.theme_preference);
        let was_asking = self.dialogs.is_open();
        self.take_chosen_files(&ctx);
        self.keep(&ctx);
        self.look_outside(&ctx);
        self.offer_next();
        let mut actions = Actions::default();
        self.timeline
            .heads
            .follow(&ctx, &self.context, &mut actions);
        self.perform(actions, &ctx);
        let keys = shortcuts::pressed(&self.context, self.dialogs.is_open(), &ctx);
        self.perform(keys, &ctx);
        if self.dialogs.is_open() && !was_asking {
            hide_tooltips(&ctx);
        }
        self.cost();
        let mut actions = Actions::default();
        self.paint(ui, &mut actions);
        if !actions.is_empty() {
            self.perform(actions, &ctx);
            ctx.request_repaint();
        }
        // A page that is cancelled is given up with what was typed in it, and nothing typed is shown to others.
        if !was_asking
            && !self.context.is_presenting()
            && let Some(words) = out_of_sight(&ctx)
        {
            self.tell(Notice::refused(format!("Not taken: {words}")));
            ctx.request_repaint();
        }
        self.name_the_window(&ctx);
        self.before_closing(&ctx);
    }

    /// Figures and curves of the scenario as it stands.
    fn cost(&mut self) {
        let day = self.context.screen.cursor;
        match self.context.session.document.results_told_on(day) {
            Ok(results) => self.context.results = results,
            Err(error) => self.tell(Notice::refused(error.to_string())),
        }
    }

    /// The desktop's title: what is open; nothing of it while presenting.
    fn name_the_window(&mut self, ctx: &egui::Context) {
        let title = if self.context.is_presenting() {
            "Counteroffer".to_owned()
        } else {
            format!("{} \u{2013} Counteroffer", self.context.file().name())
        };
        if title != self.titled {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.titled = title;
        }
    }

    fn tell(&mut self, notice: Notice) {
        self.context.notices.tell(notice);
    }

    fn ask(&mut self, ask: Ask) {
        self.dialogs.open(ask, &self.context);
    }
}

/// Of a tooltip that is open egui only asks whether the pointer is still there, so that it would stay above a dialog
/// that a key opened, or a change outside: for one frame there is no pointer.
fn hide_tooltips(ctx: &egui::Context) {
    ctx.input_mut(|input| input.pointer = egui::PointerState::default());
}
