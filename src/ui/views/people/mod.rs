//! People: one employee's pay, who gains from an offer, and the payroll behind all figures.

mod one_employee;
pub mod payroll;
mod who_gains;

use eframe::egui::{Pos2, Shape, Stroke, Ui, vec2};

use crate::ui::state::{Actions, Context, View};
use crate::ui::widgets::{controls, theme};
pub use one_employee::OneEmployee;
pub use payroll::Payroll;
pub use who_gains::WhoGains;

pub const VIEW: View = View {
    key: "people",
    title: "People",
};

/// A page of People.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// One employee's pay over time.
    #[default]
    OneEmployee,
    /// What offers give to parts of the workforce.
    WhoGains,
    /// The groups and scales all figures are made from.
    Payroll,
}

/// What the view remembers.
#[derive(Debug, Default)]
pub struct People {
    pub(crate) page: Page,
    one_employee: OneEmployee,
    who_gains: WhoGains,
    payroll: Payroll,
}

impl People {
    /// Whether its page needs the whole width, so that the offers give way.
    #[must_use]
    pub fn is_wide(&self) -> bool {
        self.page == Page::Payroll
    }
}

pub fn show(own: &mut People, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.add_space(10.0);
    match own.page {
        Page::OneEmployee => {
            pages(&mut own.page, ui);
            one_employee::show(&mut own.one_employee, ui, context, actions);
        }
        Page::WhoGains => {
            pages(&mut own.page, ui);
            who_gains::show(&mut own.who_gains, ui, context, actions);
        }
        Page::Payroll => {
            let page = &mut own.page;
            let groups = &mut own.payroll;
            controls::with_room(ui, LEAST_PAYROLL, |ui| {
                payroll::show(groups, ui, context, actions, |ui| pages(page, ui));
            });
        }
    }
}

/// Paints what stands at the right of a wide page.
pub fn beside(own: &mut People, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    payroll::side::show(&mut own.payroll, ui, context, actions);
}

/// The least height in which the groups scroll between their tools and their totals, in points.
const LEAST_PAYROLL: f32 = 300.0;

/// The control that chooses a page.
fn pages(page: &mut Page, ui: &mut Ui) {
    let all = [
        (Page::OneEmployee, "One employee"),
        (Page::WhoGains, "Who gains"),
        (Page::Payroll, "Payroll"),
    ];
    if let Some(chosen) = controls::segmented(ui, "People", &all, *page) {
        *page = chosen;
    }
}

/// The arrow beside the title that a table is sorted by.
fn arrow(ui: &Ui, center: Pos2, down: bool) {
    let tip = if down { 3.0 } else { -3.0 };
    let points = vec![
        center + vec2(-3.5, -tip),
        center + vec2(0.0, tip),
        center + vec2(3.5, -tip),
    ];
    let stroke = Stroke::new(1.5, theme::palette(ui).soft);
    ui.painter().add(Shape::line(points, stroke));
}
