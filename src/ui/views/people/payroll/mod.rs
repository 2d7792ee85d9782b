//! The payroll: groups as a table that is edited like a sheet, what they add up to beside the ledger, and what
//! steps cost before any offer.

mod apart;
mod field;
mod foot;
mod grid;
mod kept;
mod keys;
mod line;
mod other;
mod row;
pub mod side;
mod steps;
mod tools;

use eframe::egui::Ui;

use crate::scenario::People;
use crate::ui::state::{Actions, Context};
pub use kept::Payroll;

/// Paints the page; `pages` paints the control that chooses it, at the left of its first row.
pub fn show(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    pages: impl FnOnce(&mut Ui),
) {
    let scenario = context.document().snapshot();
    own.follow(&scenario);
    let people = &scenario.workforce.people;
    let has_groups = people.groups().is_some();
    tools::show(own, ui, context, actions, has_groups, pages);
    ui.add_space(8.0);
    match people {
        People::Summary { .. } => other::summary(ui, context, actions),
        People::Table { file, .. } if people.is_unread() => {
            other::unread(ui, context, actions, file);
        }
        People::Groups(_) | People::Table { .. } => {
            let room = ui.available_height();
            let foot = steps::height(context);
            grid::show(own, ui, context, actions, (room - foot).max(140.0));
            steps::show(own, ui, context);
        }
    }
}
