//! The one place that carries actions out, and that says what Present forbids.

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::ui::frame::said_here;
use crate::ui::state::actions::Lanes;
use crate::ui::state::folding::Side;
use crate::ui::state::{Action, Actions, Ask, Disk, Look, Next, Page, View};
use crate::ui::views::{people, statements};
use crate::ui::widgets::typed;

/// Whether an action may be carried out while only what is shared is presented: it changes nothing and
/// shows nothing private.
fn may_be_presented(action: &Action) -> bool {
    match action {
        Action::Edit(_) => false,
        Action::Disk(disk) => matches!(disk, Disk::Quit),
        Action::Ask(ask) => ask.may_be_presented(),
        // The side panels aren't there.
        Action::Look(look) => {
            !matches!(look, Look::Panel(_) | Look::Setting(_) | Look::ExactValues)
        }
        Action::Copy(_) | Action::Tell(_) => true,
    }
}

impl App {
    /// Carries out what was asked for, in order.
    pub fn perform(&mut self, actions: Actions, ctx: &egui::Context) {
        for action in actions.into_list() {
            if self.context.is_presenting() && !may_be_presented(&action) {
                continue;
            }
            // What is done with files is told of the file, not of a place on the screen.
            let has_place = !matches!(action, Action::Disk(_) | Action::Ask(_));
            let before = self.context.notices.told();
            match action {
                Action::Edit(edit) => self.carry_out(edit),
                Action::Disk(disk) => self.with_files(disk, ctx),
                Action::Look(look) => self.look(look, ctx),
                Action::Copy(copied) => self.copy(copied, ctx),
                Action::Ask(ask) => self.ask(ask),
                Action::Tell(notice) => self.tell(notice),
            }
            if has_place
                && self.context.notices.has_unplaced_refusal()
                && self.context.notices.told() != before
                && !self.dialogs.is_open()
                && let Some(place) = said_here::place(ctx)
            {
                self.context.notices.refused_at(place);
            }
        }
    }

    fn with_files(&mut self, disk: Disk, ctx: &egui::Context) {
        match disk {
            Disk::New => self.open_next(Next::New, ctx),
            Disk::Open => self.open_next(Next::Choose, ctx),
            Disk::OpenPath(path) => self.open_next(Next::Open(path), ctx),
            Disk::OpenCopy(path, untitled) => self.open_next(Next::Copy(path, untitled), ctx),
            Disk::OpenExample => self.open_next(Next::Example, ctx),
            Disk::Start(scenario) => self.show_new(*scenario),
            Disk::Save => {
                self.after_saving = None;
                self.save(ctx);
            }
            Disk::SaveAs => {
                self.after_saving = None;
                self.save_as(ctx);
            }
            Disk::SaveTo { path, over } => self.save_to(path, over, ctx),
            Disk::SaveThen(next) => {
                self.after_saving = Some(next);
                self.save(ctx);
            }
            Disk::DiscardThen(next) => {
                self.given_up = Some(self.context.document().revision());
                self.go_on(next, ctx);
            }
            Disk::GiveUpTypedThen(next) => {
                typed::give_up_all(ctx);
                self.unread.clear();
                self.open_next(next, ctx);
            }
            Disk::GoOn(next) => self.go_on(next, ctx),
            Disk::EarlierVersions => self.show_earlier_versions(),
            Disk::ReadAgain => self.read_again(),
            Disk::KeepMine { save_as } => {
                // Whatever a save was to lead to is over: it was another save.
                self.after_saving = None;
                self.keep_mine();
                if save_as {
                    self.save_as(ctx);
                }
            }
            Disk::ChooseRoster => self.choose_roster(ctx),
            Disk::SaveRejected(staged) => self.save_rejected(staged, ctx),
            Disk::SaveRejectedTo { staged, path, over } => {
                self.save_rejected_to(&staged, path, over);
            }
            Disk::KeepProfile(profile) => {
                self.context.session.file.profile = Some(profile);
                self.keep_profile();
            }
            Disk::AcceptTable => self.accept_table(),
            Disk::LookForTable => {
                if let Some(path) = self.context.file().path.clone() {
                    self.open_next(Next::Open(path), ctx);
                }
            }
            Disk::Recover(work) => self.recover(*work),
            Disk::Discard(work) => self.discard(*work),
            Disk::SaveTermSheet(offer) => self.save_term_sheet_as(offer, ctx),
            Disk::SaveTermSheetTo { offer, path, over } => {
                self.save_term_sheet_to(&offer, path, over);
            }
            Disk::ChooseFolder => self.choose_folder(ctx),
            Disk::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn look(&mut self, look: Look, ctx: &egui::Context) {
        let (selection, screen) = (&mut self.context.selection, &mut self.context.screen);
        match look {
            Look::At(view) => screen.view = view,
            Look::Statements(page) => {
                screen.view = statements::VIEW;
                screen.statements = page;
            }
            Look::Payroll => {
                screen.view = people::VIEW;
                self.views.people.page = people::Page::Payroll;
            }
            Look::Replay(start) => {
                if start {
                    screen.view = statements::VIEW;
                    screen.statements = Page::History;
                }
                self.views.statements.replay(start);
            }
            Look::Present(start) => self.ask_to_present(start),
            Look::Panel(side) => screen.folding.toggle(side),
            Look::TroubleRead => self.context.notices.put_away(),
            Look::Offers(picked) => screen.picked = picked,
            Look::Cursor(day) => screen.cursor = day,
            Look::Lanes(lanes) => {
                screen.view = View::TIMELINE;
                let sizes = &mut screen.lanes;
                match lanes {
                    Lanes::Show(lane) => sizes.show(lane),
                    Lanes::Hide(lane) => sizes.hide(lane),
                    Lanes::Alone(lane) => sizes.show_alone(lane),
                    Lanes::All => sizes.show_all(),
                    Lanes::ResetSizes => sizes.reset_sizes(),
                    Lanes::Border { above, by, total } => sizes.move_border(above, by, total),
                }
            }
            Look::Clause(clause) => selection.clause = clause,
            Look::Offer(offer) => {
                selection.clause = None;
                selection.offer = Some(offer);
            }
            Look::ExactValues => {
                // The fields for them are in the right panel.
                screen.folding.set(Side::Right, false);
                self.inspector.focus_values = true;
            }
            Look::Setting(field) => {
                screen.folding.set(Side::Left, false);
                self.left.go_to(field);
            }
            Look::Theme(theme) => ctx.set_theme(theme),
            Look::Zoom(factor) => ctx.set_zoom_factor(factor),
        }
    }

    /// Whether a clean view would be empty.
    fn nothing_is_shared(&self) -> bool {
        let offers = &self.context.session.whole().scenario().offers;
        !offers.is_empty() && !offers.iter().any(|offer| offer.shared)
    }

    /// Starts or ends the clean view; where it would be empty it offers to share instead.
    fn ask_to_present(&mut self, start: bool) {
        if start && self.nothing_is_shared() {
            self.ask(Ask::NothingShared);
        } else {
            self.present(start);
        }
    }

    /// Starts or ends the clean view. While it lasts the window holds a copy with nothing private in it.
    pub(super) fn present(&mut self, start: bool) {
        if start == self.context.is_presenting() {
            return;
        }
        self.context.session.document.cancel();
        self.context.selection.clause = None;
        self.context.notices.clear();
        self.dialogs.close_all();
        if start {
            self.context.session.start_presenting();
        } else {
            self.context.session.end_presenting();
        }
    }
}
