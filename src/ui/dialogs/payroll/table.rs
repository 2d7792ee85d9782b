//! A table of groups that isn't as it was saved: not costed until the user says so.

use eframe::egui::{Label, Ui};

use crate::ui::dialogs::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::sentence::ended;

/// The table was changed outside since the scenario was saved.
pub(in crate::ui::dialogs) struct TableChanged {
    /// What has become of it.
    pub(crate) words: String,
}

impl Dialog for TableChanged {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "The table of groups has been changed");
        ui.add(Label::new(ended(&self.words)).wrap());
        match question(ui, &["Leave it uncosted", "Accept it as it is now"], 0) {
            Some(1) => actions.disk(Disk::AcceptTable),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}

/// The table of the open scenario was changed by another program while it is open.
pub(in crate::ui::dialogs) struct TableOutside;

impl Dialog for TableOutside {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "The table of groups was changed outside");
        ui.add(
            Label::new("Another program changed the table beside this scenario. What is shown here are the groups as they were read. Reading again gives up what was changed here since it was saved.")
                .wrap(),
        );
        match question(ui, &["Go on with what is shown", "Read again"], 0) {
            Some(1) => actions.disk(Disk::ReadAgain),
            Some(_) => actions.disk(Disk::KeepMine { save_as: false }),
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
