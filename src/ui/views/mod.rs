//! What the centre can show beside the timeline: each view is a file here, and a line in its list.

pub mod compare;
pub mod gap;
pub mod people;
pub mod picked;
pub mod statements;
pub mod years;

use eframe::egui::Ui;

use crate::ui::state::{Actions, Context, View};

pub use people::People;
pub use statements::Statements;
pub use years::Years;

/// What the views remember, each its own.
#[derive(Debug, Default)]
pub struct Views {
    /// How the view by year cuts years.
    pub years: Years,
    /// The page of the statements.
    pub statements: Statements,
    /// The pages of the people.
    pub(super) people: People,
}

type Show = fn(&mut Views, &mut Ui, &Context, &mut Actions);

/// The one list of views beside the timeline, in the order of their tabs.
const LIST: [(View, Show); 5] = [
    (compare::VIEW, |_, ui, context, actions| {
        compare::show(ui, context, actions)
    }),
    (gap::VIEW, |_, ui, context, actions| {
        gap::show(ui, context, actions)
    }),
    (years::VIEW, |own, ui, context, actions| {
        years::show(&mut own.years, ui, context, actions)
    }),
    (people::VIEW, |own, ui, context, actions| {
        people::show(&mut own.people, ui, context, actions)
    }),
    (statements::VIEW, |own, ui, context, actions| {
        statements::show(&mut own.statements, ui, context, actions)
    }),
];

/// All that the centre can show, in the order of the tabs.
#[expect(
    clippy::indexing_slicing,
    reason = "a constant with an index out of bounds doesn't compile"
)]
pub const ALL: [View; LIST.len() + 1] = {
    let mut all = [View::TIMELINE; LIST.len() + 1];
    let mut at = 0;
    while at < LIST.len() {
        all[at + 1] = LIST[at].0;
        at += 1;
    }
    all
};

impl Views {
    /// Paints the view that the screen shows.
    pub fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) {
        let shown = LIST.iter().find(|(view, _)| *view == context.screen.view);
        if let Some((_, show)) = shown {
            show(self, ui, context, actions);
        }
    }

    /// Whether the page shown needs the whole width, so that the offers give way to their marks.
    #[must_use]
    pub fn needs_width(&self, context: &Context) -> bool {
        let view = context.screen.view;
        view == statements::VIEW || (view == people::VIEW && self.people.is_wide())
    }

    /// Paints what stands at the right of such a page.
    pub fn beside(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) {
        people::beside(&mut self.people, ui, context, actions);
    }
}
