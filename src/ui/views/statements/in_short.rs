//! The history beside the claims.

use eframe::egui::{Frame, RichText, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::heading::heading;
use super::history::{moved, moves, nothing_passed};
use super::{claims, steps};
use crate::explore::history::{Move, Told, days_without_movement};
use crate::scenario::Party;
use crate::ui::state::{Actions, Context, Look, Page};
use crate::ui::widgets::{controls, theme};

/// The history beside the claims: the picture, and the last moves in a line.
pub fn small(ui: &mut Ui, context: &Context) {
    let palette = theme::palette(ui);
    let moves = moves(context, Told::Cost);
    heading(
        ui,
        "History",
        "offers by the day they were passed \u{b7} cost over the term",
    );
    let frame = Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(6)
        .inner_margin(10);
    frame.show(ui, |ui| {
        if moves.is_empty() {
            nothing_passed(ui, context);
            return;
        }
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 300.0), Sense::hover());
        response.widget_info(|| {
            let spoken = steps::spoken(context, &moves, Told::Cost);
            WidgetInfo::labeled(Role::Figure, true, format!("History of offers: {spoken}"))
        });
        steps::paint(ui, rect, context, (&moves, moves.len()), Told::Cost);
        controls::rule(ui);
        ui.horizontal_wrapped(|ui| {
            for side in [Party::Employer, Party::Union, Party::Neutral] {
                let Some(last) = moves.iter().rev().find(|one| one.side == side) else {
                    continue;
                };
                let color = palette.mark(claims::role_of_side(context, side));
                controls::offer_mark(ui, side, color, false);
                let words = match last.conceded {
                    Some(_) => format!(
                        "{} on {}",
                        moved(last, Told::Cost, &context.scenario().currency),
                        crate::units::text::day_of_month(last.on.on)
                    ),
                    None => "first offer known".to_owned(),
                };
                whole(ui, RichText::new(words).size(13.0));
                ui.add_space(6.0);
            }
            since_in_line(ui, context, &moves);
        });
    });
}

fn since_in_line(ui: &mut Ui, context: &Context, moves: &[Move]) {
    if let Some(days) = days_without_movement(moves, context.today())
        && days > 0
    {
        let soft = theme::palette(ui).soft;
        let plural = if days == 1 { "day" } else { "days" };
        whole(
            ui,
            RichText::new(format!("{days} {plural} without a move"))
                .size(13.0)
                .color(soft),
        );
    }
}

/// Words that go into the next row as a whole where they don't fit.
fn whole(ui: &mut Ui, words: RichText) {
    ui.add(eframe::egui::Label::new(words).extend());
}

/// The buttons under what stands beside the claims.
pub fn small_tools(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    if !moves(context, Told::Cost).is_empty() && ui.button("Replay the history").clicked() {
        actions.look(Look::Statements(Page::History));
        actions.look(Look::Replay(true));
    }
}
