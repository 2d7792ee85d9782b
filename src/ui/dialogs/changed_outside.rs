//! What to do about a file that another program changed or removed.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk};

pub(super) struct ChangedOutside {
    pub(super) gone: bool,
}

impl Dialog for ChangedOutside {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let name = context.file().file_name();
        let keep = |save_as| Disk::KeepMine { save_as };
        if self.gone {
            title(ui, &format!("{name} is no longer there"));
            ui.label("It was moved, renamed or deleted, or its disk isn\u{2019}t connected. What is shown here is complete, but it isn\u{2019}t saved anywhere.");
            match question(ui, &["Save as\u{2026}", "Keep mine"], 0) {
                Some(0) => actions.disk(keep(true)),
                Some(_) => actions.disk(keep(false)),
                None => return Answer::Stay,
            }
            return Answer::Close;
        }
        title(ui, &format!("{name} was changed elsewhere"));
        let edited = context.document().is_edited();
        ui.label(if edited {
            "Another program or another person saved it since it was opened here, and you have changes of your own that aren\u{2019}t saved. Reading it again gives yours up; keeping yours leaves the file as it is until you save, and saving asks first."
        } else {
            "Another program or another person saved it since it was opened here. Reading it again shows what the file holds now; keeping yours leaves the file as it is until you save, and saving asks first."
        });
        let mut names = vec!["Read it again", "Keep mine"];
        if edited {
            names.push("Save mine as\u{2026}");
        }
        match question(ui, &names, usize::from(edited)) {
            Some(0) => actions.disk(Disk::ReadAgain),
            Some(1) => actions.disk(keep(false)),
            Some(_) => actions.disk(keep(true)),
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
