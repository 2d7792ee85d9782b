//! What tests ask of the window, in one place: how it keeps its state is known here and nowhere else in the
//! tests.

use std::sync::Arc;

use counteroffer::document::{Command, Document, Results};
use counteroffer::explore::Hold;
use counteroffer::scenario::{ClauseId, OfferId, Scenario};
use counteroffer::ui::state::{Ask, Look, Notice};
use counteroffer::ui::{Action, Actions, App, ClauseAt, Edit, OpenFile, View};
use counteroffer::units::{Date, Percent};
use eframe::egui::Context;

/// Looking into the window and doing what a user could do, without its controls.
pub trait Hands {
    fn document(&self) -> &Document;
    fn document_mut(&mut self) -> &mut Document;
    fn file(&self) -> &OpenFile;
    fn file_mut(&mut self) -> &mut OpenFile;
    /// The words of the status bar's notice; empty where there is none.
    fn notice(&self) -> String;
    fn cursor(&self) -> Date;
    fn view(&self) -> View;
    fn is_presenting(&self) -> bool;
    /// Whether a dialog is open.
    fn asks(&self) -> bool;
    fn close_dialogs(&mut self);
    /// The places of an offer's locked raises in its list of clauses.
    fn locks_of(&self, offer: &str) -> Vec<usize>;
    fn has_locks(&self) -> bool;
    fn is_locked(&self, at: &ClauseAt) -> bool;
    fn chosen(&self) -> Option<&ClauseAt>;
    fn lock_only(&mut self, offer: &OfferId, clauses: &[usize]);
    fn lock(&mut self, offer: &OfferId, clause: usize);
    fn hold(&mut self, hold: Hold);
    fn perform_one(&mut self, action: Action);

    /// A clause by its place in an offer's list; one that is nowhere where there is none there.
    fn at(&self, offer: &OfferId, place: usize) -> ClauseAt {
        let own = self.document().offer(offer);
        let clause = own.and_then(|own| own.clauses.get(place));
        ClauseAt {
            offer: offer.clone(),
            clause: clause.map_or(ClauseId::UNASSIGNED, |clause| clause.id),
        }
    }
    fn scenario(&self) -> &Scenario {
        self.document().scenario()
    }
    fn results(&mut self) -> Arc<Results> {
        self.document_mut().results().unwrap()
    }
    fn show(&mut self, view: View) {
        self.perform_one(Action::Look(Look::At(view)));
    }
    fn open(&mut self, ask: Ask) {
        self.perform_one(Action::Ask(ask));
    }
    fn tell(&mut self, words: &str) {
        self.perform_one(Action::Tell(Notice::done(words)));
    }
    fn edit(&mut self, edit: Edit) {
        self.perform_one(Action::Edit(edit));
    }
    fn apply(&mut self, command: Command) {
        self.edit(Edit::Apply(command));
    }
    fn undo(&mut self, again: bool) {
        self.edit(if again { Edit::Redo } else { Edit::Undo });
    }
    fn choose(&mut self, offer: &OfferId, clause: usize) {
        let clause = Some(self.at(offer, clause));
        self.perform_one(Action::Look(Look::Clause(clause)));
    }
    fn change_raise(&mut self, offer: &OfferId, clause: usize, date: Date, percent: Percent) {
        let raise = self.at(offer, clause);
        self.edit(Edit::MoveRaise {
            raise,
            date,
            percent,
        });
    }
    fn add_raise(&mut self, date: Date, percent: Percent) {
        self.edit(Edit::AddRaise { date, percent });
    }
    fn remove_raise(&mut self, offer: &OfferId, clause: usize) {
        let at = self.at(offer, clause);
        self.edit(Edit::Remove(at));
    }
    fn start_counter(&mut self, from: &OfferId, then: Option<(usize, Date, Percent)>) {
        let then =
            then.map(|(clause, date, percent)| (self.at(from, clause).clause, date, percent));
        self.edit(Edit::StartCounter {
            from: from.clone(),
            then,
        });
    }
    fn start_midpoint(&mut self) {
        self.edit(Edit::StartMidpoint);
    }
}

impl Hands for App {
    fn document(&self) -> &Document {
        self.context.document()
    }
    fn document_mut(&mut self) -> &mut Document {
        &mut self.context.session.document
    }
    fn file(&self) -> &OpenFile {
        self.context.file()
    }
    fn file_mut(&mut self) -> &mut OpenFile {
        &mut self.context.session.file
    }
    fn notice(&self) -> String {
        let notice = self.context.notices.last();
        notice.map_or_else(String::new, |notice| notice.words.clone())
    }
    fn cursor(&self) -> Date {
        self.context.screen.cursor
    }
    fn view(&self) -> View {
        self.context.screen.view
    }
    fn is_presenting(&self) -> bool {
        self.context.is_presenting()
    }
    fn asks(&self) -> bool {
        self.dialogs.is_open()
    }
    fn close_dialogs(&mut self) {
        self.dialogs.close_all();
    }
    fn locks_of(&self, offer: &str) -> Vec<usize> {
        let locks = self.context.selection.locks.iter();
        let own = self.document().offer(&OfferId(offer.to_owned()));
        let own =
            locks.filter_map(|one| own.filter(|own| own.id == one.offer)?.place_of(one.clause));
        own.collect()
    }
    fn has_locks(&self) -> bool {
        !self.context.selection.locks.is_empty()
    }
    fn is_locked(&self, at: &ClauseAt) -> bool {
        self.context.selection.locks.contains(at)
    }
    fn chosen(&self) -> Option<&ClauseAt> {
        self.context.selection.clause.as_ref()
    }
    fn lock_only(&mut self, offer: &OfferId, clauses: &[usize]) {
        let locks = clauses.iter().map(|clause| self.at(offer, *clause));
        self.context.selection.locks = locks.collect();
    }
    fn lock(&mut self, offer: &OfferId, clause: usize) {
        let at = self.at(offer, clause);
        self.context.selection.locks.insert(at);
    }
    fn hold(&mut self, hold: Hold) {
        self.edit(Edit::Hold(hold));
    }
    fn perform_one(&mut self, action: Action) {
        let mut actions = Actions::default();
        actions.push(action);
        self.perform(actions, &Context::default());
    }
}
